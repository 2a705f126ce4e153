"""Daily words for what a department's tables count of its units, in the words of their headings (分单位表的栏名)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from ingest.model import Document, Fact, Measure
from ingest.patterns import regex
from service.scope.by_short_name import places_of
from service.scope.roll import Roll
from service.scope.units import UnitsOf

#: 在校生, 在园生, 在校（园）生.
_PUPILS = r"在[校园](?:[（(][校园][)）])?生"
#: What people say, and what the heading of the column has; a heading that says the daily word itself is left alone.
_WORDS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (regex(said), regex(headed))
    for said, headed in (
        (r"班级数?|(?<=[少几]个)班(?![子次组级])", r"教学班|班级"),
        (r"(?:小)?孩子?|娃娃?儿?|小朋友|学生娃", rf"学生|幼儿|{_PUPILS}"),
        (r"学生数?(?=最|人数|[多少]|一共|总共|合|加|$|[，,。？?])", rf"学生|{_PUPILS}"),
        (r"在职的?(?:职工|员工|人员|人数|人)", r"在职"),
        (r"退休的?(?:职工|老?同志|人员|人数|人)", r"(?<!离)退休"),
        (r"床位?数?", r"床位"),
        (r"(?<!幼儿)(?:老师|教员)", r"教职工|教师"),
        (r"藏书|藏了(?=多少)|书(?=最[多少])", r"藏书|馆藏"),
    )
)
#: Which of two that are named: 「甲小学和乙小学比，哪个学校学生多」.
_BESIDE = regex(
    r"(?:[学校院园馆站所]|中心)(?:和|跟|与|同)[^，,。？]{2,24}(?:比|相比|比起来)?[，,]?(?:，)?哪一?[个家所](?:学校|医院|幼儿园|园|卫生院|馆|站)"
)
_WHICH_OF = regex(r"哪一?[个家所](?:学校|医院|幼儿园|园|卫生院|馆|站)的?(?=[^，,。？]{1,10}[多少大高低小])")
_UNIT = regex(
    r"(?:(?!哪|这|那|各|所有|的|[下所]属|[局委厅])[\u4e00-\u9fff]){1,12}?(?:小学|中学|学校|幼儿园|医院|卫生院|图书馆|[一二三四五六七八九十]中)"
)
_NO_NAME = regex(r"预算|决算|经费|支出|收入")


def units_words(text: str, bodies: Roll, units_of: UnitsOf, facts_in: Callable[[str], Iterable[Fact]]) -> str:
    """The question with the names of the columns that count what it says of units; the text itself where no
    department whose place or name is said has such a column, or several have."""
    text = _WHICH_OF.sub("谁的", text) if _BESIDE.search(text) else text
    if not any(said.search(text) for said, _ in _WORDS):
        return text
    names: set[str] = set()
    for body in bodies.loaded:
        units = {name for d in body.documents for name in units_of(d.id)}
        if any(_is_strange(text[end:], units) for _, end in places_of(text, body)):
            return text  # another unit of the place: what all together have is not its
        if units and (places_of(text, body) or any(name in text for name in (body.name, *units))):
            names |= {name for d in body.documents for name in _counted(d, units, facts_in)}
    for said, headed in _WORDS:
        meant = {name for name in names if headed.search(name)}
        found = said.search(text)
        if found and len(meant) == 1 and not any(name in text for name in meant):
            text = said.sub(next(iter(meant)), text, count=1)
    return text


def _is_strange(behind: str, units: set[str]) -> bool:
    """Whether what stands behind a place names a unit that is none of those of its tables."""
    said = _UNIT.match(behind)
    return said is not None and not any(unit.endswith(said[0]) for unit in units)


def _counted(document: Document, units: set[str], facts_in: Callable[[str], Iterable[Fact]]) -> set[str]:
    """What the tables of a document count of its units."""
    return {
        f.subject.name
        for f in facts_in(document.id)
        if f.entity in units and f.measure is Measure.COUNT and not _NO_NAME.search(f.subject.name)
    }
