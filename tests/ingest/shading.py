"""Tables whose columns no line parts: level lines cell by cell, rows shaded by turns, tinted headings (色带表)."""

from __future__ import annotations

from pathlib import Path

from tests.ingest.press import PAPER, Entry
from tests.ingest.unruled import Unruled

#: Light grey and light green, as in many disclosures.
_GREY, _GREEN = (0.95, 0.95, 0.95), (0.87, 0.91, 0.87)


class Shaded(Unruled):
    """A press that shades cells and rules them above and below; ``thin`` draws the lines as filled bars.

    ``lines`` draws level lines; ``tint`` shades the headings, ``zebra`` every other row.
    """

    def __init__(
        self,
        path: Path,
        *,
        lines: bool = True,
        tint: bool = True,
        zebra: bool = True,
        thin: bool = True,
        right: bool = True,
    ) -> None:
        super().__init__(path, right=right)
        self._lined, self._tint, self._zebra, self._thin = lines, tint, zebra, thin
        self._turn_of: dict[float, bool] = {}

    def _cell(self, text: str, x0: float, y0: float, x1: float, y1: float) -> None:
        if self._tint:
            self._shade(_GREEN, x0, y0, x1, y1)
        self._rungs(x0, y0, x1, y1)
        super()._cell(text, x0, y0, x1, y1)

    def _entry(self, entry: Entry, x0: float, y0: float, x1: float, y1: float) -> None:
        shaded = self._turn_of.setdefault(round(y0, 1), len(self._turn_of) % 2 == 1)
        if self._zebra and shaded:
            self._shade(_GREY, x0, y0, x1, y1)
        self._rungs(x0, y0, x1, y1)
        super()._entry(entry, x0, y0, x1, y1)

    def _shade(self, colour: tuple[float, float, float], x0: float, y0: float, x1: float, y1: float) -> None:
        self._canvas.setFillColorRGB(*colour)
        self._canvas.rect(x0, PAPER[1] - y1, x1 - x0, y1 - y0, stroke=0, fill=1)
        self._canvas.setFillColorRGB(0, 0, 0)

    def _rungs(self, x0: float, y0: float, x1: float, y1: float) -> None:
        if not self._lined:
            return
        for y in (y0, y1):
            if self._thin:
                self._canvas.rect(x0, PAPER[1] - y - 0.25, x1 - x0, 0.5, stroke=0, fill=1)
            else:
                self._canvas.line(x0, PAPER[1] - y, x1, PAPER[1] - y)
