"""What the first question on running text needs, loaded while the server is up already (就绪).

Look-ups are answered from the start; the libraries of the vector store take seconds to import, and another embedding
model has to embed everything anew before it answers.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from threading import Thread

from ingest.errors import IngestError
from ingest.facts import FactStore
from ingest.passages import PassageStore
from ingest.renewal import renew
from ingest.settings import Settings


def make_ready(settings: Settings, notice: Callable[[str], None]) -> Thread:
    """Start loading in the background; ``notice`` is called with a line on what is worth telling."""
    thread = Thread(target=_load, args=(settings, notice), name="readiness", daemon=True)
    thread.start()
    return thread


def _load(settings: Settings, notice: Callable[[str], None]) -> None:
    try:
        with closing(FactStore(settings)) as facts, closing(PassageStore(settings)) as passages:
            renew(facts, passages, notice)
            passages.query("部门主要职责", None, 1)
    except IngestError as error:
        notice(str(error))  # the question that needs the store will fail with the same words
