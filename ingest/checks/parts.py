"""Across a row: a total with the columns that it is made of (横向相加)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ingest.accounts import ACCOUNTS, is_total_word
from ingest.cells import TOTAL
from ingest.checks.examined import Examined, Rule, settle, side, value_of
from ingest.checks.rounding import sum_allowance
from ingest.model import Check, Fact, Flow, Fund, Verdict

_SOURCES = tuple(a.name for a in ACCOUNTS if a.kind == "收入来源")
#: Incomes that 财政拨款收入 is made of; beside it they are not counted again.
APPROPRIATIONS = ("一般公共预算财政拨款收入", "政府性基金预算财政拨款收入", "国有资本经营预算财政拨款收入")
_BROUGHT = ("年初结转和结余", "年初财政拨款结转和结余")
#: A column of what was brought forward, beside those of the budgets.
_CARRIED = "结转"
#: Names of columns that are no source of income.
_OTHER_TOTALS = frozenset({"", TOTAL, "收入总计"})
#: Columns that may stand in the place of the one that they are parts of.
_MADE_OF = {"人员经费": "基本支出", "公用经费": "基本支出"}
_FUNDS = tuple(f.value for f in (Fund.GENERAL, Fund.GOVERNMENT_FUND, Fund.STATE_CAPITAL))


@dataclass(frozen=True, slots=True)
class Row:
    """A sum across a row: the name of the total's column and those of its parts.

    ``also`` are balances that the total counts in one statement and not in another; ``without`` are columns whose
    figures mean that the total counts more than the parts.
    """

    rule: Rule
    total: str
    parts: tuple[str, ...]
    also: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


ROWS: tuple[Row, ...] = (
    Row(
        Rule("parts.structure", "合计＝基本支出＋项目支出等"),
        TOTAL,
        ("基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出", "单位预留机动经费"),
    ),
    Row(Rule("parts.basic", "基本支出＝人员经费＋公用经费"), "基本支出", ("人员经费", "公用经费")),
    Row(
        Rule("parts.staff", "合计＝人员经费＋公用经费"),
        TOTAL,
        ("人员经费", "公用经费"),
        without=("项目支出",),
    ),
    Row(Rule("parts.income", "收入合计＝各项收入"), TOTAL, _SOURCES, _BROUGHT),
    Row(Rule("parts.incomes", "收入总计＝各项收入＋年初结转结余"), "收入总计", _SOURCES, _BROUGHT),
    Row(Rule("parts.appropriation", "财政拨款收入＝三本预算拨款"), "财政拨款收入", APPROPRIATIONS),
    Row(
        Rule("parts.fund", "财政拨款＝一般公共预算＋政府性基金＋国有资本经营"),
        Fund.APPROPRIATION.value,
        _FUNDS,
        (_CARRIED,),
    ),
)


def check(examined: Examined) -> Iterator[Check]:
    """Every row of every statement, by the sums that its columns allow."""
    tables: dict[int, list[Fact]] = defaultdict(list)
    for fact in examined.cells():
        if fact.standing < 2:
            tables[fact.source.sequence].append(fact)
    for facts in tables.values():
        for row in ROWS:
            if any(_name(row, fact) in row.without for fact in facts):
                continue
            yield from credible(list(_sums(row, facts)))


def credible(checks: Sequence[Check]) -> list[Check]:
    """The checks of one rule in one table; none where it fails in most rows, so that it is no rule of that table."""
    failed = sum(1 for c in checks if c.verdict is Verdict.FAILS)
    return [] if failed * 2 > len(checks) and len(checks) > 1 else list(checks)


def _sums(row: Row, facts: Iterable[Fact]) -> Iterator[Check]:
    rows: dict[tuple[object, ...], dict[str, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    within: dict[tuple[object, ...], dict[str, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    beside: dict[tuple[object, ...], list[Fact]] = defaultdict(list)
    for fact in facts:
        name, whole = _name(row, fact), _whole(row, fact)
        if name in (row.total, *row.parts):
            rows[_row_of(fact, row)][name] = [fact]
        elif whole in row.parts:
            within[_row_of(fact, row)][whole].append(fact)
        elif name in row.also or (row.also is _BROUGHT and name not in _OTHER_TOTALS):
            beside[_row_of(fact, row)].append(fact)
    for key, named in rows.items():
        total = named.get(row.total)
        # 基本支出 over 人员支出 and 公用支出 has no column of its own: these are all of it.
        held = within[key] | named
        parts = [fact for name in _counted(row, held) for fact in held[name]]
        if total and parts and (len(parts) > 1 or len(rows) > 1):
            yield _with_more(row, total[0], parts, beside[key])


def _whole(row: Row, fact: Fact) -> str:
    """The column that a fact's own column is a part of, where it stands under that; empty where it is of none."""
    if row.total == Fund.APPROPRIATION.value:
        return ""
    if fact.breakdown in _MADE_OF:
        return _MADE_OF[fact.breakdown]
    if fact.subject.kind == "收入来源" and fact.breakdown != TOTAL:
        return fact.subject.name if _is_of_totals(fact) else ""
    return _MADE_OF.get(_name(row, fact), "")


def _with_more(row: Row, total: Fact, parts: list[Fact], beside: list[Fact]) -> Check:
    """The sum as the statement means it: with balances, and with sources that no account knows, where that holds."""
    balances = [f for f in beside if _name(row, f) in row.also]
    balances = [f for f in balances if f.fund is Fund.ALL][:1] or balances
    others = [f for f in beside if _name(row, f) not in row.also]
    ways: tuple[list[Fact], ...] = ([], balances, [*balances, *others], others)
    checks = [_sum(row, total, [*parts, *more]) for more in ways]
    return next((c for c in checks if c.verdict is not Verdict.FAILS), checks[1])


def _sum(row: Row, total: Fact, parts: list[Fact]) -> Check:
    allowed = sum_allowance([value_of(f) for f in (total, *parts)])
    return settle(
        row.rule, side([total]), side(parts, "＋".join(_name(row, f) or f.breakdown for f in parts)), allowed
    )


def _row_of(fact: Fact, row: Row) -> tuple[object, ...]:
    source = fact.source
    # 财政拨款收入 and what it is made of name their own money, and stand beside the total of all funds.
    named = {fact.breakdown, fact.subject.name} & {"财政拨款收入", *APPROPRIATIONS, *_BROUGHT}
    by_fund = row.total == Fund.APPROPRIATION.value
    fund = None if by_fund else Fund.ALL if named else fact.fund
    return (
        source.sequence,
        source.page,
        source.row,
        # In the row of totals 基本支出 of one fund is no part of all that is spent of another.
        fact.subject.code or (fact.subject.name if by_fund else ""),
        round(source.box[1]),
        fact.year,
        fact.stage,
        fund,
    )


def _name(row: Row, fact: Fact) -> str:
    """Which column of its row a fact stands in; in the row of totals the column is the subject itself."""
    if row.total == Fund.APPROPRIATION.value:
        carried = fact.fund is Fund.APPROPRIATION and _CARRIED in fact.breakdown
        return fact.fund.value if fact.breakdown == TOTAL else _CARRIED if carried else ""
    if fact.subject.name == "收入总计" and fact.breakdown == TOTAL:
        return fact.subject.name
    if fact.subject.code or fact.subject.kind == "总额":
        spent = row.parts is _SOURCES and fact.flow is Flow.EXPENDITURE
        return "" if spent else fact.breakdown  # a table of units prints what each received and what it spent
    if fact.subject.kind in ("支出结构", "收入来源") and fact.breakdown != TOTAL:
        return ""  # 上年结转安排 below 项目支出, 经费拨款 below 一般公共预算拨款
    return fact.subject.name if _is_of_totals(fact) else ""


def _is_of_totals(fact: Fact) -> bool:
    return is_total_word(fact.source.row) or not fact.source.row


def _counted(row: Row, named: Mapping[str, list[Fact]]) -> list[str]:
    parts = [name for name in row.parts if name in named]
    if "财政拨款收入" in parts:
        parts = [name for name in parts if name not in APPROPRIATIONS]
    return parts
