"""Conversations: what the last question was about, kept for a while, for so many at most (对话)."""

from __future__ import annotations

import time
from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

from service.model import Plan

_KEPT, _SECONDS = 5000, 3600.0


@dataclass(frozen=True, slots=True)
class Turn:
    """Body and plan of the last question that was understood."""

    body: str
    plan: Plan | None


class Conversations:
    """The last turn of each conversation; the oldest go first, and all go after an hour."""

    def __init__(self) -> None:
        self._turns: OrderedDict[str, tuple[float, Turn]] = OrderedDict()
        self._lock = Lock()

    def last(self, conversation_id: str) -> Turn | None:
        """The last turn, None for a conversation that is new or over."""
        with self._lock:
            held = self._turns.get(conversation_id)
            if held is None or time.monotonic() - held[0] > _SECONDS:
                self._turns.pop(conversation_id, None)
                return None
            return held[1]

    def keep(self, conversation_id: str, turn: Turn) -> None:
        """Remember a turn as the last one."""
        with self._lock:
            self._turns[conversation_id] = (time.monotonic(), turn)
            self._turns.move_to_end(conversation_id)
            while len(self._turns) > _KEPT:
                self._turns.popitem(last=False)
