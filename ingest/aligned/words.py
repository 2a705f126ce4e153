"""Lines of a page to words: runs of characters that a gap sets apart, each with its place (词块)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.model import Box, Line
from ingest.numbers import parse_quantity
from ingest.patterns import regex
from ingest.text import tighten

#: Gaps, in type sizes, that end a word: between Chinese characters, and where a digit stands on one side.
_TEXT_GAP, _DIGIT_GAP = 0.9, 0.5
#: A wider gap than this within a number: nobody can say whether it is one number or two.
_LOOSE = 0.3
#: Where characters run on with no more space than ``_RUNS`` (type sizes), ``_PARTS`` is a gap between two cells.
_RUNS, _PARTS = 0.12, 0.3
#: The outer edges of a table lie this far (points) from what is printed.
_RIM = 2.0
#: Letter-spaced words (合　　计) are set apart by no more than this.
_SPACED = 5.0
_DIGITS = regex(r"[\d.,%-]")
_CHINESE = regex(r"[\u4e00-\u9fff]")
#: An amount to the end of what stands before, or from the start of what follows.
_AMOUNT_BEFORE, _AMOUNT_AFTER = regex(r"\d\.\d\d$"), regex(r"-?[\d,]+\.\d\d(?!\d)")
#: A word and a number that nothing sets apart.
_GLUED = regex(r"[\u4e00-\u9fff）)：:]-?(?:[\d,]+\.\d+|\d{2,})$")
#: What is aimed at, not a number: ≥93%.
_BOUND = regex(r"^[≥≤＞＜><=＝±]")
_DASHES = frozenset("-—–－─/")


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a number; ``odd`` where its digits cannot be told for one number, ``named`` where it is a
    value among words and numbers with units, one below the other.

    Its ``box`` is as high as its line; ``band`` is its own top and bottom.
    """

    text: str
    box: Box
    size: float
    odd: bool = False
    band: tuple[float, float] = (0.0, 0.0)
    named: bool = False

    @property
    def is_number(self) -> bool:
        """One number, with a unit behind it perhaps."""
        return not self.odd and not self.named and parse_quantity(self.text) is not None

    @property
    def is_bound(self) -> bool:
        """What a figure is to reach: ≥93%."""
        return bool(_BOUND.match(self.text))

    @property
    def is_dash(self) -> bool:
        """A mark that stands for nothing."""
        return set(self.text) <= _DASHES

    @property
    def middle(self) -> float:
        """Distance of its centre from the left."""
        return (self.box[0] + self.box[2]) / 2


def line_to_words(line: Line, *, narrow: bool = False) -> list[Word]:
    """Words of a line from left to right; ``narrow`` where cells may stand nearer to each other than is usual."""
    size = max(line.size, 1.0)
    runs: list[list[int]] = []
    for index, char in enumerate(line.text):
        if char == " ":
            continue
        ends = runs and (_ends(line, runs[-1][-1], index, size) or (narrow and _parts(line, runs[-1], index)))
        if runs and not ends:
            runs[-1].append(index)
        else:
            runs.append([index])
    words = [_word(line, run, size) for run in runs]
    return _joined(words)


def _ends(line: Line, last: int, index: int, size: float) -> bool:
    gap = line.starts[index] - line.ends[last]
    digit = _DIGITS.match(line.text[last]) or _DIGITS.match(line.text[index])
    return gap > (_DIGIT_GAP if digit else _TEXT_GAP) * size


def _parts(line: Line, run: Sequence[int], index: int) -> bool:
    """Whether a gap narrower than usual parts two cells: beside an amount, or between words that run on."""
    size, last = max(line.size, 1.0), run[-1]
    if line.starts[index] - line.ends[last] <= _PARTS * size:
        return False
    before = [line.starts[j] - line.ends[i] for i, j in pairwise(run)]
    if any(gap > _RUNS * size for gap in before[-3:]):
        return False
    if _AMOUNT_BEFORE.search(line.text[: last + 1]) or _AMOUNT_AFTER.match(line.text[index:]):
        return True
    follows = index + 1 < len(line.text) and line.text[index + 1] != " "
    after = line.starts[index + 1] - line.ends[index] if follows else 0.0
    words = _CHINESE.match(line.text[last]) and _CHINESE.match(line.text[index])
    return bool(before and words and after <= _RUNS * size)


def _word(line: Line, run: Sequence[int], size: float) -> Word:
    text = tighten("".join(line.text[i] for i in run))
    box = (line.starts[run[0]], line.box[1], line.ends[run[-1]], line.box[3])
    gaps = [line.starts[j] - line.ends[i] for i, j in pairwise(run)]
    digits = any(c.isdigit() for c in text)
    unread = digits and not _CHINESE.search(text) and parse_quantity(text) is None and not _BOUND.match(text)
    loose = digits and parse_quantity(text) is not None and max(gaps, default=0.0) > _LOOSE * size
    glued = parse_quantity(text) is None and bool(_GLUED.search(text))
    bands = [line.bands[i] for i in run] if line.bands else [(line.box[1], line.box[3])]
    band = (min(top for top, _ in bands), max(bottom for _, bottom in bands))
    return Word(text, box, size, unread or loose or glued, band)


def _joined(words: Iterable[Word]) -> list[Word]:
    """Letter-spaced words as one; 类, 款 and 项 are headings of their own."""
    found: list[Word] = []
    for word in words:
        last = found[-1] if found else None
        if last is not None and _is_spaced(last, word):
            found[-1] = replace(last, text=last.text + word.text, box=around((last.box, word.box)))
        else:
            found.append(word)
    return found


def _is_spaced(left: Word, right: Word) -> bool:
    single = len(right.text) == 1 and bool(_CHINESE.match(right.text)) and right.text not in "类款项"
    return (
        single
        and (len(left.text) == 1 or left.box[2] - left.box[0] > 1.5 * left.size * len(left.text))
        and bool(_CHINESE.match(left.text[-1]))
        and left.text not in ("类", "款")
        and left.text[-1] != right.text  # the last 入 of two headings side by side
        and right.box[0] - left.box[2] <= _SPACED * right.size
    )


def around(boxes: Iterable[Box]) -> Box:
    """The box that holds all the others."""
    held = list(boxes)
    return (
        min(b[0] for b in held), min(b[1] for b in held), max(b[2] for b in held), max(b[3] for b in held)
    )  # fmt: skip


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes share a stretch from left to right."""
    return one[0] < other[2] and other[0] < one[2]


def cell_edges(boxes: Sequence[Box]) -> list[float]:
    """Edges of columns that follow each other from left to right: half way between neighbours."""
    between = [round((a[2] + b[0]) / 2, 2) for a, b in pairwise(boxes)]
    return [round(boxes[0][0] - _RIM, 2), *between, round(boxes[-1][2] + _RIM, 2)]
