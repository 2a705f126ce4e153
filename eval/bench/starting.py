"""``mingbai serve`` from nothing to its first answers, and what it then holds in memory (服务启动)."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from pathlib import Path

from eval.bench.asking import environment, free_port
from eval.bench.comparison import Comparison
from eval.errors import ServerUnreachable
from eval.sets import ROOT
from ingest.settings import Settings

#: How often the server is started, and how many seconds it may take.
STARTS, PATIENCE = 3, 120.0
#: A server of the same framework with one empty route.
_EMPTY = (
    "import sys, uvicorn; from fastapi import FastAPI; app = FastAPI();"
    " app.post('/v1/ask')(lambda: {}); uvicorn.run(app, port=int(sys.argv[1]), log_level='warning')"
)


def compare_starting(settings: Settings, lookup: str, passage: str, starts: int = STARTS) -> list[Comparison]:
    """Seconds from the start to the first look-up and to the first passage, each by a server of its own; memory."""
    ours = [_started(["-m", "mingbai", "serve", "--port"], question, settings)
            for question in (lookup, passage) for _ in range(starts)]  # fmt: skip
    empty = [_started(["-c", _EMPTY], "", settings) for _ in range(starts)]
    rows = (
        ("mingbai serve，到答出第一个查数", "秒", 0, ours[:starts]),
        ("mingbai serve，到答出第一个段落问题", "秒", 0, ours[starts:]),
        ("mingbai serve 答过段落后的常驻内存", "MB", 1, ours[starts:]),
    )
    return [
        Comparison(
            title=title,
            reference_title="只有一个空路由的 FastAPI 和 uvicorn",
            unit=unit,
            ours=tuple(row[which] for row in found),
            reference=tuple(row[which] for row in empty),
            summaries=("中位数",),
            taken_of=f"各起动 {starts} 次；「{lookup}」「{passage}」",
        )
        for title, unit, which, found in rows
    ]


def _started(command: list[str], question: str, settings: Settings) -> tuple[float, float]:
    """Seconds until a server that is started now answers, and MB that it holds five seconds later."""
    import httpx

    port = free_port()
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *command, str(port)], cwd=ROOT, env=environment(settings), stdout=subprocess.DEVNULL
    )
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=PATIENCE) as client:
            while time.perf_counter() - start < PATIENCE and process.poll() is None:
                try:
                    client.post("/v1/ask", json={"question": question}).raise_for_status()
                except httpx.TransportError:
                    time.sleep(0.02)
                    continue
                taken = time.perf_counter() - start
                time.sleep(5)  # what is loaded in the background counts too
                return taken, resident(process.pid)
    finally:
        process.terminate()
        process.wait(timeout=30)
    raise ServerUnreachable("服务没有起来。原因见上面的输出")


def resident(pid: int | str = "self") -> float:
    """MB of resident memory of a process; 0 where the system does not say."""
    status = Path(f"/proc/{pid}/status")
    found = re.search(r"VmRSS:\s+(\d+) kB", status.read_text()) if status.exists() else None
    return int(found[1]) / 1024 if found else 0.0
