"""Rows of a list picked out by what stands in a column, or by the largest number in one (按栏挑行).

「买服务，哪些只找社会组织」「购买服务里预算最高的一项」「哪几项是公开招标的」: the list says it in its columns, and no
figure does. The words of the question beside the asking must all be the list's: its heading, a column's, the cell.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ingest.model import Measure
from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources
from service.model import Evidence, Finding, Operation, Plan
from service.projects.projects_whose import DOER
from service.read.terms import overlap
from service.targets import Point
from service.text.sentences import to_quote
from service.text.table_rows import TableRow, number_of, table_rows

_WHICH = regex(r"哪[些几个项样家]|有什么|有啥|列出|几[个项家种]|多少[个项家种]|名单|清单")
_MOST = regex(r"(?P<way>最[高多大贵低少小])|前(?P<n>[一二两三四五六七八九十]|\d{1,2})[名项个家位]")
_LEAST = regex(r"最[低少小]")
_NUMBER = regex(r"前(?P<n>[二两三四五六七八九十])|(?P<m>[两二三四五六七八九])[个项家]")
_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九十")} | {"两": 2}
_ONLY = regex(r"只(?!有)|仅|单单|专门")
#: What asks, and names nothing of a list; what says how the cell and the row belong together.
_ASKING = regex(
    r"20\d\d年度?|或者?|政府采购|采购|购买|政府|部门|单位|支出|预算|决算|公开|表|所列|列出来?|清单|名单|里面?|里头|当中|其中|中|哪[些几个项样家]?|几[个项家种]|多少[个项家种钱]?|什么|啥|依次|分别|各|一共|总共|合计"
    r"|最[高多大贵低少小]|前[一二两三四五六七八九十\d]+[名项个家位]?|只|仅|单单|专门|由|让|给|找|请|交|来|去|做|干|承接|承担|实施|负责|采用|方式|用|走|通过|属于|打算|准备|计划|安排|要|买|的|是|有|在|了|为|和|项|个|家|一|这|那|都|就|能|可以|办|服务|项目|东西|名称|叫|吗|呢|啊"
)
_SPLIT = regex(r"[、，；;及与和]|（[^）]*）")
_MANY = 20


def rows_picked(plan: Plan, points: Sequence[Point], sources: Sources) -> Evidence | None:
    """The rows that are meant, as the list prints them; None where no one list holds all that is said."""
    text = fold(plan.text)
    ranked = _MOST.search(text) is not None
    if (
        len(points) != 1
        or not (_WHICH.search(text) or ranked)
        or re.search(r"为什么|为啥|原因|比上年|占", text)
    ):
        return None
    told = _topmost if ranked else _having
    found = [made for rows in _lists(sources) if (made := told(rows, text, plan, sources)) is not None]
    return found[0] if len(found) == 1 else None


def _lists(sources: Sources) -> Iterator[list[TableRow]]:
    """The year's lists, the rows of each."""
    held: dict[tuple[str, str], list[TableRow]] = {}
    for row in table_rows(sources.index().chunks):
        held.setdefault((row.line[0].chunk.document_id, row.table), []).append(row)
    return (rows for rows in held.values() if len(rows) > 1)


def _are_figured(rows: Sequence[TableRow], sources: Sources) -> bool:
    """Whether figures tell any of the rows, which are looked up as such."""
    figured = {fold(f.subject.name) for f in sources.facts if f.measure is Measure.AMOUNT}
    return any(fold(row.name) in figured for row in rows)


def _having(rows: Sequence[TableRow], text: str, plan: Plan, sources: Sources) -> Evidence | None:
    """The rows that have the one cell which the question says, word for word, or one of several of a column."""
    said = {(label, part) for row in rows for label, value in row.cells if value != row.name
            for part in _parts(value) if len(part) > 1 and fold(part) in text}  # fmt: skip
    longest = max((len(part) for _, part in said), default=0)
    meant = _either(said, text) or [(label, part) for label, part in said if len(part) == longest]
    if (
        meant
        and re.fullmatch(rf"{DOER}(?:名称)?|.*(?:等级|评级|等次)", meant[0][0])
        and _are_figured(rows, sources)
    ):
        return None  # whose projects they are, or how they were graded, is told with their money
    rest = text
    for _, part in meant:
        rest = rest.replace(fold(part), "")
    if len({label for label, _ in meant}) != 1 or not _explained(rest, rows):
        return None
    label, parts = meant[0][0], [part for _, part in meant]
    part = "”或“".join(parts)
    alone = _ONLY.search(text) is not None
    own = [
        r for r in rows if (r.value(label) in parts if alone else set(parts) & set(_parts(r.value(label))))
    ]
    if not own or len(own) > _MANY:
        return None
    listed = "、".join(r.name for r in own)
    lead = (
        f"{sources.body.name}{plan.year}年度「{rows[0].table}」里，{label}{'只' if alone else ''}写“{part}”的"
    )
    told = f"{lead}有 {len(own)} 项：{listed}。"
    number = Finding(f"{label}为{part}的", Decimal(len(own)), "项", Measure.COUNT, plan.year or 0, "", (),
                     f"{listed}，共 {len(own)} 项", entity=sources.body.name)  # fmt: skip
    return _with_quote(own, (number,), told)


def _either(said: set[tuple[str, str]], text: str) -> list[tuple[str, str]]:
    """Several cells of one column that are said side by side: 「竞争性谈判或竞争性磋商」; none where they are not."""
    order = sorted(said, key=lambda one: text.find(fold(one[1])))
    runs = [
        (one, other)
        for one, other in itertools.pairwise(order)
        if one[0] == other[0]
        and re.search(
            rf"{re.escape(fold(one[1]))}(?:或者?|和|与|及|、|还是)(?:是|用)?{re.escape(fold(other[1]))}", text
        )
    ]
    return order if runs and len(runs) == len(order) - 1 else []


def _parts(value: str) -> list[str]:
    return [] if number_of(value)[0] else [p for p in dict.fromkeys((value, *_SPLIT.split(value))) if p]


def _explained(text: str, rows: Sequence[TableRow]) -> bool:
    """Whether the rest of a question is the asking and headings of the list, and names the list."""
    named = fold(rows[0].table) + "".join(label for label, _ in rows[0].cells)
    if overlap(text, named) < 2:
        return False
    return not [
        run
        for run in re.split(r"[^\u4e00-\u9fff]+", _ASKING.sub(" ", text))
        if len(run) > 1 and run not in named
    ]


def _topmost(rows: Sequence[TableRow], text: str, plan: Plan, sources: Sources) -> Evidence | None:
    """The rows with the largest numbers in the column that is said, or in the only one there is."""
    labels = [label for label, value in rows[0].cells if _is_amount(label, value)]
    held = {label: overlap(label, text) for label in labels if all(r.value(label) for r in rows)}
    said = [label for label in held if held[label] == max(held.values()) > 1]
    if (
        len(said) != 1
        or _are_figured(rows, sources)
        or plan.operation is not Operation.RANK
        or not _explained(text, rows)
    ):
        return None
    label = said[0]
    order = [(Decimal(number_of(r.value(label))[0] or "-1"), r) for r in rows]
    if any(value < 0 for value, _ in order) or len(order) < 2:
        return None
    order.sort(key=lambda pair: pair[0], reverse=not _LEAST.search(text))
    count = _count(text)
    unit = _unit(label, rows, sources)
    if len(order) <= count or (order[count - 1][0] == order[count][0]) or not unit:
        return None
    own = order[:count]
    findings = tuple(
        Finding(r.name, value, unit, Measure.AMOUNT if "元" in unit else Measure.COUNT, plan.year or 0, "", (),
                entity=sources.body.name) for value, r in own)  # fmt: skip
    listed = "、".join(f"{r.name} {value} {unit}" for value, r in own)
    way = "从低到高" if _LEAST.search(text) else "从高到低"
    told = f"{sources.body.name}{plan.year}年度「{rows[0].table}」列出的 {len(rows)} 项里，按{label}{way}：{listed}。"
    return _with_quote([r for _, r in own], findings, told)


def _is_amount(label: str, value: str) -> bool:
    return bool(number_of(value)[0]) and not re.search("编码|代码|序号|年份|时间|日期|得分", label)


def _count(text: str) -> int:
    said = _NUMBER.search(text)
    return _DIGITS.get(said["n"] or said["m"], 1) if said else 1


def _unit(label: str, rows: Sequence[TableRow], sources: Sources) -> str:
    """The unit of a column: behind its numbers, by its name, or that of the money in the table's sum."""
    own = {number_of(row.value(label))[1] for row in rows}
    if own != {""}:
        return next(iter(own)) if len(own) == 1 else ""
    if re.search(r"人数|编制数?$|在职", label):
        return "人"
    total = sum((Decimal(number_of(row.value(label))[0] or 0) for row in rows), Decimal(0))
    units = {f.unit for f in sources.facts if f.value == total and f.unit.endswith("元")}
    return next(iter(units)) if len(units) == 1 else ""


def _with_quote(rows: Sequence[TableRow], findings: tuple[Finding, ...], told: str) -> Evidence:
    quote = to_quote([sentence for row in rows for sentence in row.line])
    return Evidence(findings, quotes=(quote,), told=told)
