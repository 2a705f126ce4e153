"""A part of what was spoken of, in the column that was spoken of: 「项目支出多少，其中水利工程建设多少」 (追问同栏).

「其中」 asks for the part that an account has in that figure: in 项目支出, in 事业收入, in what was left at the end of
the year. What the account spent in all is another figure, and is never told for it; where no table prints the part,
it is said that it was not found.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.cells import TOTAL
from ingest.model import Fact, Flow, Fund
from ingest.patterns import regex
from ingest.text import fold
from service.accounts.lexicon import term_of
from service.figures.held import facts_of, plain_name
from service.model import CODED_KINDS, Operation, Plan, Ratio, Term
from service.projects.form_rows import of_sources, project_of, rows_of

#: What was spoken of is pointed at as what holds the part.
WITHIN = regex(
    r"^(?:那么?|这|，)*(?:其中|(?:这|那)?(?:里[面头边]?|当中|之中)|[这那][笔些个项一]*(?:钱|资金|支出|收入|经费|结余|款)?(?:里[面头边]?|当中|之中|中))"
)
_HALVES = ("基本支出", "项目支出")
_INCOME = "本年收入合计"
_OPERATIONS = (Operation.LOOKUP, Operation.SHARE)
#: Appropriation named as where the money came from.
_GIVEN = ("财政拨款收入", "一般公共预算财政拨款收入")
#: What belongs to the whole body where no account is named.
_OF_ALL = ("结转结余", "收入来源", "绩效指标")


def column_kept(plan: Plan, before: Plan, facts: Sequence[Fact]) -> Plan | None:
    """The plan of the part in the column spoken of; None where the follow-up asks for no such part."""
    subject, last = plan.subject, before.subject
    if (
        subject is None
        or last is None
        or (plan.assumed and not _is_flow(before))
        or before.operation is not Operation.LOOKUP
    ):
        return None
    if before.also or before.count_unit:
        return None
    if (row := _row_of_form(plan, before, facts)) is not None:
        return row
    if (flow := _FLOWS.get(subject.name)) and plan.operation is Operation.LOOKUP and _is_flow(before):
        return _of_that(plan, before, flow, facts)
    if not WITHIN.match(plan.text) or plan.operation not in _OPERATIONS or plan.breakdown:
        return None
    if last.kind in CODED_KINDS and subject.kind in _OF_ALL:
        given = subject.name in _GIVEN and before.flow is not Flow.INCOME
        return _given(plan, before, facts) if given else _of_account(plan, before, facts)
    column = _column(before)
    if not column or subject.kind not in CODED_KINDS or subject.kind == "经济分类":
        return None
    made = _in_column(plan, before, column, facts)
    return replace(made, base=last) if plan.operation is Operation.SHARE else made


def _row_of_form(plan: Plan, before: Plan, facts: Sequence[Fact]) -> Plan | None:
    """A source of a project's money, after the project or another source of it was told of."""
    project = project_of(before.subject)
    named = before.subject.name if before.subject is not None else ""
    if not project and WITHIN.match(plan.text) and rows_of(named, before.year, facts):
        project = named
    of_money = project and plan.subject is not None and plan.subject.kind in _OF_ALL
    if not of_money or not (WITHIN.match(plan.text) or len(plan.text) < _SHORT):
        return None
    stage = plan.stage or before.stage
    return of_sources(replace(plan, year=before.year, stage=stage), project, facts)


#: What comes in for an account, is spent, and is left of it, by the columns of the statements on one fund.
_FLOWS = {
    "年初结转和结余": "年初结转和结余", "本年收入合计": _INCOME, "收入总计": _INCOME, "本年支出合计": TOTAL,
    "年末结转和结余": "年末结转和结余",
}  # fmt: skip


def _is_flow(before: Plan) -> bool:
    """Whether what came in for an account, or was left of it, was told last."""
    coded = before.subject is not None and before.subject.kind in CODED_KINDS
    return coded and (before.breakdown in (*_FLOWS, "本年收入") or before.flow is Flow.INCOME)


def _of_that(plan: Plan, before: Plan, column: str, facts: Sequence[Fact]) -> Plan:
    """「年初结转多少，本年收入多少，年末还剩多少」: each of the account that the first is of."""
    assert before.subject is not None
    if column != TOTAL:
        return _in_column(replace(plan, subject=before.subject, assumed=False), before, column, facts)
    spent = replace(plan, subject=before.subject, assumed=False, breakdown=None, flow=Flow.EXPENDITURE)
    return replace(spent, fund=before.fund, explained=1.0, taken=())


#: A follow-up no longer than this names nothing else.
_SHORT = 14


def _column(before: Plan) -> str:
    """The column that the figure spoken of stands in; empty where it is what was spent in all."""
    subject = before.subject
    if subject is None:
        return ""
    if before.breakdown and subject.kind in CODED_KINDS:
        return before.breakdown
    if subject.kind == "支出结构" and subject.name in _HALVES:
        return subject.name
    if subject.kind == "收入来源":
        return subject.name
    if subject.kind == "总额" and subject.name in (_INCOME, "收入总计"):
        return _INCOME
    return _balance(subject.name) if subject.kind == "结转结余" else ""


def _balance(name: str) -> str:
    side = (
        "年初" if regex("年初|上年").search(name) else "年末" if regex("年末|结转下年").search(name) else ""
    )
    return f"{side}结转和结余" if side else ""


def _in_column(plan: Plan, before: Plan, column: str, facts: Sequence[Fact]) -> Plan:
    """What the account has in a column, where a table prints it."""
    assert plan.subject is not None
    held = [f for f in _own(plan.subject, before.year, facts) if _stands_in(f, column)]
    held.sort(key=lambda f: f.fund is not before.fund)
    fund = before.fund if held and held[0].fund is before.fund else None
    if not held:
        return replace(plan, explained=0.0, taken=(f"{column}中的{plan.subject.name}",))
    first = held[0]
    return replace(
        plan, subject=term_of(first), breakdown=None if first.breakdown == TOTAL else first.breakdown, fund=fund,
        flow=Flow.INCOME if column == _INCOME and first.breakdown == TOTAL else None, stage=plan.stage or before.stage,
        explained=1.0, taken=(),
    )  # fmt: skip


def _of_account(plan: Plan, before: Plan, facts: Sequence[Fact]) -> Plan:
    """What of an account was carried over, or came from a source: never what all accounts together did."""
    assert plan.subject is not None and before.subject is not None
    column = _balance(plan.subject.name) or plan.subject.name
    made = _in_column(replace(plan, subject=before.subject), before, column, facts)
    return made if made.taken == () else replace(made, taken=(f"{before.subject.name}的{column}",))


def _given(plan: Plan, before: Plan, facts: Sequence[Fact]) -> Plan:
    """What of an account was spent out of appropriation, and its share of what was spent on it in all."""
    assert before.subject is not None
    own = (f for f in _own(before.subject, before.year, facts) if f.flow is Flow.EXPENDITURE)
    held = {f.fund for f in own if f.breakdown == (before.breakdown or TOTAL)}
    fund = next((f for f in (Fund.APPROPRIATION, Fund.GENERAL) if f in held), None)
    if fund is None or before.fund is not None or not held - {Fund.APPROPRIATION, Fund.GENERAL}:
        return replace(plan, explained=0.0, taken=(f"{before.subject.name}中的财政拨款",))
    made = replace(
        before, operation=plan.operation, fund=fund, flow=Flow.EXPENDITURE, text=plan.text, parted=plan.parted,
        statement=None, explained=1.0, taken=(),
    )  # fmt: skip
    if plan.operation is Operation.LOOKUP:
        return made
    of_all = replace(made, ratio=Ratio(((before.subject, fund),), ((before.subject, Fund.ALL),)))
    return replace(of_all, fund=None)


def _own(subject: Term, year: int | None, facts: Sequence[Fact]) -> list[Fact]:
    named = facts_of(facts, subject.name, subject.code)
    alike = plain_name(subject.name)
    return [
        f for f in named if f.value is not None and f.year == year and plain_name(f.subject.name) == alike
    ]


def _stands_in(fact: Fact, column: str) -> bool:
    if column == _INCOME:
        return (fact.breakdown == TOTAL and fact.flow is Flow.INCOME) or fact.breakdown == "本年收入"
    return fold(fact.breakdown) == fold(column)
