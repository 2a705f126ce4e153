"""Characters that a text must hold for a pattern to be found in it, by the pattern's own parts (词式必有的字).

Most patterns that a question is tried against ask for a word that it does not have. A set of characters of which a
text has none shows so faster than the engine does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

#: Sets of more characters than this say too little, and of each pattern so many at most are kept.
_WIDEST, _MOST = 120, 3
#: In nearly every question: a set that holds one of them says little.
_COMMON = frozenset("年多少的是了支出算预决费用钱一几什么哪部门单位，？")
_COMMONPLACE = 40
#: Letters have other forms where case is no matter; what is written from here on has none.
_CASELESS = 0x3000
_Need = frozenset[str]


def needs_of(parsed: Any, flags: int) -> tuple[str, ...]:
    """Of each string returned, a text that the parsed pattern matches anywhere holds one character at least."""
    needs = _of_parts(parsed, bool(flags & re.IGNORECASE))
    best = sorted(dict.fromkeys(needs), key=_weight)[:_MOST]
    return tuple("".join(sorted(need)) for need in best)


def _weight(need: _Need) -> tuple[int, str]:
    """How little a set says: how many characters it has, common ones counting for many."""
    return len(need) + _COMMONPLACE * len(need & _COMMON), "".join(sorted(need))


def _of_parts(parts: Iterable[tuple[Any, Any]], caseless: bool) -> list[_Need]:
    """What every part of a sequence needs, all of it."""
    return [need for operation, told in parts for need in _of_part(str(operation), told, caseless)]


def _of_part(operation: str, told: Any, caseless: bool) -> list[_Need]:
    """What one part needs; a part that is not known, or need not match anything, needs nothing."""
    match operation:
        case "LITERAL":
            return _of_set([("LITERAL", told)], caseless)
        case "IN":
            return _of_set(told, caseless)
        case "BRANCH":
            return _of_either([_of_parts(one, caseless) for one in told[1]])
        case "SUBPATTERN":
            _, added, removed, parts = told
            caseless = (caseless or bool(added & re.IGNORECASE)) and not removed & re.IGNORECASE
            return _of_parts(parts, caseless)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            least, _, parts = told
            return _of_parts(parts, caseless) if least else []
        case "ASSERT":
            return _of_parts(told[1], caseless)
        case "ATOMIC_GROUP":
            return _of_parts(told, caseless)
    return []


def _of_either(ways: Sequence[list[_Need]]) -> list[_Need]:
    """What one of several ways needs: together what each needs best; nothing where one of them needs nothing."""
    if not all(ways):
        return []
    return _narrow(frozenset().union(*(min(way, key=_weight) for way in ways)))


def _of_set(members: Iterable[tuple[Any, Any]], caseless: bool) -> list[_Need]:
    """The characters of a class; nothing where it is what they are not, a kind of them, or a wide range."""
    found: set[int] = set()
    for operation, told in members:
        match str(operation):
            case "LITERAL":
                found.add(told)
            case "RANGE" if told[1] - told[0] < _WIDEST:
                found.update(range(told[0], told[1] + 1))
            case _:
                return []
    if caseless and any(code < _CASELESS for code in found):
        return []
    return _narrow(frozenset(map(chr, found)))


def _narrow(need: _Need) -> list[_Need]:
    return [need] if 0 < len(need) <= _WIDEST else []
