"""All income with what was carried over, where 收入总额 is asked for and is more than the year's own (收入总额).

「收入预算总额」 and 「总收入」 may mean either: the total that the two sides of a budget balance at is told, the
year's own income beside it. So is 「收入预算」, where the document itself writes that total by this name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from ingest.model import Fact, Fund, Origin
from ingest.numbers import plain
from ingest.patterns import regex
from service.figures.held import facts_of
from service.figures.lookup import differs, look_up
from service.model import Finding, Operation, Plan, Term

_GRAND, _OWN = Term("收入总计", "总额"), Term("本年收入合计", "总额")
_ALL_SAID = regex(r"总收入|收入(?:预算|决算)?总[额数量规]|收入(?:预算|决算)?总共")
_BUDGETED = regex(r"收入预算|预算收入")
#: What a share is of, from the word before it on.
_OF = regex(
    r"占[^，。？]*?(?P<whole>(?:全部|所有|总|年度|部门)*(?:收入预算|预算总?收入|总收入|收入总[额数])[^，。？]*)"
)
#: The whole said first: 「收入预算里财政拨款占多少」.
_OF_FIRST = regex(
    r"(?P<whole>(?:全部|所有|总|年度|部门)*(?:收入预算|预算总?收入|总收入|收入总[额数])(?:数|总额)?)(?:里[面头边]?|[之当]?中)[^，。？]*?占了?(?:多少|几|多大|百分|比)"
)
#: What says that the year's own is meant.
_OF_YEAR = regex(r"本年|当年|当期|合计|财政拨款|基金|一般公共|不含|不包括")


def with_carried(plan: Plan, facts: Sequence[Fact]) -> Plan:
    """The plan of the total, where that is printed and is not the year's own income; else as it is."""
    asked = plan.operation is Operation.LOOKUP and plan.subject == _OWN and plan.fund in (None, Fund.ALL)
    if not asked or _OF_YEAR.search(plan.text):
        return plan
    said, called = _ALL_SAID.search(plan.text), _BUDGETED.search(plan.text)
    pair = _own_and_grand(plan, facts) if said or called else None
    wanted = pair is not None and (said or _is_called_so(pair[1], facts))
    return replace(plan, subject=_GRAND) if wanted else plan


def _own_and_grand(plan: Plan, facts: Sequence[Fact]) -> tuple[Fact, Fact] | None:
    """The year's own income and all of it, of one sort of money; None where they are one amount or not both printed."""
    own, grand = (look_up(replace(plan, subject=term), facts) for term in (_OWN, _GRAND))
    if own is None or grand is None or grand.fact.subject.name != _GRAND.name:
        return None
    same = (own.fact.fund, own.fact.stage) == (grand.fact.fund, grand.fact.stage)
    return (own.fact, grand.fact) if same and differs(own.fact, grand.fact) else None


def _is_called_so(grand: Fact, facts: Sequence[Fact]) -> bool:
    """Whether running text of the document writes 收入预算 with this amount, and with no other."""
    said = [
        f
        for f in facts_of(facts, _OWN.name)
        if f.subject.name == _OWN.name and f.origin is Origin.SENTENCE
        and (f.document_id, f.year) == (grand.document_id, grand.year)
        and f.fund is grand.fund and f.measure is grand.measure and _BUDGETED.search(f.source.quote)
    ]  # fmt: skip
    return bool(said) and not any(differs(f, grand) for f in said)


def whole_called(plan: Plan, whole: Fact, facts: Sequence[Fact]) -> Fact:
    """The whole of a share: all income where 「占收入预算」 is asked and the document calls that so; else as it is."""
    own = whole.subject.name == _OWN.name
    of = (_OF.search(plan.text) or _OF_FIRST.search(plan.text)) if own else None
    if of is None or _OF_YEAR.search(of["whole"]):
        return whole
    bare = replace(
        plan, subject=_OWN, base=None, breakdown=None, statement=None, stage=whole.stage, fund=None
    )
    pair = _own_and_grand(bare, facts)
    return pair[1] if pair is not None and _is_called_so(pair[1], facts) else whole


def own_beside(plan: Plan, finding: Finding, facts: Sequence[Fact]) -> tuple[str, ...]:
    """The year's own income, told beside the total that was taken for it."""
    said = _ALL_SAID.search(plan.text) or _BUDGETED.search(plan.text)
    share = plan.operation is Operation.SHARE and len(finding.operands) == 2
    total = finding.operands[-1].fact if finding.operands else None
    if total is None or total.subject.name != _GRAND.name or not said:
        return ()
    if not share and plan.operation is not Operation.LOOKUP:
        return ()
    bare = replace(
        plan, subject=_OWN, base=None, operation=Operation.LOOKUP, fund=None if share else plan.fund
    )
    own = look_up(bare, facts)
    if own is None or own.fact.value is None or own.fact.subject.name != _OWN.name:
        return ()
    if not differs(own.fact, total):
        return ()
    amount = f"本年收入合计 {plain(own.fact.value)} {own.fact.unit}"
    if not share:
        return (f"其中{amount}，其余是上年结转等。",)
    part = finding.operands[0].fact
    within = part.subject.kind == "收入来源" and not _BALANCE.search(part.subject.name)
    return (_by_own(part, own.fact, amount),) if own.fact.yuan and within else ()


#: What is left of earlier years is none of the year's own income.
_BALANCE = regex("结[转余]|余额|弥补")


def _by_own(part: Fact, own: Fact, amount: str) -> str:
    """The share of the year's own income alone."""
    assert own.yuan  # the caller saw to it
    ratio = ((part.yuan or 0) / own.yuan * 100).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
    return f"如果只按{amount}算（不含上年结转等），占 {plain(ratio)}%。"
