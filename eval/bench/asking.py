"""Latency of ``/v1/ask`` look-ups over loopback, beside an empty route of the same server (问答延迟)."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from eval.bench.comparison import Comparison
from eval.bench.server import EMPTY
from eval.bench.spelling import anew
from eval.errors import ServerUnreachable
from eval.sets import ROOT
from ingest.settings import Settings

if TYPE_CHECKING:
    import httpx

#: Requests of each kind before any is counted, and seconds until the server must have come up.
WARM_UP, PATIENCE = 20, 120.0


def compare_asking(settings: Settings, questions: Sequence[str], requests: int) -> Comparison:
    """One request after the other over a kept connection, a question and the empty route turn about."""
    ours: list[float] = []
    reference: list[float] = []
    spelled = anew(questions)
    with served(settings) as client:
        for index in range(WARM_UP + requests):
            body = {"question": next(spelled)}
            taken = _timed(client, "/v1/ask", body), _timed(client, EMPTY, body)
            if index >= WARM_UP:
                ours.append(taken[0])
                reference.append(taken[1])
    return Comparison(
        title="POST /v1/ask 查数",
        reference_title="空的 FastAPI 路由",
        unit="毫秒",
        ours=tuple(ours),
        reference=tuple(reference),
        summaries=("p50", "p95"),
        taken_of=f"{len(questions)} 个问题，各 {requests} 次，依次发出，一个 uvicorn，本机回环",
    )


def _timed(client: httpx.Client, path: str, body: dict[str, str]) -> float:
    start = time.perf_counter()
    response = client.post(path, json=body)
    taken = (time.perf_counter() - start) * 1000
    response.raise_for_status()
    return taken


@contextmanager
def served(settings: Settings) -> Iterator[httpx.Client]:
    """A client of a server in a process of its own, as in use; it ends with the block."""
    with serving(settings) as (client, _):
        yield client


@contextmanager
def serving(settings: Settings) -> Iterator[tuple[httpx.Client, int]]:
    """The same, and the number of the server's process."""
    import httpx

    port = free_port()
    process = subprocess.Popen(_command(port), cwd=ROOT, env=environment(settings))
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=60) as client:
            _wait(client, process)
            yield client, process.pid
    finally:
        process.terminate()
        process.wait(timeout=30)


def _command(port: int) -> list[str]:
    target = ["eval.bench.server:create", "--factory", "--host", "127.0.0.1", "--port", str(port)]
    return [sys.executable, "-m", "uvicorn", *target, "--log-level", "warning", "--no-access-log"]


def environment(settings: Settings) -> dict[str, str]:
    """The environment of this process, with the stores that the settings name."""
    stores = {
        "DATA": str(settings.data),
        "DATABASE_URL": settings.database_url,
        "CHROMA_URL": settings.chroma_url,
    }
    return dict(os.environ) | {f"MINGBAI_{name}": value for name, value in stores.items()}


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait(client: httpx.Client, process: subprocess.Popen[bytes]) -> None:
    import httpx

    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        try:
            client.post(EMPTY)
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
    raise ServerUnreachable("对照用的服务没有起来。原因见上面的输出")
