"""A text of a test's own, read into a store of its own and asked (自拟文本)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from tests.ingest.press import Press


def answerer_of(folder: Path, name: str, text: str) -> Answerer:
    """Answers from ``text`` alone, as the file ``name`` in ``folder``; fails where it is not read."""
    return _read(folder, {name: text})


def answerer_of_texts(folder: Path, *texts: str) -> Answerer:
    """Answers from texts, each a file in ``folder`` that is named by its first line; fails where one is not read."""
    return _read(folder, {f"{text.splitlines()[0]}.txt": text for text in texts})


def _read(folder: Path, texts: Mapping[str, str]) -> Answerer:
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    files = [folder / name for name in texts]
    assert [report.status for report in ingest_paths(files, settings)] == ["read"] * len(files)
    return Answerer(settings)


def answerer_of_pages(folder: Path, body: str, told: Mapping[str, Sequence[str]]) -> Answerer:
    """Answers from a body's PDFs typeset in ``folder``, one for each title, each of one chapter of running text."""
    files = []
    for title, lines in told.items():
        files.append(folder / f"{body}{title}.pdf")
        press = Press(files[-1])
        press.cover([body, title])
        press.prose(["一、情况说明", *lines])
        press.close()
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert {report.status for report in ingest_paths(files, settings)} == {"read"}
    return Answerer(settings)


def answerer_of_file(folder: Path, file: Path) -> Answerer:
    """Answers from one file that there is, read into a store in ``folder``; fails where it is not read."""
    settings = Settings(data=folder, database_url="", chroma_url="")
    assert [report.status for report in ingest_paths([file], settings)] == ["read"]
    return Answerer(settings)
