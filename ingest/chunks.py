"""Sections to passages for retrieval: whole paragraphs, the headings above them, their places (段落)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.header import rows_of
from ingest.model import Box, Chunk, Section, Table
from ingest.sections import sentences
from ingest.statements import UNKNOWN, clean_title, title_to_statement

#: A passage grows to about this many characters; one sentence is never cut.
_FULL = 420
_Piece = tuple[str, tuple[tuple[int, Box], ...]]


def to_chunks(document_id: str, sections: Sequence[Section], tables: Sequence[Table]) -> tuple[Chunk, ...]:
    """Passages of all sections, then the rows of tables that hold words rather than accounts."""
    drafts = [*_section_passages(sections), *_table_passages(tables)]
    return tuple(Chunk(document_id, i, path, text, places) for i, (path, text, places) in enumerate(drafts))


def _section_passages(
    sections: Sequence[Section],
) -> Iterator[tuple[tuple[str, ...], str, tuple[tuple[int, Box], ...]]]:
    for section in sections:
        for group in _grouped(list(_pieces(section))):
            text = "\n".join(piece[0] for piece in group)
            yield section.path, text, tuple(place for piece in group for place in piece[1])


def _pieces(section: Section) -> Iterator[_Piece]:
    """Paragraphs of a section; one that is too long comes in runs of sentences."""
    for paragraph in section.paragraphs:
        start = 0
        spans = sentences(paragraph)
        for index, (_, end) in enumerate(spans):
            last = index == len(spans) - 1
            if last or spans[index + 1][1] - start > _FULL:
                yield paragraph.text[start:end], paragraph.places(start, end)
                start = end


def _grouped(pieces: Sequence[_Piece]) -> Iterator[list[_Piece]]:
    group: list[_Piece] = []
    for piece in pieces:
        if group and sum(len(p[0]) for p in group) + len(piece[0]) > _FULL:
            yield group
            group = []
        group.append(piece)
    if group:
        yield group


def _table_passages(
    tables: Sequence[Table],
) -> Iterator[tuple[tuple[str, ...], str, tuple[tuple[int, Box], ...]]]:
    """Rows of performance tables, lists of units and other tables of words, several rows a passage."""
    for table in tables:
        statement = title_to_statement(table.title)
        if statement is not UNKNOWN and "绩效" not in statement.name:
            continue
        pieces: list[_Piece] = []
        for row in rows_of(table).values():
            text = "，".join(cell.text for cell in row)
            if re.search(r"[\u4e00-\u9fff]", text):
                pieces.append((text, ((row[0].page, _span([c.box for c in row])),)))
        title = clean_title(table.title) or (table.caption[-1].text if table.caption else "")
        for group in _grouped(pieces):
            yield (
                (title,) if title else (),
                "\n".join(p[0] for p in group),
                tuple(place for p in group for place in p[1]),
            )


def _span(boxes: Sequence[Box]) -> Box:
    return (
        min(b[0] for b in boxes),
        min(b[1] for b in boxes),
        max(b[2] for b in boxes),
        max(b[3] for b in boxes),
    )
