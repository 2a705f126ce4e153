"""Which figure is taken from which, as the words have it: 「差几个百分点（19减18）」, 「跟预算差多少」 (相减的次序)."""

from __future__ import annotations

from decimal import Decimal

from ingest.numbers import plain
from ingest.patterns import regex
from service.contract import Answer, Status
from service.figures.against_budget import apart_from_budget

_SAID = regex(r"(?<!\d)(?P<one>(?:20)?\d\d)年?度?的?数?(?:减去?|[-－−])(?P<other>(?:20)?\d\d)(?!\d|月)年?")
_AGAINST = regex(r"比(?P<year>20\d\d)年")
#: The difference of what was spent and what was planned, in the words that it is told by.
_OFF_BUDGET = regex(r"数比\S{0,4}预算数增减额$")
_FORMULA = regex(r"(?P<one>\S+) − (?P<other>\S+) = -?[\d.]+(?P<unit>.*)")


def as_directed(answer: Answer, text: str) -> Answer:
    """The difference the way round that the question says, without a side where it says none; else the answer."""
    if apart_from_budget(text):
        return _without_side(answer)
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


def _without_side(answer: Answer) -> Answer:
    """How far what was spent is off its budget as a distance; the answer still says which is more."""
    first = answer.figures[0] if answer.status is Status.ANSWERED and answer.figures else None
    if first is None or not _OFF_BUDGET.search(first.label) or Decimal(first.value) >= 0:
        return answer
    value = plain(-Decimal(first.value))
    worked = _FORMULA.fullmatch(first.formula or "")
    formula = (
        f"{worked['other']} − {worked['one']} = {value}{worked['unit']}"
        if worked is not None
        else first.formula and first.formula.replace("-", "")  # turned into another unit
    )
    label = first.label.replace("比", "与").replace("增减额", "之差")
    made = first.model_copy(update={"value": value, "formula": formula, "label": label})
    return answer.model_copy(update={"figures": [made, *answer.figures[1:]]})
