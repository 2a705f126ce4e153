"""A page of a document beside what was read from it, cell by cell (逐格看一页)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from fastapi import APIRouter, Depends
from starlette.responses import Response

from ingest.errors import StoreUnavailable, UnreadableFile
from ingest.fates import Fate
from ingest.filters import FactFilter
from ingest.model import Box, Document, Fact, Misread, Origin
from service.desk.counter import Counter, page_number
from service.desk.fates import Seen
from service.desk.room import Room
from service.desk.staff import Staff
from service.errors import ServiceError
from service.web.pictures import Picture, Sheet

#: Cells that gave no figure: the name of the style, and what became of them.
_FATES = {
    Fate.SILENT: "silent", Fate.HEADING: "heading", Fate.LABEL: "label", Fate.CODE: "code", Fate.INDEX: "index",
}  # fmt: skip
CELL_LEGEND = tuple((name, fate.value) for fate, name in _FATES.items())
#: How what was read is marked: the names of the style, in the colours of ``mingbai show``.
_ORIGINS = {Origin.CELL: "fact", Origin.SENTENCE: "sentence", Origin.DECLARATION: "declaration"}
LEGEND = (
    ("fact", "读成数字"), ("sentence", "正文里的数字"), ("declaration", "声明没有"), ("misread", "没读懂"),
    ("amended", "人工更正"),
)  # fmt: skip


@dataclass(frozen=True)
class Mark:
    """One box on the page picture, in points; rows of the table with its name belong to it, ``told`` is its hint."""

    kind: str
    name: str
    x: float
    y: float
    width: float
    height: float
    told: str = ""


def routes(counter: Counter) -> APIRouter:
    """``/desk/documents/{id}?page=n``."""
    found = APIRouter(include_in_schema=False)
    room = counter.room

    @found.get("/desk/documents/{document_id}")
    def sheet(
        document_id: str,
        page: str = "1",
        cells: str = "",
        done: str = "",
        staff: Staff = Depends(counter.staff),
    ) -> Response:
        document = counter.document(document_id)
        number = min(page_number(page), max(1, document.pages))
        facts = room.store.find(FactFilter(documents=(document.id,), page=number))
        misread = [cell for cell in room.store.misread(document.id) if cell.page == number]
        picture, why = _picture(room, document, number)
        seen, unseen = _cells(room, document, number) if cells else ((), "")
        marks = [*cell_marks(seen, facts, misread), *marks_of(facts, misread)]
        successor = room.store.document(document.superseded_by) if document.superseded_by else None
        return counter.page(
            "page.html", staff, here="/desk", wide=True, document=document, number=number, facts=facts, done=done,
            misread=misread, picture=picture, no_picture=why, marks=marks, boxes=boxes_of(facts),
            legend=(*LEGEND, *CELL_LEGEND) if seen else LEGEND, cells=bool(cells), no_cells=unseen,
            silent=[cell for cell in seen if cell.fate is Fate.SILENT],
            successor=successor, warnings=room.store.warnings(document.id) if number == 1 else (),
        )  # fmt: skip

    return found


def boxes_of(facts: Sequence[Fact]) -> dict[Box, str]:
    """The places of figures, each with a name: several figures may have been read from one."""
    return {box: f"b{place}" for place, box in enumerate(dict.fromkeys(f.source.box for f in facts))}


def marks_of(facts: Sequence[Fact], misread: Sequence[Misread]) -> Iterator[Mark]:
    """A mark for each place; that of a corrected figure says so."""
    kinds: dict[Box, str] = {}
    for fact in facts:
        if fact.amended or fact.source.box not in kinds:
            kinds[fact.source.box] = "amended" if fact.amended else _ORIGINS[fact.origin]
    for box, name in boxes_of(facts).items():
        yield _mark(kinds[box], name, box)
    for place, cell in enumerate(misread):
        yield _mark("misread", f"m{place}", cell.box)


def cell_marks(seen: Sequence[Seen], facts: Sequence[Fact], misread: Sequence[Misread]) -> Iterator[Mark]:
    """A mark for each cell that is neither a figure nor listed as not understood; silent ones have a row too."""
    marked = {f.source.box for f in facts} | {cell.box for cell in misread}
    silent = 0
    for cell in seen:
        if cell.fate not in _FATES or cell.box in marked:
            continue
        name = f"s{silent}" if cell.fate is Fate.SILENT else ""
        silent += cell.fate is Fate.SILENT
        yield replace(_mark(_FATES[cell.fate], name, cell.box), told=f"{cell.fate.value}：{cell.text}")


def _mark(kind: str, name: str, box: Box) -> Mark:
    x0, top, x1, bottom = box
    return Mark(kind, name, round(x0, 1), round(top, 1), round(x1 - x0, 1), round(bottom - top, 1))


def _cells(room: Room, document: Document, number: int) -> tuple[Sequence[Seen], str]:
    """What became of the cells of a page, or why that cannot be told."""
    try:
        return room.fates.on(document, number), ""
    except (UnreadableFile, ServiceError) as error:
        return (), str(error)


def _picture(room: Room, document: Document, number: int) -> tuple[Picture | None, str]:
    """The picture of a page, or why there is none; the browser then fetches the same one."""
    try:
        return room.pictures.picture(document, Sheet(number)), ""
    except StoreUnavailable:
        raise
    except ServiceError as error:
        return None, str(error)
