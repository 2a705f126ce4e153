"""Figures perhaps merged over several rows of a table without lines: nothing shows where their cell ends (合并格)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, product

from ingest.aligned.columns import Unclear
from ingest.aligned.heads import Tree
from ingest.aligned.words import Word
from ingest.numbers import parse_quantity

#: A figure is looked for among the sums of no more than so many others of its row.
_MOST_TERMS = 4
#: Sums may be off by this much in the last place, for rounding.
_OFF = 2

Held = Sequence[Sequence[Word]]


def refuse_merged(rows: Sequence[Held], tree: Tree) -> None:
    """Raise ``Unclear`` for a figure that stands alone in its column while the rows above and below go on beside it.

    A number in the middle of three merged rows stands just where that of the middle row would. Where the row's own
    figures add up with it, it is the row's; ``rows`` hold the words of each cell.
    """
    for block in _blocks(tree):
        figures = [{c: row[c][0] for c in block if row[c] and row[c][0].is_number} for row in rows]
        for above, own, below in zip(figures, figures[1:], figures[2:], strict=False):
            for column, word in own.items():
                alone = column not in above and column not in below
                if alone and (above or below) and not _adds_up(column, own):
                    raise Unclear("没有框线的表里，这个数可能是上下几行合并的，属于哪一行不能确定", word)


def _blocks(tree: Tree) -> Iterator[list[int]]:
    """Columns of figures that stand side by side behind the same names."""
    block: list[int] = []
    for index, figure in enumerate(tree.figures):
        if figure:
            block.append(index)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _adds_up(column: int, row: dict[int, Word]) -> bool:
    """Whether a figure is a part of a sum, a difference or a ratio that its own row makes."""
    values = {c: q[0] for c, word in row.items() if (q := parse_quantity(word.text)) is not None}
    own = values.pop(column, None)
    others = list(values.values())
    if own is None or not others:
        return False
    allowed = Decimal(1).scaleb(min(_places(v) for v in (own, *others))) * _OFF
    if any(abs(own + sum(others) - 2 * total) <= allowed for total in others):
        return True
    sums = (
        sum(sign * value for sign, value in zip(signs, terms, strict=True))
        for count in range(1, min(_MOST_TERMS, len(others)) + 1)
        for terms in combinations(others, count)
        for signs in product((1, -1), repeat=count)
    )
    return any(abs(own - found) <= allowed for found in sums) or _is_ratio(own, others)


def _is_ratio(own: Decimal, others: Sequence[Decimal]) -> bool:
    half = Decimal(1).scaleb(_places(own))
    pairs = [pair for one, other in combinations(others, 2) for pair in ((one, other), (other, one))]
    return any(base and abs(own - part / base * 100) <= half for part, base in pairs)


def _places(value: Decimal) -> int:
    return min(0, int(value.as_tuple().exponent))
