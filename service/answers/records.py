"""Answers as they are kept: question, answer and the documents behind it, without whose question it was (问答记录)."""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

import sqlalchemy as sa

from ingest.database import Database
from ingest.model import Document
from ingest.records import answers, feedback
from service.contract import Answer
from service.times import days_ago, now


@dataclass(frozen=True, slots=True)
class Cited:
    """A document behind an answer, by what it was then: ``sha256`` tells whether it is still the same file."""

    id: str
    file: str
    sha256: str
    title: str
    entity: str
    year: int


@dataclass(frozen=True, slots=True)
class Kept:
    """One answer as it was given; ``answer`` is the JSON of an ``Answer``, ``asked_at`` ISO 8601 in UTC."""

    id: str
    asked_at: str
    question: str
    answer: str
    documents: tuple[Cited, ...]
    version: str
    status: str
    reason: str


@dataclass(frozen=True, slots=True)
class Opinion:
    """What somebody thought of an answer; ``question`` is empty where the answer is not kept any more."""

    id: str
    at: str
    answer_id: str
    verdict: str
    reason: str
    comment: str
    question: str = ""


def to_kept(question: str, asked_at: str, answer: Answer, held: Mapping[str, Document], version: str) -> Kept:
    """An answer to be kept. Its conversation is left out: nobody shall string one person's questions together."""
    cited = dict.fromkeys(citation.document_id for citation in answer.citations)
    documents = tuple(
        Cited(d.id, d.file, d.sha256, d.title, d.entity, d.year) for id in cited if (d := held.get(id))
    )
    text = answer.model_copy(update={"conversation_id": ""}).model_dump_json()
    return Kept(
        answer.id,
        asked_at,
        question.replace("\0", ""),
        text,
        documents,
        version,
        answer.status.value,
        answer.reason or "",
    )


class AnswerRecords:
    """Answers and opinions in the SQL store, for ``days``. Methods raise ``StoreUnavailable`` without a database."""

    def __init__(self, database: Database, days: int) -> None:
        self._database, self.days = database, days

    def add(self, kept: Sequence[Kept]) -> None:
        """Keep answers, in one transaction; one whose id is there already is left as it is."""
        rows = {k.id: _row(k) | {"documents": [_row(d) for d in k.documents]} for k in kept}
        with self._database.begin() as connection:
            known = connection.execute(sa.select(answers.c.id).where(answers.c.id.in_(list(rows)))).scalars()
            for id in known:
                del rows[id]
            if rows:
                connection.execute(sa.insert(answers), list(rows.values()))

    def get(self, id: str) -> Kept | None:
        """The answer with this id, unless its time is over."""
        query = sa.select(answers).where(answers.c.id == id, answers.c.asked_at >= days_ago(self.days))
        rows = self._database.rows(query)
        return _kept(rows[0]) if rows else None

    def forget(self) -> None:
        """Delete what was kept long enough, with the opinions on it."""
        limit = days_ago(self.days)
        with self._database.begin() as connection:
            connection.execute(sa.delete(feedback).where(feedback.c.at < limit))
            connection.execute(sa.delete(answers).where(answers.c.asked_at < limit))

    def judge(self, answer_id: str, verdict: str, reason: str, comment: str) -> str:
        """Keep an opinion; gives its id."""
        row = {
            "id": uuid.uuid4().hex, "at": now(), "answer_id": answer_id, "verdict": verdict, "reason": reason,
            "comment": comment,
        }  # fmt: skip
        with self._database.begin() as connection:
            connection.execute(sa.insert(feedback), [row])
        return row["id"]

    def opinions(self, limit: int, before: tuple[str, str] | None = None, verdict: str = "") -> list[Opinion]:
        """Opinions, the newest first; ``before`` is the time and id of one, which is left out with all newer ones."""
        joined = feedback.outerjoin(answers, answers.c.id == feedback.c.answer_id)
        query = sa.select(feedback, answers.c.question).select_from(joined)
        query = query.order_by(feedback.c.at.desc(), feedback.c.id.desc()).limit(limit)
        if before:
            query = query.where(sa.tuple_(feedback.c.at, feedback.c.id) < sa.tuple_(*map(sa.literal, before)))
        if verdict:
            query = query.where(feedback.c.verdict == verdict)
        return [
            Opinion(r.id, r.at, r.answer_id, r.verdict, r.reason, r.comment, r.question or "")
            for r in self._database.rows(query)
        ]


def answer_of(kept: Kept) -> dict[str, Any]:
    """The JSON object of the answer, as it was given."""
    found: dict[str, Any] = json.loads(kept.answer)
    return found


def _row(record: Kept | Cited) -> dict[str, Any]:
    """The fields by their names, as they are: ``asdict`` would copy each of them, every time."""
    return {field.name: getattr(record, field.name) for field in fields(record)}


def _kept(row: sa.Row[Any]) -> Kept:
    documents = tuple(Cited(**document) for document in row.documents)
    return Kept(
        row.id, row.asked_at, row.question, row.answer, documents, row.version, row.status, row.reason
    )
