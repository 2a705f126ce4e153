"""What is wrong with a thing that is named, why, and what is to be done: 「水费收不齐，打算怎么改」 (问题与措施).

Documents list problems first and measures after them. The measure told is that of the problem which the question names:
the one that shares its words, else the one in its place; all of them where neither is certain.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.concordance import bigrams
from ingest.text import fold
from service.evidence import Sources
from service.model import NUMERIC, Declined, Evidence, Operation, Plan, Quote
from service.scope.names_of import core_of
from service.targets import Point
from service.text.asked import asks_text, sort_of
from service.text.lexical import Index
from service.text.measures_wanted import unless_no_measure
from service.text.sentences import Sentence, to_quote
from service.text.shortfalls import ASKS_MEASURE, ASKS_TROUBLE, ONE_TOLD, read_shortfall
from service.text.sorts import Sort
from service.text.trouble_lists import MEASURE, lists_of, text_of_item
from service.text.troubles import DONE_WITHIN, Trouble, best, spoken


def remedies(plan: Plan, points: Sequence[Point], sources: Sources) -> Evidence | None:
    """The problem that is named, with the measure against it where that is asked; None where none is named or told."""
    text = fold(plan.text)
    measure = ASKS_MEASURE.search(text) is not None or sort_of(text) is Sort.REMEDY
    trouble = ASKS_TROUBLE.search(text) is not None or (asks_text(plan) and sort_of(text) is Sort.TROUBLE)
    worked = plan.operation in NUMERIC and plan.operation is not Operation.LOOKUP
    worked = (
        worked and ASKS_MEASURE.search(text) is None
    )  # 「支出进度慢的项目下一步怎么处理」 asks for no rate
    if len(points) != 1 or worked or not (measure or trouble):
        return None
    index = sources.index()
    elsewhere = not len(index)
    index = _of_all(sources) if elsewhere else index
    told = best(read_shortfall(text, _also(plan, sources)), index, measure)
    if elsewhere:
        told = [trouble for trouble in told if f"{plan.year}年" in _line(trouble.item[0])]
    if not told:
        return None
    quotes = [to_quote(trouble.item) for trouble in told]
    quotes += [
        to_quote(found) for trouble in told[:1] if measure and (found := _against(trouble, text, index))
    ]
    several = len(told[0].lists.troubles) - len(told)
    note = f"{ONE_TOLD}，原文同一处还列有其他{several}项。"
    return Evidence(quotes=_once(quotes), notes=(note,) if several > 0 else ())


def with_measures(evidence: Evidence | Declined, plan: Plan, sources: Sources) -> Evidence | Declined:
    """What is told in words; where it is asked what is to be done and only what is wrong is told, the measures too."""
    text = fold(plan.text)
    if isinstance(evidence, Declined) or evidence.findings or not evidence.quotes:
        return evidence
    quoted = "".join(sentence for quote in evidence.quotes for sentence in quote.sentences)
    asked = ASKS_MEASURE.search(text) is not None or sort_of(text) is Sort.REMEDY
    if not asked or MEASURE.search(quoted) or DONE_WITHIN.search(quoted):
        return evidence
    index = sources.index()
    for lists in lists_of(index):
        told = [p for p, item in enumerate(lists.troubles) if text_of_item(item).rstrip("；;。") in quoted]
        if not told or not lists.measures:
            continue
        trouble = Trouble(1.0, lists.troubles[told[0]], lists, told[0])
        whole = [s for item in lists.measures for s in item]
        found = _against(trouble, text, index) if len(told) == 1 else whole
        return replace(evidence, quotes=_once([*evidence.quotes, to_quote(found)])) if found else evidence
    return unless_no_measure(evidence, plan)


def _of_all(sources: Sources) -> Index:
    """All the body's documents, where the year has none of its own: 「2023年对…开展评价，发现…」."""
    own = {document.id for document in sources.body.documents}
    return Index(leaf for leaf in sources.elsewhere("").leaves if {c.document_id for c in leaf.chunks} <= own)


def _line(sentence: Sentence) -> str:
    return sentence.chunk.text.split("\n")[sentence.line]


def _also(plan: Plan, sources: Sources) -> tuple[str, ...]:
    """Names that the question does not say itself: the thing spoken of, the unit whose text is asked for."""
    unit = core_of(fold(sources.body.name)) if sources.body.within else ""
    return (*spoken(plan), *((unit,) if unit else ()))


def _against(trouble: Trouble, asked: str, index: Index) -> list[Sentence]:
    """The measures against a problem: none where its own sentence says what is done, one where it is certain."""
    measures, troubles = trouble.lists.measures, trouble.lists.troubles
    if not measures or DONE_WITHIN.search(text_of_item(trouble.item)):
        return []
    whole = [s for item in measures for s in item]
    own = fold(text_of_item(trouble.item)) + asked
    shared = [_shared(own, item, index) for item in measures]
    best = max(range(len(shared)), key=lambda i: shared[i])
    if len(measures) != len(troubles) or len(measures) < 2:
        return whole
    if shared[best] <= shared[trouble.place] or best == trouble.place:
        return measures[trouble.place] if _in_order(trouble, index) else whole
    others = [_shared(fold(text_of_item(t)), measures[best], index) for t in troubles]
    return measures[best] if max(others) == others[trouble.place] else whole


def _in_order(trouble: Trouble, index: Index) -> bool:
    """Whether nothing says that the measure in the place of a problem is against another of them."""
    measure = trouble.lists.measures[trouble.place]
    shared = [_shared(fold(text_of_item(item)), measure, index) for item in trouble.lists.troubles]
    return shared[trouble.place] >= max(shared)


def _shared(text: str, item: Sequence[Sentence], index: Index) -> float:
    """The weight of the pairs of characters that a text and an item share."""
    pairs = set(bigrams(text)) & set(bigrams(fold(text_of_item(item))))
    return sum(index.weights(pairs).values())


def _once(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    return tuple({"".join(quote.sentences): quote for quote in quotes}.values())
