"""Answers that cannot be one to what a question most likely asks: nothing is told then (答非所问不如不答).

「连同购房补贴一共多少」 is not answered by one of the two, nor 「百分之几」 by an amount. Only what is as good as
certain counts: where an answer has another shape but may still be right, it stands.
"""

from __future__ import annotations

from collections.abc import Callable

from ingest.patterns import regex
from service.contract import Answer, Status
from service.second.beyond import declined
from service.worded.forms import ADDS_TO_IT, Asked
from service.worded.shapes import MONEY, money_is_asked

_RATES = ("%", "‰", "个百分点")
_ADDED_UP = regex(r"合计|[总共]|小计|之和|\+")


def _one_of_a_sum(answer: Answer, asked: Asked) -> bool:
    """Whether one figure is told where several are to be added, of which it names but one."""
    if len(answer.figures) != 1:
        return False
    figure = answer.figures[0]
    if _ADDED_UP.search(f"{figure.label}{figure.formula or ''}"):
        return False
    if len(asked.accounts) < 2:
        to_it = ADDS_TO_IT.search(asked.asking) is not None
        return to_it and bool(asked.told) and bool(asked.accounts) and asked.told not in answer.answer
    return any(not _is_told(name, answer.answer) for name in asked.accounts)


def _is_told(name: str, text: str) -> bool:
    """Whether a text has two characters of a name that stand together there."""
    return any(name[at : at + 2] in text for at in range(max(1, len(name) - 1)))


def _one_of_two(answer: Answer, asked: Asked) -> bool:
    return len(answer.figures) < 2 and not any(figure.formula for figure in answer.figures)


def _no_rate(answer: Answer, asked: Asked) -> bool:
    return not any(figure.unit in _RATES for figure in answer.figures)


def _money_for_number(answer: Answer, asked: Asked) -> bool:
    money = all(figure.unit in MONEY for figure in answer.figures)
    return money and bool(asked.counted) and not money_is_asked(asked)


_NO_SUM = "没有算出所问的合计：要相加的几项没有全都找到，只说其中一项会让人误会，所以没有给出数字。"
_NO_PAIR = "没有找到要相比的两个数字，比不出来。"
_NO_SHARE = "没有找到所问的比例，也没有找到能算出它的两个数字。"
_NO_COUNT = "问的是数量，只找到了金额，所以没有给出数字。"

#: What is asked, the answer that cannot be one to it, and what is said instead.
ROWS: dict[str, tuple[Callable[[Answer, Asked], bool], str]] = {
    "sum": (_one_of_a_sum, _NO_SUM),
    "which_more": (_one_of_two, _NO_PAIR),
    "difference": (_one_of_two, _NO_PAIR),
    "share": (_no_rate, _NO_SHARE),
    "share_of_all": (_no_rate, _NO_SHARE),
    "count": (_money_for_number, _NO_COUNT),
}
#: So likely the operation must be, the others aside that what is named rules out; measured on known questions.
_SURE = 0.85


def unless_at_odds(answer: Answer, operation: str, chance: float, asked: Asked) -> Answer:
    """The answer; none where it cannot be one to the operation, which is asked with this chance."""
    row = ROWS.get(operation)
    if row is None or chance < _SURE or answer.status is not Status.ANSWERED or not answer.figures:
        return answer
    is_odd, sorry = row
    return declined(answer, sorry) if is_odd(answer, asked) else answer
