"""Parts of one thing by the money that pays: 「培训费5万元（其中：一般公共预算支出4万元）」 (按资金分的部分)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.accounts import label_to_account
from ingest.contexts import Context
from ingest.evaluated import INVOLVED
from ingest.model import Flow, Fund, Subject
from ingest.patterns import regex
from ingest.phrases import fund_within
from ingest.wording import phrase_of

_FUND = (
    r"(?:一般公共预算|公共财政预算|政府性基金(?:预算)?|国有资本经营(?:预算)?|财政拨款)"
    r"(?:财政拨款|拨款|资金)?(?:安排)?"
)
#: A fund and nothing else, 「其中一般公共预算」.
_ONLY_FUND = regex(_FUND)
#: What is spent of a fund, which by itself is the total of that fund.
_FUND_SPENT = regex(rf"{_FUND}的?支出")
#: Totals and sources, of which a fund's spending is a total of its own.
_WHOLES = ("总额", "收入来源", "结转结余")
#: The last of a list of such parts, behind 「其中」 or in a bracket.
_LISTED = regex(
    rf"(?:(?:^|(?<=元[，。]))其中|(?<=元)[（(](?:其中|包括|含)?|{INVOLVED}(?=.+元))[：:，,]?(?:{_FUND}的?支出[为是]?[\d,.]+[亿万千]?元[，、；])*{_FUND}的?支出[为是]?$"
)


def lists_funds(before: str) -> bool:
    """Whether what is spent of a fund is told straight before a number as a part of the amount before it.

    >>> lists_funds("培训费5万元（其中：一般公共预算支出4万元；政府性基金预算支出")
    True
    >>> lists_funds("培训费5万元（含差旅费）；政府性基金预算支出")
    False
    """
    return _LISTED.search(before) is not None


#: Money beside the funds, behind them in such a list: 「其中一般公共预算30万元，其他资金2万元」.
_BESIDE = regex(r"(?:其他|单位|自有|自筹)资金")


@dataclass(frozen=True, slots=True)
class Part:
    """Whose part an amount is, of which fund, and the money that it is told by where that is no fund."""

    subjects: tuple[Subject, ...]
    fund: Fund
    name: str = ""


def part_by_fund(context: Context) -> Part | None:
    """Whose part an amount is: 「项目支出90万元，其中一般公共预算80万元、政府性基金10万元」.

    None where it is no such part: of an income it is an income of its own name, of a total a total.
    """
    subjects, words = context.topic.subjects, phrase_of(context.clause)
    if "收入中，" in context.before:
        return None  # 「上年结转0万元。本年收入中，一般公共预算财政拨款28万元」
    listed = "其中" in context.before or context.topic.fund is not Fund.ALL
    spent = context.parted and _FUND_SPENT.fullmatch(words)
    alone = listed and _ONLY_FUND.fullmatch(words)
    if (spent or alone) and subjects and subjects[0].name.startswith(INVOLVED):
        return Part((Subject("其他", f"{INVOLVED}{words}"),), fund_within(words, Fund.ALL))
    whole = any(subject.kind in _WHOLES for subject in subjects)
    beside = _BESIDE.fullmatch(words) and context.topic.fund is not Fund.ALL and not whole
    if not subjects or not ((spent and not whole) or alone or beside) or _is_income(subjects):
        return None
    return Part(subjects, fund_within(words, Fund.ALL), words if beside else "")


def _is_income(subjects: Sequence[Subject]) -> bool:
    """Whether money comes in by one of these."""
    accounts = [label_to_account(subject.name) for subject in subjects]
    return any(a.flow is Flow.INCOME for a in accounts if a) or any("收入" in s.name for s in subjects)
