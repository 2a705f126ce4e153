"""What is made of a collection once and asked for again and again, kept with the collection itself (一次算好)."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

T = TypeVar("T")

#: What depends on the question may be of many sorts: so many are kept, then all are made anew.
_KEPT = 256


class Once:
    """Something that never changes, and what was made of it."""

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What ``make`` gives, made the first time only; two threads may both make it, and it is the same."""
        made: dict[Hashable, T] = self.__dict__.setdefault("made", {})
        try:
            return made[key]
        except KeyError:
            if len(made) >= _KEPT:
                made.clear()
            return made.setdefault(key, make())
