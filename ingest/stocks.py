"""Figures that hold at a day: what a body has, and never what it spends in a year (时点数)."""

from __future__ import annotations

from ingest.contexts import Reading, clauses_of
from ingest.course import Place
from ingest.headed import is_bare_heading
from ingest.model import Measure
from ingest.numerals import Numeral
from ingest.patterns import regex
from ingest.phrases import Topic
from ingest.when import as_of, names_own_year

#: Kinds of accounts that are spent or received in a year, and never stand at a day.
_FLOWS = frozenset(
    ("三公经费", "会议培训", "机关运行", "收入来源", "支出结构", "总额", "功能分类", "经济分类")
)


#: What is done, or planned, within a year, which a clause may name itself: 「2023年计划购置设备4台」.
_OF_YEAR = regex(
    r"20\d\d年(?!度?[末底]|期末|\d{1,2}月)|[本今当全]年|计划|拟|预计|安排|召开|举办|开展|组织|接待|培训班|新增|更新|购置|购入|处置|报废"
)


def at_day(reading: Reading, topic: Topic, place: Place, number: Numeral) -> bool:
    """Whether a figure is one of the day that its text names: no account of a year, and not told before the day."""
    if not topic.as_of or names_own_year(place.text, number.start):
        return False
    named = reading.subjects if reading.subjects is not None else topic.subjects
    flow = reading.measure is not Measure.COUNT and {s.kind for s in named} & _FLOWS
    done = _OF_YEAR.search(clauses_of(place.text[: number.start])[-1])
    return not flow and done is None and not as_of(place.text[number.end :], 0, place.about.year)


#: A year that a paragraph tells of, which is no day.
_OTHER_YEAR = regex(r"20\d\d年(?!度?[末底]|期末|\d{1,2}月)|[本今当]年(?!度?[末底])")


def carried_day(text: str, held: int, carried: int) -> int:
    """Year of the day at which the paragraphs below a paragraph hold; ``held`` is that at its end, 0 for none.

    「截至2022年底，资产情况为：」 holds for the list below it, until a paragraph names another year or heads others.
    """
    if not carried:
        return held if text.rstrip().endswith(("：", ":")) else 0
    return 0 if is_bare_heading(text) or _OTHER_YEAR.search(text) else held
