"""Passages to the sentences that answer: whole, in order, trimmed to what was asked (摘句)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.accounts import label_to_account, strip_ordinal
from ingest.model import Chunk
from ingest.text import fold
from service.model import Plan, Quote
from service.retrieve import Scored, bigrams

#: Sections that are told whole: their heading is the question.
_WHOLE = frozenset(("职责", "机构", "问题", "改进", "重点工作"))
_LONG = 700
_SHORT = 320
_SENTENCE = re.compile(r"[^。！？\n]*[。！？]+[”’」』）)]*|[^。！？\n]+")
_REASON = re.compile(r"原因|由于|主要是因为|主要是由|因为|因")
_DEFINED = re.compile(r"^[“\"]?(?P<name>[^：:。]{2,40}?)[”\"]?\s*(?:[：:]|(?:，|,)?是?指)")


def quote(plan: Plan, found: Sequence[Scored], chunks: Sequence[Chunk]) -> Quote | None:
    """What the best passages say on the question, in their own words."""
    if not found:
        return None
    if plan.intent == "原因":
        return _reasons(plan, found)
    if plan.intent in _WHOLE and found[0].chunk.path:
        return _section(found[0].chunk, chunks)
    return _closest(plan, found[0].chunk)


def define(plan: Plan, chunks: Sequence[Chunk]) -> Quote | None:
    """The paragraph that explains the term that is asked for."""
    for wanted in filter(None, (plan.subject.name if plan.subject else "", plan.text)):
        for chunk in chunks:
            lines = chunk.text.split("\n")
            for index, line in enumerate(lines):
                match = _DEFINED.match(strip_ordinal(line))
                if match and _same_term(match["name"], wanted):
                    return Quote(chunk, (line,), _places(chunk, index, len(lines)))
    return None


def sentences_of(text: str) -> list[str]:
    """Sentences of a passage, each with its closing mark."""
    return [s.strip() for s in _SENTENCE.findall(text) if s.strip()]


def _same_term(printed: str, wanted: str) -> bool:
    one, other = fold(re.sub(r"[（(].{1,20}?[)）]", "", printed)), fold(wanted)
    if one == other or fold(printed) == other:
        return True
    first, second = label_to_account(printed), label_to_account(wanted)
    return (first is not None and second is not None and first.name == second.name) or (
        len(one) >= 3 and (one in other or (one.endswith(other) and len(other) >= 3))
    )


def _places(chunk: Chunk, index: int, lines: int) -> tuple[tuple[int, tuple[float, float, float, float]], ...]:
    """Places of one line of a passage, as near as the passage's own places tell."""
    if lines <= 1 or len(chunk.places) < lines:
        return chunk.places
    share = len(chunk.places) / lines
    low = int(index * share)
    return chunk.places[low : max(low + 1, int((index + 1) * share) + 1)]


def _section(chunk: Chunk, chunks: Sequence[Chunk]) -> Quote:
    """The whole section that a passage belongs to, cut after a sentence where it is long."""
    same = [c for c in chunks if c.path == chunk.path and c.document_id == chunk.document_id]
    taken: list[str] = []
    places: list[tuple[int, tuple[float, float, float, float]]] = []
    for part in same or [chunk]:
        if sum(map(len, taken)) > _LONG:
            break
        taken += [line for line in part.text.split("\n") if line]
        places += part.places
    return Quote(chunk, tuple(taken), tuple(places))


def _reasons(plan: Plan, found: Sequence[Scored]) -> Quote | None:
    """The sentences that give the reason, with the one that they explain."""
    wanted = set(bigrams(fold(plan.text + (plan.subject.name if plan.subject else ""))))
    best: tuple[float, Quote] | None = None
    for rank, scored in enumerate(found):
        lines = sentences_of(scored.chunk.text)
        for index, sentence in enumerate(lines):
            if not _REASON.search(sentence):
                continue
            start = index - 1 if index and sentence.startswith(("主要原因", "其主要原因", "原因", "减少主要", "增加主要", "支出决算数", "决算数")) else index
            text = lines[start : index + 1]
            near = len(wanted & set(bigrams(fold("".join(text)))))
            score = scored.score + 0.25 * near - 0.05 * rank
            if best is None or score > best[0]:
                best = (score, Quote(scored.chunk, tuple(text), scored.chunk.places))
    return best[1] if best else None


def _closest(plan: Plan, chunk: Chunk) -> Quote:
    """The sentence nearest to the question, with those that follow it up to a moderate length."""
    wanted = set(bigrams(fold(plan.text)))
    lines = sentences_of(chunk.text)
    if sum(map(len, lines)) <= _SHORT:
        return Quote(chunk, tuple(lines), chunk.places)
    scores = [len(wanted & set(bigrams(fold(line)))) / math_root(len(line)) for line in lines]
    start = end = max(range(len(lines)), key=lambda i: scores[i])
    while end + 1 < len(lines) and sum(len(x) for x in lines[start : end + 2]) <= _SHORT:
        end += 1
    while start > 0 and sum(len(x) for x in lines[start - 1 : end + 1]) <= _SHORT:
        start -= 1
    return Quote(chunk, tuple(lines[start : end + 1]), chunk.places)


def math_root(length: int) -> float:
    """Long sentences hold more words by chance."""
    return float(max(length, 8) ** 0.5)
