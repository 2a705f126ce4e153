"""A figure times or over a number that the question names: 的 10%, 乘以 3 (按数折算)."""

from __future__ import annotations

import re
from decimal import Decimal

from ingest.numbers import plain
from ingest.patterns import regex
from ingest.text import chinese_number
from service.contract import Answer, Figure, Input
from service.figures.ratios import rounded
from service.second.two_asked import Ask

_N = r"(?P<n>\d+(?:\.\d+)?|[一二三四五六七八九十百]+)"
#: How it is said, the factor's divisor, whether the figure is divided, and how it is told.
_WAYS: tuple[tuple[re.Pattern[str], int, bool, str], ...] = (
    (regex(rf"的\s*{_N}\s*[%％]"), 100, False, "的 {n}%"),
    (regex(rf"的\s*百分之{_N}"), 100, False, "的 {n}%"),
    (regex(rf"(?:乘以?|×|\*|[xX])\s*{_N}"), 1, False, "的 {n} 倍"),
    (regex(rf"(?:除以|÷)\s*{_N}"), 1, True, "除以 {n}"),
)
#: What else may be asked in the same words; then nothing is worked out.
_MORE = regex(r"[占加减比]|一半|扣|折")


def scaled(answer: Answer, text: str, ask: Ask) -> Answer | None:
    """The one figure that is asked about, times or over the number that is said; None where there is no such one."""
    for said, per, divided, name in _WAYS:
        match = said.search(text)
        number = _number(match["n"]) if match is not None else None
        if match is None or not number or _MORE.search(text):
            continue
        plainly = ask(text[: match.start()] + "是多少")
        figure = plainly.figures[0] if len(plainly.figures) == 1 else None
        if figure is not None and not figure.formula and figure.unit not in ("%", "‰", "倍", "分"):
            return _told(plainly, figure, number, per, divided, name.format(n=plain(number)))
    return None


def _number(said: str) -> Decimal:
    return Decimal(said) if said[0].isdigit() else Decimal(chinese_number(said) or 0)


def _told(answer: Answer, figure: Figure, number: Decimal, per: int, divided: bool, name: str) -> Answer:
    value = Decimal(figure.value)
    exact = value / number if divided else value * number / per
    result = rounded(exact) if abs(exact) >= 1 or exact == rounded(exact) else Decimal(format(exact, ".4g"))
    sign = "÷" if divided else "×"
    formula = f"{plain(value)} {sign} {plain(number)}{'%' if per == 100 else ''} = {plain(result)}"
    made = Figure(
        label=f"{figure.label}{name}", value=plain(result), unit=figure.unit, entity=figure.entity,
        year=figure.year, stage=figure.stage, formula=formula, citation=figure.citation,
        inputs=[Input(label=figure.label, value=figure.value, unit=figure.unit, citation=figure.citation)],
    )  # fmt: skip
    told = f"{answer.answer}\n它{name}是 {plain(result)} {figure.unit}（{formula}）。"
    return answer.model_copy(update={"answer": told, "figures": [made, figure]})
