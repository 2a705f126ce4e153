"""Figures that a document gives for each quarter: one of them, all, the largest, their sum (分季度).

「第一季度用款计划25.88万元，第二季度用款计划180.74万元…」: the quarters of one thing are told in one place, of a
project that the section is about.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from ingest.model import Chunk, Fact, Measure
from ingest.numbers import plain
from ingest.patterns import regex
from ingest.text import fold
from service.figures.quarter_runs import quarters_named
from service.figures.ratios import rounded
from service.figures.several import add_up
from service.figures.told import label_of
from service.model import Body, Declined, Evidence, Finding, Operand, Operation, Plan
from service.projects.project_of import project_of
from service.read.added_said import is_added
from service.read.terms import overlap
from service.refuse import cannot_add
from service.text.lexical import Index

_ORDER = "一二三四"
_NAME = regex(r"第?([一二三四1234])季度(.*)")
#: What a question says of quarters, and how it asks; the rest names the thing, or the project that it is of.
_ASKS = regex(
    r"[上下]半年|半|(?:第?[一二三四1234][、和与及]?)*[个]?季度?|[各每哪][一个]*季度?|第[一二三四]|季度?|度|各|分别|每|个"
)
_MOST = regex(r"最[多大高少小低]|从[大高多小低少]|排")
_RUN = regex(r"最[后初]|前一?|头一?")
_APART = regex(r"各|分别|每|逐")
_SHARE = regex(r"占(?!地|用)|比重|比例|百分之")
#: A whole that is not the quarters': 「占基本支出的比重」.
_OTHER_WHOLE = regex(
    r"占(?!地|用|比)(?:了|到)?(?:其|本|该|整个|全部|所有|上述|这)*(?!全年|一年|年度?|项目|四个?季度?|4个?季|各季|用款|计划|总|合计|全部|百分|多少|几|比|的)[\u4e00-\u9fff]{2,}?(?:的|百分|多少|几|比|$)"
)
_ALL = regex(r"(?<!第)[四4]个?季度|[各每哪][一个]{0,2}季度|分季度|按季度|季度(?:各|分别)")
#: What asks for a figure, and what asks for words of the same quarters (四个季度打算怎么推进).
_FIGURE = regex(r"多少|几[元万成个]|钱|金额|合计|一共|总共|加起来|占|最[多大高少小低]|用得|花")
_MANNER = regex(r"怎么(?!样?花|变)|如何|咋(?!花)|(?:做|干|推进|完成)(?:什么|啥|哪)|什么事|进度|任务|原因")
#: So much of a word that no account explains must stand in the section, for the question to be about it.
_HELD = 0.6


def of_quarters(
    plan: Plan, body: Body, facts: Sequence[Fact], index: Callable[[], Index]
) -> Evidence | Declined | None:
    """What is told of the quarters that are asked for; None where none are, or none are told of.

    A plan of one project is told with its name; where it cannot be said whose it is, or which quarters, it is not told.
    """
    text = fold(plan.text)
    of_year = "用款" in text and not re.search("季|[上下]半年", text)  # 全年用款计划
    if not (of_year or re.search("季|[上下]半年", text)) or plan.operation is Operation.DEFINITION:
        return None
    if plan.operation is Operation.AVERAGE and ("用款" not in text or re.search("平均|月", text)):
        return None
    fitting = [s for s in _series(plan, facts) if _is_meant(text, plan, s, index().chunks)]
    if len(fitting) != 1:
        return cannot_add(body, plan, ["用款计划"]) if of_year and plan.assumed else None
    named = quarters_named(text)
    if of_year or (named and not named[1] and _ALL.search(text)):
        named = (set(), of_year)
    wanted, run = named or ({0}, False)
    held = [f for quarter, f in sorted(fitting[0].items()) if not wanted or quarter in wanted]
    whose = project_of(next(iter(fitting[0].values())), index().chunks)
    if not held or len(held) < len(wanted or (of_year and _ORDER) or ()) or whose is None or "月" in text:
        return cannot_add(body, plan, [label_of(next(iter(fitting[0].values())))])
    series = [_finding(f, body, whose) for _, f in sorted(fitting[0].items())]
    chosen = [_finding(f, body, whose) for f in held]
    if plan.operation is Operation.SHARE or _SHARE.search(text):
        if _OTHER_WHOLE.search(text):
            return cannot_add(body, plan, [label_of(held[0])])
        if len(chosen) > 1 and _APART.search(text) and (each := _shares(body, chosen, series)) is not None:
            return each
        return _share(body, chosen, series) or cannot_add(body, plan, [label_of(held[0])])
    return _told(plan, body, chosen, run)


def _series(plan: Plan, facts: Sequence[Fact]) -> list[dict[int, Fact]]:
    """Figures of the same thing by their quarter, two or more told in one place."""
    found: dict[tuple[str, int, str, str], dict[int, Fact]] = {}
    for fact in facts:
        name = _NAME.fullmatch(fold(fact.subject.name))
        if name is None or fact.year != plan.year or fact.value is None:
            continue
        quarter = int(name[1]) if name[1].isdigit() else _ORDER.index(name[1]) + 1
        key = (fact.document_id, fact.source.page, name[2], fact.unit)
        found.setdefault(key, {}).setdefault(quarter, fact)
    return [quarters for quarters in found.values() if len(quarters) > 1]


def _is_meant(text: str, plan: Plan, series: dict[int, Fact], chunks: Sequence[Chunk]) -> bool:
    """Whether what the question says is the name of the thing, or stands around it on its page."""
    fact = next(iter(series.values()))
    name = fold(fact.subject.name).partition("季度")[2]
    if _MANNER.search(text) or not (_FIGURE.search(text) or overlap(text, name) > 1):
        return False
    around = "".join(
        fold("".join((*c.path, c.text)))
        for c in chunks
        if c.document_id == fact.document_id and abs(c.page - fact.source.page) <= 1
    )
    known = fold(fact.subject.name) + around
    runs = [run for run in (_ASKS.sub("", fold(r)) for r in plan.taken) if len(run) > 1]
    return all(overlap(run, known) >= _HELD * len(run) for run in runs)


def _share(body: Body, part: Sequence[Finding], series: Sequence[Finding]) -> Evidence | None:
    """One or more quarters over all four; None where not all are told."""
    if len(series) < len(_ORDER):
        return None
    whole, some = add_up(series), add_up(part)
    if not whole.value:
        return None
    ratio = rounded(some.value / whole.value * 100)
    above = (some.formula or "").split(" = ")[0]
    above = f"({above})" if len(part) > 1 else above
    formula = f"{above} ÷ ({(whole.formula or '').split(' = ')[0]}) × 100% = {ratio}%"
    label = f"{_once('、'.join(f.label for f in part))}占四个季度合计的比重"
    first = part[0]
    told = f"{body.name}{first.year}年度{label}为 {ratio}%（{formula}）。"
    operands = (*(o for f in part for o in f.operands), *whole.operands)
    found = Finding(
        label, ratio, "%", Measure.SHARE, first.year, first.stage, operands, formula, entity=body.name
    )
    return Evidence((found,), told=told)


def _shares(body: Body, chosen: Sequence[Finding], series: Sequence[Finding]) -> Evidence | None:
    """Each quarter's own share of all four; None where not all are told."""
    made = [_share(body, [one], series) for one in chosen]
    if any(evidence is None for evidence in made):
        return None
    found = [evidence for evidence in made if evidence is not None]
    return Evidence(
        tuple(f for evidence in found for f in evidence.findings), told="\n".join(evidence.told for evidence in found)
    )  # fmt: skip


def _told(plan: Plan, body: Body, findings: list[Finding], run: bool) -> Evidence:
    """The quarters one by one; their sum first where it is asked for, or they are said as a run (前三季度)."""
    apart = _MOST.search(_RUN.sub("", fold(plan.text))) or _APART.search(plan.text)
    if len(findings) > 1 and (is_added(plan.text) or (run and not apart)):
        total = add_up(findings)
        return Evidence((replace(total, label=_once(total.label)), *findings))
    if len(findings) > 1 and apart and not _APART.search(plan.text):
        same = len({f.value for f in findings}) == 1
        ordered = sorted(findings, key=lambda f: f.value, reverse=not plan.least)
        first = findings[0]
        told = (
            f"{body.name}{first.year}年度各季度相同，都是 {plain(first.value)} {first.unit}。" if same else ""
        )
        return Evidence(tuple(findings if same else ordered), told=told)
    return Evidence(tuple(findings))


def _once(label: str) -> str:
    """Names of quarters side by side, with the project that they are of named once."""
    project = re.match("「[^」]+」", label)
    return project[0] + label.replace(project[0], "") if project else label


def _finding(fact: Fact, body: Body, whose: str) -> Finding:
    """The figure of a quarter, with the project that it is of."""
    label = f"{whose}{label_of(fact)}"
    assert fact.value is not None
    measure = Measure.AMOUNT if fact.yuan is not None else fact.measure
    found = Finding(
        label, fact.value, fact.unit, measure, fact.year, fact.stage.value,
        (Operand(label, fact),), printed=fact, entity=body.name,
    )  # fmt: skip
    return found
