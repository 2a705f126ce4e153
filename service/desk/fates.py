"""What became of every cell of a document's tables: the file is read again for it, when somebody asks (逐格去向)."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from ingest.bounded import read_bounded
from ingest.errors import UnreadableFile
from ingest.fates import Fate, fates_on
from ingest.model import Box, Document, Reading
from ingest.settings import Settings

#: Documents whose cells stay in memory.
_KEPT = 8


@dataclass(frozen=True)
class Seen:
    """One cell that holds something: where it stands, what is printed, what it was taken for."""

    box: Box
    text: str
    fate: Fate


class CellFates:
    """The cells of documents by page; a file is read by a process with bounds, one at a time."""

    def __init__(self, settings: Settings, original: Callable[[Document], Path]) -> None:
        self._settings, self._original = settings, original
        self._kept: OrderedDict[str, Mapping[int, Sequence[Seen]]] = OrderedDict()
        self._reading = Lock()

    def on(self, document: Document, page: int) -> Sequence[Seen]:
        """The cells of a page; raises ``UnreadableFile`` or ``OriginalMissing`` where the file gives none any more."""
        with self._reading:
            found = self._kept.pop(document.id, None) or self._read(document)
            self._kept[document.id] = found
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return found.get(page, ())

    def _read(self, document: Document) -> Mapping[int, Sequence[Seen]]:
        outcome = read_bounded(self._original(document), self._settings, lambda _: None)
        if outcome.reading is None:
            raise outcome.error or UnreadableFile(document.file, "没有读成", "请打开原件查看")
        return seen_in(outcome.reading)


def seen_in(reading: Reading) -> dict[int, list[Seen]]:
    """All cells of a reading that hold something, by page."""
    pages = dict.fromkeys(page for table in reading.tables for page in table.pages)
    return {
        page: [Seen(c.box, c.text, fate) for c, fate in fates_on(reading, page) if fate is not Fate.BLANK]
        for page in pages
    }
