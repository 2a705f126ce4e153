"""Passages to the sentences that answer: whole, in order, trimmed to what was asked (摘句)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.accounts import label_to_account, strip_ordinal
from ingest.model import Chunk
from ingest.text import fold
from service.model import Plan, Quote
from service.retrieve import Scored, bigrams, content_of

#: Sections that are told whole: their heading is the question.
_WHOLE = frozenset(("职责", "机构", "问题", "改进", "重点工作"))
_LONG = 700
_SHORT = 320
_SENTENCE = re.compile(r"[^。！？\n]*[。！？]+[”’」』）)]*|[^。！？\n]+")
_REASON = re.compile(r"原因|由于|主要是因为|主要是由|因为|因")
_DEFINED = re.compile(r"^[“\"]?(?P<name>[^：:。]{2,40}?)[”\"]?\s*(?:[：:]|(?:，|,)?是?指)")


def quote(plan: Plan, found: Sequence[Scored], chunks: Sequence[Chunk]) -> tuple[Quote, ...]:
    """What the best passages say on the question, in their own words; empty where they do not say it."""
    if not found:
        return ()
    if plan.intent == "原因":
        told = _reasons(plan, found, chunks)
        return (told,) if told else ()
    best = found[0].chunk
    if plan.intent in _WHOLE and best.path:
        section = _section(best, chunks)
        return (_narrowed(plan, section), *_listed(plan, best, chunks))
    return (_closest(plan, best),)


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


def _places(
    chunk: Chunk, index: int, lines: int
) -> tuple[tuple[int, tuple[float, float, float, float]], ...]:
    """Places of one line of a passage, as near as the passage's own places tell."""
    if lines <= 1 or len(chunk.places) < lines:
        return chunk.places
    share = len(chunk.places) / lines
    low = int(index * share)
    return chunk.places[low : max(low + 1, int((index + 1) * share) + 1)]


def _section(chunk: Chunk, chunks: Sequence[Chunk]) -> Quote:
    """The whole section that a passage belongs to, line by line."""
    same = [c for c in chunks if c.path == chunk.path and c.document_id == chunk.document_id] or [chunk]
    lines = tuple(line for part in same for line in part.text.split("\n") if line)
    return Quote(chunk, lines, tuple(place for part in same for place in part.places))


def _narrowed(plan: Plan, section: Quote) -> Quote:
    """The lines of a section that hold what the question adds to its heading; else the section, cut where long."""
    wanted = set(bigrams(content_of(plan.text))) - set(bigrams(fold("".join(section.chunk.path))))
    hits = [line for line in section.sentences if len(wanted & set(bigrams(fold(line)))) >= 2]
    if wanted and hits and len(hits) * 2 < len(section.sentences):
        return Quote(section.chunk, tuple(hits[:4]), section.places)
    taken: list[str] = []
    for line in section.sentences:
        if taken and sum(map(len, taken)) + len(line) > _LONG:
            break
        taken.append(line)
    return Quote(section.chunk, tuple(taken), section.places)


def _listed(plan: Plan, chunk: Chunk, chunks: Sequence[Chunk]) -> tuple[Quote, ...]:
    """The list of units printed as a table beside the section on the body's make-up."""
    if plan.intent != "机构":
        return ()
    near = {page for page, _ in chunk.places} | {page + 1 for page, _ in chunk.places}
    for other in chunks:
        if (
            other.page in near
            and other.document_id == chunk.document_id
            and "单位名称" in other.text.split("\n")[0]
        ):
            return (Quote(other, tuple(other.text.split("\n")[1:]), other.places),)
    return ()


#: What a question about the money as a whole is about, in the words of the narrative.
_WHOLE_MONEY = ("支出总计", "收、支总计", "收支总计", "支出合计", "收入合计", "收入总计")


def _reasons(plan: Plan, found: Sequence[Scored], chunks: Sequence[Chunk]) -> Quote | None:
    """The sentences that give a reason, with the one that they explain, from the paragraph that is about it."""
    wanted = set(bigrams(content_of(plan.text) + (fold(plan.subject.name) if plan.subject else "")))
    ranks = {scored.chunk.id: scored.score for scored in found}
    best: tuple[float, Quote] | None = None
    for chunk in chunks:
        for line in chunk.text.split("\n"):
            lines = sentences_of(line)
            hits = [i for i, s in enumerate(lines) if _REASON.search(s)]
            about = _about(plan, line, chunk)
            if not hits and about < 2.0:
                continue
            score = ranks.get(chunk.id, 0.0) + about + 0.15 * len(wanted & set(bigrams(fold(line))))
            score -= 0.0 if hits else 0.8
            hits = hits or [len(lines) - 1]
            if best is None or score > best[0]:
                start = max(0, hits[0] - 1)
                best = (score, Quote(chunk, tuple(lines[start : hits[-1] + 1]), chunk.places))
    return best[1] if best and best[0] >= _ABOUT_ENOUGH else None


_ABOUT_ENOUGH = 0.8


def _about(plan: Plan, line: str, chunk: Chunk) -> float:
    """How surely a paragraph is about the subject whose reason is asked for."""
    folded = fold(line)
    if plan.subject is None or plan.subject.kind == "总额":
        return 1.5 if any(fold(name) in folded for name in _WHOLE_MONEY) else 0.0
    name = fold(plan.subject.name)
    short = re.sub(r"(?:支出|经费|费用|费)$", "", name)
    if name in folded:
        return 2.0 if folded.index(name) < 60 else 1.2
    if short in folded or name in fold("".join(chunk.path)):
        return 1.0
    return 0.0


def _closest(plan: Plan, chunk: Chunk) -> Quote:
    """The sentence nearest to the question, with those that follow it up to a moderate length."""
    wanted = set(bigrams(content_of(plan.text) or fold(plan.text)))
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
