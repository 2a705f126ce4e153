"""What comes on one of a thing, as a question puts it: the money, the thing, the unit that it counts in (每一个摊多少).

「平均每个学生摊到多少预算」, 「征地补偿平均每户多少」, 「按常住人口算一个人多少支出」, 「经费除以办案数」: what stands before
the one and behind it names the money, what stands at it the thing. Only a mean that is asked for by its word is read:
「一户补多少」 asks for a standard, which is printed or not told.
"""

# ruff: noqa: E501 - rows are read whole

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from ingest.patterns import regex

UNITS = (
    r"平方公里|平方米|公里|千米|人次|批次|场次|个|名|位|户|家|辆|台|套|件|起|宗|例|亩|座|处|场|期|次|批|眼|口|张|床|吨|所|间|条|株|棵|份|篇"
    r"|盏|册|本|头|只|艘|站|村|校|班|节|趟|米|人|组|栋|幢|口"
)
#: A unit that is the thing itself, and the unit that it is counted in.
_THINGS = {"村": "个", "校": "所", "班": "个", "站": "个", "床": "张"}
#: A mean by its own word, with the thing and its unit.
_MEANS = {"生均": ("学生", "人"), "户均": ("", "户"), "村均": ("村", "个"), "床均": ("床位", "张"), "亩均": ("", "亩"),
          "件均": ("", "件"), "校均": ("学校", "所"), "车均": ("车", "辆")}  # fmt: skip
#: That it is spread, and not what is paid for one.
_SPREAD = regex(
    r"平均|人均|均摊|分摊|平摊|人头|摊[到在给派]|摊(?=多少|几|下来|着)|除以|折合|合(?:到|下来|着|多少|几)|算下来|均下来|落[到在]每"
    r"|[生户村床亩件校]均"
)
_TIME = regex(r"(?:每一?|一)个?(?:年|月|天|日|周|季度?|学期|工作日)|[月日年]均")
#: What follows the thing: the asking, or the money that is asked for.
_STOP = (
    r"(?=身上|头上|大概|大约|约|平均|差不多|[摊分均]到|上[要是合摊花大约][^，。？?]{0,4}(?:多少|几)|多少|几(?!何)|好多|[，,？?。]|$"
    r"|(?:[要能会得需该可就是合折摊分花用耗补给拨拿占到有]|投[入资了])[^，,。？?]{0,6}(?:多少|几|好多)"
    r"|(?:年初|总)?(?:预算|支出|经费|资金|成本|造价|投入|投资|费用|花费|补[偿助贴]|奖补)(?!单位|项目|科目|对象))"
)
_ONE = regex(
    rf"(?:(?:摊|落|分|合|(?<!预)算|平均)*[到给在](?P<verb>[\u4e00-\u9fff]{{1,6}}的)?)?(?:每一?|(?<![第统同另唯之])一)(?P<unit>{UNITS})(?P<noun>[\u4e00-\u9fff]{{0,10}}?)(?:的)?{_STOP}"
)
ASKS_MEAN = regex("|".join(_MEANS))
#: 「按常住人口算」, 「按在编人头摊」: the thing, said for itself.
_BY = regex(
    r"(?:要是|如果|若)?按(?:照)?(?P<noun>[\u4e00-\u9fff]{2,12}?)(?:的)?(?:人头|人数|户数|件数|个数|总数|数量|数)*(?:来|去)?(?:算下来|平均|计算|算|均摊|分摊|平摊|摊)"
)
#: Heads are what is meant where no other thing is said.
_HEADS = regex("人均")
#: 「甲除以乙」, the whole of both.
_OVER = regex(
    r"(?:请|帮我|麻烦)?(?:用|拿|把|按|将)?(?:照)?(?P<money>[^，,。？?]{2,24}?)(?:除以|÷|/)(?P<noun>[^，,。？?]{2,16}?)(?=[，,。？?]|等于|是多少|得多少|得几|算|$)"
)
#: 「按甲和乙算一个多少」.
_WITH = regex(
    r"按(?:照)?(?P<money>[\u4e00-\u9fff]{2,20}?)[和与跟](?P<noun>[\u4e00-\u9fff]{2,14}?)(?:来|去)?(?:计算|算|推算|折算)"
)
_ASKS = (
    r"身上|头上|上面|大概|大约|差不多|大致|平均下来|平均|均摊|分摊|平摊|摊[到在给派]?|算下来|算一下|下来|折合|合|每?一共|到底|究竟"
    r"|要|能|得|需要?|应该|会|花费|花了?|用了?|耗费|是|有|占|拿|就|多少|好多|几|钱|万元|亿元|元|块|万|呢|啊|呀|吧|吗|嘛|的话|了|(?<!支)出|那么?|按|[到在](?!位|校)|把|将|要是|如果"
)
_LEAD = regex(rf"^(?:{_ASKS}|的|[，,。？?、\s])+")
_TAIL = regex(rf"(?:{_ASKS}|的|[，,。？?、\s])+$")
#: What of this names all that is spent, and would be cut away as asking.
_ALL_SPENT = regex(r"[花用]掉?的钱|(?:一共|总共|全年|全部)[花用]了?(?:多少|的)?钱")
#: 「每个人救助多少」: what is done for each is the money's name.
_EACH_MAN = regex(r"人(?:均|都|能)?(?P<done>救助|补助|补贴|资助|奖励|慰问|帮扶|培训|抚恤|发放|花费)")
#: A name in quotes, and the first of the characters that stand for such.
_QUOTED, _HELD = regex(r"[“\"「『][^“”\"「」『』]{2,20}[”\"」』]"), 0x4DC0


@dataclass(frozen=True, slots=True)
class PerOne:
    """The money by its words, empty where it is said elsewhere; the thing, empty where only its unit is said."""

    money: str
    noun: str
    unit: str
    #: Whether both were named, the one to be divided by the other.
    exact: bool = False


def per_one_said(text: str) -> PerOne | None:
    """What is to be divided by how many of what, of a text without who and when; None where no mean is asked for."""
    said = " ".join(text.split())
    names = {chr(_HELD + n): name[0] for n, name in enumerate(_QUOTED.finditer(said))}
    for hole, name in names.items():  # 「“一村一年一场戏”平均演一场」: a name in quotes counts nothing
        said = said.replace(name, hole * 2)
    one = _one_said(said)
    return None if one is None else _filled(one, names)


def _one_said(said: str) -> PerOne | None:
    """The same of a text in which no name stands in quotes."""
    if _TIME.search(said):
        return None
    for pattern in (_OVER, _WITH):
        exact = pattern.search(said)
        one = _ONE.search(said, exact.end()) if exact is not None else None
        if exact is not None and (one is not None or pattern is _OVER):
            return PerOne(_bare(exact["money"]), _bare(exact["noun"]), one["unit"] if one else "", exact=True)
    if not _SPREAD.search(said):
        return None
    mean = ASKS_MEAN.search(said)
    if mean is not None:
        noun, unit = _MEANS[mean[0]]
        return PerOne(_around(said, mean), noun, unit)
    by, one = _BY.search(said), _ONE.search(said)
    if by is not None:
        rest = f"{said[: by.start()]}，{said[by.end() :]}"
        one = _ONE.search(rest)
        heads = one or _HEADS.search(rest)
        return PerOne(_around(rest, heads), by["noun"], one["unit"] if one else "人") if heads else None
    if one is None:
        return None
    noun = f"{(one['verb'] or '').removesuffix('的')}{one['noun']}"
    unit = one["unit"]
    if unit in _THINGS and not noun:
        noun, unit = unit, _THINGS[unit]
    if unit == "个" and (done := _EACH_MAN.fullmatch(noun)) is not None:
        return PerOne(_around(said, one) + done["done"], "", "人")
    return PerOne(_around(said, one), noun.strip("的"), unit)


def _filled(one: PerOne, names: Mapping[str, str]) -> PerOne:
    """The same with the names where holes stand for them; the money that has a name in quotes is called by it alone."""
    called = "".join(name[1:-1] for hole, name in names.items() if hole in one.money)
    noun = one.noun
    for hole, name in names.items():
        noun = noun.replace(hole * 2, name[1:-1])
    return replace(one, money=called or one.money, noun=noun)


def _around(said: str, one: re.Match[str]) -> str:
    """What names the money: the words before the one that is spoken of, and those behind it."""
    before, behind = said[: one.start()], said[one.end() :]
    if _ALL_SPENT.search(before + behind):
        return "支出"
    pieces = [_bare(piece) for piece in (*re.split("[，,。？?]", before), *re.split("[，,。？?]", behind))]
    return "".join(piece for piece in pieces if len(piece) > 1)


def _bare(phrase: str) -> str:
    return _TAIL.sub("", _LEAD.sub("", phrase))
