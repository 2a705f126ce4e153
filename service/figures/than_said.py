"""How much a figure is above a number that the question says: 「多少件，比前一年的700件多多少」 (与所说之数相比)."""

from __future__ import annotations

from decimal import Decimal

from ingest.numbers import convert, plain
from ingest.patterns import regex
from service.contract import Answer, Input, Status
from service.second.two_asked import Ask

SAID = regex(
    r"[，,]?(?:这|那|又|它)?比(?P<what>[^，。？?\d]{0,10}?(?:(?:19|20)\d\d年)?[^，。？?\d]{0,6}?)的?(?P<number>\d[\d,]*(?:\.\d+)?)"
    r"(?P<unit>亿元|万元|元|人次|批次|件|个|人|名|次|辆|台|家|户|期|篇|项|场|份|条)(?:还|要|会)?(?P<way>[多少高低]|增加|减少)(?:了|出)?(?:多少|几)[^，。？?]{0,3}[？?。]*$"
)
_ASKS = regex(r"多少|几(?![乎点])")
_MONEY = ("元", "万元", "亿元")


def than_said(answer: Answer, text: str, ask: Ask) -> Answer | None:
    """The figure asked for less the number said; None where the one figure is not told in that unit."""
    said = SAID.search(text)
    if said is None:
        return None
    one, unit = text[: said.start()], said["unit"]
    if not _ASKS.search(one):
        one += "是多少" if unit in _MONEY else f"有多少{unit}"
    told = ask(one)
    if told.status is not Status.ANSWERED or len(told.figures) != 1:
        return None
    figure = told.figures[0]
    value = Decimal(figure.value)
    base = Decimal(said["number"].replace(",", ""))
    number = base if unit == figure.unit else convert(base, unit, figure.unit)
    if number is None:
        return None
    gap = value - number
    word = "多" if gap > 0 else "少"
    formula = f"{plain(value)} − {plain(number)} = {plain(gap)}"
    same = "相同" if not gap else f"{word} {plain(abs(gap))} {figure.unit}"
    line = f"与您所说的 {said['number']} {unit}相比，{same}（{formula}）。所比的数是问题里说的，没有核对。"
    operand = Input(label=figure.label, value=figure.value, unit=figure.unit, citation=figure.citation)
    made = figure.model_copy(
        update={
            "label": f"{figure.label}与所说的{said['number']}{unit}之差", "value": plain(gap), "formula": formula,
            "printed": None, "inputs": [operand],
        }
    )  # fmt: skip
    figures = [made, figure] if not _ASKS.search(text[: said.start()]) else [figure, made]
    return told.model_copy(update={"answer": f"{told.answer}\n{line}", "figures": figures})
