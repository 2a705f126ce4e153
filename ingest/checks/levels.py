"""Within a table: 合计 = Σ类, 类 = Σ款, 款 = Σ项, column by column (逐级相加)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from ingest.accounts import is_total_word
from ingest.checks.examined import Examined, Rule, operand, settle, side, value_of, worded
from ingest.checks.rounding import sum_allowance
from ingest.model import Check, Fact, Severity, Verdict
from ingest.statements import UNKNOWN

CLASSES = Rule("levels.total", "合计＝各类之和")
CHILDREN = Rule("levels.children", "上级科目＝下级科目之和")
UNREAD = Rule("levels.unread", "表内逐级相加", Severity.WARNING)
STAFF = Rule("levels.staff", "人员经费、公用经费＝所属经济分类之和")

#: 人员经费 is made of 工资福利支出 and 对个人和家庭的补助; every other economic class is 公用经费 (支出经济分类科目).
_STAFF_CLASSES = ("301", "303")

#: Fewer sums than this may all be off without the table being misread.
_FEW = 4
#: Statements whose total counts balances beside the classes; ``balances`` has their sums.
TWO_SIDED = ("收支总表", "财政拨款收支总表", "一般公共预算收支表")

Column = dict[str, list[Fact]]


def check(examined: Examined) -> Iterator[Check]:
    """Every printed parent with its printed children, and every printed total with its classes."""
    found: dict[int, list[Check]] = defaultdict(list)
    tables: dict[int, Fact] = {}
    columns = list(_columns(examined))
    for column in columns:
        coded: Column = defaultdict(list)
        for fact in column:
            if fact.subject.code:
                coded[fact.subject.code].append(fact)
        if len(coded) >= 2 and not _repeated(coded):
            tables.setdefault(column[0].source.sequence, column[0])
            found[column[0].source.sequence] += [*_children(coded), *_totals(column, coded, columns)]
    for sequence, checks in found.items():
        yield from _believed(checks, tables[sequence])


def _believed(checks: list[Check], first: Fact) -> list[Check]:
    """A table that hardly adds up anywhere was not read as it stands, or is no table of sums: told once."""
    failed = [c for c in checks if c.verdict is Verdict.FAILS]
    if len(failed) < _FEW or len(failed) * 2 <= len(checks):
        return checks
    page, title = first.source.page, first.source.table
    message = f"{title}（第{page}页起）的 {len(checks)} 处合计有 {len(failed)} 处对不上：这张表可能没有读对，请看原页。"
    return [worded(UNREAD, [operand(first)], "逐级相加得上", message)]


def _columns(examined: Examined) -> Iterator[list[Fact]]:
    """Money of each column of a table of codes; the blocks side by side of one table count as one column."""
    found: dict[tuple[int, str], list[Fact]] = defaultdict(list)
    for fact in examined.cells():
        if fact.statement != UNKNOWN.name:
            found[fact.source.sequence, fact.source.column].append(fact)
    yield from found.values()


def _repeated(coded: Column) -> bool:
    """A table that lists a code for several bodies or projects has several trees; they cannot be told apart here."""
    return any(len({f.value for f in facts}) > 1 for facts in coded.values())


def _children(coded: Column) -> Iterator[Check]:
    below: dict[str, list[str]] = defaultdict(list)
    for code in coded:
        parent = max((c for c in coded if c != code and code.startswith(c)), key=len, default="")
        below[parent].append(code)
    for parent, children in sorted(below.items()):
        if parent:
            total, parts = coded[parent][0], [coded[c][0] for c in children]
            yield _sum(CHILDREN, total, parts)


def _totals(column: list[Fact], coded: Column, columns: Sequence[list[Fact]]) -> Iterator[Check]:
    two_sided = column[0].statement in TWO_SIDED
    totals = [] if two_sided else [f for f in column if not f.subject.code and is_total_word(f.source.row)]
    tops = _tops(coded)
    if totals and len({f.value for f in totals}) == 1 and tops:
        own = _sum(CLASSES, totals[0], tops)
        both = [*tops, *_beside(column, columns)] if own.verdict is Verdict.FAILS else tops
        yield own if len(both) == len(tops) else _better(own, totals[0], both)
    for name, staff in (("人员经费", True), ("公用经费", False)):
        halves = [
            f for f in column if not f.subject.code and f.subject.name == name and f.source.row != "合计"
        ]
        parts = [f for f in tops if (f.subject.code in _STAFF_CLASSES) is staff and f.subject.code[0] in "35"]
        if len(halves) == 1 and parts and name in halves[0].source.row:
            yield _sum(STAFF, halves[0], parts)


def _beside(column: Sequence[Fact], columns: Sequence[list[Fact]]) -> list[Fact]:
    """The outermost codes of the blocks beside a column: its 合计 may be that of the whole statement."""
    first = column[0]
    found: list[Fact] = []
    for other in columns:
        one = other[0]
        same = (one.stage, one.year, one.fund) == (first.stage, first.year, first.fund)
        if other is column or one.source.sequence != first.source.sequence or not same:
            continue
        coded: Column = defaultdict(list)
        for fact in other:
            if fact.subject.code:
                coded[fact.subject.code].append(fact)
        found += _tops(coded)
    return found


def _better(own: Check, total: Fact, parts: list[Fact]) -> Check:
    whole = _sum(CLASSES, total, parts)
    return own if whole.verdict is Verdict.FAILS else whole


def _tops(coded: Column) -> list[Fact]:
    """The outermost codes; where a table goes through both classifications, those of the functional one."""
    tops = [
        facts[0] for code, facts in coded.items() if not any(c != code and code.startswith(c) for c in coded)
    ]
    functional = [f for f in tops if f.subject.kind == "功能分类"]
    return functional or tops


def _sum(rule: Rule, total: Fact, parts: list[Fact]) -> Check:
    values = [value_of(f) for f in (total, *parts)]
    whole = side(parts, f"{'各类' if rule is CLASSES else '下级'}之和")
    return settle(rule, side([total]), whole, sum_allowance(values))
