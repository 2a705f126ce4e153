"""A plan to the printed figure that it means: filters first, then an order of preference told in rows (查数)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.cells import TOTAL
from ingest.model import Fact, Flow, Fund, Measure, Origin, Stage, Subject
from ingest.numbers import MONEY
from ingest.patterns import regex
from ingest.text import fold
from service.accounts.belied import is_belied
from service.figures.all_funds import is_all_there_is, is_one_of_several
from service.figures.held import facts_of, plain_name
from service.model import CODED_KINDS, PHRASE_KINDS, Plan, Term
from service.read.terms import overlap
from service.things.indicators import is_target, of_other_column, of_other_span, wants_target
from service.things.search import unit_fits

#: Statements by kind of subject, the one that people mean first.
_STATEMENTS: dict[str, tuple[str, ...]] = {
    "功能分类": ("支出表", "收支总表", "一般公共预算支出表", "财政拨款支出表", "财政拨款收支总表", "收入表"),
    "经济分类": ("一般公共预算基本支出表", "财政拨款基本支出表", "基本支出表", "机关运行经费表"),
    "支出结构": ("支出表", "收支总表", "一般公共预算支出表", "一般公共预算基本支出表", "财政拨款收支总表"),
    "收入来源": ("收入表", "收支总表", "财政拨款收支总表"),
    "总额": ("支出表", "收入表", "收支总表", "一般公共预算支出表", "财政拨款支出表", "财政拨款收支总表"),
    "三公经费": ("三公经费表",),
    "结转结余": ("收支总表", "财政拨款收支总表"),
    "机关运行": ("机关运行经费表", "三公经费表"),
    "政府采购": ("政府采购表",),
}
_FUNDS = (Fund.ALL, Fund.APPROPRIATION, Fund.GENERAL, Fund.GOVERNMENT_FUND, Fund.STATE_CAPITAL)
#: Stages that answer a question about another: a budget document prints only budgets.
STANDS_FOR: dict[Stage, tuple[Stage, ...]] = {
    Stage.FINAL_ACCOUNTS: (Stage.FINAL_ACCOUNTS, Stage.EXECUTION),
    Stage.EXECUTION: (Stage.EXECUTION, Stage.FINAL_ACCOUNTS),
    Stage.BUDGET: (Stage.BUDGET, Stage.ADJUSTED_BUDGET, Stage.INITIAL_BUDGET),
    Stage.INITIAL_BUDGET: (Stage.INITIAL_BUDGET, Stage.BUDGET),
    Stage.ADJUSTED_BUDGET: (Stage.ADJUSTED_BUDGET, Stage.BUDGET),
}
#: Kinds of subject that are counted or owned, not budgeted.
_UNBUDGETED = ("业务量", "资产", "人员")
#: Accounts that another stands in for where a body prints only that one.
_STANDS_IN: dict[str, tuple[str, ...]] = {
    "财政拨款收入": ("一般公共预算财政拨款收入",),
    "本年支出合计": ("支出总计",),
    "本年收入合计": ("收入总计",),
    "收入总计": ("本年收入合计",),
    "支出总计": ("本年支出合计",),
}


@dataclass(frozen=True, slots=True)
class Found:
    """The figure that a plan means, others of the same standing that print something else, and ``rivals``: other things
    of the same name, between which nothing decides."""

    fact: Fact
    others: tuple[Fact, ...]
    rivals: tuple[Fact, ...] = ()


def look_up(plan: Plan, facts: Sequence[Fact], measure: Measure = Measure.AMOUNT) -> Found | None:
    """The figure that the plan's subject has in these facts, None where none is printed."""
    subject = plan.subject
    if subject is None:
        return None
    of_other: Found | None = None
    for name in (subject.name, *_STANDS_IN.get(subject.name, ())):
        held = _of_subject(Term(name, subject.kind, subject.code, subject.path), facts)
        found = _at_home(plan, held, measure) or _best(plan, held, measure) or _dated(plan, held, measure)
        if found is not None and subject.kind == "总额" and plan.fund not in (None, found.fact.fund):
            of_other = of_other or found  # 财政拨款支出总计 is nearer to 财政拨款支出 than one fund's
        elif found is not None and (name == subject.name or not is_one_of_several(found.fact, facts)):
            return found
    if of_other is not None:
        return of_other if is_all_there_is(of_other.fact, facts) else None
    return (
        _under_another_code(plan, subject, facts, measure)
        or _elsewhere(plan, subject, facts, measure)
        or _assumed_income(plan, facts, measure)
    )


def _under_another_code(plan: Plan, subject: Term, facts: Sequence[Fact], measure: Measure) -> Found | None:
    """The account of this name in a year that numbers it otherwise (医疗费: 30307, from 2018 on 30114)."""
    if not subject.code or subject.kind not in CODED_KINDS or subject.code in plan.text:
        return None
    uncoded = replace(subject, code="")
    named = [f for f in facts_of(facts, subject.name) if same_subject(f, uncoded)]
    own = [f for f in named if f.year == plan.year and f.subject.kind == subject.kind]
    return _best(plan, own, measure) if len({f.subject.code for f in own}) == 1 else None


def _assumed_income(plan: Plan, facts: Sequence[Fact], measure: Measure) -> Found | None:
    """「某馆2025年预算多少」 of a unit whose income alone a table prints: a budget's two sides are one sum."""
    whole = plan.subject is not None and plan.subject.kind == "总额"
    budget = plan.assumed and whole and measure is Measure.AMOUNT and plan.stage is Stage.BUDGET
    for name in ("收入总计", "本年收入合计") if budget else ():
        found = _best(plan, _of_subject(Term(name, "总额"), facts), measure)
        if found is not None:
            return found
    return None


def _at_home(plan: Plan, facts: Sequence[Fact], measure: Measure) -> Found | None:
    """What the year's own document says there is, though it counts on a day of the year before (截至上年8月31日)."""
    if not plan.home or _DAY.search(plan.text):
        return None
    stock = [f for f in facts if f.document_id in plan.home and f.stage is Stage.EXECUTION]
    stock = [
        f for f in stock if f.subject.kind in (*_UNBUDGETED, "其他")
    ]  # money spent last year is no stock
    stock = [f for f in stock if f.origin is Origin.SENTENCE and f.measure in (Measure.COUNT, Measure.AMOUNT)]
    if len({f.year for f in stock}) != 1 or stock[0].year == plan.year:
        return None
    return _best(replace(plan, stage=None), [replace(f, year=plan.year or 0) for f in stock], measure)


#: A question on the end of a year means that day and not the document's year.
_DAY = regex(r"年[底末]|截[至止]|期末|月底")


def _elsewhere(plan: Plan, subject: Term, facts: Sequence[Fact], measure: Measure) -> Found | None:
    """The figure of the same indicator in another form (the report beside the plan), where only one fits."""
    if subject.kind not in PHRASE_KINDS or not subject.path:
        return None
    told = facts_of(facts, subject.name)
    same = [f for f in told if (f.subject.kind, f.subject.name) == (subject.kind, subject.name)]
    under = [f for f in same if f.value is not None and f.subject.path[-1:] == subject.path[-1:]]
    found = _best(plan, under, measure)
    return None if found is None or found.others else found


def _dated(plan: Plan, facts: Sequence[Fact], measure: Measure) -> Found | None:
    """The figure of a sentence on the end of the year asked for, in a document of another (截至2022年12月31日)."""
    if plan.year is None:
        return None
    until = re.compile(rf"截[至止]\s*{plan.year}\s*年|{plan.year}\s*年(?:12月31日|年?[底末])")
    told = [replace(f, year=plan.year) for f in facts if f.year != plan.year and until.search(f.source.quote)]
    return _best(replace(plan, stage=None), told, measure) if told else None


def statement_of(facts: Sequence[Fact], kind: str, plan: Plan) -> str:
    """The statement that people mean for a kind of subject, of those that the facts stand in."""
    held = {f.statement for f in facts}
    order = (plan.statement, *_STATEMENTS.get(kind, ())) if plan.statement else _STATEMENTS.get(kind, ())
    return next((name for name in order if name in held), "")


def absences(subject: Term, fund: Fund | None, facts: Sequence[Fact]) -> list[Fact]:
    """Declarations that there is nothing of the subject or of the fund that is asked for."""
    declared = [f for f in facts if f.origin is Origin.DECLARATION and not is_belied(f, subject, facts)]
    by_name = [f for f in declared if f.subject.name == subject.name]
    by_fund = [f for f in declared if fund in (Fund.GOVERNMENT_FUND, Fund.STATE_CAPITAL) and f.fund is fund]
    parts = [f for f in declared if subject.kind == "三公经费" and f.subject.name == "“三公”经费"]
    named = [
        f
        for f in declared
        if subject.name[:5] in f.subject.name and subject.name[:5] in ("政府性基金", "国有资本经")
    ]
    return by_name or by_fund or parts or named


def namesakes(subject: Term | None, facts: Sequence[Fact]) -> list[Term]:
    """The same thing in the other classification (养老保险缴费 as an economic class, …支出 as an item)."""
    if subject is not None and subject.kind in PHRASE_KINDS:
        return _spelt_alike(subject, facts)
    if subject is None or subject.kind not in CODED_KINDS:
        return []
    name = fold(subject.name).removesuffix("支出")
    found = {
        f.subject.code: Term(f.subject.name, f.subject.kind, f.subject.code, f.subject.path)
        for f in facts
        if f.subject.kind in CODED_KINDS
        and f.subject.kind != subject.kind
        and fold(f.subject.name).removesuffix("支出") == name
    }
    return list(found.values())


#: What one table adds to a project's name and another leaves out.
_ADDED = regex(r"(?:专项)?(?:经费|费用|项目|支出)(?=[)）]|$)")


def _spelt_alike(subject: Term, facts: Sequence[Fact]) -> list[Term]:
    """One project by the names of other tables: 「…（事业人员及公用）」 and 「…（事业人员及公用经费）」."""
    core = _ADDED.sub("", fold(subject.name))
    names = {
        f.subject.name: Term(f.subject.name, f.subject.kind, "", f.subject.path)
        for f in facts
        if f.subject.kind in ("项目", subject.kind) and f.subject.name != subject.name
    }
    return [term for name, term in names.items() if _ADDED.sub("", fold(name)) == core]


def same_subject(fact: Fact, subject: Term) -> bool:
    """Whether a fact is about the subject: by code where it has one, else by name within its kind."""
    if subject.code and subject.kind in CODED_KINDS:
        return fact.subject.code == subject.code or (
            not fact.subject.code and plain_name(fact.subject.name) == plain_name(subject.name)
        )
    if subject.kind in CODED_KINDS:
        return plain_name(fact.subject.name) == plain_name(subject.name)
    same_kind = fact.subject.kind == subject.kind
    if subject.kind in PHRASE_KINDS:
        same_path = not subject.path or fact.subject.path == subject.path
        own, asked = fact.subject.name, subject.name
        same = own == asked or ("万" in own and plain_name(own) == plain_name(asked))
        return same_kind and same and same_path
    return same_kind and fact.subject.name == subject.name


def _of_subject(subject: Term, facts: Sequence[Fact]) -> list[Fact]:
    named = facts_of(facts, subject.name, subject.code)
    found = [f for f in named if f.value is not None and same_subject(f, subject)]
    if found or subject.kind not in ("三公经费", "会议培训"):
        return found
    # Some bodies print 公务接待费 only among the economic classes.
    return [
        f for f in named if f.value is not None and plain_name(f.subject.name) == plain_name(subject.name)
    ]


def _best(plan: Plan, facts: Sequence[Fact], measure: Measure) -> Found | None:
    counted = (_is_phrase(plan) or plan.count_unit == "分" or _is_bought(plan)) and measure is Measure.AMOUNT
    wanted = (Measure.COUNT, Measure.RATE, Measure.SHARE, measure) if counted else (measure,)
    fitting = [f for f in facts if f.measure in wanted and _fits(f, plan)]
    if not fitting and counted and plan.year is not None:
        # A budget says what there was on a day of the year before (「截至2024年8月31日，共有车辆8辆」).
        before = replace(plan, year=plan.year - 1)
        stock = (f for f in facts if f.origin is Origin.SENTENCE and f.stage is Stage.EXECUTION)
        fitting = [f for f in stock if f.measure is Measure.COUNT and _fits(f, before)]
    if not fitting:
        return None
    fitting.sort(key=lambda f: _rank(f, plan))
    best = fitting[0]
    same = [f for f in fitting[1:] if _standing(f) == _standing(best) and differs(f, best)]
    apart = [f for f in same if _another(f, best)]
    if apart:
        best, *rivals = sorted([best, *apart], key=lambda f: -_nearness(f, plan))
        tied = [f for f in rivals if _nearness(f, plan) == _nearness(best, plan) and _another(f, best)]
        return Found(best, (), tuple(tied))
    return Found(best, tuple({(f.value, f.unit): f for f in same}.values()))


def _another(fact: Fact, other: Fact) -> bool:
    """Whether two figures of one name are of two things: under other headings, or apart in one sentence."""
    if fact.subject.kind not in (*PHRASE_KINDS, "政府采购", "资产", "人员"):
        return False
    within = bool(fact.source.quote) and fact.source.quote == other.source.quote
    return within or fact.subject.path != other.subject.path


def _nearness(fact: Fact, plan: Plan) -> int:
    """How much of the question stands in the headings over a figure and in the row that it belongs to."""
    return overlap(plan.text, fold("".join((*fact.subject.path, fact.source.row))))


def _is_phrase(plan: Plan) -> bool:
    return plan.subject is not None and plan.subject.kind in PHRASE_KINDS and plan.subject.kind != "项目"


def _is_bought(plan: Plan) -> bool:
    """Whether so many of a thing that is bought are asked for: its row has a number of them beside the money."""
    return plan.count_unit is not None and plan.subject is not None and plan.subject.kind == "政府采购"


def _fits(fact: Fact, plan: Plan) -> bool:
    """Filters that a figure must pass: what the question names must not be contradicted."""
    if not fact.unit:
        return False  # a number that does not say of what is no answer
    if plan.year is not None and fact.year != plan.year:
        return False
    if not _counts_as_asked(fact, plan):
        return False
    if _of_part(fact, plan) or of_other_column(fact, plan):
        return False
    if plan.stage is not None and (
        fact.measure in (Measure.COUNT, Measure.RATE) or _is_unbudgeted(fact.subject)
    ):
        return True  # things are counted, not budgeted; 预留项目预算金额 says its stage in its name
    if plan.stage is not None and fact.stage not in STANDS_FOR[plan.stage]:
        return False
    if plan.fund is not None and not _fund_fits(fact, plan.fund):
        return False
    if plan.breakdown is not None and not breakdown_fits(fact, plan):
        return False
    if plan.statement is not None and fact.statement and fact.statement != plan.statement:
        return False
    return plan.flow in (None, Flow.NONE) or fact.flow in (plan.flow, Flow.BALANCE, Flow.NONE)


def _of_part(fact: Fact, plan: Plan) -> bool:
    """Whether a total counts one fund that the question does not name: all income is not that of 政府性基金."""
    if plan.breakdown is None and "结转" in fact.breakdown and "结转" not in plan.text:
        return True  # what is left of the year before is no answer for all of it
    whole = plan.fund is None and plan.statement is None and fact.subject.kind in ("总额", "支出结构")
    return whole and fact.fund in (Fund.GOVERNMENT_FUND, Fund.STATE_CAPITAL)


def _counts_as_asked(fact: Fact, plan: Plan) -> bool:
    """Whether a count answers how many, in the unit asked for, and money how much."""
    if plan.count_unit is None:
        return fact.measure is not Measure.COUNT or not asks_money(plan)
    if plan.count_unit == "分" != fact.unit:
        return False  # 「满意度指标得了多少分」: what was reached in per cent is no score
    return fact.measure is not Measure.AMOUNT and (
        fact.measure is not Measure.COUNT or unit_fits(fact, plan.count_unit, loose=True)
    )


def asks_money(plan: Plan) -> bool:
    """Whether money is asked for: a unit of money, or how much of it."""
    return plan.unit in MONEY or _HOW_MUCH.search(plan.text) is not None


_HOW_MUCH = regex(r"多少钱|多少资金|(?:资金|账面(?:价值|净值|原值)?)(?:有|是)?多少|金额|几个?钱")


def _is_unbudgeted(subject: Subject) -> bool:
    """Whether a thing has no stages: it is counted or owned, or says in its name at which stage it is."""
    told = re.search(r"预算|计划|安排|资产", subject.name)
    return subject.kind in _UNBUDGETED or (subject.kind == "其他" and told is not None)


def _fund_fits(fact: Fact, fund: Fund) -> bool:
    if fact.fund is fund or fact.subject.kind in ("收入来源", "三公经费", "机关运行", "政府采购"):
        return True
    # Where all appropriation is of the general budget, one stands for the other in the store's own statements.
    return {fact.fund, fund} == {Fund.GENERAL, Fund.APPROPRIATION}


def breakdown_fits(fact: Fact, plan: Plan) -> bool:
    """Whether a fact is the part that the plan names, the whole where it names none."""
    if fact.breakdown == (plan.breakdown or TOTAL):
        return True
    # The statement of basic expenditure says 基本支出 in its title, not in a column.
    parts = (TOTAL, "人员经费", "公用经费")
    return plan.breakdown == "基本支出" and fact.breakdown in parts and "基本支出" in fact.statement


def _rank(fact: Fact, plan: Plan) -> tuple[int, ...]:
    """Order of preference, best first."""
    order = _STATEMENTS.get(fact.subject.kind, ())
    preferred = [plan.statement] if plan.statement else order
    return (
        int(plan.stage is not None and fact.stage is not plan.stage),
        int(bool(plan.home) and plan.stage is None and fact.document_id not in plan.home),
        int(plan.statement is not None and fact.statement != plan.statement),
        int(plan.fund is not None and fact.fund is not plan.fund)
        + 2 * (plan.fund is not None and fact.breakdown == "财政拨款收入" != plan.breakdown),
        int(fact.subject.kind == "绩效指标" and wants_target(plan) != is_target(fact)),
        int(of_other_span(fact, plan)),
        int(plan.breakdown is None and fact.breakdown not in (TOTAL, "实际完成值（B）", "实际完成值")),
        int(any(word in fact.breakdown for word in ("分值", "权重", "目标", "指标值"))),
        int(plan.stage is None and fact.stage in (Stage.INITIAL_BUDGET, Stage.ADJUSTED_BUDGET)),
        int(plan.stage is None and fact.stage is Stage.BUDGET),
        int(_of_another_form(fact, plan)),
        fact.standing,
        _index(preferred, fact.statement),
        _index(_FUNDS, fact.fund),
        int(fact.flow is Flow.INCOME and fact.subject.kind == "功能分类"),
        fact.source.page,
    )


def _of_another_form(fact: Fact, plan: Plan) -> bool:
    """公务接待费（30217） is the economic account where one is printed, before the form of the three expenses."""
    asked = plan.subject.kind if plan.subject else ""
    return asked in CODED_KINDS and fact.subject.kind not in CODED_KINDS


def _index(order: Sequence[object], value: object) -> int:
    return list(order).index(value) if value in order else len(order)


def _standing(fact: Fact) -> tuple[object, ...]:
    """What two figures must share for their difference to be a contradiction."""
    return (fact.year, fact.stage, fact.fund, fact.flow, fact.breakdown, fact.measure, fact.subject.kind)


def differs(fact: Fact, other: Fact) -> bool:
    """Whether two figures are not the same amount, one of them perhaps rounded (元 in tables, 万元 in text)."""
    if fact.yuan is not None and other.yuan is not None:
        return fact.yuan != other.yuan and not rounds_to(fact, other)
    return fact.value != other.value


def rounds_to(fact: Fact, other: Fact) -> bool:
    """Whether one of two amounts is the other rounded to the places that it prints (元 in tables, 万元 in text)."""
    for coarse, fine in ((fact, other), (other, fact)):
        if coarse.value is None or coarse.yuan is None or fine.yuan is None or coarse.unit not in MONEY:
            continue
        step = MONEY[coarse.unit].scaleb(int(coarse.value.as_tuple().exponent))
        if abs(coarse.yuan - fine.yuan) * 2 <= step:
            return True
    return False
