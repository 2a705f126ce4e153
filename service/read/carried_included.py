"""「含上年结转」 says that a figure holds what was carried over, 「不含结转下年」 that it does not (含结转、不含结转).

Of all income or all expenditure it is the grand total, which holds it; of one account it is its own total.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from ingest.patterns import regex

_CARRIED = (
    r"(?:上年|去年|年初|以前年度|往年)的?结[转余](?:[和与及、]?结余)?(?:的)?(?:资金|经费|款|数|部分|收入)?"
)
_HOLDS = (
    rf"[（(，,]?(?<![不未非中里])(?:(?<!不)包?含|包括|连同|连带?着?)(?:了|有|进)?{_CARRIED}(?:在内|一起|一并|也算|都算上?)*"
    r"(?:[和与及、](?:其他|各|全部|所有)(?:类|种|项)?(?:的)?(?:资金|收入|来源|渠道)(?:来源)?)?的?[)）]?[，,]?(?![多几吗么没])"
)


def _of_side(match: re.Match[str]) -> str:
    fund, side = re.sub("本年|全年|全部|总", "", match["of"]), match["side"]
    if fund == "财政拨款" and side == "收入":
        fund = "财政拨款收支总表里"  # its 收入总计 without the table's name is the year's own income
    elif fund:
        side = "支出"  # one fund's two sides are one sum, of which its column prints this one
    return f"{fund}{side}总计{match['stage'] or ''}数"


def _own_income(match: re.Match[str]) -> str:
    """The year's own income; that of one fund stays as it is said."""
    fund = re.sub("本年|全年|全部|总", "", match["of"])
    return (
        match[0]
        if fund
        else f"本年收入合计{match['stage'] or ''}{re.sub('^(?:合计|总额)', '', match['run'])}"
    )


#: What stands before 收入 or 支出 where all of it is meant, be it of one fund.
_ALL = (
    r"(?P<of>(?:^|(?<=[年度局厅委办院校心站所会馆，的：:]))(?:本年|全年|全部|总)?"
    r"|财政拨款|一般公共预算(?:财政拨款)?|政府性基金(?:预算)?(?:财政拨款)?)"
)
#: That what is carried on, or was carried over, is not counted: no expenditure of a year holds the one, nor its own
#: income the other. A grand total (总计) holds them, and more.
_LESS = r"[（(，,]?(?:[那这]?[个里中]?)(?:不含|不包括|不包含|不算|不计|除去|剔除|刨去|去掉)(?:了|掉)?"
_OF_IT = r"(?:[和与及]结余)?(?:的|资金|经费|部分|款|钱|那部分|那些|数|在内)*[）)]?(?=[，,。？?！!是有为多]|$)"
_LATER = r"(?:年末结转|年底结转|结转(?:到|至)?(?:下一?年|明年|次年|以后年度)(?:使用|继续使用|用)?)"
_ON = rf"{_LESS}(?:要|已经?|被)?{_LATER}{_OF_IT}"
_OVER = rf"{_LESS}(?:上年|去年|年初|以前年度|往年)(?:结转|转来|转过来){_OF_IT}"
_RUN = r"(?:(?!总计|收入|支出|结转)[^。；（(，,]){0,14}"

_ROWS: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (regex(rf"{_ALL}(?P<side>收入|支出)(?P<stage>预算|决算)?(?:合计|总额|总数)?(?:的)?{_HOLDS}"), _of_side),
    (regex(rf"(?<=[年度局厅委办院校心站所会馆，的])(?:部门|单位|总)?(?P<stage>预算|决算)(?:总额|总数)?(?:的)?{_HOLDS}"),
     r"\g<stage>收入总计"),
    (regex(_HOLDS), ""),
    (regex(rf"(?P<run>(?:支出|开支|花|用)了?{_RUN}){_ON}"), r"\g<run>"),
    (regex(rf"{_ALL}(?P<side>收入)(?P<stage>预算|决算)?(?P<run>{_RUN}){_OVER}"), _own_income),
)  # fmt: skip


def with_carried_in(text: str) -> str:
    """The question asking for the whole where it says that this holds what was carried over."""
    for pattern, meant in _ROWS:
        text = pattern.sub(meant, text)
    return text
