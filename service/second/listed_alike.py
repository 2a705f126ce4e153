"""A list of things asked for in the asker's words, told by a sentence that lists as many numbers (依次对应).

「要制定修改的、接着审的、先预备着的、只做调研的，各有几件」: where the sentence that tells one of them counts as
many things in the same unit and order, and each number's words share a character with its name, it tells them all.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ingest.numbers import plain
from ingest.patterns import regex
from ingest.text import fold
from service.contract import Answer, Figure
from service.read.terms import overlap
from service.things.sentence_counts import Told, told_in

#: Fewer than these are not known for a list by their order.
_LEAST = 3
#: Characters of a name that say nothing of what it is.
_EMPTY = regex(r"[的了着过得地要先再又还只就都也和与及、，,是有做个一]")


def in_their_order(known: Answer, names: Sequence[str]) -> Answer | None:
    """``known``, which tells one of the names, with the figure of each; None where they are listed otherwise."""
    if len(names) < _LEAST or len(known.figures) != 1 or known.figures[0].citation is None:
        return None
    figure = known.figures[0]
    quote = known.citations[known.figures[0].citation or 0].quote
    listed = _run(told_in(quote), figure, len(names))
    if listed is None or not _follow(names, listed):
        return None
    figures = [_figure(figure, name, told) for name, told in zip(names, listed, strict=True)]
    said = "；".join(f"{f.label} {f.value} {f.unit}" for f in figures)
    return known.model_copy(
        update={"answer": f"{figure.entity}{figure.year}年度：{said}。", "figures": figures}
    )


def _run(told: Sequence[Told], figure: Figure, count: int) -> list[Told] | None:
    """The numbers of one part of a sentence that stand in the unit of the figure, if they are as many."""
    at = next((t for t in told if plain(t.value) == figure.value and t.unit == figure.unit), None)
    own = [t for t in told if at is not None and t.unit == at.unit and t.segment == at.segment]
    return own if len(own) == count and not any(t.changed for t in own) else None


def _follow(names: Sequence[str], listed: Sequence[Told]) -> bool:
    """Whether each name is as near to its own number as to any, and shares with it what not all of them have."""
    words = [told.words for told in listed]
    said = [_EMPTY.sub("", fold(name)) for name in names]
    common = set.intersection(*(set(one) for one in words))
    for place, name in enumerate(said):
        near = [overlap(name, one) or len(set(name) & set(one)) for one in words]
        if not set(name) & (set(words[place]) - common) or near[place] < max(near):
            return False
    return all(one.start < other.start for one, other in pairwise(listed))


def _figure(figure: Figure, name: str, told: Told) -> Figure:
    label = told.name if len(told.name) > 1 else told.behind or name
    return figure.model_copy(
        update={"label": label, "value": plain(told.value), "printed": None, "inputs": [], "formula": None}
    )
