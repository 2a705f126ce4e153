"""The part of an item that a follow-up asks for: 「项目支出呢」, 「项目里的呢」 after an item (追问其中部分)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.model import Fact, Measure
from ingest.patterns import regex
from service.figures.lookup import asks_money, same_subject
from service.model import PHRASE_KINDS, Operation, Plan

#: 「项目里的呢」: within which part it is asked for, by the name that statements use.
_WITHIN = regex(
    r"^(?:(?:那么?|再)?(?:只|单|光|仅)(?:看|算|说|要|论)(?=[^，。？]{4}[？?。]?$)|(?:那么?|其中|放在|列在|在)*(?=.{2,4}(?:当中|里|中|内)))(?P<part>基本支出|项目支出|项目|专项|人员经费|公用经费)(?:经费|资金)?(?:当中|里[面头边]?|中|内)?(?:列支|安排|开支|支出|花)?的?(?:有|是)?(?:多少|几)?(?:钱)?(?:呢|啊)?[？?。]?$"
)
_PRINTED = {"项目": "项目支出", "专项": "项目支出"}
_OF_TOTAL = regex(r"总|全[年部]|合计|一共|整[个体]|所有|单位|部门|[局委办]的")


def part_meant(plan: Plan, before: Plan, facts: Sequence[Fact]) -> tuple[str, bool] | None:
    """The part of the item spoken of that is meant, and whether it is printed; None where none is meant."""
    item = before.subject
    if (
        item is None
        or item.kind in PHRASE_KINDS
        or item.kind == "总额"
        or plan.operation is not Operation.LOOKUP
    ):
        return None
    within = _WITHIN.match(plan.text)
    if within is not None and item.kind != "支出结构":
        part = _PRINTED.get(within["part"], within["part"])
        return part, _is_printed(part, before, facts)
    subject = plan.subject
    if subject is None or subject.kind != "支出结构" or not item.code or plan.also or plan.base is not None:
        return None
    if plan.assumed or _OF_TOTAL.search(plan.text.replace(subject.name, "")):
        return None
    return (subject.name, True) if _is_printed(subject.name, before, facts) else None


def _is_printed(part: str, before: Plan, facts: Sequence[Fact]) -> bool:
    item = before.subject
    own = (f for f in facts if item is not None and f.year == before.year and same_subject(f, item))
    return any(f.breakdown == part for f in own)


def has_no_money(made: Plan, asked: Plan, facts: Sequence[Fact]) -> bool:
    """Whether money is asked of a thing that is only counted: 「公厕多少座」「花了多少」."""
    subject = made.subject
    counted = subject is not None and subject.kind in (*PHRASE_KINDS, "资产", "人员")
    if (
        subject is None
        or not counted
        or made.count_unit is not None
        or made.operation is not Operation.LOOKUP
    ):
        return False
    if not (asks_money(asked) or re.search(r"花|钱|费用|经费|资金", asked.text)) or asked.subject == subject:
        return False
    own = [f for f in facts if f.year == made.year and same_subject(f, subject)]
    standard = subject.kind == "绩效指标" and not _MONEY.search(
        subject.name
    )  # 每生2000元 is not what all cost
    counts = any(f.measure is Measure.COUNT for f in own)
    return bool(own) and (all(f.yuan is None for f in own) or (standard and counts))


#: An indicator that is money itself.
_MONEY = regex(r"成本|金额|资金|经费|[费钱]|补[贴助]|标准|收入|投入|产值")
