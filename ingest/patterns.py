"""Patterns that are compiled when they are first used: a command pays only for those that its question needs (词式)."""

from __future__ import annotations

import re
from typing import Any, cast

from ingest.compiled import compiled

#: Kept on the pattern itself once it is compiled, so that later uses cost what those of a compiled one do.
_KEPT = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")


def regex(text: str, flags: int = 0) -> re.Pattern[str]:
    """What ``re.compile`` gives, as far as its methods go; ``re.error`` is raised at the first use."""
    return cast(re.Pattern[str], _Later(text, flags))


class _Later:
    def __init__(self, text: str, flags: int) -> None:
        self.pattern, self._flags = text, flags

    def __getattr__(self, name: str) -> Any:
        made = compiled().pattern(self.pattern, self._flags)
        for kept in _KEPT:
            setattr(self, kept, getattr(made, kept))
        return getattr(made, name)
