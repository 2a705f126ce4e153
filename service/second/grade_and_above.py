"""「三级以上手术」 are more than those of the third grade: the number of one grade is not told for them (某级以上)."""

from __future__ import annotations

from ingest.patterns import regex
from service.contract import Answer, Status
from service.second.beyond import declined

_ABOVE = regex(r"(?P<grade>[一二三四五六七八九十特\d]级)(?:及其?)?以[上下](?!报)")


def unless_one_grade(answer: Answer, text: str) -> Answer:
    """The answer; none where a grade and those beyond it are asked for and figures of that grade alone are told."""
    said = _ABOVE.search(text)
    if said is None or answer.status is not Status.ANSWERED:
        return answer
    alone = [f for f in answer.figures if said["grade"] in f.label and not _ABOVE.search(f.label)]
    sorry = f"资料里只找到「{said['grade']}」的数，没有找到「{said[0]}」的数，不拿其中一级来回答。"
    return declined(answer, sorry) if alone else answer
