"""Measure words: 「多少对」「几万平方米」「多久」 ask for a count in the units that the documents count in (量词).

Which measure words there are is read off the facts: a question counts in what its documents print, whatever it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ingest.model import Fact, Measure
from ingest.patterns import regex
from service.figures.held import once
from service.read.vocabulary import COUNT_UNITS

#: Units of how long something takes; one word asks for any of them.
DURATION = "时长"
DURATIONS = ("秒", "分钟", "小时", "个小时", "天", "日", "个工作日", "工作日", "个月")
#: How a counted thing may end that the unit itself says: 件 of 投诉案件, 人 of 在职人员.
COUNTED_AS = {
    "件": r"(?:案件|事件|信件|件数|[件数量])$",
    "人": r"(?:人员|人数|职工|干部|[人数])$",
    "个": r"(?:个数|数量|总数|数)$",
    "家": r"(?:家数|户数|数量?)$",
    "户": r"(?:户数|数量?)$",
    "次": r"(?:次数|数量?)$",
    "篇": r"(?:篇数|数量?)$",
    "辆": r"(?:辆数|数量?)$",
    DURATION: r"(?:时间|时长|时限|用时|天数)$",
    "平方米": r"(?:总?面积)$",
}
#: Names of times taken, which are means by themselves: 「平均要等多久」.
TIME_TAKEN = regex(r"(?:响应|办结|办理|处置|等候|等待|到达|审批|回复|答复)(?:时间|时长|时限|用时|天数)$")
#: How long is asked for. 「等了多久」 is a time, 「久」 within a name is none.
_HOW_LONG = regex(
    r"(?:要|得|需要?|用了?|花)?(?:等待|等候|等|耗时)?(?:多久|多长的?时间|几分钟|多少时间)(?!远)"
)
#: Units that are the beginnings of other words, with what stands behind them then.
_ELSE = {
    "对": "[外内口象应策面比于手方接照]", "起": "[诉重草步源码点]", "块": "钱", "支": "[出付部援持]",
    "位": "[于置]", "口": "[径岸头号]", "间": "[接距隔]", "头": "[部号]", "组": "[织成]", "班": "[子组车]",
    "根": "[据本]", "例": "[外如行会]", "宗": "[旨教]", "分": "[之别钟配类局管红]", "点": "[位]",
    "节": "[约能目余]", "条": "[件例款]", "家": "[庭具长]", "所": "[属有以得在]", "人": "[员大工均力社才事]",
    "项": "目", "次": "数", "场": "[地所馆]", "期": "[限间末刊]", "张": "贴", "个": "[人体税别百月小工]",
    "本": "[年级部单科]", "套": "[餐]", "台": "[账帐]", "批": "[复准评]", "件": "[数均]", "处": "[室理置罚]",
    "天": "[数然]", "床": "[位单上]", "门": "[诊店面票禁]", "层": "[级面次]", "笔": "[试记]",
    "集": "[体团中合]", "篇": "幅", "幅": "[度员]", "名": "[单额义录次]", "种": "[类植子]", "类": "[别型]",
    "只": "[是有要能]", "部": "[门分队署级]", "米": "[面粉]", "基": "[本金层]", "路": "[灯面]", "车": "[辆位]",
    "亩": "产",
}  # fmt: skip
#: Measure words for the same things: 「种了多少棵树」 where the document counts in 株; used where it counts in no 棵.
_SAME = (
    ("棵", "株"),
    ("位", "人", "名"),
    ("起", "宗", "件"),
    ("盏", "基"),
    ("幢", "栋"),
    ("眼", "口"),
    ("艘", "条"),
    ("所", "家"),
    ("块", "处"),
    ("本", "册"),
)
#: Measure words that people use for what documents count in another: 「抓到多少起乱停」 of 3,095个.
_LOOSE: dict[str, str | tuple[str, ...]] = {
    "平方米": ("亩", "公顷", "平方公里", "平方千米"),
    "起": "件宗例个处", "件": "起宗例个处", "宗": "件起例个", "例": "件起宗个", "座": "处个家所", "处": "个座家块所间",
    "块": "处个", "家": "个所户处", "所": "家个处座", "间": "处个所座家",
    "口": "眼", "通": "个件次", "单": "件起个", "位": "名人", "条": "处", "个": "处座块条起件",
}  # fmt: skip
#: Measure words that are heard as words by themselves.
_KNOWN = frozenset(word for _, words in COUNT_UNITS for word in words.split("|"))
_SCALED = regex(r"^[十百千万亿]+(?=.)")


def counts_alike(asked: str, printed: str) -> bool:
    """Whether what is printed in one unit may be asked for in another, where nothing is printed in that itself."""
    return printed in _LOOSE.get(asked, ())


class Counted(NamedTuple):
    """Where a measure word is asked for, and the unit that is meant."""

    start: int
    end: int
    unit: str


def measure_said(text: str, facts: Sequence[Fact]) -> Counted | None:
    """「多少对」 at its place, where some fact counts in 对; the last one, for what comes before may lead to it."""
    if long := _HOW_LONG.search(text):
        return Counted(long.start(), long.end(), DURATION)
    if "多少" not in text and "几" not in text:
        return None
    pattern = once(facts, measure_said, lambda: _pattern(facts))
    found = list(pattern.finditer(text)) if pattern is not None else []
    also = once(facts, _also, lambda: _also(_printed(facts)))
    found = [m for m in found if m[0] not in _KNOWN or m["unit"] in also]
    if not found:
        return None
    unit = found[-1]["unit"]
    return Counted(found[-1].start(), found[-1].end(), also.get(unit, unit))


def _pattern(facts: Sequence[Fact]) -> re.Pattern[str] | None:
    """What asks for a count in any unit that these facts count in, the longest first."""
    printed = _printed(facts)
    units = sorted({*printed, *_also(printed)}, key=len, reverse=True)
    if not units:
        return None
    either = "|".join(f"{unit}(?!{_ELSE[unit]})" if unit in _ELSE else unit for unit in units)
    return re.compile(rf"(?:多少|几)(?:十|百|千)?万?(?P<unit>{either})")


def _printed(facts: Sequence[Fact]) -> frozenset[str]:
    units = {_SCALED.sub("", f.unit) for f in facts if f.measure is Measure.COUNT}
    return frozenset(unit for unit in units if _WORD.fullmatch(unit))


#: A measure word; a scale alone is none, or 「多少万元」 would count something.
_WORD = regex(r"(?![十百千万亿]+$)[\u4e00-\u9fff]{1,5}")


def _also(printed: frozenset[str]) -> dict[str, str]:
    """Units that are not printed, with the printed one that counts the same things."""
    rows = ((unit, next((u for u in row if u in printed), "")) for row in _SAME for unit in row)
    return {unit: told for unit, told in rows if told and unit not in (*printed, "人", "名")}
