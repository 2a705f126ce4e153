"""Pages a second of the whole ingest, beside plain pdfplumber over the same pages (读入速度)."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from eval.bench.comparison import Comparison
from ingest.settings import Settings


def compare_reading(files: Sequence[Path], runs: int, told: Callable[[str], None]) -> Comparison:
    """Several runs of each, turn about, so that neither has the warmer machine; all in this one process."""
    pages = count_pages(files)
    ways = (ingest, extract)
    samples: dict[Callable[[Sequence[Path]], None], list[float]] = {way: [] for way in ways}
    for run in range(runs):
        for way in ways if run % 2 == 0 else ways[::-1]:
            start = time.perf_counter()
            way(files)
            samples[way].append(pages / (time.perf_counter() - start))
            told(f"第{run + 1}轮 {way.__name__}：{samples[way][-1]:.1f} 页/秒")
    return Comparison(
        title="整个读入（事实和段落入库）",
        reference_title="pdfplumber extract_tables + extract_text",
        unit="页/秒",
        ours=tuple(samples[ingest]),
        reference=tuple(samples[extract]),
        summaries=("中位数",),
        taken_of=f"{len(files)} 个 PDF，{pages} 页，各 {runs} 轮，单进程",
    )


def count_pages(files: Sequence[Path]) -> int:
    """Pages of all the files together."""
    import pdfplumber  # half a second, of no use to whoever only compares asking

    total = 0
    for file in files:
        with pdfplumber.open(file) as pdf:
            total += len(pdf.pages)
    return total


def ingest(files: Sequence[Path]) -> None:
    """Ours: everything, from the file to facts and passages in new stores."""
    from ingest.pipeline import ingest_paths

    with tempfile.TemporaryDirectory(prefix="mingbai-bench-", ignore_cleanup_errors=True) as folder:
        ingest_paths(files, Settings(data=Path(folder), database_url="", chroma_url=""))


def extract(files: Sequence[Path]) -> None:
    """The reference: tables and text of every page, thrown away."""
    import pdfplumber

    for file in files:
        with pdfplumber.open(file) as pdf:
            for page in pdf.pages:
                page.extract_tables()
                page.extract_text()
                page.close()
