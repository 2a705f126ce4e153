"""Quantities in the words of a table cell: ≥26万份, 累计完成分析报告365篇, 85%--100% is a range and none (数量)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ingest.numbers import parse_number
from ingest.patterns import regex

#: Breakdown of a figure that is printed as rough (10,650余).
ROUGH = "约数"
_PLAIN_UNITS = (
    "亿元|百万元|万元|千元|元|平方公里|平方千米|万平方米|平方米|立方米|万立方米|公里|千米|公顷"
    "|千瓦时|人份|人次|万人次|户次|批次|场次|台套|车次|天|个工作日|工作日|个月|小时|分钟|月"
    "|万?(?:亩|吨|公斤|千克|件|个|次|人|篇|份|户|家|项|场|期|台|套"
    "|辆|座|处|起|条|册|部|批|例|名|所|间|张|块|株|宗|班|门|类|种|只|头|艘|栋|幅|集|本|根|盏|幢|段|组|支|届|轮|米|页|卷|项次|课时|学时|笔|份次"
    "|棵|管(?![道网线理护])|分(?![之钟布别级类期批管]))"
)
#: 次/日, 公斤/亩, 人份/天; what stands behind a stroke otherwise is another thing (5人/女3人).
_UNITS = (
    f"万?元/[\u4e00-\u9fff]{{1,4}}(?:[·•・/](?:学?年|月|天|日|次|学期))?|(?:{_PLAIN_UNITS})/(?:日|天|周|月|季度?|学期|年|小时|分钟|人次?|生|户|亩|次|场|平方米|公里)"
    f"|{_PLAIN_UNITS}"
)
_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_BOUND = (
    r"(?:大于等于|小于等于|大于或等于|小于或等于|不低于|不高于|不少于|不超过|不大于|不小于|大于|小于|达到|控制在"
    r"|[≥≧≤≦><＞＜=])"
)
_WHOLE = regex(
    rf"^(?P<bound>{_BOUND})?\s*(?P<number>[-－−]?{_NUMBER})\s*(?P<rough>余|多)?[(（]?(?P<unit>%|{_UNITS})?(?:(?<=[(（][人户次个件家])数(?=[)）]))?[)）]?"
    r"(?:以上|以下|以内|及以上)?[。；;，]?$"
)
_INSIDE = regex(rf"(?<![\d.,])(?P<number>{_NUMBER})\s*(?P<rough>余|多)?(?P<unit>%|{_UNITS})(?!\d)")
#: Units that running text has beside those which cells have: what is measured, 「27.4微克/立方米」, what things of all
#: sorts are counted in, 「341枚」; not where the character goes on as another word: 「3路公交」.
_MEASURED = "微克|毫克|毫升|升|分贝|兆瓦|千瓦|千伏安|马力|兆|毫米|厘米|毫秒|秒|摄氏度"
_CLASSIFIERS = (
    "枚|层(?![级面次楼高以])|尾|羽|匹|孔|眼|顶|把(?!握)|副(?![局主县市院厅处科书省])|双(?![方向重])|床(?!位)|盒|袋|瓶|桶|罐|剂|针|付|挂|具|樘|扇|炉|窝|筐|捆|捧"
    "|路(?![公口段灯面线])|盘|箱|桩|方(?![面米])|丝|根|颗|粒|吨公里|趟|轮次|胎|票|封|帧|度(?![假过])|档(?!案)|级(?=台阶)|款(?![项])"
)
_WIDER = (
    rf"{_UNITS}|(?:{_MEASURED})(?:/(?:立方米|平方米|升|千克|公斤|秒|小时|天|日|年|人|户))?"
    rf"|(?:{_CLASSIFIERS})"
)
#: The same where another number may follow at once: 「46期2148人」.
_PLACED = regex(rf"(?<![\d.,])(?P<number>{_NUMBER})\s*(?P<rough>余|多)?(?P<unit>%|{_WIDER})")
#: Words in front of a number that make it no result: nearly, per, a range, a date.
_NO_RESULT = regex(r"(?:趋于|接近|趋近|力争|第|每|超)\s*$|^\s*[-~—–至到]+\s*$")
#: Words in front of a number that make it a limit, not what was reached.
_LIMIT = regex(r"(?:最少|至少|最多|至多|不得?(?:少于|低于|超过|高于|大于|小于))\s*$")
#: What stands between the name of a thing and its number, and is no part of the name.
_GLUE = regex(
    r"(?:达到|达|为|共计|共|累计|合计|总计|约|计|了|在|完成|实现|是|有|双|均|超过|不少于|不低于|最少|至少|最多|至多|[:：、\s])+$"
)
_LEAD = regex(
    r"^(?:全年|累计|共计|共(?![享同建治产用青])|完成了?|实现了?|开展|组织|办理|受理|处理|发现|其中|年内|本年度?"
    r"|及(?![时格])|和(?![谐平])|与|并|[:：、\s])+"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, empty where none is printed; ``bound`` is ≥, 不少于 …, ``rough`` that of 30余起."""

    value: Decimal
    unit: str
    bound: str = ""
    rough: bool = False


def whole_quantity(text: str) -> Quantity | None:
    """The quantity that fills a cell, with its bound and unit; None for words, blanks and ranges."""
    match = _WHOLE.match(text.strip()) or _LOOSE.match(text.strip())
    value = parse_number(match["number"]) if match else None
    if match is None or value is None:
        return None
    unit = _BY_TIME.sub("·", match["unit"] or "")
    scale, unit = (_SCALES[unit], "") if unit in _SCALES else (1, unit)  # 「421万」 of a row that names 人次
    return Quantity(value * scale, unit, match["bound"] or "", bool(match["rough"]))


#: 「元/人/月」 is 元/人·月.
_BY_TIME = regex(r"(?<=元/..)[•・/](?=[学年月天日次])|(?<=元/.)[•・/](?=[学年月天日次])")
_SCALES = {"千": 1_000, "万": 10_000, "亿": 100_000_000}


#: A measure word that no list has, 「≥200顶」: one character behind a number that fills the cell; no date, no rank.
_LOOSE = regex(
    rf"^(?P<bound>{_BOUND})?\s*(?P<number>{_NUMBER})\s*(?P<rough>余|多)?(?P<unit>[\u4e00-\u9fff])$(?<![年月日号时点类级等第楼路街多余后前元])"
)

#: An amount in a cell with its name: 「年度资金总额：150.00」「其中：财政拨款150.00」.
_NAMED = regex(
    r"^(?:其中\s*[:：])?\s*(?P<name>[\u4e00-\u9fff]{0,10}(?:资金|拨款|预算|金额|总额|(?:预算|执行|决算)数|执行率))\s*[:：]?\s*(?P<value>\d[\d,]*(?:\.\d+)?(?:亿元|万元|元|%)?)$"
)


def named_amount(text: str) -> tuple[str, Quantity | None]:
    """The quantity of a cell, and its name where the cell holds both: 「年度资金总额：150.00」."""
    named = _NAMED.match(text.strip())
    return (named["name"], whole_quantity(named["value"])) if named else ("", whole_quantity(text))


_IN_BRACKETS = regex(rf"[(（]\s*(?:单位[:：])?(?:(?:{_UNITS})[、/])?(?P<unit>%|{_UNITS})\s*[)）]$")


def unit_in_brackets(label: str) -> str:
    """The unit that a name carries in brackets behind it, 「出院人数（人次）」; empty where it carries none."""
    match = _IN_BRACKETS.search(label)
    return match["unit"] if match else ""


#: What is counted in the unit of a row above: 「车辆（辆）」 over 「应急保障用车」.
SORTS_OF = {"平方米": r"房|屋|住宅|仓库|场地", "辆": r"车", "台": r"设备", "套": r"设备"}


def unit_below(over: str, label: str) -> str:
    """The unit of a row above, where a row without one names a sort of what that counts; else empty."""
    sort = SORTS_OF.get(over)
    return over if sort is not None and re.search(sort, label) else ""


def without_count(label: str) -> str:
    """A name without the unit in brackets behind it: 「实际开放床位（张）」 counts 实际开放床位."""
    return _IN_BRACKETS.sub("", label)


def listed_name(name: str, before: str) -> str:
    """The whole of a list whose last part is a name with 「等」, ``before`` the text ahead of its clause.

    Empty where the list has no beginning: a name must not be its tail.

    >>> listed_name("破损护栏等各类问题", "开展日常巡查，累计发现积水，落叶，")
    '积水，落叶，破损护栏等各类问题'
    """
    if "等" not in name or before[-1:] not in ("，", "、"):
        return name
    parts = re.split(r"(?<=[，、])", re.split(r"[。；\d]", before)[-1])
    for index in range(len(parts) - 1, -1, -1):
        if _LEAD.match(parts[index]):
            return _LEAD.sub("", parts[index]) + "".join(parts[index + 1 :]) + name
    return ""


def clauses(text: str) -> list[str]:
    """The text at its commas and stops."""
    return [part for part in re.split(r"[，。；;、]|,(?!\d{3})", text) if part]


def quantities(clause: str) -> Iterator[tuple[str, Quantity]]:
    """Each quantity of a clause with the name that stands before it, empty where none does.

    「考核14个街道共计12次」 is all about 考核街道: what is counted stands on both sides of its number.
    """
    matches = list(_INSIDE.finditer(clause))
    around = [clause[a:b] for a, b in _between(matches, len(clause))]
    for index, match in enumerate(matches):
        value, before, after = parse_number(match["number"]), around[index], around[index + 1]
        date = match["unit"] == "月" or re.search(r"\d年$", before)
        if (
            value is None
            or date
            or _NO_RESULT.search(before)
            or re.match(r"\s*[-~—–至]+\s*\d", clause[match.end() :])
        ):
            continue
        name = _clean(before)
        if name and match["unit"] in _COUNTED and (noun := _clean(after)):
            name += noun
        elif index and around[0] and match["unit"] == "次":
            name = _clean(around[0]) + name
        limit = _LIMIT.search(before)
        bound = limit[0].strip() if limit else ""
        yield (
            name if len(name) > 1 else "",
            Quantity(value, _BY_TIME.sub("·", match["unit"]), bound, bool(match["rough"])),
        )


def placed(text: str) -> Iterator[tuple[int, int, Quantity]]:
    """Each quantity of a sentence with where its number begins and where its unit ends; dates and ranges are none."""
    for match in _PLACED.finditer(text):
        value, before = parse_number(match["number"]), text[: match.start()]
        dated = match["unit"] in ("月", "日") or re.search(r"\d年$", before)
        if value is None or dated or re.search(r"[-~—–至]\s*$", before):
            continue
        yield match.start(), match.end(), Quantity(value, match["unit"], "", bool(match["rough"]))


#: Units behind which the thing counted is often named.
_COUNTED = frozenset("个家名项")


def _between(matches: list[re.Match[str]], length: int) -> list[tuple[int, int]]:
    """Where the words before, between and behind the quantities stand."""
    edges = [0, *(edge for match in matches for edge in match.span()), length]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _clean(words: str) -> str:
    return _LEAD.sub("", _GLUE.sub("", words))
