"""Which projects were graded so, as a list of the projects says it in a column of its own (按自评等级列项目)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from ingest.model import Measure
from ingest.patterns import regex
from ingest.text import fold
from service.compose import COUNTED
from service.evidence import Sources
from service.model import Evidence, Finding, Operand, Plan
from service.projects.project_words import GRADED
from service.projects.projects import projects_of
from service.targets import Point

_ROW = regex(
    r"项目名称：(?P<name>[^：\n]+?)，[^\n]*?(?:自评|评价)?(?:等级|评级|等次)：(?P<grade>不合格|基本合格|合格|优秀?|良好?|中|较?差)(?=，|\n|$)"
)
_COUNT = regex(r"(?:几|多少)个")
_ASKS = regex(
    r"(?:哪|什么|几|多少)[些几个]*[^，。？]{0,4}项目|项目[^，。？]{0,8}(?:哪|有谁|清单|几个|多少个)"
)


def graded_rows(plan: Plan, points: Sequence[Point], sources: Sources) -> Evidence | None:
    """The projects of the one grade that is named; None where none is, or the list lacks any of the projects."""
    text = fold(plan.text)
    grades = [match["grade"] for match in GRADED.finditer(text)]
    if len(points) != 1 or len(grades) != 1 or not _ASKS.search(text):
        return None
    rows = {fold(r["name"]): r["grade"] for c in sources.index().chunks for r in _ROW.finditer(c.text)}
    held = projects_of(plan, sources.facts)
    names = {fold(f.subject.name) for f in held.facts}
    if not rows or names != set(rows) or (not held.whole and _is_counted(grades[0], plan, sources)):
        return None
    own = [f for f in held.facts if rows[fold(f.subject.name)][0] == grades[0][0]]
    if not own:
        return None
    findings = tuple(
        Finding(f.subject.name, f.value, f.unit, f.measure, f.year, f.stage.value, (Operand(f.subject.name, f),),
                printed=f, entity=sources.body.name)
        for f in own if f.value is not None
    )  # fmt: skip
    listed = "、".join(f.subject.name for f in own)
    lead = f"{sources.body.name}{plan.year}年度逐个列出的{len(rows)}个项目里"
    told = f"{lead}，评为“{grades[0]}”的有 {len(own)} 个：{listed}。"
    more = "" if held.whole else f"{COUNTED}{len(rows)}个，文件写明共{held.stated}个项目。"
    if _COUNT.search(text):
        operands = tuple(o for f in findings for o in f.operands)
        first, name = own[0], f"评为{grades[0]}的项目"
        number = Finding(name, Decimal(len(own)), "个", Measure.COUNT, first.year, first.stage.value, operands,
                         f"{listed}，共 {len(own)} 个", entity=sources.body.name)  # fmt: skip
        findings = (number,)
    return Evidence(findings, notes=(more,) if more else (), told=told)


def _is_counted(grade: str, plan: Plan, sources: Sources) -> bool:
    """Whether a sentence says how many of all projects were graded so, which a list of some does not tell."""
    own = (f for f in sources.facts if f.year == plan.year and f.measure is Measure.COUNT and f.unit == "个")
    return any(re.search(rf"[为“\"]{grade[0]}", f.subject.name) for f in own)
