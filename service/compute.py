"""Figures computed in front of the reader: exact, with the formula and its operands (计算)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from ingest.cells import TOTAL
from ingest.model import Fact, Flow, Fund, Measure, Stage
from ingest.numbers import convert, plain
from service.lookup import Found, look_up
from service.model import Finding, Operand, Operation, Plan, Term

_TWO_PLACES = Decimal("0.01")
_HUNDRED = Decimal(100)

_INCOME, _EXPENDITURE = Term("本年收入合计", "总额"), Term("本年支出合计", "总额")
#: The whole that a share is of, by kind of its subject, where the question does not name one.
_WHOLES: dict[str, Term] = {
    "功能分类": _EXPENDITURE,
    "支出结构": _EXPENDITURE,
    "收入来源": _INCOME,
    "经济分类": Term("基本支出", "支出结构"),
    "三公经费": Term("“三公”经费", "三公经费"),
    "政府采购": Term("政府采购支出", "政府采购"),
    "机关运行": Term("基本支出", "支出结构"),
    "会议培训": _EXPENDITURE,
    "结转结余": _EXPENDITURE,
    "项目": Term("项目支出", "支出结构"),
}
_NARROWER = {"人员经费": Term("基本支出", "支出结构"), "公用经费": Term("基本支出", "支出结构")}


def compute(plan: Plan, facts: Sequence[Fact]) -> tuple[Finding | None, tuple[Fact, ...]]:
    """The headline figure of a plan, and figures elsewhere in the documents that contradict its operands."""
    return _OPERATIONS.get(plan.operation, _lookup)(plan, facts)


def label_of(fact: Fact) -> str:
    """Name of a figure for people: subject, and the part of it where it is a part."""
    name = fact.subject.name
    return name if fact.breakdown in (TOTAL, "约数") else f"{name}（{fact.breakdown}）"


def in_unit(finding: Finding, unit: str | None) -> Finding:
    """The finding in another unit of money, with the conversion in its formula."""
    if unit is None or unit == finding.unit or (finding.formula is not None and finding.unit == "%"):
        return finding
    value = convert(finding.value, finding.unit, unit)
    if value is None:
        return finding
    formula = f"{plain(finding.value)} {finding.unit} = {plain(value)} {unit}"
    return replace(finding, value=value, unit=unit, formula=formula)


def _lookup(plan: Plan, facts: Sequence[Fact]) -> tuple[Finding | None, tuple[Fact, ...]]:
    found = look_up(plan, facts)
    if found is None or found.fact.value is None:
        return None, ()
    fact = found.fact
    finding = Finding(
        label_of(fact), found.fact.value, fact.unit, fact.measure, fact.year, fact.stage.value,
        (Operand(label_of(fact), fact),), printed=fact,
    )  # fmt: skip
    return finding, found.others


def _share(plan: Plan, facts: Sequence[Fact]) -> tuple[Finding | None, tuple[Fact, ...]]:
    part = look_up(plan, facts)
    if part is None or part.fact.value is None:
        return _printed_only(plan, facts, Measure.SHARE)
    whole = _whole_of(plan, part.fact, facts)
    if whole is None or not whole.value:
        return _printed_only(plan, facts, Measure.SHARE)
    top, bottom = _same_unit(part.fact, whole)
    ratio = _round(top / bottom * _HUNDRED)
    formula = f"{plain(top)} ÷ {plain(bottom)} × 100% = {ratio}%"
    printed = look_up(replace(plan, breakdown=None, statement=None), facts, Measure.SHARE)
    operands = (Operand(label_of(part.fact), part.fact), Operand(label_of(whole), whole))
    label = f"{label_of(part.fact)}占{label_of(whole)}的比重"
    told = printed.fact if printed and _near(printed.fact, ratio) else None
    finding = Finding(
        label, ratio, "%", Measure.SHARE, part.fact.year, part.fact.stage.value, operands, formula, told
    )  # fmt: skip
    return finding, part.others + ((printed.fact,) if printed and told is None and _same_whole(plan) else ())


def _same_whole(plan: Plan) -> bool:
    return plan.base is None


def _near(fact: Fact, ratio: Decimal) -> bool:
    """Whether a printed ratio may be the one computed: within a tenth of it, else it is of another whole."""
    return fact.value is not None and abs(fact.value - ratio) <= max(Decimal("0.2"), abs(ratio) / 10)


def _whole_of(plan: Plan, part: Fact, facts: Sequence[Fact]) -> Fact | None:
    """The whole of a share: the named one, else the total of the same table and column, else by kind."""
    base = plan.base or _NARROWER.get(part.subject.name) or _WHOLES.get(part.subject.kind)
    if base is None:
        return None
    if part.source.sequence >= 0:
        for fact in facts:
            same_table = fact.source.sequence == part.source.sequence and fact.document_id == part.document_id
            same = fact.breakdown == part.breakdown and fact.fund is part.fund and fact.stage is part.stage
            if same_table and same and fact.subject.name == base.name and fact.year == part.year:
                return fact
    wider = replace(
        plan, subject=base, breakdown=None, statement=None, year=part.year, fund=_fund_of_whole(plan, part),
        stage=part.stage, flow=Flow.NONE,
    )  # fmt: skip
    found = look_up(wider, facts)
    return found.fact if found else None


def _fund_of_whole(plan: Plan, part: Fact) -> Fund | None:
    if plan.base is not None and plan.base.kind == "总额":
        return plan.fund
    return (
        None
        if part.fund is Fund.ALL or part.subject.kind in ("三公经费", "收入来源", "政府采购")
        else part.fund
    )


def _change(plan: Plan, facts: Sequence[Fact]) -> tuple[Finding | None, tuple[Fact, ...]]:
    printed = look_up(_whole_plan(plan), facts, Measure.CHANGE)
    computed = _difference(plan, facts)
    if printed is not None and printed.fact.value is not None:
        fact = printed.fact
        finding = Finding(
            f"{label_of(fact)}比上年增减额", fact.value or Decimal(0), fact.unit, Measure.CHANGE, fact.year,
            fact.stage.value, (Operand("比上年增减额", fact),), printed=fact,
        )  # fmt: skip
        if computed is not None and _differ(computed, finding):
            return replace(
                finding, operands=finding.operands + computed.operands, formula=computed.formula
            ), ()
        return finding, printed.others
    return computed, ()


def _whole_plan(plan: Plan) -> Plan:
    """A printed change or rate stands in a sentence, which belongs to no statement."""
    return replace(
        plan,
        statement=None,
        stage=None if plan.stage in (Stage.EXECUTION, Stage.FINAL_ACCOUNTS) else plan.stage,
    )


def _difference(plan: Plan, facts: Sequence[Fact]) -> Finding | None:
    """This year's figure less last year's, each from its own document or column."""
    now = look_up(plan, facts)
    if now is None or now.fact.value is None:
        return None
    before = look_up(replace(plan, year=now.fact.year - 1, stage=now.fact.stage, fund=now.fact.fund), facts)
    if before is None or before.fact.value is None:
        return None
    new, old = _same_unit(now.fact, before.fact)
    unit = now.fact.unit
    formula = f"{plain(new)} − {plain(old)} = {plain(new - old)}"
    operands = (Operand(f"{now.fact.year}年", now.fact), Operand(f"{before.fact.year}年", before.fact))
    label = f"{label_of(now.fact)}比{before.fact.year}年增减额"
    return Finding(
        label, new - old, unit, Measure.CHANGE, now.fact.year, now.fact.stage.value, operands, formula
    )


def _differ(one: Finding, other: Finding) -> bool:
    value = convert(one.value, one.unit, other.unit)
    return value is not None and abs(value - other.value) > _TWO_PLACES


def _change_rate(plan: Plan, facts: Sequence[Fact]) -> tuple[Finding | None, tuple[Fact, ...]]:
    amount, _ = _change(plan, facts)
    now = look_up(plan, facts)
    printed = look_up(_whole_plan(plan), facts, Measure.CHANGE_RATE)
    computed = _rate(amount, now) if amount else None
    if computed is not None:
        told = printed.fact if printed and printed.fact.value is not None else None
        if told is None or _near(told, computed.value):
            return replace(computed, printed=told), ()
    if printed is not None and printed.fact.value is not None:
        fact = printed.fact
        finding = Finding(
            f"{label_of(fact)}比上年增减幅度", fact.value or Decimal(0), "%", Measure.CHANGE_RATE, fact.year,
            fact.stage.value, (Operand("比上年增减幅度", fact),), printed=fact,
        )  # fmt: skip
        return finding, ()
    return computed, ()


def _rate(change: Finding, now: Found | None) -> Finding | None:
    """Change over last year's figure, which is this year's less the change where last year's is not loaded."""
    if now is None or now.fact.value is None:
        return None
    current = convert(now.fact.value, now.fact.unit, change.unit)
    if current is None or current == change.value:
        return None
    base = current - change.value
    ratio = _round(change.value / base * _HUNDRED)
    formula = f"{plain(change.value)} ÷ ({plain(current)} − ({plain(change.value)})) × 100% = {ratio}%"
    operands = (*change.operands, Operand(label_of(now.fact), now.fact))
    label = f"{label_of(now.fact)}比上年增减幅度"
    return Finding(label, ratio, "%", Measure.CHANGE_RATE, change.year, change.stage, operands, formula)


def _against_budget(plan: Plan, facts: Sequence[Fact]) -> tuple[Fact, Fact] | None:
    """Outcome and budget of one subject; the budget that stands with the outcome, in its sentence or table."""
    outcome = look_up(replace(plan, stage=Stage.FINAL_ACCOUNTS), facts)
    wanted = plan.stage if plan.stage in (Stage.ADJUSTED_BUDGET, Stage.INITIAL_BUDGET) else None
    order = (Stage.INITIAL_BUDGET, Stage.ADJUSTED_BUDGET, Stage.BUDGET)
    if plan.subject is not None and plan.subject.kind == "项目":
        order = (
            Stage.ADJUSTED_BUDGET,
            Stage.BUDGET,
            Stage.INITIAL_BUDGET,
        )  # a project is held to its final budget
    for stage in (wanted,) if wanted else order:
        budget = look_up(replace(plan, stage=stage, statement=None), facts)
        if outcome is None or budget is None or outcome.fact is budget.fact:
            continue
        paired = _paired(plan, budget.fact, facts)
        return paired or outcome.fact, budget.fact
    return None


def _paired(plan: Plan, budget: Fact, facts: Sequence[Fact]) -> Fact | None:
    """The outcome printed beside a budget: of one fund with it, as 一般公共预算 is set against 一般公共预算."""
    same = look_up(replace(plan, stage=Stage.FINAL_ACCOUNTS, fund=budget.fund, statement=None), facts)
    return same.fact if same else None


def _variance(plan: Plan, facts: Sequence[Fact]) -> tuple[Finding | None, tuple[Fact, ...]]:
    pair = _against_budget(plan, facts)
    if pair is None:
        return None, ()
    outcome, budget = pair
    new, old = _same_unit(outcome, budget)
    operands = (Operand(outcome.stage.value, outcome), Operand(budget.stage.value, budget))
    formula = f"{plain(new)} − {plain(old)} = {plain(new - old)}"
    label = f"{label_of(outcome)}决算数比{budget.stage.value}数增减额"
    finding = Finding(label, new - old, outcome.unit, Measure.CHANGE, outcome.year, "决算", operands, formula)
    return finding, ()


def _completion(plan: Plan, facts: Sequence[Fact]) -> tuple[Finding | None, tuple[Fact, ...]]:
    pair = _against_budget(plan, facts)
    printed = look_up(replace(plan, stage=None, statement=None), facts, Measure.COMPLETION)
    if pair is None or not pair[1].value:
        return _printed_only(replace(plan, stage=None), facts, Measure.COMPLETION)
    outcome, budget = pair
    top, bottom = _same_unit(outcome, budget)
    ratio = _round(top / bottom * _HUNDRED)
    operands = (Operand(outcome.stage.value, outcome), Operand(budget.stage.value, budget))
    formula = f"{plain(top)} ÷ {plain(bottom)} × 100% = {ratio}%"
    label = f"{label_of(outcome)}完成{budget.stage.value}的比例"
    told = printed.fact if printed and _near(printed.fact, ratio) else None
    return Finding(label, ratio, "%", Measure.COMPLETION, outcome.year, "决算", operands, formula, told), ()


def _printed_only(
    plan: Plan, facts: Sequence[Fact], measure: Measure
) -> tuple[Finding | None, tuple[Fact, ...]]:
    found = look_up(replace(plan, statement=None), facts, measure)
    if found is None or found.fact.value is None:
        return None, ()
    fact = found.fact
    label = f"{label_of(fact)}{measure.value}"
    return Finding(
        label, found.fact.value, fact.unit, measure, fact.year, fact.stage.value, (Operand(label, fact),), printed=fact
    ), found.others  # fmt: skip


def _same_unit(one: Fact, other: Fact) -> tuple[Decimal, Decimal]:
    """Values of two facts in the unit of the first."""
    assert one.value is not None and other.value is not None
    value = convert(other.value, other.unit, one.unit)
    return one.value, other.value if value is None else value


def _round(value: Decimal) -> Decimal:
    return value.quantize(_TWO_PLACES, rounding=ROUND_HALF_UP)


_OPERATIONS: dict[Operation, Callable[[Plan, Sequence[Fact]], tuple[Finding | None, tuple[Fact, ...]]]] = {
    Operation.LOOKUP: _lookup,
    Operation.EXISTENCE: _lookup,
    Operation.SHARE: _share,
    Operation.CHANGE: _change,
    Operation.CHANGE_RATE: _change_rate,
    Operation.VARIANCE: _variance,
    Operation.COMPLETION: _completion,
}
