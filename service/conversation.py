"""Conversations: what the last questions were about, kept for a while, for so many at most (对话)."""

from __future__ import annotations

import time
from collections import OrderedDict
from dataclasses import dataclass, replace
from threading import Lock

from service.model import Plan

_KEPT, _SECONDS = 5000, 3600.0
#: So many turns of a conversation are remembered.
TURNS = 6


@dataclass(frozen=True, slots=True)
class Turn:
    """Bodies, years and plan of one question that was understood; ``said`` is the question as it was read."""

    bodies: tuple[str, ...]
    years: tuple[int, ...]
    plan: Plan
    said: str = ""


#: The turns of a conversation that are remembered, the newest last.
Talk = tuple[Turn, ...]


def recent_bodies(talk: Talk) -> tuple[str, ...]:
    """Keys of the bodies spoken of together: those of the last question, or of the last questions one by one."""
    if not talk:
        return ()
    if len(talk[-1].bodies) > 1:
        return talk[-1].bodies
    return tuple(dict.fromkeys(key for turn in talk for key in turn.bodies))


class Conversations:
    """The last turns of each conversation; the oldest conversations go first, and all go after an hour."""

    def __init__(self) -> None:
        self._talks: OrderedDict[str, tuple[float, Talk]] = OrderedDict()
        self._lock = Lock()

    def talk(self, conversation_id: str) -> Talk:
        """The turns of a conversation, none for one that is new or over."""
        with self._lock:
            held = self._talks.get(conversation_id)
            if held is None or time.monotonic() - held[0] > _SECONDS:
                self._talks.pop(conversation_id, None)
                return ()
            return held[1]

    def keep(self, conversation_id: str, turn: Turn) -> None:
        """Remember a turn as the last one."""
        with self._lock:
            before = self._talks.get(conversation_id, (0.0, ()))[1]
            self._talks[conversation_id] = (time.monotonic(), (*before, turn)[-TURNS:])
            self._talks.move_to_end(conversation_id)
            while len(self._talks) > _KEPT:
                self._talks.popitem(last=False)

    def note(self, conversation_id: str, before: Talk, said: str) -> None:
        """Remember in which words the last turn was asked, where there is one since ``before``."""
        with self._lock:
            at, talk = self._talks.get(conversation_id, (0.0, ()))
            if talk and talk[-1:] != before[-1:]:
                self._talks[conversation_id] = (at, (*talk[:-1], replace(talk[-1], said=said)))
