"""Sentences as the passages of a document."""

from __future__ import annotations

from ingest.model import Chunk


def passages(*texts: str) -> list[Chunk]:
    """A passage of each text, on page 1."""
    box = (0.0, 0.0, 1.0, 1.0)
    return [Chunk("d", at, ("说明",), text, ((1, box),), ((0, len(text)),)) for at, text in enumerate(texts)]
