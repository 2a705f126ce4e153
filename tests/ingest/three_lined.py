"""Tables typeset with three level lines, short ones below headings of several columns, cells near together (三线表)."""

from __future__ import annotations

from pathlib import Path

from ingest.numbers import parse_number
from tests.ingest.press import PAPER, Entry, Figure, Placed, Sheet
from tests.ingest.unruled import Unruled

#: How far (points) words and amounts stand from the edge of their cell.
_NEAR = 2.0


class ThreeLined(Unruled):
    """A press that rules head and body off; ``short`` draws the lines below headings of several columns."""

    def __init__(self, path: Path, *, short: bool = True) -> None:
        super().__init__(path, right=True, level=True)
        self._short = short
        self._xs: list[float] = []

    def _head(self, sheet: Sheet, xs: list[float]) -> None:  # type: ignore[override]
        self._xs = xs
        super()._head(sheet, xs)

    def _cell(self, text: str, x0: float, y0: float, x1: float, y1: float) -> None:
        super()._cell(text, x0, y0, x1, y1)
        if self._short and any(x0 < x < x1 for x in self._xs):
            self._canvas.line(x0, PAPER[1] - y1, x1, PAPER[1] - y1)

    def _entry(self, entry: Entry, x0: float, y0: float, x1: float, y1: float) -> None:
        text = entry.text if isinstance(entry, Figure) else entry
        if isinstance(entry, Figure):
            self.placed.append(Placed(entry, self._page, (x0 + x1) / 2, (y0 + y1) / 2))
        right = parse_number(text) is not None
        self._lines(text, x1 - _NEAR if right else x0 + _NEAR, "end" if right else "start", x0, y0, x1, y1)
