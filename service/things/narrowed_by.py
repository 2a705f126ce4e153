"""A count of some, narrowed by what they are about: 「关于教育的提案几件」 is not the number of all (所限之数)."""

from __future__ import annotations

from ingest.patterns import regex
from ingest.text import fold
from service.contract import Answer, Status

#: What narrows the things that are counted, before or behind their name.
_NARROWS = regex(
    r"(?:关于|有关|涉及|针对|属于|来自)(?P<what>[\u4e00-\u9fff]{2,6}?)(?:方面|领域|类|的)+(?=[^，。？]{0,12}(?:多少|几)|$)|(?:多少|几)[\u4e00-\u9fff]{1,3}(?:是)?(?:属于|来自|关于|有关)(?P<behind>[\u4e00-\u9fff]{2,6}?)(?:方面|领域|类|的|[？?。]*$)"
)
_MONEY = ("元", "万元", "亿元")


def narrowed_by(answer: Answer, text: str) -> str:
    """Why a count is none of what is asked for; empty where it may stand."""
    if answer.status is not Status.ANSWERED or len(answer.figures) != 1:
        return ""
    figure = answer.figures[0]
    said = _NARROWS.search(text)
    if said is None or figure.unit in _MONEY or figure.formula is not None:
        return ""
    what = fold(said["what"] or said["behind"] or "")
    cited = answer.citations[figure.citation] if figure.citation is not None else None
    told = fold(figure.label + (f"{cited.row}{cited.title}{cited.quote}" if cited is not None else ""))
    if not what or what in told or any(what[i : i + 2] in told for i in range(len(what) - 1)):
        return ""
    return f"资料里只有「{figure.label}」的总数，没有单独写明「{what}」的数，不拿总数来回答。"
