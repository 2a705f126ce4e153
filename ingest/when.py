"""Of which year a figure in a sentence is, and what it is compared with (年份与比较对象)."""

from __future__ import annotations

import re

from ingest.patterns import regex

_DATE = regex(
    r"截[至止](?:到|于)?(?P<year>20\d\d)年(?:度?[末底]|\d{1,2}月(?:\d{1,2}日|[末底])?)"
    r"|(?:^|[，。；：:）)])(?P<closing>20\d\d)年(?:度?[末底]|期末|12月31日)[，,]?"
    r"(?=[^，。；]{0,14}(?:共有|有车|车辆|公务用车|资产|拥有|实有|占有|占用|使用|在职|在编|编制|人员|离退休|退休))"
)
#: A year that is neither the base of a comparison, nor part of a date, nor in the name of a document.
#: What was owed for an earlier year is paid in this one: 「补发2022年度考核奖」.
_YEAR = regex(
    r"(?<![与比较同至])(?<!补发|兑现|清算|结算|补缴|偿还|归还|清欠|补记)(?P<year>20\d\d)年(?!\d{1,2}月)"
    # 「，2023年度相比，减少」 lacks its 与.
    r"(?!度?(?:同期)?(?:收入|支出)?(?:决算|预算)?(?:收入|支出)?数?(?:相比|比较))"
)
#: What is said in brackets, or for a reason, is of another year than what follows.
_ASIDE = regex(r"[（(][^（()）]*[)）]")
_WHY = regex(r"^(?:其)?(?:[^，。；：:]*(?:原因|缘由)|主要(?:是|由于|因)|由于|因(?!公))")
_TITLED = regex(r"《[^》]*》")
_LAST_YEAR = regex(
    r"^(?:(?:主要)?原因(?:是|为)|(?:主要)?(?:是|由于|因为)+)?(?:[一二三四五六七八九]是)?(?:上一?年度|上一?年(?!度)|去年)(?!结转|结余|同期|决算|预算|财政拨款结转|年?末)"
)
#: The figure of the year before behind that of the year, told by its year and stage alone: 「，上年决算数为」.
YEAR_BEFORE = regex(
    r"^[（(]?而?(?P<year>上一?|去|前一)年度?(?P<what>)(?:同期)?(?:实际)?(?:支出|收入)?(?P<stage>预算|决算|执行)?"
    r"(?:支出|收入)?(?:数|金额|总额)*(?:为|是)?$"
)
#: An amount of a year and nothing else, from which the change behind it is counted: 「，2022年度决算数为84万元，减少」.
_BASE_ALONE = regex(
    r"^20\d\d年度?(?:同期)?(?:实际)?(?:支出|收入)?(?:预算|决算|执行)?(?:支出|收入)?(?:数|金额)*(?:为|是)?[\d,.]+(?:[亿万]?元)?$"
)
#: The base of a change without its 与: 「，2022年预算增加1.7万元」.
_BASE_MOVED = regex(r"^20\d\d年度?(?:预算|决算)数?(?:增加|减少|增长|下降)")
_NEXT_ITEM = regex(r"；(?=\d{1,2}[、.．](?!\d)|[（(][\d一二三四五六七八九十]{1,2}[)）])")
_CURRENT = regex(r"本年|今年|当年|本年度")
_RULE = regex(r"^(?:根据|按照|依据|按|为贯彻|为落实|经)")
#: With what a change is compared: another year, or this year's own budget.
_WITH_YEAR = regex(r"(?:与|比|较|同)(?:上一?年|去年|20\d\d年|往年)|同比|环比|上年")
#: What a plan is of; 一般公共预算 is a fund and no plan.
_OF_WHAT = r"[^，。；：\d增减升降]{0,24}?(?<!公共)(?<!基金)(?<!经营)"
#: A base that a sentence opens with holds for all that it lists: 「与年初预算数相比，收入增加2万元；支出增加3万元」.
_OPENS_WITH = regex(
    r"(?:^|[。；])(?:与|比|较|同)(?:本?年初|当年|全年|调整)?(?:支出|收入|部门)?预算数?(?:相比|比较)，"
)
_WITH_BUDGET = regex(r"(?:与|比|较|同)(?:本?年初|当年|全年|调整|部门|年度)?(?:支出|收入|部门)?(?:预算|计划)")


_END_BEFORE = regex(r"截[至止](?:到|于)?(?:上一?年|去年)(?:度?[末底]|度?12月31日)")
#: A year that a text opens with, behind its number: 「（二）2023年…」, 「本年度拟购置…」.
_YEAR_ANEW = regex(
    r"(?:[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、]|[一二三四五六七八九十]{1,3}、)?"
    r"(?:20\d\d年(?!\d{1,2}月)|[本今当]年(?!度?[末底初]))"
)
#: Figures of a part of the year are none of the year.
PART_OF_YEAR = regex(
    r"(?:20\d\d年)?(?:度?[上下]半年(?!用款|计划|预算)|前[一二三]个?季度(?!用款|计划)|第?[一二三四]个?季度(?=[，,])"
    r"|1月?[-—–－~至到](?:[2-9]|1[01])月|截[至止](?:[2-9]|1[01]?)月[底末])"
)


def as_of(text: str, before: int, year: int = 0) -> int:
    """Year of the date at which the figures of a text hold; goes on with the text until it names another year.

    ``year`` is that of the document, from which 「截至上年末」 is counted.
    """
    if year and _END_BEFORE.search(text):
        return year - 1
    dated = _DATE.search(text)
    if dated:
        return int(dated["year"] or dated["closing"])
    return 0 if _YEAR_ANEW.match(text) else before


def names_own_year(text: str, place: int) -> bool:
    """Whether the part of a sentence that a place stands in begins with a year, behind a 「；」.

    >>> names_own_year("截至2023年12月31日，共有车辆6辆；2024年安排购置车辆2辆", 34)
    True
    """
    low = text.rfind("；", 0, place) + 1
    return low > 0 and re.match(r"(?:20\d\d|本|今|当)年(?!\d{1,2}月|度?末|底)", text[low:place]) is not None


#: When a thing was built or begun, beside which it is counted now: 「建成于2000年以前的12个小区」.
_SINCE = regex(
    r"(?:(?<=建于)|(?<=建成于)|(?<=始建于)|(?<=成立于)|(?<=竣工于))(?:19|20)\d\d年(?:底|末|代)?(?:以前|之前|以后|之后)?|(?:19|20)\d\d年(?:底|末)?(?:以前|之前|前)(?:建成|建设|建造|竣工|修建)?的"
)


def year_of(text: str, start: int, end: int, year: int, changing: bool = False) -> int:
    """Year of a number at ``end`` of a sentence, ``start`` being where the words since the last number begin.

    The nearest words win: the number's own clause, then the clauses before it; 「本年」 leads back to ``year``.
    A change between two years that are told before it is of the later one.
    """
    # The year in the name of one item of a list is not that of the next.
    item = max((m.start() for m in _NEXT_ITEM.finditer(text, 0, end)), default=0)
    clauses = re.split(r"[，。；：:、]", _ASIDE.sub("", _TITLED.sub("", text[item:end])))
    own = len(re.split(r"[，。；：:、]", _TITLED.sub("", text[start:end])))
    moved = _BASE_MOVED.match(clauses[-1])
    if changing and (not _YEAR.search(clauses[-1]) or (moved and int(clauses[-1][:4]) < year)):
        told = (c for c in clauses if not _RULE.match(c))
        told = (c for c in told if not (_BASE_MOVED.match(c) and int(c[:4]) < year))
        # 「购置费0万元，比上年减少23万元，因2024年已更新1辆；运行费46万元，比上年减少2万元」
        told = (c for c in told if not (_WHY.match(c) and any(int(y) < year for y in _YEAR.findall(c))))
        named = [int(y) for c in told for y in _YEAR.findall(c) if int(y) >= year or not _BASE_ALONE.match(c)]
        return max(named, default=year)
    for back, clause in enumerate(reversed(clauses)):
        if _RULE.match(clause) or (back and _WHY.match(clause)):
            continue
        if back == 0 and _LAST_YEAR.match(clause):
            return year - 1
        named = _YEAR.findall(_SINCE.sub("", clause))
        if named:
            return int(named[-1])
        if _CURRENT.search(clause) and back < own:
            return year
    return year


def opens_with_plan(before: str) -> bool:
    """Whether the words of a sentence before a number open with this year's plan as the base, and name no other since.

    >>> opens_with_plan("与年初预算数相比，收入增加2万元；支出增加")
    True
    """
    opened = max((m.end() for m in _OPENS_WITH.finditer(before)), default=0)
    return opened > 0 and not _WITH_YEAR.search(before, opened)


def goes_on_with_plan(before: str) -> bool:
    """Whether what changed stands anew behind 「；」 in a list that opens with this year's plan, past the reasons."""
    return (
        opens_with_plan(before)
        and re.search(r"；(?![一二三四五六]是)[^，；。：]*(?:元，[^，。；：\d]{2,6})?$", before) is not None
    )


def is_deviation(clause: str, before: bool, year: int) -> bool:
    """Whether changes are told against this year's budget; it goes on until another base is named, or a 「；」."""
    if re.search(rf"(?:与|比|较|同){year}年度?{_OF_WHAT}(?:预算|计划)", clause):
        return (
            True  # 「比2023年年初预算增加」, 「比2023年“三公”经费年初预算减少」 in the final accounts of 2023
        )
    if re.search(rf"^{year}年度?(?:年初)?预算数?(?:相比|比较)", clause):
        return True  # 「，2023年度预算相比」 lacks its 与
    if _WITH_YEAR.search(clause):
        return False
    if _WITH_BUDGET.search(clause):
        return True
    return before
