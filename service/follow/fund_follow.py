"""A follow-up that changes the money spoken of, or asks for its target: 「一般公共预算的呢」 (追问资金与目标)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.cells import TOTAL
from ingest.model import Fact, Flow, Fund, Stage
from ingest.patterns import regex
from service.figures.lookup import same_subject
from service.model import CODED_KINDS, Operation, Plan
from service.scope.scope import Scope

_LEAD = (
    r"(?:那么?|其中|里面|同一?个?科目|同样的?|这个?科目|该科目|只|单|光|仅|看|在|按|到|换成?|再|用|如果|的)*"
)
_END = r"(?:里|中|上|内)?的?(?:金额|数|项目支出|基本支出)?(?:又|各|是|有|为|列)*(?:多少|几)?(?:钱|万元)?[呢啊呀]?"
_OF_FUND = regex(
    rf"{_LEAD}(?P<fund>一般公共|政府性基金|国有资本经营|财政拨款)(?:预算)?(?:财政)?(?:拨款)?(?:支出)?(?:决算|预算)?"
    rf"(?:明细)?(?:的?[那这]?张?表|部分|口径|[这那]块|资金)?{_END}"
)
_FUNDS = {
    "一般公共": Fund.GENERAL,
    "政府性基金": Fund.GOVERNMENT_FUND,
    "国有资本经营": Fund.STATE_CAPITAL,
    "财政拨款": Fund.APPROPRIATION,
}
_TARGET = regex(
    r"(?:那么?|又|它|其|当年|年初)*(?:定|设|订|下达)?(?:下|了)?的?(?:年度|绩效|预期)*(?:目标|指标)值?(?:又|呢|定|设|是|为|的)*(?:多少|几|多高)?(?:呢)?"
)
_ITEMS = frozenset((*CODED_KINDS, "支出结构", "项目"))


def of_fund(plan: Plan, before: Plan, facts: Sequence[Fact]) -> Plan | None:
    """The item spoken of, of the fund that the follow-up names alone; not understood where it has no such figure."""
    said = _OF_FUND.fullmatch(plan.text)
    item = before.subject
    if said is None or item is None or item.kind not in _ITEMS or before.operation is not Operation.LOOKUP:
        return None
    fund = _FUNDS[said["fund"]]
    # What was spent out of a fund, and not what came in for the account.
    side = Flow.INCOME if before.flow is Flow.INCOME else Flow.EXPENDITURE
    own = [f for f in facts if f.year == before.year and same_subject(f, item) and f.flow is side]
    held = {f.fund for f in own if f.breakdown == (before.breakdown or TOTAL)}
    known = fund in held or (fund is Fund.APPROPRIATION and Fund.GENERAL in held)
    return replace(
        before, fund=fund, statement=None, text=plan.text, parted=plan.parted, explained=1.0 if known else 0.0,
        taken=() if known else (f"{item.name}（{fund.value}）",), also=(), intent=None,
        flow=side if item.kind in CODED_KINDS else before.flow,
    )  # fmt: skip


def of_target(plan: Plan, before: Plan, scope: Scope, facts: Sequence[Fact]) -> Plan | None:
    """The target of the indicator spoken of, in the year that the follow-up names or that was spoken of."""
    item = before.subject
    if item is None or item.kind != "绩效指标" or not _TARGET.fullmatch(plan.text):
        return None
    year = max(scope.period.years, default=before.year or 0)
    stages = {f.stage for f in facts if f.year == year and f.subject.name == item.name}
    stage = next((s for s in (Stage.INITIAL_BUDGET, Stage.BUDGET) if s in stages), None)
    return replace(
        before, operation=Operation.LOOKUP, subject=replace(item, path=()), stage=stage, text=plan.text,
        explained=1.0 if stage else 0.0, taken=() if stage else ("目标值",), also=(), intent=None, base_year=None,
    )  # fmt: skip
