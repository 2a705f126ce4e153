"""What became of every numeric cell of every table: a fact, not understood, or no figure at all (单元格核算)."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from ingest.fates import Fate, number_fate, places_of
from ingest.header import read_head
from ingest.model import Reading
from ingest.settings import Settings

#: Kept in a data folder beside the stores of the same documents, read by the same code.
KEPT_AS = "cells.json"


#: Fates of cells that hold a figure which no fact tells.
LOST = (Fate.MISREAD, Fate.SILENT)


@dataclass(frozen=True, slots=True)
class LostCell:
    """A numeric cell that no fact tells, with its place and why."""

    doc: str
    page: int
    table: str
    text: str
    fate: str
    reason: str


@dataclass(frozen=True, slots=True)
class CellAccount:
    """Numbers of cells by fate over some documents, and the lost ones one by one."""

    counts: dict[str, int]
    lost: tuple[LostCell, ...]

    @property
    def figures(self) -> int:
        """Cells that hold a figure: facts and lost ones."""
        return sum(self.counts.get(fate, 0) for fate in (Fate.FACT, *LOST))


def account_of(readings: Sequence[Reading]) -> CellAccount:
    """The account over readings, each cell counted once."""
    counts: Counter[str] = Counter()
    lost: list[LostCell] = []
    for reading in readings:
        places = places_of(reading)
        reasons = {(m.page, m.box): m.reason for m in reading.misread}
        for table in reading.tables:
            head = read_head(table)
            for cell in table.cells:
                if not re.search(r"\d", cell.text):
                    continue
                fate = number_fate(cell, head, places)
                counts[fate.value] += 1
                if fate in LOST:
                    reason = reasons.get((cell.page, cell.box), "既不是数字，也没有列为没读懂")
                    lost.append(
                        LostCell(reading.document.file, cell.page, table.title, cell.text, fate, reason)
                    )
    return CellAccount(dict(counts), tuple(lost))


def account_for(
    documents: Sequence[Path], settings: Settings, read: Callable[[Path, Settings], Reading] | None = None
) -> CellAccount:
    """The account of documents, read again unless the data folder keeps it."""
    kept = settings.data / KEPT_AS
    if kept.exists():
        rows = json.loads(kept.read_text(encoding="utf-8"))
        return CellAccount(rows["counts"], tuple(LostCell(**row) for row in rows["lost"]))
    from ingest.reading import read_file  # reading needs pdfplumber

    account = account_of([(read or read_file)(path, settings) for path in documents])
    kept.write_text(json.dumps(asdict(account), ensure_ascii=False), encoding="utf-8")
    return account
