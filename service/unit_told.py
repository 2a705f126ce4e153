"""The unit of a figure as the interface gives it: 「百分点」, where a sentence counts 「1.13 个百分点」 (单位写法).

Within the house a distance of two rates is counted as sentences count it, so that text and figure are made of one
word; whoever takes the figure by itself looks for the name of the unit.
"""

from __future__ import annotations

from service.contract import Answer, Figure

#: Units that a sentence counts with a word before them, and their names.
_NAMED = {"个百分点": "百分点"}


def unit_told(unit: str) -> str:
    """The name of a unit."""
    return _NAMED.get(unit, unit)


def in_named_units(answer: Answer) -> Answer:
    """The answer with its figures, and what they are worked out of, in units by their names."""
    told = {figure.unit for figure in answer.figures}
    taken = {one.unit for figure in answer.figures for one in figure.inputs}
    if _NAMED.keys().isdisjoint(told | taken):
        return answer
    return answer.model_copy(update={"figures": [_named(figure) for figure in answer.figures]})


def _named(figure: Figure) -> Figure:
    inputs = [one.model_copy(update={"unit": unit_told(one.unit)}) for one in figure.inputs]
    return figure.model_copy(update={"unit": unit_told(figure.unit), "inputs": inputs})
