"""Titles that say which part of an account a table lists: …基本支出表--人员经费(工资福利支出) (分表)."""

from __future__ import annotations

from ingest.accounts import label_to_account, label_to_economy
from ingest.model import Subject
from ingest.statements import Statement, asides_of
from ingest.subjects import TOTAL

#: Says that the accounts are the governments', whose codes are others than the departments'.
_GOVERNMENTS = "政府预算"


def part_listed(title: str) -> Subject | None:
    """The narrowest account that a title names behind its own name; None where it names none there."""
    asides = asides_of(title)
    found: Subject | None = None
    for words in asides:
        account, economy = label_to_account(words), label_to_economy(words)
        if economy is not None:
            code = "" if any(_GOVERNMENTS in other for other in asides) else economy[0]
            found = Subject("经济分类", economy[1], code, "类")
        elif account is not None and account.kind == "支出结构":
            found = Subject(account.kind, account.name, level=TOTAL)
    return found


def of_part(
    subject: Subject, breakdown: str, part: Subject | None, statement: Statement
) -> tuple[Subject, str]:
    """A figure of such a table: its total is that of the part, and what a function spends is so much on the part."""
    if part is None or part.name == statement.total:
        return subject, breakdown
    if subject.level == TOTAL and subject.name == statement.total:
        return part, breakdown
    if subject.kind == "功能分类" and breakdown == TOTAL:
        return subject, part.name
    return subject, breakdown
