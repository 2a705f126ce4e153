"""The part of an account that is of one fund: 「结转结余中属政府性基金的部分」, and its share of the whole (资金部分).

Said behind 中 or 里 a fund is a part of what stands before, no account of its own; before 结转结余 it says of which
money the balance is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.model import Fact, Flow, Fund
from ingest.patterns import regex
from service.accounts.funds_said import FUND_ACCOUNTS
from service.figures.held import facts_of
from service.model import CODED_KINDS, Operation, Plan, Ratio, Term

_FUNDS = {
    "一般公共预算": Fund.GENERAL, "政府性基金": Fund.GOVERNMENT_FUND, "国有资本经营": Fund.STATE_CAPITAL,
    "财政拨款": Fund.APPROPRIATION,
}  # fmt: skip
_FUND = rf"(?<!非)(?P<fund>{'|'.join(_FUNDS)})(?:预算)?(?:财政拨款|拨款)?(?:资金)?"
#: What the part is called behind its fund, and how it is asked for.
_TAIL = (
    r"(?:安排|支付|开支|支出|收入|结转和?结余|[的那这]|部分|一块|块|资金|钱|金额)*"
    r"(?P<share>(?:各|所)?占(?:了|总额|其|整个)*(?:比|比重|比例|百分之)?|比重|比例)?(?:是|有|为|共|一?共|总共|到|达)*"
    r"(?P<asked>(?:百分之)?(?:多少|几成?|多大)?(?:比例|比重|万元|元|钱)?)[呢啊呀吗？?。]*$"
)
#: The wholes that are told by fund: how each is said, and whether the balance of the beginning or the end is meant.
_LEFT = "(?:结转和结余|结转结余|结余结转|结余|结转)"
_BALANCE = rf"(?P<day>年?[初末底]|上年)?的?(?P<given>财政拨款)?(?:的)?{_LEFT}(?:资金)?"
_SPENT = r"(?P<given>财政拨款)?(?:本年|当年)?的?总?支出(?:合计|总计|总额)?"
_INCOME = r"(?P<given>财政拨款)?(?:本年|当年)?的?总?收入(?:合计|总计|总额)?"
_HALF = r"(?P<given>财政拨款)?(?P<half>项目支出|基本支出)"
_WITHIN = (
    r"(?:总额|合计|总计|预算|决算)?(?:当中|之中|里面|里头|里边|其中|中|里|内|[，,]其中)[，,]?的?"
    rf"(?:属于?|来自于?|来源于?|归|由|用|是|有)*{_FUND}{_TAIL}"
)
_PARTS = tuple(
    (regex(f"(?:^|(?<![\u4e00-\u9fff])|(?<=[年度局委办院厅心]))(?:决算|预算)?的?{whole}{_WITHIN}"), kind)
    for whole, kind in ((_BALANCE, "balance"), (_HALF, "half"), (_SPENT, "spent"), (_INCOME, "income"))
)
_WITHIN_ACCOUNT = regex(rf"支出{_WITHIN}")
#: 「年末政府性基金结转结余多少」, 「政府性基金年末结转和结余」.
_OWN_BALANCE = regex(
    rf"(?P<before>年?[初末底])?的?{_FUND}(?:收支|预算)?的?(?P<day>年?[初末底])?的?(?:财政拨款)?{_LEFT}(?:资金)?"
    rf"(?:占(?:了)?(?:全部|整个)?(?P<whole>年?[初末底]?的?(?P<given>财政拨款)?{_LEFT})(?:总额|合计)?的?"
    r"(?P<share>百分之|比重|比例|多少|几成|份额))?"
    r"(?P<asked>(?:[一总]?共?(?:是|有|为|还有))*(?:多少|几)?(?:万元|元|钱)?)[呢啊呀吗？?。]*$"
)


@dataclass(frozen=True, slots=True)
class _Said:
    """The names that the part and the whole may be printed by, each with its fund, best first; or no whole."""

    parts: tuple[tuple[Term, Fund | None], ...]
    wholes: tuple[tuple[Term, Fund | None], ...]
    share: bool


def of_fund_part(plan: Plan, text: str, spans: Sequence[tuple[int, int]], facts: Sequence[Fact]) -> Plan:
    """The plan of the part that a fund has of what is named; as it is where no such part is asked for."""
    if not any(name in text for name in _FUNDS):
        return plan
    # A blank where body and year stand: what is named begins behind them.
    masked = "".join(" " if any(a <= i < b for a, b in spans) else c for i, c in enumerate(text))
    of_account = plan.subject is not None and plan.subject.kind in CODED_KINDS
    said = None if of_account else _said(masked.strip())
    return (said and _with_part(plan, said, facts)) or _spent_on(plan, masked)


def _spent_on(plan: Plan, text: str) -> Plan:
    """「综合医院支出里财政拨款多少」: of what was spent on the account, not of what came in for it."""
    of_income = plan.breakdown == "财政拨款收入" and _WITHIN_ACCOUNT.search(text)
    return replace(plan, breakdown=None, flow=Flow.EXPENDITURE) if of_income else plan


#: A fund alone behind the account that was spoken of: 「其中政府性基金多少」.
_OF_THAT = regex(r"^(?:那|这|再|又)?(?:其中|里面|里头|当中|这里面|那里面)(?=[\u4e00-\u9fff])")
_DIVIDED = ("总额", "结转结余", "支出结构", "收入来源")


def fund_followed(plan: Plan, before: Plan, facts: Sequence[Fact]) -> Plan | None:
    """The part that a fund has of what was spoken of, where a follow-up names no more than the fund."""
    subject = before.subject
    if subject is None or subject.kind not in _DIVIDED or not _OF_THAT.match(plan.text):
        return None
    said = _said(f"{subject.name}中{_OF_THAT.sub('', plan.text)}")
    return _with_part(plan, said, facts) if said is not None else None


def _with_part(plan: Plan, said: _Said, facts: Sequence[Fact]) -> Plan | None:
    part = _printed(said.parts, facts)
    if part is None:
        return None
    known = replace(
        plan, subject=part[0], fund=part[1], base=None, also=(), breakdown=None, statement=None, flow=None,
        explained=1.0, taken=(), assumed=False, unlisted=(), intent=None,
    )  # fmt: skip
    if not said.share:
        return replace(known, operation=Operation.LOOKUP)
    whole = _printed(said.wholes, facts) or said.wholes[0]
    return replace(known, operation=Operation.SHARE, ratio=Ratio((part,), (whole,)))


def _said(text: str) -> _Said | None:
    for pattern, kind in _PARTS:
        match = pattern.search(text)
        if match is not None:
            asks = bool(match["share"] or match["asked"])
            fund, given = _FUNDS[match["fund"]], bool(match["given"])
            return (
                _of_whole(kind, match, fund, given)
                if asks and not (given and fund is Fund.APPROPRIATION)
                else None
            )
    match = _OWN_BALANCE.search(text)
    if match is None:
        return None
    fund, given = _FUNDS[match["fund"]], bool(match["given"])
    day = match["day"] or match["before"] or ""
    return _Said(_balances(day, fund), _balance_whole(day, given), bool(match["share"]))


def _of_whole(kind: str, match: re.Match[str], fund: Fund, given: bool) -> _Said:
    share = bool(match["share"]) or match["asked"].startswith(("百分", "几成", "多大"))
    held = Fund.APPROPRIATION if given else None
    in_all = not given and "总计" in match[0]  # with what was carried over
    if kind == "balance":
        day = match["day"] or ""
        return _Said(_balances(day, fund), _balance_whole(day, given), share)
    if kind == "income":
        whole = Term("财政拨款收入", "收入来源") if given else Term(_TOTALS[kind][in_all], "总额")
        return _Said(((Term(FUND_ACCOUNTS[fund], "收入来源"), None),), ((whole, None),), share)
    if kind == "half":
        half = Term(match["half"], "支出结构")
        return _Said(((half, fund),), ((half, held),), share)
    part, whole = (Term(_TOTALS[kind][way], "总额") for way in (False, in_all))
    return _Said(((part, fund),), ((whole, held),), share)


#: What came in or went out in the year, and in all.
_TOTALS = {"income": ("本年收入合计", "收入总计"), "spent": ("本年支出合计", "支出总计")}


def _balances(day: str, fund: Fund) -> tuple[tuple[Term, Fund | None], ...]:
    """The balance of a fund, by the names that the statement of all appropriations and that of the fund give it."""
    when = "年初" if "初" in day or "上年" in day else "年末"
    names = (f"{when}财政拨款结转和结余", f"{when}结转和结余")
    return tuple((Term(name, "结转结余"), fund) for name in names)


def _balance_whole(day: str, given: bool) -> tuple[tuple[Term, Fund | None], ...]:
    when = "年初" if "初" in day or "上年" in day else "年末"
    own = (Term(f"{when}结转和结余", "结转结余"), Fund.ALL)
    return ((Term(f"{when}财政拨款结转和结余", "结转结余"), Fund.APPROPRIATION),) if given else (own,)


def _printed(
    named: Sequence[tuple[Term, Fund | None]], facts: Sequence[Fact]
) -> tuple[Term, Fund | None] | None:
    """The first that some fact prints, in the money of its fund."""
    for term, fund in named:
        held = (f for f in facts_of(facts, term.name) if f.subject.name == term.name and f.value is not None)
        if any(fund in (None, f.fund) for f in held):
            return term, fund
    return None
