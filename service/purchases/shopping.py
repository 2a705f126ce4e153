"""Purchases asked for in daily words, one by one or together: 「买台式机加笔记本一共多少」 (口语采购).

Only where the procurement statement lists what is bought. What is said besides the asking must all be found there, as a
sort, a project, an account that pays, or a thing of the catalogue; else nothing is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from ingest.model import Fact, Measure
from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources
from service.model import CONFIDENT, Declined, Evidence, Finding, Operand, Operation, Plan, Reason, Term
from service.purchases.bought import STATEMENT, add, bought, purchase_finding, to_project
from service.purchases.purchases import BUYING, KIND, as_said, heading_said, without_body
from service.targets import Point

#: What people call a thing, and how the catalogue names it.
_CATALOGUE: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (regex(said), named)
    for said, named in (
        (r"电脑[，,\s]*(?=台式|笔记本|便携|手提)", ""),  # 「买电脑，台式跟笔记本」: the kind before its sorts
        (r"台式(?:电脑|机)?(?!房|计)", "台式计算机"),
        (r"笔记本(?:电脑)?|手提电脑|便携式?电脑", "便携式计算机"),
        (r"电脑", "计算机"),
        (r"打印机", "打印设备"),
        (r"桌椅|家[俱俬]|家具(?!用)", "家具用具"),
        (r"(?:吃饭|伙食|用餐)", "餐饮服务"),
        (r"住(?:酒店|宾馆)|住宿(?!服务)", "住宿服务"),
        (
            r"(?:[给为])?(?:公务用?车|公车|汽?车辆?)?的?(?:买汽?油|加汽?油|汽油|用油|燃油|油[品料]|成品油)(?:的?油[品料])?(?!维护)",
            "炼油产品",
        ),
        (r"复印件?机", "复印机"),
        (r"打扫卫生|保洁(?!服务)", "清洁服务"),
        (r"租用?(?:大巴|客|汽|轿|公务用)?车辆?(?!.{0,3}服务)", "，运输机械租赁服务，"),
        (r"修(?:公务用|汽|公)?车(?!.{0,3}费)", "，车辆维修和保养服务，"),
        (r"车险|(?:给?车辆?)?上保险", "，机动车保险服务，"),
        (r"(?:召?开|举?办)(?:大|全|个)会(?!议)", "，会议上，"),
    )
)
#: The words of the asking and of buying, which name nothing that is bought.
_ASKING = regex(
    r"政府采购(?:支出)?(?:预算)?(?:明细)?表?|采购(?:支出)?(?:预算)?(?:明细)?表|采购|购买|购置(?!费)|买"
    r"|预算|资金|经费(?=[，多]|$)|金额|数额|价格|打算|准备|计划(?!费)|安排|列了?|总共|一共|合计|加起来|加一起|拢共|共计|统共|总计"
    r"|最[大高贵多少低小便宜]+|单笔|一笔|各笔|每笔|逐笔|各行|每行|一行|这一行|那个|这个|哪[一]?[个项样种件行笔]|[那哪]样|哪些|多少|几|什么|啥"
    r"|物品|品目|东西|商品|专项(?!会)|项目(?!费)|经济科目|科目|名称|明细|分别|各自|各项?|及|查一下|请问|要用?|花(?:了|费|掉)?|用了?(?=多少|几)"
    r"|[万亿]?元|(?<=几)[万千百亿]|[钱块]|第[一1]|排|排名|[的了吗呢呀啊里中下是为有给类项这那就吧第一]"
)
_SORT = regex(r"(货物|工程|服务)类?")
_JOINS = regex(r"[和与及跟加、，]|以及|还有")
_RANK = regex(r"最(?:大|高|贵|多|便宜|低|少|小)|排第[一1]")
_EACH = regex(
    r"各(?:项|个|种|类)?(?:采购)?(?:物品|品目|货物|商品|设备|服务)|明细|逐[项笔]|(?:物品|品目)(?:及|和)(?:其)?金额"
)
_WHICH = regex(r"哪些|什么|啥|哪几")
_TOGETHER = regex(r"一共|合计|加起来|加一起|拢共|统共|总共|共计|总和|之和")
_LEAST = regex(r"最(?:便宜|低|少|小)")


@dataclass(frozen=True, slots=True)
class Said:
    """What a question names of the statement: its sort, headings and things, and the words that name none."""

    sort: str
    things: tuple[tuple[Fact, ...], ...]
    headed: tuple[Fact, ...]
    left: tuple[str, ...]


def shopping(plan: Plan, points: Sequence[Point], sources: Sources, text: str) -> Evidence | Declined | None:
    """The purchases that are meant; None where none are asked for, the question is understood without, or a word of it
    is nothing in the statement. All that is bought is never told for one thing that is not listed."""
    if not BUYING.search(text) or "占" in text or "比" in text:
        return None
    if (row := _row_of_project(plan, points, sources, text)) is not None or len(points) > 1:
        return row
    every = _EACH.search(text) is not None
    listed = plan.statement == STATEMENT and plan.subject is not None and plan.subject.kind != KIND
    rows = _rows(plan, sources.facts)
    if not rows:
        return None
    if plan.explained > CONFIDENT and not plan.unlisted and not (every or listed):
        thing = _thing_said(plan)
        if thing and not _called(_catalogued(thing), rows):
            return _not_listed(thing, plan, sources)
        if not thing:
            return None
    if _WHICH.search(text) and not every and not _RANK.search(text):
        return None  # which things there are is told in words
    said = _named(_catalogued(fold_marks(plan.parted)), rows)
    if said is None or said.left:
        return None
    if _RANK.search(text) or (every and not said.things):
        return _in_order(plan, said, sources, text)
    return _together(said, rows, sources, text)


#: What leads to an assembly or a deed that money is spent on, 「去北京开」, and how much may be left unexplained.
_LEADS = regex(
    r"^.{0,7}?(?:召?开|举?办|搞|参加|出席|组织)(?:全?省|全?市|全?区|全?县)?(?=，|$)|^(?:省|市|区|县)(?=，)"
)
_STRAY = 2


def _row_of_project(plan: Plan, points: Sequence[Point], sources: Sources, text: str) -> Evidence | None:
    """「开某会，会议服务采购多少」: the one row of the project that is named, where accounts and totals were heard."""
    unsure = plan.explained <= CONFIDENT or plan.also
    years = {point.plan.year for point in points}
    amount = plan.operation is Operation.LOOKUP and plan.count_unit is None and not _WHICH.search(text)
    if not unsure or not amount or len(years) > 1:
        return None
    rows = _rows(plan, sources.facts)
    headed = {h: f for f in rows for h in f.subject.path[1:2] if heading_said(fold_marks(text), h, f)}
    if len(headed) != 1:
        return None
    name, first = next(iter(headed.items()))
    left = as_said(_catalogued(fold(plan.text)))
    under = [f for f in rows if f.subject.path[1:2] == (name,)]
    named = [f for f in under if fold(f.subject.name) in left]
    named = named or [f for f in under if any(fold(part) in left for part in f.subject.path[2:])]
    for part in {part for f in named for part in (f.subject.name, *f.subject.path[2:])}:
        left = left.replace(fold(part), "，")
    left = _without(left, as_said(without_body(name, first)))
    rest = re.sub("，", "", _ASKING.sub("", _LEADS.sub("", left)))
    if len(rest) > _STRAY or len(named) > 1:
        return None
    found = purchase_finding(named[0], sources.body) if named else to_project(name, under, sources.body)
    return Evidence((found,))


def _thing_said(plan: Plan) -> str:
    """The thing in daily words that a question names whose plan is of all purchases, or of another row, as that of the
    account which pays for it; empty where it names none."""
    if plan.subject is None or plan.subject.kind != KIND:
        return ""
    thing = next((m[0] for said, _ in _CATALOGUE if (m := said.search(fold(plan.text)))), "")
    own = plan.subject.name != "政府采购支出" and _catalogued(thing) in fold(plan.subject.name)
    return "" if own else thing


def _not_listed(thing: str, plan: Plan, sources: Sources) -> Declined:
    """「采购表，加油多少钱」 where no row is of that: the total of the statement is no answer."""
    text = (
        f"{sources.body.name}{plan.year}年度的政府采购表里没有找到叫「{thing}」的一行，不拿采购总额来回答。"
    )
    return Declined(Reason.NOT_DISCLOSED, text)


def _rows(plan: Plan, facts: Sequence[Fact]) -> list[Fact]:
    """The rows of the statement of the year."""
    return [
        f
        for f in facts
        if f.subject.kind == KIND and f.statement == STATEMENT and f.year == plan.year
        and f.value is not None and f.measure is Measure.AMOUNT and f.subject.path
    ]  # fmt: skip


def things_said(words: str, plan: Plan, facts: Sequence[Fact]) -> Said | None:
    """What some words name of the statement of the plan's year; None where they name nothing of it."""
    rows = _rows(plan, facts)
    return _named(_catalogued(fold_marks(words)), rows) if rows else None


def fold_marks(text: str) -> str:
    """The words without quotes and brackets, whose insides count as said."""
    return re.sub(r"[“”\"「」『』《》（()）：:？?。！!…\s]", "，", text)


def _catalogued(text: str) -> str:
    for said, named in _CATALOGUE:
        text = said.sub(named, text)
    return text


def _named(text: str, rows: Sequence[Fact]) -> Said | None:
    """What the words name; None where they name nothing of the statement."""
    rest = re.sub(r"([\u4e00-\u9fff]{2,})\1", r"\1", _ASKING.sub("，", text))
    sorts = {m[1] for piece in _JOINS.split(rest) if (m := _SORT.fullmatch(piece))}
    sort = sorts.pop() if len(sorts) == 1 else ""
    held = [f for f in rows if sort in f.subject.path[0]]
    heads = {h: f for f in held for h in f.subject.path[1:]}
    headed = [h for h, f in heads.items() if heading_said(text, h, f)]
    for name in sorted((without_body(h, heads[h]) for h in headed), key=len, reverse=True):
        rest = _without(rest, name)
    if headed:
        most = max(sum(h in f.subject.path for h in headed) for f in held)
        held = [f for f in held if sum(h in f.subject.path for h in headed) == most]
    things: list[tuple[Fact, ...]] = []
    left: list[str] = []
    for piece in filter(None, _JOINS.split(rest)):
        if _SORT.fullmatch(piece) or piece in fold(rows[0].entity):
            continue
        if found := _called(piece, held):
            things.append(tuple(found))
        elif len(piece) > 1 or not headed or _TOGETHER.search(text):  # a sum lacks none of its things
            left.append(piece)
    if not (sort or headed or things or "采购" in text):
        return None
    things, left = _for_what(things, left)
    return Said(sort, tuple(things), tuple(held) if headed or sort else (), tuple(left))


def _for_what(
    things: Sequence[tuple[Fact, ...]], said: Sequence[str]
) -> tuple[list[tuple[Fact, ...]], list[str]]:
    """「开大会租车」: the things under a heading that says what they are for, and what names none of theirs."""
    found, left = list(things), list[str]()
    for piece in said:
        under = [
            tuple(f for f in rows if any(piece.removesuffix("上") in h for h in f.subject.path))
            for rows in found
        ]
        if under and all(under):
            found = under
        else:
            left.append(piece)
    return found, left


def _without(text: str, name: str) -> str:
    """A text without the runs of two and more characters that a name has too."""
    marks = [False] * len(text)
    for place in range(len(text) - 1):
        if text[place : place + 2] in name:
            marks[place] = marks[place + 1] = True
    return "".join("，" if mark else char for char, mark in zip(text, marks, strict=True))


_ENDS = regex(r"(?:服务|设备|用具|用品|产品|费)$")


def _called(piece: str, rows: Sequence[Fact]) -> list[Fact]:
    """The rows that go by these words: by their whole name first, then less what a catalogue adds, then by
    how their name ends."""
    short = _ENDS.sub("", piece)
    ways: tuple[Callable[[str], bool], ...] = (
        lambda name: piece == name,
        lambda name: len(short) > 1 and short == _ENDS.sub("", name),
        lambda name: len(short) > 1 and _ENDS.sub("", name).endswith(short),  # 家具: 办公家具
    )
    found = ([f for f in rows if any(map(way, _names(f)))] for way in ways)
    return next(filter(None, found), [])


def _names(fact: Fact) -> list[str]:
    """A row's name without what it says in brackets, and each of the names that it lists."""
    bare = re.sub(r"[（(].*?[)）]", "", fact.subject.name)
    return [fold(bare), *(fold(part) for part in bare.split("、") if len(part) > 2)]


def _in_order(plan: Plan, said: Said, sources: Sources, text: str) -> Evidence | None:
    """What is bought under the headings, all of it or the dearest."""
    ranked = _RANK.search(text) is not None
    name = f"政府采购{said.sort}支出" if said.sort else "政府采购支出"
    whole = replace(
        plan, operation=Operation.RANK if ranked else Operation.LIST, subject=Term(name, KIND),
        least=bool(_LEAST.search(text)), top=plan.top or (1 if ranked else 0),
    )  # fmt: skip
    found = bought(sources.body, whole, sources.facts)
    return found if found.findings else None


def _together(said: Said, rows: Sequence[Fact], sources: Sources, text: str) -> Evidence | None:
    """The things that are named, each over all projects it is bought for, and all of them where a sum is asked."""
    if not said.things:
        name = next(iter(_common(said.headed)), "") if said.headed and not said.sort else ""
        under = [f for f in rows if f.subject.path[1:2] == (name,)]
        return Evidence((to_project(name, under, sources.body),)) if under else None
    each = [_one(rows) for rows in said.things]
    if any(rows is None for rows in each):
        return None
    found = [rows for rows in each if rows]
    several = [f for rows in found for f in rows]
    findings = tuple(purchase_finding(f, sources.body) for f in several)
    if len(several) == 1:
        return Evidence(findings)
    if len(found) > 1 and not (_TOGETHER.search(text) or "加" in text):
        return Evidence(findings)
    return Evidence((_sum(several, sources), *findings))


def _one(rows: Sequence[Fact]) -> list[Fact] | None:
    """The rows of one thing, each under a heading of its own; None where one holds another."""
    kept = list({(f.subject.path, f.subject.name): f for f in rows}.values())
    paths = {(*f.subject.path, f.subject.name) for f in kept}
    if any(f.subject.path[:size] in paths for f in kept for size in range(1, len(f.subject.path) + 1)):
        return None
    return kept


def _common(rows: Sequence[Fact]) -> list[str]:
    """The project that all rows stand under."""
    firsts = {f.subject.path[1] for f in rows if len(f.subject.path) > 1}
    return list(firsts) if len(firsts) == 1 else []


def _sum(rows: Sequence[Fact], sources: Sources) -> Finding:
    total = add(rows)
    names = "、".join(dict.fromkeys(f.subject.name for f in rows))
    operands = tuple(Operand(f"{'/'.join(f.subject.path[1:])} {f.subject.name}", f) for f in rows)
    working = " + ".join(f"{purchase_finding(f, sources.body).value}" for f in rows)
    return Finding(
        f"政府采购{names}合计", total, rows[0].unit, rows[0].measure, rows[0].year, rows[0].stage.value, operands,
        f"{working} = {total}", entity=sources.body.name,
    )  # fmt: skip
