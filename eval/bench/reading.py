"""Pages a second of the whole ingest, beside plain pdfplumber over the same pages (读入速度)."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from eval.bench.comparison import Comparison
from ingest.settings import Settings

#: Numbers of processes that are measured.
WORKERS = (1, 2)
REFERENCE = "pdfplumber extract_tables + extract_text，单进程"


def compare_reading(files: Sequence[Path], runs: int, told: Callable[[str], None]) -> list[Comparison]:
    """Several runs of each way of reading, turn about, so that none has the warmer machine.

    The reference runs in this process, as does the ingest with one worker; storing always does.
    """
    pages = count_pages(files)
    ways: dict[str, Callable[[Sequence[Path]], None]] = {"pdfplumber": extract}
    ways |= {f"读入，{count} 个进程": partial(ingest, workers=count) for count in WORKERS}
    samples: dict[str, list[float]] = {name: [] for name in ways}
    for way in ways.values():  # once before any is counted: imports are paid once, whatever there is to read
        way(files[:1])
    for run in range(runs):
        for name in turned(list(ways), run):
            start = time.perf_counter()
            ways[name](files)
            samples[name].append(pages / (time.perf_counter() - start))
            told(f"第{run + 1}轮 {name}：{samples[name][-1]:.1f} 页/秒")
    reference, *ours = samples.values()
    return [
        Comparison(
            title=f"整个读入（事实和段落入库），{count} 个进程",
            reference_title=REFERENCE,
            unit="页/秒",
            ours=tuple(speeds),
            reference=tuple(reference),
            summaries=("中位数",),
            taken_of=f"{len(files)} 个 PDF，{pages} 页，各 {runs} 轮",
        )
        for count, speeds in zip(WORKERS, ours, strict=True)
    ]


def turned(names: list[str], run: int) -> list[str]:
    """The names in another order each run: each comes first as often as the others."""
    first = run % len(names)
    return names[first:] + names[:first]


def count_pages(files: Sequence[Path]) -> int:
    """Pages of all the files together."""
    import pdfplumber  # half a second, of no use to whoever only compares asking

    total = 0
    for file in files:
        with pdfplumber.open(file) as pdf:
            total += len(pdf.pages)
    return total


def ingest(files: Sequence[Path], workers: int) -> None:
    """Ours: everything, from the file to facts and passages in new stores."""
    from ingest.pipeline import ingest_paths

    with tempfile.TemporaryDirectory(prefix="mingbai-bench-", ignore_cleanup_errors=True) as folder:
        ingest_paths(files, Settings(data=Path(folder), database_url="", chroma_url="", workers=workers))


def extract(files: Sequence[Path]) -> None:
    """The reference: tables and text of every page, thrown away."""
    import pdfplumber

    for file in files:
        with pdfplumber.open(file) as pdf:
            for page in pdf.pages:
                page.extract_tables()
                page.extract_text()
                page.close()
