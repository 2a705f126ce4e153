"""「收入主要靠什么」「钱从哪来」: the sources of a year's income by size, each with its share of the whole (主要来源).

Only where the sources that one statement prints add up to the total it prints: then none is missing or counted twice.
"""

# ruff: noqa: E501 - rows are read whole
from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import groupby

from ingest.cells import TOTAL
from ingest.model import Fact, Measure, Origin
from ingest.numbers import plain
from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources
from service.figures.ratios import rounded
from service.figures.told import label_of
from service.model import Evidence, Finding, Operand, Plan

_MONEY = r"(?:总|本年|全年|全部|预算|决算)*(?:收入|钱|资金|经费|家底)(?:预算|决算)?(?:来源)?"
_MAIN = r"(?:都|主要|大部分|绝大部分|大头|基本|最|一般|是|的|又|到底|究竟|来源|有|要|全|里|中)*"
_FROM = (
    r"(?:(?:依靠|依赖|指望|仰仗|靠)(?:的)?(?:是)?(?:什么|啥|哪[里儿些块项笔个样]*|谁)(?:来的?|收入|支撑|给的?|钱|资金|渠道)?"
    r"|(?:来源于|来自于?|出自|打|从)(?:哪|什么|何|啥)(?:里|儿|些|处|地方|渠道|方面)*(?:来的?|得来|出)?"
    r"|(?:是)?(?:哪|什么|何)(?:里|儿|些|处)?来的?|(?:最大|主要)的?来源(?:是)?(?:什么|哪[里儿些块项笔个]*|啥)?"
    r"|(?:谁|哪里|哪儿)给的|(?<=来源)(?:是|有|为)?(?:什么|啥|哪(?:里|儿|些|几[项块个])))"
)
_HEAD_ON = regex(rf"{_MONEY}{_MAIN}{_FROM}")
#: 「收入大头是什么」「收入按来源从大到小」「收入来源排序」「收入里哪项最多」.
_BY_SIZE = regex(
    r"(?:总|本年|全年|预算|决算)*收入(?:预算|决算)?(?:里|中|里面|当中|的|按|各|来源|构成|组成)*"
    r"(?:大头|最大的?(?:一)?[块笔项部来源分]*|哪[一块笔项个种类]*(?:来源|收入)?最[多大高]|从[大多高]到[小少低]|排(?:序|名|一下)|最[多大高]的)"
)
_BESIDE = regex(
    r"是|的|有|什么|啥|哪[里儿些块项笔个样一]*|多少|占|比重?|比例|几成|百分之几|各|分别|列|出|说|讲|请|一下|排|序|来源|收入|和|及|，|、|？|。|吗|呢|啊|呀|从[大多高]到[小少低]"
)
KIND = "收入来源"
_WHOLES = ("本年收入合计", "收入总计", "收入合计")
_PARTS_OF = {
    "财政拨款收入": ("一般公共预算财政拨款收入", "政府性基金预算财政拨款收入", "国有资本经营预算财政拨款收入"),
}  # fmt: skip
_PLACES = 3


def mainly(plan: Plan, sources: Sources) -> Evidence | None:
    """The largest sources with their shares; None where the question asks for none, or they do not add up."""
    if not _is_asked(plan):
        return None
    for held in _by_statement(plan, sources.facts):
        found = _proven(held)
        if found is not None:
            return _told(*found, sources, ordered=_HEAD_ON.search(fold(plan.text)) is None)
    return None


def _is_asked(plan: Plan) -> bool:
    subject = plan.subject
    if (subject is not None and subject.kind not in ("总额", KIND)) or plan.intent == "原因":
        return False
    text = fold(plan.text)
    match = _HEAD_ON.search(text) or _BY_SIZE.search(text)
    return match is not None and not _BESIDE.sub("", text[: match.start()] + text[match.end() :])


def _by_statement(plan: Plan, facts: Sequence[Fact]) -> Iterable[list[Fact]]:
    """Printed amounts of the plan's year, document by document and statement by statement; nothing of one fund alone."""
    own = [
        f
        for f in facts
        if f.year == plan.year and f.origin is Origin.CELL and f.value is not None and f.measure is Measure.AMOUNT
        and (f.subject.kind == KIND or f.subject.name in _WHOLES) and f.breakdown == TOTAL
        and (not plan.home or f.document_id in plan.home) and not f.statement.startswith("财政拨款")
        and (plan.stage is None or f.stage is plan.stage)
    ]  # fmt: skip

    def place(fact: Fact) -> tuple[str, str, str]:
        return fact.document_id, fact.statement, fact.stage.value

    for _, held in groupby(sorted(own, key=place), key=place):
        yield list(held)


def _proven(held: Sequence[Fact]) -> tuple[list[Fact], Fact] | None:
    """The sources and the total that they add up to; None where they add up to none that is printed."""
    parts: dict[str, Fact] = {}
    for fact in held:
        if fact.subject.kind == KIND and fact.subject.name not in _WHOLES:
            parts.setdefault(fact.subject.name, fact)
    wholes = [f for name in _WHOLES for f in held if f.subject.name == name]
    coarse = [f for name, f in parts.items() if not any(name in inner for inner in _PARTS_OF.values())]
    fine = [f for name, f in parts.items() if name not in _PARTS_OF]
    for chosen in (fine, coarse):
        known = [f for f in chosen if f.value]
        for whole in wholes:
            if known and sum((f.value or Decimal(0) for f in known), Decimal(0)) == whole.value:
                return sorted(known, key=lambda f: f.value or Decimal(0), reverse=True), whole
    return None


def _told(parts: Sequence[Fact], whole: Fact, sources: Sources, *, ordered: bool) -> Evidence:
    """The sources in their order; where the main one is asked for its share stands behind them."""
    told = [_of(part, whole, sources.body.name) for part in parts[:_PLACES]]
    findings = [own for own, _ in told] + ([] if ordered else [told[0][1]])
    lines = [
        f"{label_of(p)} {plain(p.value or Decimal(0))} {p.unit}（占 {plain(_share(p, whole))}%）"
        for p in parts[:_PLACES]
    ]
    rest = f"；另有{len(parts) - _PLACES}项较小的" if len(parts) > _PLACES else ""
    head = f"{sources.body.name}{whole.year}年度{whole.stage.value}"
    head = f"{head}{label_of(whole)} {plain(whole.value or Decimal(0))} {whole.unit}，"
    said = f"{head}最大的来源是{lines[0]}；其次是{'、'.join(lines[1:])}{rest}。"
    said = said if lines[1:] else f"{head}全部来自{lines[0]}。"
    return Evidence(tuple(findings), told=said)


def _share(part: Fact, whole: Fact) -> Decimal:
    return rounded((part.value or Decimal(0)) / (whole.value or Decimal(1)) * 100)


def _of(part: Fact, whole: Fact, entity: str) -> tuple[Finding, Finding]:
    """A source's amount, and its share of the whole."""
    name = label_of(part)
    own = Finding(name, part.value or Decimal(0), part.unit, part.measure, part.year, part.stage.value,
                  (Operand(name, part),), printed=part, entity=entity)  # fmt: skip
    share = _share(part, whole)
    formula = f"{plain(own.value)} ÷ {plain(whole.value or Decimal(0))} × 100% = {plain(share)}%"
    operands = (Operand(name, part), Operand(label_of(whole), whole))
    label = f"{name}占{label_of(whole)}的比重"
    return own, replace(own, label=label, value=share, unit="%", measure=Measure.SHARE, operands=operands,
                        formula=formula, printed=None)  # fmt: skip
