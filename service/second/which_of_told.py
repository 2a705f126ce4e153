"""Several figures, and which of them is the highest: 「执行率分别是多少，哪个低」 (分别多少、哪个高低).

Where the question as a whole finds no answer, the figures are asked for without it, and the one that is meant is named.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from ingest.patterns import regex
from service.contract import Answer, Figure, Status
from service.figures.simple_figures import amount
from service.follow.conversation import aside

_ASKED = regex(
    r"^(?P<asks>.*(?:分别|各自?)(?:是|有|为|达到)?(?:多少|几)[^，,。？?；;]{0,4})[，,；;]?(?:其中|里面)?(?:是)?(?:哪一?[个家项样]|谁)(?:的)?"
    r"(?:更|最|比较|要)?(?P<how>[高低多少大小])(?:些|一些|一点)?(?:呢|啊)?[？?。]*$"
)
_LOW = frozenset("低少小")


def which_of_told(answer: Answer, text: str, whole: Callable[..., Answer]) -> Answer:
    """The answer, or the figures with the one that is the highest, or the lowest, of them named."""
    said = _ASKED.search(text)
    if said is None or answer.status is not Status.NO_ANSWER:
        return answer
    told = whole(said["asks"], conversation=aside())
    figures = told.figures
    if told.status is not Status.ANSWERED or len(figures) < 2 or not _are_alike(figures):
        return answer
    low = said["how"] in _LOW
    best = (min if low else max)(figures, key=lambda figure: Decimal(figure.value))
    if sum(figure.value == best.value for figure in figures) > 1:
        return answer
    line = f"其中{best.label}较{said['how']}，为 {amount(best)}。"
    update = {"answer": f"{told.answer}\n{line}", "conversation_id": answer.conversation_id}
    return told.model_copy(update=update)


def _are_alike(figures: list[Figure]) -> bool:
    """Whether the figures are of one unit and year, each of another thing."""
    return len({(figure.unit, figure.year) for figure in figures}) == 1 and len(
        {figure.label for figure in figures}
    ) == len(figures)
