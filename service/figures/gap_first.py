"""How far two figures are apart stands first where it is asked for: 「编制比在编的多几个」 (先说相差).

Two figures that are told with 「……更多，相差 65 名」 answer by that number, and not by the first of the two.
"""

from __future__ import annotations

from decimal import Decimal

from ingest.numbers import plain
from ingest.patterns import regex
from service.contract import Answer, Figure, Input, Status

_ASKS = regex(
    r"差(?!旅)(?:了|出)?(?:多少|几|好多)|相差(?!旅)|差[额距]|[多少缺空](?:出|了|着)?(?:几|多少(?!人[？?]?$))[个名人件辆台次]?|空编|空缺"
)
_TOLD = regex(r"更多，相差 [\d.]+")


def gap_first(answer: Answer, text: str) -> Answer:
    """The answer with the difference as its first figure, where that is asked for and told."""
    figures = answer.figures
    if answer.status is not Status.ANSWERED or len(figures) < 2 or not _ASKS.search(text):
        return answer
    if not _TOLD.search(answer.answer) or figures[0].formula:
        return answer
    made = next((f for f in figures if f.label.endswith("之差") and f.formula), None)
    if made is None and len(figures) == 2 and figures[0].unit == figures[1].unit:
        made = _made(*figures)
    if made is None:
        return answer
    return answer.model_copy(update={"figures": [made, *(f for f in figures if f is not made)]})


def _made(one: Figure, other: Figure) -> Figure:
    """The first less the second."""
    left, right = Decimal(one.value), Decimal(other.value)
    value = plain(left - right)
    inputs = [Input(label=f.label, value=f.value, unit=f.unit, citation=f.citation) for f in (one, other)]
    return one.model_copy(
        update={
            "label": f"{one.label}与{other.label}之差", "value": value, "printed": None,
            "formula": f"{one.value} − {other.value} = {value}", "inputs": inputs,
        }
    )  # fmt: skip
