"""Names of coded rows, where pieces of them stand on the lines above and below their figures (科目名称)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ingest.columns.drafts import Draft
from ingest.columns.segments import Segment
from ingest.columns.tokens import Token
from ingest.text import fold


def with_names(drafts: Sequence[Draft], spoken: Iterable[str]) -> list[Draft]:
    """Drafts whose coded rows have their whole names; a row whose name is not sure has no words left.

    Words between two rows may belong to either. They are joined to the one whose name they complete, as it is
    printed whole in another statement or in a sentence (``spoken``).
    """
    heard = {fold(name) for name in spoken}
    whole: dict[str, set[str]] = {}
    for row in (row for draft in drafts for row in draft.rows):
        if row.code and row.words and not row.above and not row.below:
            whole.setdefault(row.code, set()).add(fold(row.name))
    return [replace(draft, rows=tuple(_named(draft.rows, whole, heard))) for draft in drafts]


def _named(rows: Sequence[Segment], whole: dict[str, set[str]], heard: set[str]) -> Iterator[Segment]:
    used: set[int] = set()
    chosen: list[tuple[Token, ...] | None] = []
    for row in rows:
        found = _fitting(row, whole.get(row.code, set())) or _fitting(row, heard, least=2)
        chosen.append(found)
        used |= {id(t) for t in found or ()}
    for row, found in zip(rows, chosen, strict=True):
        open_pieces = [t for t in (*row.above, *row.below) if id(t) not in used]
        if found is None and (open_pieces or not row.words) and row.code:
            yield replace(row, words=[])
        else:
            yield replace(row, words=list(found or row.words))


def _fitting(row: Segment, names: set[str], least: int = 1) -> tuple[Token, ...] | None:
    """The words of a row with pieces from above and below that make up a known name; the longest of them.

    ``least`` pieces it must take: a single one that is a known name may as well be the name of the next row.
    """
    found: tuple[Token, ...] | None = None
    for start in range(len(row.above) + 1):
        for end in range(len(row.below) + 1):
            words = (*row.above[start:], *row.words, *row.below[:end])
            if fold("".join(t.text for t in words)) in names and len(words) > max(
                least - 1, len(found or ())
            ):
                found = words
    return found if row.code else None
