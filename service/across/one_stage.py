"""Several bodies at one stage: a budget is not added to, or ranked with, another's final accounts (同一口径)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.model import Measure, Stage
from ingest.numbers import plain
from service.figures.compute import compute
from service.model import Finding, Operation
from service.targets import Point, at_home

#: Stages that are tried where the bodies' figures would be of several, what was spent first.
_STAGES = (Stage.FINAL_ACCOUNTS, Stage.BUDGET, Stage.INITIAL_BUDGET)
_OUTCOME = (Stage.FINAL_ACCOUNTS.value, Stage.EXECUTION.value)
#: How a note begins that says of which stage each figure is.
MIXED = "口径不同："


def at_one_stage(points: Sequence[Point]) -> tuple[Point, ...]:
    """The points at a stage that is printed of all of them; as they are where no stage is or several are asked for."""
    years = {p.plan.year for p in points}
    bodies = {p.body.key for p in points}
    if len(bodies) < 2 or len(years) != 1 or any(p.plan.stage or p.plan.stages for p in points):
        return tuple(points)
    if len({_side(f) for f in _found(points)}) < 2:
        return tuple(points)
    for stage in _STAGES:
        tried = [replace(p, plan=at_home(replace(p.plan, stage=stage), p.body)) for p in points]
        found = _found(tried)
        if len(found) == len(points) and len({_side(f) for f in found}) == 1:
            return tuple(tried)
    return tuple(points)


def _found(points: Sequence[Point]) -> list[Finding]:
    figures = (compute(replace(p.plan, operation=Operation.LOOKUP), p.facts)[0] for p in points)
    return [f for f in figures if f is not None and f.measure is Measure.AMOUNT]


def _side(finding: Finding) -> bool:
    """Whether a figure is of money that was spent, not of money that was planned."""
    return finding.stage in _OUTCOME


def say_mixed(findings: Sequence[Finding]) -> tuple[str, ...]:
    """A note where the figures of several bodies are partly planned and partly spent, none else."""
    amounts = [f for f in findings if len(f.operands) == 1 and f.measure is Measure.AMOUNT]
    if len({_side(f) for f in amounts}) < 2 or len({f.entity for f in amounts}) < 2:
        return ()
    told = "、".join(dict.fromkeys(f"{f.entity}为{f.year}年度{f.stage}数" for f in amounts))
    return (f"{MIXED}{told}。",)


def tell_of_all(findings: Sequence[Finding]) -> str:
    """The sum of several bodies' figures, or the difference of two, each with its year and stage; else empty."""
    made, each = findings[0], findings[1:]
    if any(made.label == f.label for f in each):
        return ""  # the first of them, whose own name ends with 合计
    if len(each) < 2 or len({f.entity for f in each}) < 2 or made.formula is None or len(made.operands) < 2:
        return ""
    told = [
        f"{f.entity}{f.year}年度{f.label}{f.stage if f.measure is Measure.AMOUNT else ''} {plain(f.value)} {f.unit}"
        for f in each
    ]
    if made.label.endswith("之差"):
        word = "多" if made.value >= 0 else "少"
        return f"{'，'.join(told)}，前者比后者{word} {plain(abs(made.value))} {made.unit}（{made.formula}）。"
    for ending in ("合计", "平均"):
        if made.label.endswith(ending):
            return f"{'；'.join(told)}。{ending} {plain(made.value)} {made.unit}（{made.formula}）。"
    return ""
