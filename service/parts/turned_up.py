"""Parts that only one of two years has: accounts that are new, or that are gone (新增和取消的科目)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.model import Fact, Measure
from ingest.numbers import plain
from ingest.text import fold
from service.figures.told import printed_as
from service.model import Body, Evidence, Finding, Operand, Operation, Plan
from service.parts.conditions import NEW
from service.parts.members import parts_of

_MOST = 40


def turned_up(body: Body, plan: Plan, relation: str, facts: Sequence[Fact]) -> Evidence:
    """The parts that are new in the plan's year, or gone since the year before; nothing where one lists none."""
    year = plan.year or 0
    last = plan.base_year or year - 1
    now, before = (_of_year(plan, y, facts) for y in (year, last))
    if not _alike(now, before):
        return Evidence()
    only = _only(now, before) if relation == NEW else _only(before, now)
    level = f"{now[0].subject.level}级科目" if now[0].subject.level in ("类", "款", "项") else "分项"
    what = f"{year}年度有、{last}年度没有" if relation == NEW else f"{last}年度有、{year}年度没有"
    names = "、".join(f"{f.subject.name}（{plain(f.value or Decimal(0))} {f.unit}）" for f in only[:_MOST])
    told = f"{body.name}{what}的{level}有 {len(only)} 项" + (f"：{names}。" if only else "。")
    note = f"按《{_table(now[0])}》和《{_table(before[0])}》逐项对照。"
    findings = tuple(_finding(f, body) for f in only[:_MOST]) or (_none(now[0], level, body),)
    return Evidence(findings, notes=(note,), told=told)


def gone(plan: Plan, facts: Sequence[Fact]) -> list[Fact]:
    """The parts of the year before that are no longer listed; none where it is not known what there was."""
    year = plan.year or 0
    now, before = (_of_year(plan, y, facts) for y in (year, plan.base_year or year - 1))
    return _only(before, now) if _alike(now, before) else []


def _alike(now: Sequence[Fact], before: Sequence[Fact]) -> bool:
    """Whether two years list their parts at one level, of the same money."""
    if not now or not before:
        return False
    return (now[0].subject.level, now[0].fund) == (before[0].subject.level, before[0].fund)


def _only(have: Sequence[Fact], lack: Sequence[Fact]) -> list[Fact]:
    known = {f.subject.code for f in lack} | {_name(f) for f in lack}
    return [f for f in have if f.subject.code not in known and _name(f) not in known]


def _of_year(plan: Plan, year: int, facts: Sequence[Fact]) -> list[Fact]:
    return parts_of(replace(plan, operation=Operation.RANK, year=year, stage=None, base_year=None), facts)


def _name(fact: Fact) -> str:
    """A part's name with the account above it: codes are renumbered, names of one account stay."""
    return fold("".join((*fact.subject.path[-1:], fact.subject.name)))


def _table(fact: Fact) -> str:
    return fact.source.table or fact.statement


def _finding(fact: Fact, body: Body) -> Finding:
    name = fact.subject.name
    return printed_as(name, fact, body.name)


def _none(first: Fact, level: str, body: Body) -> Finding:
    operands = (Operand(first.subject.name, first),)
    return Finding(f"只有一年有的{level}数", Decimal(0), "个", Measure.COUNT, first.year, first.stage.value, operands,
                   entity=body.name)  # fmt: skip
