"""Questions that may be offered about a body and a year: the usual ones, one for each printed account (备选问题)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.model import Fact, Kind, Measure, Origin
from ingest.numbers import plain
from ingest.text import fold
from service.model import Body
from service.suggest import suggest

#: Kinds of subject that people ask for by name.
_KINDS = frozenset(
    ("功能分类", "经济分类", "三公经费", "收入来源", "支出结构", "机关运行", "总额", "会议培训")
)
_LONGEST = 24
_USUAL = 8


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question, and the figures (value, unit) one of which its answer must give; none where any will do."""

    question: str
    body: Body
    year: int
    figures: frozenset[tuple[str, str]] = frozenset()


def candidates(body: Body, year: int, facts: Sequence[Fact], rest: str) -> Iterator[Candidate]:
    """What may be offered for the beginning of a subject, the nearest first; without one, the usual questions."""
    found = [
        (closeness, 0, len(question), Candidate(question, body, year))
        for question in suggest(body, year, facts, count=_USUAL)
        if (closeness := _closeness(rest, fold(question.removeprefix(f"{body.name}{year}年")))) is not None
    ]
    if rest:
        found += _accounts(body, year, facts, rest)
    asked = set()
    for *_, candidate in sorted(found, key=lambda row: row[:3] if rest else ()):
        if (key := fold(candidate.question)) not in asked:  # 三公经费 and “三公”经费 are one
            asked.add(key)
            yield candidate


def _accounts(
    body: Body, year: int, facts: Sequence[Fact], rest: str
) -> Iterator[tuple[int, int, int, Candidate]]:
    """A question for each account whose name goes on as typed, with what to sort by."""
    printed: dict[str, list[Fact]] = {}
    for fact in facts:
        if _askable(fact, year):
            printed.setdefault(fact.subject.name, []).append(fact)
    word = "预算" if {d.kind for d in body.documents if d.year == year} == {Kind.BUDGET} else ""
    for name, held in printed.items():
        if (closeness := _closeness(rest, fold(name))) is not None:
            figures = frozenset((plain(f.value), f.unit) for f in held if f.value is not None)
            question = f"{body.name}{year}年{word}{name}是多少"
            yield closeness, 1, len(name), Candidate(question, body, year, figures)


def _askable(fact: Fact, year: int) -> bool:
    return (
        fact.origin is Origin.CELL
        and fact.standing == 0
        and fact.value is not None
        and fact.measure is Measure.AMOUNT
        and fact.year == year
        and fact.subject.kind in _KINDS
        and 2 <= len(fact.subject.name) <= _LONGEST
    )


def _closeness(rest: str, name: str) -> int | None:
    """0 where the name begins so, 1 where it holds it, 2 where its characters come in this order; else None."""
    if name.startswith(rest):
        return 0
    if rest in name:
        return 1
    left = iter(name)
    return 2 if len(rest) > 1 and all(char in left for char in rest) else None
