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
#: What may stand between the name and 项目, and what makes of it another word.
_BEHIND = (
    r"(?:(?:这个|那个|这一?|那一?|该|的)*项目(?!支出|级|[之类明总收])|"
    r"的?(?:自评|绩效)?(?:表[里中上])?的?(?:预算)?执行率)"
)


def as_project(plan: Plan, facts: Sequence[Fact]) -> Plan:
    """The plan with the project for the account of its name, where the words say so and the year prints it, and the
    row of its form that is asked for."""
    return of_form(_project_named(as_indicator(plan, facts), facts), facts)


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
