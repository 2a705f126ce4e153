"""Sections to passages for retrieval: whole sentences, the headings above them, the place of each sentence (段落)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.model import Box, Chunk, Section, Table
from ingest.patterns import regex
from ingest.rows import holds_words, project_of, table_to_rows
from ingest.sections import sentences
from ingest.statements import clean_title

#: A passage grows to about this many characters; one sentence is never cut.
_FULL = 420
#: A line of captions or of a cover, which says nothing by itself.
_BARE = regex(r"^(?:公开\d{1,2}表|附件[\d\-—]*[:：]?|(?:财决|部门)?公开\d{1,2}表)+$")


_NUMBERED = regex(r"^(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）])")


@dataclass(frozen=True, slots=True)
class _Piece:
    """Text of one line of a passage: page, box, start and end of all that it is made of."""

    text: str
    places: tuple[tuple[int, Box, int, int], ...]


def to_chunks(document_id: str, sections: Sequence[Section], tables: Sequence[Table]) -> tuple[Chunk, ...]:
    """Passages of all sections, then the rows of tables that hold words rather than accounts."""
    drafts = [*_section_passages(sections), *_table_passages(tables, sections)]
    return tuple(_chunk(document_id, i, path, group) for i, (path, group) in enumerate(drafts))


def _chunk(document_id: str, sequence: int, path: tuple[str, ...], group: Sequence[_Piece]) -> Chunk:
    places: list[tuple[int, Box]] = []
    spans: list[tuple[int, int]] = []
    offset = 0
    for piece in group:
        for page, box, start, end in piece.places:
            places.append((page, box))
            spans.append((offset + start, offset + end))
        offset += len(piece.text) + 1
    return Chunk(document_id, sequence, path, "\n".join(p.text for p in group), tuple(places), tuple(spans))


def _section_passages(sections: Sequence[Section]) -> Iterator[tuple[tuple[str, ...], list[_Piece]]]:
    for section in sections:
        for group in _grouped([p for p in _pieces(section) if not _BARE.match(p.text)]):
            yield section.path, group


def _pieces(section: Section) -> Iterator[_Piece]:
    """Paragraphs of a section; one that is too long comes in runs of sentences."""
    for paragraph in section.paragraphs:
        start = 0
        places: list[tuple[int, Box, int, int]] = []
        spans = sentences(paragraph)
        for index, (low, end) in enumerate(spans):
            places += [(page, box, low - start, end - start) for page, box in paragraph.places(low, end)]
            last = index == len(spans) - 1
            if last or spans[index + 1][1] - start > _FULL:
                yield _Piece(paragraph.text[start:end], tuple(places))
                start, places = end, []


def _grouped(pieces: Sequence[_Piece]) -> Iterator[list[_Piece]]:
    group: list[_Piece] = []
    for piece in pieces:
        if group and sum(len(p.text) + 1 for p in group) + len(piece.text) > _FULL:
            yield group
            group = []
        group.append(piece)
    if group:
        yield group


def _table_passages(
    tables: Sequence[Table], sections: Sequence[Section]
) -> Iterator[tuple[tuple[str, ...], list[_Piece]]]:
    """Rows of performance tables, lists of units and other tables of words, several rows a passage."""
    path: tuple[str, ...] = ()
    before: Table | None = None
    for table in tables:
        if not holds_words(table):
            before = None
            continue
        if not (before is not None and _goes_on(table, before)):
            path = _path(table, sections)
            pieces = list(_introduction(table))
        else:
            pieces = []
        before = table
        pieces += [_Piece(text, ((page, box, 0, len(text)),)) for text, (page, box) in table_to_rows(table)]
        for group in _grouped(pieces):
            yield path, group


def _goes_on(table: Table, before: Table) -> bool:
    """Whether an untitled table at the head of a page is the rest of the form on the page before."""
    return not table.title and not table.caption and table.pages[0] == before.pages[-1] + 1


def _introduction(table: Table) -> Iterator[_Piece]:
    """The sentence above a list that is its caption; a title, the body's name and the unit are none."""
    lines = [line for line in table.caption if not _NUMBERED.match(line.text)]
    text = "".join(line.text for line in lines)
    if not table.title and len(text) > 12:
        yield _Piece(text, tuple((line.page, line.box, 0, len(text)) for line in lines))


def _path(table: Table, sections: Sequence[Section]) -> tuple[str, ...]:
    """The headings above a table, its own title or caption, and the project that a form is about."""
    top = min((c.page, c.box[1]) for c in table.cells)
    above: tuple[str, ...] = ()
    for section in sections:
        first = section.paragraphs[0].pieces[0].line
        if (first.page, first.box[1]) < top and table.pages[0] - _last_page(section) <= 1:
            above = section.path
    # A heading straight above a list was read as its caption.
    headings = [line.text for line in table.caption if _NUMBERED.match(line.text)]
    if headings:
        above = (*above[:1], *headings)
    return tuple(dict.fromkeys(filter(None, (*above, clean_title(table.title), project_of(table)))))


def _last_page(section: Section) -> int:
    return section.paragraphs[-1].pieces[-1].line.page
