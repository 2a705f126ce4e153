"""By how much the first of several is above the second, or above the last (居首者多出多少)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from service.model import Finding

#: 「谁家车最多？比第二名多几辆」, 「最高的比最低的高多少」.
_SECOND = re.compile(
    r"[比较跟和与](?:排)?(?:第二|第2|次)[名位多高大家]?(?:的|那家|那个)?[^，。？]{0,8}(?:[多高大]|差)"
)
_LAST = re.compile(r"最[多高大][^，。？]{0,8}[比和与跟](?:排)?最[少低小][^，。？]{0,8}(?:[多高大]|差)")


def pair_of(ordered: Sequence[Finding], text: str) -> tuple[Finding, Finding] | None:
    """The two of those in order, the largest first, whose gap is asked for; None where none is."""
    if len(ordered) < 2:
        return None
    if _SECOND.search(text):
        return ordered[0], ordered[1]
    return (ordered[0], ordered[-1]) if _LAST.search(text) else None
