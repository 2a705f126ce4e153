"""A figure of another sort than is asked for, by a word that one of both has: 4A for 3A, new ones for all (另一种).

What narrows a question down (女, 4A, 第一标段) must stand where the figure does; what narrows the figure down (新购,
贴息, 「A、B等」) must be asked for.
"""

from __future__ import annotations

import re

from ingest.patterns import regex
from service.contract import Answer, Figure, Status

SORRY = "资料里写的是「{label}」，与所问的不是同一件事，不敢拿它来回答。"
#: What is asked of some: said of the figure too, or it is of others.
_NARROWS = regex(r"(?<![子妇儿男])女(?![儿子足篮排])|(?<![儿])男(?![女足篮排])|党员|多领|冒领|返聘|外籍")
#: What a name says that makes another figure of it, and how that is asked for.
_OWN = (
    (regex("贴息"), regex("[贴息]")),
    (regex("奖补$|贴息及奖补"), regex("[贴息奖补]")),
    (regex("[未没]$|未[^，。]{0,4}$"), regex("[未没不欠]")),
    (regex("国内"), regex("^(?!.*(?:外事|外宾|境外|国外|出国))")),
)
#: How many there are in all is not told by the new ones.
_NEW = regex(r"新(?=购|增|建|评|招|聘|移交|接收|录|设|办|签|引进|发展|入|注册|登记|认定|获)")
_IN_ALL = regex(r"藏书|馆藏|一共|总共|现有|共有|拥有|目前|现在|累计|全部")
_NEW_ASKED = regex(r"新[购增建评招聘录设办签引发入注登认获的]|买|购|增|添")
#: What is not done yet, behind its number, is none of what was done.
_NOT_YET, _DONE = (
    regex(r"^(?:元)?[）)]?(?:尚未|还未|未能?|没有|暂未)"),
    regex(r"(?<![未没])(?:付|完成|发|用|花|到|建成?|办)(?:了|掉|出|好)"),
)
_GRADE = regex("[1-9]A(?![A-Z])|[一二三甲乙丙][级等](?=甲|乙|$|[\u4e00-\u9fff])")
_ORDER = regex(r"第(?P<at>[一二三四五六七八九十\d]+)(?P<of>标段|期|批|届|轮|季度|阶段|标包|包)")
_SEVERAL = regex(r"^(?P<listed>.*?[、].*?)等(?P<all>.*)$")
#: Income that a document tells apart from the body's own.
_OTHER_INCOME = regex(r"(?:旅游|门票|租金|票务|广告|销售|停车|住宿|餐饮|综合|综合旅游)收入")
_TOTAL = regex(r"^(?:本年)?收入(?:合计|总计)|^总收入")

#: How many people is asked, which no amount tells: 「接待了多少外宾」 of what the receptions cost.
_PERSONS = regex(
    r"(?:多少|(?<!第)几)(?:个|名|位)(?:外宾|[来贵外]宾|客人|嘉宾|[游旅顾]客|[读患学记作]者|观众|听众|病人|病号|学员|学生|考生|选手|运动员|村民|居民)"
    r"|多少(?:外宾|[来贵外]宾|客人|嘉宾|[游旅顾]客|[读患]者|观众|听众|病人|病号|学员|考生|选手|运动员)(?!的?(?:钱|经费|费用|补))"
)
#: The same of cars.
_COUNTED = regex(rf"{_PERSONS.pattern}|(?:多少|(?<!第)几)[辆台部][^，。？]{{0,6}}车(?![间站位])")
#: Points are asked for, which neither money nor a number of things tells.
_SCORE_ASKED = regex(
    r"(?:得分|评分(?!标准|指标)|总分)(?:是|为|有|得了?|多少|几|分|呢)*[？?。]*$|得了?(?:多少|几)分"
)
_SCORED = regex(r"^(?:分|%)$")
_MONEY = regex(r"[钱元]|费用|经费|花[了费掉]|[块毛]|金额|资金|[支付拨]")


def another_sort(answer: Answer, text: str) -> str:
    """Why a figure is none of what is asked; empty where it may stand."""
    if answer.status is not Status.ANSWERED or len(answer.figures) != 1:
        return ""
    figure = answer.figures[0]
    cited = answer.citations[figure.citation] if figure.citation is not None else None
    place = figure.label + (f"{cited.row}{cited.column}{cited.quote}" if cited is not None else "")
    text = text.replace(figure.entity, " ")
    none = (
        any(match[0] not in place for match in _NARROWS.finditer(text))
        or any(name.search(figure.label) and not asked.search(text) for name, asked in _OWN)
        or (_NEW.search(figure.label) and _IN_ALL.search(text) and not _NEW_ASKED.search(text))
        or (_TOTAL.search(figure.label) and _OTHER_INCOME.search(text))
        or (figure.unit.endswith("元") and _COUNTED.search(text) and not _MONEY.search(text))
        or (_SCORE_ASKED.search(text) and not _SCORED.search(figure.unit))
        or _is_of_another_grade(text, figure.label)
        or _is_of_another_order(text, place)
        or _is_joint(text, figure.label)
        or (cited is not None and _DONE.search(text) and _not_yet(cited.quote, figure))
    )
    return SORRY.format(label=figure.label) if none else ""


def _is_of_another_grade(text: str, label: str) -> bool:
    asked, told = set(_GRADE.findall(text)), set(_GRADE.findall(label))
    return bool(asked and told) and not asked & told


def _is_of_another_order(text: str, place: str) -> bool:
    """第一标段 is asked for, and only 第二标段 is told."""
    asked = {(m["at"], m["of"]) for m in _ORDER.finditer(text)}
    told = {(m["at"], m["of"]) for m in _ORDER.finditer(place)}
    return bool(asked) and not asked & told and any(of == other for _, of in asked for _, other in told)


def _is_joint(text: str, label: str) -> bool:
    """「讲解员几个」 of 讲解员、保安等编外人员: one of several that are counted together."""
    several = _SEVERAL.match(label)
    if several is None or (several["all"][:2] and several["all"][:2] in text) or "等" in text:
        return False
    listed = re.split("[、和及]", several["listed"])
    return sum(item[-2:] in text for item in listed) == 1


def _not_yet(quote: str, figure: Figure) -> bool:
    """Whether right behind the number it says that it was not done."""
    behind = quote.partition(f"{figure.value}{figure.unit}")[2]
    return bool(behind) and _NOT_YET.search(behind) is not None
