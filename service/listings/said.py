"""What a question says of a list: which rows, which column, and whether anything else is said (清单的说法).

Every word beside the asking must be the list's own, of a row, a heading or the headings above; else the list is not
what is asked about, and nothing is told of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ingest.patterns import regex
from ingest.text import chinese_number, fold
from service.listings.listing import Item, Listing, is_count
from service.read.terms import reads_in

#: Measure words of things, and of the rows of a list themselves.
_MEASURE = "台套|[台套辆艘架只箱条张块件把册枚部批本棵盏间座幅支根组]"
_ROWS = "[个项样家所种笔件]"
_NUMBER = r"\d+|[一二两三四五六七八九十]+"
_QUANTITY = regex(rf"(?P<n>{_NUMBER})(?P<u>{_MEASURE})(?![级次目])")
_OF_ROWS = regex(rf"(?P<n>{_NUMBER}){_ROWS}")
#: What asks, and names nothing of a list: words, and single characters, which may also stand within a name.
_WORDS = regex(
    r"20\d\d年?度?|政府采购|采购|购买|购置|配置|预算|决算|公开|资料|报告|金额|数额|价格|价钱|合同|费用|支出|实际|执行|安排|计划|全部|所有"
    rf"|(?:哪|几)[一二两三四五六七八九十]?(?:家|个|些|几|项|样|种|件|所|笔|款|名|位|间|箱|年|{_MEASURE})?|多少(?:个|家|名|项|台|套|辆|人|钱|米)?|几钱|什么|怎么?样?"
    r"|最[多少大小贵高低好差]的?|最便宜|排在?|第[一二三四五六七八九十\d]+[名位大多贵高]?|前[一二两三四五六七八九十\d]+[名位个项]?|倒数|从[大小多少高低]到[大小多少高低]|分别|依次|各自|一共|总共|共计|合计|加起来|合起来|加在一起"
    r"|公司|企业|厂家|单位|部门|供应商|中[的了]?标|成交|东西|物品|品目|项目|事项|大件|设备(?=[里中最哪]|$)|内容|名称|名字|清单|明细|属于|主要|下面|下属|所属|其中|当中|里面|里头|里边|全[院校县市区州镇乡局部]|总[数量]|总人数|百分之|比重|比例|几成|平均|单价|那会儿?|学校"
    r"|还有|以及|再加上|加上|相比|比起来|相差|之间|多出|[少多高低]了|现在|目前|截至|年末|年底|当年|那年|今年|本年|准备|打算|需要|得了|来着|请问|我想|知道|到底|究竟|是否"
    rf"|(?:{_NUMBER}){_ROWS}"
)
_CHARS = frozenset(
    "购买啥咩谁总共各表类花咗用要给为由让被把拿做搞办得有是系在的嘅了着过呢吗嘛呀啊哦那这它其和与跟同及或比差多少大小贵高低人钱万亿元块分个项样家所笔米蚊几上下里中年度想问都就也又再还去来𠮶名位占"
)
#: A longer run of words names no row.
_RUN = 40
_APART = regex(r"[^\u4e00-\u9fff\U00020000-\U0002ffffA-Za-z\d]+")
#: What people call a column, and how it is headed.
_COLUMNS: tuple[tuple[str, str], ...] = (
    (r"学生|孩子|小孩|娃娃?|小朋友|[在入]?园?幼儿", r"学生|在[校园].*生|幼儿|在园"),
    (r"老师|教师|教员", r"教师|教职"),
    (r"教职工|职工|员工", r"教职|职工|在职"),
    (r"班级?|教学班", r"班"),
    (r"床位?|病床|铺位", r"床"),
    (r"编制", r"编制"),
    (r"在职|在岗", r"在职|实有"),
    (r"(?:自评|评价)?(?:得分|评分|分数|打分)", r"得分|评分|分数"),
    (r"(?:预算)?(?:执行率|完成率|执行进度|进度)", r"执行率|完成率"),
    (r"单价", r"单价"),
    (r"数量", r"数量"),
)


@dataclass(frozen=True, slots=True)
class Named:
    """Rows that one word of a question names; ``by`` is the column of words that it stands in."""

    word: str
    by: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of a list: rows by each word, columns, how many rows there are to be, and the words for the list."""

    named: tuple[Named, ...]
    columns: tuple[str, ...]
    rows: int
    headed: int


def read_said(text: str, listing: Listing, own: str, about: Sequence[str] = ()) -> Said | None:
    """What a folded question, its parts apart, says of a list; None where anything else is said.

    ``own`` are the folded names of who is asked about, ``about`` the names of rows that are meant without being said.
    """
    named = [one for name in about if (one := _named(fold(name), listing)) is not None]
    if len(named) < len(about):
        return None
    rest, exact = _cut(text, _values(listing))
    named += [one for word in exact if (one := _named(word, listing)) is not None]
    rest, headings = _cut(rest, [listing.bare(c) for c in listing.columns])
    columns = [c for c in listing.columns if listing.bare(c) in headings]
    rest, _ = _cut(rest, [fold(label) for label in listing.words])
    rows = max((number for m in _OF_ROWS.finditer(rest) if (number := _value(m["n"]))), default=0)
    quantity = next(iter(_QUANTITY.finditer(rest)), None)
    rest = _QUANTITY.sub(" ", rest)
    for run in _runs(rest):
        found = _heard(run, listing, own)
        if found is None:
            return None
        named += [one for one in found if isinstance(one, Named)]
        columns += [one for one in found if isinstance(one, str)]
    if quantity is not None and not _agrees(quantity, named, listing):
        rows = rows or _value(quantity["n"])
    headed = sum(len(run) for run in _runs(text) if _is_heading(run, listing.above))
    return Said(tuple(named), tuple(dict.fromkeys(columns)), rows, headed)


def _heard(run: str, listing: Listing, own: str) -> list[Named | str] | None:
    """The rows and columns that a run of words names, the longest words first, between characters that ask; None
    where anything is left that the list does not know."""

    @cache
    def rest(start: int) -> list[Named | str] | None:
        if start == len(run):
            return []
        for known in (_word, _beside):
            for end in range(len(run), start + 1, -1):
                word = known(run[start:end], listing, own)
                if word is not None and (more := rest(end)) is not None:
                    return [*word, *more]
        return rest(start + 1) if run[start] in _CHARS else None

    return rest(0) if len(run) <= _RUN else None


def _word(word: str, listing: Listing, own: str) -> list[Named | str] | None:
    """The columns or rows that a word names; one that stands in the table's own name speaks of the table."""
    if called := columns_called(word, listing):
        return [*called]
    if word in fold(listing.heading) and word not in _values(listing):
        return []
    return [one] if (one := _named(word, listing)) is not None else None


def _beside(word: str, listing: Listing, own: str) -> list[Named | str] | None:
    """Nothing, of a word of the headings or of who is asked about."""
    headed = any(word in fold(label) for label in listing.words)
    return [] if headed or _is_heading(word, listing.above) or reads_in(word, own) else None


def left_of(text: str, listing: Listing) -> list[str]:
    """What a question says beside the asking and beside the words and headings of a list."""
    rest, _ = _cut(text, _values(listing))
    rest, _ = _cut(rest, [*map(listing.bare, listing.columns), *map(fold, listing.words)])
    return [run.strip("".join(_CHARS)) for run in _runs(_QUANTITY.sub(" ", rest))]


def left_beside(text: str) -> str:
    """The characters of a folded question that do not ask."""
    return "".join(char for run in _runs(text) for char in run if char not in _CHARS)


def _values(listing: Listing) -> list[str]:
    return [fold(word) for item in listing.items for word in item.words.values() if len(word) > 1]


def _cut(text: str, words: Sequence[str]) -> tuple[str, list[str]]:
    """The text without the words that it has, the longest first, and these."""
    found = []
    for word in sorted(set(words), key=len, reverse=True):
        if len(word) > 1 and word in text:
            text = text.replace(word, " ")
            found.append(word)
    return text, found


def _runs(text: str) -> list[str]:
    """What is left of a question without the words that ask."""
    return [run for run in _APART.split(_WORDS.sub(" ", text)) if run]


def _value(number: str) -> int:
    return int(number) if number.isdigit() else chinese_number(number.replace("两", "二")) or 0


def columns_called(run: str, listing: Listing) -> list[str]:
    """The columns that a word is a daily word for, or a part of the heading."""
    for said, headed in _COLUMNS:
        if re.fullmatch(said, run):
            found = [c for c in listing.columns if re.search(headed, c)]
            if found:
                return found
    return [c for c in listing.columns if run in listing.bare(c)]


def _named(word: str, listing: Listing) -> Named | None:
    """The rows that a word names: by the words of a column as they stand, else by the most of a name."""
    for column in (listing.key, *listing.words):
        whole = tuple(i for i in listing.items if fold(i.words.get(column, "")) == word)
        if whole:
            return Named(word, column, whole)
    for column in (listing.key, *listing.words):
        held = [(says(word, fold(i.words.get(column, ""))), i) for i in listing.items]
        best = max((score for score, _ in held), default=0)
        if best:
            return Named(word, column, tuple(i for score, i in held if score == best))
    return None


def says(word: str, name: str) -> int:
    """How surely a word names: 3 as a part of the name, 2 by characters in their order, 1 by nearly all of them."""
    if len(word) < 2 or len(name) < 2:
        return 0
    if word in name:
        return 3
    pairs = sum(word[i : i + 2] in name for i in range(len(word) - 1))
    if len(word) < 3 or pairs * 2 < len(word) - 1:
        return 0
    if reads_in(word, name):
        return 2
    return 1 if len(word) > 4 and sum(char not in name for char in word) == 0 else 0


def _is_heading(run: str, above: str) -> bool:
    pairs = sum(run[i : i + 2] in above for i in range(len(run) - 1))
    return run in above or (pairs * 2 >= len(run) - 1 > 1 and reads_in(run, above))


def _agrees(quantity: re.Match[str], named: Sequence[Named], listing: Listing) -> bool:
    """Whether a number of things is that of the one row named: 「冲锋舟4艘」."""
    column = next((c for c in listing.columns if is_count(c)), "")
    cells = [i.cells.get(column) for one in named for i in one.items]
    return len(cells) == 1 and cells[0] is not None and cells[0].value == _value(quantity["n"])
