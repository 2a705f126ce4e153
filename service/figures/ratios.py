"""Shares of a whole and completion of a budget: exact operands, two places of per cent (比率)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from ingest.model import Fact, Flow, Fund, Measure
from ingest.numbers import convert, plain
from ingest.patterns import regex
from ingest.text import fold
from service.figures.column_part import in_column
from service.figures.finest import finest
from service.figures.held import facts_of
from service.figures.lookup import Found, look_up
from service.figures.summed_rows import summed_rows
from service.figures.told import label_of
from service.figures.with_carried import whole_called
from service.model import CODED_KINDS, Finding, Operand, Plan, Term
from service.read.terms import overlap
from service.things.listed import listed_under, said_before

#: The whole that is named behind 占, of a count: 「占在职人员的百分之多少」.
_WHOLE_SAID = regex(
    r"占(?:了|到)?(?P<whole>(?![比多百几总全其])[\u4e00-\u9fff]{2,10}?)(?:的|百分之|比[重例]|多少|几成)"
)
_COLUMN_SAID = regex(r"占[^，。？]{0,10}?(项目支出|基本支出)")
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
#: The same for what only a document's own words name.
_WHOLES_BY_NAME: tuple[tuple[str, Term], ...] = (("采购", Term("政府采购支出", "政府采购")),)
_NARROWER = {"人员经费": Term("基本支出", "支出结构"), "公用经费": Term("基本支出", "支出结构")}


def share(plan: Plan, facts: Sequence[Fact]) -> tuple[Finding | None, tuple[Fact, ...]]:
    """Part over whole, beside the share that the document prints."""
    part = look_up(plan, facts)
    if part is None or part.fact.value is None:
        return _printed(plan, facts)
    if (own := in_column(plan, part.fact, facts)) is None:
        return None, ()  # an account of the other half's table is no part of this one
    part = replace(part, fact=own)
    rows = summed_rows(plan, own, facts)
    return _of_part(plan, part, facts) if rows is None else (_of_rows(rows, plan, facts), ())


def _of_rows(rows: Finding, plan: Plan, facts: Sequence[Fact]) -> Finding | None:
    """The share of an account that its table prints only row by row."""
    told = share_of_sum(rows, plan, facts)
    return told[0] if told is not None else None


def _of_part(plan: Plan, part: Found, facts: Sequence[Fact]) -> tuple[Finding | None, tuple[Fact, ...]]:
    """One printed part over its whole."""
    whole = whole_as_printed(plan, part.fact, _whole_of(plan, part.fact, facts), facts)
    whole = whole_called(plan, whole, facts) if whole is not None else None
    if whole is part.fact:
        return None, ()  # a thing is no share of itself
    if whole is None and plan.subject is not None and plan.subject.kind == "总额" and plan.fund is None:
        return None, ()  # the share that is printed of a total is of another whole than any that is asked for
    if whole is None or not whole.value:
        return _printed(plan, facts)
    if (part.fact.yuan is None) != (whole.yuan is None) or "%" in (part.fact.unit, whole.unit):
        return None, ()  # 1.93 % of 33952 件 is no share
    printed = look_up(replace(plan, breakdown=None, statement=None), facts, Measure.SHARE)
    if printed is not None and plan.base is None and not _WHOLE_MEANT.search(plan.text):
        own, whole = _as_shared(part.fact, whole, printed.fact, facts)
        part = replace(part, fact=own)
    part, whole = replace(part, fact=finest(part.fact, facts)), finest(whole, facts)
    top, bottom = same_unit(part.fact, whole)
    ratio = rounded(top / bottom * _HUNDRED)
    if _is_other_purchase(part.fact, whole, plan.text):
        return None, ()
    if ratio > _HUNDRED and not _beside(plan, part.fact, whole):
        return _printed(plan, facts)  # no part is more than its whole: one of the two is another
    formula = f"{plain(top)} ÷ {plain(bottom)} × 100% = {ratio}%"
    one, all_of = _told_apart(part.fact, whole)
    operands = (Operand(one, part.fact), Operand(all_of, whole))
    label = f"{one}占{all_of}的比重"
    # A whole that is named may be another than that of the share printed, whose figure is close by.
    same = printed is not None and (
        near(printed.fact, ratio) if _same_whole(plan) else _is_it(printed.fact, ratio)
    )
    told = printed.fact if printed and same else None
    finding = Finding(
        label, ratio, "%", Measure.SHARE, part.fact.year, part.fact.stage.value, operands, formula, told
    )  # fmt: skip
    return finding, part.others + ((printed.fact,) if printed and told is None and _same_whole(plan) else ())


def _as_shared(part: Fact, whole: Fact, printed: Fact, facts: Sequence[Fact]) -> tuple[Fact, Fact]:
    """Part and whole; where the share that is printed is of both within less money, these: 5.55% and not 5.48%."""
    if not (part.yuan and whole.yuan and printed.value) or _gives(part, whole, printed):
        return part, whole
    if not near(printed, part.yuan / whole.yuan * _HUNDRED):
        return part, whole
    alike = [f for f in facts if f.yuan and (f.year, f.stage) == (part.year, part.stage)]
    parts = [
        f for f in alike if (f.subject, f.breakdown, f.flow) == (part.subject, part.breakdown, part.flow)
    ]
    totals = [f for f in alike if _is_narrower(f, whole)]
    found = [(one, all_of) for one in (part, *parts) for all_of in totals if _gives(one, all_of, printed)]
    sorts = {(round(one.yuan or 0, -_ROUGHLY), round(all_of.yuan or 0, -_ROUGHLY)) for one, all_of in found}
    return found[0] if len(sorts) == 1 else (part, whole)


def _is_narrower(fact: Fact, whole: Fact) -> bool:
    """Whether a fact is the same total of less money."""
    same = fact.subject.kind == "总额" and (fact.breakdown, fact.flow) == (whole.breakdown, whole.flow)
    return same and fact.fund is not whole.fund


def _gives(part: Fact, whole: Fact, printed: Fact) -> bool:
    assert part.yuan and whole.yuan and printed.value  # only such are compared
    return abs(part.yuan / whole.yuan * _HUNDRED - printed.value) <= _LAST_PLACE


#: The whole is said, though not behind 占: 「以本年支出合计为分母」.
_WHOLE_MEANT = regex("分母|口径|合计|总计|总额|总支出|全部|所有")
#: The same amount is printed in 元 and rounded in 万元: to so many places before the point the two are one.
_ROUGHLY = 3
#: A share of two places is no further off than this from what it was worked out of.
_LAST_PLACE = Decimal("0.0051")


def _is_other_purchase(part: Fact, whole: Fact, text: str) -> bool:
    """Whether both are rows of purchases, the one not above the other, and no share of that other is asked for."""
    if part.subject.kind != "政府采购" or whole.subject.kind != "政府采购" or not whole.subject.path:
        return False
    above = (*whole.subject.path, whole.subject.name)
    said = fold(text.partition("占")[2])
    return part.subject.path[: len(above)] != above and fold(whole.subject.name) not in said


#: So many characters behind 占 a whole is named that a printed share is of.
_NEAR = 24


def _beside(plan: Plan, part: Fact, whole: Fact) -> bool:
    """Whether a whole that the question names stands in one table with the part: then it may be the smaller one."""
    same = (part.document_id, part.source.sequence) == (whole.document_id, whole.source.sequence)
    return plan.base is not None and same and part.source.sequence >= 0


def _printed(plan: Plan, facts: Sequence[Fact]) -> tuple[Finding | None, tuple[Fact, ...]]:
    """A share as it is printed; of a whole that the question names only where it is printed with that name."""
    found, others = printed_only(plan, facts, Measure.SHARE)
    if found is None or found.printed is None or plan.base is None or _same_whole(plan):
        return found, others
    wholes = (fold(run[:_NEAR]) for run in found.printed.source.quote.split("占")[1:])
    return (found, others) if any(fold(plan.base.name) in run for run in wholes) else (None, ())


def _told_apart(part: Fact, whole: Fact) -> tuple[str, str]:
    """What part and whole are called, with their funds where they have one name (财政拨款支出占总支出)."""
    names = label_of(part), label_of(whole)
    if names[0] != names[1] or part.fund is whole.fund:
        narrower = whole.fund not in (Fund.ALL, part.fund) and whole.fund.value not in names[1]
        return names[0], f"{whole.fund.value}{names[1]}" if narrower else names[1]
    return f"{part.fund.value}{names[0]}", f"{whole.fund.value}{names[1]}"


def share_of_sum(total: Finding, plan: Plan, facts: Sequence[Fact]) -> tuple[Finding, Finding] | None:
    """A sum over the whole that is named, and the whole; None where the whole is not printed."""
    whole = _whole_of(plan, total.operands[0].fact, facts)
    value = convert(whole.value, whole.unit, total.unit) if whole is not None and whole.value else None
    if whole is None or value is None:
        return None
    ratio = rounded(total.value / value * _HUNDRED)
    formula = f"({(total.formula or '').split(' = ')[0]}) ÷ {plain(value)} × 100% = {ratio}%"
    name = label_of(whole)
    operands = (*total.operands, Operand(name, whole))
    told = Finding(
        f"{total.label}占{name}的比重", ratio, "%", Measure.SHARE, total.year, total.stage, operands, formula,
        entity=total.entity,
    )  # fmt: skip
    base = Finding(
        name, value, total.unit, whole.measure, whole.year, whole.stage.value, (Operand(name, whole),), None,
        entity=total.entity,
    )  # fmt: skip
    return told, base


def _same_whole(plan: Plan) -> bool:
    """Whether the share is of the whole that texts print it of: none is named, or that one."""
    usual = _WHOLES.get(plan.subject.kind) if plan.subject is not None else None
    return plan.base is None or (plan.base == usual and usual is not None and usual.kind == "三公经费")


def near(fact: Fact, ratio: Decimal, part: int = 10) -> bool:
    """Whether a printed ratio may be the one computed: within a tenth of it, else it is of another whole."""
    return fact.value is not None and abs(fact.value - ratio) <= max(Decimal("0.2"), abs(ratio) / part)


#: A share that is printed is that of the whole named where it is no further off than it may be rounded.
_ROUNDING = Decimal("0.1")


def _is_it(fact: Fact, ratio: Decimal) -> bool:
    return fact.value is not None and abs(fact.value - ratio) <= _ROUNDING


def _whole_of(plan: Plan, part: Fact, facts: Sequence[Fact]) -> Fact | None:
    """The whole of a share: the named one, else the total of the same table and column, else by kind."""
    counted = plan.base is None and part.measure is Measure.COUNT
    listing = (listed_under(part, facts) or _named_within(part, facts)) if counted else None
    if listing is not None:
        said = _WHOLE_SAID.search(plan.text)
        around = fold(said_before(listing) + listing.subject.name)
        named = said is None or overlap(fold(said["whole"]), around) > 1
        return listing if named else None
    base = plan.base or _NARROWER.get(part.subject.name) or _WHOLES.get(part.subject.kind)
    column = _COLUMN_SAID.search(plan.text) if plan.base is None and plan.breakdown else None
    if column is not None and column[1] == plan.breakdown:  # 「委托业务费占项目支出」, both in that column
        base = Term(column[1], "支出结构")
    if base is None and part.measure is Measure.AMOUNT:
        base = next((whole for word, whole in _WHOLES_BY_NAME if word in part.subject.name), None)
    if base is None:
        return None
    own = plan.subject is not None and plan.base is not None and plan.base.name == plan.subject.name
    if plan.breakdown and own:
        return _itself(part, facts)
    if part.source.sequence >= 0 and not _is_fund(part, base):
        for fact in facts_of(facts, base.name):
            same_table = fact.source.sequence == part.source.sequence and fact.document_id == part.document_id
            same = fact.breakdown == part.breakdown and fact.fund is part.fund and fact.stage is part.stage
            same = same and fact is not part and not _is_all_of_it(part, fact)
            if same_table and same and fact.subject.name == base.name and fact.year == part.year:
                return fact
    wider = replace(
        plan, subject=base, breakdown=None, statement=None, year=part.year, fund=_fund_of_whole(plan, part),
        stage=part.stage, flow=Flow.NONE,
    )  # fmt: skip
    found = look_up(wider, facts)
    return found.fact if found else None


#: A part that its name tells with its whole: 「在校生中残疾学生」.
_WITHIN = regex(r"(?P<whole>[\u4e00-\u9fff]{2,12})[中里](?=[“”\u4e00-\u9fff]{2,})")


def _named_within(part: Fact, facts: Sequence[Fact]) -> Fact | None:
    """The whole that the name of a part says, where the same document counts it in the same unit, once."""
    said = _WITHIN.match(part.subject.name)
    held = facts_of(facts, said["whole"]) if said is not None else []
    same = [f for f in held if (f.document_id, f.year, f.unit) == (part.document_id, part.year, part.unit)]
    own = [f for f in same if said is not None and f.subject.name == said["whole"] and f.value]
    return own[0] if len({f.value for f in own}) == 1 else None


def _is_fund(part: Fact, base: Term) -> bool:
    """「政府性基金支出占城乡社区支出」: all that is spent of a fund, whose whole is the account of all the money."""
    return part.subject.kind == "总额" and part.fund is not Fund.ALL and base.kind in CODED_KINDS


def _is_all_of_it(part: Fact, total: Fact) -> bool:
    """Whether a total is of the very money that a source of income is: 财政拨款收入 in a table of appropriations."""
    return part.subject.kind == "收入来源" and total.subject.kind == "总额" and total.fund is not Fund.ALL


#: Totals of a year that people, and texts, call by the name of what counts the balance brought forward too.
_WITH_BALANCE = {"本年收入合计": "收入总计", "本年支出合计": "支出总计"}


#: The year's own income or expenditure is said to be the whole.
_OF_YEAR_ALONE = regex("占(?:了|到)?本年(?:度)?(?:总)?(?:收入|支出)")


def whole_as_printed(plan: Plan, part: Fact, whole: Fact | None, facts: Sequence[Fact]) -> Fact | None:
    """The whole that a printed share is of: 「收入预算900万元，其中：…占93%」 may count 上年结转 too."""
    if _OF_YEAR_ALONE.search(plan.text):
        return whole
    # 政府性基金收入 names the fund of the part, not that of the whole.
    own_fund = plan.fund is None or part.subject.kind == "收入来源"
    grand = _WITH_BALANCE.get(whole.subject.name) if whole is not None and own_fund else None
    plan = replace(plan, fund=None) if own_fund and grand is not None else plan
    if grand is not None and whole is not None and part.subject.name.startswith(("年初结转", "上年结转")):
        wider = look_up(
            replace(plan, subject=Term(grand, "总额"), breakdown=None, statement=None, flow=Flow.NONE), facts
        )
        return (
            wider.fact if wider is not None and wider.fact.value else whole
        )  # no part of the year's own income
    told = look_up(replace(plan, breakdown=None, statement=None), facts, Measure.SHARE) if grand else None
    if grand is None or told is None or whole is None or not whole.value or part.unit == "%":
        return whole
    wider = look_up(
        replace(plan, subject=Term(grand, "总额"), breakdown=None, statement=None, flow=Flow.NONE), facts
    )
    if wider is None or not wider.fact.value or _is_it(told.fact, _rate(part, whole)):
        return whole
    return wider.fact if _is_it(told.fact, _rate(part, wider.fact)) else whole


def _rate(part: Fact, whole: Fact) -> Decimal:
    top, bottom = same_unit(part, whole)
    return rounded(top / bottom * _HUNDRED)


def _itself(part: Fact, facts: Sequence[Fact]) -> Fact | None:
    """The account that a 基本支出 or 项目支出 is a part of: the same row of the same table, in all."""
    keys = ("document_id", "year", "stage", "fund", "statement", "entity")
    for fact in facts:
        same = all(getattr(fact, key) == getattr(part, key) for key in keys)
        if (
            same
            and fact.subject == part.subject
            and fact.breakdown == "合计"
            and fact.measure is part.measure
        ):
            return fact
    return None


def _fund_of_whole(plan: Plan, part: Fact) -> Fund | None:
    if plan.base is not None and plan.base.kind == "总额":
        # 一般公共预算支出占本年支出合计: the fund belongs to the part alone.
        return Fund.ALL if part.subject.kind in ("总额", "收入来源") else plan.fund
    if plan.base is not None and _is_fund(part, plan.base):
        return Fund.ALL
    return (
        None
        if part.fund is Fund.ALL or part.subject.kind in ("三公经费", "收入来源", "政府采购")
        else part.fund
    )


def printed_only(
    plan: Plan, facts: Sequence[Fact], measure: Measure
) -> tuple[Finding | None, tuple[Fact, ...]]:
    """A ratio as the document prints it, where its operands are not to be had."""
    found = look_up(replace(plan, statement=None), facts, measure)
    if found is None or found.fact.value is None:
        return None, ()
    fact = found.fact
    label = f"{label_of(fact)}{measure.value}"
    return Finding(
        label, found.fact.value, fact.unit, measure, fact.year, fact.stage.value, (Operand(label, fact),), printed=fact
    ), found.others  # fmt: skip


def same_unit(one: Fact, other: Fact) -> tuple[Decimal, Decimal]:
    """Values of two facts in the unit of the first."""
    assert one.value is not None and other.value is not None
    value = convert(other.value, other.unit, one.unit)
    return one.value, other.value if value is None else value


def rounded(value: Decimal) -> Decimal:
    """A ratio to two places, halves up."""
    return value.quantize(_TWO_PLACES, rounding=ROUND_HALF_UP)
