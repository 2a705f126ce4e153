"""A follow-up to the question before it: what it leaves out is taken over, slot by slot (追问)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.accounts import label_to_account
from ingest.model import Fact, Flow
from ingest.text import fold
from service.follow_parts import on_parts
from service.follow_picked import on_picked
from service.less_that import less_that
from service.lexicon import term_of
from service.lookup import asks_money, same_subject
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
from service.project_words import on_projects
from service.roster_follow import on_rosters
from service.scope import Scope
from service.search import otherwise, unit_fits
from service.spoken import OF_SEVERAL

#: Words that point back at what was spoken of.
_POINTING = re.compile(r"这项|该项|这个|那个|这笔|那笔|它|其中|里面|这些|那些|上述|前面|刚才|这块|前者|后者")
#: A question that names its own subject and is longer than this beyond it stands for itself.
_BARE = 3
#: Operations that a bare follow-up carries on with (项目支出呢 after 基本支出占比多少).
_CARRIED = (NUMERIC - {Operation.EXISTENCE}) | {Operation.DEFINITION}
_AS_RATE = {Operation.CHANGE: Operation.CHANGE_RATE, Operation.VARIANCE: Operation.COMPLETION}
#: How a whole question begins that asks for something new.
_ASIDE = re.compile(r"^(?:那|那么|还有|再|另外|然后|接着|其中|里面|这里面|这|它的?|他们的?)+")


#: 「占全年收入多少」 names what the thing spoken of is part of.
_OF_IT = re.compile(r"^(?:那|它|这|大?概|一共|又|能|大约)*占(?!比)")


#: 「购房补贴比它多多少」: what was spoken of is what the thing named is held against.
_AGAINST_IT = re.compile(r"[比跟和与](?:它|他|她|这个|那个|这项|那项|前面|上面|刚才|前一[个项])")


#: 「跟工会经费比呢，谁多」.
_AGAINST = re.compile(r"(?:那|再)?么?[跟和与同].{2,20}比")


def _is_against(plan: Plan, scope: Scope) -> bool:
    """Whether what is named is set against what was spoken of."""
    of_another = scope.period.base or scope.mention.bodies
    return bool(_AGAINST_IT.search(plan.text) or (not of_another and _AGAINST.match(plan.text)))


def follow(plan: Plan, before: Plan | None, scope: Scope, facts: Sequence[Fact]) -> Plan:
    """The plan with what the question leaves out taken from the plan before, else the plan itself."""
    if before is None:
        return plan
    parts = less_that(plan, before, facts) or on_rosters(plan, before) or on_projects(plan, before)
    parts = parts or on_picked(plan, before) or on_parts(plan, before)
    if parts is not None:
        return parts
    part = _part(plan, before, facts)
    if part is not None:
        return replace(_kept(plan, before), subject=part, breakdown=None, base=None, explained=1.0, taken=())
    return _follow_on(plan, before, scope, facts)


def _follow_on(plan: Plan, before: Plan, scope: Scope, facts: Sequence[Fact]) -> Plan:
    money = _money_beside(plan, before, facts) or _counted_beside(plan, before, facts)
    if money is not None:
        kept = _kept(plan, before)
        itself = kept.operation is Operation.AVERAGE and "平均" in money.name
        done = Operation.LOOKUP if itself else kept.operation
        return replace(kept, operation=done, subject=money, explained=1.0, taken=())
    if plan.operation is Operation.SHARE and plan.base is None and _OF_IT.match(plan.text):
        kept = replace(_kept(plan, before), base=plan.subject, explained=1.0, taken=())
        # 「…哪项最多，占几成」: of several that were named, the one that came first.
        return replace(kept, subject=before.first, also=()) if before.first and before.also else kept
    if _only_spent(plan) and before.subject is not None and before.subject.kind != "总额":
        return _kept(plan, before)
    if plan.subject is not None and not plan.assumed:
        return _of_before(plan, before) or _named(
            replace(plan, subject=_alike(plan, before, facts)), before, scope
        )
    if plan.operation is Operation.DEFINITION and before.subject is not None:
        return replace(plan, subject=before.subject)
    if plan.intent is not None and plan.operation is Operation.NARRATIVE:
        return _narrated(plan, before) if _short(plan) or _points(plan) else plan
    if plan.taken and plan.explained <= 0.34 and not _points(plan):
        return plan
    return _kept(plan, before)


#: 「花了多少」 after something was spoken of is of that; 一共花了多少 is of all.
_ONLY_SPENT = re.compile(
    r"(?:那么?|又|也|一般|大概|大约|到底|实际|去年|今年|前年|(?:20)?\d\d年度?)*(?:花|用|支出|开销|花费)(?:了|掉|去)?(?:多少|几[个块]?)(?:钱|万|元|万元)?(?:呢|啊|呀)?"
)


#: 「少花多少」, 「超支了多少」: only what was done with the money is said, not with which.
_BY_VERB = re.compile(r"花|用|超支|节支|少支|多支")
_OF_TOTAL = re.compile(
    r"总|全[年部]|合计|一共|(?<!超)(?<!节)(?<!少)(?<!多)支出|开[支销]|收入|整[个体]|所有|单位|部门|规模"
)
_VERB_LONG = 14


def _only_spent(plan: Plan) -> bool:
    whole = plan.subject is not None and plan.subject.name == "本年支出合计"
    if not whole or plan.taken:
        return False
    by_verb = _BY_VERB.search(plan.text) and not _OF_TOTAL.search(plan.text) and len(plan.text) <= _VERB_LONG
    return bool(_ONLY_SPENT.fullmatch(plan.text) or by_verb)


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
        stage=plan.stage or (None if whole else before.stage),
        unit=plan.unit or (before.unit if bare else None),
        fund=plan.fund or (before.fund if same else None),
    )
    if (
        plan.operation in OF_SEVERAL
        and _is_against(plan, scope)
        and before.subject not in (None, plan.subject)
    ):
        return replace(kept, also=(before.subject,), year=before.year) if before.subject else kept
    if plan.operation is Operation.SHARE and plan.base is None and _both_told(plan.subject, before.subject):
        return replace(kept, base=before.subject)  # 「那热线转过来的占百分之几」
    if plan.breakdown is None and _is_part_of(plan.subject, before.subject) and _points(plan):
        return replace(kept, subject=before.subject, breakdown=subject)
    if bare and before.operation in _CARRIED and before.operation not in (Operation.RANK, Operation.LIST):
        return replace(kept, operation=before.operation, base=plan.base or before.base)
    return kept


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
        stage=plan.stage or before.stage,
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


#: What a follow-up may leave out of an account's name: 「基本的呢」.
_ENDS = ("", "支出", "经费", "费", "收入")


def _part(plan: Plan, before: Plan, facts: Sequence[Fact]) -> Term | None:
    """「其中货物多少」: the one thing told beside what was spoken of whose name holds the words of the question."""
    content = _content(plan)
    known = plan.subject is not None and not plan.assumed and plan.subject.kind not in PHRASE_KINDS
    counted = plan.count_unit is not None and plan.subject is not None and plan.explained > CONFIDENT
    if before.subject is None or known or counted or plan.also or len(content) < 2:
        return None
    account = next(filter(None, (label_to_account(content + end) for end in _ENDS)), None)
    if account is not None and account.kind == before.subject.kind:
        return Term(account.name, account.kind)
    said = (content, *otherwise(content))
    own = [f for f in facts if same_subject(f, before.subject)]
    quotes = {f.source.quote for f in own if f.source.quote}
    beside = [
        f
        for f in facts
        if f.value is not None
        and not same_subject(f, before.subject)
        and (f.source.quote in quotes or f.subject.kind == before.subject.kind != "业务量")
        and any(words in fold(f.subject.name) for words in said)
        and (plan.count_unit is None or unit_fits(f, plan.count_unit))
    ]
    names = {(f.subject.name, f.subject.kind, f.subject.code): f for f in beside}
    shortest = sorted(names, key=lambda key: len(key[0]))
    if not shortest or (len(shortest) > 1 and len(shortest[1][0]) == len(shortest[0][0])):
        return None
    name, kind, code = shortest[0]
    return Term(name, kind, code)


def _money_beside(plan: Plan, before: Plan, facts: Sequence[Fact]) -> Term | None:
    """「涉及多少钱」 after a count: the one amount told in the sentence of the count."""
    known = plan.subject is not None and not plan.assumed and plan.subject.kind not in PHRASE_KINDS
    if known or before.subject is None or before.count_unit is None or not asks_money(plan):
        return None
    own = [f for f in facts if same_subject(f, before.subject) and f.year == before.year]
    quotes = {f.source.quote for f in own if f.source.quote}
    beside = {f.yuan: f for f in facts if f.source.quote in quotes and f.yuan is not None}
    if len(beside) != 1:
        return None
    subject = next(iter(beside.values())).subject
    return Term(subject.name, subject.kind, subject.code, subject.path)


def _counted_beside(plan: Plan, before: Plan, facts: Sequence[Fact]) -> Term | None:
    """「平均得分多少」 after a count of projects: the one thing told beside it that is counted in another unit."""
    known = plan.subject is not None and not plan.assumed
    if known or plan.count_unit is None or before.subject is None or plan.count_unit == before.count_unit:
        return None
    own = [f for f in facts if same_subject(f, before.subject) and f.year == before.year and f.source.quote]
    if any(unit_fits(f, plan.count_unit) for f in own):
        return None
    quotes = {f.source.quote for f in own}
    beside = [f for f in facts if f.source.quote in quotes and unit_fits(f, plan.count_unit)]
    if not beside:
        stem = re.sub(r"(?:经费|费用|支出|费)$", "", fold(before.subject.name))
        same_year = (f for f in facts if f.year == before.year and unit_fits(f, plan.count_unit or ""))
        beside = [f for f in same_year if len(stem) > 1 and stem in fold(f.subject.name)]
    found = {(f.subject.name, f.subject.kind): f.subject for f in beside}
    if len(found) != 1:
        return None
    subject = next(iter(found.values()))
    return Term(subject.name, subject.kind, subject.code, subject.path)


def _content(plan: Plan) -> str:
    """What a follow-up says besides pointing back."""
    named = plan.subject.name if plan.subject and not plan.assumed else ""
    return _POINTING.sub("", "".join(plan.taken) or named).strip("的")


def _points(plan: Plan) -> bool:
    return bool(_POINTING.search(plan.text))


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


def led(plan: Plan, evidence: Evidence) -> Plan:
    """The plan with what came first, where parts were set in order: 「它占多少」 may follow."""
    first = evidence.findings[:1] if plan.operation is Operation.RANK else ()
    facts = [o.fact for f in first for o in f.operands[:1] if f.year == plan.year]
    return replace(plan, first=term_of(facts[0])) if facts else plan
