"""A question that names only a place, asked as one of the only body of it that is held (按唯一单位再问).

What was found so is told where it is that body's own business: never an account that every body has, which may be
the place's as well.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from service.contract import Answer, Status
from service.follow.conversation import Conversations, Talk
from service.model import PHRASE_KINDS
from service.scope.by_short_name import places_in
from service.scope.said_all import says_thing
from service.scope.sole import is_its_own, may_be_of_region
from service.second.beyond import is_unmet, none_of_it
from service.second.known_form import first_told

_LONGEST = 120


def of_the_one(
    answer: Answer, text: str, whole: Callable[[str], Answer], each: Callable[[Sequence[str], str], Answer],
    conversations: Conversations, conversation: str, before: Talk,
) -> Answer:  # fmt: skip
    """The answer, or that of the one body of the place that is named, where only its name is lacking.

    ``whole`` answers a text in every way there is, ``each`` as it stands; ``before`` are the turns that stood before.
    """
    if not is_of_place(answer) or len(text) > _LONGEST or may_be_of_region(text):
        return answer
    name = answer.options[0].label
    places = places_in(text, name)
    if not places or name in text:
        return answer
    low, high = places[0]
    named = f"{text[:low]}{name}{text[high:]}"

    def fits(told: Answer) -> bool:
        return is_its_own(told, name) and not (none_of_it(told, text) or is_unmet(told, text))

    def ask(parts: Sequence[str], plain: str) -> Answer:
        return whole(plain) if plain == named else each(parts, plain)

    told = first_told([(named, fits)], text, ask, conversations, conversation, before)
    return answer if told is None else told.model_copy(update={"notes": [*told.notes, _note(name)]})


def is_of_place(answer: Answer) -> bool:
    """Whether only a place is named, of which one body is held."""
    open_ = answer.status in (Status.CLARIFY, Status.OUT_OF_SCOPE)
    return open_ and len(answer.options) == 1 and not answer.plan.get("entity")


def only_said(answer: Answer, before: Answer, text: str) -> Answer:
    """The answer; where ``before`` only a place was named, and a thing is told now that the question does not say, what
    was asked back then."""
    subject = answer.plan.get("subject")
    own = isinstance(subject, dict) and subject.get("kind") in PHRASE_KINDS
    if not own or len(answer.figures) != 1 or not is_of_place(before):
        return answer
    figure = answer.figures[0]
    return answer if figure.formula or says_thing(figure.label, figure.unit, text) else before


def _note(name: str) -> str:
    return f"问题没有写明单位，按{name}回答。"
