"""Columns of a table without lines: where numbers stand one below the other, and words between them (栏位)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ingest.accounts import is_total_word
from ingest.aligned.words import Word, around, overlap
from ingest.model import Box
from ingest.patterns import regex

#: Numbers of one column end (or start, or have their middles) within this many type sizes of each other.
_ALIGNED = 0.6
#: Edges this near are one edge; those further apart, by a digit nearly, are none.
_FLUSH, _RAGGED = 0.1, 0.4
_CODE = regex(r"[1-9]\d{2}(?:\d\d){0,2}")


class Unclear(Exception):
    """A table whose figures cannot all be told; the message says why, in Chinese."""

    def __init__(self, reason: str, word: Word | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.word = word


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the box of its heading and words, whether it holds numbers, and whether these are codes.

    ``body`` is the box of its words alone, None where all of its cells are blank; ``count`` says how many there are.
    ``side`` is 1 where its numbers are seen to end at one edge, -1 where they start at one, 0 where they do neither,
    None where they are all as wide, so that nobody can say.
    """

    box: Box
    number: bool
    codes: bool = False
    count: int = 0
    body: Box | None = None
    side: int | None = 0


def words_to_columns(rows: Sequence[Sequence[Word]]) -> list[Column]:
    """Columns of the body from left to right. Raises ``Unclear`` where one reaches into another."""
    words = [word for row in rows for word in row]
    odd = next((word for word in words if word.odd), None)
    if odd is not None:
        raise Unclear("没有框线的表里，这个数和旁边的字分不开", odd)
    numbers = [_number_column(group) for group in groups_of(w for w in words if w.is_number)]
    codes = [column for column in numbers if column.codes]
    labels = [
        _label_column(group) for group in groups_of(w for w in words if _is_label(w) and not _sums(w, codes))
    ]
    for label in labels:
        if any(overlap(label.box, number.box) for number in numbers):
            raise Unclear("没有框线的表里，名称和数的位置有交叉，各数在哪一栏不能确定")
    return sorted([*_alike(numbers), *labels], key=lambda column: column.box[0])


def _alike(columns: Sequence[Column]) -> list[Column]:
    """Columns of amounts all as wide set like the others, where all the others end at one edge."""
    seen = [c.side for c in columns if not c.codes and c.side is not None]
    right = len(seen) > 1 and set(seen) == {1}
    return [replace(c, side=1) if right and c.side is None and not c.codes else c for c in columns]


def _is_label(word: Word) -> bool:
    return not word.is_number and not word.is_dash and not is_total_word(word.text)


def _sums(word: Word, columns: Iterable[Column]) -> bool:
    """Whether a word names a total of its own (公用经费合计) in a cell over the code and the name."""
    return word.text.endswith(("合计", "小计", "总计")) and any(
        c.codes and overlap(word.box, c.box) for c in columns
    )


def groups_of(words: Iterable[Word]) -> list[list[Word]]:
    """Words whose extents overlap, one group a column."""
    groups: list[list[Word]] = []
    right = 0.0
    for word in sorted(words, key=lambda w: w.box[0]):
        if groups and word.box[0] < right:
            groups[-1].append(word)
            right = max(right, word.box[2])
        else:
            groups.append([word])
            right = word.box[2]
    return groups


def _label_column(words: Sequence[Word]) -> Column:
    box = around(w.box for w in words)
    return Column(box, False, False, len(words), box)


def _number_column(words: Sequence[Word]) -> Column:
    slack = _ALIGNED * words[0].size
    places = ([w.box[2] for w in words], [w.middle for w in words], [w.box[0] for w in words])
    if all(max(place) - min(place) > slack for place in places):
        raise Unclear("没有框线的表里，有的数上下没有对齐，在哪一栏不能确定", words[-1])
    box = around(w.box for w in words)
    ends, _, starts = (max(place) - min(place) for place in places)
    tight, apart = _FLUSH * words[0].size, _RAGGED * words[0].size
    side: int | None = 0
    if ends <= tight and starts <= tight:
        side = None
    elif ends <= tight and starts > apart:
        side = 1
    elif starts <= tight and ends > apart:
        side = -1
    return Column(box, True, all(_CODE.fullmatch(w.text) for w in words), len(words), box, side)


def same_columns(found: Sequence[Column], known: Sequence[Column], size: float) -> list[Column]:
    """The columns of a page before, given that those found on the next page stand where they stood.

    Raises ``Unclear`` where one does not.
    """
    taken: set[int] = set()
    for column in found:
        over = [i for i, k in enumerate(known) if overlap(column.box, k.box) and k.number == column.number]
        free = [i for i, k in enumerate(known) if overlap(column.box, k.box)]
        if over != free or len(over) != 1 or over[0] in taken or not _is_level(column, known[over[0]], size):
            raise Unclear("没有框线的续表，各栏和上一页对不上")
        taken.add(over[0])
    return list(known)


def _is_level(column: Column, known: Column, size: float) -> bool:
    """Whether the numbers of one page stand below those of the page before."""
    if not column.number or known.body is None:
        return True
    (low, _, high, _), (start, _, end, _) = column.box, known.body
    return min(abs(low - start), abs(high - end), abs(low + high - start - end) / 2) <= _ALIGNED * size


def column_of(word: Word, columns: Sequence[Column]) -> int:
    """Index of the one column that a word of the body stands in. Raises ``Unclear`` where it is not one."""
    found = [i for i, column in enumerate(columns) if overlap(word.box, column.box)]
    if (is_total_word(word.text) and not word.is_number) or _sums(word, columns):
        return _total_column(word, columns)
    if len(found) != 1 or (word.is_number and not columns[found[0]].number):
        raise Unclear("没有框线的表里，这一项在哪一栏不能确定", word)
    return found[0]


def _total_column(word: Word, columns: Sequence[Column]) -> int:
    """合计 stands in the middle of the label columns: it names the row in the last of them, amounts to its right."""
    free = [i for i, c in enumerate(columns) if not c.number]
    if not free or any(c.number and not c.codes and overlap(word.box, c.box) for c in columns[free[0] :]):
        raise Unclear("没有框线的表里，“合计”在哪一栏不能确定", word)
    near = min(free, key=lambda i: max(columns[i].box[0] - word.box[2], word.box[0] - columns[i].box[2], 0.0))
    low, high = sorted((word.middle, (columns[near].box[0] + columns[near].box[2]) / 2))
    between = [
        c for c in columns[free[0] :] if c.number and not c.codes and low < (c.box[0] + c.box[2]) / 2 < high
    ]
    if between:
        raise Unclear("没有框线的表里，“合计”在哪一栏不能确定", word)
    return near
