"""「有没有未结案的」「有没有100万以上的设备」: 「有」 is not said of some because there are any (漏掉的条件)."""

from __future__ import annotations

import re

from ingest.patterns import regex
from service.contract import Answer, Status

SORRY = "问的是带条件的有没有，资料里没有直接对应的数字，不敢说有或者没有。"
_EXISTS = regex(r"有没有|有木有|有没得|有无|是不是|是否|存不存在")
_ENDS = regex(r"(?:没有?|吗|么|呢|啊|呀|吧|的|了|[?？。!！])+$")
#: What narrows down what is asked for, or denies it; each only where the name of the figure does not say so itself.
_NARROWS = (
    regex(r"[没未]|非|不(?!同)|(?<!有)无"),
    regex(
        r"以上|以下|以内|低于|高于|超过|少于|多于|不足|大于|小于|超出|达到|[\d一二三四五六七八九十百千两](?:个)?[万亿千百元%]"
    ),
)
#: What says nothing of a thing that is counted.
_FILLER = regex(
    r"自己|单位|部门|公务|固定|本级|全部|一共|现在|目前|配备|安排|任何|什么|哪些|其他|相关|有关|属于|使用|[的用公家这那个些辆台套人名件项了车辆员过在编]"
)
_MONEY = ("元", "万元", "亿元")


#: 「超过2018万的支出」: those parts of a whole that a bound picks out.
_PICKED = regex(
    r"(?:(?:超过?|过|高于|大于|多于|不到|低于|小于|少于|不足|达到|在)[\d.]+[万亿千百]元?(?:以[上下])?|[\d.]+[万亿千百]元?以[上下])的?(?:支出|开支|收入|科目|项目|经费|费用)"
)
#: 「有未结案的案件吗」, of which the rate of those that were closed says nothing.
_SOME_NOT = regex(r"(?<!没)有(?P<no>未|没|不)有?(?P<what>[\u4e00-\u9fff]{2})(?=[^，。？]*[吗么没])")
_ALL_TOLD = "没有按这个金额挑出各项，不拿总额来回答。请问「哪些科目超过这个数」。"


#: Over whom an average is asked for: 「按户籍人口算」.
_BY_WHOM = regex(r"按(?:照)?(?P<by>[\u4e00-\u9fff]{2,10}?)(?:的?人?数)?(?:来)?(?:算|计算|平均|均摊|分摊|摊)")
_STAFF = regex(r"在职|在编|在岗|实有|职工|编制|员工|干部")


def _over_others(answer: Answer, text: str) -> str:
    """Whom an average is asked over that is told over others; empty where it is over them."""
    by = _BY_WHOM.search(text)
    figure = answer.figures[0]
    if by is None or not figure.label.startswith("平均") or len(figure.inputs) < 2:
        return ""
    over = figure.inputs[-1].label
    alike = by["by"] in over or (_STAFF.search(by["by"]) and _STAFF.search(over))
    return "" if alike else f"没有找到能按「{by['by']}」来平均的数，不拿「{over}」来算。"


def dropped(answer: Answer, text: str) -> str:
    """What is said in place of a 「有」, or a total, that leaves out a condition or a denial; empty where none does."""
    if answer.status is not Status.ANSWERED or not answer.figures:
        return ""
    if (
        _PICKED.search(text)
        and len(answer.figures) == 1
        and answer.figures[0].label.endswith(("合计", "总计"))
    ):
        return _ALL_TOLD
    if others := _over_others(answer, text):
        return others
    names = "".join(figure.label for figure in answer.figures)
    if any(match["what"] in names and match["no"] not in names for match in _SOME_NOT.finditer(text)):
        return SORRY
    if not answer.answer.startswith("有。"):
        return ""
    asked = _EXISTS.sub("，", _ENDS.sub("", text))
    for narrows in _NARROWS:
        if any(match[0] not in names for match in narrows.finditer(asked)):
            return SORRY
    return SORRY if answer.figures[0].unit not in _MONEY and _is_a_sort(asked, names) else ""


def _is_a_sort(asked: str, names: str) -> bool:
    """「有没有特种车辆」: a sort of what is counted, of which the number of all is no answer."""
    thing = re.split(r"[，。？?]", asked.split("，", 1)[-1])[0]
    extra = "".join(
        char for char in _FILLER.sub("", thing) if char not in names and "\u4e00" <= char <= "\u9fff"
    )
    return len(extra) > 1
