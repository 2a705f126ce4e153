"""Documents typed out cell by cell, each figure with what it must be read as; they add up as real ones should."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.model import Fund, Measure
from tests.ingest.press import Entry, Figure, Placed, Press, Sheet

ALL, GRANT, GENERAL, GOV, CAP = (
    Fund.ALL,
    Fund.APPROPRIATION,
    Fund.GENERAL,
    Fund.GOVERNMENT_FUND,
    Fund.STATE_CAPITAL,
)


@dataclass(frozen=True)
class Print:
    """One typed-out document: who published it, for which year and stage, and its sheets."""

    body: str
    year: int
    kind: str
    sheets: tuple[Sheet, ...]


def pressed(made: Print, folder: Path) -> tuple[Path, list[Placed]]:
    """A document printed into a folder, behind a cover, and where its figures went."""
    path = folder / f"{made.kind}.pdf"
    press = Press(path)
    press.cover([made.body, f"{made.year}年度部门{made.kind}"])
    for sheet in made.sheets:
        press.sheet(sheet)
    press.close()
    return path, press.placed


class Typist:
    """Writes figures that share a year, a stage, a unit and whatever else is set."""

    def __init__(self, **shared: object) -> None:
        self._shared: dict[str, object] = {
            "unit": "万元",
            "breakdown": "合计",
            "code": "",
            "measure": Measure.AMOUNT,
        } | shared

    def __call__(self, text: str, name: str, **want: object) -> Entry:
        """A printed amount with what it means; a text that prints nothing is no figure."""
        if text in ("", "-", "—", "/", "－"):
            return text
        less = text[0] in "△（(-"
        value = ("-" if less else "") + text.strip("△（）()-%").replace(",", "")
        return Figure(text, self._shared | {"name": name, "value": value} | want)

    def row(self, texts: str, names: Sequence[tuple[str, Mapping[str, object]]]) -> list[Entry]:
        """Amounts apart by spaces, ``_`` for a blank cell, each with its name."""
        cells = ["" if t == "_" else t for t in texts.split()]
        return [self(t, n, **w) for t, (n, w) in zip(cells, names, strict=True)]

    def of(
        self,
        code: str,
        name: str,
        texts: str,
        parts: Sequence[str] = ("合计", "基本支出", "项目支出"),
        **want: object,
    ) -> list[Entry]:
        """Amounts of one account by column; of all accounts where the code is empty."""

        def meant(part: str) -> tuple[str, dict[str, object]]:
            if code:
                return name, {"code": code, "breakdown": part, **want}
            return (name if part == "合计" else part), dict(want)

        return self.row(texts, [meant(part) for part in parts])
