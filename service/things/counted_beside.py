"""Counts that the sentence of an account tells in other words than its name (费用后面的批次、人次).

「公务接待费1.33万元，共接待上级检查和周边县学习考察17批次、142人次」: how many people were received is told there,
or in a sentence of its own right behind: 「全年共接待来访团组62个、来宾548人次」.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.model import Fact, Measure, Origin
from ingest.patterns import regex
from service.figures.lookup import same_subject
from service.figures.told import printed_as
from service.model import Evidence, Plan

#: Accounts whose sentences tell how often and for how many.
_KINDS = ("三公经费", "会议培训")
#: What is asked for, and the units that tell it.
_UNITS = {
    "人": ("人次", "人", "名"), "名": ("人次", "人", "名"), "位": ("人次", "人", "名"), "人次": ("人次", "人"),
    "批": ("批次", "批"), "批次": ("批次", "批"), "次": ("批次", "批", "次", "场次"), "回": ("批次", "批", "次"),
    "拨": ("批次", "批"), "期": ("期", "期次", "班"), "班": ("班", "期"), "场": ("场", "场次", "次", "个"),
}  # fmt: skip
#: Guests from abroad are some of all; those who keep guests company are none of them.
_SOME, _OTHERS = regex("外宾|外事|国[（(]?境|港澳|外国"), regex("陪同|陪餐|工作人员|车辆|(?<!来访)团组|辆")
#: A sentence that tells who was received and no account: guests, never those who came with a petition.
_RECEIVED = regex(r"接待[^，。；]{0,8}(?:来访团组|来宾)")
#: A sentence that tells who went abroad and no amount: 「安排出国（境）团组1个，累计4人次」.
_WENT = regex(r"出国[（(]?境[）)]?[^，。；]{0,4}(?:团组|人)|因公出国[^，。；]{0,8}团组")
#: The sentences beside the amount's own that count for an account, by a word of its name.
_BESIDE = {"接待": _RECEIVED, "出国": _WENT}
#: Groups of guests are batches, whatever they are counted in.
_GROUPS, _IN_GROUPS = regex(r"来访团组$"), ("批", "批次", "拨")


def counted_beside(plan: Plan, facts: Sequence[Fact], body: str) -> Evidence | None:
    """The count asked for of an account, where its sentences of the year tell one alone; None where there is none."""
    units = _UNITS.get(plan.count_unit or "", ())
    if plan.subject is None or plan.subject.kind not in _KINDS or not units or plan.taken:
        return None
    own = _own_sentences(plan, facts)
    abroad = "出国" in plan.subject.name
    told = [
        f
        for f in facts
        if f.year == plan.year and f.measure is Measure.COUNT and f.origin is Origin.SENTENCE and f.source.quote in own
        and (_WENT.search(f.source.quote) if abroad else _is_guests(f.subject.name, plan.text))
        and f.document_id in plan.home
    ]  # fmt: skip
    groups = [f for f in told if _GROUPS.search(f.subject.name)]
    if plan.count_unit in _IN_GROUPS and len({f.value for f in groups}) == 1:
        return Evidence((printed_as(groups[0].subject.name, groups[0], body),))
    unit = next((unit for unit in units if any(f.unit == unit for f in told)), "")
    meant = [f for f in told if f.unit == unit]
    if len({f.value for f in meant}) != 1:
        return None
    return Evidence((printed_as(f"{plan.subject.name.removesuffix('费')}（{unit}）", meant[0], body),))


def _own_sentences(plan: Plan, facts: Sequence[Fact]) -> set[str]:
    """The sentences that tell an amount of the account, and those on their pages that tell who was received or went."""
    amounts = [
        f
        for f in facts
        if f.year == plan.year and f.measure is Measure.AMOUNT and f.origin is Origin.SENTENCE
        and plan.subject is not None and same_subject(f, plan.subject)
    ]  # fmt: skip
    own = {f.source.quote for f in amounts}
    name = plan.subject.name if plan.subject is not None else ""
    words = next((words for said, words in _BESIDE.items() if said in name), None)
    if words is None:
        return own
    pages = {(f.document_id, f.source.page + after) for f in amounts for after in (0, 1)}
    beside = {f.source.quote for f in facts if (f.document_id, f.source.page) in pages}
    return own | {quote for quote in beside if quote and words.search(quote)}


def _is_guests(name: str, text: str) -> bool:
    """Whether guests are counted, those from abroad only where they are asked about."""
    return bool(_SOME.search(name)) == bool(_SOME.search(text)) and not _OTHERS.search(name)
