"""Which money is meant: a fund alone, a fund that is spent, a part of the income, the balance carried in (资金所指)."""

from __future__ import annotations

import re

from ingest.model import Fund, Stage
from ingest.patterns import regex
from service.model import OF_PARTS, Operation, Term
from service.read.hearing import Heard

FUND_ACCOUNTS = {
    Fund.GOVERNMENT_FUND: "政府性基金预算财政拨款收入",
    Fund.STATE_CAPITAL: "国有资本经营预算财政拨款收入",
    Fund.GENERAL: "一般公共预算财政拨款收入",
    Fund.APPROPRIATION: "财政拨款收入",
}


def fund_within(asked: Operation | None, heard: Heard, subject: Term | None) -> Term | None:
    """「收入里财政拨款占多少」: income from a fund, as a part of all income."""
    income = subject is not None and subject.name in ("本年收入合计", "收入总计")
    if asked is not Operation.SHARE or not income or heard.fund not in FUND_ACCOUNTS:
        return None
    return Term(FUND_ACCOUNTS[heard.fund], "收入来源")


def spent_of(subject: Term | None, text: str) -> Fund | None:
    """「政府性基金花了多少」: a fund's money that is spent, where its income account was heard."""
    fund = next(
        (f for f, name in FUND_ACCOUNTS.items() if subject is not None and subject.name == name), None
    )
    return fund if fund is not None and re.search("花|用了|用掉", text) and "收入" not in text else None


_OPENING = regex(r"(?:比|和|与|跟|较|同)(?:年初|上年末|上年底|去年末|去年底|期初)")


def against_opening(subject: Term | None, text: str) -> tuple[Term, ...]:
    """「年底结余比年初多还是少」: the balance carried in is what the balance carried over is held against."""
    closing = subject is not None and subject.name == "年末结转和结余"
    return (Term("年初结转和结余", "结转结余"),) if closing and _OPENING.search(text) else ()


def subject_of_fund(heard: Heard) -> Term | None:
    """What a fund alone means: what was planned or is divided up is expenditure, else the income from it."""
    if heard.fund is None:
        return None
    planned = heard.stage in (Stage.INITIAL_BUDGET, Stage.ADJUSTED_BUDGET) or re.search(
        "花|支出|开支", heard.said
    )
    if planned or heard.asked in OF_PARTS:
        return Term("本年支出合计", "总额")
    return Term(FUND_ACCOUNTS[heard.fund], "收入来源") if heard.fund in FUND_ACCOUNTS else None
