"""Where the things that were counted are: 「分别放在哪几个单位用」 after how many there are (分布在哪).

The sentence that counts them tells it, where it goes on with how many of them are where.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.model import Fact, Measure
from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources
from service.figures.lookup import same_subject
from service.model import Declined, Evidence, Plan, Reason
from service.scope.units_among import asks_placed
from service.targets import Point
from service.text.sentences import lines_of, to_quote

#: How a sentence goes on to where they are, with as many in one place at least.
_GOES_ON = regex(r"其中|分别|包括|[：:（(]|分布")


def placed_where(plan: Plan, points: Sequence[Point], sources: Sources) -> Evidence | Declined | None:
    """The sentence that says it, else that none does; None where that is not asked of a count."""
    text = fold(plan.text)
    if plan.subject is None or len(points) != 1 or not asks_placed(text):
        return None
    held = [
        f
        for f in sources.facts
        if f.year == plan.year
        and f.measure is Measure.COUNT
        and f.source.quote
        and same_subject(f, plan.subject)
    ]
    if not held:
        return None
    quotes = {f.source.quote: f for f in held}
    told = _where(*next(iter(quotes.items())), sources) if len(quotes) == 1 else None
    # Which units there are is no answer to where some things are.
    return told or Declined(
        Reason.NOT_DISCLOSED, f"资料里写明了「{plan.subject.name}」的数量，没有写明分别在哪里。"
    )


def _where(quote: str, fact: Fact, sources: Sources) -> Evidence | None:
    behind = quote.partition(f"{fact.value}{fact.unit}")[2]
    said = _GOES_ON.search(behind)
    if said is None or f"{fact.unit}" not in behind[said.end() :]:
        return None
    sentences = (s for line in lines_of(sources.index().chunks) for s in line)
    told = next((s for s in sentences if quote in s.text or s.text in quote), None)
    return Evidence(quotes=(to_quote([told]),)) if told is not None else None
