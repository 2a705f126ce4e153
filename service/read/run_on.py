"""Where one question ends and the next begins, though nothing marks it: 「编制多少人实际在职多少人」 (连写的两问)."""

from __future__ import annotations

import re

from ingest.patterns import regex

_MEASURE = "个件条项次家辆人名期部批元万亿百千分篇处场天吨米岁届份套台座公所倍成块种类款笔"
_MORE = r"(?:又|又是|又有|是|有|各|各是|占)?(?:多少|几(?![乎年点])|百分之几)"
#: Words that a question of its own begins with, where a noun might go on otherwise.
_BEGINS = (
    r"(?:又|还(?!是)|再|其中|另外|里[头面边]|底下|下面|退下来|离退休|实际|年初|年末|买车|比(?:上年|去年|第二)|跟(?:上年|去年)|参公|预计|拟|计划"
    r"|[少多降涨增减][了出掉]|增[长加减]|减少|下降|占)"
)
#: What may not follow a bare 多少 where it ends a question: a measure, or what leads on.
_ON = rf"[的用是花被由给和与及跟来{_MEASURE}]"
_WHY = r"(?:是|这是)?(?:为什么|为啥|什么原因|啥原因|怎么回事|咋回事|何故)"
_COUNT = (
    r"(?:多少|几)(?:个?人次?|名|辆|家|次|期|部|个|台|件)?"
    r"(?:编制|法规|处室|公车|(?:公务)?用车|车辆?|职工|人员|干部|项目|单位|学校|学生|床位|设备|房屋)?"
)
#: What somebody says while thinking on.
_PAUSE = r"[呀啊嗯呃哦额诶唔]*"
_ROWS: tuple[tuple[re.Pattern[str], str], ...] = (
    # How much of one thing, then of another.
    (
        regex(
            r"(几(?:[万千百]元|[万千百](?!元)|块钱|块(?!钱)|元))(?=(?![钱的是和与及跟到多])[\u4e00-\u9fff]{2,12}?(?:多少|几(?![乎年])))"
        ),
        r"\1，",
    ),
    (regex(rf"(多少(?:钱|万元|万|元)?)(?=(?!{_ON})[\u4e00-\u9fff]{{2,12}}?{_MORE})"), r"\1，"),
    (
        regex(rf"({_COUNT}){_PAUSE}(?={_BEGINS}[^，。？?]{{0,14}}?(?:多少|几(?![乎年])|哪|百分))"),
        r"\1，",
    ),
    # How much, and why.
    (regex(rf"(多少(?:钱|万元|万|元|个?百分点)?|百分之几|几成)(?={_WHY})"), r"\1，"),
)


def with_marks(text: str) -> str:
    """The text with a comma where a question ends in the middle of it."""
    for pattern, parted in _ROWS:
        text = pattern.sub(parted, text)
    return text
