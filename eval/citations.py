"""Whether an answer leads back to the right page; judged apart from whether it is right (引用页)."""

from __future__ import annotations

import unicodedata
from pathlib import PurePath

from eval.model import Question
from service.contract import Answer, Citation, Figure, Status


def page_right(question: Question, answer: Answer) -> bool | None:
    """Whether the answer cites an expected page of an expected file; None where there is none to judge.

    An answer that shows a figure must cite the page for that very figure or for one of its operands: for a
    single value the headline, for several values any of them.
    """
    expected = question.page and Status.ANSWERED in question.expect.status
    if not expected or answer.status is not Status.ANSWERED:
        return None
    files = {same_file(name) for name in question.docs}
    return any(
        citation.page in question.page and (not files or same_file(citation.file) in files)
        for citation in _cited(question, answer)
    )


def same_file(name: str) -> str:
    """Key under which two spellings of one file name agree; folders do not count."""
    return unicodedata.normalize("NFKC", PurePath(name).name).casefold()


def _cited(question: Question, answer: Answer) -> list[Citation]:
    if question.expect.value is not None:
        figures = answer.figures[:1]
    elif question.expect.values:
        figures = answer.figures
    else:
        return answer.citations
    places = [place for figure in figures for place in _places(figure)]
    return [answer.citations[place] for place in places if 0 <= place < len(answer.citations)]


def _places(figure: Figure) -> list[int]:
    cited = [figure.citation, *(operand.citation for operand in figure.inputs)]
    return [place for place in cited if place is not None]
