"""One thing that a document prints as two numbers, where the question says that it does (前后不一).

「前后两个数不一样，到底是几」: the other number is told beside the one that was found, each with its place; which
of them is right the document does not say.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from ingest.model import Fact, Stage
from ingest.numbers import plain
from ingest.patterns import regex
from ingest.text import fold
from service.contract import Answer, Figure, Status
from service.figures.told import label_of, unit_of
from service.read.terms import reads_in
from service.second.told_together import citation_at

_SAYS_TWO = regex(
    r"(?:两|2)个(?:数|值|版本|说法)|前后[^，。？]{0,6}(?:不一|不同|矛盾|对不上|不符)|(?:数字?|材料|报告|表)[^，。？]{0,6}(?:不一样|不一致|对不上|矛盾|有出入|打架)"
)
#: Names of one thing share so many characters in their order, and two numbers of it are so near.
_NAME, _NEAR = 6, Decimal("0.05")
_AIMED = (Stage.BUDGET, Stage.INITIAL_BUDGET)


def printed_twice(answer: Answer, text: str, facts_in: Callable[[str], Sequence[Fact]]) -> Answer:
    """The answer with other numbers that its document prints of the thing; ``facts_in`` has those of a document."""
    if answer.status is not Status.ANSWERED or len(answer.figures) != 1 or not _SAYS_TWO.search(text):
        return answer
    figure = answer.figures[0]
    if figure.formula or figure.citation is None:
        return answer
    first = answer.citations[figure.citation]
    told, cited, lines = list(answer.figures), list(answer.citations), [answer.answer]
    for fact in facts_in(first.document_id):
        if not _is_same(fact, figure) or any(plain(fact.value or Decimal(0)) == f.value for f in told):
            continue
        place = citation_at(first, fact)
        own = figure.model_copy(
            update={
                "label": label_of(fact), "value": plain(fact.value or Decimal(0)), "printed": None,
                "citation": len(cited), "inputs": [],
            }
        )  # fmt: skip
        told.append(own)
        cited.append(place)
        lines.append(f"同一份资料第{place.page}页另写作：{own.label}为 {own.value} {own.unit}。")
    return answer.model_copy(update={"answer": "\n".join(lines), "figures": told, "citations": cited})


def _is_same(fact: Fact, figure: Figure) -> bool:
    """Whether a fact is of the thing that a figure is of, done and not aimed at, and nearly as much."""
    if fact.value is None or unit_of(fact) != figure.unit or fact.year != figure.year or fact.stage in _AIMED:
        return False
    one, other = sorted((fold(fact.subject.name), fold(figure.label)), key=len)
    value = Decimal(figure.value)
    near = abs(fact.value - value) <= abs(value) * _NEAR
    return near and len(one) >= _NAME and reads_in(one, other)
