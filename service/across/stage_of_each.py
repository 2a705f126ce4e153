"""One body's budget beside another's final accounts: each at the stage that is said behind its name (各自口径)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ingest.model import Stage
from service.model import OF_BUDGET, Body, Operation, Plan, Term
from service.scope.scope import Scope

#: The stages by what is said of them, longer ones first; a fund or a form by its name says none.
_SAID: tuple[tuple[Stage, str], ...] = (
    (Stage.INITIAL_BUDGET, r"年初预算|预算批复数"),
    (Stage.ADJUSTED_BUDGET, r"(?:全年|调整后?的?|追加后的?)预算"),
    (Stage.FINAL_ACCOUNTS, r"决算|实际(?:支出|花费|花了|发生|执行)|实际上花"),
    (Stage.BUDGET, r"(?<!公共)(?<!基金)(?<!经营)预算(?!单位|部门|执行)"),
)

_ALL_SPENT = Term("本年支出合计", "总额")


def stages_of_each(scope: Scope, bodies: Sequence[Body]) -> Mapping[str, Stage]:
    """The stage of each body by its key, where each is named with one behind it and they are not all the same."""
    spans = sorted(scope.mention.spans)
    if not 1 < len(bodies) == len(spans) or tuple(scope.mention.bodies) != tuple(bodies):
        return {}
    ends = [low for low, _ in spans[1:]] + [len(scope.text)]
    said = [_stages(scope.text[high:end]) for (_, high), end in zip(spans, ends, strict=True)]
    if any(len(stages) != 1 for stages in said) or len({stages[0] for stages in said}) < 2:
        return {}
    return {body.key: stages[0] for body, stages in zip(bodies, said, strict=True)}


def _stages(words: str) -> list[Stage]:
    found: list[Stage] = []
    for stage, pattern in _SAID:
        if re.search(pattern, words):
            found.append(stage)
            words = re.sub(pattern, " ", words)
    return found


def at_its_stage(plan: Plan, stage: Stage | None) -> Plan:
    """The plan at the stage that is said of the body; a budget against the outcome is of two bodies, not of one."""
    if stage is None:
        return plan
    apart = plan.operation in OF_BUDGET
    operation = Operation.COMPARE if apart else plan.operation
    plan = replace(plan, stage=stage, stages=(), operation=operation)
    if plan.subject is None and not plan.taken:  # 「甲局决算和乙局预算差多少」 is of all that each spends
        return replace(plan, subject=_ALL_SPENT, assumed=True, explained=1.0)
    return plan
