"""How much a common word of questions tells: asked of many bodies, and printed in few texts, it is talk (常用词)."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence

from eval.closest.cases import Case
from service.closest.words import asked_words

#: A word of fewer bodies' questions tells all that a word can; one that texts are full of tells so much at least.
_FEW, _STEEP, _PRINTED, _OFTEN = 3, 1.25, 0.6, 1.5


def talk_of(cases: Sequence[Case]) -> dict[str, float]:
    """The weight of every word that questions on several bodies have, 0 to 1; others weigh 1."""
    asked: dict[str, set[str]] = defaultdict(set)
    for case in cases:
        for word in asked_words(case.text):
            asked[word].add(case.group)
    whole = math.log(len({case.group for case in cases}))
    texts = list({id(case.ready): case.ready.text for case in cases}.values())
    return {
        word: round(max(0.0, 1 - _STEEP * math.log(len(groups)) / whole, _printed(word, texts)), 3)
        for word, groups in sorted(asked.items())
        if len(groups) >= _FEW
    }


def _printed(word: str, texts: Sequence[str]) -> float:
    held = sum(word in text for text in texts) / len(texts)
    return min(_PRINTED, _OFTEN * held) if len(word) > 1 else 0.0
