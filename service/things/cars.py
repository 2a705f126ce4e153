"""Cars by what they are for: how many of one sort, whether all are of it, what share of them is (车辆分类).

Assets are listed by sorts with long names (特种专业技术用车), which people say short (特种车). A sort that is not
listed has no number: that of all cars is never told for it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ingest.model import Fact, Measure
from ingest.numbers import plain
from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources
from service.figures.ratios import rounded
from service.model import Declined, Evidence, Finding, Operand, Plan, Reason

_UNITS = ("辆", "台", "部")
_MANY = r"(?:一共|总共|共|现有|还|都|总数|数量|有|是|的)*(?:几|多少)[辆台部]"
#: 「特种车几辆」「几辆环卫车」: the words before 车 hold the sort.
_ONE_SORT = (
    regex(rf"(?P<run>[\u4e00-\u9fff（）()、\d年]*?)(?:用|专用)?车(?:辆|子)?(?:有|是|的|呢)*{_MANY}(?:车)?$"),
    regex(r"(?P<run>(?:几|多少)[辆台部][\u4e00-\u9fff]{1,8}?)(?:用|专用)?车(?:辆|子)?$"),
)
#: 「几台车，是不是都拿来执法的」.
_ALL_OF = regex(
    r"车.*?(?:是不是|是否|难道)?(?:全部?都?|都|净)(?:是|拿来|用来|用于|用在|属于)+(?P<run>[\u4e00-\u9fff]{2,8}?)(?:上|的|用的?|用车|车)*(?:吗|么|嘛|吧)?$"
)
_SHARE = regex(
    r"(?P<run>[\u4e00-\u9fff]{1,12}?)(?:用|专用)?车(?:辆)?(?:数量?)?(?:大概|约)?占(?:了|到)?(?:全部|所有|总|整个|全体)?(?:的)?(?:公务用?车|公车|车辆|用车|车|总数)(?:总数|总量|数量?|里)?(?:的)?"
    r"(?:百分之(?:几|多少)|百分比|几成|(?:多大|多少)?比[例重]|多少)"
)
#: How many cars may be kept, which says nothing of how many there are.
_POSTS = regex(r"车(?:辆)?的?(?:编制|核定数|核编)")
_OVER = regex(r"[超满空缺占和与跟]|钱|费|比")
#: Which sorts there are.
_SORTS = regex(
    r"(?:什么|啥|哪些|哪几种|哪几类)(?:样|种|类)?的?(?:用)?车|车[^，。？]{0,6}(?:哪几种|哪些种类|几种|分类|种类|，?各(?:是|有)?(?:几|多少)[辆台部])"
    r"|(?:\d+|[两三四五六七八九十])[辆台部](?:公务用?|公)?车(?:辆|子)?(?:都|各|分别|主要|具体)*(?:是|有)?(?:些)?(?:什么|啥|哪)"
    r"|车(?:辆|子)?(?:都|各|分别|主要|具体)+(?:是|有|用来|拿来)?(?:些)?(?:(?:干|做)(?:什么|啥|嘛)|什么|啥|哪)"
)
#: What one sort consists of, told in brackets behind it.
_WITHIN = regex(
    r"(?P<run>[\u4e00-\u9fff\d]*?)(?:用|专用)?车(?:辆)?(?:都|具体|主要|又|包括|包含|含|分为?|分成|有|是|里|中)+些?(?:哪些|什么|啥|哪[几\d两三四五六七八九十]+[种类样辆台部]|几[种类])"
)
_BRACKETS = regex(r"(?P<name>[\u4e00-\u9fff]{2,})(?:\d+[辆台部])?[（(](?P<list>[^（()）]+)[)）]")
#: The same behind a verb: 「特种用车包括消防车3辆、救护车2辆」.
_SPOKEN = regex(
    r"(?P<name>[\u4e00-\u9fff]{2,}车)(?:\d+[辆台部])?[，,：:]?(?:其中|分别|具体|主要)*(?:包括|包含|有|为|是|即)[：:]?"
    r"(?P<list>[\u4e00-\u9fff]{2,}\d+[辆台部](?:[、和及][\u4e00-\u9fff]{2,}\d+[辆台部])+)"
)
#: What else is asked of cars: money, what was bought or given up, another year, an order.
_ELSE = regex(
    r"钱|费|元|万|价|花|平均|买|购|新增|更新|添|换|报废|处置|淘汰|封存|租|编制|核定|去年|上年|前年|上一年|[比较](?!例|重)|[增减]|变化|最|排|为什么|谁|哪"
)
#: Where it is told, which asks nothing.
_AS_TOLD = regex(r"预算|决算")
#: Cars that were bought or given up, or may be kept, are no part of those there are.
_NOT_KEPT = regex(r"购|买|更新|新增|增加|减少|报废|处置|淘汰|租|编制|核定|计划|拟")
_WHOLE = regex(
    r"^(?:年末|期末|本部门|本单位|单位|部门|共有|实有|现有|拥有|占用|使用)*(?:车辆|机动车辆?|公务用车|公车|一般公务用车)(?:保有量|总?数|合计|总计)*$"
)
#: Who, when and what only asks, before a sort.
_BEFORE = regex(
    r"^.*?(?:\d{2,4}年度?(?:末|底)?|(?:几|多少|\d+|[两三四五六七八九十])[辆台部]|里[头面边]|[，、的里中有局院委厅办会所队站校镇乡]|(?:部门|单位)?[预决]算|其中)+(?=[\u4e00-\u9fff]*$)"
)
#: Sorts that assets are usually listed by: where one is said, all cars are no answer.
_KNOWN = regex(
    r"副部|省部级|主要领导|机要|应急|执法|执勤|特种|专业技术|离退休|老干部|环卫|救护|消防|囚|警|垃圾|洒水|清扫|校车|新能源"
)


def cars(plan: Plan, sources: Sources) -> Evidence | Declined | None:
    """What is told of one sort of cars; None where no sort is asked for, or all of the question is not understood."""
    text = fold(plan.text)
    if _POSTS.search(text) and not _OVER.search(text):
        return _posts(plan, sources)
    if "车" not in text:
        return None
    if _SORTS.search(text) or _ELSE.search(_AS_TOLD.sub("", text)):
        return None
    share, every = _SHARE.search(text), _ALL_OF.search(text)
    one = next(filter(None, (pattern.search(text) for pattern in _ONE_SORT)), None)
    said = share or every or one
    if said is None:
        return None
    for kept in _by_document(plan, sources):
        part, whole = of_sort(said["run"], kept), sole([f for f in kept if is_whole(f)])
        if part is None:
            continue
        if one is said:
            return Evidence((_finding(part, sources.body.name),))
        if whole is not None and whole.value:
            return _held_against(part, whole, sources.body.name, share is not None)
    return _unlisted(said["run"], plan, sources) if one is said or share is said else None


def sorts_of_cars(plan: Plan, sources: Sources) -> Evidence | Declined | None:
    """All cars with the sorts that they are of, or what one sort consists of; None where these are not asked for, or no
    list comes to them all."""
    text = fold(plan.text)
    within = _WITHIN.search(text) if "车" in text else None
    if within is not None and _KNOWN.search(_BEFORE.sub("", within["run"])):
        return _inside(within["run"], plan, sources) or _not_apart(within["run"], plan, sources)
    if "车" not in text or not _SORTS.search(text) or _ELSE.search(_AS_TOLD.sub("", _SORTS.sub("", text))):
        return None
    rows = (_rows(kept, sources.body.name) for kept in _by_document(plan, sources))
    return next(filter(None, rows), None)


def _posts(plan: Plan, sources: Sources) -> Evidence | Declined:
    """The number of cars that a body may keep, or that none is told."""
    own = {d.id for d in sources.documents if plan.year in (None, d.year)}
    told = [
        f for f in sources.facts if f.document_id in own and f.unit in _UNITS and f.measure is Measure.COUNT
    ]
    found = sole([f for f in told if "车" in f.subject.name and re.search("编制|核定", f.subject.name)])
    if found is not None:
        return Evidence((_finding(found, sources.body.name),))
    return Declined(Reason.NOT_DISCLOSED, f"{sources.body.name}{plan.year}年度的公开资料没有写明车辆编制数。")


def _rows(kept: Sequence[Fact], body: str) -> Evidence | None:
    """The sorts that a table, or else a sentence, lists below all cars, those there are none of left out; None where
    what is listed does not come to all."""
    for whole in sorted((f for f in kept if is_whole(f) and f.value), key=lambda f: bool(f.source.quote)):
        rows = _up_to(whole, [f for f in kept if not is_whole(f) and f.value and _is_below(f, whole)])
        if len(rows) > 1:
            note = f"这几种加起来就是全部车辆：{plain(whole.value or Decimal(0))} {whole.unit}。"
            return Evidence(tuple(_finding(f, body) for f in rows), notes=(note,))
    return None


def _up_to(whole: Fact, rows: Sequence[Fact]) -> Sequence[Fact]:
    """The first rows that come to the whole; what is told behind them is a part of one of them. None where none do."""
    sums = itertools.accumulate(f.value or Decimal(0) for f in rows)
    return next((rows[: n + 1] for n, total in enumerate(sums) if total == whole.value), ())


def _is_below(fact: Fact, whole: Fact) -> bool:
    """Whether a sort stands in the whole's table, or in its sentence or the next, 「其中：…」, outside of brackets."""
    one, all_of = fact.source, whole.source
    if not all_of.quote or not one.quote:
        return one.quote == all_of.quote and one.sequence == all_of.sequence
    named = _IN_BRACKETS.sub("", f"{fact.subject.name}{plain(fact.value or Decimal(0))}")
    same = one.quote == all_of.quote or (one.page == all_of.page and one.quote.startswith("其中"))
    return same and named in _IN_BRACKETS.sub("", one.quote)


def _inside(run: str, plan: Plan, sources: Sources) -> Evidence | None:
    """The cars that a sentence lists of their sort, in brackets or behind a verb, where all of these were read."""
    sort = _BEFORE.sub("", run)
    for kept in _by_document(plan, sources):
        for quote in dict.fromkeys(f.source.quote for f in kept if f.source.quote):
            for said in itertools.chain(_BRACKETS.finditer(quote), _SPOKEN.finditer(quote)):
                own = [f for f in kept if f.source.quote == quote and _names_in(f, said["list"])]
                if (
                    len(own) > 1
                    and len(own) == len(_NUMBERS.findall(said["list"]))
                    and _spells(sort, fold(said["name"]))
                ):
                    return _consisting(said["name"], own, sources.body.name)
    return None


def _consisting(name: str, own: Sequence[Fact], body: str) -> Evidence:
    listed = "、".join(f"{f.subject.name} {plain(f.value or Decimal(0))} {f.unit}" for f in own)
    sort = re.sub("^.*(?:其中|[辆台部])", "", name)
    told = f"{body}{own[0].year}年度{sort}里有{listed}。"
    return Evidence(tuple(_finding(f, body) for f in own), told=told)


_NUMBERS = regex(r"\d+")
_IN_BRACKETS = regex(r"[（(][^（()）]*[)）]")


def _names_in(fact: Fact, listed: str) -> bool:
    return f"{fact.subject.name}{plain(fact.value or Decimal(0))}{fact.unit}" in listed


def _by_document(plan: Plan, sources: Sources) -> Iterator[list[Fact]]:
    """The cars there are by each document of the year, those of the year's end before a budget too."""
    for document in sources.documents:
        own = [f for f in sources.facts if f.document_id == document.id and is_kept(f)]
        if plan.year in (None, document.year) and own:
            yield own


def is_kept(fact: Fact) -> bool:
    """Whether a figure counts cars that there are."""
    name = fact.subject.name
    counted = fact.measure is Measure.COUNT and fact.unit in _UNITS and fact.value is not None
    return counted and "车" in name and not _NOT_KEPT.search(name)


def is_whole(fact: Fact) -> bool:
    """Whether a count of cars is of all of them."""
    return _WHOLE.search(fold(re.sub(r"[（(][^（()）]*[)）]", "", fact.subject.name))) is not None


def of_sort(run: str, kept: Sequence[Fact]) -> Fact | None:
    """The count of the sort that the words before 车 end with, where nothing else stands there."""
    sorts = [f for f in kept if not is_whole(f)]
    sort = _BEFORE.sub("", run)
    return sole([f for f in sorts if sort and _spells(sort, fold(f.subject.name))])


def _spells(sort: str, name: str) -> bool:
    """Whether a name reads so with words left out: 特种 in 特种专业技术用车; a single character stands at 车."""
    if len(sort) == 1:
        return f"{sort}车" in name
    rest = iter(name.removeprefix("含").split("车")[0])
    return name.removeprefix("含").startswith(sort[:2]) and all(char in rest for char in sort)


def sole(held: Sequence[Fact]) -> Fact | None:
    """The one count that all of these tell; None where they differ."""
    return held[0] if len({f.value for f in held}) == 1 else None


def _finding(fact: Fact, body: str) -> Finding:
    name = fact.subject.name.removeprefix("含")
    return Finding(name, fact.value or Decimal(0), fact.unit, Measure.COUNT, fact.year, "",
                   (Operand(name, fact),), printed=fact, entity=body)  # fmt: skip


def _held_against(part: Fact, whole: Fact, body: str, share: bool) -> Evidence:
    """All cars and those of the sort: whether these are all, or what share they are."""
    one, of = _finding(part, body), _finding(whole, body)
    counts = f"{body}{whole.year}年度{of.label} {plain(of.value)} {of.unit}"
    counts += f"，其中{one.label} {plain(one.value)} {one.unit}"
    if not share:
        said = (
            "全部都是" if one.value == of.value else f"另有 {plain(of.value - one.value)} {of.unit}是别的用途"
        )
        return Evidence((of, one), told=f"{counts}，{said}。")
    ratio = rounded(one.value / of.value * 100)
    working = f"{plain(one.value)} ÷ {plain(of.value)} × 100% = {plain(ratio)}%"
    found = Finding(f"{one.label}占{of.label}的比重", ratio, "%", Measure.SHARE, whole.year, "",
                    (*one.operands, *of.operands), working, entity=body)  # fmt: skip
    return Evidence((found, one, of), told=f"{counts}，占 {plain(ratio)}%（{working}）。")


def _not_apart(run: str, plan: Plan, sources: Sources) -> Declined | None:
    """That only the number of a sort is told, where what it consists of is asked for; or that it is not listed."""
    part = next(filter(None, (of_sort(run, kept) for kept in _by_document(plan, sources))), None)
    if part is None:
        return _unlisted(run, plan, sources)
    counted = f"{part.subject.name} {plain(part.value or Decimal(0))} {part.unit}"
    told = f"{sources.body.name}{part.year}年度的公开资料只写明{counted}，没有写明具体是哪些车。"
    return Declined(Reason.NOT_DISCLOSED, told)


def _unlisted(run: str, plan: Plan, sources: Sources) -> Declined | None:
    """That a sort which is usual is not listed, where cars are."""
    sort = _KNOWN.search(_BEFORE.sub("", run))
    if sort is None or not any(_by_document(plan, sources)):
        return None
    told = f"{sources.body.name}{plan.year}年度的公开资料没有单独列出这一类车（{sort[0]}）有几辆。"
    return Declined(Reason.NOT_DISCLOSED, told)
