"""A question in several parts that is one: of the parts of one list, of one thing in two places (整句作答)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ingest.patterns import regex
from ingest.text import fold
from service.breakdowns.asked import asks_of_parts
from service.breakdowns.worked import is_of_list
from service.contract import Answer, Status
from service.figures.pointed_at import read_places
from service.follow.conversation import Conversations
from service.second.merge import merge
from service.text.asked import sort_of
from service.text.shortfalls import ASKS_TROUBLE, ONE_TOLD, ONLY_MEASURE, read_shortfall
from service.text.sorts import Sort


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
    remedied = _problem_and_measure(parts)
    whole = len(parts) > 1 and (asks_of_parts(text, parts) or remedied)
    answer = own(text) if whole else None
    if answer is not None and remedied and not answer.figures and _SAYS_MEASURE.search(answer.answer):
        return answer if _SAYS_TROUBLE.search(answer.answer) else _with_trouble(answer, own(parts[0]))
    if answer is None or is_of_list(answer.notes) or any(note.startswith(ONE_TOLD) for note in answer.notes):
        return answer
    if conversations.talk(conversation)[-1:] != before[-1:]:
        conversations.take_back(conversation)
    return None


def _problem_and_measure(parts: Sequence[str]) -> bool:
    """「某站有什么毛病，打算怎么办」: the measure is that of the problem, told beside it."""
    bare = len(parts) == 2 and ONLY_MEASURE.match(fold(parts[1])) is not None
    first = fold(parts[0]) if bare else ""
    why = sort_of(first) is Sort.REASON and bool(read_shortfall(first).lacks)
    return bare and (ASKS_TROUBLE.search(first) is not None or why)


def _with_trouble(measure: Answer, trouble: Answer) -> Answer:
    """The measure behind what it is against, where that is told in words."""
    told = trouble.status is Status.ANSWERED and not trouble.figures
    return merge([trouble, measure], measure.conversation_id) if told else measure


#: A measure that an answer tells, and what it is against.
_SAYS_MEASURE = regex(r"(?:整改|改进|解决)(?:措施|办法|情况)|下一步|今后")
_SAYS_TROUBLE = regex(r"问题|不足|由于|因(?!此)|原因|未能?")
