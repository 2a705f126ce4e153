"""Peak memory of a process that reads the largest file, beside one in which pdfplumber does (读入内存)."""

from __future__ import annotations

import logging
import re
import resource
import sys
from collections.abc import Callable, Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from eval.bench.comparison import Comparison
from eval.bench.reading import extract
from ingest.settings import Settings

_STATUS = Path("/proc/self/status")


def compare_memory(files: Sequence[Path]) -> Comparison:
    """Once each, for memory does not vary from run to run."""
    largest = max(files, key=lambda file: file.stat().st_size)
    return Comparison(
        title="读入进程的内存峰值",
        reference_title="同一文件由 pdfplumber 读的进程",
        unit="MB",
        ours=(peak_of(read, largest),),
        reference=(peak_of(extract_one, largest),),
        summaries=("中位数",),
        taken_of=f"最大的 PDF（{largest.stat().st_size / 1e6:.1f} MB），各一个新进程",
    )


def read(file: Path) -> None:
    """What a worker does with a file."""
    from ingest.reading import read_file

    read_file(file, Settings())


def extract_one(file: Path) -> None:
    """What the reference does with it."""
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    extract([file])


def peak_of(way: Callable[[Path], None], file: Path) -> float:
    """Most memory, in MB, that a new process held at once while it did this."""
    context = get_context("spawn")
    near, far = context.Pipe(duplex=False)
    process = context.Process(target=_measured, args=(far, way, file))
    process.start()
    far.close()
    try:
        peak: float = near.recv()
    finally:
        process.join()
    return peak


def held_by(process: int) -> float:
    """Memory, in MB, that a process holds now; 0 where the system does not tell."""
    status = Path(f"/proc/{process}/status")
    found = re.search(r"VmRSS:\s+(\d+) kB", status.read_text()) if status.exists() else None
    return int(found[1]) / 1024 if found else 0.0


def _measured(pipe: Connection, way: Callable[[Path], None], file: Path) -> None:
    way(file)
    pipe.send(_peak())


def _peak() -> float:
    # Not getrusage where Linux tells better: its peak still counts the process that this one was started from.
    found = re.search(r"VmHWM:\s+(\d+) kB", _STATUS.read_text()) if _STATUS.exists() else None
    if found:
        return int(found[1]) / 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)
