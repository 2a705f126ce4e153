"""Which projects were graded so, as a list of the projects says it in a column of its own (按自评等级列项目)."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources
from service.model import Evidence, Finding, Operand, Plan
from service.projects.project_words import GRADED
from service.projects.projects import projects_of
from service.targets import Point

_ROW = regex(
    r"项目名称：(?P<name>[^：\n]+?)，[^\n]*?(?:自评|评价)?(?:等级|评级|等次)：(?P<grade>不合格|基本合格|合格|优秀?|良好?|中|较?差)(?=，|\n|$)"
)
_ASKS = regex(r"(?:哪|什么|几)[些几个]*[^，。？]{0,4}项目|项目[^，。？]{0,8}(?:哪|有谁|清单)")


def graded_rows(plan: Plan, points: Sequence[Point], sources: Sources) -> Evidence | None:
    """The projects of the one grade that is named; None where none is, or the list lacks any of the projects."""
    text = fold(plan.text)
    grades = [match["grade"] for match in GRADED.finditer(text)]
    if len(points) != 1 or len(grades) != 1 or not _ASKS.search(text):
        return None
    rows = {fold(r["name"]): r["grade"] for c in sources.index().chunks for r in _ROW.finditer(c.text)}
    held = projects_of(plan, sources.facts)
    if (
        not rows
        or not held.whole
        or len(held.facts) != len(rows)
        or {fold(f.subject.name) for f in held.facts} - set(rows)
    ):
        return None
    own = [f for f in held.facts if rows[fold(f.subject.name)][0] == grades[0][0]]
    if not own:
        return None
    findings = tuple(
        Finding(f.subject.name, f.value, f.unit, f.measure, f.year, f.stage.value, (Operand(f.subject.name, f),),
                printed=f, entity=sources.body.name)
        for f in own if f.value is not None
    )  # fmt: skip
    names = "、".join(f.subject.name for f in own)
    told = (
        f"{sources.body.name}{plan.year}年度逐个列出的项目里，评为“{grades[0]}”的有 {len(own)} 个：{names}。"
    )
    return Evidence(findings, told=told)
