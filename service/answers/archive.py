"""What the service remembers of its answers, opened over one store (问答档案)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from ingest.database import Database
from ingest.model import Document
from ingest.settings import Settings
from service.answers.records import AnswerRecords
from service.answers.writer import AnswerWriter
from service.version import installed_version


class Held(Protocol):
    """What is needed of the facts store here."""

    def documents(self) -> Sequence[Document]:
        """Every loaded document."""


class Archive:
    """The records of answers and who writes them."""

    def __init__(self, settings: Settings, database: Database, shelf: Held) -> None:
        self.records = AnswerRecords(database, settings.answer_days)
        self.writer = AnswerWriter(self.records, lambda: by_id(shelf), installed_version())


def by_id(shelf: Held) -> Mapping[str, Document]:
    """The loaded documents by their ids."""
    return {document.id: document for document in shelf.documents()}
