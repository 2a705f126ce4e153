"""The files that wait to be read, and the thread that has them read one after the other (读入队列)."""

from __future__ import annotations

import shutil
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from queue import Full, Queue
from threading import Lock, Thread
from typing import Any

import structlog

from ingest.bounded import Progress, read_bounded
from ingest.database import Database
from ingest.errors import IngestError
from ingest.facts import FactStore
from ingest.model import Document
from ingest.passages import PassageStore
from ingest.pipeline import FileReport, remove_document, store_outcome
from ingest.reading import digest_of
from ingest.settings import Settings
from ingest.workers import Outcome
from service.audit import AuditLog
from service.errors import QueueFull
from service.keys.model import Caller
from service.uploads.jobs import Job, JobStore, State

#: Seconds between two notes on how far a file is.
_TOLD_EVERY = 0.4
_FAULT = "服务出了问题，没有读入；已经记录，请稍后再试。"


@dataclass(frozen=True, slots=True)
class _Waiting:
    job: Job
    file: Path
    caller: Caller
    request_id: str


class Intake:
    """Takes files in. One at a time is read, by a process with bounds, and stored by the thread that waits for it."""

    def __init__(self, settings: Settings, database: Database) -> None:
        self._settings = settings
        self._facts = FactStore(settings, database)
        self._passages = PassageStore(settings)
        self._audit = AuditLog(database)
        self.jobs = JobStore(database)
        self._queue: Queue[_Waiting] = Queue(settings.upload_queue)
        self._thread: Thread | None = None
        self._starting, self._writing = Lock(), Lock()
        self.jobs.break_off()
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def folder(self) -> Path:
        """Where files wait, a folder each."""
        return self._settings.data / "uploads"

    def submit(self, file: Path, caller: Caller, replaces: str = "", request_id: str = "") -> Job:
        """Put a received file in the queue, which takes it over; raises ``QueueFull``."""
        job = self.jobs.create(file.name, replaces, caller.key.id if caller.key else "")
        try:
            self._queue.put_nowait(_Waiting(job, file, caller, request_id))
        except Full:
            self.jobs.ended(job.id, State.FAILED, "排队的文件太多，没有读入。")
            raise QueueFull("排队等着读入的文件太多，请等前面的读完再上传。") from None
        self._start()
        return job

    def remove(self, document: Document, caller: Caller, request_id: str = "") -> None:
        """Take a document out of the stores."""
        with self._writing:
            remove_document(document, self._settings, self._facts, self._passages)
        details = {"file": document.file, "sha256": document.sha256}
        self._audit.write("document.delete", document.id, caller, details, request_id)

    def _start(self) -> None:
        with self._starting:
            if self._thread is None:
                self._thread = Thread(target=self._work, name="intake", daemon=True)
                self._thread.start()

    def _work(self) -> None:
        while True:
            waiting = self._queue.get()
            try:
                self._attend(waiting)
            except Exception:  # noqa: BLE001 (the next file must not wait for ever; the log has the reason)
                structlog.get_logger().exception("upload failed", job=waiting.job.id)
                with suppress(IngestError):
                    self.jobs.ended(waiting.job.id, State.FAILED, _FAULT)
            finally:
                shutil.rmtree(waiting.file.parent, ignore_errors=True)

    def _attend(self, waiting: _Waiting) -> None:
        job = waiting.job
        old = self._facts.document(job.replaces) if job.replaces else None
        if job.replaces and old is None:
            self.jobs.ended(job.id, State.FAILED, "要替换的文件已不在库里；请改用上传。")
            return
        self.jobs.told(job.id, State.READING)
        outcome = self._read(job.id, waiting.file)
        self.jobs.told(job.id, State.STORING)
        with self._writing:
            report = store_outcome(waiting.file, self._settings, self._facts, self._passages, outcome, old)
        self._tell_end(waiting, report)

    def _read(self, id: str, file: Path) -> Outcome:
        """What the file gave; nothing where its content is there already."""
        if self._facts.document(digest_of(file, self._settings)[:16]) is not None:
            return Outcome()
        last = 0.0

        def told(progress: Progress) -> None:
            nonlocal last
            if time.monotonic() - last > _TOLD_EVERY:
                last = time.monotonic()
                self.jobs.told(id, State.READING, progress.page, progress.pages)

        return read_bounded(file, self._settings, told)

    def _tell_end(self, waiting: _Waiting, report: FileReport) -> None:
        job = waiting.job
        failed = report.status == "failed"
        document = "" if failed else digest_of(waiting.file, self._settings)[:16]
        self.jobs.ended(
            job.id, State.FAILED if failed else State.DONE, message_of(report), document, report_of(report)
        )
        details = {"file": job.file, "job": job.id, "status": report.status, "replaces": job.replaces}
        action = "document.replace" if job.replaces else "document.upload"
        self._audit.write(action, document, waiting.caller, details, waiting.request_id)


def message_of(report: FileReport) -> str:
    """How it ended, in a sentence."""
    if report.status == "failed":
        return f"{report.error.rstrip('。')}。"
    if report.status == "unchanged":
        return f"内容和已在库的《{report.same_as}》完全相同，没有重复读入。"
    if not report.facts:
        return "没有读到任何数字（可能是没填数的模板）；请核对文件。"
    return f"读入 {report.pages} 页，{report.facts} 条事实，{report.misread} 个单元格未读懂。"


def report_of(report: FileReport) -> dict[str, Any]:
    """What was read, in numbers, and what was remarked."""
    return {
        "pages": report.pages, "tables": report.tables, "facts": report.facts, "passages": report.passages,
        "misread": report.misread, "seconds": report.seconds, "warnings": list(report.warnings),
        "remarks": list(report.remarks),
    }  # fmt: skip
