"""What a question denies of a thing that is told: 「没有整改的问题」 are not those that were (否定的事物)."""

from __future__ import annotations

import re

from ingest.patterns import regex

#: What denies the words behind it; 有没有, 是不是, 花不花 only ask.
_NOT = regex(r"(?<![有是])(?:没有?|未|非|不(?![含足少同过多管止限动良]))")
#: What leaves out the words that stand before it or between.
_APART = (
    regex(r"(?:除了?|除去|除开|扣除|去掉|不含|不算|刨去)(?P<thing>[\u4e00-\u9fff]{2,10})"),
    regex(r"(?P<thing>[\u4e00-\u9fff]{2,8})(?:以外|之外|除外)"),
    regex(r"(?P<thing>[\u4e00-\u9fff]{2,4})外(?:的|人员|聘)"),
)
_REACH = 7


def denied(text: str, name: str) -> str:
    """The words that deny or leave out what ``name`` tells of; empty where none do, or the name has them itself."""
    for match in _NOT.finditer(text):
        behind = text[match.end() : match.end() + _REACH]
        asks = text[match.start() - 1 : match.start()] == behind[:1] and match.start() > 0
        if not asks and _shares(behind, name) and not re.search("[未没不非无]", name):
            return match[0] + behind
    for pattern in _APART:
        for match in pattern.finditer(text):
            if _shares(match["thing"], name) and match[0][:4] not in name:
                return match[0]
    return ""


def _shares(said: str, name: str) -> bool:
    """Whether two characters that follow each other in what is said do so in the name."""
    return any(said[i : i + 2] in name for i in range(len(said) - 1))
