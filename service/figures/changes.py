"""How much more or less than another year, as an amount, a rate or percentage points; outcome against budget (增减)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.model import Fact, Fund, Measure, Stage
from ingest.numbers import convert, plain
from ingest.patterns import regex
from service.figures.bases import BY_FUND, base_of, counts_from, same_money
from service.figures.both_totals import told_of_both
from service.figures.counted_then import counted_then
from service.figures.finest import finest
from service.figures.held import facts_at, facts_of
from service.figures.lookup import Found, differs, look_up
from service.figures.ratios import near, rounded, same_unit, share
from service.figures.told import label_of
from service.model import Finding, Operand, Plan, Term

Outcome = tuple[Finding | None, tuple[Fact, ...]]

#: What a printed rate is counted from is said where it is not the figure of this year's own kind.
_SAID_OF = {"执行": "执行数"}
_TWO_PLACES = Decimal("0.01")
POINTS = "个百分点"
_HUNDRED = Decimal(100)
_KINDS = {
    "预算": (Stage.BUDGET, Stage.INITIAL_BUDGET),
    "决算": (Stage.FINAL_ACCOUNTS,),
    "执行": (Stage.EXECUTION, Stage.FINAL_ACCOUNTS),
    "预算执行": (Stage.EXECUTION, Stage.FINAL_ACCOUNTS),
    "实际": (Stage.FINAL_ACCOUNTS, Stage.EXECUTION),
}


def change(plan: Plan, facts: Sequence[Fact]) -> Outcome:
    """The change that the document prints for last year, else this figure less that of the year named."""
    if (whole := _all_money(plan, facts)) is not None:
        return change(whole, facts)
    computed = _difference(plan, facts)
    printed = _printed(plan, facts, Measure.CHANGE)
    if printed is None or printed.fact.value is None:
        if computed is not None:
            return computed, ()
        found = _of_grand_total(plan, facts, change) or _of_one_fund(plan, facts, change)
        found = found if found[0] is not None else _of_all_income(plan, facts, change)
        return found if found[0] is not None else (_rate_alone(plan, facts), ())
    fact = printed.fact
    if computed is not None and _is_of_other_money(computed, fact):
        return computed, ()
    if computed is not None and _is_finer(plan.unit, fact.unit) and not _differ(computed, _as_told(fact)):
        return replace(computed, printed=fact), ()
    label = f"{label_of(fact)}比上年{base_of(fact, facts)}增减额"
    finding = Finding(
        label, fact.value or Decimal(0), fact.unit, Measure.CHANGE, fact.year,
        fact.stage.value, (Operand("比上年增减额", fact),), printed=fact,
    )  # fmt: skip
    if computed is not None and _differ(computed, finding):
        return replace(finding, operands=finding.operands + computed.operands, formula=computed.formula), ()
    return finding, printed.others


def _is_finer(wanted: str | None, printed: str) -> bool:
    """Whether money is wanted in a smaller unit than it is printed in, to which a text rounds: 元 of 2.24万元."""
    size = convert(Decimal(1), wanted, printed) if wanted else None
    return size is not None and size < 1


def _as_told(fact: Fact) -> Finding:
    return Finding("", fact.value or Decimal(0), fact.unit, fact.measure, fact.year, fact.stage.value, ())


def change_rate(plan: Plan, facts: Sequence[Fact]) -> Outcome:
    """The rate of change, computed where the figures are there, beside the rate that the document prints."""
    printed = _printed(plan, facts, Measure.CHANGE_RATE)
    told = printed.fact if printed and printed.fact.value is not None else None
    if plan.base_year is not None and not _is_last_year(plan):
        return _rate_of(_difference(plan, facts), plan, facts), ()
    amount, _ = change(plan, facts)
    if (
        told is not None
        and amount is not None
        and amount.printed is None
        and _is_of_other_money(amount, told)
    ):
        told = None
    if told is None and amount is not None and amount.unit == POINTS:
        return amount, ()  # a rate that rose by 1.13 points is told so, not by 1.16 %
    computed = _rate_of(amount, plan, facts)
    if computed is not None and (told is None or near(told, computed.value)):
        return replace(computed, printed=told), ()
    if told is not None:
        return _rate_printed(told, facts), ()
    if computed is not None:
        return computed, ()
    return _of_grand_total(plan, facts, change_rate) or _of_one_fund(plan, facts, change_rate)


def _rate_alone(plan: Plan, facts: Sequence[Fact]) -> Finding | None:
    """「同比下降多少」 where the document prints no amount, only the rate."""
    printed = _printed(plan, facts, Measure.CHANGE_RATE)
    return (
        _rate_printed(printed.fact, facts) if printed is not None and printed.fact.value is not None else None
    )


def _rate_printed(told: Fact, facts: Sequence[Fact]) -> Finding:
    since = f"上年{_SAID_OF.get(base_of(told, facts), '')}"
    return Finding(
        f"{label_of(told)}比{since}增减幅度", told.value or Decimal(0), "%", Measure.CHANGE_RATE, told.year,
        told.stage.value, (Operand("比上年增减幅度", told),), printed=told,
    )  # fmt: skip


def _is_of_other_money(computed: Finding, printed: Fact) -> bool:
    """Whether a printed change is of one fund, and the figures of all the money, both loaded, changed otherwise."""
    now = computed.operands[0].fact
    if now is None or now.fund is printed.fund or printed.value is None:
        return False
    if now.subject.kind != "总额" or printed.measure is not Measure.CHANGE:
        return now.subject.kind == "总额"
    value = convert(computed.value, computed.unit, printed.unit)
    return value is not None and abs(value - printed.value) > _TWO_PLACES


def _of_grand_total(
    plan: Plan, facts: Sequence[Fact], ask: Callable[[Plan, Sequence[Fact]], Outcome]
) -> Outcome | None:
    """The change of the grand total, by its name, where the text tells that of all the money and no other."""
    name = _GRAND.get(plan.subject.name) if plan.subject is not None else None
    if name is None or plan.fund is not None:
        return None
    found = ask(replace(plan, subject=Term(name, "总额"), fund=Fund.ALL, statement=None), facts)
    return found if found[0] is not None else None


def _all_money(plan: Plan, facts: Sequence[Fact]) -> Plan | None:
    """「总预算」 is what comes in and what goes out: the one whose change a sentence tells of all the money."""
    subject = plan.subject
    if subject is None or subject.name not in _GRAND or plan.fund is not None or not _BOTH.search(plan.text):
        return None
    for name in _GRAND.values() if _is_last_year(plan) else ():
        whole = replace(plan, subject=Term(name, "总额"), fund=Fund.ALL, statement=None)
        found = _printed(whole, facts, Measure.CHANGE)
        if found is not None and found.fact.fund is Fund.ALL and found.fact.subject.name == name:
            return whole
    return None


#: All that comes in and goes out, by no word for one of both.
_BOTH = regex(r"总预算|预算总[额数]|收支|总盘子|总的预算|全部预算")


def _of_one_fund(
    plan: Plan, facts: Sequence[Fact], ask: Callable[[Plan, Sequence[Fact]], Outcome]
) -> Outcome:
    """The change of the money that a document compares, said by its fund, where that of all money is not printed."""
    funds = (Fund.APPROPRIATION, Fund.GENERAL) if plan.fund is None and _is_last_year(plan) else ()
    found = ((fund, *ask(replace(plan, fund=fund), facts)) for fund in funds)
    return next(
        ((_said_of(finding, fund), others) for fund, finding, others in found if finding is not None),
        (None, ()),
    )


#: Income that is appropriated, by the name that texts tell it by.
_APPROPRIATED = Term("财政拨款收入", "收入来源")


def _of_all_income(
    plan: Plan, facts: Sequence[Fact], ask: Callable[[Plan, Sequence[Fact]], Outcome]
) -> Outcome:
    """The change of what is appropriated, told by its name, where it is all the income of the year there is."""
    if plan.subject is None or plan.subject.name != "本年收入合计" or plan.fund is not None:
        return None, ()
    own = replace(plan, subject=_APPROPRIATED)
    all_of_it, part = look_up(plan, facts), look_up(own, facts)
    if all_of_it is None or part is None or differs(all_of_it.fact, part.fact) or not _is_last_year(plan):
        return None, ()
    return ask(own, facts)


def _said_of(finding: Finding, fund: Fund) -> Finding:
    """The change named for its fund: that of the appropriations is none of all that was spent."""
    own = finding.printed.fund if finding.printed is not None else fund
    fund = own if own is not Fund.ALL else fund
    return finding if fund.value in finding.label else replace(finding, label=f"{fund.value}{finding.label}")


def points(plan: Plan, facts: Sequence[Fact]) -> Outcome:
    """How many percentage points a share is above that of the year named."""
    now, _ = share(replace(plan, base_year=None), facts)
    if now is None:
        return None, ()
    year = plan.base_year or now.year - 1
    before, _ = share(replace(plan, year=year, stage=None, base_year=None), facts)
    if before is None:
        return None, ()
    gap = now.value - before.value
    formula = f"{plain(now.value)}% − {plain(before.value)}% = {plain(gap)} 个百分点"
    label = f"{now.label}比{year}年增减"
    finding = Finding(
        label,
        gap,
        POINTS,
        Measure.CHANGE,
        now.year,
        now.stage,
        (*now.operands, *before.operands),
        formula,
    )
    return finding, ()


def _is_last_year(plan: Plan) -> bool:
    return plan.base_year is None or plan.year is None or plan.base_year == plan.year - 1


def _printed(plan: Plan, facts: Sequence[Fact], measure: Measure) -> Found | None:
    """A change or rate that a sentence prints; it is one from last year, and belongs to no statement."""
    if not _is_last_year(plan) or (plan.base_kind == "决算" and plan.stage is Stage.BUDGET):
        return None
    stage = None if plan.stage in (Stage.EXECUTION, Stage.FINAL_ACCOUNTS) else plan.stage
    now = look_up(plan, facts)
    told = [f for f in facts if f.measure is measure and counts_from(f, plan.base_kind, facts)]
    wanted = replace(plan, statement=None, stage=stage)
    grand = _grand_total(plan.subject, now, facts)
    for subject in (plan.subject, grand):
        found = look_up(replace(wanted, subject=subject), told, measure) if subject is not None else None
        if found is not None and now is not None and grand is None and _is_other(found.fact, now.fact, facts):
            continue
        if found is not None and (now is None or _of_this_money(found.fact, now.fact, facts)):
            others = tuple(f for f in found.others if base_of(f, facts) == base_of(found.fact, facts))
            return replace(found, others=others)
    both = told_of_both(plan, told, measure)
    return Found(both, ()) if both is not None else None


def _is_other(told: Fact, now: Fact, facts: Sequence[Fact]) -> bool:
    """How 收入总计 moved is not how 本年收入合计 did, nor one fund as 财政拨款收入, where they are not the same."""
    if told.subject.name == now.subject.name:
        return False
    if now.subject.kind == "收入来源":
        held = (f for f in facts_of(facts, told.subject.name) if (f.year, f.stage) == (now.year, now.stage))
        return not any(f.measure is now.measure and not differs(f, now) for f in held)
    return now.subject.kind == "总额" and now.subject.name in _GRAND


def _of_this_money(told: Fact, now: Fact, facts: Sequence[Fact]) -> bool:
    """Whether a change is one of this figure's money: of its fund, or of one that is all the money there is."""
    if same_money(told, now):
        return True
    own = (f for f in facts_of(facts, told.subject.name, told.subject.code) if f.fund is told.fund)
    same = (f for f in own if (f.year, f.stage, f.breakdown) == (now.year, now.stage, now.breakdown))
    return any(f.measure is now.measure and not differs(f, now) for f in same)


#: The totals that people take for one another; where they are equal, so are their changes.
_GRAND = {"本年支出合计": "支出总计", "本年收入合计": "收入总计"}


def _grand_total(subject: Term | None, now: Found | None, facts: Sequence[Fact]) -> Term | None:
    """The grand total, where it is the same figure: a text may tell of its change alone."""
    name = _GRAND.get(subject.name) if subject is not None else None
    if name is None or now is None:
        return None
    told = now.fact
    same = (
        f for f in facts_of(facts, name) if (f.year, f.stage, f.fund) == (told.year, told.stage, told.fund)
    )
    equal = any(f.yuan is not None and f.yuan == told.yuan for f in same)
    return Term(name, "总额") if equal else None


def _same_place(one: Fact, other: Fact) -> bool:
    return (one.document_id, one.source) == (other.document_id, other.source)


def _difference(plan: Plan, facts: Sequence[Fact]) -> Finding | None:
    """This year's figure less that of the year named, last year's where none is, each from its own document."""
    now = look_up(plan, facts)
    if now is None or now.fact.value is None:
        return None
    before = _before(plan, now.fact, facts)
    if before is None or before.value is None or _same_place(before, now.fact):
        return None  # one figure that stands for two years tells no change
    exact = finest(now.fact, facts), finest(before, facts)
    if (
        now.fact is not exact[0] and before is not exact[1]
    ):  # an exact figure less a rounded one is exact in neither
        now, before = replace(now, fact=exact[0]), exact[1]
    new, old = same_unit(now.fact, before)
    formula = f"{plain(new)} − {plain(old)} = {plain(new - old)}"
    operands = (Operand(_dated(now.fact), now.fact), Operand(_dated(before), before))
    label = f"{label_of(now.fact)}比{before.year}年{_kind_of(before, now.fact)}增减额"
    return Finding(
        label,
        new - old,
        POINTS if now.fact.unit == "%" else now.fact.unit,
        Measure.CHANGE,
        now.fact.year,
        now.fact.stage.value,
        operands,
        formula,
    )


def _dated(fact: Fact) -> str:
    return f"{fact.year}年{fact.stage.value}"


def _kind_of(before: Fact, now: Fact) -> str:
    return "" if before.stage is now.stage else before.stage.value


def _before(plan: Plan, now: Fact, facts: Sequence[Fact]) -> Fact | None:
    """The figure that a change is counted from: of the stage named, else of this figure's own; of the same fund."""
    year = plan.base_year or now.year - 1
    # A year named against one that has final accounts is held against those; where 预算 is said, only against a budget.
    open_ = plan.base_year is not None and plan.stage is None and now.stage is Stage.BUDGET
    named = (Stage.FINAL_ACCOUNTS,) if open_ else ()
    stages = _KINDS.get(plan.base_kind, tuple(dict.fromkeys((now.stage, *named))))
    own = facts_at(facts, plan.base_home)  # its own document says best what it was
    for fund in dict.fromkeys((now.fund, plan.fund)):
        for stage in stages:
            then = replace(plan, year=year, stage=stage, fund=fund, statement=None, home=plan.base_home)
            found = look_up(then, own) or look_up(then, facts)
            known = found is not None and found.fact.value is not None and same_money(found.fact, now)
            if found is not None and known and not _is_of_less(found.fact, now, facts):
                return found.fact
    return counted_then(now, year, facts)


def _is_of_less(before: Fact, now: Fact, facts: Sequence[Fact]) -> bool:
    """Whether this year's figure holds more than the fund that last year's is of: 财政拨款 with 政府性基金 or 结转
    in it is not held against 一般公共预算 alone."""
    if now.subject.kind not in BY_FUND or {before.fund, now.fund} != {Fund.GENERAL, Fund.APPROPRIATION}:
        return False
    own = [
        f for f in facts_of(facts, before.subject.name, before.subject.code)
        if f.fund is before.fund and (f.year, f.stage, f.breakdown) == (now.year, now.stage, now.breakdown)
        and f.measure is now.measure and f.value is not None and f.entity == now.entity
    ]  # fmt: skip
    return bool(own) and all(differs(f, now) for f in own)


def _differ(one: Finding, other: Finding) -> bool:
    value = convert(one.value, one.unit, other.unit)
    return value is not None and abs(value - other.value) > _TWO_PLACES


def _rate_of(amount: Finding | None, plan: Plan, facts: Sequence[Fact]) -> Finding | None:
    """Change over the base, which is this figure less the change where the base itself is not loaded."""
    now = _of_change(amount, plan, facts) if amount is not None else None
    if amount is None or now is None or now.value is None:
        return None
    current = convert(now.value, now.unit, amount.unit)
    if current is None or current == amount.value:
        return None
    base = current - amount.value
    if (base < 0) != (current < 0) and current:
        return None  # what is there fell by more than all: the one figure is not of the other
    ratio = rounded(amount.value / base * _HUNDRED)
    formula = f"{plain(amount.value)} ÷ ({plain(current)} − ({plain(amount.value)})) × 100% = {ratio}%"
    operands = (*amount.operands, Operand(label_of(now), now))
    since = f"{plan.base_year}年" if plan.base_year and not _is_last_year(plan) else "上年"
    label = f"{label_of(now)}比{since}增减幅度"
    return Finding(label, ratio, "%", Measure.CHANGE_RATE, amount.year, amount.stage, operands, formula)


def _of_change(amount: Finding, plan: Plan, facts: Sequence[Fact]) -> Fact | None:
    """The figure that has changed: the one that the change was worked out of, else that of its account and fund."""
    if amount.printed is None:
        return amount.operands[0].fact
    told = amount.printed.subject
    if plan.subject is not None and told.name != plan.subject.name:
        plan = replace(
            plan, subject=Term(told.name, told.kind, told.code)
        )  # 收入总计 moved, not 本年收入合计
    now = look_up(plan, facts)
    if now is not None and now.fact.fund is not amount.printed.fund:
        # What one fund's money changed by is over what that fund had, not over all.
        now = look_up(replace(plan, fund=amount.printed.fund, statement=None), facts) or now
    return now.fact if now is not None else None
