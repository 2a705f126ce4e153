"""Statements of income on the left and expenditure on the right, their two halves told apart (收支两栏表)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.accounts import Account, label_to_account, label_to_class
from ingest.columns.assign import Figures, readings
from ingest.columns.drafts import Draft, head_words
from ingest.columns.forms import Form
from ingest.columns.heads import match_head
from ingest.columns.regions import Region
from ingest.columns.segments import Segment, starts_label, tokens_to_segments
from ingest.columns.tokens import Printed, lines_to_tokens
from ingest.model import Flow
from ingest.patterns import regex

STATEMENTS = frozenset(("收支总表", "财政拨款收支总表", "一般公共预算收支表"))
_DEPTHS = (
    r"[一二三四五六七八九十]{1,3}\s*[、.．]",
    r"[(（][一二三四五六七八九十]{1,3}[)）]",
    r"\d{1,2}\s*[.．、]|[(（]\d",
)
#: Balances that stand on the side of income.
_BROUGHT_FORWARD = regex(r"^(?:年初|上年|使用)")


def region_to_sides(region: Region, lines: Sequence[Printed]) -> tuple[Draft, Draft] | None:
    """The halves of a statement as drafts, income first; None where the headings are those of no form."""
    words, _ = head_words(region, lines)
    form = match_head(region.statement.name, words, None)
    if form is None:
        return None
    counted = "行次" in "".join(words) or words.count("行") > 1
    tokens = lines_to_tokens([lines[i] for i in region.body])
    rows = list(_whole_names(tokens_to_segments(tokens, coded=False, counted=counted)))
    sides = _sides(rows)
    halves = (Form(form.columns[:1], (), 0), Form(form.columns[1:], form.formulas, 0))
    left = [row for row, side in zip(rows, sides, strict=True) if side is Flow.INCOME]
    right = [row for row, side in zip(rows, sides, strict=True) if side is Flow.EXPENDITURE]
    drafts = []
    for half, held in zip(halves, (left, right), strict=True):
        figures = _figures(held)
        _forget_strays(held, figures)
        drafts.append(Draft(region, half, tuple(held), figures, tuple(readings(figures, half))))
    return drafts[0], drafts[1]


def _whole_names(segments: Sequence[Segment]) -> Iterator[Segment]:
    """Rows with the rest of a label that was printed below its figure put back; a label left in doubt has no words."""
    rows: list[Segment] = []
    for segment in segments:
        if segment.numbers or starts_label(segment.name, coded=False) or not segment.words:
            rows.append(segment)
            continue
        for row in reversed(rows[-2:]):
            if _is_known(row.name + segment.name):
                row.words += segment.words
                break
            if not _is_known(row.name):
                row.words.clear()
    return iter(rows)


def _is_known(name: str) -> bool:
    return label_to_account(name) is not None or label_to_class(name) is not None


def _sides(rows: Sequence[Segment]) -> list[Flow]:
    """The half in which each row stands; ``Flow.NONE`` where neither its name nor its place says."""
    found: list[Flow] = []
    totals = 0
    for index, row in enumerate(rows):
        side = _side_of(row.name)
        if side is Flow.NONE and row.is_total:
            side = (Flow.INCOME, Flow.EXPENDITURE)[totals % 2]
            totals += 1
        elif side is Flow.NONE and row.words:
            side = _by_place(rows, index)
        found.append(side)
    return found


def _side_of(name: str) -> Flow:
    if label_to_class(name):
        return Flow.EXPENDITURE
    account = label_to_account(name)
    if account is None:
        return Flow.NONE
    if account.flow is Flow.BALANCE:
        return Flow.INCOME if _BROUGHT_FORWARD.match(account.name) else Flow.EXPENDITURE
    return account.flow


def _by_place(rows: Sequence[Segment], index: int) -> Flow:
    """The half of a row whose line it shares with one more row; its name tells nothing."""
    line = rows[index].words[0].line
    same = [i for i, row in enumerate(rows) if row.words and row.words[0].line is line]
    if len(same) != 2:
        return Flow.NONE
    return Flow.INCOME if index == same[0] else Flow.EXPENDITURE


def _figures(rows: Sequence[Segment]) -> tuple[Figures, ...]:
    parents: list[int | None] = [None] * len(rows)
    pending: list[int] = []
    stack: list[tuple[int, int]] = []
    total: int | None = None
    balance: int | None = None
    for index, row in enumerate(rows):
        depth, account = depth_of(row.name), label_to_account(row.name)
        if row.is_total and not depth:
            for part in (*pending, *([] if total is None else [total])):
                parents[part] = index
            pending, stack, total, balance = [], [], index, None
        elif balance is not None and _is_source(account):
            parents[index] = balance
        elif depth > 1 and any(d < depth for d, _ in stack):
            stack = [(d, i) for d, i in stack if d < depth]
            parents[index] = stack[-1][1]
            stack.append((depth, index))
        elif not row.name.startswith("其中"):
            pending.append(index)
            stack = [(depth, index)]
            held = account is not None and account.kind == "结转结余" and total is not None
            balance = index if held else None
    values = [tuple(t.value for t in row.numbers if t.value is not None) for row in rows]
    return tuple(Figures(v, p) for v, p in zip(values, parents, strict=True))


def _forget_strays(rows: Sequence[Segment], figures: Sequence[Figures]) -> None:
    """Take the words from a part of a balance that only repeats an income, where that income's own row was not read.

    Without it 「一般公共预算财政拨款」 below the balance would pass for the income of the year.
    """
    for index, (row, figure) in enumerate(zip(rows, figures, strict=True)):
        account = label_to_account(row.name)
        if figure.parent is None or figure.parent > index or depth_of(row.name) or account is None:
            continue
        above = (label_to_account(other.name) for other in rows[: figure.parent])
        if not any(a is not None and a.name == account.name for a in above):
            row.words.clear()


def depth_of(label: str) -> int:
    """How deep a label is numbered: 0 for none, 1 for 一、, 2 for （一）, 3 for 1."""
    return next((i for i, pattern in enumerate(_DEPTHS, start=1) if re.match(pattern, label)), 0)


def _is_source(account: Account | None) -> bool:
    return account is not None and account.kind == "收入来源"
