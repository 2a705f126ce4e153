"""Places, vehicles and years set beside each other, in the words that other readers look for (位次与比较的说法).

「居首者为何」「排老二」「公家的车差几部」「是2022年高还是2023年高」: a row is a pattern and what it means; rows are tried
in their order.
"""

# ruff: noqa: E501 - rows are read whole
from __future__ import annotations

import re

from ingest.patterns import regex

_RATED = r"(?:年初|全年|调整)?预算数?的?(?:比例|百分比|百分率|百分数|程度|比率)"
_ROWS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (regex(pattern), meant)
    for pattern, meant in (
        (r"排?老二(?=的|[是，,。？?叫])", "排第二"),
        (r"(?P<most>(?:最[高低多少大小]|第[一二三])的?是)那(?=一?[项个类家样])", r"\g<most>哪"),
        # A level of the functional classification, in brackets or quotes behind it.
        (r"(?:支出)?功能(?:分类)?科目的?[（(“\"](?P<l>[类款项])[”\"）)](?:级)?(?:科目)?", r"\g<l>级科目"),
        # A rate by its name, where the highest or lowest of it is asked for.
        (rf"完成了?{_RATED}(?=最|里|中|，?居首|，?排)", "预算完成率"),
        (r"完成(?:年初|全年|调整)?预算\s+(?=最[高低])", "预算完成率"),
        (r"(?<=完成|执行)[律绿](?=最|是|多少|排)", "率"),
        # Set beside what was told before.
        (r"(?:^|(?<=[，,。]))(?:那么?)?(?:再)?(?:拿|把|将)(?:它|这个数?|这笔钱?|这项|这一?[笔项块])?(?=[跟和与同])", ""),
        (r"(?:放|摆|搁)(?:在|到)?一(?:块儿?|起)(?:看一?看?|比一?比?|瞧)(?=[，,。？?\s]|$)", "比"),
        (r"^根(?=[\u4e00-\u9fff]{2,12}比)", "跟"),
        # Two years, one in each half.
        (
            r"(?:到底|究竟)?(?:是)?(?P<one>20\d\d年)度?(?:的)?(?P<way>[多高大少低小])(?:一?些|一?点)?[，,]?还是(?P<other>20\d\d年)度?(?:的)?(?P=way)(?:一?些|一?点)?",
            r"，\g<one>和\g<other>哪年\g<way>",
        ),
        # The amount of each of two, which differ; no sum of them.
        (r"(?:[花用]了?)?的?总[数量额](?=[，,\s]*(?:这)?两(?:年|家|个?单位)(?:之间)?(?:的数)?相?差)", ""),
        # A score, however it is called.
        (r"(?<=绩效|自评|评价)的?(?:那|这)个?分(?=[，,。？?\s是]|$)", "自评得分"),
        (r"自己(?:给|替|对)自己(?:打|评)的?分数?", "自评得分"),
        (r"(?:^|(?<=[，,。]))自己(?:给自己打分|评自己)[，,](?=[^？?]*[得评个打]分)", ""),
        # A part of expenditure by the word that it begins with.
        (r"(?P<of>公用|人员)(?:上|方面)?的?(?:那些|这些|那一?块|这一?块|那部分|这部分)的?(?:钱|开支|花费|支出)", r"\g<of>经费"),
    )
)  # fmt: skip
#: Vehicles are counted in 辆, however people count them; what else is counted in 台 is none.
_CARS = regex(r"(?:多少|几|若干)[台部](?=[，,。？?！!；;\s呢啊呀吧]|$)")
_NO_CARS = regex(r"设备|仪器|电脑|计算机|打印|空调|机器|系统|平台|器材|车[床间载站道位]")
#: What is asked, and behind it of whom and what: 「最大的是哪项？看…2022年…」.
_TOPIC_LAST = regex(
    r"^(?P<asked>[^？?。]{4,40}[？?。，,])\s*(?:(?:我)?(?:问|说|指|看|查)的(?:就)?是|就?(?:看|说|问|查)(?:的)?)(?P<topic>[^，,。？?]*20\d\d年[^？?。]*)[。？?！!]*$"
)
_ASKS = regex(r"多少|几|百分之|占比|谁|哪|什么|啥|怎|为何|吗|呢|差")


def placed_plainly(text: str) -> str:
    """The question with every row applied, and of whom it is before what is asked."""
    for pattern, meant in _ROWS:
        text = pattern.sub(meant, text)
    if "车" in text and not _NO_CARS.search(text):
        text = _CARS.sub("几辆", text)
    return _topic_first(text)


def _topic_first(text: str) -> str:
    said = _TOPIC_LAST.match(text)
    if (
        said is None
        or "20" in said["asked"]
        or not _ASKS.search(said["asked"])
        or _ASKS.search(said["topic"])
    ):
        return text
    return f"{said['topic']}，{said['asked'].rstrip('？?。，,')}？"
