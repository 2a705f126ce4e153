"""A number of several things told as one, of which a question names but one: 「甲、乙等各类问题 90 个」 (并计之数).

It is no number of 甲 alone, nor is the gap between it and one of them a gap between two of them.
"""

from __future__ import annotations

from ingest.patterns import regex
from ingest.text import fold

#: A list that a word for all of it closes; 等 within a word (初等, 等级) closes none.
_LISTED = regex(r"(?P<parts>[^、，]+[、，].*?[^高初中同平对一二三四五六])等(?![级次第候距同等])(?P<whole>.*)")
_PARTS = regex(r"[、，]")
#: The question means them all.
_ALL = ("等", "各类", "各种", "所有", "全部", "合计", "一共")
#: So many of a part's characters, or its last two, make it named.
_NAMED = 0.6


def is_of_more(content: str, name: str) -> bool:
    """Whether a printed name lists several things as one and the content names just one of them."""
    listed = _LISTED.match(name) if "等" in name else None
    if listed is None or any(word in content for word in _ALL):
        return False
    said = fold(content)
    return sum(_is_named(fold(part), said) for part in _PARTS.split(listed["parts"])) == 1


def _is_named(part: str, said: str) -> bool:
    pairs = [part[at : at + 2] in said for at in range(len(part) - 1)]
    held = sum(any(pairs[max(at - 1, 0) : at + 1]) for at in range(len(part)))
    return bool(pairs) and (pairs[-1] or held >= _NAMED * len(part))
