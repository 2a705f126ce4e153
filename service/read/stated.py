"""A figure that the question itself states beside an account: it is not asked for (题里带的数).

「花了9759.38万元，其中工资福利占多少」 asks for a share of what was spent. A figure that bounds, prices or picks is
none of these, and stays.
"""

from __future__ import annotations

import re

from ingest.patterns import regex

_NUMBER = r"\d[\d,]*(?:\.\d+)?\s*多?"
_FIGURE = (
    rf"(?:约|大约|大概|近|足足|整整|共|一共|总共|合计|高达|是|为)*{_NUMBER}(?:亿|万|千万|百万)?(?:元|块钱?)?"
)
_BOUND = r"(?<![超过于达到满足价下上含\d.,比第至])"
_NO_BOUND = r"(?!以[上下内]|[(（]含|左右|到|至|之间|[\d.,%％年月日号人名个项家辆台件次批])"
_ACCOUNT = (
    r"(?:(?:部门|财政|总|本年|年初)*(?:支出|预算|决算|收入|采购|盘子)|三公"
    r"|[\u4e00-\u9fff]{2,8}(?:经费|费|支出|资金|补贴|收入))"
)
_SPENT = r"(?:花了?|用了?|支出了?|开支了?|花掉了?|花出去)"
_OF_IT = r"(?:这?其中|这?里[面头]?|当中|中)(?=[^，。]{2,12}(?:占|多少))"
_MONEY = rf"(?:那|这)?笔?{_NUMBER}(?:亿|千万|百万|万)(?:元|块钱?)?"
_ROWS: tuple[tuple[re.Pattern[str], str], ...] = (
    # 「花了X万元，其中…占多少」
    (regex(rf"{_SPENT}{_FIGURE}(?:的?钱)?[，,]?{_OF_IT}"), "支出中"),
    # 「1.56亿预算里基本支出占多少」, 「767.60万元的三公经费比上年少多少」
    (regex(rf"{_BOUND}{_MONEY}{_NO_BOUND}的?(?=(?:总|部门)?{_ACCOUNT})"), ""),
)


def without_stated(text: str) -> str:
    """The question without the figures that it states of what it asks about."""
    for pattern, meant in _ROWS:
        text = pattern.sub(meant, text)
    return text
