"""Requests over many kept connections at once, as fast as they are answered: rates and latencies (并发压测).

The client writes and reads HTTP itself: a library's client would take longer over a request than the empty route does.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

#: Seconds after which a request counts as failed.
PATIENCE = 30.0


@dataclass(frozen=True, slots=True)
class Load:
    """What came of one load: milliseconds of each request that succeeded, how many did not, seconds in all."""

    latencies: tuple[float, ...]
    errors: int
    seconds: float

    @property
    def rate(self) -> float:
        """Requests answered per second."""
        return len(self.latencies) / self.seconds


def load(host: str, port: int, path: str, bodies: Sequence[object], connections: int, seconds: float) -> Load:
    """Ask over so many connections for so long, each asking anew as soon as it is answered; the bodies in turn."""
    requests = [to_request(host, path, body) for body in bodies]
    return asyncio.run(_load(host, port, requests, connections, seconds))


def to_request(host: str, path: str, body: object) -> bytes:
    """A whole request as it goes over the wire."""
    content = json.dumps(body, ensure_ascii=False).encode()
    head = f"POST {path} HTTP/1.1\r\nhost: {host}\r\ncontent-type: application/json\r\n"
    return f"{head}content-length: {len(content)}\r\n\r\n".encode() + content


async def _load(host: str, port: int, requests: Sequence[bytes], connections: int, seconds: float) -> Load:
    loop = asyncio.get_running_loop()
    began = time.perf_counter()
    turns = itertools.cycle(requests)  # one for all: no two ask the same at once
    callers = [_Caller(turns, began + seconds) for _ in range(connections)]
    for caller in callers:
        await loop.create_connection(lambda caller=caller: caller, host, port)  # type: ignore[misc]
    await asyncio.wait([caller.over for caller in callers], timeout=seconds + PATIENCE)
    taken = time.perf_counter() - began
    hung = sum(not caller.over.done() for caller in callers)
    return Load(
        tuple(itertools.chain.from_iterable(caller.latencies for caller in callers)),
        hung + sum(caller.errors for caller in callers),
        taken,
    )


class _Caller(asyncio.Protocol):
    """One connection: a request, its response, the next request, until time is up."""

    def __init__(self, requests: Iterator[bytes], until: float) -> None:
        self.latencies: list[float] = []
        self.errors = 0
        self.over: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._requests, self._until = requests, until
        self._received = b""
        self._sent = 0.0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ask the first."""
        assert isinstance(transport, asyncio.WriteTransport)
        self._transport = transport
        self._ask()

    def data_received(self, data: bytes) -> None:
        """Take in a response; once it is whole, count it and ask the next."""
        self._received += data
        head, found, rest = self._received.partition(b"\r\n\r\n")
        if not found or len(rest) < _length(head):
            return
        if head.startswith(b"HTTP/1.1 200"):
            self.latencies.append((time.perf_counter() - self._sent) * 1000)
        else:
            self.errors += 1
        self._received = b""
        if time.perf_counter() < self._until:
            self._ask()
        else:
            self._end()

    def connection_lost(self, exc: Exception | None) -> None:
        """A connection that ends before its time is an error."""
        if not self.over.done():
            self.errors += 1
            self._end()

    def _ask(self) -> None:
        self._sent = time.perf_counter()
        self._transport.write(next(self._requests))

    def _end(self) -> None:
        if not self.over.done():
            self.over.set_result(None)
        self._transport.close()


def _length(head: bytes) -> int:
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            return int(line[15:])
    return 0
