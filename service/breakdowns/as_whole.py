"""A question in several parts that is one: of the parts of one list, of one thing in two places (整句作答)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from service.breakdowns.asked import asks_of_parts
from service.breakdowns.worked import is_of_list
from service.contract import Answer
from service.figures.pointed_at import read_places
from service.follow.conversation import Conversations


def as_whole(
    text: str,
    parts: Sequence[str],
    own: Callable[[str], Answer],
    conversations: Conversations,
    conversation: str,
) -> Answer | None:
    """The answer to the whole text, which ``own`` gives, where it must not be parted: 「哪类最多，占几成」."""
    if len(read_places(text).places) > 1:
        return own(text)
    before = conversations.talk(conversation)
    answer = own(text) if len(parts) > 1 and asks_of_parts(text, parts) else None
    if answer is None or is_of_list(answer.notes):
        return answer
    if conversations.talk(conversation)[-1:] != before[-1:]:
        conversations.take_back(conversation)
    return None
