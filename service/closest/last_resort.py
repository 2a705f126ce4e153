"""A question that nothing answered, asked once more with leave to take the place that tells it nearest (末次再问)."""

from __future__ import annotations

from collections.abc import Callable

from service.closest.told import wants_number
from service.closest.told_line import CLOSEST, is_of_words
from service.contract import Answer, Status
from service.follow.conversation import Conversations, Talk
from service.model import Operation, Reason
from service.second.beyond import none_of_it

#: A longer text asks more than one place tells.
_LONGEST = 120
_UNSURE = (Reason.LOW_CONFIDENCE.value, Reason.NOT_DISCLOSED.value)


def last_resort(
    answer: Answer,
    text: str,
    ask: Callable[..., Answer],
    conversations: Conversations,
    conversation: str,
    before: Talk,
) -> Answer:
    """The answer; where it is none, what the nearest place tells, if its chance to be right is high enough.

    ``ask`` answers a text in a ``conversation``, ``before`` are the turns that stood before it.
    """
    nobody = answer.status is Status.CLARIFY and not answer.plan.get("entity")  # only a place is named
    unsure = answer.status is Status.NO_ANSWER and answer.reason in _UNSURE
    told = answer.status is Status.ANSWERED
    ranked = answer.plan.get("operation") == Operation.RANK.value and len(answer.figures) > 1
    odd = told and not ranked and (is_of_words(text) if answer.figures else wants_number(text))
    if not (nobody or unsure or odd) or len(text) > _LONGEST:
        return answer
    if conversations.talk(conversation)[-1:] != before[-1:]:
        conversations.take_back(conversation)
    again = ask(text, conversation=conversation, nearest=True)
    found = again.status is Status.ANSWERED and any(note.startswith(CLOSEST) for note in again.notes)
    return again if found and not none_of_it(again, text) else answer
