"""Which units or offices there are that the year before did not have: 「比上年多了哪个科」 (名录增减)."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.model import Chunk
from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources
from service.model import Declined, Evidence, Plan, Quote, Reason
from service.rosters.rosters import Name, Role, Roster, rosters_of
from service.text.sentences import joined

_OFFICE = r"(?:内设)?(?:[科处股庭]室|办公室|内设机构|[科处股室庭])"
_UNIT = r"(?:下属|所属|直属|二级|预算|事业|编制范围内?的?)*(?:单位|学校|中心|[站所队院馆])|(?:下属|所属|直属)机构|家"
_SINCE = r"(?:[比较跟和与同](?:上一?年|去年|前一年|上年度|(?:20)?\d\d年)(?:度|[末底])?(?:相?比)?[，,]?)?"
_WAY = r"(?P<way>多(?:了|出来?|编|设|列)+|新?增(?:加|设)?了?|新设了?|少(?:了|编|列)+|减少?了|撤(?:销|并)?了?)"
#: Which are more or fewer, of what sort.
_ASKED = tuple(
    (role, regex(rf"{_SINCE}{_WAY}(?:的是)?(?:哪|几|什么|啥)[些几一]?[个家所]?(?:{what})"))
    for role, what in ((Role.OFFICE, _OFFICE), (Role.SCOPE, _UNIT))
)
_ITSELF = regex(r"(?:本级|本部|机关)[)）]?$")
_ELSE = regex(r"钱|花|支出|收入|经费|预算数|决算数|人员|人数|车|房|项目|科目")


def roster_apart(plan: Plan, sources: Sources) -> Evidence | Declined | None:
    """The names that one year's list has and the other's has not; None where that is not asked, or one has none."""
    text = fold(plan.text)
    asked = next(((role, m) for role, p in _ASKED if (m := p.search(text)) is not None), None)
    if asked is None or _ELSE.search(text) or plan.year is None:
        return None
    role, said = asked
    base = plan.base_year if plan.base_year is not None else plan.year - 1
    lists = [_of_year(role, year, sources) for year in (plan.year, base)]
    if lists[0] is None or lists[1] is None:
        return None
    fewer = said["way"].startswith(("少", "减", "撤"))
    return _told(lists[0], lists[1], plan.year, base, fewer, sources.body.name)


def _of_year(role: Role, year: int, sources: Sources) -> Roster | None:
    """The one whole list of a year's documents."""
    ids = {d.id for d in sources.body.documents if d.year == year}
    chunks: list[Chunk] = [c for c in sources.elsewhere(role.value).chunks if c.document_id in ids]
    rosters = rosters_of(chunks)
    roles = (Role.SCOPE, Role.BELOW) if role is Role.SCOPE else (role,)
    held = next((own for one in roles if (own := [r for r in rosters if r.role is one])), [])
    longest = max(held, key=lambda r: len(r.names), default=None)
    return None if longest is None or longest.open else longest


def _told(
    now: Roster, then: Roster, year: int, base: int, fewer: bool, body: str
) -> Evidence | Declined | None:
    new, gone = _beyond(now, then), _beyond(then, now)
    if 2 * max(len(new), len(gone)) > len(now.names):
        return None  # two lists of different things
    lead = f"{body}{year}年度的{now.role.value}列有 {len(now.names)} 个，{base}年度列有 {len(then.names)} 个"
    parts = [
        f"{word}{'、'.join(n.name for n in names)}"
        for word, names in (("多出的是", new), ("不再列出的是", gone))
        if names
    ]
    said = "，".join(parts) if parts else "两年列出的相同"
    shown: Sequence[Name] = gone if fewer else new
    if not shown:
        return Declined(Reason.NOT_DISCLOSED, f"{lead}，{said}。")
    places = [p for n in shown for p in n.place.chunk.places_of(n.place.start, n.place.end)]
    quote = Quote(shown[0].place.chunk, tuple(n.name for n in shown), joined(places))
    return Evidence(quotes=(quote,), notes=(f"{lead}，{said}。",))


def _beyond(one: Roster, other: Roster) -> list[Name]:
    """The names of a list that another has not; the body itself is in both, whatever it is called."""
    known = {_key(n) for n in other.names}
    return [n for n in one.names if _key(n) not in known and not _ITSELF.search(n.name)]


def _key(name: Name) -> str:
    return fold(name.name)
