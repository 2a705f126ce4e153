"""A project that bears the name of an account: 「“基本公共卫生服务”项目执行率」 is the project's (与科目同名的项目).

The account and the project are budgeted apart; where the name is said with 项目 behind it, or its 执行率 is asked for,
and the year prints a project of that very name, the project is meant and never the account.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.model import Fact
from ingest.text import fold
from service.model import CODED_KINDS, OF_PARTS, Plan, Term
from service.projects.form_rows import of_form
from service.things.indicators import as_indicator

_KIND = "项目"
#: So many characters of a name say which thing is meant.
_LEAST = 3
#: What may stand between the name and 项目, and what makes of it another word.
_BEHIND = (
    r"(?:(?:这个|那个|这一?|那一?|该|的)*项目(?!支出|级|[之类明总收])|"
    r"的?(?:自评|绩效)?(?:表[里中上])?的?(?:预算)?执行率)"
)


def as_project(plan: Plan, facts: Sequence[Fact]) -> Plan:
    """The plan with the project for the account of its name, where the words say so and the year prints it, and the
    row of its form that is asked for."""
    return of_form(_project_named(_no_purchase(as_indicator(plan, facts), facts), facts), facts)


def _no_purchase(plan: Plan, facts: Sequence[Fact]) -> Plan:
    """「增殖放流项目」 is the one project with these words, and not what is bought for it (增殖放流苗种)."""
    subject, text = plan.subject, fold(plan.text)
    if subject is None or subject.kind != "政府采购" or "购" in text or fold(subject.name) in text:
        return plan
    name = fold(subject.name)
    runs = {name[low:high] for low in range(len(name)) for high in range(low + _LEAST, len(name) + 1)}
    said = max((run for run in runs if re.search(re.escape(run) + _BEHIND, text)), key=len, default="")
    held = {f.subject.name: f.subject for f in facts if f.subject.kind == _KIND and f.year == plan.year}
    meant = [held[project] for project in held if said and said in fold(project)]
    if len(meant) != 1:
        return plan
    term = Term(meant[0].name, meant[0].kind, meant[0].code, meant[0].path)
    return replace(plan, subject=term, breakdown=None, statement=None, fund=None, count_unit=None)


def _project_named(plan: Plan, facts: Sequence[Fact]) -> Plan:
    subject = plan.subject
    if subject is None or subject.kind not in CODED_KINDS or plan.operation in OF_PARTS or plan.also:
        return plan
    name = fold(subject.name).removesuffix("支出")
    if (subject.code and subject.code in plan.text) or not re.search(
        re.escape(name) + _BEHIND, fold(plan.text)
    ):
        return plan
    held = (f for f in facts if f.subject.kind == _KIND and f.year == plan.year and f.value is not None)
    meant = next((f.subject for f in held if fold(f.subject.name).removesuffix(_KIND) == name), None)
    if meant is None:
        return plan
    return replace(
        plan, subject=Term(meant.name, meant.kind, meant.code, meant.path), breakdown=None, statement=None, fund=None
    )  # fmt: skip
