"""Projects of nearly one name, and one name in several rows: each is told by its full name (同名项目).

水利设施维修（一期） and （二期）, a fund with and without what it pays for behind it in brackets, a project that two
units carry out: who says only what they share is told all of them, never one for another.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ingest.model import Fact, Measure, Origin
from ingest.numbers import plain
from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources
from service.figures.compute import compute
from service.figures.held import once
from service.model import PHRASE_KINDS, Evidence, Finding, Operation, Plan, Term
from service.targets import Point

_KIND = "项目"
_TAIL = regex(
    r"(?:[（(](?P<inner>[^（）()]*)[)）]|(?P<part>第?[一二三四五六七八九十\d]+(?:期|标段|阶段|批次?)))(?:工程|项目)?$"
)
#: A shorter name might be any word; so much of what tells a name apart is enough to have said it.
_SHORTEST, _SAID = 4, 2
#: Operations of one project's figure.
_OF_ONE = (Operation.LOOKUP, Operation.COMPLETION)
_TOGETHER = regex(r"合计|一共|总共|加起来|总[额数和]|哪[个些]|最[大多高小少低]")
_MOST = 6
#: Which of them is not meant, by what tells it apart: 「不含二期那个」, 「不带括号的」.
_NOT_THAT = regex(r"(?:不(?:含|包括|带|是|算|要)|没有?带|除去?了?|非)(?P<what>[^，。？]{1,20})")
_BRACKETS = regex("括号|括弧|后缀")
#: How the note begins that says by what one of them was left out.
LEFT_OUT = "名称相近的项目有"

Groups = Mapping[str, Mapping[str, tuple[Fact, ...]]]


def nearly_named(plan: Plan, points: Sequence[Point], sources: Sources) -> Evidence | None:
    """The figure of each project that the words fit as well; None where they fit one alone, or more is asked."""
    if plan.operation not in _OF_ONE or len(points) > 1 or plan.also or plan.places or plan.count_unit:
        return None
    subject = plan.subject
    if subject is not None and subject.kind not in PHRASE_KINDS and plan.explained > _UNSURE:
        return None
    text = fold(plan.text)
    left_out = "".join(said["what"] for said in _NOT_THAT.finditer(text))
    text = _NOT_THAT.sub("", text) if left_out else text
    groups = once(sources.facts, ("nearly named", plan.year), lambda: _groups(plan, sources.facts))
    known = _parted(subject.name) if subject is not None and subject.kind in PHRASE_KINDS else ("", "")
    heard = known[0] if not known[1] else ""  # a full name was said, or spoken of before
    said = [stem for stem in groups if stem in text or stem == heard]
    meant = [stem for stem in said if not _is_told_apart(stem, groups[stem], text)]
    if not meant or _TOGETHER.search(text):
        return None
    stem = max(meant, key=len)
    apart = {name: _without_mixed(name, groups[stem]) for name in groups[stem]}
    if left_out:
        return _by_what_is_left_out(plan, apart, left_out, sources)
    if len(apart) > 1:
        return _by_name(plan, apart, sources)
    return _by_row(plan, next(iter(apart.values())), sources)


#: So little of a question understood leaves open what it is of.
_UNSURE = 0.5


def _groups(plan: Plan, facts: Sequence[Fact]) -> Groups:
    """Amounts of projects by what their names share and by name, where that is several names or several rows."""
    found: dict[str, dict[str, list[Fact]]] = {}
    for fact in facts:
        own = fact.subject.kind == _KIND and fact.year == plan.year and fact.value is not None
        if own and fact.measure in (Measure.AMOUNT, Measure.COMPLETION):
            stem, rest = _parted(fact.subject.name)
            found.setdefault(stem, {}).setdefault(rest[:_SAID], []).append(fact)
    return {
        stem: {rest: tuple(held) for rest, held in names.items()}
        for stem, names in found.items()
        if len(stem) >= _SHORTEST and (len(names) > 1 or _rows(next(iter(names.values()))))
    }


def _parted(name: str) -> tuple[str, str]:
    """What a name shares with those like it, and what tells it apart, both folded."""
    bare = name.strip().removesuffix("项目")
    tail = _TAIL.search(bare)
    if tail is None or len(fold(bare[: tail.start()])) < _SHORTEST:
        return fold(bare), ""
    return fold(bare[: tail.start()]), fold(tail["inner"] or tail["part"] or "")


def _is_told_apart(stem: str, names: Mapping[str, tuple[Fact, ...]], text: str) -> bool:
    """Whether the text says, besides what the names share, what tells one of them apart."""
    rest = text.replace(stem, "\0")
    return any(part and part in rest for part in names)


def _rows(held: Sequence[Fact]) -> list[Fact]:
    """The rows of one table that bear one name, each by the figure of one column; none where it is one row."""
    cells = [f for f in held if f.origin is Origin.CELL and f.measure is Measure.AMOUNT]
    if not cells:
        return []
    first = cells[0]
    column = (first.document_id, first.source.table, first.source.column, first.stage, first.breakdown)
    same = [
        f for f in cells if (f.document_id, f.source.table, f.source.column, f.stage, f.breakdown) == column
    ]
    places = {(f.source.page, f.source.box): f for f in same}
    values = {(f.value, f.unit) for f in same}
    return list(places.values()) if len(values) > 1 else []


def _without_mixed(name: str, names: Mapping[str, tuple[Fact, ...]]) -> list[Fact]:
    """The figures of a name but those that are another's, of a fuller name, told by the shorter one."""
    others = {(f.value, f.unit) for other, held in names.items() if len(other) > len(name) for f in held}
    own = [f for f in names[name] if (f.value, f.unit) not in others]
    return own or list(names[name])


def _by_what_is_left_out(
    plan: Plan, apart: Mapping[str, Sequence[Fact]], left_out: str, sources: Sources
) -> Evidence | None:
    """The one project that is left where the others are said not to be meant, by what tells their names apart."""
    kept = [name for name in apart if not name or not (name in left_out or _BRACKETS.search(left_out))]
    one = _finding(plan, apart[kept[0]], sources) if len(kept) == 1 < len(apart) else None
    note = f"{LEFT_OUT}{len(apart)}个，问题说了不要哪个，这里是其余的一个。"
    return Evidence((one,), notes=(note,)) if one is not None else None


def _by_name(plan: Plan, apart: Mapping[str, Sequence[Fact]], sources: Sources) -> Evidence | None:
    found = [_finding(plan, apart[name], sources) for name in sorted(apart, key=len)]
    told = [finding for finding in found if finding is not None]
    if len(told) < 2 or len(told) > _MOST:
        return None
    each = "；".join(f"{f.label}{f.stage if f.unit != '%' else ''} {plain(f.value)} {f.unit}" for f in told)
    said = (
        f"{sources.body.name}{told[0].year}年度名称相近的项目有{len(told)}个，按全称分别列出，没有合并：{each}。"
        "只问其中一个，请写出全称。"
    )
    return Evidence(tuple(told), told=said)


def _by_row(plan: Plan, held: Sequence[Fact], sources: Sources) -> Evidence | None:
    rows = [f for f in _rows(held) if plan.stage is None or f.stage is plan.stage]
    told = [finding for f in rows if (finding := _finding(plan, [f], sources)) is not None]
    if plan.operation is not Operation.LOOKUP or not 1 < len(told) <= _MOST:
        return None
    first = rows[0]
    values = "、".join(f"{plain(f.value)} {f.unit}" for f in told)
    said = (
        f"{sources.body.name}{first.year}年度{first.stage.value}：第{first.source.page}页《{first.source.table}》有"
        f"{len(told)}行都叫「{first.subject.name}」，分别为 {values}。所属单位或内容不同，没有合并。"
    )
    return Evidence(tuple(told), told=said)


def _finding(plan: Plan, held: Sequence[Fact], sources: Sources) -> Finding | None:
    if not held:
        return None
    name = min((f.subject for f in held), key=lambda subject: -len(subject.name)).name
    own = [f for f in held if fold(f.subject.name) == fold(name)] or list(held)
    finding = compute(_of(plan, own[0]), own)[0]
    return None if finding is None else replace(finding, entity=sources.body.name)


def _of(plan: Plan, fact: Fact) -> Plan:
    subject = Term(fact.subject.name, fact.subject.kind, fact.subject.code, fact.subject.path)
    return replace(plan, subject=subject, breakdown=None, statement=None, fund=None, explained=1.0, taken=())
