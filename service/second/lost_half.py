"""The part of a question that found nothing beside one that did, asked again with what the other is of (补问另一半).

「编报绩效目标的项目几个，涉及多少金额」: the second part names nothing by itself. It is asked in every way there is,
with who, when and the name of the figure that was told before it. What it finds must be in the unit that the part asks
for, say what the part names, and be another number than the one told.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ingest.patterns import regex
from ingest.text import fold
from service.contract import Answer, Figure, Status
from service.figures.simple_figures import who
from service.follow.conversation import aside
from service.read.terms import overlap
from service.second.part_asked import Asked, asked_of

#: Reasons for which there is nothing, however it is asked.
_FOR_ALL = ("stage_not_loaded", "year_not_loaded", "entity_not_loaded")
_MARKS = regex(r"^[，,。；;、\s]+|[，,。；;？?！!、\s]+$")
_LEADS = regex(r"^(?:另外|还有|以及|并且?|又|那|其中|同时|然后)+")
#: A column of a table behind the name of what stands in it.
_COLUMN = regex(r"（[^（）]*）$")
_LEAST = 2
_SENTENCE = regex(r"[；;。\n]")
_NUMBER = regex(r"\d\s*(万?(?:平方米|平方公里|公里|千米|公顷|人次|[亩米户人名家件个处所辆台场次吨套]))")

AskWhole = Callable[..., Answer]


def lost_half(answers: Sequence[Answer], parts: Sequence[str], whole: AskWhole) -> list[Answer]:
    """The answers, each that found nothing asked once more by the figure of one that did.

    ``whole`` answers a text in every way there is, in a ``conversation`` of its own.
    """
    found = list(answers)
    plain = [a for a in answers if a.status is Status.ANSWERED and len(a.figures) == 1 and who(a)]
    if not plain or len(answers) != len(parts):
        return found
    for place, part in enumerate(parts):
        if found[place].status is Status.ANSWERED or (found[place].reason in _FOR_ALL and place == 0):
            continue
        asked = asked_of(part, frozenset())
        if asked is None or (not place and not asked.runs):
            continue
        again = _told(plain[0], part, asked, whole)
        found[place] = again or found[place]
    return found


def _told(anchor: Answer, part: str, asked: Asked, whole: AskWhole) -> Answer | None:
    """The answer to a part with the other's figure before it."""
    figure = anchor.figures[0]
    thing = _COLUMN.sub("", figure.label)
    own = _LEADS.sub("", _MARKS.sub("", part))
    answer = whole(f"{who(anchor)}{thing}{own}", conversation=aside())
    if answer.status is not Status.ANSWERED or len(answer.figures) != 1:
        return answer if _stands_with(answer, figure, asked) else None
    return answer if _is_of_part(answer.figures[0], answer, figure, asked) else None


def _stands_with(answer: Answer, figure: Figure, asked: Asked) -> bool:
    """Whether words are told that have the other's figure, and a number in what the part asks for, and one alone."""
    told = answer.answer.partition("写道：")[2]
    if answer.status is not Status.ANSWERED or answer.figures or not asked.units:
        return False
    near = [run for run in _SENTENCE.split(told) if f"{figure.value}{figure.unit}" in run.replace(",", "")]
    numbers = [unit for run in near for unit in _NUMBER.findall(run) if asked.fits(unit)]
    return len(near) == 1 and len(numbers) == 1


def _is_of_part(found: Figure, answer: Answer, figure: Figure, asked: Asked) -> bool:
    """Whether a figure is another than the one told, of its body and year, and what the part asks for."""
    if (found.entity, found.year) != (figure.entity, figure.year) or found.formula:
        return False
    if (found.value, found.unit) == (figure.value, figure.unit) or found.label == figure.label:
        return False
    if not (asked.fits(found.unit) or asked.fits_loosely(found.unit)):
        return False
    label = fold(found.label)
    said = label + fold("".join(c.quote + c.row for c in answer.citations[:1]))
    named = [run for run in asked.runs if len(run) >= _LEAST]
    of_it = overlap(fold(_COLUMN.sub("", figure.label)), label) >= _LEAST
    return all(overlap(fold(run), said) >= _LEAST for run in named) and (of_it or bool(named))
