"""Table cells to facts: every number gets its subject, breakdown, fund, stage, year and unit (取数)."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TypeVar

from ingest.accounts import Account, is_total_word, label_to_account, strip_ordinal
from ingest.header import Head, Role, column_path, read_head, rows_of
from ingest.labels import Labels, Row
from ingest.model import Cell, Fact, Flow, Fund, Measure, Misread, Origin, Source, Stage, Subject, Table
from ingest.numbers import MONEY, is_percent, parse_quantity, to_yuan, unit_in_header, unit_of
from ingest.statements import UNKNOWN, Statement, clean_title, title_to_statement
from ingest.text import fold

TOTAL = "合计"

T = TypeVar("T")

#: Words of a heading that say at which stage its figures hold; the first row that fits counts.
_STAGES: tuple[tuple[str, Stage], ...] = (
    (r"年初预算", Stage.INITIAL_BUDGET),
    (r"全年预算|调整后?预算|调整预算|预算调整", Stage.ADJUSTED_BUDGET),
    (r"决算", Stage.FINAL_ACCOUNTS),
    (r"执行数|实际执行|预计执行|执行情况", Stage.EXECUTION),
    (r"预算", Stage.BUDGET),
)
#: Words of a heading that say which money is counted.
_FUNDS: tuple[tuple[str, Fund], ...] = (
    (r"政府性基金", Fund.GOVERNMENT_FUND),
    (r"国有资本经营", Fund.STATE_CAPITAL),
    (r"一般公共预算|公共财政预算", Fund.GENERAL),
    (r"^财政拨款(?:资金|支出|合计|小计)?$", Fund.APPROPRIATION),
)
#: 「预算」 in these names a fund or a classification, not a stage.
_NOT_A_STAGE = re.compile(r"(?:一般公共|公共财政|政府性基金|国有资本经营|部门|政府)预算(?!数|金额)")
#: Headings of columns of ratios; tried from the top.
_RATIOS: tuple[tuple[str, Measure], ...] = (
    (r"完成率|执行率|完成.{0,4}%", Measure.COMPLETION),
    (r"增减.{0,3}[%％]|增长率|增减率|增幅|增减幅|变动率|增减比例", Measure.CHANGE_RATE),
    (r"占比|比重|比例|%", Measure.SHARE),
)
#: Headings that say what is measured, not of which part.
_MEASURED = re.compile(r"增减|占比|比重|完成率|执行率|比例|变动|增幅|增长")
#: The base of a comparison in a heading, 「2024年预算数比2023年执行数」: not what the column is of.
_BASE = re.compile(r"(?<=[\u4e00-\u9fff])[比较与同](?=20\d\d年|上年|去年).*$")
_COUNT_UNIT = re.compile(r"[(（](?:单位[:：])?(辆|台|套|人|个|次|批|批次|人次|团组|平方米|件)[)）]")


@dataclass(frozen=True, slots=True)
class About:
    """What holds for a whole document unless a table says otherwise."""

    entity: str
    year: int
    stage: Stage
    unit: str = ""


@dataclass(frozen=True, slots=True)
class _Around:
    """What all cells of one table share."""

    table: Table
    statement: Statement
    about: About
    accounts: frozenset[str]


def table_to_facts(table: Table, about: About) -> tuple[list[Fact], list[Misread]]:
    """Facts of every cell that holds a number, and the cells that hold one but could not be understood."""
    statement = _statement(table)
    head = read_head(table)
    unit = table_unit(table)
    accounts = _column_accounts(table, head)
    statement = _with_balance(statement, accounts)
    around = _Around(table, statement, about, accounts)
    facts: list[Fact] = []
    misread: list[Misread] = []
    labels = Labels(table, head, statement)
    project = _project(table) if "绩效" in statement.name else ""
    for cell in table.cells:
        quantity = parse_quantity(cell.text)
        if quantity is None or not _holds_value(cell, head):
            continue
        value, own_unit = quantity
        path = column_path(table, head, cell.row, cell.column)
        row = labels.of(cell)
        unit_here = own_unit or unit or (labels.unit_of_row(cell.row) if project else None)
        fact = _fact(cell, value, row, path, around, unit_here)
        if fact is not None and project:
            fact = _of_project(fact, project, row.text)
        if fact is None:
            misread.append(Misread(cell.page, cell.box, cell.text, "没有行名或列名"))
        elif not fact.unit and fact.measure is Measure.AMOUNT:
            misread.append(Misread(cell.page, cell.box, cell.text, "没有注明金额单位"))
        else:
            facts.append(fact)
    return facts, misread


#: Columns of balances; 合计 beside one counts it too, so that it is the grand total of the statement.
_BALANCES = (
    ("本年收入合计", "年初结转和结余", "收入总计"),
    ("本年支出合计", "年末结转和结余", "支出总计"),
)


def _with_balance(statement: Statement, accounts: frozenset[str]) -> Statement:
    """The statement with its total as it is meant where a balance stands among the columns."""
    wider = (grand for total, balance, grand in _BALANCES if statement.total == total and balance in accounts)
    return replace(statement, total=next(wider, statement.total))


#: Statements that a heading over a column names as surely as a title (机关运行经费支出).
_NAMED_BY_HEADING = ("三公经费表", "机关运行经费表", "政府采购表")


def _statement(table: Table) -> Statement:
    """The statement that the title names, or a heading where the title is lost on the page before."""
    named = title_to_statement(table.title)
    if named is not UNKNOWN or table.title:
        return named
    headings = (
        title_to_statement(f"{c.text}表") for c in table.cells if c.text and c.row < 3 and len(c.text) < 20
    )
    return next((s for s in headings if s.name in _NAMED_BY_HEADING), UNKNOWN)


def _project(table: Table) -> str:
    """Name of the project that a performance table is about: the cell beside 「项目名称」."""
    rows = rows_of(table)
    for cells in rows.values():
        for left, right in itertools.pairwise(cells):
            if fold(left.text) == "项目名称":
                return right.text
    return ""


_WHOLE_PROJECT = re.compile(r"(?:资金)?总额$|资金总额|^年度资金|^全年预算")


def _of_project(fact: Fact, project: str, label: str) -> Fact:
    """A figure of a performance table as one of its project: the money line is the project's own."""
    subject = fact.subject
    if _WHOLE_PROJECT.search(fold(strip_ordinal(subject.name))):
        return replace(fact, subject=Subject("项目", project), breakdown=TOTAL, flow=Flow.EXPENDITURE)
    kind = "绩效指标" if subject.kind == "其他" else subject.kind
    return replace(fact, subject=replace(subject, kind=kind, path=(project, *subject.path)))


def table_unit(table: Table) -> str | None:
    """Unit that the caption, a cell of the head or a footnote states for the whole table."""
    texts = [line.text for line in table.caption] + [c.text for c in table.cells if c.row < 4]
    texts += [line.text for line in table.footnotes]
    return next((unit for unit in map(unit_of, texts) if unit), None)


def _holds_value(cell: Cell, head: Head) -> bool:
    if cell.row < head.start:
        return False
    role = head.roles[cell.column]
    if role in (Role.CODE, Role.INDEX):
        return False
    return role is Role.VALUE or not re.fullmatch(r"\d{1,3}", cell.text)


def _fact(
    cell: Cell, value: Decimal, row: Row, path: Sequence[str], around: _Around, unit: str | None
) -> Fact | None:
    """The fact of one cell, None where neither its row nor its column says what it is."""
    statement, about, title = around.statement, around.about, around.table.title
    column = _column_account(path)
    subject, breakdown = _subject(row, column, path, statement)
    if subject is None:
        return None
    if subject.name == statement.total and not row.text and _is_wider(path, around):
        # 「合计」 beside a heading 「“三公”经费」 counts more than that: the meetings and training next to it too.
        subject = Subject("其他", f"{clean_title(title)}{path[-1] if path else TOTAL}")
    printed = " ".join(path)
    own = [_BASE.sub("", text) for text in path]
    measure, cell_unit = _measure(cell, printed, row.text, unit or about.unit)
    funds = path if statement.fund in (Fund.ALL, Fund.APPROPRIATION) else ()
    return Fact(
        entity=about.entity,
        year=_year(" ".join(own), about.year),
        stage=_first(_STAGES, [_NOT_A_STAGE.sub("", fold(text)) for text in (title, *own)], about.stage),
        statement=statement.name,
        fund=_first(_FUNDS, funds, statement.fund),
        flow=_flow(statement, subject, row, column, path),
        subject=subject,
        breakdown=breakdown,
        measure=measure,
        value=value,
        unit=cell_unit,
        yuan=to_yuan(value, cell_unit),
        origin=Origin.CELL,
        source=Source(cell.page, cell.box, clean_title(title), row.text, printed, "", around.table.sequence),
        standing=0 if statement is not UNKNOWN else 2,
    )


def _is_wider(path: Sequence[str], around: _Around) -> bool:
    """Whether a total stands beside the statement's own account, not under it."""
    under = any((account := label_to_account(t)) and account.name == around.statement.total for t in path)
    return around.statement.total in around.accounts and not under


def _column_accounts(table: Table, head: Head) -> frozenset[str]:
    """Accounts that the headings of a table name, a heading over all of its columns left out."""
    named = (
        label_to_account(c.text)
        for c in table.cells
        if c.text and c.row < head.start and c.column_end - c.column < table.columns
    )
    return frozenset(account.name for account in named if account is not None)


def _column_account(path: Sequence[str]) -> Account | None:
    """The account that the headings name, innermost first; None where they only say "the amount"."""
    for text in reversed(path):
        account = label_to_account(text)
        if account is not None and account.kind != "总额":
            return account
    return None


def _subject(
    row: Row, column: Account | None, path: Sequence[str], statement: Statement
) -> tuple[Subject | None, str]:
    """Row and column put together: a total row gives the column's account, any other row its own."""
    if column is not None and column.kind == "收入来源" and _is_fund_heading(path, statement):
        column = None
    if column is not None and column.name == statement.total:
        column = None
    if statement.flow is Flow.EXPENDITURE and any(_is_income(text) for text in path):
        # 政府性基金: the column 本年收入 stands in a table of expenditure.
        return (
            row.subject or Subject("总额", "本年收入合计", level="合计")
        ), "本年收入" if row.subject else TOTAL
    whole = row.subject is None or row.subject.kind == "总额"
    if column is not None and whole:
        return Subject(column.kind, column.name), TOTAL
    side = _side(path) if row.subject is None and row.text and not statement.total else None
    if side is not None:
        name = ("收入总计", "支出总计") if "总计" in row.text else ("本年收入合计", "本年支出合计")
        return Subject("总额", name[0] if side is Flow.INCOME else name[1], level="合计"), _other_heading(
            path
        )
    if row.subject is not None:
        if column is not None and column.name == row.subject.name:
            column = None
        return row.subject, column.name if column is not None else _other_heading(path)
    leaf = path[-1] if path else ""
    if not row.text and leaf and not _says_all(leaf):
        # No row name and a heading that no row of data knows: its own words are all that is certain.
        return Subject("其他", strip_ordinal(leaf), path=tuple(path[:-1])), TOTAL
    if statement.total and (row.text or path):
        named = (a.name for text in reversed(path) if (a := label_to_account(text)) and a.kind == "总额")
        total = next(named, statement.total)
        account = label_to_account(total)
        return Subject(account.kind if account else "总额", total, level="合计"), _other_heading(path)
    return None, TOTAL


def _is_income(heading: str) -> bool:
    account = label_to_account(heading)
    return account is not None and account.name == "本年收入合计"


def _side(path: Sequence[str]) -> Flow | None:
    """Which half of a two-sided statement a column stands in, from its outermost heading."""
    top = fold(path[0]) if path else ""
    return next((f for f in (Flow.INCOME, Flow.EXPENDITURE) if top.endswith(f.value)), None)


def _other_heading(path: Sequence[str]) -> str:
    """The innermost heading that is neither an account, a fund, a stage nor a word for all; else 合计."""
    leaf = path[-1] if path else ""
    return TOTAL if not leaf or _says_all(leaf) else strip_ordinal(leaf)


def _says_all(heading: str) -> bool:
    if _MEASURED.search(heading):
        return True
    return is_total_word(heading) or label_to_account(heading) is not None or _mentions(heading)


def _mentions(text: str) -> bool:
    return any(re.search(pattern, fold(text)) for pattern, _ in (*_STAGES, *_FUNDS))


def _is_fund_heading(path: Sequence[str], statement: Statement) -> bool:
    """In a table of expenditure 「一般公共预算财政拨款」 over a column is a fund, not an income."""
    return statement.flow is not Flow.INCOME and any(
        re.search(pattern, fold(text)) for text in path for pattern, _ in _FUNDS
    )


def _flow(
    statement: Statement, subject: Subject, row: Row, column: Account | None, path: Sequence[str]
) -> Flow:
    if statement.flow is not Flow.NONE and subject.kind in ("功能分类", "经济分类"):
        return statement.flow
    for account in (column, row.account, label_to_account(subject.name)):
        if account is not None and account.name == subject.name:
            return account.flow
    if subject.kind == "功能分类":
        return Flow.EXPENDITURE
    return statement.flow


def _measure(cell: Cell, heading: str, label: str, unit: str) -> tuple[Measure, str]:
    if cell.text.strip()[-1:].isalpha() and unit not in MONEY:
        return Measure.COUNT, unit
    if re.search(r"(?:分值|得分|权重|自评分)(?:[(（].{0,6}[)）])?$", heading):
        return Measure.COUNT, "分"
    for pattern, measure in _RATIOS:
        if re.search(pattern, heading):
            return measure, "%"
    if is_percent(cell.text):
        return Measure.SHARE, "%"
    count = _COUNT_UNIT.search(label) or _COUNT_UNIT.search(heading)
    if count:
        return Measure.COUNT, count[1]
    own = unit_in_header(heading) or unit_in_header(label)
    if re.search(r"增减额|增加额|比上年增减|增减变化", heading):
        return Measure.CHANGE, own or unit
    return Measure.AMOUNT, own or unit


def _year(heading: str, year: int) -> int:
    named = re.search(r"(20\d\d)年", heading)
    if named:
        return int(named[1])
    return year - 1 if re.search(r"上年(?:度)?(?:决算|预算|执行|数)|去年", heading) else year


def _first(rows: Sequence[tuple[str, T]], texts: Sequence[str], default: T) -> T:
    for text in reversed(texts):
        for pattern, value in rows:
            if re.search(pattern, fold(text)):
                return value
    return default
