"""Patterns that are compiled when they are first needed: a command pays only for those that its question needs (词式).

A question is tried against a few thousand patterns, and has the words of hardly a tenth of them. What a text holds is
looked at once; a pattern that needs a character which the text does not hold is neither compiled nor run.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, cast

from ingest.compiled import compiled

#: Texts longer than this hold nearly every character; of the others so many are remembered at most.
_LONGEST, _KEPT = 400, 1024
_HELD: dict[str, frozenset[str]] = {}
_LAST = [""]
_Method = Callable[..., Any]


def regex(text: str, flags: int = 0) -> re.Pattern[str]:
    """What ``re.compile`` gives, as far as its methods go; ``re.error`` is raised at the first use."""
    return cast(re.Pattern[str], _Later(text, flags))


class _Later:
    def __init__(self, text: str, flags: int) -> None:
        self.pattern, self._flags = text, flags
        self._made: re.Pattern[str] | None = None

    def __getattr__(self, name: str) -> Any:
        if name not in _SCREENED:
            return getattr(self._compiled(), name)
        needs = [frozenset(need) for need in compiled().needs(self.pattern, self._flags)]
        method = _SCREENED[name](needs, self._method) if needs else self._method(name)
        # Kept on the pattern itself, so that later uses cost little.
        setattr(self, name, method)
        return method

    def _method(self, name: str) -> _Method:
        return cast(_Method, getattr(self._compiled(), name))

    def _compiled(self) -> re.Pattern[str]:
        if self._made is None:
            self._made = compiled().pattern(self.pattern, self._flags)
        return self._made


def _lacking(needs: Sequence[frozenset[str]]) -> Callable[[str], bool]:
    """Tells of a text that it lacks every character of one of the sets; not so of one that is long or new.

    What is tried once, as a cell of a table is, costs less to try than to look through.
    """
    # Called some thousand times for a question: what is looked up each time is looked up here.
    known, last = _HELD.get, _LAST
    first, *others = (need.isdisjoint for need in needs)

    def lacks(text: str) -> bool:
        held = known(text)
        if held is None:
            if text is not last[0] or len(text) > _LONGEST:
                last[0] = text
                return False
            held = _look(text)
        if first(held):
            return True
        for other in others:  # noqa: SIM110 -- a generator costs more than the sets
            if other(held):
                return True
        return False

    return lacks


def _look(text: str) -> frozenset[str]:
    if len(_HELD) >= _KEPT:
        _HELD.clear()
    held = _HELD[text] = frozenset(text)
    return held


def _finder(name: str, nothing: Callable[[], Any] | None = None) -> Callable[..., _Method]:
    """Screens a method that looks for the pattern between two places and else gives ``nothing``, or None."""

    def screened(needs: Sequence[frozenset[str]], method: Callable[[str], _Method]) -> _Method:
        lacks, real = _lacking(needs), cache(lambda: method(name))

        def find(string: str, pos: int = 0, endpos: int = sys.maxsize) -> Any:
            if lacks(string):
                return nothing() if nothing else None
            return real()(string, pos, endpos)

        return find

    return screened


def _sub(needs: Sequence[frozenset[str]], method: Callable[[str], _Method]) -> _Method:
    lacks, real = _lacking(needs), cache(lambda: method("sub"))

    def sub(repl: Any, string: str, count: int = 0) -> Any:
        return string if lacks(string) else real()(repl, string, count)

    return sub


def _subn(needs: Sequence[frozenset[str]], method: Callable[[str], _Method]) -> _Method:
    lacks = _lacking(needs)

    def subn(repl: Any, string: str, count: int = 0) -> Any:
        return (string, 0) if lacks(string) else method("subn")(repl, string, count)

    return subn


def _split(needs: Sequence[frozenset[str]], method: Callable[[str], _Method]) -> _Method:
    lacks = _lacking(needs)

    def split(string: str, maxsplit: int = 0) -> Any:
        return [string] if lacks(string) else method("split")(string, maxsplit)

    return split


#: The methods that find nothing in a text without the characters that the pattern needs.
_SCREENED: dict[str, Callable[[Sequence[frozenset[str]], Callable[[str], _Method]], _Method]] = {
    "search": _finder("search"),
    "match": _finder("match"),
    "fullmatch": _finder("fullmatch"),
    "findall": _finder("findall", list),
    "finditer": _finder("finditer", lambda: iter(())),
    "sub": _sub,
    "subn": _subn,
    "split": _split,
}
