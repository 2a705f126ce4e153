"""Rows of a table without lines: one for each line with numbers, broken names joined to the row they belong to (行)."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from statistics import median

from ingest.accounts import is_total_word, label_to_account, label_to_class, label_to_economy
from ingest.aligned.columns import Unclear
from ingest.aligned.words import Word, overlap
from ingest.patterns import regex

#: A line of words this near to a row (in distances of rows) is a part of its name; one this far is a row itself.
_PART, _OWN = 0.78, 0.88
#: Two rows are as near as this to a broken name: it may belong to either.
_TIE = 0.15
#: Rows with figures stand no nearer than this, in type sizes.
_NEAREST = 0.9
_NUMBERED = regex(
    r"^(?:[一二三四五六七八九十]{1,3}\s*[、.．]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}\s*[、.．]|其中)"
)

Row = list[Word]


def words_to_rows(lines: Sequence[Sequence[Word]]) -> list[Row]:
    """Rows from top to bottom, each with the words of all its lines. Raises ``Unclear``."""
    try:
        return _by_figures(lines)
    except Unclear:
        if (rows := _by_names(lines)) is None:
            raise
        return rows


def _by_figures(lines: Sequence[Sequence[Word]]) -> list[Row]:
    """Rows as their figures stand; lines of words are parts of the names, or rows known for names."""
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
    for held in rows.values():
        _refuse_two_names([lines[i] for i in sorted(held)])
    return [[w for i in sorted(rows[key]) for w in lines[i]] for key in sorted(rows)]


def _refuse_two_names(lines: Sequence[Sequence[Word]]) -> None:
    """No row has two names one below the other, the second one numbered or that of a total."""
    for upper, lower in itertools.combinations(lines, 2):
        for word in lower:
            new = _NUMBERED.match(word.text) or word.text.endswith(("合计", "总计"))
            if new and any(overlap(word.box, w.box) for w in upper):
                raise Unclear("没有框线的表里，折行的名称属于哪一行不能确定", word)


def _by_names(lines: Sequence[Sequence[Word]]) -> list[Row] | None:
    """Rows as their names begin, numbered or known: in a form that lists all classes most rows have no figure.

    None unless every row with figures has such names, and every other line goes on with the name of one row.
    """
    firm = {i for i, line in enumerate(lines) if any(w.is_number or w.named for w in line)}
    begun = [i for i, line in enumerate(lines) if all(w.is_number or _begins(w) for w in line)]
    if not firm <= set(begun):
        return None
    heights, size = [_height(line) for line in lines], max(w.size for line in lines for w in line)
    groups: list[list[int]] = []
    for index in begun:
        if groups and heights[index] - heights[groups[-1][-1]] < _NEAREST * size:
            groups[-1].append(index)
        else:
            groups.append([index])
    pitch = median([heights[b[0]] - heights[a[-1]] for a, b in itertools.pairwise(groups)] or [2 * size])
    for group in groups:
        if len(firm.intersection(group)) > 1 or not _are_apart([lines[i] for i in group]):
            return None
    owned: list[list[int]] = [list(group) for group in groups]
    for index in range(len(lines)):
        if index in begun:
            continue
        owner = _goes_on(index, lines, heights, groups, pitch)
        if owner is None:
            return None
        owned[owner].append(index)
    return [[w for i in sorted(held) for w in lines[i]] for held in owned]


def _begins(word: Word) -> bool:
    """Whether a word starts a row; 支出 alone is the end of a name."""
    return word.text not in ("支出", "收入") and _is_known(word)


def _are_apart(lines: Sequence[Sequence[Word]]) -> bool:
    """Whether no word of a line stands below one of another."""
    return not any(overlap(a.box, b.box) for x, y in itertools.combinations(lines, 2) for a in x for b in y)


def _goes_on(
    index: int,
    lines: Sequence[Sequence[Word]],
    heights: Sequence[float],
    groups: Sequence[Sequence[int]],
    pitch: float,
) -> int | None:
    """The row whose names a line goes on with: the nearest one, above it, with a name over each word; else None."""
    far = sorted((min(abs(heights[i] - heights[index]) for i in group), n) for n, group in enumerate(groups))
    if far[0][0] > _PART * pitch or (len(far) > 1 and far[1][0] - far[0][0] < _TIE * pitch):
        return None
    held = groups[far[0][1]]
    above = [w for i in held if i < index for w in lines[i] if not w.is_number]
    below = all(any(overlap(w.box, word.box) for w in above) for word in lines[index])
    return far[0][1] if below else None


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
        if not _is_known(word):
            raise Unclear("没有框线的表里，有一行只有文字，不能确定是不是上一行的名称", word)


def _is_known(word: Word) -> bool:
    """Whether a word is a name by itself, or starts one: numbered, a total, an account, a class."""
    return bool(
        _NUMBERED.match(word.text)
        or is_total_word(word.text)
        or label_to_account(word.text)
        or label_to_class(word.text)
        or label_to_economy(word.text)
        or word.is_dash
    )
