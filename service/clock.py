"""Milliseconds of each step of an answer (计时)."""

from __future__ import annotations

import time

from service.contract import Timings


class Clock:
    """Time since the question came, lap by lap."""

    def __init__(self) -> None:
        self._start = self._last = time.perf_counter()
        self._laps: dict[str, float] = {}

    def lap(self, step: str) -> None:
        """Count the time since the last lap for a step."""
        now = time.perf_counter()
        self._laps[step] = self._laps.get(step, 0.0) + (now - self._last) * 1000
        self._last = now

    def timings(self, step: str | None = None) -> Timings:
        """Milliseconds of all steps so far, ``step`` closed first."""
        if step:
            self.lap(step)
        total = (time.perf_counter() - self._start) * 1000
        return Timings(**{k: round(v, 2) for k, v in self._laps.items()}, total=round(total, 2))
