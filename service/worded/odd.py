"""Answers whose shape is not that which the words of a question ask for, at a cheap look (答非所问的样子)."""

from __future__ import annotations

import re
from collections.abc import Callable

from ingest.patterns import regex
from service.contract import Answer, Status


def _worked_out(answer: Answer) -> bool:
    return len(answer.figures) < 2 or any(figure.formula for figure in answer.figures)


def _is_no_sum(answer: Answer) -> bool:
    return "+" not in (answer.figures[0].formula or "")


def _several(answer: Answer) -> bool:
    return len(answer.figures) > 1 or not answer.figures


def _of_several(answer: Answer) -> bool:
    return len({figure.entity for figure in answer.figures}) > 1 or len(answer.figures) > 2


def _both(answer: Answer) -> bool:
    changed = {"比上年" in figure.label or figure.unit == "%" for figure in answer.figures}
    return len(changed) != 1 or not answer.figures


#: Sums are looked at twice: a word that only leads to them may be an account's name.
#: What is asked, and whether an answer may be one to it.
_ROWS: tuple[tuple[re.Pattern[str], Callable[[Answer], bool]], ...] = (
    (regex("合计|加起来|总共|一共|相加|总数|共计|加一?块|拢共|夹埋|[加和]总"), _worked_out),
    (regex("合计|加|共|总"), _is_no_sum),
    (regex("相?差(?!旅)|[多少高低大小]出?了?(?:多少|几|好多)|差额|差距"), _worked_out),
    (regex("构成|组成|分类|哪几[种类]|各类|每种|由哪|批[次数]?.{0,8}人[次数]?|各自|分别|、"), _several),
    (regex("又[有是]|各|都|[家边个]单位"), _of_several),
    (regex("(?:比|较|跟|和|与)(?:上一?年|去年|前一年)|同比|增[加减长幅]|[涨降减]"), _both),
)


def is_odd(answer: Answer, text: str) -> bool:
    """Whether something is asked that an answer with figures has not."""
    if answer.status is not Status.ANSWERED or not answer.figures:
        return False
    return any(asked.search(text) and not has(answer) for asked, has in _ROWS)
