"""Answers that cannot be one to what a question most likely asks: nothing is told then (答非所问不如不答).

「连同购房补贴一共多少」 is not answered by one of the two, nor 「百分之几」 by an amount. Only what is as good as
certain counts: where an answer has another shape but may still be right, it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from ingest.patterns import regex
from service.contract import Answer, Status
from service.second.beyond import declined
from service.worded.forms import ADDS_TO_IT, Asked
from service.worded.odd import CHANGED, EACH_ONE, GAP, OF_ALL, WHY
from service.worded.shapes import MONEY, is_told, money_is_asked

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
    return any(not is_told(name, answer.answer) for name in asked.accounts)


def _one_of_two(answer: Answer, asked: Asked) -> bool:
    return len(answer.figures) < 2 and not any(figure.formula for figure in answer.figures)


def _not_apart(answer: Answer, asked: Asked) -> bool:
    """Whether neither two amounts are told nor how far they are apart."""
    figures = answer.figures
    return len(figures) != 2 and not any(figure.formula or GAP.search(figure.label) for figure in figures)


def _money_for_number(answer: Answer, asked: Asked) -> bool:
    money = all(figure.unit in MONEY for figure in answer.figures)
    return money and bool(asked.counted) and not money_is_asked(asked) and "值" not in asked.asking


#: Of a whole that has a name of its own, and is no sum of all that came in or went out.
_GENERAL = regex(
    "支出|收入|进账|[收进]进?来|总|全部|合计|本年|[预决]算|经费|部门|单位|资金|一般公共|财政|[拨拔]款|政府性|基金|[全当]年|一共|整个|所有"
    "|开支|开销|费用|盘子|[“”的额花钱用里年款]"
)


def _of_another_whole(answer: Answer, asked: Asked) -> bool:
    """Whether no share is told, or one of all where a whole with a name of its own is asked about."""
    told = [figure for figure in answer.figures if figure.unit in _RATES]
    if not told:
        return True
    if _is_share_of_whole(told[0].label, asked):
        return True
    if _LEFT_OUT.search(asked.asking):
        return False
    wholes = [asked.whole] if asked.whole or len(asked.accounts) != 2 else asked.accounts
    named = all(len(_GENERAL.sub("", whole)) > 1 for whole in wholes)
    return named and len(told) == 1 and OF_ALL.search(told[0].label) is not None


def _is_share_of_whole(label: str, asked: Asked) -> bool:
    """Whether the whole itself is told as the part of something larger, and no part that is named."""
    part, _, larger = label.partition("占")
    whole = _GENERAL.sub("", asked.whole)
    if any(is_told(name, label) for name in asked.accounts):
        return False
    named = larger.removeprefix("比")  # 「采购占比」 names none
    return len(whole) > 1 and bool(named) and is_told(whole, part) and not is_told(whole, named)


def _total_for_most(answer: Answer, asked: Asked) -> bool:
    """Whether all that was spent is told where one of its parts is asked for."""
    return all(
        figure.label.startswith(("本年支出合计", "本年收入合计", "支出总计")) for figure in answer.figures
    ) and (
        len({figure.year for figure in answer.figures}) == 1 and len({f.entity for f in answer.figures}) == 1
    )


_LEFT_OUT = regex("除.*外|合计|之和|加|一共|总共")


def _none_added(answer: Answer, asked: Asked) -> bool:
    """Whether each is told, or one of them alone, where their sum is asked for."""
    told = "".join(f"{figure.label}{figure.formula or ''}" for figure in answer.figures)
    each = len(answer.figures) > 1 and not _ADDED_UP.search(told)
    return each or _one_of_a_sum(answer, asked)


def _whole_for_part(answer: Answer, asked: Asked) -> bool:
    """Whether the whole is told of which a part is asked for, that the answer does not name."""
    label, whole = answer.figures[0].label, _GENERAL.sub("", asked.whole)
    if len(answer.figures) != 1 or len(whole) < 2 or not asked.accounts:
        return False
    return is_told(whole, label) and not any(is_told(name, label) for name in asked.accounts)


def _change_for_amount(answer: Answer, asked: Asked) -> bool:
    changed = all(CHANGED.search(figure.label) for figure in answer.figures)
    return changed and not _OF_CHANGE.search(asked.asking)


def _part_or_change(answer: Answer, asked: Asked) -> bool:
    return _whole_for_part(answer, asked) or _change_for_amount(answer, asked)


_OF_CHANGE = regex("[增减涨降比较升跌掉变同砍缩]")


def _nothing_apart(answer: Answer, asked: Asked) -> bool:
    """Whether one amount is told where it is asked how far it is off another."""
    return _one_of_two(answer, asked) and not GAP.search(answer.figures[0].label)


def _share_for_rate(answer: Answer, asked: Asked) -> bool:
    """Whether a share of all is told where it is asked how much of the budget was spent."""
    rates = [figure for figure in answer.figures if figure.unit in _RATES]
    return bool(rates) and all(OF_ALL.search(figure.label) for figure in rates)


def _all_for_each(answer: Answer, asked: Asked) -> bool:
    """Whether one plain amount is told where it is asked what one of many had; times are means by themselves."""
    figure = answer.figures[0]
    plain = len(answer.figures) == 1 and figure.formula is None and figure.unit in MONEY
    return plain and not EACH_ONE.search(f"{figure.label}{figure.unit}")


def _money_for_score(answer: Answer, asked: Asked) -> bool:
    return all(figure.unit in MONEY for figure in answer.figures)


def _all_for_parts(answer: Answer, asked: Asked) -> bool:
    if len(answer.figures) != 1 or answer.figures[0].unit not in MONEY:
        return False
    label = answer.figures[0].label
    return label == "本年支出合计" or (len(asked.whole) > 1 and label.startswith(asked.whole))


def _no_reasons(answer: Answer, asked: Asked) -> bool:
    years = {figure.year for figure in answer.figures}
    return len(years) == 1 and WHY.search(answer.answer) is None  # 「这几年怎么变的」 asks for no reason


_NO_SUM = "没有算出所问的合计：要相加的几项没有全都找到，只说其中一项会让人误会，所以没有给出数字。"
_NO_PAIR = "没有找到要相比的两个数字，比不出来。"
_NO_SHARE = "没有找到所问的比例，也没有找到能算出它的两个数字。"
_NO_COUNT = "问的是数量，只找到了金额，所以没有给出数字。"
_NO_PART = "没有找到所问的这一项的数额，只找到了相近的别的数，所以没有给出数字。"
_NO_GAP = "没有找到要相比的另一个数，算不出相差多少。"
_NO_AVERAGE = "问的是平均数，只找到了总数，没有找到能算出它的另一个数字。"
_NO_SCORE = "问的是得分，只找到了金额，所以没有给出数字。"
_NO_MOST = "没有找到能排出次序的各个分项，只找到了总数，所以没有给出。"
_NO_LIST = "没有找到所问的这些都有哪些。"
_NO_REASON = "问的是原因，资料里只找到了数字，没有找到对它的解释。"

#: What is asked, the answer that cannot be one to it, and what is said instead.
ROWS: dict[str, tuple[Callable[[Answer, Asked], bool], str]] = {
    "sum": (_none_added, _NO_SUM),
    "which_more": (_one_of_two, _NO_PAIR),
    "difference": (_not_apart, _NO_PAIR),
    "variance": (_nothing_apart, _NO_GAP),
    "share": (_of_another_whole, _NO_SHARE),
    "share_of_all": (_of_another_whole, _NO_SHARE),
    "completion": (_share_for_rate, _NO_SHARE),
    "variance_rate": (_share_for_rate, _NO_SHARE),
    "count": (_money_for_number, _NO_COUNT),
    "amount": (_part_or_change, _NO_PART),
    "change": (_whole_for_part, _NO_PART),
    "change_rate": (_whole_for_part, _NO_PART),
    "average": (_all_for_each, _NO_AVERAGE),
    "score": (_money_for_score, _NO_SCORE),
    "parts": (_all_for_parts, _NO_LIST),
    "most": (_total_for_most, _NO_MOST),
    "reason": (_no_reasons, _NO_REASON),
}
#: So likely the operation must be, the others aside that what is named rules out; measured on known questions. Less
#: is enough where the question's own words ask for it, too.
_SURE, _SAID = 0.85, 0.6
_BY_WORDS = ("count", "difference")


_RECKONED = regex(r"\d")
#: A share is asked for in so many words.
_SHARE_ASKED = regex(
    r"占(?:了|到|去)?(?:多[少大]的?比[例重]|百分之几|百分之多少|几成|几个百分)|(?:占比|比[例重])(?:各|分别)?(?:是|有|为)?(?:多少|多大|几)"
)


def _no_share(answer: Answer, asked: Asked) -> bool:
    """Whether no rate at all is told where a share is asked for in so many words."""
    rates = any(figure.unit in _RATES or figure.formula for figure in answer.figures)
    return not rates and _SHARE_ASKED.search(asked.asking) is not None


def unless_at_odds(
    answer: Answer, operations: Sequence[tuple[str, float]], asked: Asked, said: Collection[str] = ()
) -> Answer:
    """The answer; none where it cannot be one to what is asked most likely, of ``operations`` with their chances;
    ``said`` are those that words of the question ask for."""
    if answer.status is Status.ANSWERED and answer.figures and _no_share(answer, asked):
        return declined(answer, _NO_SHARE)
    row = ROWS.get(operations[0][0])
    if row is None or answer.status is not Status.ANSWERED or not answer.figures:
        return answer
    if _RECKONED.search(asked.asking):  # 「离200万还差多少」「的10%」: worked out by what is said
        return answer
    chance = sum(own for operation, own in operations if ROWS.get(operation) == row)
    is_odd, sorry = row
    enough = _SAID if operations[0][0] in said and operations[0][0] in _BY_WORDS else _SURE
    return declined(answer, sorry) if chance >= enough and is_odd(answer, asked) else answer
