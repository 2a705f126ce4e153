"""Units of a department by how their names end: 「底下两家康复中心一共」「哪所小学学生最多」 (以名尾称呼的几家单位)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.patterns import regex
from ingest.text import fold
from service.model import Body
from service.scope.scope import Scope

_NUMBER = r"(?P<count>[两三四五六七八九十\d]{1,2})"
#: How many of them, or which or each of them, straight before the kind.
_SAID = regex(
    rf"(?:(?:下属|所属|直属|下面|底下|下边|手下|下辖|管着?)的?)?(?:这|那)?(?:{_NUMBER}[家个所]|(?P<which>哪一?[家个所]|各[家个所]?|每一?[家个所]))(?=[\u4e00-\u9fff]{{2}})"
)
#: A remark that tells one of them from others, in brackets.
_REMARK = regex(r"\s*[（(][^（()）]{1,14}那[家个所][)）]")
_LONGEST, _SHORTEST = 8, 1
#: Kinds that one character names: 「三个馆」.
_BARE = frozenset("馆站所院校园队场")
_DIGITS = "一两三四五六七八九十"


def of_kind(scope: Scope, units: Sequence[Body]) -> Scope:
    """The scope with the units whose names end with the kind that is said, where they are as many as is said, or are
    several; the scope itself where no kind fits."""
    said = _SAID.search(scope.text)
    if said is None or any(a < said.end() and said.start() < b for a, b in scope.spans):
        return scope
    count = _number(said["count"]) if said["count"] else 0
    for size in range(_LONGEST, _SHORTEST - 1, -1):
        kind = fold(scope.text[said.end() : said.end() + size])
        own = tuple(unit for unit in units if len(kind) == size and fold(unit.name).endswith(kind))
        if len(own) > 1 and count in (0, len(own)) and (size > 1 or kind in _BARE):
            end = said.end() + size
            remark = _REMARK.match(scope.text, end)
            span = (said.start(), remark.end() if remark is not None else end)
            return replace(scope, bodies=own, spans=(*scope.spans, span))
    return scope


def _number(said: str) -> int:
    return int(said) if said.isdigit() else _DIGITS.find(re.sub("二", "两", said)) + 1
