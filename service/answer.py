"""Question to answer: the whole arrow, step by step (问答流程)."""

from __future__ import annotations

import re
import time
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.facts import FactStore
from ingest.model import Document, Fact, Kind, Stage
from ingest.passages import PassageStore
from ingest.settings import Settings
from service.asked import asks_meaning
from service.compose import compose, plan_to_json
from service.contract import Answer, AskRequest, Option, Status, Timings
from service.conversation import Conversations, Turn
from service.evidence import CONFIDENT, Sources, gather
from service.levels import one_level
from service.library import Library
from service.model import NUMERIC, Body, Declined, Evidence, Operation, Plan, Reason, Term
from service.nearby import Nearby
from service.question import read_question
from service.refuse import (
    cannot_add,
    cannot_rank,
    nobody_named,
    refuse_early,
    stage_not_loaded,
    year_not_loaded,
)
from service.scope import Scope, ambiguous, documents_for, read_scope
from service.several import Point, gather_points, rank
from service.subjects import PHRASE_KINDS
from service.suggest import suggest
from service.understand import is_added, understand

_STATUS = {Reason.OUT_OF_SCOPE: Status.OUT_OF_SCOPE, Reason.AMBIGUOUS: Status.CLARIFY}


class Answerer:
    """Answers questions from the stores that the settings name.

    ``ask`` raises ``BadQuestion`` for a question that cannot be read and ``StoreUnavailable`` when a store does
    not answer; everything else is a status of the answer.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._library = Library(FactStore(settings))
        self._passages = PassageStore(settings)
        self._nearby = Nearby(self._library, self._passages)
        self._conversations = Conversations()

    def ask(self, request: AskRequest) -> Answer:
        """The answer to one question."""
        clock = _Clock()
        text = read_question(request.question, self._settings.max_question_chars)
        conversation = request.conversation_id or uuid.uuid4().hex
        last = self._conversations.last(conversation)
        before = last.plan.entity if last and last.plan else ""
        bodies = one_level(
            self._library.bodies(self._library.documents()), request, before, self._library.facts
        )
        scope = read_scope(text, bodies, request, last)
        declined = refuse_early(text, scope, bodies)
        if declined is None and scope.body is not None:
            return self._about(_Asked(text, scope, scope.body, request, conversation, last), clock)
        if declined is None:
            plan = understand(text, scope.spans, [], scope.period.base)
            several = (
                scope.mention.bodies
                if scope.mention.several
                else bodies
                if _ranks_bodies(plan, scope)
                else ()
            )
            owner = (
                self._nearby.owner(text, scope.mention.bodies or bodies)
                if plan.operation is Operation.NARRATIVE
                else None
            )
            if owner is not None:
                return self._about(_Asked(text, scope, owner, request, conversation, last), clock)
            if several:
                return self._across(
                    _Asked(text, scope, several[0], request, conversation, last), several, plan, clock
                )
            found = self._nearby.defined(plan, bodies) if asks_meaning(plan) else None
            if found is not None:
                return compose(
                    found[1], plan, found[0], self._library.documents(), conversation, clock.timings()
                )
            declined = nobody_named(text, plan, scope, bodies)
            sole = (
                self._sole(text, scope)
                if scope.mention.region and declined.reason is Reason.AMBIGUOUS
                else None
            )
            if sole is not None:
                return self._about(_Asked(text, scope, sole, request, conversation, last), clock)
        return self._decline(declined, conversation, clock)

    def suggestions(self) -> list[str]:
        """A few questions that are sure to be answered, over several bodies."""
        found: list[str] = []
        for body in self._library.bodies(self._library.documents())[:6]:
            documents, year = documents_for(body, None, None)
            found += suggest(body, year, self._library.facts(documents), count=2)
        return found[:6]

    def _about(self, asked: _Asked, clock: _Clock) -> Answer:
        """The answer about one body."""
        body, scope = asked.body, asked.scope
        facts = self._library.facts(body.documents)
        plan = _follow(understand(asked.text, scope.spans, facts, scope.period.base), asked.last)
        plan = replace(plan, entity=body.name, unit=asked.request.unit or plan.unit)
        documents, year = documents_for(body, asked.year(plan), plan.stage)
        plan = replace(plan, year=_figure_year(plan, scope, year))
        clock.lap("understand")
        years = _years(plan, scope, body)
        points = [
            Point(
                body,
                replace(
                    plan, year=y, subject=s, stage=_stage_of(plan, body, y) if len(years) > 1 else plan.stage
                ),
                facts,
            )
            for y in years
            for s in _subjects(plan)
        ]
        declined = None if len(points) > 1 else _no_documents(plan, body, documents, facts, asked.text)
        evidence = declined or self._evidence(plan, points, Sources(
            body, tuple(documents or body.documents), facts, lambda: self._library.index(documents),
            lambda words: self._nearby.index(words, body), self._passages.nearness,
        ))  # fmt: skip
        clock.lap("lookup")
        if isinstance(evidence, Declined):
            return self._decline(evidence, asked.conversation, clock, plan, body)
        self._conversations.keep(asked.conversation, Turn(body.key, plan))
        evidence = evidence if len(points) > 1 else _say_year(evidence, plan, scope, body)
        answer = compose(evidence, plan, body, self._library.documents(), asked.conversation, clock.timings())
        hints = suggest(body, year, facts, plan)
        return answer.model_copy(update={"suggestions": hints, "timings_ms": clock.timings("compose")})

    def _evidence(self, plan: Plan, points: Sequence[Point], sources: Sources) -> Evidence | Declined:
        if plan.operation is Operation.RANK and len(points) == 1 and not _of_money(plan):
            return gather(replace(plan, operation=Operation.NARRATIVE), sources)
        if plan.operation is Operation.RANK and len(points) == 1:
            found = rank(sources.body, plan, sources.facts)
            return found if found.findings else cannot_rank(sources.body, plan)
        if plan.unlisted:
            return cannot_add(sources.body, plan, plan.unlisted)
        joined = _joined(plan)
        if len(points) > 1 and (plan.explained > CONFIDENT or plan.also):
            found = gather_points(points, joined, plan.unit)
            if found.findings:
                return found
        if len(points) > 1 and joined is Operation.SUM:
            return cannot_add(sources.body, plan, [s.name for s in _subjects(plan) if s])
        return gather(plan, sources)

    def _across(self, asked: _Asked, bodies: Sequence[Body], plan: Plan, clock: _Clock) -> Answer:
        """The answer that sets several bodies side by side."""
        points = []
        for body in bodies:
            facts = self._library.facts(body.documents)
            own = understand(asked.text, asked.scope.spans, facts, asked.scope.period.base)
            documents, year = documents_for(body, asked.year(own), own.stage)
            if documents and own.subject is not None and own.explained > CONFIDENT:
                points.append(Point(body, replace(own, year=year, entity=body.name), facts))
        clock.lap("understand")
        evidence = (
            gather_points(points, _joined(plan), asked.request.unit or plan.unit) if points else Evidence()
        )
        clock.lap("lookup")
        if not evidence.findings:
            return self._decline(ambiguous(asked.scope, bodies, asked.text), asked.conversation, clock, plan)
        absent = [b.name for b in bodies if all(f.entity != b.name for f in evidence.findings)]
        notes = (
            *evidence.notes,
            *(
                (f"共比较{len(evidence.findings)}个单位，没有数据的有：{'、'.join(absent)}。",)
                if absent
                else ()
            ),
        )
        evidence = replace(evidence, notes=notes)
        return compose(
            evidence, plan, bodies[0], self._library.documents(), asked.conversation, clock.timings("compose")
        )

    def _sole(self, text: str, scope: Scope) -> Body | None:
        """Of the bodies of the region that is named, the only one whose documents know what is asked about."""
        knowing = []
        for body in scope.mention.bodies:
            plan = understand(text, scope.spans, self._library.facts(body.documents), scope.period.base)
            if plan.subject is not None and plan.subject.kind in PHRASE_KINDS and plan.explained > CONFIDENT:
                knowing.append(body)
        return knowing[0] if len(knowing) == 1 else None

    def _decline(
        self,
        declined: Declined,
        conversation: str,
        clock: _Clock,
        plan: Plan | None = None,
        body: Body | None = None,
    ) -> Answer:
        suggestions = [o[1] for o in declined.options]
        if not suggestions and declined.reason is not Reason.OUT_OF_SCOPE and body is not None:
            documents, year = documents_for(body, None, None)
            suggestions = suggest(body, year, self._library.facts(documents))
        return Answer(
            id=uuid.uuid4().hex, conversation_id=conversation, status=_STATUS.get(declined.reason, Status.NO_ANSWER),
            answer=declined.text, reason=declined.reason.value,
            options=[Option(label=label, question=question) for label, question in declined.options],
            suggestions=suggestions[:3] or self.suggestions()[:3], plan=plan_to_json(plan),
            timings_ms=clock.timings("compose"),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Asked:
    """One question with all that is known of its circumstances."""

    text: str
    scope: Scope
    body: Body
    request: AskRequest
    conversation: str
    last: Turn | None

    def year(self, plan: Plan) -> int | None:
        """The year asked for, in the question or the conversation."""
        return self.scope.year or _inherited_year(self.scope, self.last, plan)


class _Clock:
    """Milliseconds of each step."""

    def __init__(self) -> None:
        self._start = self._last = time.perf_counter()
        self._laps: dict[str, float] = {}

    def lap(self, step: str) -> None:
        now = time.perf_counter()
        self._laps[step] = self._laps.get(step, 0.0) + (now - self._last) * 1000
        self._last = now

    def timings(self, step: str | None = None) -> Timings:
        if step:
            self.lap(step)
        total = (time.perf_counter() - self._start) * 1000
        return Timings(**{k: round(v, 2) for k, v in self._laps.items()}, total=round(total, 2))


#: A follow-up is at most this long once body and year are taken off.
_SHORT = 10
#: 「2024年…表里，2023年…」.
_WITHIN_STATEMENT = re.compile(r"表[里中内上]?[，,、]?(?:的)?20\d\d年")
#: Words that say that it is expenditure that is ranked.
_MONEY_RANKED = re.compile(r"支出|花|钱|开支|费|科目|[类款]|预算|决算|资金|用在|用到|投入")
#: Words that say that money is still to be spent.
_PLANNED = re.compile(r"要花|打算|计划|准备|预计|安排")
#: Words that say that money was really spent, so that a budget is no answer.
_SPENT = re.compile(r"花了|花掉|用了|实际|决算|支出了|到底花|花多少|花的")


def _no_documents(
    plan: Plan, body: Body, documents: Sequence[Document], facts: Sequence[Fact], text: str
) -> Declined | None:
    """A refusal where the year, or the stage of that year, is not loaded."""
    year = plan.year or 0
    if not documents and not any(f.year == year and f.value is not None for f in facts):
        return year_not_loaded(body, year)
    if documents and _wants_outcome(plan, text) and all(d.kind is Kind.BUDGET for d in documents):
        return stage_not_loaded(body, year)
    return None


def _years(plan: Plan, scope: Scope, body: Body) -> list[int]:
    """The years that a figure is wanted of, oldest first."""
    if plan.operation in (Operation.CHANGE, Operation.CHANGE_RATE) or plan.operation not in NUMERIC:
        return [plan.year or 0]
    if len(scope.period.years) == 2 and _WITHIN_STATEMENT.search(scope.text):
        return [plan.year or 0]
    if plan.operation is Operation.RANK and "哪年" in scope.text.replace("哪一年", "哪年"):
        return list(body.years)
    if plan.operation is Operation.TREND and len(scope.period.years) < 2:
        return list(body.years)
    return sorted(scope.period.years) if len(scope.period.years) > 1 else [plan.year or 0]


def _stage_of(plan: Plan, body: Body, year: int) -> Stage | None:
    """The stage asked for, where a document of that year prints it; over several years each prints its own."""
    budgets = plan.stage in (Stage.BUDGET, Stage.INITIAL_BUDGET, Stage.ADJUSTED_BUDGET)
    kinds = {d.kind for d in body.documents if d.year == year}
    if plan.stage is Stage.FINAL_ACCOUNTS and Kind.FINAL_ACCOUNTS not in kinds:
        return None
    return None if budgets and Kind.BUDGET not in kinds and plan.stage is Stage.BUDGET else plan.stage


def _figure_year(plan: Plan, scope: Scope, year: int) -> int:
    """「2024年…表里，2023年…」: the statement is of one year, the figure of the other, named last."""
    named = scope.period.years
    return named[-1] if len(named) == 2 and _WITHIN_STATEMENT.search(scope.text) else year


def _subjects(plan: Plan) -> list[Term | None]:
    """The accounts that a figure is wanted of."""
    many = plan.operation in (Operation.LOOKUP, Operation.SUM, Operation.COMPARE, Operation.TREND)
    return [plan.subject, *plan.also] if many and plan.also else [plan.subject]


def _joined(plan: Plan) -> Operation:
    """What is done with several figures: they are added where the question says so."""
    adds = plan.operation is Operation.LOOKUP or plan.operation in (Operation.SUM, Operation.TREND)
    return Operation.SUM if adds and is_added(plan.text) else plan.operation


def _of_money(plan: Plan) -> bool:
    """Whether expenditure is to be ranked: 「反映最多的问题」 is about no money."""
    return plan.subject is not None or not plan.taken or bool(_MONEY_RANKED.search(plan.text))


def _ranks_bodies(plan: Plan, scope: Scope) -> bool:
    """「哪个部门三公经费最多」: all bodies are asked about, though none is named."""
    return plan.operation is Operation.RANK and plan.subject is not None and not scope.mention.bodies


def _wants_outcome(plan: Plan, text: str) -> bool:
    if _PLANNED.search(text) or plan.count_unit is not None:
        return False
    if plan.operation not in NUMERIC or plan.stage in (
        Stage.BUDGET,
        Stage.INITIAL_BUDGET,
        Stage.ADJUSTED_BUDGET,
    ):
        return False
    return plan.stage is Stage.FINAL_ACCOUNTS or bool(_SPENT.search(text))


def _follow(plan: Plan, last: Turn | None) -> Plan:
    """A follow-up that names only one thing keeps the rest of the last plan (那2022年呢, 占比呢, 人员经费呢)."""
    if last is None or last.plan is None:
        return plan
    before = last.plan
    named = plan.subject is not None and not plan.assumed
    if plan.intent is not None:
        asks_why = plan.intent == "原因" and not named and len(plan.text) <= _SHORT
        return replace(plan, subject=before.subject) if asks_why else plan
    if named:
        subject = plan.subject.name if plan.subject else ""
        bare = (
            plan.operation is Operation.LOOKUP
            and before.operation in NUMERIC
            and len(plan.text) <= len(subject) + 3
        )
        kept = replace(plan, operation=before.operation, base=before.base, stage=plan.stage or before.stage)
        return kept if bare else plan
    if plan.operation is Operation.NARRATIVE and len(plan.text) > _SHORT:
        return plan
    changes = plan.operation not in (Operation.LOOKUP, Operation.NARRATIVE)
    return replace(
        before,
        operation=plan.operation if changes else before.operation,
        stage=plan.stage or before.stage,
        unit=plan.unit or before.unit,
        text=plan.text,
        explained=plan.explained,
        taken=plan.taken,
    )


def _inherited_year(scope: Scope, last: Turn | None, plan: Plan) -> int | None:
    """The year of the conversation, for a short follow-up that names none; 前一年 counts from it."""
    if last is None or last.plan is None or last.plan.year is None:
        return None
    if re.search(r"前一年|上一年|再往前", scope.text) and len(scope.text) <= _SHORT:
        return last.plan.year - 1
    return last.plan.year if not scope.mention.bodies or len(plan.text) <= 4 else None


def _say_year(evidence: Evidence, plan: Plan, scope: Scope, body: Body) -> Evidence:
    """Say which year was taken where the question left it open and there was a choice."""
    if (scope.year is not None and scope.period.back is None) or len(body.years) < 2:
        return evidence
    years = "、".join(map(str, body.years))
    return replace(
        evidence, notes=(*evidence.notes, f"问题没有写明年度，按{plan.year}年度回答；已收录年度：{years}。")
    )
