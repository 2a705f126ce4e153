"""Files read by several processes at once, handed on in the order in which they were named (并行读入).

Reading is all that the processes do: what they read is stored by the one that started them. Each is looked after by a
thread, which starts another in its place where one dies, and says so of the file that it died over.
"""

from __future__ import annotations

import signal
import time
import traceback
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from multiprocessing.process import BaseProcess
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Semaphore, Thread

from ingest.errors import UnreadableFile
from ingest.model import Reading
from ingest.reading import read_file
from ingest.settings import Settings

#: How many files a process may be ahead of the store: what it read waits in memory until then.
_AHEAD = 4
_PATIENCE = 5.0

Progress = Callable[[Path, int], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of reading one file: a reading, or the reason why there is none."""

    reading: Reading | None = None
    error: UnreadableFile | None = None
    seconds: float = 0.0


def read_files(
    paths: Sequence[Path], settings: Settings, progress: Progress | None = None
) -> Generator[Outcome, None, None]:
    """The outcome of each file in turn; by ``settings.workers`` processes where there are several files.

    ``progress`` is called with file and page, by the thread that iterates.
    """
    count = min(settings.workers, len(paths))
    told = progress or _ignore
    if count < 2:
        return (read_one(path, settings, partial(told, path)) for path in paths)
    return _read_at_once(paths, settings, count, told)


def _ignore(path: Path, page: int) -> None:
    pass


def read_one(path: Path, settings: Settings, progress: Callable[[int], None]) -> Outcome:
    """The outcome of one file, read by this process; ``progress`` is called with each page."""
    started = time.perf_counter()
    try:
        reading, error = read_file(path, settings, progress), None
    except UnreadableFile as failure:
        reading, error = None, failure
    except MemoryError:
        reading, error = None, UnreadableFile(path.name, "内存不够", "请关闭其他程序，或拆分文件，再重新导入")
    except Exception as fault:  # noqa: BLE001 (a fault of this program in one file must not end the reading of others)
        reading, error = None, _faulty(path, fault)
    return Outcome(reading, error, time.perf_counter() - started)


def _faulty(path: Path, fault: Exception) -> UnreadableFile:
    """What is told of a file that this program stumbles over: what kind of fault it is, and where in the program."""
    place = traceback.extract_tb(fault.__traceback__)[-1]
    where = f"{type(fault).__name__}，{Path(place.filename).name} 第 {place.lineno} 行"
    advice = "请把这份文件和括号里的话告诉维护者；其余文件照常导入"
    return UnreadableFile(path.name, f"读取时程序出错（{where}）", advice)


def _read_at_once(
    paths: Sequence[Path], settings: Settings, count: int, told: Progress
) -> Generator[Outcome, None, None]:
    crew = _Crew(paths, settings, count)
    done: dict[int, Outcome] = {}
    try:
        for turn in range(len(paths)):
            while turn not in done:
                index, news = crew.news.get()
                if isinstance(news, Exception):
                    raise news
                if isinstance(news, Outcome):
                    done[index] = news
                else:
                    told(paths[index], news)
            yield done.pop(turn)
            crew.ahead.release()
    finally:
        crew.dismiss()


class _Crew:
    """The threads that look after a process each; ``news`` has the index of a file with a page or its outcome."""

    def __init__(self, paths: Sequence[Path], settings: Settings, count: int) -> None:
        self.news: SimpleQueue[tuple[int, int | Outcome | Exception]] = SimpleQueue()
        self.ahead = Semaphore(count * _AHEAD)
        self._over = Event()
        self._jobs: SimpleQueue[tuple[int, Path]] = SimpleQueue()
        for job in _largest_first(paths, count * _AHEAD):
            self._jobs.put(job)
        self._workers = [_Worker(settings) for _ in range(count)]
        self._threads = [Thread(target=self._attend, args=(worker,), daemon=True) for worker in self._workers]
        for thread in self._threads:
            thread.start()

    def dismiss(self) -> None:
        """End all processes, whatever they are at."""
        self._over.set()
        for worker in self._workers:
            worker.end()
        for _ in self._threads:
            self.ahead.release()
        for thread in self._threads:
            thread.join(_PATIENCE)

    def _attend(self, worker: _Worker) -> None:
        while True:
            self.ahead.acquire()
            try:
                index, path = self._jobs.get_nowait()
            except Empty:
                return
            try:
                outcome = worker.read(path, partial(self._tell, index))
            except Exception as error:  # noqa: BLE001 (who waits must hear of it, or waits for ever)
                self._tell(index, error)
                return
            if self._over.is_set():
                return
            self._tell(index, outcome)

    def _tell(self, index: int, news: int | Outcome | Exception) -> None:
        self.news.put((index, news))


def _largest_first(paths: Sequence[Path], window: int) -> Iterator[tuple[int, Path]]:
    """Files with their index, the largest of each window first, so that none is left to one process at the end.

    No further out of turn than that: all of a window can be on the way at once, whatever its order.
    """
    jobs = list(enumerate(paths))
    for start in range(0, len(jobs), window):
        yield from sorted(jobs[start : start + window], key=lambda job: -_size(job[1]))


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


class _Worker:
    """A process that reads one file after the other, and its successor where it dies."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None

    def read(self, path: Path, told: Callable[[int], None]) -> Outcome:
        """The outcome of one file; ``told`` is called with each page."""
        started = time.perf_counter()
        pipe = self._started()
        try:
            pipe.send(path)
            while True:
                news = pipe.recv()
                if isinstance(news, Outcome):
                    return news
                told(news)
        except (EOFError, OSError):  # the other end of the pipe is gone
            code = self._buried()
            return Outcome(error=death(path, code), seconds=time.perf_counter() - started)

    def end(self) -> None:
        """End the process at once."""
        if self._process is not None:
            self._process.terminate()

    def _started(self) -> Connection:
        if self._pipe is None:
            # Not forked: a fork of a process with threads and an open database may hang or harm it.
            context = get_context("spawn")
            self._pipe, far = context.Pipe()
            self._process = context.Process(target=work, args=(far, self._settings), daemon=True)
            self._process.start()
            far.close()
        return self._pipe

    def _buried(self) -> int | None:
        """Exit code of the process, after which there is none; the next file starts another."""
        assert self._process is not None and self._pipe is not None
        code = exit_code(self._process)
        self._pipe.close()
        self._process = self._pipe = None
        return code


def work(pipe: Connection, settings: Settings) -> None:
    """What a process does: read the files that it is named until nobody names any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started it ends it
    with suppress(EOFError, BrokenPipeError):
        while True:
            path = pipe.recv()
            pipe.send(read_one(path, settings, pipe.send))


def exit_code(process: BaseProcess) -> int | None:
    """How a process ended; None where that cannot be learnt.

    Every start of a process asks after all of them. Where another thread took the news of this one's end and has not
    yet written it down, there is none to be had for a moment, which is not the same as an end without a fault.
    """
    until = time.monotonic() + _PATIENCE
    process.join(_PATIENCE)
    while process.exitcode is None and time.monotonic() < until:
        time.sleep(0.01)
    return process.exitcode


def death(path: Path, code: int | None) -> UnreadableFile:
    """What is told of a file whose reader came to an end with this exit code."""
    how = "意外退出" if code is None else f"意外退出（代码 {code}）"
    if code is not None and code < 0:
        how = f"被系统终止（{signal.Signals(-code).name}）"
    advice = "多半是内存不够：请关闭其他程序，或拆分文件，再重新导入"
    return UnreadableFile(path.name, f"读取它的进程{how}", advice)
