"""Years confused: a figure said to be of another year that is this year's (年度张冠李戴)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ingest.checks.agreement import identity
from ingest.checks.examined import Examined, Rule, operand, side, value_of, worded
from ingest.model import Check, Fact, Origin, Severity

CONFUSED = Rule("years.confused", "数字所说的年度正确", Severity.WARNING)


def check(examined: Examined) -> Iterator[Check]:
    """Sentences that give last year the very amount that the tables print for the year of the document."""
    printed: dict[tuple[object, ...], list[Fact]] = defaultdict(list)
    for fact in examined.facts:
        key = identity(fact, examined.document)
        if key is not None:
            printed[key].append(fact)
    year = examined.document.year
    for key, facts in printed.items():
        if key[1] in (year, 0) or not year:
            continue
        this_year = [f for f in printed.get((key[0], year, *key[2:]), []) if f.origin is Origin.CELL]
        confirmed = [f for f in facts if f.origin is Origin.CELL]
        for fact in facts:
            same = [f for f in this_year if f.yuan == fact.yuan and value_of(f)]
            if fact.origin is Origin.SENTENCE and same and not confirmed:
                said = operand(fact)
                message = (
                    f"正文把 {fact.value} {fact.unit} 写成 {fact.year} 年的「{fact.subject.name}」（第{said.page}页），"
                    f"而{side(same[:1]).label}（第{same[0].source.page}页）{year} 年正是这个数。"
                )
                yield worded(CONFUSED, [said, operand(same[0])], f"{year}年", message)
