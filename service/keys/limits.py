"""How often an address or a key may call, by what is called (限量)."""

from __future__ import annotations

import math
import time
from collections.abc import Mapping
from dataclasses import dataclass

from limits import RateLimitItem, parse_many
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter

from ingest.settings import Settings
from service.keys.model import Caller

#: Method ("" for any), start of the path, name of the limit; the first row that fits counts, and none is no limit.
ROWS: tuple[tuple[str, str, str], ...] = (
    ("OPTIONS", "/", ""),
    ("POST", "/v1/ask", "ask"),
    ("POST", "/v1/chat/", "ask"),
    ("POST", "/mcp", "ask"),
    ("POST", "/v1/feedback", "feedback"),
    ("", "/v1/", "read"),
    ("", "/desk", "read"),
)


@dataclass(frozen=True, slots=True)
class Exceeded:
    """A limit that is used up: how it is written, and in how many seconds it begins anew."""

    limit: str
    retry_after: int


class Limits:
    """Counts in memory, of this process: a restart begins anew."""

    def __init__(self, settings: Settings) -> None:
        self._limiter = FixedWindowRateLimiter(MemoryStorage())
        written = {
            "ask": settings.ask_limit,
            "read": settings.read_limit,
            "feedback": settings.feedback_limit,
            "key": settings.key_limit,
        }
        self._items: Mapping[str, list[RateLimitItem]] = {
            name: sorted(parse_many(text)) if text else [] for name, text in written.items()
        }

    def count(self, caller: Caller, method: str, path: str) -> Exceeded | None:
        """Count one request; the limit that it goes beyond, if it does."""
        name = limit_name(method, path)
        if not name or caller.local:
            return None
        who = ("key", caller.key.id) if caller.key else (name, caller.address)
        for item in self._items[who[0]]:
            if not self._limiter.hit(item, *who):
                reset = self._limiter.get_window_stats(item, *who).reset_time
                return Exceeded(str(item), max(1, math.ceil(reset - time.time())))
        return None


def limit_name(method: str, path: str) -> str:
    """Which limit a request counts for; empty for none."""
    fits = (name for verb, start, name in ROWS if verb in ("", method) and path.startswith(start))
    return next(fits, "")
