"""The words of a clause that name a figure: without year, base of comparison, ordinals and filler (用语).

What is left is looked up among the accounts.
"""

from __future__ import annotations

import re

from ingest.accounts import strip_ordinal
from ingest.patterns import regex

#: The base of a comparison with another year, which is not what the figure is of.
_BASE = regex(
    r"相?(?:与|比(?!较)|(?<!比)较于?|同)(?:上一?年|上一度|去年|20\d\d年)(?:度|同期)?(?:年?[末底])?(?:[（(][^)）]*[)）])?(?:实际|年初|当年|调整后?|全年|财政拨款)?"
    r"(?:支出|收入)?(?:决算|预算|执行|完成)*数?(?:相比|比较)?[，,]?"
    r"|(?<!合)(?:与|比|较|同)(?:本?年初|当年|全年|调整后?)?(?:支出|收入|部门)?预算数?(?:相比|比较)?[，,]?"
    r"|(?:与|比|较)年初的?(?=$|增加|减少)"
)
YEARED = regex(r"(?P<before>.*?)20\d\d年度?[末底]?(?:部门(?=.)|单位(?=.)(?!资金))?(?P<after>.*)$")
#: Ends of the names of bodies, and of what leads to a year: what stands before the year is no part of the name.
_BODY_END = regex(
    r"(?:局|委|厅|办|院|部|处|室|会|中心|街道|镇|乡|村|区|市|县|省|府|队|所|站|校|学|馆|团|社|部门|单位|机关|本级)(?:[（(][^)）]*[)）])?$"
    r"|^$|(?:截[至止]|在|自|从|到|于|对|[与和、及])$|[，,：:]$"
)


def without_base(clause: str) -> str:
    """A clause without the base of a comparison (与2022年度决算数相比)."""
    return _BASE.sub("", clause)


#: What is left of a base that an amount stood in: 「与2022年度的6721.59万元相比，收、支总计各增加」.
_OF_BASE = regex(r"^(?:相比|相较|比较)(?:而言|来看)?[，,、]?(?=.)")
_REMARK = regex(r"^[（(]按[^（()）]{4,60}(?:填写|填列)[）)]")


#: The code of an account before its name, 「2081006-养老服务」; five digits alone may be a number: 21000人次.
CODE = regex(r"^(?P<code>[23]\d{6}\s*[-—－]?|[23]\d{4}(?:\s*[-—－]|\s))\s*(?=[\u4e00-\u9fff]{2})")


def phrase_of(clause: str) -> str:
    """The words that name a figure: without year, base of comparison, ordinals and filler."""
    text = _BASE.sub("", re.split(r"其中[，,：:]?|[（(]其中", clause)[-1])
    # What is left of a bracket before the name, and a remark of the form: 「（按06表填写）（二）公用经费」.
    text = _REMARK.sub("", _OF_BASE.sub("", text.lstrip("）)，,、 ")))
    text = CODE.sub("", strip_ordinal(_without_year(text).strip("，,、 ")))
    text = re.sub(r"^“([^“”]*)”$", r"\1", text)
    text = re.sub(r"(?:各|共|(?<!人)均|分别|约|近|达到|达|为|(?<![实保])有|是)+$", "", text)
    return re.sub(r"^.*(?:共有|开支的?|累计|全年共|共完成|合计完成|拥有)(?=.)", "", text) or text


def _without_year(text: str) -> str:
    """A phrase without its year and the body before it; a year within a name stays (绩效自评的2023年度项目)."""
    match = YEARED.match(text)
    if match is None or match["before"].endswith("的"):
        return text
    after = _without_year(match["after"])
    # 「公务接待费2024年预算」: the name stands before its year.
    return after if _BODY_END.search(match["before"]) else f"{match['before']}{after}"
