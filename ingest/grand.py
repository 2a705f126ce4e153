"""Totals whose name says in brackets that a balance is counted: 收入预算（含上年结转） (含结转的总计)."""

from __future__ import annotations

from ingest.accounts import label_to_account
from ingest.model import Subject
from ingest.patterns import regex

#: The grand total of a total of the year.
GRAND = {"本年收入合计": "收入总计", "本年支出合计": "支出总计"}
_HOLDS = regex(
    r"[（(](?:其中)?(?:含|包括|包含)[^（()）。；，\d]{0,14}?(?:结转|结余)[^（()）。；，\d]{0,8}[)）]"
)
#: A balance and nothing else is a part beside the income, 「年末结转和结余（含…结转）」 no total.
_TOTAL = regex(r"(?:收入|支出|收支|总计|总额|合计|预算|决算)数?$")


def without_balance(phrase: str) -> str:
    """A phrase without the bracket behind a total that says that it holds a balance; as it is where there is none."""
    held = _HOLDS.search(phrase)
    return (
        phrase[: held.start()] + phrase[held.end() :]
        if held is not None and _TOTAL.search(phrase[: held.start()])
        else phrase
    )


def grand(subjects: tuple[Subject, ...] | None) -> tuple[Subject, ...] | None:
    """Totals of the year as grand totals, other subjects as they are."""
    accounts = [label_to_account(GRAND.get(subject.name, "")) for subject in subjects or ()]
    if subjects is None:
        return None
    return tuple(
        Subject(account.kind, account.name) if account else subject
        for account, subject in zip(accounts, subjects, strict=True)
    )
