"""An HTTP client that is never slower, never larger and never elsewhere than it may be (限时限量的连接)."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from functools import cache

import httpx

from service.llm.deadline import Deadline
from service.llm.errors import Unavailable, Unusable

#: What a reply may weigh on the wire: a stream of a few hundred words is a tenth of it.
_MOST_BYTES = 1_000_000
_SPOKEN = ("text/event-stream", "application/json")


class _Bounded(httpx.SyncByteStream):
    """A response's bytes, for as long and as many as allowed."""

    def __init__(self, stream: httpx.SyncByteStream, deadline: Deadline) -> None:
        self._stream, self._deadline = stream, deadline

    def __iter__(self) -> Iterator[bytes]:
        size = 0
        for piece in self._stream:
            size += len(piece)
            if size > _MOST_BYTES:
                raise Unusable("huge", f"{size} bytes")
            if not self._deadline.left:
                raise Unavailable("timeout", "stream")
            yield piece

    def close(self) -> None:
        self._stream.close()


def bounded_client(deadline: Deadline) -> httpx.Client:
    """A client for one request: no redirects (a key must not travel), no compression (a bomb), no cookies kept."""

    def examine(response: httpx.Response) -> None:
        kind = response.headers.get("content-type", "").split(";")[0].strip().lower()
        if response.is_redirect:
            raise Unavailable("redirect")
        if response.headers.get("content-encoding", "identity").lower() != "identity":
            raise Unavailable("encoding")
        if response.is_success and kind not in _SPOKEN:
            raise Unavailable("content type", kind)
        assert isinstance(response.stream, httpx.SyncByteStream)
        response.stream = _Bounded(response.stream, deadline)

    return httpx.Client(
        timeout=deadline.left,
        follow_redirects=False,
        headers={"accept-encoding": "identity"},
        event_hooks={"response": [examine]},
        verify=_certificates(),
    )


@cache
def _certificates() -> ssl.SSLContext:
    # Reading them takes longer than a request to a server at hand.
    return httpx.create_ssl_context()
