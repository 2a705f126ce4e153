"""What the language model is asked for one question, and what becomes of it: used, or dropped and counted (助手)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

import structlog
from prometheus_client import CollectorRegistry

from ingest.settings import Settings
from service.accounts.lexicon import Lexicon, read_lexicon
from service.contract import Answer
from service.llm.counts import Counts
from service.llm.deadline import Deadline
from service.llm.errors import ModelError, Unusable
from service.llm.guards import vouched
from service.llm.offer import offer_of_bodies, offer_of_body
from service.llm.planning import Proposal, Puzzle, planning_prompt, reply_to_proposal
from service.llm.prompts import load_prompt
from service.llm.reply import read_reply, schema_of
from service.llm.server import Server
from service.llm.wording import wants_summary, with_summary, wording_prompt
from service.model import Body, Evidence, Plan
from service.scope.scope import Scope

T = TypeVar("T")
_PROMPTS = ("plan", "word", "probe")
#: Whether the documents' text holds a word.
Holds = Callable[[str], bool]


class Assistant:
    """The language model of the settings; with a ``registry``, that of a service, it is made ready at once."""

    def __init__(self, settings: Settings, registry: CollectorRegistry | None = None) -> None:
        for name in _PROMPTS:
            load_prompt(name)  # a file that is not as it declares stops the start, not a question
        self._settings = settings
        self.counts = Counts(registry)
        self.server = Server(settings, self.counts.call)
        if registry is not None:
            self.server.warm()

    def begin(self) -> Help:
        """Help with one question, which may cost it so many seconds in all."""
        return Help(self, self._settings)


class Help:
    """Help with one question; it never raises for what the model does, and what it cannot give is None or as before."""

    def __init__(self, assistant: Assistant, settings: Settings) -> None:
        self._server, self._counts = assistant.server, assistant.counts
        self._tasks, self._seconds = settings.llm_tasks, settings.llm_timeout
        self._deadline = Deadline(settings.llm_timeout)

    def about(
        self, question: str, plan: Plan, body: Body, lexicon: Lexicon, years: Sequence[int], holds: Holds
    ) -> Proposal | None:
        """What a question about one body means; ``years`` are those that it names, ``holds`` looks up the text."""
        facts = (fact for fact in lexicon.facts if not years or fact.year in years)
        offer = offer_of_body(question, facts, body.years)
        return self._proposed(Puzzle(question, plan, offer, lexicon, tuple(years), holds))

    def of_whom(self, question: str, plan: Plan, bodies: Sequence[Body], scope: Scope) -> Proposal | None:
        """What a question means that names nobody, and whom."""
        years = (scope.year,) if scope.year is not None else scope.period.years
        offer = offer_of_bodies(question, scope.mention.bodies or bodies)
        return self._proposed(
            Puzzle(question, plan, offer, read_lexicon([]), tuple(years), lambda word: True)
        )

    def _proposed(self, puzzle: Puzzle) -> Proposal | None:
        """None where the model does not know either, or tells of what is not loaded or not said."""
        if self._tasks == "word" or not puzzle.open:
            return None

        def ask() -> Proposal:
            message = planning_prompt(puzzle)
            text = self._server.ask("plan", message, self._deadline, schema_of(puzzle.offer))
            return reply_to_proposal(read_reply(text), puzzle, message.name)

        return self._tried("plan", ask)

    def summarised(self, answer: Answer, question: str, evidence: Evidence, plan: Plan) -> Answer:
        """The answer with a summary before its quotes, where the model gives one that they bear out."""
        if self._tasks == "plan" or not wants_summary(evidence, plan):
            return answer

        def ask() -> Answer:
            message = wording_prompt(question, evidence)
            text = self._server.ask("word", message, self._deadline)
            said = vouched(text, [quote.sentences for quote in evidence.quotes])
            return with_summary(answer, evidence, said, message.name)

        return self._tried("word", ask) or answer

    def _tried(self, task: str, ask: Callable[[], T]) -> T | None:
        """What came of asking, None where nothing usable did: counted, and logged without what anyone asked."""
        self._server.ready()
        if self._deadline.left < self._seconds / 2:
            self._counts.reply(task, "no time left")
            return None
        try:
            found = ask()
        except Unusable as exc:
            self._counts.reply(task, exc.reason)
            structlog.get_logger().warning(
                "model's reply dropped", task=task, reason=exc.reason, detail=exc.detail
            )
            return None
        except ModelError:
            return None  # counted and logged where it failed
        self._counts.reply(task, "used")
        return found
