"""Conversations: what the last questions were about, kept for a while, for so many at most (对话)."""

from __future__ import annotations

import time
import uuid
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from threading import Lock

from service.contract import Figure
from service.model import Plan

_KEPT, _SECONDS = 5000, 3600.0
#: Conversations that the house has with itself are begun so, and so many of them are held beside the others.
_OWN, _KEPT_OWN = "~", 200
#: So many turns of a conversation are remembered.
TURNS = 6


@dataclass(frozen=True, slots=True)
class Turn:
    """Bodies, years and plan of one question that was understood; ``said`` is the question as it was read, ``found``
    says that it got an answer, ``named`` are the things that it told one by one, ``stage`` that of the one amount,
    ``told`` value and unit of each figure of the answer, ``ranked`` the bodies in the order of their one figure."""

    bodies: tuple[str, ...]
    years: tuple[int, ...]
    plan: Plan
    said: str = ""
    found: bool = True
    named: tuple[str, ...] = ()
    stage: str = ""
    told: frozenset[tuple[str, str]] = frozenset()
    ranked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Offer:
    """What was asked back: the question that it was about, and label and question of each choice."""

    said: str
    options: tuple[tuple[str, str], ...]


#: The turns of a conversation that are remembered, the newest last.
Talk = tuple[Turn, ...]


def aside() -> str:
    """A conversation for one question of the house's own, which takes no room from those that people have."""
    return f"{_OWN}{uuid.uuid4().hex}"


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
        self._people: OrderedDict[str, tuple[float, Talk]] = OrderedDict()
        self._own: OrderedDict[str, tuple[float, Talk]] = OrderedDict()
        self._offers: OrderedDict[str, Offer] = OrderedDict()
        self._lock = Lock()

    def _held(self, conversation_id: str) -> tuple[OrderedDict[str, tuple[float, Talk]], int]:
        """Where a conversation is held, and how many are at most."""
        return (self._own, _KEPT_OWN) if conversation_id.startswith(_OWN) else (self._people, _KEPT)

    def talk(self, conversation_id: str) -> Talk:
        """The turns of a conversation, none for one that is new or over."""
        talks, _ = self._held(conversation_id)
        with self._lock:
            held = talks.get(conversation_id)
            if held is None or time.monotonic() - held[0] > _SECONDS:
                talks.pop(conversation_id, None)
                return ()
            return held[1]

    def keep(self, conversation_id: str, turn: Turn) -> None:
        """Remember a turn as the last one."""
        talks, most = self._held(conversation_id)
        with self._lock:
            before = talks.get(conversation_id, (0.0, ()))[1]
            talks[conversation_id] = (time.monotonic(), (*before, turn)[-TURNS:])
            talks.move_to_end(conversation_id)
            while len(talks) > most:
                talks.popitem(last=False)

    def begun(self, conversation_id: str) -> bool:
        """Whether anything is held of a conversation: a turn, or what was asked back."""
        with self._lock:
            offered = conversation_id in self._offers
        return offered or bool(self.talk(conversation_id))

    def take_offer(self, conversation_id: str) -> Offer | None:
        """What the last answer asked back, which only the next question may take up."""
        with self._lock:
            return self._offers.pop(conversation_id, None)

    def take_back(self, conversation_id: str) -> None:
        """Forget the last turn, which is asked again."""
        talks, _ = self._held(conversation_id)
        with self._lock:
            at, talk = talks.get(conversation_id, (0.0, ()))
            if talk:
                talks[conversation_id] = (at, talk[:-1])

    def note(
        self, conversation_id: str, before: Talk, said: str, options: Sequence[tuple[str, str]] = (),
        figures: Sequence[Figure] = (),
    ) -> None:  # fmt: skip
        """Remember in which words the last turn was asked, where there is one since ``before``, what it was asked
        back with and which ``figures`` were told."""
        talks, _ = self._held(conversation_id)
        with self._lock:
            if options and talks is self._people:
                self._offers[conversation_id] = Offer(said, tuple(options))
            while len(self._offers) > _KEPT:
                self._offers.popitem(last=False)
            at, talk = talks.get(conversation_id, (0.0, ()))
            if talk and talk[-1:] != before[-1:]:
                told = frozenset((figure.value, figure.unit) for figure in figures)
                last = replace(talk[-1], said=said, told=told, ranked=_ranked(figures))
                talks[conversation_id] = (at, (*talk[:-1], last))


def _ranked(figures: Sequence[Figure]) -> tuple[str, ...]:
    """The bodies of figures of one thing that are told in order, each with another value."""
    values = [Decimal(figure.value) for figure in figures]
    alike = len({(figure.label, figure.unit, figure.year) for figure in figures}) == 1
    apart = len({*values}) == len(values) == len({figure.entity for figure in figures})
    ordered = sorted(values) in (values, values[::-1])
    return tuple(figure.entity for figure in figures) if alike and apart and ordered else ()
