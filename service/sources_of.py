"""What a question on a body may be answered from: its figures, and the passages of the year's documents (材料)."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.model import Document
from ingest.passages import PassageStore
from service.evidence import Sources
from service.library import Library
from service.model import Body
from service.text.nearby import Nearby


def sources_of(
    library: Library, nearby: Nearby, passages: PassageStore, body: Body, documents: Sequence[Document]
) -> Sources:
    """The sources of a body where ``documents`` are those of the year; all of its documents where there are none."""
    return Sources(
        body, tuple(documents or body.documents), library.facts(body.documents), lambda: library.index(documents),
        lambda words: nearby.index(words, body), passages.nearness,
    )  # fmt: skip
