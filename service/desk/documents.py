"""The list of documents: what was read from each, what was not understood, what is left to be settled (文件列表)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from fastapi import APIRouter, Depends
from starlette.responses import Response

from ingest.corrections import Standing
from ingest.filters import documents_of
from ingest.model import Document
from ingest.text import fold
from service.desk.corrections import states_of
from service.desk.counter import Counter, page_number
from service.desk.room import Room
from service.desk.staff import Staff
from service.desk.unanswered import Kept
from service.desk.worklist import open_counts

_SHOWN = 50
_STATES = (
    ("open", "有待核对的"), ("misread", "有没读懂的"), ("empty", "没读到数字的"), ("replaced", "已被取代的"),
)  # fmt: skip


@dataclass(frozen=True)
class Row:
    """One document with its counts; ``open`` are failed checks that nobody has settled."""

    document: Document
    facts: int
    misread: int
    open: int

    @property
    def status(self) -> str:
        """What it is used for."""
        if not self.document.current:
            return "已被取代"
        return "在用" if self.facts else "没有数字"

    def is_in(self, state: str) -> bool:
        """Whether it belongs to a choice of the filter."""
        fits = {
            "open": self.open > 0, "misread": self.misread > 0, "empty": self.facts == 0,
            "replaced": not self.document.current,
        }  # fmt: skip
        return fits.get(state, True)


def routes(counter: Counter) -> APIRouter:
    """``/desk`` and the cells of one document that were not understood."""
    found = APIRouter(include_in_schema=False)
    room = counter.room

    @found.get("/desk")
    def listed(
        q: str = "", year: str = "", state: str = "", p: str = "", done: str = "",
        staff: Staff = Depends(counter.staff),
    ) -> Response:  # fmt: skip
        every = rows_of(room)
        years = sorted({row.document.year for row in every if row.document.year}, reverse=True)
        named = {d.id for d in _named([row.document for row in every], q)}
        kept = [
            row
            for row in every
            if row.document.id in named and year in ("", str(row.document.year)) and row.is_in(state)
        ]
        page = page_number(p)
        return counter.page(
            "documents.html", staff, here="/desk", wide=True, rows=kept[(page - 1) * _SHOWN : page * _SHOWN],
            more=len(kept) > page * _SHOWN, page=page, held=bool(every), tiles=_tiles(room, every, staff),
            given={"q": q, "year": year, "state": state}, years=[(str(y), str(y)) for y in years], states=_STATES,
            done=done,
        )  # fmt: skip

    @found.get("/desk/documents/{document_id}/misread")
    def misread(document_id: str, staff: Staff = Depends(counter.staff)) -> Response:
        document = counter.document(document_id)
        cells = sorted(room.store.misread(document_id), key=lambda cell: cell.page)
        groups = [(page, list(held)) for page, held in groupby(cells, key=lambda cell: cell.page)]
        return counter.page("misread.html", staff, here="/desk", document=document, groups=groups)

    return found


def rows_of(room: Room) -> list[Row]:
    """Every document with its counts, by body, year and file."""
    counts, misread, open_ = room.store.counts(), room.store.misread_counts(), open_counts(room)
    return [
        Row(d, counts.get(d.id, (0, 0))[0], misread.get(d.id, 0), open_.get(d.id, 0))
        for d in room.store.documents()
    ]


def _named(held: Sequence[Document], words: str) -> Sequence[Document]:
    """The documents that words of the search mean: part of a file's name, or a body as people call it."""
    if not words.strip():
        return held
    by_file = [d for d in held if fold(words) in fold(d.file)]
    return by_file or documents_of(held, words)


def _tiles(room: Room, rows: Sequence[Row], staff: Staff) -> list[tuple[str, int, str]]:
    """What is waiting: where to go, how many, of what."""
    states = [state for _, state, _ in states_of(room)]
    tiles = [
        ("/desk/checks", sum(row.open for row in rows), "处核对待处理"),
        ("/desk/corrections?state=HOLDS", states.count(Standing.HOLDS), "处更正生效中"),
    ]
    astray = states.count(Standing.ASTRAY)
    if astray:
        tiles.append(("/desk/corrections?state=ASTRAY", astray, "处更正对不上了"))
    if staff.may_decide:
        tiles.append(("/desk/questions", len(Kept(room.database).groups(state="open")), "组问题没答上"))
    return tiles
