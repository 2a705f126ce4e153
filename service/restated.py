"""What is said twice: 「退休人员那块（事业单位离退休）」 names in brackets what stands before them (括注)."""

from __future__ import annotations

from collections.abc import Sequence

from service.segments import Role, Word
from service.terms import Match
from service.wording import Wording


def claim_restated(wording: Wording, words: Sequence[Word]) -> None:
    """Mark as explained what an account in brackets says again: all back to another account, body, year or comma."""
    named = [word for word in words if word.role is Role.SUBJECT]
    for low, high in wording.brackets:
        if not any((word.start, word.end) == (low, high) for word in named):
            continue
        start = low
        while start > 0 and not wording.taken[start - 1] and start not in wording.stops:
            start -= 1
        start = max([start, *(word.end for word in named if start < word.end <= low)])
        if start < low:
            wording.claim(Match(start, low, wording.text[start:low], None))
