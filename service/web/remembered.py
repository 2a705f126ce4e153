"""Answers given before, to the same question over the same documents: given again without working (已答).

Only first questions are remembered, for what a follow-up means is decided by its conversation; only answers with
figures, for which passages are quoted may change while an index is made, and what was not answered is to be counted
each time; and only under the library's mark, which grows with whatever could change a figure.
"""

from __future__ import annotations

import secrets
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from threading import Lock

from service.clock import Clock
from service.contract import Answer, AskRequest
from service.follow.conversation import Conversations, Talk
from service.library import Library
from service.model import Plan
from service.progress import Understood, unheard

_KEPT = 1000
#: The link to an answer ends so many days after it was first given; it shall not be handed out near its end.
_SECONDS = 86_400.0


@dataclass(frozen=True, slots=True)
class Remembered:
    """An answer, what was understood on the way to it, the turns that its conversation then had, until when."""

    answer: Answer
    plans: tuple[Plan, ...]
    talk: Talk
    until: float


class Memory:
    """The answers asked for last, so many at most, each for a day."""

    def __init__(self, conversations: Conversations, library: Library) -> None:
        self._conversations, self._library = conversations, library
        self._held: OrderedDict[Hashable, Remembered] = OrderedDict()
        self._lock = Lock()

    def answer(
        self,
        request: AskRequest,
        conversation: str,
        understood: Understood,
        work: Callable[[Understood], Answer],
    ) -> Answer:
        """The answer remembered, or else what ``work`` gives, which hears of every plan that it makes."""
        if self._conversations.begun(conversation):
            return work(understood)
        key = request_to_key(request, self._library.mark())
        known = self._find(key)
        if known is not None:
            return self._again(known, conversation, understood)
        plans: list[Plan] = []

        def heard(plan: Plan) -> None:
            plans.append(plan)
            understood(plan)

        answer = work(heard)
        if answer.figures:
            talk = self._conversations.talk(conversation)
            self._keep(key, Remembered(answer, tuple(plans), talk, time.monotonic() + _SECONDS))
        return answer

    def recall(self, request: AskRequest) -> Answer | None:
        """The answer remembered, where looking for it takes no waiting."""
        conversation = request.conversation_id or secrets.token_hex(16)
        mark = self._library.mark_at_hand()
        if not mark or self._conversations.begun(conversation):
            return None
        known = self._find(request_to_key(request, mark))
        return self._again(known, conversation, unheard) if known else None

    def _again(self, known: Remembered, conversation: str, understood: Understood) -> Answer:
        """An answer given before, as the first of another conversation; its link stays the same."""
        clock = Clock()
        for plan in known.plans:
            understood(plan)
        for turn in known.talk:
            self._conversations.keep(conversation, turn)
        changes: dict[str, object] = {"conversation_id": conversation, "timings_ms": clock.timings()}
        return known.answer.model_copy(update=changes)

    def _find(self, key: Hashable) -> Remembered | None:
        with self._lock:
            found = self._held.get(key)
            if found is None or time.monotonic() > found.until:
                return None
            self._held.move_to_end(key)
            return found

    def _keep(self, key: Hashable, remembered: Remembered) -> None:
        with self._lock:
            self._held[key] = remembered
            while len(self._held) > _KEPT:
                self._held.popitem(last=False)


def request_to_key(request: AskRequest, mark: int) -> Hashable:
    """All that decides the answer to a question that begins a conversation."""
    return (
        mark, request.question, request.entity, request.year, request.document_id, request.unit,
        tuple(request.history),
    )  # fmt: skip
