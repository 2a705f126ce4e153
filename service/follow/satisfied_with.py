"""How satisfied people should be, or were, with the project spoken of: 「老百姓满意度要求达到多少」 (追问满意度).

A form has such an indicator for each project, so that only one of the project's own answers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.model import Fact
from ingest.patterns import regex
from ingest.text import fold
from service.model import Operation, Plan, Term

_SATISFIED = regex(r"满意[度率]?(?!的项目)")
#: What picks out several of them, or asks for words.
_OTHERS = regex(r"哪|最|平均|几[个项分]|得分|扣|为什么|原因|怎么|各项目|所有|全部")
_END = regex(r"(?:项目|工程|经费)$")


def satisfied_with(plan: Plan, before: Plan, facts: Sequence[Fact]) -> Plan | None:
    """The plan of the one satisfaction that the project's form names; of nothing where it has none, or several of
    which none is named. None where no satisfaction is asked for after a project."""
    told = before.subject
    if told is None or told.kind != "项目" or not _SATISFIED.search(plan.text) or _OTHERS.search(plan.text):
        return None
    if plan.subject is not None and plan.subject.kind == "项目" and plan.subject.name != told.name:
        return None
    own = [
        f.subject
        for f in facts
        if f.year == before.year and f.subject.kind == "绩效指标" and "满意" in f.subject.name
        and f.subject.path and _is_one(f.subject.path[0], told.name)
    ]  # fmt: skip
    names = {subject.name: subject for subject in own}
    said = {name: subject for name, subject in names.items() if fold(name) in fold(plan.text)}
    meant = said or names
    if len(meant) != 1:
        return replace(plan, subject=None, explained=0.0, taken=(f"{told.name}的满意度",))
    subject = next(iter(meant.values()))
    return replace(
        plan, operation=Operation.LOOKUP, subject=Term(subject.name, subject.kind, "", subject.path), year=before.year,
        explained=1.0, taken=(), assumed=False, also=(), breakdown=None, unit=None, count_unit=None,
    )  # fmt: skip


def _is_one(path: str, name: str) -> bool:
    return _END.sub("", fold(path)) == _END.sub("", fold(name))
