"""Accounts that have nothing in a column, where it is left blank and the others prove it: 「没有项目支出的科目」 (某栏为空的科目).

A blank is no zero. But where all that an account comes to is printed as basic expenditure, none of it is project expenditure.
"""

# ruff: noqa: E501 - rows are read whole
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.cells import TOTAL
from ingest.model import Fact
from ingest.numbers import plain
from service.figures.told import printed_as
from service.model import Body, Condition, Evidence, Operation, Plan
from service.parts.members import parts_of
from service.read.levels_said import level_said

#: Each of the two columns of expenditure, and the other.
OTHER = {"项目支出": "基本支出", "基本支出": "项目支出"}
_MOST = 40
#: How the note begins that says both columns were held against each other, account by account.
CHECKED = "逐项对照的是"


def none_of_column(body: Body, plan: Plan, condition: Condition, facts: Sequence[Fact]) -> Evidence | None:
    """The accounts without any of the column that the plan is of, with all that they come to; None where that is not
    asked, or where a blank is left open."""
    name = plan.subject.name if plan.subject is not None else ""
    if (
        name not in OTHER
        or condition.by is not Operation.LOOKUP
        or condition.relation != "="
        or condition.limit
    ):
        return None
    # By function, at the level that is said: what is paid for staff and offices is told by economic class as well.
    level = level_said(plan.text) or "项"
    own = parts_of(replace(plan, text=f"{level}级科目的{name}", statement=None, breakdown=None), facts)
    if not own:
        return None
    columns = {column: _column(own[0], column, facts) for column in (TOTAL, name, OTHER[name])}
    none: list[Fact] = []
    for code, whole in columns[TOTAL].items():
        mine, other = columns[name].get(code), columns[OTHER[name]].get(code)
        if mine is None and (other is None or other.value != whole.value):
            return None  # a blank, and nothing that proves it to be none
        if mine is None or not mine.value:
            none.append(whole)
    if not columns[TOTAL]:
        return None
    lead = (
        f"{body.name}{own[0].year}年度{level}级科目{len(columns[TOTAL])}项里，没有{name}的有 {len(none)} 项"
    )
    names = "、".join(
        f"{f.subject.name}（{plain(f.value or Decimal(0))} {f.unit}，全部是{OTHER[name]}）"
        for f in none[:_MOST]
    )
    told = f"{lead}：{names}。" if none else f"{lead}。"
    note = f"{CHECKED}《{own[0].source.table or own[0].statement}》的{TOTAL}、{name}两栏。"
    findings = tuple(printed_as(f.subject.name, f, body.name) for f in none[:_MOST])
    return Evidence(findings, notes=(note,), told=told) if none else None


def _column(first: Fact, column: str, facts: Sequence[Fact]) -> dict[str, Fact]:
    """The figures of a column in the statement and at the level of ``first``, by code."""
    return {
        f.subject.code: f
        for f in facts
        if f.breakdown == column and f.subject.code and f.value is not None
        and (f.document_id, f.statement, f.stage, f.fund, f.year) == (first.document_id, first.statement, first.stage, first.fund, first.year)
        and (f.subject.kind, f.subject.level) == (first.subject.kind, first.subject.level) and f.measure is first.measure
    }  # fmt: skip
