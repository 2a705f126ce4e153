"""A plan to the single figures that it wants: of which years, which accounts, and what is done with them (目标)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.model import Fact, Kind, Stage
from ingest.patterns import regex
from ingest.text import fold
from service.figures.held import facts_of
from service.figures.years_told import as_told_then, years_told
from service.model import CODED_KINDS, NUMERIC, OF_PARTS, PHRASE_KINDS, Body, Operation, Plan, Term
from service.purchases.purchases import is_bought_within
from service.read.added_said import is_added
from service.scope.scope import Scope
from service.things.search import unit_fits

#: Operations that may want several figures, one for each account or year.
_MANY = (
    Operation.TIMES,
    Operation.LOOKUP,
    Operation.SUM,
    Operation.COMPARE,
    Operation.TREND,
    Operation.RANK,
    Operation.AVERAGE,
)
#: How a question asks by how much one figure is above another.
_MUCH = regex(
    r"[比较].*[多少高低大小][出了花用]?(?:多少|几|些)|相?差(?:多少|几|了)|差[额距]|分差|前者|后者"
    r"|(?<!最)[高多大贵少低小][出了花]?来?(?:多少|几[个万亿千百辆件人名台家项分])"
    r"|(?<![对同百相占])比(?![例重较率])[^，。？]{2,}[多少][^，。？多少几是占]{1,4}(?:多少|几[个万亿千百辆件人名台家项分次处起])"
)
#: How a gap is asked for without saying which side is the larger.
_EITHER = regex(r"谁|分差|何者|孰|哪[家个边一年]|差多少|相差|差[额距了几]|还是")
#: The words for a gap: 「差多少」, 「差距有多大」.
_GAP = regex(r"分差|相?差(?:了|出)?(?:多少|几|多大)|相差|差[额距]|之差(?!旅)")
#: How it is asked with a side: 「年底结余比年初多还是少」.
_ONE_WAY = regex(r"比(?!较|例|重|差|相|哪|谁|呢)[^，。？]{1,14}[多少高低大小增减]")


def asked_either_way(text: str) -> bool:
    """Whether a gap is asked for without saying which side is held against which."""
    return _EITHER.search(text) is not None and _ONE_WAY.search(text) is None


#: How two years are held against each other with a side: 「2025年与2024年相比」, 「从2022到2023」.
_YEARS_ONE_WAY = regex(
    r"(?<![占相])比(?!较|例|重|差|哪|谁)|相比|较(?!大|多|高|低|少|小)|[到至]|增|减|涨|降|多还是少|少还是多|多了还是"
)


def years_either_way(text: str) -> bool:
    """Whether the gap of two years is asked for as such, neither said to be held against the other."""
    return _GAP.search(text) is not None and _YEARS_ONE_WAY.search(text) is None


#: Operations that say by themselves what last year is.
_OF_TWO_YEARS = (Operation.CHANGE, Operation.CHANGE_RATE, Operation.POINTS)
#: 「2024年…表里，2023年…」.
_WITHIN_STATEMENT = regex(
    r"表[里中内上]?[，,、]?(?:的)?20\d\d年|20\d\d年(?:度)?(?:部门)?(?:预算|决算)?的?(?:编制)?(?:说明|文件|报告)[里中内上]?(?:倒推|推算|所载|写的|提到)?的?[，,、]?[^，,]*20\d\d年"
)
#: Words that say that money is still to be spent.
_PLANNED = regex(r"要花|打算|计划|准备|预计|安排")
#: Words that say that money was really spent, so that a budget is no answer.
_SPENT = regex(r"花了|花掉|用了|实际(?:支出|花|用|执行|发生|是?多少)|决算|支出了|到底花|花的")


@dataclass(frozen=True, slots=True)
class Point:
    """One figure that is wanted: of which body, by which plan, from which facts."""

    body: Body
    plan: Plan
    facts: Sequence[Fact]


def points_of(plan: Plan, body: Body, years: Sequence[int], facts: Sequence[Fact]) -> list[Point]:
    """One point for each year and account."""
    return [
        Point(
            body,
            at_home(replace(
                plan, year=year, entity=body.name, subject=_of_year(subject, year, facts, several=len(years) > 1),
                stage=_stage_of_point(replace(plan, subject=subject, stage=stage), body, year, facts)
                if len(years) > 1 else stage,
                count_unit=_counted_in(plan, subject, facts),
            ), body),
            facts,
        )
        for year in years
        for subject in subjects_of(plan)
        for stage in plan.stages or (plan.stage,)
    ]  # fmt: skip


def _of_year(subject: Term | None, year: int, facts: Sequence[Fact], *, several: bool) -> Term | None:
    """An account as the year has it."""
    told = _printed_then(_innermost(subject, year, facts), year, facts)
    return as_told_then(told, year, facts) if several else told


def _stage_of_point(plan: Plan, body: Body, year: int, facts: Sequence[Fact]) -> Stage | None:
    """The stage asked for, where the year prints the account at it, be it in final accounts (三公经费预算数)."""
    told = stage_of(plan, body, year)
    if told is plan.stage or plan.subject is None:
        return told
    if plan.operation in (Operation.SUM, Operation.AVERAGE) or is_added(plan.text):
        return plan.stage  # what was spent is added to no budget
    held = facts_of(facts, plan.subject.name)
    own = any(f.year == year and f.stage is plan.stage and f.subject.kind == plan.subject.kind for f in held)
    return plan.stage if own else told


def _counted_in(plan: Plan, subject: Term | None, facts: Sequence[Fact]) -> str | None:
    """The unit that is counted in; none for what stands beside something counted and is money alone."""
    if subject is None or not plan.also or plan.count_unit is None:
        return plan.count_unit
    held = facts_of(facts, subject.name)
    return plan.count_unit if any(unit_fits(f, plan.count_unit, loose=True) for f in held) else None


def _innermost(subject: Term | None, year: int, facts: Sequence[Fact]) -> Term | None:
    """Of a section and its only item, which share a name (城乡社区环境卫生), the item: text tells of that alone."""
    if subject is None or subject.kind not in CODED_KINDS or not subject.code:
        return subject
    held = {
        f.subject.code: f.subject
        for f in facts_of(facts, subject.name)
        if f.year == year
        and f.subject.code.startswith(subject.code)
        and fold(f.subject.name) == fold(subject.name)
    }
    inner = max(held, key=len, default="")
    alone = all(inner.startswith(code) for code in held)
    if len(inner) <= len(subject.code) or not alone:
        return subject
    s = held[inner]
    return Term(s.name, s.kind, s.code, s.path)


def _printed_then(subject: Term | None, year: int, facts: Sequence[Fact]) -> Term | None:
    """A project as another table has it that alone prints it for the year: a plan of several years (中期规划)."""
    if subject is None or subject.kind != "项目":
        return subject
    held = [
        f.subject for f in facts_of(facts, subject.name) if f.year == year and f.subject.name == subject.name
    ]
    other = next((s for s in held if s.kind in PHRASE_KINDS), None)
    if other is None or any(s.kind == "项目" for s in held):
        return subject
    return Term(other.name, other.kind, other.code, other.path)


def at_home(plan: Plan, body: Body) -> Plan:
    """The plan with the documents of its year, and of the year that a change of it is counted from."""
    year = plan.year or 0
    return replace(plan, home=home_of(body, year), base_home=home_of(body, plan.base_year or year - 1))


def in_statement(plan: Plan, facts: Sequence[Fact]) -> Plan:
    """The plan with the statement that the year's documents have, where the question names it less exactly.

    「基本支出预算表」 is a body's 一般公共预算基本支出表 where it prints no other statement of basic expenditure.
    """
    if plan.statement is None:
        return plan
    held = {f.statement for f in facts if f.year == plan.year}
    if plan.statement in held:
        return plan
    near = sorted((name for name in held if name.endswith(plan.statement)), key=len)
    return replace(plan, statement=near[0]) if near else plan


def home_of(body: Body, year: int) -> frozenset[str]:
    """The documents of a body for a year, which say best what there is in it."""
    return frozenset(d.id for d in body.documents if d.year == year)


def years_wanted(
    plan: Plan, scope: Scope, body: Body, asked: Sequence[int], year: int, facts: Sequence[Fact] = ()
) -> list[int]:
    """The years that a figure is wanted of, oldest first; ``asked`` are those named, ``year`` the one taken."""
    if plan.operation not in NUMERIC or plan.operation in OF_PARTS - {Operation.RANK}:
        return [year]
    if plan.operation is Operation.COMPARE and plan.base_year is not None and len(asked) < 2:
        return sorted({plan.base_year, year})
    if plan.operation in _OF_TWO_YEARS and (len(asked) < 3 or plan.base_year is not None):
        return [year]
    if len(asked) == 2 and _WITHIN_STATEMENT.search(scope.text):
        return [year]
    if scope.heard_as and asked:  # 「2018年之后每年」: those that were counted out
        return sorted(asked)
    if plan.operation is Operation.RANK and re.search(r"哪一?年", scope.text):
        return list(asked) if len(asked) > 1 else years_told(plan, body, scope.text, facts)
    if (plan.yearly or plan.operation is Operation.TREND) and len(asked) < 2:
        return years_told(plan, body, scope.text, facts)
    if len(asked) < 2 and re.search(r"[三两这各几]年.{0,6}(?:加|合计|一共|总共|平均)|哪一?年", scope.text):
        return years_told(plan, body, scope.text, facts)
    if plan.operation is Operation.TIMES and len(asked) == 2:
        # 「2023年是2022年的几倍」: the one named first is held against the other.
        return sorted(
            asked, key=lambda y: dict(zip(scope.period.years, scope.period.places, strict=True)).get(y, 0)
        )
    return sorted(asked) if len(asked) > 1 else [year]


#: 「从2017年到2019年累计降了百分之几」: the last year of a span against its first.
_FROM_TO = regex(r"\d\d\s*年?度?\s*(?:到|至|[-—–~～]+)\s*(?:20)?\d\d.*(?:多少|几)")


#: 「24年决算跟25年预算哪个多」: each year at its own stage, no year against its own budget.
_OUTCOME, _PLANNED_YEAR = (
    rf"\d\d\s*年?度?的?(?:部门)?{stage}" for stage in ("(?:决算|实际|执行)", "预算(?!执行)")
)
_OTHER_STAGE = regex(rf"{_OUTCOME}.*{_PLANNED_YEAR}|{_PLANNED_YEAR}.*{_OUTCOME}")


#: 「到2019年涨了多少」: from the year that was spoken of.
_UNTIL = regex(r"^(?:那|再|又)?么?到\s*(?:20)?\d\d")


def with_base(plan: Plan, scope: Scope, asked: Sequence[int], spoken: Sequence[int] = ()) -> Plan:
    """The plan with the year that a change is counted from, where the question names it; ``spoken`` are the years of
    the question before."""
    since = min(spoken, default=0)
    if (
        plan.operation in _OF_TWO_YEARS
        and len(asked) == 1
        and 0 < since < asked[0]
        and _UNTIL.match(scope.text)
    ):
        return replace(plan, base_year=since)
    if plan.operation is Operation.LIST and len(asked) > 1 and plan.condition is None:
        return replace(plan, operation=Operation.TREND)  # 「2022、2023、2024年列一下」
    if plan.operation in _OF_TWO_YEARS and len(asked) > 2 and _FROM_TO.search(scope.text):
        return replace(plan, base_year=min(asked))
    if plan.operation in (Operation.CHANGE, Operation.CHANGE_RATE) and len(asked) > 2:
        return replace(plan, operation=Operation.TREND)  # over more than two years a change is how it went
    if plan.operation in _OF_TWO_YEARS and len(asked) == 2 and scope.period.base_year is None:
        return replace(plan, base_year=min(asked))
    if plan.operation is Operation.VARIANCE and len(asked) == 2 and _OTHER_STAGE.search(scope.text):
        return replace(plan, operation=Operation.COMPARE, stage=None)
    return replace(plan, base_year=scope.period.base_year, base_kind=scope.period.base_kind)


def figure_year(scope: Scope, asked: Sequence[int], year: int) -> int:
    """「2024年…表里，2023年…」: the statement is of one year, the figure of the other, named last."""
    named = scope.period.years
    return named[-1] if len(asked) == 2 and _WITHIN_STATEMENT.search(scope.text) else year


def stage_of(plan: Plan, body: Body, year: int) -> Stage | None:
    """The stage asked for, where a document of that year prints it; over several years each prints its own."""
    budgets = plan.stage in (Stage.BUDGET, Stage.INITIAL_BUDGET, Stage.ADJUSTED_BUDGET)
    kinds = {d.kind for d in body.documents if d.year == year}
    if plan.stage is Stage.FINAL_ACCOUNTS and Kind.FINAL_ACCOUNTS not in kinds:
        return None
    return None if budgets and Kind.BUDGET not in kinds and plan.stage is Stage.BUDGET else plan.stage


#: Operations that are wanted of each account that is named, 「基本支出和项目支出各占多少」.
_OF_EACH = (
    Operation.DIFFERENCE,
    Operation.CHANGE,
    Operation.CHANGE_RATE,
    Operation.SHARE,
    Operation.COMPLETION,
    Operation.VARIANCE,
    Operation.VARIANCE_RATE,
)


def subjects_of(plan: Plan) -> list[Term | None]:
    """The accounts that a figure is wanted of."""
    many = plan.operation in (*_MANY, *_OF_EACH) and plan.also
    if not many:
        return [plan.subject]
    if plan.subject is not None and all(is_bought_within(term, plan.subject) for term in plan.also):
        return [*plan.also]  # 「采购中，住宿和餐饮合计」: where they stand, none of them
    return [plan.subject, *plan.also]


#: 「哪年分高？高几分」: which of two years has more, and by how much.
_YEAR_BY = regex(r"哪一?年.*[多少高低大小][了出]?(?:几|多少)(?![多少高低大小])")


def joined(plan: Plan, scope: Scope, count: int) -> Operation:
    """What is done with several figures: added where the question says so, set against each other where it compares."""
    adds = plan.operation is Operation.LOOKUP or plan.operation in (Operation.SUM, Operation.TREND)
    if adds and is_added(plan.text):
        return Operation.SUM
    apart = len(scope.bodies) == 2 or bool(plan.also)
    much = plan.operation in (Operation.CHANGE, Operation.DIFFERENCE) or (
        plan.operation in (Operation.COMPARE, Operation.LOOKUP, Operation.RANK) and _MUCH.search(scope.text)
    )
    if much and count == 2 and apart and not scope.period.base:
        return Operation.DIFFERENCE
    both = plan.operation in (Operation.COMPARE, Operation.LOOKUP) and count == 2
    if both and (_YEAR_BY.search(scope.text) or _GAP.search(scope.text)):
        return Operation.DIFFERENCE
    return plan.operation


def wants_outcome(plan: Plan, text: str) -> bool:
    """Whether only money that was spent answers the question."""
    if _PLANNED.search(text) or plan.count_unit is not None:
        return False
    if plan.operation not in NUMERIC or plan.stage in (
        Stage.BUDGET,
        Stage.INITIAL_BUDGET,
        Stage.ADJUSTED_BUDGET,
    ):
        return False
    return plan.stage is Stage.FINAL_ACCOUNTS or bool(_SPENT.search(text))
