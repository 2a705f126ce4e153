"""What becomes of each file that was sent up, kept in the store so that it can be asked for later (上传任务)."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import sqlalchemy as sa

from ingest.database import Database
from ingest.records import jobs
from service.times import days_ago, now

_KEPT_DAYS = 90
_BROKEN_OFF = "服务中途重启，这份文件没有读完；请重新上传。"


class State(StrEnum):
    """How far a file has come (进度)."""

    QUEUED = "queued"
    READING = "reading"
    STORING = "storing"
    DONE = "done"
    FAILED = "failed"


#: States that nothing follows.
ENDED = (State.DONE, State.FAILED)


@dataclass(frozen=True, slots=True)
class Job:
    """One file on its way into the store.

    ``pages`` is 0 until it is known; ``replaces`` the id of the document whose place it takes; ``document_id`` that of
    what came of it; ``message`` one sentence on how it ended; ``report`` what was read.
    """

    id: str
    file: str
    replaces: str
    status: State
    page: int
    pages: int
    document_id: str
    message: str
    report: Mapping[str, Any]
    key_id: str
    created_at: str
    finished_at: str


class JobStore:
    """Jobs in the SQL store. Every method raises ``StoreUnavailable`` when the database does not answer."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def create(self, file: str, replaces: str, key_id: str) -> Job:
        """A new job that waits."""
        job = Job(uuid.uuid4().hex, file, replaces, State.QUEUED, 0, 0, "", "", {}, key_id, now(), "")
        row = {column.name: getattr(job, column.name) for column in jobs.columns}
        with self._database.begin() as connection:
            connection.execute(sa.insert(jobs), [row | {"status": job.status.value}])
            connection.execute(sa.delete(jobs).where(jobs.c.created_at < days_ago(_KEPT_DAYS)))
        return job

    def get(self, id: str) -> Job | None:
        """The job with this id."""
        rows = self._database.rows(sa.select(jobs).where(jobs.c.id == id))
        return _job(rows[0]) if rows else None

    def latest(self, limit: int = 50) -> list[Job]:
        """The newest jobs, the newest first."""
        query = sa.select(jobs).order_by(jobs.c.created_at.desc(), jobs.c.id).limit(limit)
        return [_job(row) for row in self._database.rows(query)]

    def told(self, id: str, state: State, page: int = 0, pages: int = 0) -> None:
        """How far a job has come; pages stay what they were where none are told."""
        read = {"page": page, "pages": pages} if page else {}
        self._change(id, status=state.value, **read)

    def ended(
        self,
        id: str,
        state: State,
        message: str,
        document_id: str = "",
        report: Mapping[str, Any] | None = None,
    ) -> None:
        """How a job ended."""
        pages = (report or {}).get("pages", 0)
        read = {"page": pages, "pages": pages} if pages else {}
        self._change(
            id, status=state.value, message=message, document_id=document_id, report=dict(report or {}),
            finished_at=now(), **read,
        )  # fmt: skip

    def break_off(self) -> None:
        """Say of every job that is not ended that it never will be: their process is gone."""
        open_jobs = jobs.c.status.not_in([state.value for state in ENDED])
        if not self._database.rows(sa.select(jobs.c.id).where(open_jobs).limit(1)):
            return
        with self._database.begin() as connection:
            connection.execute(
                sa.update(jobs)
                .where(open_jobs)
                .values(status=State.FAILED.value, message=_BROKEN_OFF, finished_at=now())
            )

    def _change(self, id: str, **values: object) -> None:
        with self._database.begin() as connection:
            connection.execute(sa.update(jobs).where(jobs.c.id == id).values(**values))


def _job(row: sa.Row[Any]) -> Job:
    values = {column.name: getattr(row, column.name) for column in jobs.columns}
    return Job(**values | {"status": State(row.status)})
