"""Which year is taken from which, said in so many words: 「差几个百分点（19减18）」 (相减的次序)."""

from __future__ import annotations

from decimal import Decimal

from ingest.numbers import plain
from ingest.patterns import regex
from service.contract import Answer, Status

_SAID = regex(r"(?<!\d)(?P<one>(?:20)?\d\d)年?度?的?数?(?:减去?|[-－−])(?P<other>(?:20)?\d\d)(?!\d|月)年?")
_AGAINST = regex(r"比(?P<year>20\d\d)年")
_FORMULA = regex(r"(?P<one>\S+) − (?P<other>\S+) = -?[\d.]+(?P<unit>.*)")


def as_directed(answer: Answer, text: str) -> Answer:
    """The difference of two years the way round that the question says; the answer itself where it is so already."""
    said = _SAID.search(text)
    if said is None or answer.status is not Status.ANSWERED or not answer.figures:
        return answer
    first = answer.figures[0]
    against, worked = _AGAINST.search(first.label), _FORMULA.fullmatch(first.formula or "")
    if against is None or worked is None:
        return answer
    years = tuple(int(said[name][-2:]) + 2000 for name in ("one", "other"))
    if years != (int(against["year"]), first.year):
        return answer
    value = plain(-Decimal(first.value))
    formula = f"{worked['other']} − {worked['one']} = {value}{worked['unit']}"
    label = first.label.replace(against[0], f"{years[0]}年比{years[1]}年")
    made = first.model_copy(update={"value": value, "formula": formula, "label": label, "year": years[0]})
    told = f"{answer.answer}\n按{years[0]}年减{years[1]}年计算：{formula}。"
    return answer.model_copy(update={"answer": told, "figures": [made, *answer.figures[1:]]})
