"""What is asked of a list and what it makes: a row's figure, the most, how far apart, together, which (问清单).

Asked only where nothing else answered: the first look at a question goes by accounts, and these rows are none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources
from service.follow.conversation import Talk
from service.listings.held import figures_of_rows, other_row, standing_in
from service.listings.listing import FactsIn, Listing, listings_of
from service.listings.said import Said, read_said
from service.listings.ways import asks_more, asks_sum, made_of
from service.listings.worked import Maker
from service.model import Declined, Evidence, Operation, Plan, Reason, Term

#: Reasons for which a list may still answer: nothing was known of it, or several rows had the name that was known.
_OPEN = (Reason.LOW_CONFIDENCE, Reason.NOT_DISCLOSED, Reason.AMBIGUOUS)
#: What is asked beyond what a list prints.
_ELSE = regex(
    r"为什么|为啥|为何|原因|怎么[回会]|比(?:上|去|前)一?年|同比|环比|增[长加减]|减少|下降|上升|变化|平均|人均|每[个人台套]|超过|大于|小于|不足|以上|以下|中小|小微|结余|结转|用途|干什么|干啥|依据"
)
_UNIT_BEHIND = regex(r"[（(][^（）()]{1,4}[)）]$")
_TURNED_BACK = regex(r"^(?:那么?|再)*(?:跟|和|与|同|比|较|加上|加)")
#: A thing that is bought, by how it is asked for and how a list of such is headed.
_BUYING, _BOUGHT = regex(r"[购买]|采购|贵|便宜"), regex(r"采购|购置|配置|购买")


def in_listing(
    evidence: Evidence | Declined, plan: Plan, sources: Sources, facts_in: FactsIn, talk: Talk = (),
    among: Sequence[str] = (),
) -> Evidence | Declined:  # fmt: skip
    """What a list of the documents tells where nothing else did; the refusal where none does, or two differ.

    ``talk`` is what was asked before, ``among`` are units of a department that are asked about together.
    """
    before = talk[-1].plan if talk else None
    text = "，".join(fold(part) for part in (plan.parted or plan.text).split("，"))
    if _ELSE.search(text) or (isinstance(evidence, Declined) and evidence.reason not in _OPEN):
        return evidence
    if plan.stage is None and before is not None and _TURNED_BACK.search(text):
        plan = replace(plan, stage=before.stage)
    asked = _Asked(text, plan, sources, before, tuple(among))
    if isinstance(evidence, Evidence) and (evidence.told or not figures_of_rows(evidence)):
        return evidence
    listings = listings_of(sources, facts_in)
    if isinstance(evidence, Evidence):
        evidence = _checked(evidence, listings, asked)
        if isinstance(evidence, Evidence) and _falls_short(evidence, asked):
            return _from_any(listings, asked) or evidence
    return evidence if isinstance(evidence, Evidence) else _from_any(listings, asked) or evidence


@dataclass(frozen=True, slots=True)
class _Asked:
    """A folded question with its plan, what it may be answered from and the question before."""

    text: str
    plan: Plan
    sources: Sources
    before: Plan | None
    among: tuple[str, ...]

    def said_of(self, listing: Listing) -> Said | None:
        """What is said of a list; None where anything else is said."""
        about = _meant_already(listing, self.text, self.sources, self.before, self.among)
        return read_said(self.text, listing, _own(self.sources), about)

    def made_of(self, listing: Listing, said: Said) -> Evidence | None:
        """What a list makes of the question; None where it is not what is asked about."""
        if not _is_meant(listing, said, self.text):
            return None
        body = self.sources.body
        return made_of(
            listing,
            said,
            self.text,
            self.plan,
            Maker(listing, self.plan, body.name, body.within or body.name),
        )


def _from_any(listings: Sequence[Listing], asked: _Asked) -> Evidence | None:
    """What the list tells that is said the most of; None where none does, or two differ."""
    told = []
    for listing in listings:
        said = asked.said_of(listing)
        if said is not None and (made := asked.made_of(listing, said)) is not None:
            told.append((said.headed, made))
    most = max((headed for headed, _ in told), default=0)
    best = [made for headed, made in told if headed == most]
    first = {tuple((f.value, f.unit) for f in made.findings) for made in best}
    return best[0] if len(first) == 1 else None


def _checked(evidence: Evidence, listings: Sequence[Listing], asked: _Asked) -> Evidence | Declined:
    """Figures of a list's rows, where the list itself tells the same of what is asked, or cannot tell; else what it
    tells, or a refusal: a figure of another row or column, or of one row where more is asked."""
    for listing in listings:
        where = standing_in(evidence, listing)
        if not where.columns:
            continue
        if name := other_row(asked.text, listing, _own(asked.sources)):
            return _refused(f"「{name}」不在「{listing.heading.strip()}」所列之中，不敢给出数字。")
        said = asked.said_of(listing) if where.of_rows else None
        if said is None or not (said.named or said.columns):
            continue  # what is spoken of was named before
        if (made := asked.made_of(listing, said)) is not None:
            same = {f.value for f in made.findings[:1]} <= {f.value for f in evidence.findings}
            return evidence if same or _tells_addends(evidence, made, asked.text) else made
        if _of_several(evidence):
            continue  # a list prints its rows, not what several of them make
        other = said.columns and not where.columns & set(said.columns)
        if other or not _is_meant(listing, said, asked.text) or _falls_short(evidence, asked):
            return _refused(f"「{listing.heading.strip()}」列有这一项，但没有列出所问的数，不敢给出数字。")
    return evidence


def _of_several(evidence: Evidence) -> bool:
    """Whether a figure was worked out over several rows."""
    return any(len({o.fact for o in f.operands}) > 1 for f in evidence.findings if f.formula is not None)


def _tells_addends(evidence: Evidence, made: Evidence, text: str) -> bool:
    """Whether each of several rows was found that a list adds up, where no sum is asked for."""
    whole, *addends = made.findings
    found = sorted(f.value for f in evidence.findings)
    each = len(addends) > 1 and found == sorted(f.value for f in addends)
    return each and whole.formula is not None and not asks_sum(text)


def _falls_short(evidence: Evidence, asked: _Asked) -> bool:
    """Whether one printed figure was found where a place, a gap, a share or what each one costs is asked for."""
    single = len(evidence.findings) == 1 and evidence.findings[0].formula is None
    return (
        single
        and not evidence.told
        and asked.plan.operation is Operation.LOOKUP
        and asks_more(asked.text.replace(_bare(evidence.findings[0].label), ""), asked.plan)
    )


def _bare(label: str) -> str:
    """A name without the unit behind it: 「药占比（%）」 asks for no share by itself."""
    return fold(_UNIT_BEHIND.sub("", label))


def _refused(text: str) -> Declined:
    return Declined(Reason.NOT_DISCLOSED, text, final=True)


def _own(sources: Sources) -> str:
    body = sources.body
    return fold("".join((body.region, body.name, body.within, *body.names)))


def _meant_already(
    listing: Listing, text: str, sources: Sources, before: Plan | None, among: Sequence[str]
) -> list[str]:
    """Rows that are meant without being named: the units that are asked about, what was spoken of before."""
    units = among or ([sources.body.name] if sources.body.within else [])
    rows = {fold(item.name) for item in listing.items}
    meant = [name for name in units if fold(name) in rows]
    spoken = before.subject if before is not None and _TURNED_BACK.search(text) else None
    if isinstance(spoken, Term) and fold(spoken.name) in rows and fold(spoken.name) not in text:
        meant.append(spoken.name)
    return meant


def _is_meant(listing: Listing, said: Said, text: str) -> bool:
    """Whether a question speaks of a list: of its rows, columns or heading, or of things bought, of projects; what
    is done for a unit is not all that the unit has."""
    bought = _BUYING.search(text) and _BOUGHT.search(listing.above + listing.key)
    if bought or said.headed > 2:
        return True
    by_key = any(one.by == listing.key for one in said.named)
    if said.named and not by_key:
        return bool(said.columns) and not listing.is_money(said.columns[0])
    return by_key or bool(said.columns) or ("项目" in text and "项目" in listing.key)
