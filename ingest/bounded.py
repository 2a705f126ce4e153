"""One file read by a process of its own, within bounds of time and memory, as strangers hand it in (限时限内存).

Whatever a file does to its reader (loops, bombs, crashes of a library) ends with that process, and is told of it.
"""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from ingest.errors import UnreadableFile
from ingest.settings import Settings
from ingest.workers import Outcome, death, exit_code, read_one

_MB = 1024 * 1024
_NICE = 10  # questions are answered first
_SPLIT = "请拆分文件后再导入"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a file is read; ``pages`` is 0 where the file does not say how many it has."""

    page: int
    pages: int


def read_bounded(path: Path, settings: Settings, told: Callable[[Progress], None]) -> Outcome:
    """The outcome of one file, in ``read_seconds`` and ``read_memory_mb`` at most; ``told`` is called page by page."""
    started = time.monotonic()
    # Not forked: a fork of a process with threads and an open database may hang or harm it.
    context = get_context("spawn")
    pipe, far = context.Pipe()
    process = context.Process(target=work, args=(far, path, settings), daemon=True)
    process.start()
    far.close()
    with closing(pipe):
        try:
            found = _outcome(pipe, started + settings.read_seconds, told)
        except (EOFError, OSError):  # the other end of the pipe is gone
            found = Outcome(error=death(path, exit_code(process)))
        finally:
            process.kill()
            process.join()
    if found is None:
        reason = f"读了 {settings.read_seconds} 秒还没有读完"
        found = Outcome(error=UnreadableFile(path.name, reason, _SPLIT))
    return Outcome(found.reading, found.error, time.monotonic() - started)


def _outcome(pipe: Connection, until: float, told: Callable[[Progress], None]) -> Outcome | None:
    """What comes out of the process; None where the time is up."""
    while pipe.poll(max(0.0, until - time.monotonic())):
        news = pipe.recv()
        if isinstance(news, Outcome):
            return news
        told(news)
    return None


def work(pipe: Connection, path: Path, settings: Settings) -> None:
    """What the process does: bind itself, then read."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started it ends it
    _bind(settings)
    pages = _count(path)
    with suppress(BrokenPipeError):
        pipe.send(read_one(path, settings, lambda page: pipe.send(Progress(page, pages))))


def _bind(settings: Settings) -> None:
    """Limits that the system itself keeps; where it knows none (Windows), time alone is bounded."""
    with suppress(OSError):
        os.nice(_NICE)
    try:
        import resource
    except ImportError:
        return
    bounds = (
        (resource.RLIMIT_AS, settings.read_memory_mb * _MB),
        (resource.RLIMIT_CPU, settings.read_seconds + 5),
        (resource.RLIMIT_CORE, 0),
    )
    for kind, bound in bounds:
        hard = resource.getrlimit(kind)[1]
        limit = bound if hard == resource.RLIM_INFINITY else min(bound, hard)
        with suppress(OSError, ValueError):  # a system that keeps no such limit
            resource.setrlimit(kind, (limit, limit))


def _count(path: Path) -> int:
    """Pages of a PDF, 0 where that cannot be told; why it cannot be read is for its reader to say."""
    if path.suffix.lower() != ".pdf":
        return 0
    from ingest.readers.pdfium import PdfiumRefused, open_pdf

    try:
        with closing(open_pdf(path)) as pdf:
            return len(pdf)
    except PdfiumRefused:
        return 0
