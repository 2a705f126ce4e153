"""What is paid or charged for one: 「每人每月50元」, 「每生由400元提高到500元」, 「人均经费标准6.8万元」 (单位标准).

What it is for stands before it in its clause, before the bracket it stands in, or in the clause before. The unit is
money for one of something, with the time where it is said: 元/人·月.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ingest.by_sorts import (
    NEXT,
    as_whole_as,
    ends_with_ages,
    is_sort,
    names_in_turn,
    of_sort,
    turns,
    without_ages,
)
from ingest.charges import Charge
from ingest.from_to import BEFORE
from ingest.leads import without_opening
from ingest.patterns import regex
from ingest.wording import phrase_of

_TIME = "年|月|天|日|学期|学年|季度|季|周|小时|课时"
_ONE = (
    "人次|人头|人|户|学生|生|亩|头|车次|件|案|例|校|班|园|院|村|镇|社区|公里|千米|平方米|平米|吨|公斤|斤|次|场|期|餐"
    "|床|岗|点|站|店|队|盏|课时|节|(?:名|位|家|所|座|个|辆|台|只|套|份|株|棵|处|对|张|条|间|本|册|支|车)"
    "(?:[\u4e00-\u9fff]{0,6}(?=每|补|奖|给|资|发|收|标|安|慰|年|月|\\d))?"
)
_VALUE = r"(?P<{0}>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<{0}_money>万元|元)"
_STEP = r"(?:提高|调整|提升|增加|上调|提标|涨|升|降低|下调|减少|降|压减|优化)(?:到|至|为)"
#: 「每人每年」, 「人均」, 「每年每人」, 「户均」: for one of what, and for how long.
_EACH = (
    rf"(?:每一?(?P<one>{_ONE})(?:[·.、]?每?(?P<time>{_TIME}|餐|次))?|每(?P<time_first>{_TIME})每(?P<one_last>{_ONE})"
    rf"|(?P<mean>[人户生亩车床校村])均)"
)
#: What is paid by the month, where a standard says so of nobody: 「补贴标准由每月1800元提高到2000元」.
_TIMED = regex(
    rf"(?P<name>[\u4e00-\u9fff]{{2,20}}?(?:标准|补贴|津贴|报酬|补助|生活费|护理费))(?:分别)?(?:由|从|为|按)每(?:个)?(?P<time>{_TIME})"
    + _VALUE.format("old")
    + rf"(?:{_STEP}(?:每(?:个)?(?:{_TIME}))?"
    + _VALUE.format("new")
    + ")?"
)
_NO_NAME = regex(r"(?:补贴|津贴|报酬|补助|生活费|发放|标准|的)+")
#: 「按照每个省级乡村旅游重点村15万元的标准」: the thing itself stands behind its word of measure.
_OF_A_THING = regex(
    r"每一?(?P<one>个|名|位|户|家|所|座|处)(?P<thing>(?:(?!每|工作日|自然日)[\u4e00-\u9fff]){2,14}?)(?:补助|奖补|补贴|奖励|给予|安排)?"
    rf"(?:每(?:个)?(?P<time>{_TIME}))?" + _VALUE.format("old") + "的?标准"
)
_NAMED = regex(r"\(\?P<\w+>")
_PATTERN = regex(
    rf"(?P<from>由|从)?(?P<each>{_EACH})(?P<what>(?:(?!每|提高|增加|新增|上调|下降|减少)[\u4e00-\u9fff]){{0,8}}?)"
    rf"(?:标准)?(?:补助|补贴|发放|给予|资助|奖励|收取|收费|支付)?"
    rf"(?:控制在|不超过|为|是|按|达到?|约|：|:|由|从)?(?:每(?P<late>{_TIME}))?"
    + _VALUE.format("old")
    + rf"(?:{_STEP}(?:{_NAMED.sub('(?:', _EACH)})?"
    + _VALUE.format("new")
    + ")?"
)
#: How a name goes on to its number.
_LED = regex(
    r"(?:标准)?(?:分别)?(?:为|是|按照?|达到?|：|:|[由从](?:上年|原来|原)?的?|共|，|即|控制在|提高到)*$"
)
_AMOUNT = regex(
    r"(?:支出|安排|共|合计)*\d[\d,]*(?:\.\d+)?(?:亿|万)?(?:元|人次|人|名|户|件|亩|个|家|辆|[\u4e00-\u9fff]{1,2})?$"
)
_MARKS = regex(r"[，。；：:、（(]")
_CAUSE = regex(
    r"^.*(?:原因|由于|因(?!公))[：:是为]*(?:由于|因为?)?"
    r"|^(?:上级|中央|[省市县区]|本级|财政|全年(?=发放))*(?:下达|核定|确定|规定|压减|提高|调整|对|向|给|支付|发放|按照?)的?(?=[\u4e00-\u9fff]{2})"
)
_WORD = regex(r"[\u4e00-\u9fff]{2}")
_LONGEST, _UNIT = 24, 3
#: Words of measure, behind which the thing may stand.
_MEASURES = "名位家所座个辆台只套份株棵处对张条间本册支车"


#: A name that only tells another such amount is none: 「每人每年260元，360人」.
_OTHER_AMOUNT = regex(
    rf"(?:每(?:{_ONE}|{_TIME})|[由从人户生]均?)[^，。]*\d(?:\.\d+)?万?元?[、和及与]?$|由(?:每|[人户生]均?$)"
    rf"|每(?:{_ONE})(?:每(?:{_TIME}))?$"
)


def is_other_amount(name: str) -> bool:
    """Whether what would be a name is an amount for one of something, or the lead to one."""
    return _OTHER_AMOUNT.search(name) is not None


def standards(text: str) -> Iterator[Charge]:
    """Every amount for one of something that a sentence tells, with what it is for; none where that is not said."""
    told = list(_by_one(text))
    taken = {charge.start for charge in told}
    yield from told
    yield from (charge for charge in (*_by_time(text), *_by_thing(text)) if charge.start not in taken)


def _by_one(text: str) -> Iterator[Charge]:
    """Amounts for one of something, by the month or the year where it is said."""
    last: Charge | None = None
    for match in _PATTERN.finditer(text):
        if (match["mean"] or text[: match.start()].endswith("平均")) and "标准" not in match[0]:
            continue  # a mean that was worked out is no standard
        told = list(_in_turn(text, match)) if _IN_TURN.search(text[: match.start()]) else None
        told = list(_told(text, match, last)) if told is None else told
        yield from told
        last = told[-1] if told else last


#: Amounts in the order of the names before: none of them is of the last name alone.
_IN_TURN = regex(r"分别(?:为|是|按照?|达到?)*$")


def _in_turn(text: str, match: re.Match[str]) -> Iterator[Charge]:
    """「A、B和C的护理费分别为每人每月300元、200元和50元」: each by its own name; none where they do not pair."""
    further = turns(text, match.end())
    clause = _MARKS_OF_LIST.split(_IN_TURN.sub("", text[: match.start()]))[-1]
    names = names_in_turn(_CAUSE.sub("", clause), len(further) + 1)
    for name, (number, group) in zip(names, ((match, "old"), *((m, "value") for m in further)), strict=False):
        named = f"{name.removesuffix('标准')}标准"[-_LONGEST:]
        money = number["old_money" if group == "old" else "money"]
        yield Charge(
            named, _value(number[group]), _unit(match, money), number.start(group), number.end(group)
        )


_MARKS_OF_LIST = regex(r"[，。；：:（(]")


def _told(text: str, match: re.Match[str], last: Charge | None) -> Iterator[Charge]:
    """What a pattern tells, and further sorts of the same with their money alone behind it."""
    name = _name(text[: match.start()], match["what"])
    if name is None:
        return
    if is_sort(sort := name.removesuffix("标准")):
        name = of_sort(_before_sort(text[: match.start()], last) or sort, sort)[-_LONGEST:]
    elif last is not None and "。" not in text[last.end : match.start()]:
        name = as_whole_as(last.name, name)[-_LONGEST:]
    moved = match["new"] is not None
    for part in ("old", "new") if moved else ("old",):
        yield Charge(
            name, _value(match[part]), _unit(match, match[f"{part}_money"]),
            match.start(part), match.end(part), breakdown=BEFORE if moved and part == "old" else "",
        )  # fmt: skip
    end = match.end()
    while (further := NEXT.match(text, end)) is not None and _is_like(match, further):
        named, money = of_sort(name, further["sort"])[-_LONGEST:], further["money"]
        yield Charge(
            named, _value(further["value"]), _unit(match, money), further.start("value"), further.end("value")
        )
        end = further.end()


#: What is paid, where a list of its sorts begins: 「发放高龄津贴，其中80—89周岁」.
_PAID = regex(r"[\u4e00-\u9fff]{2,12}(?:津贴|补贴|补助|标准|奖金|助学金|低保金|生活费|护理费)(?=[，：（(])")


def _before_sort(before: str, last: Charge | None) -> str:
    """What a sort is of: the name of the amount before it in its sentence, or what the list is said to be of."""
    if last is not None and "。" not in before[last.end :]:
        return last.name
    said = [m[0] for m in _PAID.finditer(before.rpartition("。")[2])]
    return f"{without_opening(phrase_of(_CAUSE.sub('', said[-1])))}标准" if said else ""


def _is_like(match: re.Match[str], further: re.Match[str]) -> bool:
    """Whether a further amount is one for one of something too, no sum of all."""
    first = match["new"] or match["old"]
    money = match["new_money"] if match["new"] else match["old_money"]
    return further["money"] == money and _value(further["value"]) < _MUCH * _value(first)


#: An amount so many times the one before it is a sum of all, and none for one.
_MUCH = 20


def _by_thing(text: str) -> Iterator[Charge]:
    """Amounts for one of a thing that is named behind its word of measure."""
    for match in _OF_A_THING.finditer(text):
        time = f"·{match['time']}" if match["time"] else ""
        name, unit = f"{match['thing']}标准"[-_LONGEST:], f"{match['old_money']}/{match['one']}{time}"
        yield Charge(name, _value(match["old"]), unit, match.start("old"), match.end("old"))


def _by_time(text: str) -> Iterator[Charge]:
    """Amounts by the month, or another time, that are a standard by their name."""
    for match in _TIMED.finditer(text):
        name = without_opening(phrase_of(_CAUSE.sub("", match["name"])))
        if _NO_NAME.fullmatch(name):  # 「网格员补贴24万元，补贴标准由每月…」: the clause before names it
            name = _name(text[: match.start()], "") or ""
        if not _WORD.search(name):
            continue
        name = name if name.endswith("标准") else f"{name}标准"
        moved = match["new"] is not None
        for part in ("old", "new") if moved else ("old",):
            unit = f"{match[f'{part}_money']}/{match['time']}"
            before = BEFORE if moved and part == "old" else ""
            yield Charge(
                name[-_LONGEST:],
                _value(match[part]),
                unit,
                match.start(part),
                match.end(part),
                breakdown=before,
            )


def _value(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))


def _unit(match: re.Match[str], money: str) -> str:
    one = (match["one"] or match["one_last"] or match["mean"])[:_UNIT]
    one = one[:1] if one[0] in _MEASURES else one
    time = match["time"] or match["time_first"] or match["late"] or ""
    return f"{money}/{one}" + (f"·{time}" if time else "")


def _name(before: str, what: str) -> str | None:
    """What the amount is for; the end of the clause before where its own says nothing."""
    own = before
    for _ in range(3):
        cut = _LED.sub("", own.rstrip("（(，、；：: "))
        shorn = cut if ends_with_ages(cut) else _AMOUNT.sub("", cut)
        clause = _CAUSE.sub("", _CAUSE.sub("", _MARKS.split(shorn)[-1]))
        name = without_opening(phrase_of(clause))
        if (_WORD.search(name) or is_sort(name)) and not re.search(r"\d", without_ages(name)):
            return f"{name}{what}标准"[-_LONGEST:] if not name.endswith("标准") else name[-_LONGEST:]
        if what and _WORD.search(what):
            return f"{what}标准"
        head = cut[: len(cut) - len(clause)] if clause else cut
        at = max((m.start() for m in _MARKS.finditer(head.rstrip("（(，、；：: "))), default=-1)
        if at < 0 or head[at] in "。":
            return None
        own = head[: at + 1] if not clause else head
    return None
