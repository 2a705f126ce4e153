"""Units of a place called by short names: 「汶河县职业中专」「县中医院」「水保站」 (以简称称呼所属单位).

The question is read as if it named them in full, so that it is of them; a name that several units go by stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ingest.model import Document, Fact
from ingest.patterns import regex
from ingest.text import fold
from service.follow.conversation import Talk
from service.model import Body
from service.scope.called import IS_KIND, LEVEL, calls, place_of
from service.scope.roll import Roll
from service.scope.towns import each_of_towns, says_town
from service.scope.units import UnitsOf

FactsOf = Callable[[Sequence[Document]], Sequence[Fact]]

#: What may stand straight before a short name, and behind it.
_BEFORE = regex(
    r"(?:^|[^\u4e00-\u9fff]|[的和与跟同及比在由给是度里中内对把问看占除含去有按那]|\d年|[\u4e00-\u9fff]{2}[局委厅]|其中|下属|所属|直属|下面|底下|下辖|加上|请问|还有|听说)$"
)
_BEHIND = regex(
    r"(?:[^\u4e00-\u9fff]|$|[的和与跟同及比在有是这那里各谁哪两三四五六几二总一都加占多少现全能要到还实本其])"
    r"|[今去上前明]年|收[入到]|支出|花|预算|决算|公用|人[员手数]|教?职工|员工|在[岗职编]|项目|基本|工资|编制|财政|事业|经费|其他|其它|学生|教师|床位|教学班|门诊|搬|采购|买|管|车|年"
)
#: What makes another name of the one before it.
_GOES_ON = regex(r"[长分附党部团办所科室站园校区]|工会|院长|感染|路|街道|社区")
_TOWN = regex("[镇乡]|街道")
_LISTED = ("、", "和", "与", "及", "跟")
_LONGEST, _SHORTEST, _KNOWN = 24, 2, 4


@dataclass(frozen=True, slots=True)
class _Called:
    """A run of a question and the full name of the unit that it calls; an ``account`` may be called like it."""

    start: int
    end: int
    name: str
    account: bool = False


def by_short_name(text: str, bodies: Roll, talk: Talk, units_of: UnitsOf, facts_of: FactsOf) -> str:
    """The question with the units named in full that it calls by short names, where their place or department is said
    or spoken of; one that an account is called like is left to what else is asked."""
    found: list[_Called] = []
    of_town = _of_town(text, bodies, units_of)
    if of_town is not None:
        text = each_of_towns(text, [n for d in of_town.documents for n in units_of(d.id)])
    for body in bodies.loaded:
        names = list(dict.fromkeys(n for d in body.documents for n in units_of(d.id)))
        places = places_of(text, body) if len(names) > 1 else []
        spoken = _is_spoken_of(body, names, talk)
        if not names or not (places or spoken or body is of_town):
            continue
        masked = "".join("\0" if any(a <= i < b for a, b in places) else c for i, c in enumerate(text))
        accounts: set[str] | None = None
        for start, end in _runs(masked, names):
            if any(one.start < end and start < one.end for one in found):
                continue
            if IS_KIND.fullmatch(masked[start:end]) and all(start != b for _, b in places):
                continue  # 「下属的医院」 are all of them
            beside = any(start == b for _, b in places)
            if name := _meant(masked[start:end], names, body, masked[end:], spoken, beside):
                accounts = (
                    accounts if accounts is not None else {f.subject.name for f in facts_of(body.documents)}
                )
                low = next((a for a, b in places if b == start), start)
                found.append(_Called(low, end, name, masked[start:end] in accounts))
    for one in sorted(_surely(found, text), key=lambda c: -c.start):
        text = text[: one.start] + one.name + text[one.end :]
    return text


def _surely(found: Sequence[_Called], text: str) -> list[_Called]:
    """Those that no account is called like, and those in a list with them: 「检验所、图书馆两家」."""
    sure = [one for one in found if not one.account]
    ends = {one.end + 1 for one in sure if text[one.end : one.end + 1] in _LISTED}
    starts = {one.start - 1 for one in sure if text[one.start - 1 : one.start] in _LISTED}
    return [*sure, *(one for one in found if one.account and (one.start in ends or one.end in starts))]


def _of_town(text: str, bodies: Roll, units_of: UnitsOf) -> Body | None:
    """The one department that has units of a town which the text says."""
    if not _TOWN.search(text):
        return None
    own = [b for b in bodies.loaded if says_town(text, [n for d in b.documents for n in units_of(d.id)])]
    return own[0] if len(own) == 1 else None


def places_of(text: str, body: Body) -> list[tuple[int, int]]:
    """Where the text says the place of a department: 云川市青岚区, 青岚区 or 青岚."""
    return places_in(text, body.name)


def places_in(text: str, name: str) -> list[tuple[int, int]]:
    """Where the text says the place that a name begins with."""
    region = place_of(fold(name))
    pieces = re.findall(r"[\u4e00-\u9fff]+?[省市区县州盟旗镇乡]", region)
    forms = [region, *pieces[-1:], *(p[:-1] for p in pieces[-1:] if len(p) > 2)]
    said = next((form for form in forms if form and form in text), "")
    return [m.span() for m in re.finditer(re.escape(said), text)] if said else []


def _is_spoken_of(body: Body, names: Sequence[str], talk: Talk) -> bool:
    """Whether the last turn was of the department or of one of its units."""
    keys = talk[-1].bodies if talk else ()
    return any(key.split("|")[0] in (body.key, *map(fold, names)) for key in keys)


def _runs(text: str, names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Runs that may be a short name: from where one may begin to a character that one may end with; longest first."""
    last = {fold(name)[-1] for name in names} | set("中小幼专")
    starts = [i for i, c in enumerate(text) if "\u4e00" <= c <= "\u9fff" and _BEFORE.search(text[:i])]
    runs = [
        (s, e) for s in starts for e in range(s + _SHORTEST, min(len(text), s + _LONGEST) + 1)
        if text[e - 1] in last and "\0" not in text[s:e]
    ]  # fmt: skip
    yield from sorted(runs, key=lambda run: run[0] - run[1])


def _meant(run: str, names: Sequence[str], body: Body, behind: str, spoken: bool, beside: bool) -> str:
    """The one unit that a run calls, most surely of all; empty where none or several are. ``beside`` a place that its
    printed name has not, it is not found as it stands."""
    scores = {name: calls(run, name, body.name, spoken) for name in names}
    best = max(scores.values())
    own = {fold(name): name for name, score in scores.items() if score == best}
    known = best > 2 and len(run) >= _KNOWN and not LEVEL.match(run) and not beside  # found as it stands
    if not best or len(own) != 1 or known or _GOES_ON.match(behind):
        return ""
    return next(iter(own.values())) if best > 2 or _BEHIND.match(behind) else ""
