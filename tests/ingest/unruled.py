"""Tables typeset without their lines, or with level ones alone: amounts at the right edge or in the middle (无线表)."""

from __future__ import annotations

from pathlib import Path

from ingest.numbers import parse_number
from tests.ingest.press import LEADING, MARGIN, PAPER, SIZE, Entry, Figure, Placed, Press, Sheet, _wrap

#: How far (points) words and amounts stand from the edge of their cell.
_INSET = 3.0


class Unruled(Press):
    """A press that draws no cells; ``right`` puts amounts at the right and words at the left, else all is centred."""

    def __init__(self, path: Path, *, right: bool = True, level: bool = False) -> None:
        super().__init__(path)
        self._right = right
        self._level = level

    def _head(self, sheet: Sheet, xs: list[float]) -> None:  # type: ignore[override]
        self._rule()
        super()._head(sheet, xs)
        self._rule()

    def _body(self, sheet: Sheet, xs: list[float]) -> None:  # type: ignore[override]
        super()._body(sheet, xs)
        self._rule()

    def _rule(self) -> None:
        if self._level:
            self._canvas.line(MARGIN, PAPER[1] - self._top, PAPER[0] - MARGIN, PAPER[1] - self._top)

    def _entry(self, entry: Entry, x0: float, y0: float, x1: float, y1: float) -> None:
        text = entry.text if isinstance(entry, Figure) else entry
        if isinstance(entry, Figure):
            self.placed.append(Placed(entry, self._page, (x0 + x1) / 2, (y0 + y1) / 2))
        if not self._right:
            self._lines(text, (x0 + x1) / 2, "middle", x0, y0, x1, y1)
        elif parse_number(text) is not None:
            self._lines(text, x1 - _INSET, "end", x0, y0, x1, y1)
        else:
            self._lines(text, x0 + _INSET, "start", x0, y0, x1, y1)

    def _cell(self, text: str, x0: float, y0: float, x1: float, y1: float) -> None:
        self._lines(text, (x0 + x1) / 2, "middle", x0, y0, x1, y1)

    def _lines(self, text: str, x: float, anchor: str, x0: float, y0: float, x1: float, y1: float) -> None:
        lines = _wrap(text, x1 - x0 - 4)
        top = (y0 + y1) / 2 - len(lines) * LEADING / 2
        for line in lines:
            self._text(line, x, top + LEADING - 2, SIZE, anchor)
            top += LEADING
