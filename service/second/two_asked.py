"""Two figures that a question sets against each other, each asked for by itself, then set against each other (分别问).

For what the ordinary plan knows no operation of: shares of one body in points, an account against another year's,
what is left of a project. Only where both have an answer of their own, named as it is asked.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from ingest.numbers import convert, plain
from ingest.patterns import regex
from ingest.text import fold
from service.contract import Answer, Figure, Input, Status
from service.figures.ratios import rounded
from service.read.terms import overlap
from service.second.merge import merge

Ask = Callable[[str], Answer]

#: Who and when, said once for both.
HEAD = regex(r"[^，,。？?！!；;]{2,40}?(?:19|20)?\d\d年度?的?")
#: So much of each must have been understood.
_SURE = 0.85


@dataclass(frozen=True, slots=True)
class Pair:
    """Two questions, what each must be told by, and whether the first is held against the second in per cent.

    ``sure`` is how much of each must have been understood.
    """

    one: str
    other: str
    ratio: bool = False
    lead: str = ""
    sure: float = _SURE


def both(pair: Pair, ask: Ask) -> Answer | None:
    """Both answers with what sets them against each other before them; None where one of the two is not sure."""
    answers = ask(pair.one), ask(pair.other)
    if not all(_is_sure(a, q, pair.sure) for a, q in zip(answers, (pair.one, pair.other), strict=True)):
        return None
    whole = merge(answers, answers[0].conversation_id)
    one, other = whole.figures[0], whole.figures[len(answers[0].figures)]
    made = _made(pair, one, other)
    if made is None or _same(one, other):
        return None
    word = pair.lead or ("" if pair.ratio else "前者比后者")
    text = f"{whole.answer}\n{word}{_told(made, pair)}（{made.formula}）。"
    return whole.model_copy(update={"answer": text, "figures": [made, *whole.figures]})


def _is_sure(answer: Answer, question: str, bound: float) -> bool:
    """Whether one figure is told, by a name that the question shares, and nothing else beside it."""
    if answer.status is not Status.ANSWERED or len(answer.figures) != 1:
        return False
    sure = float(str(answer.plan.get("confidence", "0")))
    return sure > bound and overlap(fold(answer.figures[0].label), fold(question)) > 1


def _same(one: Figure, other: Figure) -> bool:
    keys = ("label", "value", "entity", "year", "stage")
    return all(getattr(one, key) == getattr(other, key) for key in keys)


def _made(pair: Pair, one: Figure, other: Figure) -> Figure | None:
    """The difference, or the first in per cent of the second; nothing of figures in units that do not convert."""
    left, right = Decimal(one.value), Decimal(other.value)
    value = right if one.unit == other.unit else convert(right, other.unit, one.unit)
    if value is None or (pair.ratio and value <= 0):
        return None
    if pair.ratio:
        result, unit = rounded(left / value * 100), "%"
        formula = f"{plain(left)} ÷ {plain(value)} × 100% = {plain(result)}%"
    else:
        result, unit = left - value, "个百分点" if one.unit == "%" else one.unit
        formula = f"{plain(left)} − {plain(value)} = {plain(result)}"
    inputs = [Input(label=f.label, value=f.value, unit=f.unit, citation=f.citation) for f in (one, other)]
    named = [f"{f.year}年{f.label}" for f in (one, other)]
    label = f"{named[0]}相当于{named[1]}的比例" if pair.ratio else f"{named[0]}与{named[1]}之差"
    return Figure(
        label=label, value=plain(result), unit=unit, entity=one.entity, year=one.year, stage=one.stage,
        formula=formula, inputs=inputs, citation=one.citation,
    )  # fmt: skip


def _told(made: Figure, pair: Pair) -> str:
    value = Decimal(made.value)
    if pair.ratio:
        return f"前者相当于后者的 {made.value}%"
    if pair.lead:
        return f" {made.value} {made.unit}"
    return (
        f"{'多' if value >= 0 else '少'} {plain(abs(value))} {made.unit}"
        if made.unit != "个百分点"
        else (f"{'高' if value >= 0 else '低'} {plain(abs(value))} 个百分点")
    )
