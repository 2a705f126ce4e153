"""Columns of a table whose headings are in no known order, told by the figures of its total row (按数认栏)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from ingest.accounts import ACCOUNTS, Account, label_to_account
from ingest.columns.assign import readings, tolerance
from ingest.columns.drafts import Draft, head_words, rows_to_figures
from ingest.columns.evidence import Known, amounts_of
from ingest.columns.forms import STRUCTURE, Form, Formula
from ingest.columns.regions import Region
from ingest.columns.segments import tokens_to_segments
from ingest.columns.tokens import Printed, lines_to_tokens
from ingest.model import Fund, Stage
from ingest.numbers import MONEY
from ingest.text import fold

#: Words over all or several columns, beside those of structure.
_GROUPS = tuple(
    fold(w)
    for w in [
        "收入预算",
        "支出预算",
        "本年收入",
        "本年支出",
        "当年收入",
        "当年支出",
        "合计",
        "小计",
        "总计",
        "其中",
        "单位资金",
        "资金来源",
    ]
)


def region_to_identified(
    region: Region, lines: Sequence[Printed], known: Sequence[Known], stage: Stage, unit: str
) -> Draft | None:
    """A draft with the columns that its total row fills, each told by what is known of one account.

    Every figure of the total row but the first, their sum, must be the amount that another statement or a sentence
    gives for exactly one of the accounts in the headings. Columns of nothing but 0 are all alike.
    """
    words, _ = head_words(region, lines)
    printed = _printed_accounts("".join(words))
    rows = tokens_to_segments(lines_to_tokens([lines[i] for i in region.body]), coded=True, counted=False)
    figures = rows_to_figures(rows)
    totals = [f.values for f, row in zip(figures, rows, strict=True) if row.is_total and f.values]
    if len(totals) != 1 or len(totals[0]) < 2 or unit not in MONEY or not printed:
        return None
    total, parts = totals[0][0], totals[0][1:]
    if abs(sum(parts) - total) > tolerance(len(parts)):
        return None
    named = _name_parts(parts, printed, known, stage, MONEY[unit])
    if named is None:
        return None
    columns = ("合计", *named)
    form = Form(columns, (Formula(0, tuple(range(1, len(columns)))),), 0)
    return Draft(region, form, tuple(rows), figures, tuple(readings(figures, form)))


def _name_parts(
    parts: Sequence[Decimal],
    printed: dict[str, Account],
    known: Sequence[Known],
    stage: Stage,
    scale: Decimal,
) -> list[str] | None:
    """The heading of each part; None where one fits no account or several."""
    left = dict(printed)
    names: list[str] = []
    for value in parts:
        fitting = [h for h, a in printed.items() if value and _is_amount(a, value, known, stage, scale)]
        if value and (len(fitting) != 1 or fitting[0] not in left):
            return None
        names.append(fitting[0] if value else "")
        if value:
            del left[fitting[0]]
    if names.count("") not in (0, len(left)):
        return None
    return [name or left.pop(next(iter(left))).name for name in names]


def _is_amount(
    account: Account, value: Decimal, known: Sequence[Known], stage: Stage, scale: Decimal
) -> bool:
    found = amounts_of(known, account.name, (Fund.ALL, Fund.APPROPRIATION), stage)
    exact = min(found, key=lambda k: k.slack, default=None)
    return exact is not None and abs(value * scale - exact.yuan) <= exact.slack


def _printed_accounts(text: str) -> dict[str, Account]:
    """Accounts that the headings name, by their wording; the longest word counts at each place."""
    text = fold(text)
    found: dict[str, Account] = {}
    at = 0
    while at < len(text):
        word = next((w for w in _vocabulary() if text.startswith(w, at)), "")
        account = label_to_account(word) if word and word not in _GROUPS else None
        if account is not None and account.kind in ("收入来源", "结转结余", "支出结构"):
            found[word] = account
        at += len(word) or 1
    return found


@cache
def _vocabulary() -> tuple[str, ...]:
    forms = [fold(form) for account in ACCOUNTS for form in (account.name, *account.forms.split("|")) if form]
    return tuple(sorted({*forms, *STRUCTURE, *_GROUPS}, key=len, reverse=True))
