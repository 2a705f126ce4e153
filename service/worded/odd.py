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
    return len(answer.figures) > 1


def _both(answer: Answer) -> bool:
    return len({"比上年" in figure.label or figure.unit == "%" for figure in answer.figures}) != 1


def _has_points(answer: Answer) -> bool:
    return any(figure.unit == "分" for figure in answer.figures)


def _of_named_whole(answer: Answer) -> bool:
    return any(
        figure.unit in ("%", "‰", "个百分点") and not OF_ALL.search(figure.label) for figure in answer.figures
    )


def _added_up(answer: Answer) -> bool:
    told = "".join(f"{figure.label}{figure.formula or ''}" for figure in answer.figures)
    return len(answer.figures) < 2 or "+" in told or "合计" in told


def _held_apart(answer: Answer) -> bool:
    return any(figure.formula or GAP.search(figure.label) for figure in answer.figures)


def _no_change(answer: Answer) -> bool:
    return not CHANGED.search(answer.figures[0].label)


def _change_first(answer: Answer) -> bool:
    first = answer.figures[0]
    return (
        CHANGED.search(first.label) is not None
        or first.formula is not None
        or GAP.search(first.label) is not None
    )


def _for_each(answer: Answer) -> bool:
    return any(EACH_ONE.search(f"{f.label}{f.unit}") or f.formula for f in answer.figures)


def _no_single(answer: Answer) -> bool:
    return len(answer.figures) != 1


#: Of all that came in or went out; a distance; what moved from one year to another: by the labels of figures.
OF_ALL = regex("占本年(?:支出|收入)合计")
GAP = regex("差|余|增|减|比|超")
CHANGED = regex(r"比(?:上年|20\d\d年)")


def _has_number(answer: Answer) -> bool:
    return any("元" not in figure.unit for figure in answer.figures)


def _gives_reasons(answer: Answer) -> bool:
    return WHY.search(answer.answer) is not None


#: What is told of one of many.
EACH_ONE = regex("每|均|单价|标准|/")
#: Where it is told why something is so.
WHY = regex("原因|主要是|由于|因(?!公)|系|受")
_APART = ("which_more", "difference", "two_years", "two_bodies")
_EACH = ("parts", "count", "each", "two_bodies")
_BOTH = ("amount_and_change", "amount_and_rate", "amount_and_share")
#: Nothing else is asked, but the answer is looked at more closely.
_LOOK = ("",)
_SUMS = "合计|加起来|总共|一共|相加|总数|共计|加一?块|拢共|夹埋|[加和]总|汇总|总和"
#: What is asked, whether an answer may be one to it, and what else is meant where it may not. Sums are looked at
#: twice: a word that only leads to them may be an account's name.
_ROWS: tuple[tuple[re.Pattern[str], Callable[[Answer], bool], tuple[str, ...]], ...] = (
    (regex(_SUMS), _worked_out, ("sum",)),
    (regex("合计|加|共|总"), _is_no_sum, ("sum",)),
    (regex(f"(?=.*(?:{_SUMS})).*(?:[、和跟与及]|连[同上]?|再|也|还)"), _several, ("sum",)),
    (
        regex("百分|几成|占|比例|比重|份额|除以|之比|%"),
        _of_named_whole,
        ("share", "share_of_all", "completion"),
    ),
    (regex(f"{_SUMS}|总额"), _added_up, ("sum",)),
    (regex("差|[超多少][了出过]|目标|指标"), _held_apart, ("variance", "difference")),
    (regex("^(?!.*[增减涨降比较升跌掉变同砍缩]).*(?:多少|几|多大)"), _no_change, ("amount",)),
    # 「指挥中心」 says of whom, not within what.
    (regex("(?<!万)(?:[里内]|中(?!心)).|表"), _no_single, _LOOK),
    (
        regex("为[何啥什嘛]|怎|咋|凭[啥什]|考虑|[缘原]|理由|道理|何以|解释|说法|由头"),
        _gives_reasons,
        ("reason",),
    ),
    (regex("(?:多少|几)[个家项辆台处座次件户名]"), _has_number, ("count",)),
    (regex("[砍降减掉涨增升跌缩压][^，,。]{0,3}(?:多少|几)"), _change_first, ("change",)),
    (regex("[人户车件次]均|平均|均摊|每[一个]?[人辆台次家户件名]"), _for_each, ("average",)),
    (regex("[哪谁].{0,6}[大多高贵]"), _several, ("which_more", "difference")),
    (regex("相?差(?!旅)|[多少高低大小]出?了?(?:多少|几|好多)|差额|差距"), _worked_out, _APART),
    (
        regex(
            "(?<![百部千])分(?:数|值)?(?:是|为)?最|最[高低](?:的)?得?分|得分|评分|打分|(?:多少|几)分(?!之)"
        ),
        _has_points,
        ("score",),
    ),
    (
        regex("构成|组成|分类|哪几[种类]|各|每种|由哪|批[次数]?.{0,8}人[次数]?|分别|、|又[有是]|都"),
        _several,
        _EACH,
    ),
    (regex("(?:比|较|跟|和|与)(?:上一?年|去年|前一年)|同比|增[加减长幅]|[涨降减占]"), _both, _BOTH),
)


def other_shapes(answer: Answer, text: str) -> frozenset[str]:
    """The operations that may be meant where an answer has figures in another shape; none where it may stand."""
    if answer.status is not Status.ANSWERED or not answer.figures:
        return frozenset()
    return frozenset(
        name for asked, has, names in _ROWS if asked.search(text) and not has(answer) for name in names
    )
