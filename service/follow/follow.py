"""A follow-up to the question before it: what it leaves out is taken over, slot by slot (追问)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.model import Fact, Flow, Measure
from ingest.patterns import regex
from ingest.text import fold
from service.accounts.fund_part import fund_followed
from service.accounts.lexicon import term_of
from service.figures.lookup import asks_money
from service.follow.broken_down import has_no_money, part_meant
from service.follow.column_kept import column_kept
from service.follow.counted_there import counted_there
from service.follow.follow_parts import on_parts, ranks_what_was_lost
from service.follow.follow_picked import on_picked
from service.follow.fund_follow import of_fund, of_target
from service.follow.less_that import less_that
from service.follow.of_it import project_of, why_of_it, wrong_with_it
from service.follow.part_named import POINTING, cost_of, counted_beside, counts_in, money_beside, part_named
from service.follow.roster_follow import on_rosters
from service.follow.satisfied_with import satisfied_with
from service.follow.share_within import column_of_that, is_of_half, is_of_rate, is_within
from service.follow.spoken import OF_SEVERAL
from service.follow.turned_out import as_turned_out
from service.model import (
    CODED_KINDS,
    CONFIDENT,
    NUMERIC,
    OF_PARTS,
    PHRASE_KINDS,
    Evidence,
    Operation,
    Plan,
    Term,
)
from service.projects.project_doer import asks_doer
from service.projects.project_meant import cost_of_project, counted_of_project
from service.projects.project_words import on_projects
from service.projects.projects import PROJECTS
from service.projects.projects_whose import on_whose
from service.purchases.cars_bought import cost_of_cars, with_cars_bought
from service.scope.scope import Scope

#: A question that names its own subject and is longer than this beyond it stands for itself.
_BARE = 3
#: Operations that a bare follow-up carries on with (项目支出呢 after 基本支出占比多少).
_CARRIED = (NUMERIC - {Operation.EXISTENCE}) | {Operation.DEFINITION}
#: Asks for a figure, which what a word means is none of.
_HOW_MUCH = regex("多少|几[个万亿千百]|多大")
_AS_RATE = {Operation.CHANGE: Operation.CHANGE_RATE, Operation.VARIANCE: Operation.VARIANCE_RATE}
#: How a whole question begins that asks for something new.
_ASIDE = regex(r"^(?:那|那么|还有|再|另外|然后|接着|其中|里面|这里面|这|它的?|他们的?)+")


#: 「占全年收入多少」 names what the thing spoken of is part of.
_OF_IT = regex(r"^(?:那|它|这|大?概|一共|又|能|大约)*占(?!比)")


#: 「委托业务支出占其中多少」, 「其中委托业务支出占多少」.
_OF_WHAT_WAS = regex(
    r"占(?:其中|它|其|这里面?|这里头|这里边|里面|里头|这个?)|^(?:那么?|这)?(?:其中|这?里[面头边])"
)
#: 「购房补贴比它多多少」: what was spoken of is what the thing named is held against.
_AGAINST_IT = regex(r"[比跟和与](?:它|他|她|这个|那个|这项|那项|前面|上面|刚才|前一[个项])")


#: 「跟工会经费比呢，谁多」.
_AGAINST = regex(r"(?:那|再)?么?(?:[跟和与]|同(?![一比期年样类级])).{2,20}(?<![同环])比")


def _is_against(plan: Plan, scope: Scope) -> bool:
    """Whether what is named is set against what was spoken of."""
    of_another = scope.period.base or scope.mention.bodies
    return bool(_AGAINST_IT.search(plan.text) or (not of_another and _AGAINST.match(plan.text)))


def follow(plan: Plan, before: Plan | None, scope: Scope, facts: Sequence[Fact]) -> Plan:
    """The plan with what the question leaves out taken from the plan before, else the plan itself."""
    if before is None:
        return plan
    parts = (
        (None if scope.period.years or scope.mention.bodies else counted_there(plan, before, facts))
        or less_that(plan, before, facts)
        or on_rosters(plan, before)
        or on_whose(plan, before)
    )
    parts = parts or on_projects(plan, before) or on_picked(plan, before) or on_parts(plan, before)
    parts = parts or of_fund(plan, before, facts) or of_target(plan, before, scope, facts)
    parts = parts or fund_followed(plan, before, facts) or column_kept(plan, before, facts)
    parts = parts or column_of_that(plan, before)
    if parts is not None:
        return parts
    if _of_count(plan, before):
        return replace(
            plan, subject=None, explained=0.0, taken=("占比",)
        )  # of so many projects, not of their money
    if plan.subject is None and before.subject is not None and _short(plan) and asks_doer(plan.text):
        return replace(plan, subject=before.subject)
    broken = part_meant(plan, before, facts)
    if broken is not None:
        kept = replace(_kept(plan, before), breakdown=broken[0], explained=1.0, taken=())
        return kept if broken[1] else replace(kept, explained=0.0, taken=(broken[0],))
    part = _part(plan, before, facts)
    if part is not None:
        return part
    made = _follow_on(plan, before, scope, facts)
    if (cars := with_cars_bought(made, plan, before, facts)) is not None:
        return cars
    return _of_money(made, plan, before.text, facts)


def _part(plan: Plan, before: Plan, facts: Sequence[Fact]) -> Plan | None:
    """The plan of what is counted of the project spoken of, or of a part of it by name; None where neither is said."""
    if (satisfied := satisfied_with(plan, before, facts)) is not None:
        return satisfied
    counted = counted_of_project(plan, before, facts)
    if counted is not None:
        subject, unit = counted
        return replace(plan, subject=subject, explained=1.0, taken=(), count_unit=unit, year=before.year)
    part = part_named(plan, before, facts)
    if part is None:
        return None
    base = plan.base if plan.base != part else None  # 「那门诊收入占事业收入的比例」
    kept = replace(_kept(plan, before), subject=part, breakdown=None, base=base, explained=1.0, taken=())
    return kept if counts_in(part, kept, facts) else replace(kept, count_unit=plan.count_unit)


def _of_money(made: Plan, plan: Plan, before: str, facts: Sequence[Fact]) -> Plan:
    """The plan, where money and things are not taken for each other: what a thing cost where that is printed."""
    if plan.subject is None and plan.count_unit is None and (who := _WHO_WORKS.match(plan.text)):
        return replace(made, subject=None, explained=0.0, taken=(who["who"],))  # people are no money
    if not has_no_money(made, plan, facts):
        return made
    if (cost := cost_of_cars(made, facts) or cost_of_project(made, facts, before)) is not None:
        return cost
    name = made.subject.name if made.subject else ""
    return replace(made, explained=0.0, taken=(f"{name}的金额",))


#: 「有多少职工」, of whatever was spoken of before.
_WHO_WORKS = regex(
    r"^(?:那么?|又|一共|总共|共|现|它|单位|他们)*(?:有|共有|现有)?(?:多少|几)[个名位]?(?P<who>教?职工|员工|干部|人员|工作人员|[老教]师|学生)"
)


def _follow_on(plan: Plan, before: Plan, scope: Scope, facts: Sequence[Fact]) -> Plan:
    money = money_beside(plan, before, facts) or counted_beside(plan, before, facts)
    if money is not None:
        kept = _kept(plan, before)
        itself = kept.operation is Operation.AVERAGE and "平均" in money.name
        done = Operation.LOOKUP if itself else kept.operation
        return replace(kept, operation=done, subject=money, explained=1.0, taken=())
    if plan.operation is Operation.SHARE and plan.base is None and _OF_IT.match(plan.text):
        of_account = before.base == before.subject or is_within(before.subject, before.base)
        base = plan.subject or (before.base if of_account else None)
        kept = replace(_kept(plan, before), base=base, explained=1.0, taken=())
        # 「…哪项最多，占几成」: of several that were named, the one that came first.
        return replace(kept, subject=before.first, also=()) if before.first and before.also else kept
    if _only_spent(plan) and before.subject is not None and _is_of_that(plan, before, scope):
        kept = _kept(plan, before)
        cost = cost_of(before.subject.name, before.year, facts) if before.count_unit else None
        return kept if cost is None else replace(kept, subject=cost, count_unit=None, explained=1.0, taken=())
    if _only_spent(plan) and before.subject is None and _spoke_of_a_thing(before):
        return replace(
            plan, subject=None, explained=0.0, taken=(before.text,)
        )  # of a thing that no account is
    if ranks_what_was_lost(plan, before):
        return replace(plan, subject=None, explained=0.0, taken=(before.text,))
    if plan.subject is not None and not plan.assumed:
        return _of_before(plan, before) or _named(
            replace(plan, subject=_alike(plan, before, facts)), before, scope
        )
    if plan.operation is Operation.DEFINITION and before.subject is not None:
        return replace(plan, subject=before.subject)
    if plan.intent is not None and plan.operation is Operation.NARRATIVE:
        return (
            _narrated(plan, before)
            if _short(plan) or _points(plan) or why_of_it(plan) or wrong_with_it(plan)
            else plan
        )
    if plan.taken and plan.explained <= 0.34 and not _points(plan):
        return plan
    return _kept(plan, before)


#: 「花了多少」 after something was spoken of is of that; 一共花了多少 is of all.
_ONLY_SPENT = regex(
    r"(?:那么?|又|也|一般|大概|大约|到底|实际|去年|今年|前年|(?:20)?\d\d年度?)*(?:花|用|支出|开销|花费)(?:了|掉|去)?(?:多少|几[个块]?)(?:钱|万|元|万元)?(?:呢|啊|呀)?"
)


#: 「少花多少」, 「超支了多少」: only what was done with the money is said, not with which.
_BY_VERB = regex(r"花|用|超支|节支|少支|多支")
_OF_TOTAL = regex(
    r"总|全[年部]|合计|一共|(?<!超)(?<!节)(?<!少)(?<!多)支出|开[支销]|收入|整[个体]|所有|单位|部门|规模"
)
_VERB_LONG = 14


def _only_spent(plan: Plan) -> bool:
    whole = plan.subject is not None and plan.subject.name == "本年支出合计"
    if not whole or plan.taken:
        return False
    by_verb = _BY_VERB.search(plan.text) and not _OF_TOTAL.search(plan.text) and len(plan.text) <= _VERB_LONG
    return bool(_ONLY_SPENT.fullmatch(plan.text) or by_verb)


def _is_of_that(plan: Plan, before: Plan, scope: Scope) -> bool:
    """Whether what was spent is of the account spoken of, or of the one fund's money whose spending that was."""
    if before.subject is None or before.subject.kind != "总额":
        return True
    of_fund = before.fund is not None and plan.fund is None and not scope.mention.bodies
    return of_fund and before.subject == plan.subject


def _spoke_of_a_thing(before: Plan) -> bool:
    """Whether the question before was of something that was found in running text alone, or not found."""
    lost = before.subject is None and before.explained == 0.0
    return lost or bool(before.taken) or (before.operation is Operation.NARRATIVE and before.intent is None)


def _of_count(plan: Plan, before: Plan) -> bool:
    """Whether a share is asked for after projects were counted, and of nothing that is named."""
    bare = plan.operation is Operation.SHARE and plan.base is None and (plan.subject is None or plan.assumed)
    return bare and before.subject == PROJECTS and _COUNTED.search(before.text) is not None


#: How many, and no money.
_COUNTED = regex(r"(?:几|多少)[个项](?!月|亿|万)|个数|数量")


def _both_told(subject: Term | None, before: Term | None) -> bool:
    """Whether both are things in the documents' own words, and not one thing."""
    pair = (subject, before)
    return subject != before and all(t is not None and t.kind in PHRASE_KINDS for t in pair)


def _of_before(plan: Plan, before: Plan) -> Plan | None:
    """「那为啥没花完」: what was not spent is of the thing spoken of."""
    left = plan.subject is not None and plan.subject.kind == "结转结余" and plan.intent == "原因"
    if not left or before.subject is None:
        return None
    return replace(plan, subject=before.subject, breakdown=before.breakdown, fund=before.fund)


def _named(plan: Plan, before: Plan, scope: Scope) -> Plan:
    """The question names its subject: the operation carries on where it says nothing else."""
    subject = plan.subject.name if plan.subject else ""
    said = _ASIDE.sub("", plan.text)
    # Who, when, what and 多少: a whole question, that carries nothing on.
    whole = (
        (scope.mention.bodies or plan.operation is Operation.LOOKUP)
        and scope.period.years
        and "多少" in plan.text
    )
    bare = not whole and plan.operation is Operation.LOOKUP and len(said) <= len(fold(subject)) + _BARE
    same = bare or (plan.operation is Operation.SHARE and before.operation is Operation.SHARE and not whole)
    kept = replace(
        plan,
        stage=plan.stage or (None if whole or (not bare and is_of_rate(before)) else before.stage),
        unit=plan.unit or (before.unit if bare else None),
        fund=plan.fund or (before.fund if same else None),
    )
    if (
        plan.operation in OF_SEVERAL
        and _is_against(plan, scope)
        and before.subject not in (None, plan.subject)
    ):
        return replace(kept, also=(before.subject,), year=before.year) if before.subject else kept
    within = (
        _both_told(plan.subject, before.subject)
        or (is_within(plan.subject, before.subject) and not scope.mention.bodies)
        or (_OF_WHAT_WAS.search(plan.text) and before.subject)
        or is_of_half(plan, before, scope)
    )
    if plan.operation is Operation.SHARE and plan.base is None and within:
        return replace(kept, base=before.subject)  # 「那热线转过来的占百分之几」
    if plan.breakdown is None and _is_part_of(plan.subject, before.subject) and _points(plan):
        return replace(kept, subject=before.subject, breakdown=subject)
    own = before.operation is Operation.DEFINITION or _is_reason_told(plan.subject, before)
    amount = own and _HOW_MUCH.search(plan.text) is not None
    carried = before.operation in _CARRIED and before.operation not in (Operation.RANK, Operation.LIST)
    if bare and carried and not amount:
        return replace(kept, operation=before.operation, base=plan.base or before.base)
    return kept


def _is_reason_told(subject: Term | None, before: Plan) -> bool:
    """「项目支出增加了多少？其中某房的专项是多少」: a thing of a sentence is asked for itself, after a change."""
    told = subject is not None and subject.kind in PHRASE_KINDS
    of_account = before.subject is not None and before.subject.kind not in PHRASE_KINDS
    return told and of_account and before.operation in (Operation.CHANGE, Operation.CHANGE_RATE)


def _alike(plan: Plan, before: Plan, facts: Sequence[Fact]) -> Term | None:
    """「基本支出中奖金多少？住房公积金呢？」: a name of both classifications is of the one spoken of before."""
    subject, last = plan.subject, before.subject
    coded = subject is not None and last is not None and {subject.kind, last.kind} <= set(CODED_KINDS)
    if not coded or subject is None or last is None or subject.kind == last.kind or subject.code in plan.text:
        return subject
    same = (f for f in facts if f.subject.kind == last.kind and fold(f.subject.name) == fold(subject.name))
    found = next(same, None)
    return subject if found is None else term_of(found)


def _is_part_of(subject: Term | None, before: Term | None) -> bool:
    return subject is not None and before is not None and bool(before.code) and subject.kind == "支出结构"


def _narrated(plan: Plan, before: Plan) -> Plan:
    """为什么, 有哪些, 怎么回事: running text on what was spoken of."""
    project, of_trouble = project_of(before), plan.intent in ("问题", "改进", "原因")
    if project and of_trouble and plan.subject is None and "整体" not in project.name:
        return replace(plan, subject=project)  # 「自评发现了什么问题」 is of the project spoken of
    if plan.intent in ("原因", "用途", "叙述", None):
        return replace(
            plan, subject=before.subject, breakdown=before.breakdown, fund=before.fund, stage=plan.stage
        )
    return plan


def _over(plan: Plan, before: Plan, operation: Operation) -> str:
    """What an average is taken over; 人均 after 人次 is over these."""
    if plan.per:
        return before.per if before.per.startswith(plan.per) else plan.per
    return before.per if operation is before.operation else ""


def _kept(plan: Plan, before: Plan) -> Plan:
    """The plan before with everything that the question does say."""
    changes = plan.operation not in (Operation.LOOKUP, Operation.NARRATIVE)
    operation = plan.operation if changes else before.operation
    if operation is Operation.SHARE and "占" not in plan.text:
        # 「百分比呢」 after a change asks for its rate, after a variance for how far the budget was used.
        operation = _AS_RATE.get(before.operation, operation)
    if operation in (Operation.NARRATIVE, Operation.DEFINITION):
        operation = Operation.LOOKUP
    return replace(
        before,
        operation=operation,
        stage=plan.stage or (None if changes and is_of_rate(before, operation) else before.stage),
        fund=plan.fund or before.fund,
        flow=before.flow if plan.flow in (None, Flow.NONE) else plan.flow,
        unit=plan.unit or before.unit,
        least=plan.least if changes else before.least,
        top=plan.top if changes else before.top,
        nth=plan.nth if changes else before.nth,
        base=plan.base or (before.base if operation is before.operation else None),
        base_year=plan.base_year,
        base_kind=plan.base_kind,
        count_unit=plan.count_unit or (None if asks_money(plan) else before.count_unit),
        per=_over(plan, before, operation),
        intent=None,
        text=plan.text,
        parted=plan.parted,
        explained=1.0 if not plan.taken else plan.explained,
        taken=plan.taken,
        condition=plan.condition or (before.condition if operation in OF_PARTS else None),
        first=None,
        also=before.also if operation in (before.operation, *OF_SEVERAL) else (),
    )


def _points(plan: Plan) -> bool:
    return bool(POINTING.search(plan.text))


def _short(plan: Plan) -> bool:
    return len(plan.text) <= 10


def left_by(plan: Plan) -> Plan:
    """What a question without an answer leaves to the next one: its subject only where that was understood."""
    if plan.explained > CONFIDENT:
        return plan
    return replace(plan, subject=None, also=(), base=None, breakdown=None, taken=(), explained=0.0)


def names_of(evidence: Evidence) -> tuple[str, ...]:
    """Names of the things that were told one by one, in their order."""
    facts = [f.operands[0].fact for f in evidence.findings if len(f.operands) == 1]
    names = tuple(dict.fromkeys(fact.subject.name for fact in facts))
    return names if 1 < len(names) == len(evidence.findings) else ()


def stage_of(evidence: Evidence) -> str:
    """预算, 决算 … of the one amount that was told; empty where it is none, or several."""
    told = evidence.findings[0] if len(evidence.findings) == 1 else None
    return told.stage if told is not None and told.measure is Measure.AMOUNT else ""


def led(plan: Plan, evidence: Evidence) -> Plan:
    """The plan with what came first, where parts were set in order (它占多少)."""
    first = evidence.findings[:1] if plan.operation is Operation.RANK else ()
    facts = [o.fact for f in first for o in f.operands[:1] if f.year == plan.year]
    plan = as_turned_out(plan, evidence)
    return replace(plan, first=term_of(facts[0])) if facts else plan
