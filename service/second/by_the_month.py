"""A sum by the month, the day or the quarter: the sum is found, and only then spread over the year (按月摊)."""

from __future__ import annotations

from calendar import isleap
from decimal import Decimal

from ingest.numbers import plain
from ingest.patterns import regex
from service.contract import Answer, Status
from service.figures.ratios import rounded
from service.figures.simple_figures import inputs
from service.second.two_asked import Ask

_MONEY = ("元", "万元", "亿元")
#: Parts of a year, with how many there are.
_PARTS = (("月", 12, "个月"), ("季", 4, "个季度"), ("周", 52, "周"), ("天", 365, "天"), ("日", 365, "天"))
ASKS = regex(r"(?:每一?个?(?P<of>月|天|日(?!常)|季|周)|(?P<mean>[月日季周])均|(?P<flat>月)平均)")


def by_the_month(answer: Answer, text: str, ask: Ask) -> Answer | None:
    """The sum that was found, over the parts of its year; None where there is no sum of one year."""
    said = ASKS.search(text)
    first = answer.figures[0] if answer.figures else None
    if said is None or first is None or answer.status is not Status.ANSWERED or first.unit not in _MONEY:
        return None
    formula = first.formula or ""
    if "+" not in formula or "÷" in formula or len({f.year for f in answer.figures}) > 1:
        return None
    word = said["of"] or said["mean"] or said["flat"]
    if word in first.label and not said["mean"] and "平均" not in text:
        return None  # of the quarters' own figures the sum is asked for
    _, count, named = next(row for row in _PARTS if row[0] == word)
    count = count + isleap(first.year) if count == 365 else count
    value = rounded(Decimal(first.value) / count)
    worked = f"{first.value} ÷ {count} {named} = {plain(value)} {first.unit}"
    made = first.model_copy(
        update={"label": f"平均每{word}{first.label}", "value": plain(value), "formula": worked,
                "inputs": inputs((first,)), "printed": None}
    )  # fmt: skip
    said_so = f"{answer.answer}\n平均每{word} {plain(value)} {first.unit}（{worked}）。"
    return answer.model_copy(update={"answer": said_so, "figures": [made, *answer.figures]})
