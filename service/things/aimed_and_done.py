"""What was aimed at and what came of it, of one indicator of a performance table: apart, or the aim alone (目标与完成).

A sentence often tells what was done under a name of its own: it is no answer to what was planned.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ingest.model import Fact, Measure
from ingest.numbers import plain
from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources
from service.figures.told import printed_as
from service.listings.said import says
from service.model import Evidence, Finding, Plan
from service.read.alike import sounds_like
from service.targets import Point

_AIM = r"(?:年初|原定|原来|当初|既定)?(?:计划|目标|指标|任务)(?:值|数|任务|面积|的)*"
_DONE = r"(?:最后|最终)?(?:实际|真正|完成|做)"
_MUCH = r"[^，。？\d]{0,6}?相?差(?:[了出]|额)*(?:多少|几)"
#: How far both are apart, by no side; what was aimed at.
_APART = regex(
    rf"{_AIM}(?:跟|和|与|同){_DONE}{_MUCH}|{_DONE}(?:完成|做)?[的值数]*(?:跟|和|与|同){_AIM}{_MUCH}"
)
_AIMED = regex(rf"{_AIM}(?:是|为|定|要|做)*(?:多少|几)")
_AIM_COLUMN, _DONE_COLUMN = regex(r"指标值|目标|计划|预期"), regex(r"实际|完成")
_ASIDE = regex(r"^(?:那个|这个|的|那|这)+|(?:的|那块|那项|方面)+$")
_VERB = regex(
    r"^(?:设置|布设|新建|建设|修建|开展|完成|举办|安装|购置|配备|培训|治理|改造|打配?|铺设|埋设|栽植|种植|组织|发放|实施)"
)


def aimed_and_done(plan: Plan, points: Sequence[Point], sources: Sources) -> Evidence | None:
    """Both and the gap, or the aim; None where no one indicator of the year has the name that is said."""
    text = plan.parted or plan.text
    said = _APART.search(text) or _AIMED.search(text)
    if said is None or len(points) != 1 or text[said.end() :].strip("，？?").count("，"):
        return None
    if plan.subject is None and any(run not in text for run in plan.taken):
        return None  # it is one of what was spoken of before, which has none
    meant = meant_by(_ASIDE.sub("", fold(text[: said.start()])), both_of(plan, sources.facts))
    if len(meant) != 1:
        return None
    aim, done = (told_as(fact, sources.body.name) for fact in meant[0])
    if not _APART.search(text):
        return Evidence((aim,))
    gap, unit = abs(aim.value - done.value), "个百分点" if aim.unit == "%" else aim.unit
    high, low = (aim, done) if aim.value >= done.value else (done, aim)
    formula = f"{plain(high.value)} − {plain(low.value)} = {plain(gap)}"
    found = Finding(f"{meant[0][0].subject.name}目标与完成之差", gap, unit, Measure.COUNT, aim.year, done.stage,
                    (*high.operands, *low.operands), formula, entity=sources.body.name)  # fmt: skip
    told = (
        f"{sources.body.name}{plan.year}年度「{meant[0][0].subject.name}」目标 {plain(aim.value)} {aim.unit}，"
        f"实际完成 {plain(done.value)} {done.unit}，相差 {plain(gap)} {unit}（{formula}）。"
    )
    return Evidence((found, aim, done), told=told)


def meant_by(name: str, pairs: Mapping[str, list[tuple[Fact, Fact]]]) -> list[tuple[Fact, Fact]]:
    """The indicators that a name says the surest, with or without the verb of what is done before it."""
    for word in (name, _VERB.sub("", name)):
        best = max((says(word, key) for key in pairs), default=0) if len(word) > 2 else 0
        if best:
            return [pair for key, held in pairs.items() if says(word, key) == best for pair in held]
    return [pair for key, held in pairs.items() if len(name) > 3 and _sounds(name, key) for pair in held]


def _sounds(name: str, key: str) -> bool:
    """Whether a part of an indicator's name was meant by one that sounds like it."""
    parts = (key[start : start + len(name)] for start in range(len(key) - len(name) + 1))
    return any(sounds_like(name, part) for part in parts)


def both_of(plan: Plan, facts: Sequence[Fact]) -> dict[str, list[tuple[Fact, Fact]]]:
    """Targets and outcomes of the year's indicators in one unit, by the indicator's folded name."""
    rows: dict[tuple[object, ...], list[Fact]] = {}
    for fact in facts:
        if fact.subject.kind == "绩效指标" and fact.year == plan.year and fact.value is not None:
            source = fact.source
            rows.setdefault((fact.document_id, source.page, fact.subject.path, fact.subject.name), []).append(
                fact
            )
    found: dict[str, list[tuple[Fact, Fact]]] = {}
    for (*_, name), held in rows.items():
        done = [f for f in held if _DONE_COLUMN.search(f.source.column)]
        aims = [f for f in held if _AIM_COLUMN.search(f.source.column) and f not in done]
        if len(aims) == len(done) == 1 and aims[0].unit == done[0].unit:
            found.setdefault(fold(str(name)), []).append((aims[0], done[0]))
    return found


def told_as(fact: Fact, body: str) -> Finding:
    """A figure of an indicator under its name and the heading of its column."""
    label = f"{fact.subject.name}（{fact.source.column}）"
    assert fact.value is not None
    return printed_as(label, fact, body)
