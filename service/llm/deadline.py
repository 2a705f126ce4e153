"""How long something may still take (时限)."""

from __future__ import annotations

import time


class Deadline:
    """A span of seconds that starts when first asked for; ``cancel`` ends it at once."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._end: float | None = None

    @property
    def left(self) -> float:
        """Seconds left, never less than none."""
        now = time.monotonic()
        if self._end is None:
            self._end = now + self._seconds
        return max(0.0, self._end - now)

    def cancel(self) -> None:
        """Nothing is left from now on."""
        self._end = 0.0
