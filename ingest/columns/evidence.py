"""Figures that the narrative and other statements give for the same accounts, to tell columns apart (旁证)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.accounts import Account, is_total_word, label_to_account
from ingest.columns.drafts import Draft
from ingest.model import Fact, Fund, Measure, Stage
from ingest.numbers import MONEY


@dataclass(frozen=True, slots=True)
class Known:
    """An amount that is printed elsewhere: of which account and money, at which stage; half its last place in 元."""

    account: str
    fund: Fund
    stage: Stage
    yuan: Decimal
    slack: Decimal


#: Statements of which the second counts a part of the money of the first, row by row.
_WITHIN = (
    ("支出表", "一般公共预算支出表"),
    ("支出表", "财政拨款支出表"),
    ("财政拨款支出表", "一般公共预算支出表"),
)
#: Funds that the narrative may name for the money of a statement.
_SAME_MONEY = {
    Fund.APPROPRIATION: (Fund.APPROPRIATION, Fund.GENERAL, Fund.ALL),
    Fund.ALL: (Fund.ALL,),
}


def facts_to_known(facts: Iterable[Fact], years: frozenset[int]) -> list[Known]:
    """Amounts of named accounts in sentences about one of the years."""
    known = []
    for fact in facts:
        if (
            fact.measure is Measure.AMOUNT
            and fact.value is not None
            and fact.yuan is not None
            and fact.year in years
        ):
            place = Decimal(1).scaleb(int(fact.value.as_tuple().exponent)) * MONEY[fact.unit]
            known.append(Known(fact.subject.name, fact.fund, fact.stage, fact.yuan, place / 2))
    return known


def confirm(draft: Draft, known: Sequence[Known], fund: Fund, stage: Stage, unit: str) -> Draft:
    """The draft with its total row held to what is known of the accounts that head its columns."""
    scale = MONEY.get(unit)
    if scale is None:
        return draft
    for index, row in enumerate(draft.rows):
        if row.code or not draft.figures[index].values or not (row.is_total or len(draft.rows) == 1):
            continue
        for column, path in enumerate(draft.form.columns):
            account = column_account(path)
            if account is None:
                continue
            at = next((s for words, s in _STAGES if any(w in path for w in words)), stage)
            # 财政拨款收入 names its money itself, so that a text says it of all money or of that one.
            funds = (
                (Fund.ALL, Fund.APPROPRIATION)
                if account.kind == "收入来源"
                else _SAME_MONEY.get(fund, (fund,))
            )
            amounts = amounts_of(known, account.name, funds, at)
            draft = _held_to(draft, index, column, amounts, scale)
    return draft


def confirm_funds(draft: Draft, known: Sequence[Known], stage: Stage, unit: str) -> Draft:
    """The draft with rows of named accounts held to what is known of them in the money that heads each column."""
    scale = MONEY.get(unit)
    for index, row in enumerate(draft.rows) if scale is not None else ():
        account = label_to_account(row.name)
        if account is None or not draft.figures[index].values or scale is None:
            continue
        for column, path in enumerate(draft.form.columns):
            fund = next((f for words, f in _HEADED if words in path.split("/")[-1]), None)
            amounts = amounts_of(known, account.name, (fund,), stage) if fund else []
            draft = _held_to(draft, index, column, amounts, scale)
    return draft


#: Money that the heading of a column names.
_HEADED = (
    ("政府性基金", Fund.GOVERNMENT_FUND),
    ("国有资本经营", Fund.STATE_CAPITAL),
    ("一般公共预算", Fund.GENERAL),
)
_STAGES = ((("决算",), Stage.FINAL_ACCOUNTS), (("预算数",), Stage.BUDGET))


def column_account(path: str) -> Account | None:
    """The account that the headings of a column name; None where they only say "all of it"."""
    for heading in reversed(path.split("/")):
        account = label_to_account(heading)
        if account is not None and account.kind != "总额":
            return account
        if not is_total_word(heading):
            return None
    return None


def amounts_of(known: Sequence[Known], account: str, funds: Sequence[Fund], stage: Stage) -> list[Known]:
    """What is known of an account; empty where two places say different things."""
    found = [k for k in known if k.account == account and k.fund in funds and k.stage is stage]
    spread = [abs(a.yuan - b.yuan) > a.slack + b.slack for a in found for b in found]
    return [] if any(spread) else found


def _held_to(draft: Draft, row: int, column: int, known: Sequence[Known], scale: Decimal) -> Draft:
    if not known:
        return draft
    exact = min(known, key=lambda k: k.slack)
    values = draft.figures[row].values
    kept = [
        reading
        for reading in draft.left[row]
        if column in reading and abs(values[reading.index(column)] * scale - exact.yuan) <= exact.slack
    ]
    return draft.without(row, kept) if kept else draft


def totals_to_known(draft: Draft, proven: frozenset[int], stage: Stage, unit: str) -> list[Known]:
    """The amount that the total row of a statement of one fund gives for the statement's own account."""
    scale, statement = MONEY.get(unit), draft.region.statement
    for index in sorted(proven):
        columns, values = draft.columns(index), draft.figures[index].values
        at = draft.form.total if draft.form.total is not None else _total_column(draft)
        if draft.rows[index].is_total and scale is not None and at in columns and statement.total:
            amount = values[columns.index(at)] * scale
            return [Known(statement.total, statement.fund, stage, amount, scale * _CENT)]
    return []


def _total_column(draft: Draft) -> int | None:
    """The column of 本年支出 in a form that also has balances."""
    return next((c for c, path in enumerate(draft.form.columns) if path.startswith("本年支出/")), None)


def drafts_to_known(drafts: Sequence[tuple[Draft, frozenset[int]]], stage: Stage, unit: str) -> list[Known]:
    """Amounts that the proven rows of a statement of income and expenditure give for their accounts."""
    scale = MONEY.get(unit)
    known: list[Known] = []
    granted: list[Decimal] = []
    for draft, proven in drafts if scale is not None else ():
        fund = draft.region.statement.fund
        for index in sorted(proven):
            account, values = label_to_account(draft.rows[index].name), draft.figures[index].values
            if account is None or len(values) != 1 or draft.columns(index) != (0,) or scale is None:
                continue
            known.append(Known(account.name, fund, stage, values[0] * scale, scale * _CENT))
            if account.kind == "收入来源" and "财政拨款" in account.name and fund is Fund.ALL:
                granted.append(values[0] * scale)
    if granted and not any(k.account == "财政拨款收入" for k in known) and scale is not None:
        known.append(Known("财政拨款收入", Fund.ALL, stage, sum(granted, Decimal(0)), scale * _CENT * 2))
    return known


#: Half of the last printed place.
_CENT = Decimal("0.005")


def compare(drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts with rows held to the same rows of another statement where both have the same total.

    Money of a general budget is a part of all money: where the two totals of a row are equal, so is every part.
    """
    found = list(drafts)
    for wider, narrower in _WITHIN:
        for a, first in enumerate(found):
            for b, second in enumerate(found):
                if first.statement == wider and second.statement == narrower:
                    found[a] = first = _aligned(first, second)
                    found[b] = _aligned(second, first)
    return found


def _aligned(draft: Draft, other: Draft) -> Draft:
    """The draft with the readings of each row that agree with the settled row of the other."""
    accounts = {c: a.name for c, path in enumerate(draft.form.columns) if (a := column_account(path))}
    for index in range(len(draft.rows)):
        twin = _twin(draft, index, other)
        if twin is None or len(draft.left[index]) < 2:
            continue
        theirs = _parts(other, twin)
        if theirs is None:
            continue
        values = draft.figures[index].values
        kept = []
        for reading in draft.left[index]:
            ours = {accounts[c]: v for c, v in zip(reading, values, strict=True) if c in accounts and v}
            if ours == theirs:
                kept.append(reading)
        if kept:
            draft = draft.without(index, kept)
    return draft


def _parts(draft: Draft, row: int) -> dict[str, Decimal] | None:
    """Amounts of a settled row by account; None where a column is open."""
    columns = draft.columns(row)
    parts: dict[str, Decimal] = {}
    for column, value in zip(columns, draft.figures[row].values, strict=True):
        if column is None:
            return None
        account = column_account(draft.form.columns[column])
        if account is not None and value:
            parts[account.name] = value
    return parts


def _twin(draft: Draft, index: int, other: Draft) -> int | None:
    """The only row of another statement with the same code and the same total."""
    row, values = draft.rows[index], draft.figures[index].values
    same = [
        i
        for i, candidate in enumerate(other.rows)
        if candidate.code == row.code
        and (row.code or (row.is_total and candidate.is_total))
        and other.figures[i].values[:1] == values[:1]
        and values
    ]
    return same[0] if len(same) == 1 else None
