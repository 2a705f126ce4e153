"""How many projects there are, what they come to together, what one of them comes to on average (项目总数和总额)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.model import Fact, Measure, Stage
from ingest.numbers import plain
from ingest.patterns import regex
from ingest.text import chinese_number
from service.compose import ELSEWHERE
from service.figures.ratios import rounded
from service.figures.several import add_up
from service.figures.told import label_of, printed_as
from service.model import Body, Evidence, Finding, Operand, Operation, Plan
from service.projects.projects import Projects, projects_of

_OF_ALL = (Operation.COUNT, Operation.SUM, Operation.AVERAGE)


def of_all_projects(body: Body, plan: Plan, facts: Sequence[Fact]) -> Evidence | None:
    """What the plan asks of all projects together; None where it asks something else, or the document does not tell."""
    if plan.operation not in _OF_ALL:
        return None
    known = projects_of(plan, facts)
    if plan.operation is Operation.COUNT:
        return _with_money(_number(known, body), plan, known, body)
    said = _SOME.search(plan.text)
    if said is not None and _number_of(said["n"]) != (known.stated or len(known.facts)):
        return None  # 「甲和乙两个项目一共」 are not all of them
    budgets_asked = "预算" in plan.text and not re.search("执行|花|决算|实际", plan.text)
    total = _total(known, body, projects_of(replace(plan, text="预算"), facts), budgets_asked)
    if total is None or plan.operation is Operation.SUM:
        return total
    return _average(total.findings[0], known, body)


_MONEY = regex("多少钱|总金额|金额|资金|多少万")


def _with_money(number: Evidence | None, plan: Plan, known: Projects, body: Body) -> Evidence | None:
    """How many projects there are with what they cost, where both are asked for: 「几个项目，一共多少钱」."""
    if number is None or known.count is not None or not _MONEY.search(plan.text):
        return number
    total = (
        add_up([_printed(f, body) for f in known.facts])
        if len(known.facts) > 1
        else _printed(known.facts[0], body)
    )
    told = f"{number.told.removesuffix('。')}，合计 {plain(total.value)} {total.unit}。"
    return replace(number, findings=(*number.findings, total), told=told)


#: So many projects that are added up.
_SOME = regex(r"(?P<n>[两二三四五六七八九十\d]{1,3})个(?:[^，。？的个]{0,4})?项目")


def _number_of(said: str) -> int:
    return int(said) if said.isdigit() else chinese_number(said.replace("两", "二")) or 0


def _number(known: Projects, body: Body) -> Evidence | None:
    if known.count is not None:
        return Evidence((_printed(known.count, body),))
    if not known.facts:
        return None
    first = known.facts[0]
    names = "、".join(f.subject.name for f in known.facts)
    operands = tuple(Operand(label_of(f), f) for f in known.facts)
    told = f"{body.name}{first.year}年度的公开资料逐个列出的项目有 {len(known.facts)} 个：{names}。"
    number, working = Decimal(len(known.facts)), f"{names}，共 {len(known.facts)} 个"
    found = Finding("列出的项目", number, "个", Measure.COUNT, first.year, first.stage.value, operands, working,
                    entity=body.name)  # fmt: skip
    return Evidence((found,), told=told)


def _total(known: Projects, body: Body, planned: Projects, budgets_asked: bool) -> Evidence | None:
    """The money of all projects as the document says it, else their sum where none is missing; ``planned`` are the
    projects with what they were to cost, which such a sentence may mean."""
    listed = add_up([_printed(f, body) for f in known.facts]) if known.facts and known.whole else None
    # What was spent is no answer where budgets are asked for and every project's is told.
    other = known.money is not None and known.money.stage is Stage.FINAL_ACCOUNTS and budgets_asked
    if known.money is not None and not (other and listed is not None):
        stated = _printed(known.money, body)
        budgets = add_up([_printed(f, body) for f in planned.facts]) if planned.facts else None
        note = _against(stated, listed) if listed is not None else ""
        note = note and _against(stated, budgets) if budgets is not None else note
        return Evidence((stated,), notes=(note,) if note else ())
    return Evidence((listed, *(_printed(f, body) for f in known.facts))) if listed is not None else None


def _against(stated: Finding, listed: Finding) -> str:
    """Where what is stated is not what is listed comes to, both are told."""
    one, other = (
        stated.operands[0].fact.yuan,
        sum((o.fact.yuan or Decimal(0) for o in listed.operands), Decimal(0)),
    )
    if one is None or abs(one - other) <= Decimal(100):
        return ""
    added = f"{plain(listed.value)} {listed.unit}（{listed.formula}）"
    return f"{ELSEWHERE}：逐个列出的项目相加为 {added}，与上数不同，请核对。"


def _average(total: Finding, known: Projects, body: Body) -> Evidence | None:
    count = known.stated or len(known.facts)
    if not count:
        return None
    value = rounded(total.value / count)
    formula = f"{plain(total.value)} {total.unit} ÷ {count} 个 = {plain(value)} {total.unit}"
    told = f"{body.name}{total.year}年度平均每个项目 {plain(value)} {total.unit}（{formula}）。"
    operands = total.operands + ((Operand(label_of(known.count), known.count),) if known.count else ())
    found = Finding("平均每个项目", value, total.unit, Measure.AMOUNT, total.year, total.stage, operands, formula,
                    entity=body.name)  # fmt: skip
    return Evidence((found,), told=told)


def _printed(fact: Fact, body: Body) -> Finding:
    return printed_as(label_of(fact), fact, body.name)
