"""What is said twice: 「退休人员那块（事业单位离退休）」 names in brackets what stands before them (括注)."""

from __future__ import annotations

from collections.abc import Sequence

from service.model import Term
from service.read.segments import Role, Word
from service.read.terms import Match
from service.read.wording import Wording


def claim_restated(wording: Wording, words: Sequence[Word]) -> list[Word]:
    """Mark as explained what an account in brackets says again: all back to another account, body, year or comma.

    The words are returned without those that only begin a name in brackets (行政单位 of 行政单位医疗) or mean all.
    """
    dropped: list[Word] = []
    named = [word for word in words if word.role is Role.SUBJECT]
    for low, high in wording.brackets:
        within = [word for word in named if low <= word.start and word.end <= high]
        beside = high - low - sum(word.end - word.start for word in within)
        if not within or beside > len(within) - 1:  # 和 between two names
            continue
        start = low
        while start > 0 and not wording.taken[start - 1] and start not in wording.stops:
            start -= 1
        before = [word for word in named if start <= word.start and word.end <= low]
        begun = [w for w in before if _is_whole(w) or any(w.text in n.text != w.text for n in within)]
        dropped += begun
        start = max([start, *(word.end for word in before if word not in begun)])
        if start < low:
            wording.claim(Match(start, low, wording.text[start:low], None))
    return [word for word in words if word not in dropped]


def _is_whole(word: Word) -> bool:
    """「日常办公那些开销（商品和服务）」: 开销 means what the bracket names, not all expenditure."""
    return isinstance(word.value, Term) and word.value.kind == "总额"
