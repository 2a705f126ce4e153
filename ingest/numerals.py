"""Numbers with a unit in running text, without those that only name a class of things (文中的数)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from ingest.patterns import regex

#: Units of things counted; longer ones before their beginnings.
_COUNTED = (
    r"万(?:头|只|羽|尾|匹|根|袋|箱|瓶|本|剂次|剂|盒)|台[（(]套[）)]|台[（(]套、件[）)]|台/套|台套|平方公里|平方千米|立方米|千瓦时|公里|公顷|公斤|千米|家次|户次|件次|场次|班次|课时|学时|人年|"
    r"批次|团组|[万亿]?(?:平方米|平米|㎡|吨|人次|辆|台|套|座|人(?!大|民|员|均|社|力|才|代)|个月|个(?!百分点|工作日|小时)|次|件|篇|户|份|家|项|处|亩|米|层(?!级|面|次|楼|高|以)|棵|株|册|字(?=[，。；、]))"
    r"|批|期|场|条|名|所(?![属有在])|宗|起(?=[，。；、（(）)])|例|盏|张|幅|块|支(?!出)|栋|间|天|分(?![之别钟类配局管公区校院])"
    # Measure words that are other words too: only before what they measure, or a mark.
    r"|对(?=夫|新人|恋人|[，。；、])|[头只](?=[牛羊猪犬鸡鸭禽，。；、])|[艘幢](?=[\u4e00-\u9fff，。；、])|[眼口](?=机?井|[，。；、])"
    r"|(?:分钟|小时|个工作日)(?=[，。；、（(）)])"
)
_NUMBER = regex(
    r"(?P<value>(?:(?<![\d%元人个件次分])(?<!含[）)])-)?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?))\s*(?P<rough>[余多])?"
    rf"(?P<unit>亿元|百万元|万元|千元|元|(?P<large>[亿万])[余多]元|[亿万][余多](?:人次|人|件|户|次|个|平方米|吨|份|篇|台|辆|家)|%|个百分点|{_COUNTED}|万(?=[（(，。；、]))"
)
#: Words before a number that make it a name, a threshold or the end of a range, not a figure of the body.
_LED = regex(
    r"(?:第|每|(?:不得?(?:少于|低于|超过|高于|大于|小于)|不足|最少|至少|最多|至多|[≥≧≤≦＞＜><])(?:为|是|有|达)?\s*|[\d%元人个件次辆分](?:[（(]不?含[)）])?\s*[-~—–至到]+\s*|每[人天日月年次辆台场平个班][^，。；]{0,4})$"
)
_FOLLOWED = regex(
    r"(?:[（(]含[^)）]{0,4}[)）])?(?:以上|以下|及以上|以内|起步|封顶)|\s*[-~—–至]+\s*\d|/[\u4e00-\u9fff]|每[人天日月年]|的(?:标准|比例|限额)"
)
#: A zero without a unit, 「公务用车购置为0，」, 「公务接待费0；」.
_NOTHING = regex(r"(?<=[为是费置])0(?:\.0+)?(?=[，。；])")
_ROUGH = regex(r"(?:约|近|逾|大约|将近|接近|超)$")


@dataclass(frozen=True, slots=True)
class Numeral:
    """One number with its unit at ``start``..``end`` of a sentence; the digits alone end at ``digits_end``."""

    start: int
    end: int
    digits_end: int
    value: Decimal
    unit: str
    rough: bool = False


def numerals(text: str) -> list[Numeral]:
    """Figures of a sentence in order, a zero without a unit among them (unit empty).

    No thresholds (「100万元以上」), ordinals, ranges, rates per head.
    """
    found = [Numeral(m.start(), m.end(), m.end(), Decimal(m[0]), "") for m in _NOTHING.finditer(text)]
    for match in _NUMBER.finditer(text):
        before, after = text[: match.start()], text[match.end() : match.end() + 8]
        # 「单次10万元」 in a name is told from a figure by what stands around it; the number goes on being a name.
        if _LED.search(before) or _FOLLOWED.match(after):
            continue
        unit = f"{match['large']}元" if match["large"] else "万元" if match["unit"] == "万" else match["unit"]
        if re.match("[亿万][余多]", unit):  # 「1.5万余人」
            unit = unit[0] + unit[2:]
        rough = bool(
            match["rough"]
            or match["large"]
            or len(unit) < len(match["unit"])
            or _ROUGH.search(before)
            or re.match("左右|上下", after)
        )
        value = Decimal(match["value"].replace(",", ""))
        found.append(Numeral(match.start(), match.end(), match.end("value"), value, unit, rough))
    return sorted(found, key=lambda number: number.start)
