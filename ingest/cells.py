"""Table cells to facts: every number gets its subject, breakdown, fund, stage, year and unit (取数)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from ingest.accounts import Account, is_total_word, label_to_account, strip_ordinal, without_unit
from ingest.below import tell_below
from ingest.besides import tell_besides
from ingest.count_cells import count_unit, in_its_unit, without_counter
from ingest.header import Head, Headings, Role, headings, names_no_figure, read_head, undivided, unheaded
from ingest.headings import (
    counts_people,
    fills_posts,
    fund_of,
    measure_of,
    of_posts,
    off_budget,
    says_all,
    stage_of,
    title_year,
    year_of,
)
from ingest.labels import Labels, Row
from ingest.led_in import under_lead
from ingest.model import Cell, Fact, Flow, Fund, Measure, Misread, Origin, Source, Stage, Subject, Table
from ingest.named_projects import tell_projects
from ingest.numbers import MONEY, parse_number, parse_quantity, to_yuan, unit_in_header, unit_of
from ingest.of_fund import funds_below
from ingest.outputs import outputs
from ingest.pairs import pairs_to_rows
from ingest.part_columns import as_parts, parts_of
from ingest.partings import Found, tell_apart
from ingest.performance import is_performance, is_report, performance_to_facts
from ingest.quantities import unit_below, unit_in_brackets, without_count
from ingest.results import results
from ingest.sided import of_side, sides_of
from ingest.statements import UNKNOWN, Statement, clean_title, title_to_statement
from ingest.subjects import (
    TOTAL,
    column_account,
    of_each_unit,
    of_sort,
    of_title,
    side_of,
    sort_of,
    subject_of,
)
from ingest.titled_parts import of_part, part_listed
from ingest.totals import tell_totals
from ingest.units import bodies_over, of_body, to_units
from ingest.whole_of_unit import wholes_of_units

__all__ = ["TOTAL", "About", "table_to_facts", "table_unit"]


@dataclass(frozen=True, slots=True)
class About:
    """What holds for a whole document unless a table says otherwise.

    ``unit`` is that of all its tables, ``proven`` that of the one table's amounts with decimals, as its text shows.
    """

    entity: str
    year: int
    stage: Stage
    unit: str = ""
    proven: str = ""


@dataclass(frozen=True, slots=True)
class _Around:
    """What all cells of one table share.

    ``exact`` are its columns with decimals, ``part`` is what its title narrows it to.
    """

    table: Table
    statement: Statement
    about: About
    accounts: frozenset[str]
    bodies: frozenset[str]
    exact: frozenset[int]
    part: Subject | None
    below: Mapping[tuple[int, int], Fund]


def _around(
    table: Table, head: Head, statement: Statement, about: About, accounts: frozenset[str]
) -> _Around:
    exact = frozenset(c.column for c in table.cells if "." in c.text and parse_number(c.text) is not None)
    bodies, below = bodies_over(table, head), funds_below(table, head, statement)
    return _Around(table, statement, about, accounts, bodies, exact, part_listed(table.title), below)


def table_to_facts(table: Table, about: About) -> tuple[list[Fact], list[Misread]]:
    """Facts of every cell that holds a number, and the cells that hold one but could not be understood."""
    statement = _statement(table)
    paired = pairs_to_rows(table) if statement is UNKNOWN else None
    unit = _stated_unit(table) if paired else table_unit(table)
    table = paired or table
    if "绩效" in statement.name:
        facts, unread = performance_to_facts(
            table, statement.name, about.entity, about.year, about.stage, unit or about.unit
        )
        stage = Stage.EXECUTION if "自评" in statement.name else about.stage
        return [*facts, *outputs(table, statement.name, about.entity, about.year, stage)], unread
    head = read_head(table)
    accounts = _column_accounts(table, head)
    statement = _with_all_money(_with_balance(statement, accounts), table, head)
    around = _around(table, head, statement, about, accounts)
    found: list[Found] = []
    misread: list[Misread] = []
    labels = Labels(table, head, statement)
    counted = "" if unit else count_unit(table)
    posts = not unit and of_posts([c.text for c in table.cells if c.row < head.start])
    sides = {} if statement.total else sides_of(table, head)
    parts = parts_of(table, head)
    bare = unheaded(table, head) | undivided(table, head)
    over = ""
    for cell in table.cells:
        quantity = parse_quantity(cell.text)
        if quantity is None or not _holds_value(cell, head) or labels.tells_year(cell):
            continue
        if cell.column in bare:
            misread.append(Misread(cell.page, cell.box, cell.text, "没有栏名，几栏数分不清"))
            continue
        value, own_unit = quantity
        printed = headings(table, head, cell.row, cell.column)
        path = of_side(as_parts(printed, parts.get(cell.column)), sides.get(cell.column, ""))
        row, path = of_body(labels.of(cell), path, around.bodies)
        if names_no_figure(row.text):
            continue
        fact = _fact(cell, value, row, path, around, own_unit or unit)
        if fact is not None:
            fact = replace(fact, source=replace(fact.source, column=" ".join(printed.texts)))
            own = labels.counted_in(cell.row) or unit_in_brackets(row.text)
            over = own or over
            counts = own or counted or unit_below(over, row.text)
            filled = posts and fills_posts("".join(printed.texts[-1:]))
            counts = counts or ("人" if filled or counts_people(row.text, printed.texts) else "")
            fact = in_its_unit(without_counter(fact, row.text), counts, statement)
            fact = _of_unit(fact, row, path)
        if fact is None:
            misread.append(Misread(cell.page, cell.box, cell.text, "没有行名或列名"))
        elif not fact.unit and fact.measure is Measure.AMOUNT:
            misread.append(Misread(cell.page, cell.box, cell.text, "没有注明金额单位"))
        else:
            found.append((fact, row, path, cell))
    found, nameless = _without_nameless(found)
    misread += nameless
    told = results(table, head, about.entity, about.year, about.stage) if statement is UNKNOWN else ()
    named = _told_in_rows(found, statement, clean_title(table.title), labels.mixes_projects)
    named_all = under_lead(wholes_of_units(to_units(named, about.entity)), table.lead)
    return [*named_all, *told], misread


def _told_in_rows(
    found: Sequence[Found], statement: Statement, title: str, mixes: bool
) -> list[tuple[Fact, Row]]:
    """The facts of a table, each told apart from those of the rows and columns around it."""
    told = tell_totals(tell_projects(found, mixes), statement, title)
    return tell_apart(tell_besides(tell_below(told)))


def _without_nameless(found: list[Found]) -> tuple[list[Found], list[Misread]]:
    """The facts that rows name; several rows without a name are the right half of a table cut in two."""
    bare = [cell for _, row, _, cell in found if not row.text and not row.unit]
    if len({cell.row for cell in bare}) < 2:
        return found, []
    kept = [one for one in found if one[1].text or one[1].unit]
    return kept, [Misread(cell.page, cell.box, cell.text, "没有行名") for cell in bare]


def _of_unit(fact: Fact, row: Row, path: Headings) -> Fact:
    """A count in the row of a body is of what its column counts: 水文站 │ 行政编制 12人."""
    thing = next((text for text in reversed(path.own) if not says_all(text)), "")
    counts = fact.subject.kind == "业务量" or fact.measure is Measure.COUNT
    total = fact.subject.name == "“三公”经费"  # 「公务用车保有量」 of a unit beside its fees
    if not counts or not row.unit or not thing or not (total or fact.subject.name == row.unit):
        return fact
    return replace(
        fact, subject=Subject("业务量", without_count(without_unit(strip_ordinal(thing)))), breakdown=TOTAL
    )


#: Columns of balances; 合计 beside one counts it too, so that it is the grand total of the statement.
_BALANCES = (
    ("本年收入合计", frozenset(("年初结转和结余", "使用非财政拨款结余", "历年结余", "上年实户资金余额")), "收入总计"),
    ("本年支出合计", frozenset(("年末结转和结余",)), "支出总计"),
)  # fmt: skip


def _with_balance(statement: Statement, accounts: frozenset[str]) -> Statement:
    """The statement with its total as it is meant where a balance stands among the columns."""
    wider = (grand for total, held, grand in _BALANCES if statement.total == total and held & accounts)
    grand = next(wider, None)
    return statement if grand is None else replace(statement, total=grand)


def _with_side(subject: Subject, accounts: frozenset[str]) -> Subject:
    """合计 of one half of a statement whose columns hold a balance too: the grand total of that half."""
    wider = (grand for total, held, grand in _BALANCES if subject.name == total and held & accounts)
    grand = next(wider, None)
    return subject if grand is None else replace(subject, name=grand)


def _with_all_money(statement: Statement, table: Table, head: Head) -> Statement:
    """The table of “三公”经费 as one of all money where a column is only 「其中：财政拨款」 of what it prints."""
    part = (c for c in table.cells if c.row < head.start and c.text.startswith("其中"))
    wider = statement.name == "三公经费表" and any(fund_of([c.text]) for c in part)
    return replace(statement, fund=Fund.ALL) if wider else statement


#: Statements that a heading over a column names as surely as a title (机关运行经费支出).
_NAMED_BY_HEADING = ("三公经费表", "机关运行经费表", "政府采购表")


def _statement(table: Table) -> Statement:
    """The statement that the title names, or a heading where the title is lost on the page before."""
    named = title_to_statement(table.title)
    if "绩效" in named.name or is_performance(table):
        report = "自评" in named.name or is_report(table)
        return named if "绩效" in named.name else title_to_statement("绩效自评表" if report else "绩效目标表")
    if named is not UNKNOWN:
        return named
    if _is_of_travel(table):
        return title_to_statement("三公经费表")
    headings = (
        title_to_statement(f"{c.text}表")
        for c in table.cells
        if c.text and c.row < 3 and len(c.text) < 20 and not table.title
    )
    return next((s for s in headings if s.name in _NAMED_BY_HEADING), UNKNOWN)


#: What a table of the “三公”经费 lists even where it does not name them together.
_TRAVEL = frozenset({"因公出国（境）费", "公务接待费"})


def _is_of_travel(table: Table) -> bool:
    """Whether the first row that names an account is that of the “三公”经费, or all name these: 合计 is theirs."""
    rows = sorted((c for c in table.cells if c.text and not c.column), key=lambda c: c.row)
    accounts = [account for c in rows if (account := label_to_account(c.text))]
    if accounts and accounts[0].name == "“三公”经费":
        return True
    return {a.name for a in accounts} >= _TRAVEL and all(a.kind == "三公经费" for a in accounts)


def table_unit(table: Table) -> str | None:
    """Unit that the caption, a cell of the head or a footnote states for the whole table.

    Where none does, the one that its headings carry in brackets, if they carry but one.
    """
    bracketed = {unit for unit in map(unit_in_header, (*_around_it(table), table.title)) if unit in MONEY}
    return _stated_unit(table) or (bracketed.pop() if len(bracketed) == 1 else None)


def _stated_unit(table: Table) -> str | None:
    return next((unit for unit in map(unit_of, _around_it(table)) if unit), None)


def _around_it(table: Table) -> list[str]:
    """What stands around a table and in its first rows."""
    lines = [line.text for line in (*table.caption, *table.footnotes)]
    return [*lines, *(c.text for c in table.cells if c.row < 4)]


def _holds_value(cell: Cell, head: Head) -> bool:
    if cell.row < head.start:
        return False
    role = head.roles[cell.column]
    if role in (Role.CODE, Role.INDEX):
        return False
    return role is Role.VALUE or not re.fullmatch(r"\d{1,3}", cell.text)


def _fact(
    cell: Cell, value: Decimal, row: Row, path: Headings, around: _Around, unit: str | None
) -> Fact | None:
    """The fact of one cell, None where neither its row nor its column says what it is."""
    statement, about, title = around.statement, around.about, around.table.title
    subject, breakdown = subject_of(row, path, statement)
    if subject is None and statement is UNKNOWN:
        subject = of_title(clean_title(title), row)
    if subject is None:
        return None
    if statement.name.endswith("项目支出表") and breakdown == TOTAL and subject.kind in _CLASSIFIED:
        breakdown = "项目支出"  # 「行政运行」 in a list of projects is what it spends on them, not all of it
    subject, breakdown = of_part(subject, breakdown, around.part, statement)
    if statement.name.endswith("基本支出表") and breakdown == TOTAL and subject.kind == "功能分类":
        breakdown = "基本支出"
    if row.subject is None and path.texts and is_total_word(path.texts[-1]) and not statement.total:
        subject = _with_side(subject, around.accounts)
    if statement is UNKNOWN:
        subject = of_each_unit(subject, clean_title(title), row, path.texts[-1] if path.texts else "")
    if statement is UNKNOWN or statement.name.endswith("项目支出表"):
        subject, breakdown = of_sort(subject, title), sort_of(subject, breakdown, title)
    if subject.name == statement.total and row.subject is None and _is_wider(path, around):
        # 「合计」 beside a heading 「“三公”经费」 counts more than that: the meetings and training next to it too.
        subject = Subject("其他", f"{clean_title(title)}{path.texts[-1] if path.texts else TOTAL}")
    # A row without a subject of its own may say when and how (2023年预算数, 增减额), as a heading does.
    bare = row.subject is None and row.text not in (row.unit, TOTAL)
    said = (*path.texts, row.text) if bare else path.texts
    said = (f"{row.year}年", *said) if row.year else said
    proven = about.proven if cell.column in around.exact else ""
    measure, cell_unit = measure_of(cell.text, said, row.text, unit or about.unit or proven)
    if about.stage is Stage.FINAL_ACCOUNTS:
        measure = off_budget(measure, said, about.year)
    return Fact(
        entity=about.entity,
        year=year_of(said, title_year(clean_title(title), about.year)),
        stage=stage_of(title, said, about.stage),
        statement=statement.name,
        fund=_fund(statement, title, subject, path, around.below.get((cell.row, cell.column))),
        flow=_flow(statement, subject, row, path),
        subject=subject,
        breakdown=breakdown,
        measure=measure,
        value=value,
        unit=cell_unit,
        yuan=to_yuan(value, cell_unit),
        origin=Origin.CELL,
        source=Source(
            cell.page, cell.box, clean_title(title), row.text, " ".join(path.texts), "", around.table.sequence
        ),
        standing=0 if statement is not UNKNOWN else 2,
    )


#: Kinds of subjects that other statements print with all that is spent on them.
_CLASSIFIED = ("功能分类", "经济分类")
#: Kinds of subjects whose names say which money it is (一般公共预算财政拨款收入, 年初财政拨款结转和结余).
_NAMES_FUND = ("收入来源", "结转结余", "其他")


def _fund(statement: Statement, title: str, subject: Subject, path: Headings, below: Fund | None) -> Fund:
    """The money that the column and the row name, the narrower first; else that of the title or the statement.

    ``below`` is that of the row above of which the row is a part.
    """
    if statement.fund not in (Fund.ALL, Fund.APPROPRIATION):
        return statement.fund
    name = fund_of([subject.name]) if subject.kind in _NAMES_FUND else None
    name = below if name is None and subject.kind == "其他" else name
    found = [fund for fund in (fund_of(path.texts), name, fund_of([title])) if fund is not None]
    narrow = (fund for fund in found if fund is not Fund.APPROPRIATION)
    return next(narrow, found[0] if found else statement.fund)


def _is_wider(path: Headings, around: _Around) -> bool:
    """Whether a total stands beside the statement's own account, not under it."""
    under = any((a := label_to_account(t)) and a.name == around.statement.total for t in path.texts)
    return around.statement.total in around.accounts and not under


def _column_accounts(table: Table, head: Head) -> frozenset[str]:
    """Accounts that the headings of a table name, a heading over all of its columns left out."""
    named = (
        label_to_account(c.text)
        for c in table.cells
        if c.text and c.row < head.start and c.column_end - c.column < table.columns
    )
    return frozenset(account.name for account in named if account is not None)


def _flow(statement: Statement, subject: Subject, row: Row, path: Headings) -> Flow:
    column: Account | None = column_account(path.texts)
    if statement.flow is not Flow.NONE and subject.kind in ("功能分类", "经济分类"):
        return statement.flow
    for account in (column, row.account, label_to_account(subject.name)):
        if account is not None and account.name == subject.name:
            return account.flow
    if subject.kind == "结转结余":
        return Flow.BALANCE
    if subject.kind in ("功能分类", "经济分类"):
        return Flow.EXPENDITURE
    return statement.flow or side_of(path.texts) or Flow.NONE
