"""Documents of a set, read once and kept: a data folder per content of the documents and of the reading code.

Sets over the same documents share one.

A folder is built under a name of its own and counts only once its mark is written, so that a run that was
broken off, or another run at the same time, never leaves half a store to be asked.
"""

from __future__ import annotations

import hashlib
import shutil
import time
import uuid
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from eval.sets import ROOT, QuestionSet
from ingest.settings import Settings

if TYPE_CHECKING:
    from ingest.pipeline import FileReport

CACHE = ROOT / ".cache" / "eval"
#: Written last into a data folder that is whole.
MARK = "complete"
#: Data folders kept: the latest ones, for going back and forth between two states of the code.
KEPT = 12
_DAY = 86_400


def load_documents(
    chosen: QuestionSet,
    settings: Settings,
    report: Callable[[FileReport], None] | None = None,
    fresh: bool = False,
) -> Settings:
    """Settings of embedded stores that hold exactly the documents of the set, read now or before."""
    key = content_key(chosen.documents, settings)
    whole = sorted(mark.parent for mark in CACHE.glob(f"{key}-*/{MARK}"))
    if whole and not fresh:
        (whole[0] / MARK).touch()
        return _at(settings, whole[0])
    from ingest.pipeline import ingest_paths  # reading needs pdfplumber; asking a kept folder does not

    folder = CACHE / f"{key}-{uuid.uuid4().hex[:8]}"
    folder.mkdir(parents=True)
    loaded = _at(settings, folder)
    ingest_paths(chosen.documents, loaded, report)
    (folder / MARK).touch()
    _prune()
    return loaded


def _at(settings: Settings, folder: Path) -> Settings:
    """The same settings over embedded stores in a folder: measuring never touches a server's data."""
    return settings.model_copy(update={"data": folder, "database_url": "", "chroma_url": ""})


def content_key(documents: Iterable[Path], settings: Settings) -> str:
    """Key of what the stores will hold: names and bytes of the documents, the reading code, the embedding."""
    digest = hashlib.sha256(settings.embedding_model.encode())
    for path in [*documents, *_reading_code()]:
        digest.update(b"\0" + path.name.encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


def _reading_code() -> list[Path]:
    """Every file of ``ingest/``, vocabularies and models included."""
    files = (path for path in (ROOT / "ingest").rglob("*") if path.is_file())
    return sorted(path for path in files if "__pycache__" not in path.parts)


def _prune() -> None:
    """Drop what earlier code left: whole folders but the latest few, broken ones after a day."""
    folders = [path for path in CACHE.iterdir() if path.is_dir()]
    whole = sorted((path for path in folders if (path / MARK).exists()), key=_age)
    broken = [path for path in folders if not (path / MARK).exists() and _age(path) > _DAY]
    for path in [*whole[KEPT:], *broken]:
        shutil.rmtree(path, ignore_errors=True)


def _age(folder: Path) -> float:
    mark = folder / MARK
    return time.time() - (mark if mark.exists() else folder).stat().st_mtime
