"""A year told from the one spoken of: 「接下来一年」, 「往前推一年」, 「后面两年」 after 2023 (顺推之年).

The words are written out as years, so that what else the follow-up asks is read as of any year that is named.
"""

# ruff: noqa: E501 - rows are read whole
from __future__ import annotations

import re

from ingest.patterns import regex
from service.follow.conversation import Talk

_NUMBER = {"一": 1, "1": 1, "两": 2, "二": 2, "2": 2, "三": 3, "3": 3, "四": 4, "4": 4}
_N = r"(?P<n>[一两二三四1-4])(?:个)?年(?:度)?(?!级|期|来|前|后|内|以)"
_GO = r"(?:的|推|数|看|走|移|挪|翻|倒|退|延|顺延|过|那|这|再|着|[，, ])*"
#: How such words look, and whether they lead on or back.
_ROWS: tuple[tuple[re.Pattern[str], int], ...] = tuple(
    (regex(pattern), step)
    for pattern, step in (
        (rf"(?:紧?接着|接下来|接下去|随后|此后|之后|其后|往后|向后|朝后|往下|后面|再后|再下|再过|顺延)(?:的)?{_GO}(?:后|下)?{_N}", 1),
        (r"(?:次年|翌年|转年|隔年|第二年|下一个?年度?|后一个?年度?|(?:转|翻)过年来?|过了年|晚一年)(?:度)?(?!级|期)", 1),
        (rf"(?:往前|向前|朝前|再前|往上|上溯|倒推|回推|前推|倒回|前面|此前|之前){_GO}{_N}", -1),
        (r"早一年|上上一?年", -1),
        (rf"(?:^|(?<=[那么再请续报续说，, ]))后(?:面)?(?:的)?{_N}", 1),
    )
)  # fmt: skip
#: What is only said of the year, and asks for the same figure.
_ONLY = regex(r"^(?:那么?|再|那再|还有|至于|，)*$")
_SAME = regex(
    r"^(?:的)?(?:又|各|分别|都|也)*(?:是|有|为)?(?:多少|几何|怎么样|如何)?(?:钱|万元|元)?(?:呢|啊|呀)?"
)
#: A base of comparison, or a year that is named besides: nothing is written out.
_NAMED = regex(r"(?<!\d)(?:20)?\d\d\s*年")
#: The year itself in brackets behind such words: 「转年（2025年）」 is 2025年.
_GLOSSED = regex(r"(?P<word>[\u4e00-\u9fff]{2,6})[（(](?P<year>(?:20)?\d\d年)(?:度)?[）)]")

#: Only the amounts and which way they went: 「数额分别是多少,呈增长还是下降趋势」, 「金额 升降情况」, 「并说明增减方向」.
_UP, _DOWN = "(?:上升|上涨|增加|增长|增多|[升涨增长多高上])", "(?:下降|下跌|下滑|减少|降低|[降跌减少低下])"
_GOES = "(?:一路|往|朝|向|走|是|在|呈|了|的|[上下](?=[升涨降跌])|[走升涨掉落滑去])*"
_EITHER = rf"{_GOES}(?:{_UP}{_GOES}(?:还是|或者?){_GOES}{_DOWN}|{_DOWN}{_GOES}(?:还是|或者?){_GOES}{_UP}|是{_UP}是{_DOWN}|是{_DOWN}是{_UP}){_GOES}"
_WAY = rf"(?:{_EITHER}|升降|增减|涨跌|起伏|变化|变动|怎么变|如何变)(?:的)?(?:了|情况|方向|趋势|势头|态势|走势|变化|来着|如何|怎么?样)*|趋势|走势|走向"
_AMOUNT = r"这(?:项|笔|个|块)?(?:补贴|支出|经费|钱|费用|收入|资金)?|各年|每年|各|分别|都|又|是|有|为|列|报|预算数?|决算数?|数额|数字?|金额|钱|多少|几何|什么|啥"
_ONLY_WAY = regex(
    rf"(?:请|续报|接着|继续|再|报|列|给|说明|说|讲|一下|并且?|以及|和|的|，|[,、；;。？?！!\s呢啊呀]|{_AMOUNT})*(?P<way>{_WAY})[的了呢啊呀吧，,。？?！!\s]*"
)
#: The same without the way they went; the words before the years belong to it as well.
_ASKS = regex(rf"(?:请|续报|接着|继续|再|报|列|给|明白了?|知道了?|好的?|哦|那么?|，|[,\s]|{_AMOUNT})*")


def year_on(text: str, talk: Talk) -> str:
    """The follow-up with the years written out; the text itself where it tells none from the one spoken of."""
    spoken = sorted(year for year in talk[-1].years if year) if talk else []
    text = _GLOSSED.sub(lambda m: m["year"] if any(p.search(m["word"]) for p, _ in _ROWS) else m[0], text)
    if not spoken or _NAMED.search(text):
        return text
    for pattern, step in _ROWS:
        said = pattern.search(text)
        if said is None or text[: said.start()].endswith(("比", "较", "以", "对比")):
            continue
        count = _NUMBER[said.groupdict().get("n") or "一"]
        twice = 2 if said[0].startswith("上上") else 1
        start = spoken[0] if step < 0 else spoken[-1]
        years = sorted(start + step * twice * n for n in range(1, count + 1))
        return _written(text, said, [f"{year}年" for year in years])
    return text


def _written(text: str, said: re.Match[str], years: list[str]) -> str:
    before, after = text[: said.start()], text[said.end() :]
    before = "" if _ONLY.match(before) else before
    if len(years) > 1 and _ASKS.fullmatch(before) and _ONLY_WAY.fullmatch(after):
        return f"{'、'.join(years)}各是多少，怎么变化的"
    same = _SAME.match(after)
    rest = after[same.end() :] if same else after
    if len(years) == 1:
        return f"{before}{years[0]}{after if after.strip('？?。！!') else '呢'}"
    asked = rest.strip("，,、；;？?。！!呢 ")
    return (
        f"{before}{'、'.join(years)}分别是多少{'，' + asked if asked else ''}"
        if same
        else f"{before}{'、'.join(years)}{after}"
    )
