"""``mingbai ask`` from nothing to the answer, beside a Python that starts and does nothing (冷启动)."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Mapping, Sequence

from eval.bench.asking import environment
from eval.bench.comparison import Comparison
from eval.sets import ROOT
from ingest.settings import Settings

#: How often each is started.
STARTS = 10


def compare_cold(settings: Settings, question: str, starts: int = STARTS) -> Comparison:
    """Both started turn about, once before any is counted: whatever the disk has to give is read by then."""
    ways = (["-m", "mingbai", "ask", question], ["-c", "pass"])
    taken = [[started(way, environment(settings)) for way in ways] for _ in range(1 + starts)][1:]
    ours, reference = zip(*taken, strict=True)
    return Comparison(
        title="mingbai ask，冷启动",
        reference_title="只起动、什么也不做的 Python（python -c pass）",
        unit="毫秒",
        ours=ours,
        reference=reference,
        summaries=("p50", "p95"),
        taken_of=f"「{question}」，各起动 {starts} 次",
    )


def started(arguments: Sequence[str], env: Mapping[str, str]) -> float:
    """Milliseconds from starting Python with these arguments to its end; ``CalledProcessError`` where it fails."""
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], cwd=ROOT, env=env, check=True, stdout=subprocess.DEVNULL)
    return (time.perf_counter() - start) * 1000
