"""A follow-up that asks for a share of what was spoken of last: 「城乡社区支出」「其中项目支出」「占比」 (款内追问).

The whole is the account that the part was told within, not all that the body spends, unless 总支出 is said.
"""

from __future__ import annotations

from dataclasses import replace

from ingest.model import Flow, Fund, Stage
from ingest.patterns import regex
from service.accounts.less import holds
from service.follow.conversation import Talk
from service.model import CODED_KINDS, OF_BUDGET, Operation, Plan, Ratio, Term
from service.scope.scope import Scope

_COLUMNS = ("基本支出", "项目支出")
_WITHIN = regex(r"其中|里[面头边]?|当中|中的")
_OF_ALL = regex(r"总|全[部年局委厅办]|合计|所有|整个|预算的|[局委厅办]的?支出")


def within_spoken(plan: Plan, talk: Talk) -> Plan | None:
    """The plan to follow, as a share of the account that held what was told last; None where it is no such share."""
    named = plan.subject is not None and not plan.assumed
    if plan.operation is not Operation.SHARE or plan.base is not None or named or _OF_ALL.search(plan.text):
        return None
    last = talk[-1].plan
    if last.subject is None or last.subject.kind not in CODED_KINDS or last.operation is not Operation.LOOKUP:
        return None
    if last.breakdown in _COLUMNS:
        return replace(last, operation=Operation.SHARE, base=last.subject)
    if last.fund is not None and _WITHIN.match(last.text):  # 「其中财政拨款多少」「占比多少」
        ratio = Ratio(((last.subject, last.fund),), ((last.subject, Fund.ALL),))
        return replace(
            last, operation=Operation.SHARE, breakdown=None, fund=None, flow=Flow.EXPENDITURE, ratio=ratio
        )
    before = talk[-2].plan.subject if len(talk) > 1 and talk[-2].bodies == talk[-1].bodies else None
    if not _WITHIN.search(last.text) or not is_within(last.subject, before):
        return None
    return replace(last, operation=Operation.SHARE, base=before)


def column_of_that(plan: Plan, last: Plan) -> Plan | None:
    """「其中项目支出占多大比重」 after an account: of that account, whose 项目支出 is a column of its row."""
    named, spoken = plan.subject, last.subject
    if (
        plan.operation is not Operation.SHARE
        or named is None
        or spoken is None
        or plan.base not in (None, spoken)
    ):
        return None
    asked = named.name in _COLUMNS and _WITHIN.match(plan.text) and not _OF_ALL.search(plan.text)
    told = spoken.kind in CODED_KINDS and last.operation is Operation.LOOKUP
    return (
        replace(last, operation=Operation.SHARE, base=spoken, breakdown=named.name)
        if asked and told
        else None
    )


def is_of_half(plan: Plan, before: Plan, scope: Scope) -> bool:
    """「项目支出多少」, then the share of one account by its name alone: of that half of the spending."""
    bare = plan.subject is not None and plan.subject.kind == "功能分类" and not scope.mention.bodies
    half = (
        before.subject is not None
        and before.subject.name in _COLUMNS
        and before.operation is Operation.LOOKUP
    )
    return bare and half and not scope.period.years and _OF_ALL.search(plan.text) is None


def is_within(part: Term | None, whole: Term | None) -> bool:
    """Whether an account lies below another by its code."""
    if part is None or whole is None or not whole.code or whole.kind not in CODED_KINDS:
        return False
    return part.kind == whole.kind and holds(whole, part)


def is_of_rate(before: Plan, asked: Operation | None = None) -> bool:
    """Whether the budget was only named as what a rate is of: what is asked behind it is not of the budget for that."""
    rate = before.operation is Operation.COMPLETION and before.stage in (Stage.BUDGET, Stage.INITIAL_BUDGET)
    return rate and asked not in OF_BUDGET
