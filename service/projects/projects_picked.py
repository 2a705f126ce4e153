"""The projects that something was done with: 「对“甲”“乙”等3个项目开展了部门重点评价」 (某事所涉项目).

Which they are stands in that sentence alone; the projects that the document happens to list are others.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.model import Fact, Measure
from ingest.numbers import plain
from ingest.patterns import regex
from ingest.text import fold
from service.figures.told import printed_as
from service.model import Body, Declined, Evidence, Operation, Plan, Reason

#: What is done with some projects of a year; all of them are rated by the body itself.
_DONE = regex(
    r"(?:部门|财政|第三方|项目)?(?:重点|抽样|现场)(?:绩效)?评价|部门(?:绩效)?评价|财政(?:绩效)?评价|事前(?:绩效)?评估|绩效监控|再评价|抽查"
)
_NAMED = regex(r"[“《「](?P<name>[^”》」]{2,30})[”》」]")


def picked_projects(body: Body, plan: Plan, facts: Sequence[Fact]) -> Evidence | Declined | None:
    """The names of the projects that the question picks out by what was done; None where it picks out none."""
    said = _DONE.search(fold(plan.text)) if plan.operation is Operation.LIST else None
    if said is None:
        return None
    core = said[0][-4:]
    own = (f for f in facts if f.year == plan.year and f.measure is Measure.COUNT and f.value)
    told = [f for f in own if core in fold(f.subject.name) and "项目" in f.subject.name]
    for fact in told:
        names = list(dict.fromkeys(m["name"] for m in _NAMED.finditer(fact.source.quote)))
        if names:
            return _told(fact, names, body)
    return Declined(
        Reason.NOT_DISCLOSED,
        f"{body.name}{plan.year}年度的公开资料没有逐一写明{said[0]}的是哪些项目，没有列出。",
    )


def _told(fact: Fact, names: Sequence[str], body: Body) -> Evidence:
    """The names as the sentence has them, and how many it says that there are."""
    number = printed_as(fact.subject.name, fact, body.name)
    some = "等" if len(names) < (fact.value or 0) else ""
    listed = "、".join(f"“{name}”" for name in names)
    told = (
        f"{body.name}{fact.year}年度{fact.subject.name}共 {plain(number.value)} {fact.unit}：{listed}{some}。"
    )
    notes = (f"原文只写出其中{len(names)}个的名称。",) if some else ()
    return Evidence((number,), told=told, notes=notes)
