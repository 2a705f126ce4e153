"""A narrative question to the passages that answer it: by section, by words, by meaning (段落检索)."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ingest.model import Chunk
from ingest.text import fold
from service import vocabulary
from service.model import Plan
from service.wording import Wording

#: What the headings of the sections say that an intent asks for.
HEADINGS = {intent: pattern for intent, _, pattern in vocabulary.INTENTS}
_REASONED = re.compile(r"原因|由于|主要是|因为|为了|系")
#: Weights of the parts of a passage's score, tuned on the known answers.
_LEXICAL, _DENSE, _HEADING, _SUBJECT, _CAUSE = 1.0, 0.45, 0.8, 0.5, 0.5
_K1, _B = 1.2, 0.6
#: Passages below this score do not answer; set on the known answers between right and wrong ones.
ENOUGH = 0.75

Dense = Callable[[str, Sequence[str], int], list[tuple[str, float]]]


@dataclass(frozen=True, slots=True)
class Scored:
    """A passage with its score and the share of the question's word pairs that it holds."""

    chunk: Chunk
    score: float
    coverage: float


def retrieve(plan: Plan, chunks: Sequence[Chunk], dense: Dense, limit: int = 5) -> list[Scored]:
    """The passages that answer best, best first; ``dense`` finds passages by meaning."""
    query = bigrams(_query(plan))
    if not chunks or not query:
        return []
    texts = [fold("".join((*c.path, c.text))) for c in chunks]
    lexical = _bm25(query, [Counter(bigrams(t)) for t in texts])
    near = dict(dense(plan.text, sorted({c.document_id for c in chunks}), 20))
    scored = [
        Scored(chunk, _score(plan, chunk, text, words, near.get(chunk.id, 0.0)), _coverage(query, text))
        for chunk, text, words in zip(chunks, texts, lexical, strict=True)
    ]
    return sorted(scored, key=lambda s: -s.score)[:limit]


def bigrams(text: str) -> list[str]:
    """Pairs of neighbouring characters, the words of Chinese retrieval."""
    return [text[i : i + 2] for i in range(len(text) - 1)]


def _query(plan: Plan) -> str:
    """Words that a passage is searched by: those of content first, all of them where there are none."""
    subject = plan.subject.name if plan.subject else ""
    words = fold(content_of(plan.text) + subject)
    return words if len(words) > 1 else fold(plan.text + subject)


def content_of(text: str) -> str:
    """A question without filler."""
    folded = fold(text)
    return Wording(folded, [False] * len(folded)).content()


def _bm25(query: Sequence[str], documents: Sequence[Counter[str]]) -> list[float]:
    """BM25 of each passage over character pairs, as a share of the best one."""
    count = len(documents)
    lengths = [sum(d.values()) for d in documents]
    mean = sum(lengths) / count or 1.0
    frequency = Counter(pair for d in documents for pair in set(d) & set(query))
    scores = []
    for document, length in zip(documents, lengths, strict=True):
        score = 0.0
        for pair in set(query):
            hits = document.get(pair, 0)
            if hits:
                weight = math.log(1 + (count - frequency[pair] + 0.5) / (frequency[pair] + 0.5))
                score += weight * hits * (_K1 + 1) / (hits + _K1 * (1 - _B + _B * length / mean))
        scores.append(score)
    best = max(scores) or 1.0
    return [s / best for s in scores]


def _score(plan: Plan, chunk: Chunk, text: str, lexical: float, dense: float) -> float:
    heading = fold("".join(chunk.path))
    pattern = HEADINGS.get(plan.intent or "", "")
    score = _LEXICAL * lexical + _DENSE * max(dense, 0.0)
    if pattern and re.search(pattern, heading):
        # Its own heading says more than those above it.
        score += _HEADING * (2 if re.search(pattern, fold(chunk.path[-1])) else 1)
    if plan.subject is not None and fold(plan.subject.name) in text:
        # A project's own paragraph says more on it than the section on problems in general.
        score += _SUBJECT * (4 if plan.subject.kind == "项目" else 1)
    if plan.intent == "原因" and _REASONED.search(chunk.text):
        score += _CAUSE
    return score


def _coverage(query: Sequence[str], text: str) -> float:
    wanted = set(query)
    return sum(1 for pair in wanted if pair in text) / len(wanted)
