"""The rows of a project's performance form that are of its money: what of it is last year's, what this year's
appropriation, and the points that its execution earned (自评表资金行).

「公益性岗位补贴项目用了多少上年结转资金」 is a row of that project's form, never what the whole body carried over.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.model import Fact
from ingest.patterns import regex
from ingest.text import fold
from service.accounts.lexicon import term_of
from service.figures.held import once
from service.model import Operation, Plan, Term
from service.projects.scores import TOTALS, total_of

#: What the rows on a project's money stand under.
ALL_MONEY = "年度资金总额"
_KIND, _PROJECT = "绩效指标", "项目"
#: How each source of a project's money is said, and what its row is called.
_SOURCES: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (regex(r"(?:上年|上一?年|去年|往年|以前年度|年初)(?:的)?(?:结转|结余)|结转(?:资金|下来|过来)"), regex("结转")),
    (regex(r"(?:当年|本年|今年)(?:的)?(?:财政)?拨(?:款|的)|财政(?:资金|拨款)"), regex("拨款|财政")),
    (regex(r"其他(?:来源)?资金|自[筹有]资金"), regex("其他|自[筹有]")),
)  # fmt: skip
#: Points for how far the budget was used, which are not those of the form as a whole.
_POINTS = regex(
    r"(?:预算)?执行(?:率|情况|进度)?(?:这一?[项块]|方面|部分|指标|一[项栏]|那[项栏])?的?(?:指标)?(?:自评)?"
    r"(?:是|有|得|评|打|扣|拿|占)?了?(?:到)?(?:得分|多少分|几分|分值|满分|分数)"
)
_WEIGHT = regex(r"满分|分值")


def of_form(plan: Plan, facts: Sequence[Fact]) -> Plan:
    """The plan of the form's own row, where the question names a project and one of them; else the plan itself."""
    project = _project(plan.subject) or _named(plan, facts)
    if not project:
        return plan
    if plan.count_unit == "分" or "分" in plan.text:
        return _scored(plan, project, facts)
    return plan if plan.breakdown else of_sources(plan, project, facts) or plan


def of_sources(plan: Plan, project: str, facts: Sequence[Fact]) -> Plan | None:
    """The rows of a project's form that tell of the sources said; None where none is said or it has no such form."""
    rows = rows_of(project, plan.year, facts)
    said = [row for asked, row in _SOURCES if asked.search(plan.text)]
    if not said or not rows or any(asked.search(project) for asked, _ in _SOURCES):
        return None
    found = [next((t for t in rows if row.search(t.name)), None) for row in said]
    terms = [t for t in found if t is not None]
    if len(terms) < len(said):
        return replace(plan, explained=0.0, taken=(f"{project}的资金来源",), also=())
    return replace(
        plan, subject=terms[0], also=tuple(terms[1:]), breakdown=None, fund=None, flow=None, statement=None,
        explained=1.0, taken=(), assumed=False, intent=None,
    )  # fmt: skip


def rows_of(project: str, year: int | None, facts: Sequence[Fact]) -> list[Term]:
    """The rows on its money in a project's form, each once."""
    held = (f for f in facts if f.subject.kind == _KIND and f.subject.path[1:2] == (ALL_MONEY,))
    own = (f for f in held if year in (None, f.year) and _same(f.subject.path[0], project))
    return list(dict.fromkeys(map(term_of, own)))


def _scored(plan: Plan, project: str, facts: Sequence[Fact]) -> Plan:
    if not _POINTS.search(plan.text):
        # Of the project itself a form prints the points of its money: they are no score of the whole.
        whole = total_of(plan.subject, [f for f in facts if plan.year in (None, f.year)])
        asked = plan.subject is not None and plan.subject.kind == _PROJECT and plan.count_unit == "分"
        return replace(plan, subject=whole, breakdown=None) if whole is not None and asked else plan
    column = "分值" if _WEIGHT.search(plan.text) else "得分"
    held = (f for f in facts if f.subject.kind == _PROJECT and f.breakdown == column and f.unit == "分")
    row = next((f for f in held if f.year == plan.year and _same(f.subject.name, project)), None)
    if row is None:
        return replace(plan, explained=0.0, taken=("预算执行得分",))
    return replace(
        plan, operation=Operation.LOOKUP, subject=term_of(row), breakdown=column, stage=None, count_unit="分",
        explained=1.0, taken=(), intent=None, also=(), base=None,
    )  # fmt: skip


def _project(subject: Term | None) -> str:
    """The project that a term is of: itself, or that over its total score or a row of its money."""
    if subject is None:
        return ""
    if subject.path and (fold(subject.name) in TOTALS or subject.path[1:2] == (ALL_MONEY,)):
        return subject.path[0]
    return subject.name if subject.kind == _PROJECT and subject.name != _PROJECT else ""


def _forms(facts: Sequence[Fact], year: int | None) -> frozenset[str]:
    """The projects with a form of their own in a year."""
    return frozenset(
        f.subject.path[0] for f in facts if f.subject.path[1:2] == (ALL_MONEY,) and f.year == year
    )


def _named(plan: Plan, facts: Sequence[Fact]) -> str:
    """The project with a form of its own whose name the question says, the longest where several are."""
    text = fold(plan.text)
    forms = once(facts, (_forms, plan.year), lambda: _forms(facts, plan.year))
    said = [name for name in forms if _core(name) and _core(name) in text]
    return max(said, key=len, default="")


def project_of(subject: Term | None) -> str:
    """The project that was spoken of, by its name or by a row of its form."""
    return _project(subject)


def _core(name: str) -> str:
    return fold(name).removesuffix(_PROJECT)


def _same(one: str, other: str) -> bool:
    return bool(_core(one)) and _core(one) == _core(other)
