"""Headings above a frame in lines that do not line up: each stands within the column that it names (错行表头)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from ingest.accounts import is_total_word, label_to_account, label_to_economy
from ingest.aligned.columns import Column
from ingest.aligned.heads import Heading, Tree
from ingest.aligned.words import Word, around
from ingest.text import join_lines

#: A word may reach over the edge of its column by this much (points).
_OVER = 1.5
#: A heading stands over the middle of its columns give or take this share of their width.
_CENTRED = 0.08

Range = tuple[int, int]


def stack_heads(lines: Sequence[Sequence[Word]], columns: Sequence[Column]) -> Tree | None:
    """One heading for each column of a frame, and those over several; None where a word's place is not certain."""
    held: list[list[Word]] = [[] for _ in columns]
    wide: list[list[Word]] = []
    for word in sorted((w for line in lines for w in line), key=lambda w: w.box[1]):
        column = _column_of(word, columns)
        if column is None:
            wide.append([word])
        else:
            held[column].append(word)
    for index, words in enumerate(held):
        count = _lines_of_parent(words)
        if count is None:
            return None
        if count:
            wide.append(words[:count])
            held[index] = words[count:]
    if not all(held):
        return None
    ranges = [_range(parent, held, columns) for parent in wide]
    if any(r is None for r in ranges):
        return None
    parents = [(p, r) for p, r in zip(wide, ranges, strict=True) if r is not None]
    if any(not _is_nested(a, b) for (_, a), (_, b) in combinations(parents, 2)):
        return None
    return _tree(parents, held, columns)


def _column_of(word: Word, columns: Sequence[Column]) -> int | None:
    x0, _, x1, _ = word.box
    inside = (i for i, c in enumerate(columns) if c.box[0] - _OVER <= x0 and x1 <= c.box[2] + _OVER)
    return next(inside, None)


def _lines_of_parent(words: Sequence[Word]) -> int | None:
    """How many of a column's upper lines are a heading of several columns, 0 where all are one; None if uncertain.

    「基本支出」 above 「人员经费」 are two names; 「财政拨款」 above 「收入」 is one.
    """
    if _is_name(join_lines([w.text for w in words])):
        return 0
    for count in range(1, len(words)):
        upper, lower = (join_lines([w.text for w in part]) for part in (words[:count], words[count:]))
        if _is_name(upper):
            return count if _is_name(lower) else None
    return 0


def _is_name(text: str) -> bool:
    return bool(label_to_account(text) or label_to_economy(text)) or is_total_word(text)


def _range(parent: Sequence[Word], held: Sequence[Sequence[Word]], columns: Sequence[Column]) -> Range | None:
    """The columns that a heading is in the middle of and whose own begin below it; None unless they are certain."""
    box = around(w.box for w in parent)
    middle, bottom = (box[0] + box[2]) / 2, box[3]
    found: list[Range] = []
    for low, high in combinations(range(len(columns)), 2):
        left, right = columns[low].box[0], columns[high].box[2]
        below = all(words[0].box[1] >= bottom - _OVER for words in held[low : high + 1])
        if (
            below
            and left <= box[0]
            and box[2] <= right
            and abs((left + right) / 2 - middle) <= _CENTRED * (right - left)
        ):
            found.append((low, high + 1))
    return found[0] if len(found) == 1 else None


def _is_nested(one: Range, other: Range) -> bool:
    (a, b), (c, d) = one, other
    return b <= c or d <= a or (one != other and ((a <= c and d <= b) or (c <= a and b <= d)))


def _tree(
    parents: Sequence[tuple[Sequence[Word], Range]], held: Sequence[Sequence[Word]], columns: Sequence[Column]
) -> Tree:
    def depth(low: int, high: int) -> int:
        return sum(1 for _, (a, b) in parents if a <= low and high <= b and (a, b) != (low, high))

    found = [_heading(words, low, high, depth(low, high)) for words, (low, high) in parents]
    found += [_heading(words, i, i + 1, depth(i, i + 1)) for i, words in enumerate(held)]
    return Tree(tuple(found), tuple(columns), 1 + max(h.level for h in found))


def _heading(words: Sequence[Word], low: int, high: int, level: int) -> Heading:
    return Heading(join_lines([w.text for w in words]), around(w.box for w in words), low, high, level)
