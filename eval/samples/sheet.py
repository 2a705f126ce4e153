"""What all statements share: the document they belong to, the frame around the rows, the rows by function."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from eval.samples.blocks import Align, Grid, ruled
from eval.samples.figures import Column, Totals, rows, sums, totals
from eval.samples.source import Item, Source
from eval.samples.wording import Manner

NUMERALS = "一二三四五六七八九十"


@dataclass(frozen=True)
class Sheet:
    """A document on its way to paper: its figures, the names of its codes, its manner of writing."""

    source: Source
    names: Mapping[str, str]
    economic: Mapping[str, str]
    manner: Manner
    previous: Source | None = None

    @property
    def sums(self) -> Totals:
        """Everything that is added up over the whole document."""
        return totals(self.source)

    @property
    def year(self) -> int:
        """The year in the document's title."""
        return self.source.year

    def items(self, items: Sequence[Item], columns: Sequence[Column]) -> list[list[str]]:
        """Each 类, 款 and 项: code, name, amounts."""
        cell = self.manner.cell
        return [[row.code, self.names[row.code], *map(cell, row.amounts)] for row in rows(items, columns)]

    def total(self, items: Sequence[Item], columns: Sequence[Column]) -> list[str]:
        """The amounts of the row 合计."""
        return [self.manner.cell(amount) for amount in sums(items, columns)]


def numeral(number: int) -> str:
    """1 to 29 as Chinese counts them."""
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else "二十") + (NUMERALS[ones - 1] if ones else "")


def filled(
    frame: Grid,
    widths: Sequence[float],
    header: Sequence[Sequence[str]],
    body: Sequence[Sequence[str]],
    aligns: Sequence[Align],
) -> Grid:
    """A frame with its heading and rows."""
    cells = (*ruled(header), *ruled(body, aligns))
    return replace(frame, widths=tuple(widths), rows=cells, header=len(header))
