"""Rows of a table without lines: one for each line with numbers, broken names joined to the row they belong to (行)."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from statistics import median

from ingest.accounts import is_total_word, label_to_account, label_to_class, label_to_economy
from ingest.aligned.columns import Unclear
from ingest.aligned.words import Word

#: A line of words this near to a row (in distances of rows) is a part of its name; one this far is a row itself.
_PART, _OWN = 0.78, 0.88
#: Two rows are as near as this to a broken name: it may belong to either.
_TIE = 0.15
#: Rows with figures stand no nearer than this, in type sizes.
_NEAREST = 0.9
_NUMBERED = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}\s*[、.．]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}\s*[、.．]|其中)"
)

Row = list[Word]


def words_to_rows(lines: Sequence[Sequence[Word]]) -> list[Row]:
    """Rows from top to bottom, each with the words of all its lines. Raises ``Unclear``."""
    heights = [_height(line) for line in lines]
    firm = [i for i, line in enumerate(lines) if any(w.is_number or w.named for w in line)]
    gaps = [heights[j] - heights[i] for i, j in itertools.pairwise(firm)]
    size = max(word.size for line in lines for word in line)
    pitch = median(gaps) if gaps else 2 * size
    if gaps and min(gaps) < _NEAREST * size:
        raise Unclear("没有框线的表里，两行挨得太近，分不开", lines[firm[gaps.index(min(gaps)) + 1]][0])
    rows: dict[int, list[int]] = {i: [i] for i in firm}
    for index in range(len(lines)):
        if index in firm:
            continue
        owner = _owner(index, heights, firm, pitch)
        if owner is None:
            _refuse_nameless(lines[index])
            rows[index] = [index]
        else:
            rows[owner].append(index)
    return [[w for i in sorted(rows[key]) for w in lines[i]] for key in sorted(rows)]


def _height(line: Sequence[Word]) -> float:
    return (line[0].box[1] + line[0].box[3]) / 2


def _owner(index: int, heights: Sequence[float], firm: Sequence[int], pitch: float) -> int | None:
    """The row that a line of words is a part of; None where it is a row of its own."""
    near = sorted(firm, key=lambda i: abs(heights[i] - heights[index]))[:2]
    far = [abs(heights[i] - heights[index]) for i in near]
    if far[0] >= _OWN * pitch:
        return None
    if far[0] > _PART * pitch or (len(far) > 1 and far[1] - far[0] < _TIE * pitch):
        raise Unclear("没有框线的表里，折行的名称属于哪一行不能确定")
    return near[0]


def _refuse_nameless(line: Sequence[Word]) -> None:
    """A row without figures must be known for a name, else it may be the end of a name broken over two rows."""
    for word in line:
        known = (
            _NUMBERED.match(word.text)
            or is_total_word(word.text)
            or label_to_account(word.text)
            or label_to_class(word.text)
            or label_to_economy(word.text)
            or word.is_dash
        )
        if not known:
            raise Unclear("没有框线的表里，有一行只有文字，不能确定是不是上一行的名称", word)
