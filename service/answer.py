"""Question to answer: the whole arrow, step by step (问答流程)."""

from __future__ import annotations

import re
import time
import uuid
from collections.abc import Sequence
from dataclasses import replace

from ingest.facts import FactStore
from ingest.model import Chunk, Kind, Stage
from ingest.passages import PassageStore
from ingest.settings import Settings
from service.compose import compose, plan_to_json
from service.contract import Answer, AskRequest, Option, Status, Timings
from service.conversation import Conversations, Turn
from service.evidence import Sources, gather
from service.library import Library
from service.model import NUMERIC, Body, Declined, Evidence, Operation, Plan, Reason
from service.question import read_question
from service.refuse import nobody_named, refuse_early, stage_not_loaded, year_not_loaded
from service.scope import Scope, documents_for, read_scope
from service.suggest import suggest
from service.understand import understand

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
        self._conversations = Conversations()

    def ask(self, request: AskRequest) -> Answer:
        """The answer to one question."""
        clock = _Clock()
        text = read_question(request.question, self._settings.max_question_chars)
        conversation = request.conversation_id or uuid.uuid4().hex
        bodies = self._library.bodies(self._library.documents())
        last = self._conversations.last(conversation)
        scope = read_scope(text, bodies, request, last)
        declined = refuse_early(text, scope, bodies)
        if declined is None and scope.body is not None:
            return self._about(text, scope, scope.body, request, conversation, last, clock)
        if declined is None:
            plan = understand(text, scope.spans, [])
            found = self._defined_anywhere(plan, bodies) if plan.operation is Operation.DEFINITION else None
            if found is not None:
                return compose(found[1], plan, found[0], self._library.documents(), conversation, clock.timings())
            declined = nobody_named(text, plan, scope, bodies)
        return self._decline(declined, conversation, clock)

    def suggestions(self) -> list[str]:
        """A few questions that are sure to be answered, over several bodies."""
        found: list[str] = []
        for body in self._library.bodies(self._library.documents())[:6]:
            documents, year = documents_for(body, None, None)
            found += suggest(body, year, self._library.facts(documents), count=2)
        return found[:6]

    def _about(
        self,
        text: str,
        scope: Scope,
        body: Body,
        request: AskRequest,
        conversation: str,
        last: Turn | None,
        clock: _Clock,
    ) -> Answer:
        facts = self._library.facts(body.documents)
        plan = _follow(understand(text, scope.spans, facts, scope.period.base), last, body)
        plan = replace(plan, entity=body.name, unit=request.unit or plan.unit)
        documents, year = documents_for(body, scope.year or _inherited_year(scope, last, plan), plan.stage)
        clock.lap("understand")
        plan = replace(plan, year=year)
        declined = None
        if not documents and not any(f.year == year and f.value is not None for f in facts):
            declined = year_not_loaded(body, year)
        elif documents and _wants_outcome(plan, text) and all(d.kind is Kind.BUDGET for d in documents):
            declined = stage_not_loaded(body, year)
        if declined is not None:
            return self._decline(declined, conversation, clock, plan, body)
        sources = Sources(
            body, tuple(documents or body.documents), facts, lambda: self._library.chunks(documents),
            lambda: self._other_chunks(body), self._passages.query,
        )  # fmt: skip
        evidence = gather(plan, sources)
        clock.lap("lookup")
        self._conversations.keep(conversation, Turn(body.key, plan))
        if isinstance(evidence, Declined):
            return self._decline(evidence, conversation, clock, plan, body)
        evidence = _say_year(evidence, plan, scope, body)
        answer = compose(evidence, plan, body, self._library.documents(), conversation, clock.timings())
        return answer.model_copy(
            update={"suggestions": suggest(body, year, facts, plan), "timings_ms": clock.timings("compose")}
        )

    def _other_chunks(self, body: Body) -> Sequence[Chunk]:
        others = [d for d in self._library.documents() if d not in body.documents]
        return self._library.chunks([*body.documents, *others])

    def _defined_anywhere(self, plan: Plan, bodies: Sequence[Body]) -> tuple[Body, Evidence] | None:
        for body in bodies:
            chunks = self._library.chunks(body.documents)
            sources = Sources(body, body.documents, [], lambda c=chunks: c, lambda: [], self._passages.query)  # type: ignore[misc]
            found = gather(plan, sources)
            if isinstance(found, Evidence) and found.quotes:
                return body, found
        return None

    def _decline(
        self, declined: Declined, conversation: str, clock: _Clock, plan: Plan | None = None, body: Body | None = None
    ) -> Answer:
        suggestions = [o[1] for o in declined.options]
        if not suggestions and declined.reason is not Reason.OUT_OF_SCOPE and body is not None:
            documents, year = documents_for(body, None, None)
            suggestions = suggest(body, year, self._library.facts(documents))
        return Answer(
            id=uuid.uuid4().hex, conversation_id=conversation, status=_STATUS.get(declined.reason, Status.NO_ANSWER),
            answer=declined.text, reason=declined.reason.value,
            options=[Option(label=label, question=question) for label, question in declined.options],
            suggestions=suggestions[:3] or self.suggestions()[:3], plan=plan_to_json(plan), timings_ms=clock.timings("compose"),
        )  # fmt: skip


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


#: Words that say that money was really spent, so that a budget is no answer.
_SPENT = re.compile(r"花了|花掉|用了|实际|决算|支出了|到底花|花多少|花的")


def _wants_outcome(plan: Plan, text: str) -> bool:
    if plan.operation not in NUMERIC or plan.stage in (Stage.BUDGET, Stage.INITIAL_BUDGET, Stage.ADJUSTED_BUDGET):
        return False
    return plan.stage is Stage.FINAL_ACCOUNTS or bool(_SPENT.search(text))


def _follow(plan: Plan, last: Turn | None, body: Body) -> Plan:
    """A follow-up that names only one thing keeps the rest of the last plan (那2022年呢, 占比呢)."""
    if last is None or last.plan is None or plan.subject is not None or plan.intent is not None:
        return plan
    if plan.operation is Operation.NARRATIVE and len(plan.text) > 6:
        return plan
    before = last.plan
    changes_operation = plan.operation not in (Operation.LOOKUP, Operation.NARRATIVE)
    return replace(
        before,
        operation=plan.operation if changes_operation else before.operation,
        stage=plan.stage or before.stage,
        unit=plan.unit or before.unit,
        text=before.text + plan.text,
        explained=max(plan.explained, before.explained),
    )


def _inherited_year(scope: Scope, last: Turn | None, plan: Plan) -> int | None:
    """The year of the conversation, for a follow-up about the same body that names none."""
    same = last is not None and last.plan is not None and not scope.mention.bodies
    return last.plan.year if same and last is not None and last.plan is not None else None


def _say_year(evidence: Evidence, plan: Plan, scope: Scope, body: Body) -> Evidence:
    """Say which year was taken where the question left it open and there was a choice."""
    if scope.year is not None and scope.period.back is None or len(body.years) < 2:
        return evidence
    years = "、".join(map(str, body.years))
    return replace(evidence, notes=(*evidence.notes, f"问题没有写明年度，按{plan.year}年度回答；已收录年度：{years}。"))
