"""A year that is named behind that of the document: 「2024年预算里，2023年种了多少亩」 asks for 2023 (所指之年)."""

from __future__ import annotations

from ingest.patterns import regex
from service.contract import Answer, Status

#: Two years with a pause between, of which the later one tells when; several that are joined are all meant.
_BOTH = regex(
    r"(?P<document>20\d\d)年[^，。？]{0,12}[，,里中][^，。？]{0,8}?(?:(?<![和与跟同比较至到、])(?P<meant>20\d\d)年|(?<![和与跟同比较])[去上]年[（(](?P<last>20\d\d)年?[）)])"
    r"(?!度?(?:相?比|以来|同期|[和与跟至到、]))"
)


def other_year(answer: Answer, text: str) -> str:
    """Why a figure of the document's year is none of the year that is named behind it; empty where it may stand."""
    said = _BOTH.search(text)
    if said is None or answer.status is not Status.ANSWERED or len(answer.figures) != 1:
        return ""
    figure, meant = answer.figures[0], int(said["meant"] or said["last"])
    if figure.formula is not None or figure.year == meant or figure.year != int(said["document"]):
        return ""
    told = f"资料里的「{figure.label}」写的是{figure.year}年的"
    return f"问的是{meant}年的数，{told}，没有写明{meant}年的，不敢给出数字。"
