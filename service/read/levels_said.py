"""The level of accounts that a question asks for: 「哪个大类」, 「最大的项」, 「哪些款」 (科目级次).

类 of 分类, 款 of 拨款 and 项 of 项目 say none; 各项 and 哪项 are said of any parts.
"""

from __future__ import annotations

from ingest.patterns import regex

#: How a level is said beside 「类级」 and 「类级科目」: which, how many, the most, or what has moved.
_WHICH = r"哪(?:个|些|几个?|一个)大?"
_MOST = r"最[大小多少高低快慢好差](?:的|是)?大?"
_BEFORE = {"类": r"(?<![分种同这此归])", "款": r"(?<![拨存贷罚公借善捐付汇])", "项": r"(?<![各事专选款类])"}
_BEHIND = {"类": r"(?![似别型比的])", "款": r"(?![项额待])", "项": r"(?![目上])"}
_OF_LEVEL = {
    level: regex(
        rf"{level}级|[(（]{level}[)）]|(?:{_WHICH}|几个大?|{_MOST}){level}{_BEHIND[level]}"
        rf"|的{level}(?:有|是|[？。]?$)"
        + (r"|大类|(?<=[有的哪些])类(?=[下增减上]|$)" if level == "类" else "")
    )
    for level in "项款类"
}
#: 「前两大类合计」: the largest of that level, as they are understood.
_FIRST = regex(
    r"前(?P<n>[两二三四五六七八九十\d]+)(?:个|大)?(?P<level>[类款]|项(?!目))(?!级)(?:支出|科目|开支)*(?:的)?(?=合计|总计|一?共|总共|加|之和|占)"
)

#: 「基本支出最多的类」 is one by function; 「基本支出中哪个大类」 one of basic expenditure, by economic class.
BASIC_BY_FUNCTION = (
    r"基本支出(?:花得|数额|金额)?最[大多小少高低]的[^，。？]{0,4}[类款项]|[类款项]的基本支出最"
)


def level_said(text: str) -> str:
    """类, 款 or 项, or nothing where no level is said."""
    return next((level for level, pattern in _OF_LEVEL.items() if pattern.search(text)), "")


def with_level(text: str) -> str:
    """The question with the largest of a level said as accounts of it."""
    return _FIRST.sub(r"前\g<n>个\g<level>级科目支出", text)
