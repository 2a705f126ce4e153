"""A text of a test's own, read into a store of its own and asked (自拟文本)."""

from __future__ import annotations

from pathlib import Path

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer


def answerer_of(folder: Path, name: str, text: str) -> Answerer:
    """Answers from ``text`` alone, as the file ``name`` in ``folder``; fails where it is not read."""
    file = folder / name
    file.write_text(text, "utf-8")
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert [report.status for report in ingest_paths([file], settings)] == ["read"]
    return Answerer(settings)
