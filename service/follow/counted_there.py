"""What is counted where the thing spoken of is told: 「花了多少，涉及多少人」, 「出国多少钱，几个团几个人」 (同处所计).

The count stands in the sentence of the figure that was told, in its own clause or the next one; what another sentence
counts in the same unit is of something else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.model import Fact, Measure
from ingest.numbers import MONEY
from ingest.patterns import regex
from ingest.text import fold
from service.figures.lookup import same_subject
from service.model import PHRASE_KINDS, Operation, Plan, Term
from service.things.beside import PEOPLE, counted_beside, fits
from service.things.search import unit_fits

#: What says that somebody or something was reached by it, and names nothing.
_REACHED = r"(?:涉及|惠及|受益|覆盖|发给|发放给?|补给?|保障|帮助?了?|给|接待|去|派)"
_BARE = regex(
    r"(?:那么?|又|一共|总共|共计?|合计|大概|分别|都|会|要|计划|预计|打算|准备|直接|年|里面?|其中|买|购|新?购置)*"
    rf"(?P<reached>{_REACHED})?(?:了|到|的)*(?:有|是)?(?:多少|几)(?P<unit>个?(?:人次?|户|家|名|团组?|批次?|辆|台|件|座|次|场|册|亩|份|处|所|间|个))?"
    rf"(?P<noun>{PEOPLE}|人(?!次)|车|公车|新车)?(?:能|可以|都)*(?P<got>受益|拿到|领到|享受到?|得到|收到)?(?:了|的)*[呢啊呀吗]?"
)
_WORTH = regex(
    r"(?:那么?|它们?|这些|一共|总共)*(?:的)?(?:账面)?(?:价值|值|原值|净值|总值)(?:是|有|为|共)*(?:多少|几何)?(?:钱|万元|万|元)?[呢啊]?"
)


def counted_there(plan: Plan, before: Plan, facts: Sequence[Fact]) -> Plan | None:
    """The plan of what is counted beside the figure spoken of, or of what the things spoken of are worth; without a
    subject where the words say that it is of these and nothing is told; None where neither is asked."""
    said = _BARE.fullmatch(plan.text)
    group = said is not None and "团" in (said["unit"] or "")
    told = said is not None and (said["reached"] not in (None, "接待", "去", "派") or said["got"] or group)
    nothing = replace(plan, subject=None, explained=0.0, taken=(plan.text,)) if told else None
    if before.subject is None or before.subject.kind == "总额":
        return nothing
    own = [f for f in facts if same_subject(f, before.subject) and f.year == before.year]
    counted = before.count_unit
    own = [f for f in own if f.value is not None and (counted is None or unit_fits(f, counted, loose=True))]
    if _WORTH.fullmatch(plan.text):
        return _of(next(_worth(own, before, facts), None), plan, before)
    unit = plan.count_unit or ("人" if said is not None and said["noun"] else None)
    if said is None or unit is None or not (said["unit"] or said["got"]):
        return None
    if before.count_unit == unit and not told and not said["noun"]:
        return None  # 「25年几个」 is of what was counted before
    noun = "团" if group else said["noun"] or ""
    beside = list(counted_beside(own, unit, noun, facts)) or list(_by_name(before, unit, noun, facts))
    found = {(f.subject.name, f.value, f.unit): f for f in beside}
    if len(found) == 1 and _is_alone(fact := next(iter(found.values())), facts):
        return _of(fact, plan, before)
    return nothing


def _of(fact: Fact | None, plan: Plan, before: Plan) -> Plan | None:
    if fact is None:
        return None
    subject = Term(fact.subject.name, fact.subject.kind, fact.subject.code, fact.subject.path)
    unit = None if fact.unit in MONEY else fact.unit.removeprefix("万") or plan.count_unit
    return replace(
        plan, operation=Operation.LOOKUP, subject=subject, count_unit=unit, year=before.year, breakdown=None, base=None,
        explained=1.0, taken=(), assumed=False, fund=None, statement=None, intent=None, also=(),
    )  # fmt: skip


def _worth(own: Sequence[Fact], before: Plan, facts: Sequence[Fact]) -> Iterator[Fact]:
    """Money of the things counted: in their own row, or told by their name."""
    assert before.subject is not None
    names = (before.subject.name, f"{before.subject.name}价值")
    for fact in (*own, *facts):
        there = any(f.document_id == fact.document_id for f in own)
        if there and fact.subject.name in names and fact.unit in MONEY and fact.measure is Measure.AMOUNT:
            yield fact


def _by_name(before: Plan, unit: str, noun: str, facts: Sequence[Fact]) -> Iterator[Fact]:
    """Counts that the next sentence tells by the account's own name: 因公出国（境）团组5个, 国内公务接待87批次."""
    assert before.subject is not None
    stem = _FEE.sub("", fold(before.subject.name))
    for fact in facts if len(stem) > _STEM and before.subject.kind == "三公经费" else ():
        counted = fact.measure is Measure.COUNT and fact.year == before.year and fact.source.quote
        if counted and stem in fold(fact.subject.name) and fits(fact, unit, noun):
            yield fact


_FEE, _STEM = regex(r"(?:支出|经费|费用|费)$"), 2


def _is_alone(fact: Fact, facts: Sequence[Fact]) -> bool:
    """Whether the year tells one number by this name in this unit, which is then found by it."""
    same = (
        f
        for f in facts
        if f.year == fact.year and f.unit == fact.unit and f.subject.name == fact.subject.name
    )
    return (
        fact.subject.kind in PHRASE_KINDS and len({f.value for f in same if f.measure is Measure.COUNT}) == 1
    )
