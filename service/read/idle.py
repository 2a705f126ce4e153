"""Whether a piece of a question only talks, judged by the characters it is made of (闲话辨认).

Two lists of pieces lie beside this file (``said/``): what people say beside their question, and what matters to one.
A piece is weighed by the pairs of characters that it shares with either (naive Bayes over unigrams and bigrams). A new
way of talking is a new line in ``said/asides.txt``; a piece that was left out wrongly is one in ``said/matters.txt``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from math import log
from pathlib import Path

from ingest.patterns import regex

_SAID = Path(__file__).parent / "said"
#: How many times likelier talk must be than matter (as a logarithm) for a piece to be left out.
_SURE = 4.0
_SHORTEST, _LONGEST = 3, 24
_SMOOTH = 0.4
#: 「手术台次呢」 names what is asked about; what somebody is doing (等红灯呢) does not.
_NAMED = regex(r"[^\W着等在还正没我你咱老人做打抬忙]{2,10}呢")


def is_idle(piece: str, sure: float = _SURE) -> bool:
    """Whether a piece is talk beside the question; of two characters none is told to be."""
    bare = re.sub(r"[^\w]", "", piece)
    if not _SHORTEST <= len(bare) <= _LONGEST or _NAMED.fullmatch(bare):
        return False
    return weight(bare) > sure


def weight(piece: str) -> float:
    """The logarithm of how much likelier a piece is said beside a question than in it."""
    weights = _weights()
    return sum(weights.get(mark, weights[""]) for mark in _marks(piece))


@cache
def _weights() -> dict[str, float]:
    """The weight of each mark; under the empty one that of a mark in neither list."""
    talk, matter = _counts("asides"), _counts("matters")
    known = ["", *(talk.keys() | matter.keys())]
    of_talk, of_matter = (counts.total() + _SMOOTH * len(known) for counts in (talk, matter))
    return {
        mark: log((talk[mark] + _SMOOTH) / of_talk) - log((matter[mark] + _SMOOTH) / of_matter)
        for mark in known
    }


def _counts(name: str) -> Counter[str]:
    lines = (_SAID / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return Counter(mark for line in lines if line and not line.startswith("#") for mark in _marks(line))


def _marks(piece: str) -> Iterator[str]:
    """Its characters, its pairs of characters, and how it begins and ends; digits are all alike."""
    plain = re.sub(r"\d", "0", re.sub(r"[^\w]", "", piece))
    yield from plain
    edged = f"^{plain}$"
    yield from (edged[i : i + 2] for i in range(len(edged) - 1))
