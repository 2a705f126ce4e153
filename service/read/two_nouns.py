"""Two things asked for by their names alone, put as two questions: 「项目数及平均得分」「金额 同比增加额」 (两名两问).

A form, or whoever is in a hurry, names what is wanted without a word that asks. A row is a pattern and what it means;
rows are tried in their order, on a text without who and when taken off. Nothing of the matter is dropped.
"""

# ruff: noqa: E501 - rows are read whole
from __future__ import annotations

import re

from ingest.patterns import regex

#: Measure words that a number is named with: 篇数, 件数. 个 and 项 count anything, so that a topic would be counted too.
_UNIT = "篇|件|期|册|辆|台|户|场|起|座"
_AND = r"(?:\s*(?:以及|[、，,和与及])\s*|\s+)"
_END = r"(?=[？?。]*$)"
#: How the name of an amount ends, which says that the amount is asked for.
_AMOUNT = r"(?:(?:安排|预算|决算|支出|执行|列支|实际支出)?(?:数额?|金额|额|总额|总数)|安排)"
_JOIN = r"(?:以及|[、，,和与及])"
_SINCE = r"(?:同比|(?:比|较|与|和)(?:上一?年度?|去年)(?:同期|相比)?)"
_MORE = r"(?:(?:增加|增长|增减|变动|变化)的?(?:额度?|数额?|金额)|多(?:安排|支出|列支|花)(?:出|了)?的?(?:金额|数额|钱数?|部分))"
_LESS = r"(?:(?:减少|下降|压减)的?(?:额度?|数额?|金额)|少(?:安排|支出|列支|花)(?:出|了)?的?(?:金额|数额|钱数?|部分))"
_ROWS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (regex(pattern), meant)
    for pattern, meant in (
        # 「公务接待批次、人次数据」: that they are data says nothing.
        (rf"(?<=人次|批次|数量|面积|人数|得分)的?(?:数据|数字|情况|信息){_END}", ""),
        # 「接待批次 接待人次」「公务接待数据：批数、人次数」
        (
            rf"(?P<doing>接待|招待|出国|出境)(?:的?(?:数据|情况|统计)[:：]?|[:：\s])?\s*(?P<one>批次|团组|批)数?{_AND}(?:(?P=doing))?的?(?P<other>人次|人数)数?{_END}",
            r"\g<doing>多少\g<one>，多少\g<other>",
        ),
        # The number of what is reviewed and what it scores on the average.
        (rf"(?P<what>项目|指标)(?:数量|总数|个数|数){_AND}平均(?:自评)?(?:得分|评分)(?:各自?|分别)?(?:[是为])?(?:多少)?{_END}", r"\g<what>多少个，平均得分多少"),
        # 「日报 周报 篇数」: one measure for two names.
        (
            rf"(?<=[\s年度])(?P<a>[\u4e00-\u9fff]{{2,8}}?(?<![局委办厅院处心会校镇乡道村队站所])){_AND}(?P<b>(?:(?!局|委员会|中心)[\u4e00-\u9fff]){{2,8}}?)\s*的?(?P<unit>{_UNIT})数{_END}",
            r"\g<a>多少\g<unit>，\g<b>多少\g<unit>",
        ),
        # How much was paid for a thing and how it was bought.
        (rf"(?:的?(?:预算|采购|合同|中标)*(?:金额|数额|预算|价款?))?{_AND}(?:政府)?采购(?:方式|形式)(?:各自?|分别)?(?:[是为])?(?:多少|什么)?{_END}", r"的金额是多少，采购方式是什么"),
        # Several batches of guests, and how many they are together.
        (r"(?P<one>(?:多少|几)(?:批次?|拨|趟|个?团组?)[^，,。？?]{0,4}[，,、？?\s]*)(?:全部|一共)?[加合]起来(?:一共|总共)?(?=(?:有|是)?(?:多少|几)个?人)", r"\g<one>一共"),
        # The amount and by how much it moved; an amount by its name alone where a word joins the two.
        (rf"(?<=[\u4e00-\u9fff])\s*(?:{_AMOUNT}{_AND}|{_JOIN})(?:其|它)?(?P<since>{_SINCE})的?{_MORE}{_END}", r"是多少，\g<since>增加多少"),
        (rf"(?<=[\u4e00-\u9fff])\s*(?:{_AMOUNT}{_AND}|{_JOIN})(?:其|它)?(?P<since>{_SINCE})的?{_LESS}{_END}", r"是多少，\g<since>减少多少"),
    )
)  # fmt: skip
#: 「一是…，二是…」: counted out, each a question.
_COUNTED_OUT = regex(
    r"^(?P<lead>[^，,；;]{0,30}?)(?:[:：，,]\s*)?(?:一是|其一[，,是]|第一[，,是]|①|[（(]1[)）]|(?<!\d)1[.．、](?!\d)|(?<![^:：])1(?=[\u4e00-\u9fff])(?![月日号季级次年个项批期组处]))(?P<one>[^；;。？?]{2,40}?)[，,；;。？?\s]\s*"
    r"(?:二是|其二[，,是]|第二[，,是]|②|[（(]2[)）]|2[.．、](?!\d)|2(?=[\u4e00-\u9fff])(?![月日号季级次年个项批期组处]))(?P<two>[^；;。？?]{2,40})[。？?]*$"
)
#: Before the first: that so many numbers are wanted.
_WANTED = regex(
    r"(?:请|麻烦|劳驾|您|你|帮我?|给我?|我?[要想]|报|列|提供|查|核对?|说|问|一下|以下|下面|这|那|[两二2]个?(?:数据?字?|问题|事|项|指标)|[:：，,])*"
)
_ASKS = regex(r"多少|几|什么|哪|吗|谁")
_MOVED = regex(rf"^(?:它|其|该数|这笔钱?)?(?P<since>{_SINCE})的?(?P<more>{_MORE}|{_LESS})$")
#: What scores on the average, by other words: only where something is scored.
_SCORED, _MEAN = (
    regex("绩效|自评|评价|评分"),
    regex(r"平均(?:分值|分数|分)(?![之配摊])|均分(?!配|摊)|平均下来得?(?=[多几][少]?分)"),
)


def two_nouns(text: str) -> str:
    """The text with a question for each of two things that it only names; as it is where it names one."""
    if "平均" in text or "均分" in text:
        text = _MEAN.sub("平均得分", text) if _SCORED.search(text) else text
    counted = _COUNTED_OUT.fullmatch(text)
    if counted is not None:
        lead = "" if _WANTED.fullmatch(counted["lead"]) else counted["lead"]
        return f"{lead}{_asked(counted['one'])}，{_asked(counted['two'])}"
    for pattern, meant in _ROWS:
        text = pattern.sub(meant, text)
    return text


def _asked(thing: str) -> str:
    """A thing that is named, as a question."""
    if _ASKS.search(thing):
        return thing
    moved = _MOVED.fullmatch(thing)
    if moved is None:
        return f"{thing}是多少"
    return f"{moved['since']}{'减少' if moved['more'][0] in '减下压少' else '增加'}多少"
