"""A server that failed is left alone for a while, so that it costs one question at most (熔断)."""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Lock

#: The longest pause is so many times the first.
_LONGEST = 16


class Breaker:
    """Open after a failure for ``pause`` seconds, twice as long after each that follows; closed by a success."""

    def __init__(self, pause: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._pause, self._clock = pause, clock
        self._failures = 0
        self._until = 0.0
        self._probing = False
        self._lock = Lock()

    @property
    def closed(self) -> bool:
        """Whether the server may be asked."""
        with self._lock:
            return self._failures == 0

    def claim_probe(self) -> bool:
        """Whether the pause is over and nobody else tries the server yet; who is told so must tell how it went."""
        with self._lock:
            due = self._failures > 0 and not self._probing and self._clock() >= self._until
            self._probing = self._probing or due
            return due

    def worked(self) -> None:
        """The server answered."""
        with self._lock:
            self._failures, self._probing = 0, False

    def failed(self) -> None:
        """The server did not answer; of several that fail together one counts."""
        with self._lock:
            if self._failures == 0 or self._probing:
                self._failures += 1
                self._until = self._clock() + self._pause * min(2 ** (self._failures - 1), _LONGEST)
            self._probing = False
