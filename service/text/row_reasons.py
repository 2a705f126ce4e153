"""Why an indicator fell short, as its row of a form says it behind the score: 「…，2021年8月，10，7，原材料供应紧张」.

The row is meant whose name holds what the question says; nothing where two rows fit as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.patterns import regex
from ingest.text import fold
from service.model import Quote
from service.text.asked import Asked
from service.text.lexical import Index
from service.text.lines import text_of
from service.text.sentences import Sentence, lines_of, to_quote

#: A cell that is a score or a value, and how a reason in a cell of its own is headed.
_SCORE = regex(r"\d+(?:\.\d+)?分?")
_LABELLED = regex(r"偏差原因[^：，]{0,12}：(?P<why>[^，；]{4,})")
_WORDS = regex(r"[\u4e00-\u9fff]{2}.*[\u4e00-\u9fff]{2}")
#: So much of what is asked must stand in the row, so little less do others.
_HELD, _APART = 0.6, 0.1
_MOST = 400


def row_reason(asked: Asked, index: Index) -> Quote | None:
    """The row that tells the reason behind its scores; None where no row does, or several do as well."""
    if not asked.concepts:
        return None
    weights = index.weights(asked.pairs)
    scored = sorted(
        ((asked.coverage(fold(text_of(line)), weights), line) for line in _rows(index)), key=lambda s: -s[0]
    )
    if not scored or scored[0][0] < _HELD:
        return None
    if (
        len(scored) > 1
        and scored[1][0] > scored[0][0] - _APART
        and text_of(scored[1][1]) != text_of(scored[0][1])
    ):
        return None
    return to_quote(scored[0][1])


def _rows(index: Index) -> Iterator[Sequence[Sentence]]:
    for line in lines_of(index.chunks):
        text = text_of(line)
        if len(text) <= _MOST and "，" in text and _tells(text):
            yield line


def _tells(text: str) -> bool:
    """Whether a row of cells has words behind its last two numbers, or in a cell that is headed as a reason."""
    if _LABELLED.search(text):
        return True
    cells = text.rstrip("。").split("，")
    scores = [i for i, cell in enumerate(cells) if _SCORE.fullmatch(cell.strip())]
    if len(scores) < 2 or scores[-1] < 2 or scores[-1] - scores[-2] > 1:
        return False
    return _WORDS.search("".join(cells[scores[-1] + 1 :])) is not None
