"""The only thing that is counted so: 「受理多少件」 where but one number of 件 is told of what was 受理 (唯一所计).

All that the question says must stand in the name of what is counted, and every such figure must be the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ingest.model import Fact, Measure
from ingest.patterns import regex
from ingest.text import fold
from service.model import PHRASE_KINDS, Term
from service.read.citizens_words import is_other
from service.read.wording import PARTICLES
from service.things.contrary import contrary, no_people
from service.things.indicators import is_target
from service.things.one_of_listed import is_of_more
from service.things.search import Hit, unit_fits

#: A run of so many characters must be said; what is said in one is held by one.
_SAID = 2
_SPLIT = regex(r"[^\u4e00-\u9fff]+|[" + "".join(sorted(PARTICLES)) + "]")
#: What says only that something is counted of the year.
_EMPTY = regex(
    r"^(?:一共|总共|共计|合计|全年|当年|年内|累计|共|又|都|又是|到底|实际|大概|大约|来)+|(?:一共|总共|共|又|都)+$"
)
_POINTS = ("分", "%")


def only_counted(content: str, facts: Sequence[Fact], unit: str) -> Hit | None:
    """The thing whose name holds all that is said, where all such figures in the unit are one; None else."""
    runs = [bare for run in _SPLIT.split(content) if (bare := _EMPTY.sub("", run))]
    if not any(len(run) >= _SAID for run in runs) or unit in _POINTS:
        return None
    held = [f for f in facts if _is_counted(f, unit) and all(run in fold(f.subject.name) for run in runs)]
    values: set[Decimal | None] = {f.value for f in held}
    if len(values) != 1 or len({f.year for f in held}) != 1:
        return None
    name = fold(held[0].subject.name)
    if (
        is_other(content, name)
        or contrary(content, name)
        or any(is_of_more(content, f.subject.name) for f in held)
        or (unit == "个" and no_people(content, held[0].unit))
    ):
        return None
    best = min(held, key=lambda f: len(f.subject.name))
    subject = best.subject
    return Hit(Term(subject.name, subject.kind, "", subject.path), 1.0, 1.0, 1.0, best.value)


def _is_counted(fact: Fact, unit: str) -> bool:
    counted = fact.measure is Measure.COUNT and fact.value is not None and fact.unit not in _POINTS
    return counted and fact.subject.kind in PHRASE_KINDS and not is_target(fact) and unit_fits(fact, unit)
