"""Which of two is more, and by how much: the larger one goes before the smaller one (多的在前).

「货物和服务哪类多，多多少」: 「前者比后者少」 with a negative difference reads as if the other way was asked.
"""

from __future__ import annotations

from ingest.patterns import regex
from service.contract import Answer, Figure, Status

_WHICH_MORE = regex(
    r"(?:哪|谁|孰)[^，,。？?]{0,8}[多高大][^，,。？?]{0,3}(?:[，,。？?\s]|$)|更[多高大]的是哪"
)
#: 「工会经费跟福利费，后头这个比前头多几万」: the one named last is set against the first.
_LAST_MORE = regex(
    r"后(?:者|头|面|边|一[个项笔样])[^，,。？?]{0,4}[比较](?:前(?:者|头|面|边|一[个项笔样]))?[^，,。？?]{0,6}?[多高大][出了]?"
    r"|(?<![比跟和较])后(?:者|头|面|边|一[个项笔样])(?:那|这)?[一]?[个项笔样]?[多高大][出了]?(?:多少|几)"
)
_WHICH_LESS = regex(r"(?:哪|谁|孰)[^，,。？?]{0,8}[少低小]")
_TOLD = regex(
    r"^(?P<one>[^，。]+)，(?P<other>[^，。]+)，前者比后者少 (?P<left>[\d.]+ ?[^\d（]*)"
    r"（(?P<less>[\d.]+) − (?P<more>[\d.]+) = -(?P<gap>[\d.]+)）"
)
_APART = regex(r"^(?P<one>.+)与(?P<other>.+)之差$")


def more_first(answer: Answer, text: str) -> Answer:
    """The answer with its two sides in the other order, where the first is the smaller one and more is asked for."""
    figures = answer.figures
    if answer.status is not Status.ANSWERED or len(figures) != 3 or not figures[0].value.startswith("-"):
        return answer
    told = _TOLD.search(answer.answer)
    asks_more = _WHICH_MORE.search(text) or _LAST_MORE.search(text)
    if told is None or not asks_more or _WHICH_LESS.search(text):
        return answer
    said = (
        f"{told['other']}，{told['one']}，前者比后者多 {told['left']}"
        f"（{told['more']} − {told['less']} = {told['gap']}）{answer.answer[told.end() :]}"
    )
    turned = [_turned(figures[0]), figures[2], figures[1]]
    return answer.model_copy(update={"answer": said, "figures": turned})


def _turned(figure: Figure) -> Figure:
    """The difference, the other way round."""
    named = _APART.search(figure.label)
    less, _, more = (figure.formula or "").partition(" = ")[0].partition(" − ")
    value = figure.value.removeprefix("-")
    return figure.model_copy(
        update={
            "label": f"{named['other']}与{named['one']}之差" if named else figure.label,
            "value": value,
            "formula": f"{more} − {less} = {value}",
            "inputs": figure.inputs[::-1],
        }
    )
