"""What speaks for and against a sentence as the answer in words to a question, as figures between 0 and 1 (句特征)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from ingest.arrays import np
from ingest.patterns import regex
from service.closest.asked_sorts import SORTS
from service.closest.features import best_words, held_in, how_said, meant_of, of_sort, worst
from service.closest.lines import Line, Lines
from service.closest.net import most_likely
from service.closest.query import Query
from service.closest.words import DOING, THING
from service.read.citizens_words import is_other
from service.things.contrary import contrary

if TYPE_CHECKING:
    from numpy.typing import NDArray

Rows: TypeAlias = "NDArray[np.float64]"
_NEAR, _HEAD, _MEANT = 0.75, 0.7, 0.8
#: What the meaning of a whole sentence counts for beside its words, where it is chosen to be looked at.
_MEANING = 0.5
_ASKS = tuple(regex(asks) for _, asks, _ in SORTS)
_HAS = tuple(regex(has) for _, _, has in SORTS)
_NUMBER = regex(r"\d")
_YEAR = regex(r"20\d\d(?=年)")
_FORM = regex(r"[：:]")
_LISTED = regex(r"^(?:[（(]?[一二三四五六七八九十\d]{1,2}[)）、.．]|[一二三四五]是|其[一二三]|首先|其次)")

_NAMED = (
    "worst_thing worst_near worst_doing own near all soft_own soft_near soft_all things doings rarest unmatched "
    "matched elsewhere head extra said_own said_near vector near_vector head_vector pairs pairs_head term term_said "
    "term_whole contrary other year_same year_other last digits digits_missing long short numbers form listed ends "
    "left_out agree lacking few money rate people count any"
)
#: What is measured of a sentence, in this order.
NAMES = (
    *_NAMED.split(),
    *(f"asks_{n}" for n, _, _ in SORTS),
    *(f"has_{n}" for n, _, _ in SORTS),
    *(f"is_{n}" for n, _, _ in SORTS),
)


def measured(query: Query, ready: Lines, most: int) -> tuple[NDArray[np.int64], Rows]:
    """The places of the ``most`` sentences that may answer most likely, and a row of features for each.

    They are chosen by what they have of the question, its meaning and its pairs of characters; none where the
    question says nothing.
    """
    if not query.said or not ready.lines:
        return np.zeros(0, np.int64), np.zeros((0, len(NAMES)))
    lines, weights = ready.lines, query.weights
    whole = float(weights.sum()) or 1.0
    words = np.clip(meant_of(query, ready.vectors), 0.0, 1.0)
    own = held_in(query.said, [line.text for line in lines])
    near = np.maximum(own, _NEAR * held_in(query.said, [line.before for line in lines]))
    head = held_in(query.said, [line.head for line in lines])
    every = np.maximum(near, _HEAD * head)
    soft_own = np.maximum(own, _MEANT * best_words(words, [line.words for line in lines]))
    soft_near = np.maximum(near, _NEAR * _MEANT * best_words(words, [line.near_words for line in lines]))
    soft_near = np.maximum(soft_near, soft_own)
    soft_all = np.maximum(
        np.maximum(soft_near, every), _HEAD * _MEANT * best_words(words, [line.head_words for line in lines])
    )
    sorts = np.array([said.word.sort for said in query.said])
    missed, lacking = (1 - soft_all) * weights, (1 - soft_near) * weights
    elsewhere = np.array([said.word.text in ready.text for said in query.said]) & (soft_all < 0.3)
    told = _told(query, ready, words)
    matched = soft_near @ weights
    columns = [
        worst(missed, sorts == THING), worst(lacking, sorts == THING), worst(missed, sorts == DOING),
        own @ weights / whole, near @ weights / whole, every @ weights / whole, soft_own @ weights / whole,
        matched / whole, soft_all @ weights / whole, of_sort(weights, soft_near, sorts == THING),
        of_sort(weights, soft_near, sorts == DOING), soft_all[:, int(weights.argmax())],
        np.minimum((1 - soft_all) @ weights, 4) / 4, np.minimum(matched, 4) / 4,
        np.minimum(elsewhere @ weights, 3) / 3, head @ weights / whole,
    ]  # fmt: skip
    of_query = _OfQuery(
        {query.text[i : i + 2] for i in range(len(query.text) - 1)},
        [float(pattern.search(query.text) is not None) for pattern in _ASKS],
        max(float(ready.weights.max()), 1e-9),
    )
    pairs = np.array([sum(p in line.text for p in of_query.pairs) for line in lines]) / max(
        len(of_query.pairs), 1
    )
    likely = soft_all @ weights / whole + _MEANING * (ready.meanings @ query.whole) + pairs
    first = most_likely(np.asarray(likely), most)
    rest = np.array([_alone(query, ready, lines[at], told, of_query) for at in first])
    return first, np.hstack([np.array(columns).T[first], rest])


def _told(query: Query, ready: Lines, words: Rows) -> Rows:
    said = np.array([how_said(query, word) for word in ready.words])
    return np.maximum(said, _MEANT * words.max(axis=1)) if len(said) else said


@dataclass(frozen=True, slots=True)
class _OfQuery:
    """What is the same for all sentences: pairs of characters of the question, how it asks, the greatest weight."""

    pairs: set[str]
    asks: list[float]
    greatest: float


@lru_cache(maxsize=1 << 14)
def _of_line(text: str) -> tuple[frozenset[int], list[float], list[float]]:
    """What is the same for all questions: the years of a sentence, which sorts it has, and its looks."""
    has = [float(pattern.search(text) is not None) for pattern in _HAS]
    looks = [
        min(math.log1p(len(text)) / 6, 1.0), float(len(text) < 12),
        min(len(_NUMBER.findall(text)) / 20, 1.0), min(len(_FORM.findall(text)) / 6, 1.0),
        float(_LISTED.match(text) is not None), float(text.endswith(("：", ":"))),
    ]  # fmt: skip
    return frozenset(int(year) for year in _YEAR.findall(text)), has, looks


def _alone(query: Query, ready: Lines, line: Line, told: Rows, of_query: _OfQuery) -> list[float]:
    """The features of one sentence by itself."""
    text, sort, pairs, asks = query.text, query.asked.sort, of_query.pairs, of_query.asks
    held = sum(pair in line.text for pair in pairs) / max(len(pairs), 1)
    above = sum(pair in line.head for pair in pairs) / max(len(pairs), 1)
    term = line.term
    common = _common(term, text) if term else 0
    years, has, looks = _of_line(line.text)
    digits = [number in line.text or number in line.head for number in query.digits]
    both = [a * h for a, h in zip(asks, has, strict=True)]
    weights = ready.weights
    return [
        max((float(weights[i] * (1 - told[i])) for i in line.words), default=0.0) / of_query.greatest,
        _share(weights, line.words, told), _share(weights, line.near_words, told),
        _near(query, ready, line.words), _near(query, ready, line.near_words), _near(query, ready, line.head_words),
        held, above, float(bool(term)), common / max(len(term), 1), float(bool(term) and term in text),
        float(contrary(text, line.text)), float(is_other(text, line.text)),
        float(bool(query.said_year) and query.said_year in years),
        float(bool(query.said_year) and bool(years) and query.said_year not in years),
        float("上年" in line.text or "去年" in line.text),
        float(bool(digits) and all(digits)), float(bool(digits) and not all(digits)),
        *looks,
        float(query.leaves_out(line.text)), max(both), max(a * (1 - h) for a, h in zip(asks, has, strict=True)),
        float(len(query.said) < 3),
        *(float(sort == one) for one in ("money", "rate", "people", "count", "any")),
        *asks, *has, *both,
    ]  # fmt: skip


def _common(term: str, text: str) -> int:
    """Characters of the longest run of a term that the question has."""
    sizes = [
        size
        for size in range(len(term), 1, -1)
        if any(term[at : at + size] in text for at in range(len(term) - size + 1))
    ]
    return sizes[0] if sizes else 0


def _share(weights: Rows, rows: tuple[int, ...], told: Rows) -> float:
    if not rows:
        return 0.0
    own = weights[list(rows)]
    return float(own @ told[list(rows)]) / max(float(own.sum()), 1e-9)


def _near(query: Query, ready: Lines, rows: tuple[int, ...]) -> float:
    if not rows:
        return 0.0
    vector = ready.vectors[list(rows)].mean(axis=0)
    return float(vector @ query.whole) / (float(np.linalg.norm(vector)) or 1.0)
