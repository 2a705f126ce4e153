"""A follow-up that nothing answered, asked as one sentence with what was spoken of before it (连着前文再问).

「提租补贴多少」「第二年涨到多少了」 is 「提租补贴涨到多少了」 of that year; 「出国的钱」「都去哪些国家」 asks of going
abroad. The words of both are kept, so that the answer has to explain them all; what was told before is not told again.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator

from ingest.patterns import regex
from service.closest.told_line import asks_words
from service.contract import Answer, Status
from service.follow.conversation import Conversations, Talk, Turn
from service.model import Reason
from service.scope.named_in import Named
from service.second.beyond import is_unmet, none_of_it

_UNSURE = (Reason.LOW_CONFIDENCE.value, Reason.NOT_DISCLOSED.value)
#: A longer text stands for itself.
_LONGEST = 60
#: What only points back or leads on.
_POINTS = regex(r"^(?:那么?|那个|这个?|然后|还有|再|又|，|,|\s)+(?![一二三四五六七八九十\d])|[？?。！!]+$")


def in_context(
    answer: Answer, text: str, whole: Callable[..., Answer], read: Callable[..., Named | None],
    conversations: Conversations, conversation: str, before: Talk,
) -> Answer:  # fmt: skip
    """The answer; where a follow-up has none, that to the sentence which it makes with what was spoken of.

    ``whole`` answers a text in every way there is, in a conversation that is given; ``before`` are the turns so far.
    """
    if not before or not _is_open(answer) or len(text) > _LONGEST:
        return answer
    named = read(text)
    if named is None or len(set(named.bodies)) != 1:
        return answer
    for topic in _topics(before[-1], read):
        if topic in text:
            continue
        when = "、".join(f"{year}年" for year in sorted(set(named.years)))
        joined = f"{named.bodies[0]}{when}{topic}{_POINTS.sub('', named.rest)}"
        own = uuid.uuid4().hex
        told = whole(joined, conversation=own)
        if _fits(told, text, joined, before[-1]):
            if conversations.talk(conversation)[-1:] != before[-1:]:
                conversations.take_back(conversation)
            for turn in conversations.talk(own)[-1:]:
                conversations.keep(conversation, turn)
            return told.model_copy(update={"conversation_id": conversation})
    return answer


def _is_open(answer: Answer) -> bool:
    """Whether nothing was found, or what is meant was not clear and no choice is offered."""
    if answer.status is Status.CLARIFY:
        return not answer.options
    return answer.status is Status.NO_ANSWER and answer.reason in _UNSURE


def _topics(turn: Turn, read: Callable[..., Named | None]) -> Iterator[str]:
    """What a turn was about: the account or thing that it found, else what its words name."""
    subject = turn.plan.subject
    if turn.found and subject is not None:
        if subject.kind != "总额":
            yield subject.name
        return
    named = read(turn.said) if turn.said else None
    if named is not None:
        from service.worded.put_plainly import read_wording  # its weights: only where they are needed

        tagged = read_wording(named, ()).tagged
        spans = [run for label in ("account", "whole", "counted") for run in tagged.spans(label)]
        yield from filter(None, ["".join(spans)])


def _fits(told: Answer, text: str, joined: str, last: Turn) -> bool:
    """Whether something is told that was not told by the last turn, and all that is asked; no number where words are."""
    if told.status is not Status.ANSWERED or "没有在" in told.answer:
        return False
    if told.figures and {(figure.value, figure.unit) for figure in told.figures} <= last.told:
        return False
    if told.figures and asks_words(text):
        return False
    return not (none_of_it(told, joined) or is_unmet(told, joined))
