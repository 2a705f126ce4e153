"""An order that is asked for beside what else is said, put plainly: 「谁的预算多，按多到少排排」 (排序的白话).

How many bodies or things there are in all is known anyhow: 「五个单位」 are all of them, and so are 「那一万多个问题里」.
"""

# ruff: noqa: E501 - rows are read whole

from __future__ import annotations

import re

from ingest.patterns import regex

_DOWN = r"(?:按|从|由)?(?:照)?(?:多到少|大到小|高到低)"
_SORT = r"(?:给我|帮我|给|依次|都)*(?:排排队?|排一?排|排一?下|排个[队序]|排[序列]?|列[出一]?[列下]?|报[一]?下?)(?=[？?。，,呗吧]|$)"
_NUMBER = r"[\d.,一二两三四五六七八九十]*[百千万]+[多余来几]*|[\d,]{3,}[多余来几]*"
_UNITS = "[个件条起宗项处人户例次]"
_ROWS: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        regex(
            rf"(?:谁|哪个|哪家)(?:单位)?的?(?P<what>[\u4e00-\u9fff]{{2,8}}?)最?[多大高][，,、\s]*{_DOWN}{_SORT}"
        ),
        r"\g<what>从多到少排列",
    ),
    (
        regex(
            r"(?:谁|哪个|哪家)(?:单位)?的?(?P<what>[\u4e00-\u9fff]{2,8}?)最?[多大高][，,、\s]*(?:谁|哪个|哪家)(?:单位)?的?(?:(?P=what))?最?[少小低]"
            rf"[，,、\s]*(?:{_DOWN})?{_SORT}"
        ),
        r"\g<what>从多到少排列",
    ),
    (regex(rf"按(?:照)?多到少{_SORT}"), "从多到少排列"),
    # The bodies below one, which the request names last: 「按收入总计由大到小，列出某局四家预算单位」.
    (
        regex(
            r"(?:请|麻烦|帮我)*按(?:照)?(?P<what>[^，。？]{2,16}?)(?:由|从)?(?:大到小|多到少|高到低)(?:的?顺序)?[，,]?(?:依次|逐一)?(?:列出|排列|排出|列举|排)"
            r"(?P<who>[^，。？]{2,24}?)的?(?:[两三四五六七八九十]{1,2}[家个]|各|所有|全部)(?:预算|二级|下属|所属)?单位(?=[。？]|$)"
        ),
        r"\g<who>各预算单位\g<what>从多到少排列",
    ),
    # How many units are below one body tells whether its own office is counted among them: 「下面四个单位」 stays.
    (
        regex(
            r"(?<![前头后其])(?<!下面|下属|直属|所属|二级|下级|底下|下边)(?<!下面的|下属的|直属的|所属的|底下的)[两三四五六七八九十]{1,2}个单位(?=[^，。？]{0,14}(?:从|由)(?:多到少|大到小|高到低))"
        ),
        "各单位",
    ),
    (
        regex(
            rf"[那这]?(?:{_NUMBER}){_UNITS}(?P<what>[\u4e00-\u9fff]{{2,4}}?)(?:里[面头]?|当中|之中|中)[，,]?"
            r"(?=[^。？]{0,12}(?:排|最[多高大]|前[一二三四五]))"
        ),
        r"\g<what>里",
    ),
    (
        regex(
            r"(?:更新|添置|更换|购置|置办|置换)(?![费税及和款])(?P<what>[\u4e00-\u9fff]{2,8}?)[，,](?:计划|打算|准备|预算)?(?=(?:花钱|花费|金额|预算)?最[多贵大高]的)"
        ),
        r"采购\g<what>",
    ),
    # By how many per cent, said in brackets or behind.
    (
        regex(r"(?P<way>[降增涨跌减]幅度?)[（(](?:按)?(?:百分比|百分率|百分数|%)(?:算|计|看)?[)）]"),
        r"\g<way>",
    ),
    (
        regex(
            r"(?P<way>[降增涨跌减])(?:少|加|长|了|得)*最[多大快](?P<rest>的[^，。？（(]{0,12})?[（(，,]按(?:照)?(?:百分比|百分率|幅度)(?:来)?(?:算|计|看|排)?[)）]?"
        ),
        r"\g<way>幅最大\g<rest>",
    ),
)


def orders_plainly(text: str) -> str:
    """The question with every row applied."""
    for pattern, meant in _ROWS:
        text = pattern.sub(meant, text)
    return text
