"""What became of every numeric cell of every table: a fact, not understood, or no figure at all (单元格核算)."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

from ingest.header import Head, Role, read_head
from ingest.model import Cell, Origin, Reading
from ingest.numbers import parse_quantity
from ingest.settings import Settings

#: Kept in a data folder beside the stores of the same documents, read by the same code.
KEPT_AS = "cells.json"


class Fate(StrEnum):
    """What a cell with a digit was taken for; a text with numbers in it (a target, a name) is counted apart."""

    FACT = "读成数字"
    MISREAD = "列为没读懂"
    CODE = "编码"
    INDEX = "序号、栏次"
    SILENT = "漏掉"
    TEXT = "文字里的数字"


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
        told = {(f.source.page, f.source.box) for f in reading.facts if f.origin is Origin.CELL}
        misread = {(m.page, m.box): m.reason for m in reading.misread}
        for table in reading.tables:
            head = read_head(table)
            for cell in table.cells:
                place = (cell.page, cell.box)
                if not re.search(r"\d", cell.text):
                    continue
                fate = (
                    Fate.FACT if place in told else Fate.MISREAD if place in misread else _other(cell, head)
                )
                counts[fate.value] += 1
                if fate in LOST:
                    reason = misread.get(place, "既不是数字，也没有列为没读懂")
                    lost.append(
                        LostCell(reading.document.file, cell.page, table.title, cell.text, fate, reason)
                    )
    return CellAccount(dict(counts), tuple(lost))


def _other(cell: Cell, head: Head) -> Fate:
    """A code, a counter or a year by where it stands and how it looks; what looks like an amount is none of them."""
    text = re.sub(r"\s", "", cell.text)
    if parse_quantity(cell.text) is None and re.search(r"[^\d.,，%\-]|[\d%]-", text):
        return Fate.TEXT  # words, a range, a date
    if not re.fullmatch(r"\d{1,8}", text):
        return Fate.SILENT
    role = head.roles[cell.column]
    if role is Role.CODE:
        return Fate.CODE
    counter = role is Role.INDEX or cell.row < head.start
    return Fate.INDEX if counter and re.fullmatch(r"\d{1,3}|20\d\d", text) else Fate.SILENT


def account_for(
    documents: Sequence[Path], settings: Settings, read: Callable[[Path, Settings], Reading] | None = None
) -> CellAccount:
    """The account of documents, read again unless the data folder keeps it."""
    kept = settings.data / KEPT_AS
    if kept.exists():
        rows = json.loads(kept.read_text(encoding="utf-8"))
        return CellAccount(rows["counts"], tuple(LostCell(**row) for row in rows["lost"]))
    from ingest.pipeline import read_file  # reading needs pdfplumber

    account = account_of([(read or read_file)(path, settings) for path in documents])
    kept.write_text(json.dumps(asdict(account), ensure_ascii=False), encoding="utf-8")
    return account
