"""Whether new cars were bought: 「买新车了没有」, by the money and the number of those bought (购车有无)."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.cells import TOTAL
from ingest.model import Fact, Measure, Stage
from ingest.numbers import plain
from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources
from service.figures.told import printed_as
from service.model import Evidence, Plan
from service.targets import Point

_BUY = r"(?:买|购买|购置|购入|新购|更新|更换|添置|添|换)(?:了|过|进)?(?:新的?)?(?:公务用?|公|小汽|汽|小)?车(?:辆|子)?"
_ASKED = regex(
    rf"(?:有没有|有无|是否|是不是|有没)[^，。？]{{0,6}}{_BUY}|{_BUY}(?:了)?(?:没有?|吗|么|嘛)(?=[？?。，]|$)"
)
_ELSE = regex(r"多少|[几哪]|为什么|为啥|原因|谁|占|比")
_COST = "公务用车购置费"
_BOUGHT = regex(r"(?:购置|新购|购买|更新|新增)[^，]{0,8}车|车[^，]{0,4}(?:购置|更新)")
_STAGES = (Stage.FINAL_ACCOUNTS, Stage.EXECUTION, Stage.BUDGET, Stage.INITIAL_BUDGET, Stage.ADJUSTED_BUDGET)


def cars_new(plan: Plan, points: Sequence[Point], sources: Sources) -> Evidence | None:
    """The money for cars and how many were bought; None where that is not asked, or neither is told."""
    text = fold(plan.text)
    if len(points) != 1 or not _ASKED.search(text) or _ELSE.search(text):
        return None
    own = [f for f in sources.facts if f.year == plan.year and f.value is not None]
    money = _first(
        [f for f in own if f.subject.name == _COST and f.measure is Measure.AMOUNT and f.breakdown == TOTAL]
    )
    cars = [
        f for f in own if f.unit == "辆" and f.measure is Measure.COUNT and _BOUGHT.search(f.subject.name)
    ]
    car = cars[0] if len({f.value for f in cars}) == 1 else None
    told = [f for f in (money, car) if f is not None]
    some = {bool(f.value) for f in told}
    if len(some) != 1:
        return None  # neither is told, or the one speaks against the other
    findings = tuple(
        printed_as(f.subject.name, f, sources.body.name) for f in told
    )  # fmt: skip
    stage = told[0].stage.value
    said = "，".join(f"{f.label} {plain(f.value)} {f.unit}" for f in findings)
    planned = "预算" in stage
    lead = ("安排购置公务用车" if planned else "购置了公务用车") if some == {True} else (
        "没有安排购置公务用车" if planned else "没有购置公务用车")  # fmt: skip
    return Evidence(findings, told=f"{sources.body.name}{plan.year}年度{stage}{lead}：{said}。")


def _first(held: Sequence[Fact]) -> Fact | None:
    """What was spent, else what was planned."""
    return next((f for stage in _STAGES for f in held if f.stage is stage), None)
