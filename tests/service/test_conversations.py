"""Conversations of people, and those that the house has with itself (对话的存放)."""

from __future__ import annotations

from service.follow.conversation import Conversations, Turn, aside
from service.model import Operation, Plan

TURN = Turn(("a",), (2023,), Plan(Operation.LOOKUP))


def test_what_the_house_asks_itself_pushes_out_no_conversation() -> None:
    held = Conversations()
    held.keep("visitor", TURN)
    for _ in range(6000):
        held.keep(aside(), TURN)
    assert held.talk("visitor") == (TURN,)


def test_what_the_house_asked_itself_last_is_held_and_not_offered_again() -> None:
    held, own = Conversations(), aside()
    held.keep(own, TURN)
    held.note(own, (), "项目支出多少", [("甲局", "甲局项目支出多少")])
    assert [turn.said for turn in held.talk(own)] == ["项目支出多少"]
    assert held.take_offer(own) is None
    for _ in range(200):
        held.keep(aside(), TURN)
    assert held.talk(own) == ()
