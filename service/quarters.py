"""Figures that a document gives for each quarter: one of them, all, the largest, their sum (分季度).

「第一季度用款计划25.88万元，第二季度用款计划180.74万元…」: the quarters of one thing are told in one place, of a
project that the section is about.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from ingest.model import Chunk, Fact, Measure
from ingest.numbers import plain
from ingest.text import fold
from service.hearing import is_added
from service.lexical import Index
from service.model import Body, Evidence, Finding, Operand, Operation, Plan
from service.ratios import rounded
from service.several import add_up
from service.terms import overlap
from service.told import label_of

_ORDER = "一二三四"
_NAME = re.compile(r"第?([一二三四1234])季度(.*)")
_SAID = re.compile(r"第?([一二三四1234])(?:[、和与及]?第?[一二三四1234])*个?季度")
#: What a question says of quarters, and how it asks; the rest names the thing, or the project that it is of.
_ASKS = re.compile(
    r"[上下]半年|半|(?:第?[一二三四1234][、和与及]?)*[个]?季度?|[各每哪][一个]*季度?|第[一二三四]|季度?|度|各|分别|每|个"
)
_MOST = re.compile(r"最[多大高少小低]|从[大高多小低少]|排")
_ALL = re.compile(r"(?<!第)[四4]个?季度|[各每哪][一个]{0,2}季度|分季度|按季度|季度(?:各|分别)")
#: What asks for a figure, and what asks for words of the same quarters (四个季度打算怎么推进).
_FIGURE = re.compile(r"多少|几[元万成个]|钱|金额|合计|一共|总共|加起来|占|最[多大高少小低]|用得|花")
_MANNER = re.compile(
    r"怎么(?!样?花|变)|如何|咋(?!花)|(?:做|干|推进|完成)(?:什么|啥|哪)|什么事|进度|任务|原因"
)
#: So much of a word that no account explains must stand in the section, for the question to be about it.
_HELD = 0.6


def of_quarters(plan: Plan, body: Body, facts: Sequence[Fact], index: Callable[[], Index]) -> Evidence | None:
    """What is told of the quarters that are asked for; None where none are, or none are told of."""
    text = fold(plan.text)
    if not re.search("季度|[上下]半年", text) or plan.operation in (Operation.AVERAGE, Operation.DEFINITION):
        return None
    fitting = [s for s in _series(plan, facts) if _is_meant(text, plan, s, index().chunks)]
    if len(fitting) != 1:
        return None
    wanted = _wanted(text)
    held = [f for quarter, f in sorted(fitting[0].items()) if not wanted or quarter in wanted]
    if not held or (wanted and len(held) < len(wanted)):
        return None
    if plan.operation is Operation.SHARE and len(held) == 1:
        return _share(body, held[0], sorted(fitting[0].items()))
    return _told(plan, body, held)


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


def _wanted(text: str) -> set[int]:
    """The quarters that are named; none where all are meant."""
    if _ALL.search(text):
        return set()
    digits = "".join(m[0] for m in _SAID.finditer(text))
    named = {int(c) if c.isdigit() else _ORDER.index(c) + 1 for c in digits if c in _ORDER or c in "1234"}
    half = {"上半年": {1, 2}, "下半年": {3, 4}}
    return named or next((quarters for word, quarters in half.items() if word in text), set())


def _share(body: Body, part: Fact, series: Sequence[tuple[int, Fact]]) -> Evidence | None:
    """One quarter over all four; None where not all are told."""
    if len(series) < len(_ORDER):
        return None
    whole = add_up([_finding(f, body) for _, f in series])
    value = part.value or Decimal(0)
    if not whole.value:
        return None
    ratio = rounded(value / whole.value * 100)
    formula = f"{plain(value)} ÷ ({(whole.formula or '').split(' = ')[0]}) × 100% = {ratio}%"
    label = f"{label_of(part)}占四个季度合计的比重"
    operands = (Operand(label_of(part), part), *whole.operands)
    told = f"{body.name}{part.year}年度{label}为 {ratio}%（{formula}）。"
    found = Finding(
        label, ratio, "%", Measure.SHARE, part.year, part.stage.value, operands, formula, entity=body.name
    )
    return Evidence((found,), told=told)


def _told(plan: Plan, body: Body, held: Sequence[Fact]) -> Evidence:
    findings = [_finding(f, body) for f in held]
    if len(findings) > 1 and (is_added(plan.text) or "半年" in plan.text):
        return Evidence((add_up(findings), *findings))
    if len(findings) > 1 and _MOST.search(plan.text):
        same = len({f.value for f in findings}) == 1
        ordered = sorted(findings, key=lambda f: f.value, reverse=not plan.least)
        first = findings[0]
        told = (
            f"{body.name}{first.year}年度各季度相同，都是 {plain(first.value)} {first.unit}。" if same else ""
        )
        return Evidence(tuple(findings if same else ordered), told=told)
    return Evidence(tuple(findings))


def _finding(fact: Fact, body: Body) -> Finding:
    assert fact.value is not None
    measure = Measure.AMOUNT if fact.yuan is not None else fact.measure
    found = Finding(
        label_of(fact), fact.value, fact.unit, measure, fact.year, fact.stage.value,
        (Operand(label_of(fact), fact),), printed=fact, entity=body.name,
    )  # fmt: skip
    return found
