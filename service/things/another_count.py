"""A count that is none of what is asked for: in another measure, or of all where something done is asked (另一个数).

「修复了多少叶古籍」 is no number of 册, and 「修复了多少古籍」 is not how many there are.
"""

from __future__ import annotations

from ingest.patterns import regex
from ingest.text import fold
from service.contract import Answer, Figure, Status
from service.read.citizens_words import is_undone
from service.read.measure_words import counts_alike

_MONEY = ("元", "万元", "亿元", "%", "‰")
#: What is counted by, between 多少 and the thing, or behind 多少 at the end.
_BY = regex(r"(?:多少|(?<!哪)几)(?:十|百|千)?万?(?P<unit>[\u4e00-\u9fff])")
_BY_AT_END = regex(_BY.pattern + "[?？。呢啊]*$")
_CLAUSE = regex("[，。？]")
#: Characters that may stand between the thing's name and 多少 behind it.
_NEAR = 8
#: Characters there that are no measure of a thing's own.
_NO_MEASURE = frozenset(
    "个钱元万亿块是的了人位名口种样类项次回遍批年月天日件家户处条成倍分点呢啊呀吗还又来能要多少数支"
)
_ALIKE = tuple(
    map(
        frozenset,
        (
            "辆台部架",
            "本册卷",
            "场次期届班",
            "座所家处栋幢",
            "棵株",
            "起宗件例",
            "篇份条",
            "部件项",
            "盏基",
            "片块处个座",
        ),
    )
)


def another_count(answer: Answer, text: str) -> str:
    """Why a count is none of what is asked for; empty where it may stand."""
    if answer.status is not Status.ANSWERED or len(answer.figures) != 1:
        return ""
    figure = answer.figures[0]
    if figure.unit in _MONEY or figure.formula is not None:
        return ""
    asked = fold(text)
    if _SHARE.search(asked) and "%" not in answer.answer:
        return f"问的是占比，资料里只写了「{figure.label}」是多少，没有找到所问的占比，没有给出。"
    if (unit := _said(asked, fold(figure.label))) and not _may_be(unit, figure.unit):
        return (
            f"资料里「{figure.label}」是按「{figure.unit}」计的，没有找到按「{unit}」计的数，不敢给出数字。"
        )
    if (house := _HOUSE.search(asked)) and not _IS_HOUSE.search(figure.label):
        return f"资料里数的是「{figure.label}」，没有数{house['noun']}有几家，不拿它来回答。"
    if is_undone(asked, fold(figure.label + _around(answer, figure))):
        return f"资料里写的是「{figure.label}」，没有写明问题所问做了多少，不拿它来回答。"
    return ""


#: A share is asked for, which no number of things tells.
_SHARE = regex(
    r"占比(?:是|为|有)?(?:多少|几|多大)|所?占的?(?:比例|比重|百分比|份额)(?:是|为|有)?(?:多少|几|多大)|占(?:了|到)?(?:多少|多大)的?比[例重]|占(?:了|到)?百分之几"
)
#: Houses are asked for, 「几家预算单位编报了」, and what tells that a name counts houses and not what they have.
_HOUSE = regex(
    r"(?:多少|(?<!哪)几)[家个](?P<noun>(?:预算|下属|二级|事业|行政)*(?:单位|企业|公司|机构)|(?:医|学)院|学校)(?!的)"
)
_IS_HOUSE = regex("单位|机构|企业|公司|部门|[院校所站局厂店社户家商行会室馆心队]|主体|法人|数$")


def _said(text: str, label: str) -> str:
    """The measure word that stands between 多少 and the thing's name, or ends the question behind it."""
    names = (label[:2], label[-2:])
    said = next((m for m in _BY.finditer(text) if text.startswith(names, m.end())), None)
    if said and text[said.start("unit") : said.end() + 2] in label:
        said = None  # 「多少防疫员」: 防 is the thing's own
    if said is None and (last := _BY_AT_END.search(text)):
        near = _CLAUSE.split(text[: last.start()])[-1]
        said = last if any(-1 < near.rfind(name) >= len(near) - _NEAR - len(name) for name in names) else None
    return said["unit"] if said and said["unit"] not in _NO_MEASURE else ""


def _may_be(asked: str, printed: str) -> bool:
    alike = any(asked in row and row & set(printed) for row in _ALIKE)
    return asked in printed or alike or counts_alike(asked, printed) or len(printed) > 1


def _around(answer: Answer, figure: Figure) -> str:
    """The words of the place where a figure stands; of a table's cell nothing but its row is known."""
    cited = answer.citations[figure.citation] if figure.citation is not None else None
    return f"{cited.row}{cited.title}{cited.quote}" if cited is not None else ""
