"""Answers are kept by a thread of its own, many at once, so that nobody waits for the disk (落盘)."""

from __future__ import annotations

import atexit
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from threading import Condition, Lock, Thread

import structlog

from ingest.errors import IngestError
from ingest.model import Document
from service.answers.records import AnswerRecords, Kept, to_kept
from service.contract import Answer
from service.times import now

#: Seconds that the first of a batch waits for others.
_GATHER = 1.0
#: Answers that may wait; while the database is gone, later ones are not kept.
_ROOM = 2000
_FORGET_EVERY = 3600.0
#: Seconds to leave a database alone that did not answer.
_REST = 5.0

Held = Callable[[], Mapping[str, Document]]


@dataclass(frozen=True, slots=True)
class _Given:
    question: str
    asked_at: str
    answer: Answer


class AnswerWriter:
    """Takes answers at once and writes them soon; what still waits can be read already.

    ``held`` gives the loaded documents by id. With 0 days nothing is kept.
    """

    def __init__(self, records: AnswerRecords, held: Held, version: str) -> None:
        self._records, self._held, self._version = records, held, version
        self._waiting: dict[str, _Given] = {}
        self._taken: OrderedDict[str, None] = OrderedDict()
        self._lost = 0
        self._forgotten = -_FORGET_EVERY
        self._news = Condition()
        self._flushing = Lock()
        self._thread: Thread | None = None

    def keep(self, question: str, answer: Answer) -> None:
        """Have an answer kept; never waits, never fails. One that is given again is kept already."""
        if not self._records.days:
            return
        with self._news:
            if answer.id in self._taken:
                return
            if len(self._waiting) >= _ROOM:
                self._lost += 1
                return
            self._taken[answer.id] = None
            if len(self._taken) > _ROOM:
                self._taken.popitem(last=False)
            self._waiting[answer.id] = _Given(question, now(), answer)
            if self._thread is None:
                self._thread = Thread(target=self._work, name="answers", daemon=True)
                self._thread.start()
                atexit.register(self.flush)
            self._news.notify()

    def get(self, id: str) -> Kept | None:
        """An answer that is kept or waits to be."""
        with self._news:
            given = self._waiting.get(id)
        if given is not None:
            return to_kept(given.question, given.asked_at, given.answer, self._held(), self._version)
        return self._records.get(id)

    def flush(self) -> bool:
        """Write what waits; where the database is gone it goes on waiting, and this is False."""
        with self._flushing:
            with self._news:
                batch = dict(self._waiting)
                lost, self._lost = self._lost, 0
            if lost:
                structlog.get_logger().warning("answers not kept", count=lost)
            if not batch:
                return True
            try:
                held = self._held()
                self._records.add(
                    [to_kept(g.question, g.asked_at, g.answer, held, self._version) for g in batch.values()]
                )
                if time.monotonic() - self._forgotten > _FORGET_EVERY:
                    self._records.forget()
                    self._forgotten = time.monotonic()
            except IngestError as error:
                structlog.get_logger().warning("answers wait to be kept", count=len(batch), why=str(error))
                return False
            with self._news:
                for id in batch:
                    self._waiting.pop(id, None)
            return True

    def _work(self) -> None:
        while True:
            with self._news:
                while not self._waiting:
                    self._news.wait()
            time.sleep(_GATHER)
            if not self.flush():
                time.sleep(_REST)
