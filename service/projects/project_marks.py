"""Scores of a year's projects, and how many of them were graded so (项目得分与评级)."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from decimal import Decimal

from ingest.model import Fact, Measure
from ingest.numbers import plain
from ingest.patterns import regex
from ingest.text import fold
from service.compose import COUNTED
from service.figures.ratios import rounded
from service.figures.told import printed_as
from service.model import Body, Declined, Evidence, Finding, Operand, Operation, Plan
from service.projects.project_words import GRADED, Mark, OfProjects, is_of_listed, read_projects
from service.projects.projects import PROJECTS, projects_of
from service.projects.scores import is_score_told
from service.refuse import cannot_rank

_SCORED = regex(r"^(?:总分|(?:绩效)?(?:自评|评价)?(?:总)?得分|自评分数?|评分)$")
_PART = regex(r"得分|实际")
_COUNTS = regex(r"几|多少|有没有|数量|个数|[吗么]$")


def of_marks(plan: Plan, body: Body, facts: Sequence[Fact]) -> Evidence | Declined | None:
    """What the plan asks of the projects' grades or scores; None where it asks for neither."""
    graded = _graded(plan, body, facts)
    if graded is not None or plan.subject != PROJECTS:
        return graded
    asked = read_projects(plan.text, spoken=True)
    if asked is None or asked.mark is not Mark.SCORE:
        return None
    printed = _printed_mean(plan, facts) if asked.operation is Operation.AVERAGE else None
    if printed is not None:
        return Evidence((_finding(printed.subject.name, printed, body),))
    scores = _scores(plan, facts)
    stated = projects_of(plan, facts).stated
    missing = (
        f"{COUNTED}{len(scores)}个项目的得分，文件写明共{stated}个项目。" if stated > len(scores) else ""
    )
    if asked.relation and missing and asked.operation is Operation.COUNT:
        # 「90分以上的几个」: of those not listed nothing is known but what is printed.
        number = _bounded(asked, plan, facts)
        return (
            Evidence((_finding(f"{number.subject.name}的项目", number, body),))
            if number
            else cannot_rank(body, plan)
        )
    # Most are not told: none of them is first or last, but among those that the question says.
    few = len(scores) < 2 or (stated > 2 * len(scores) and not is_of_listed(fold(plan.text), len(scores)))
    alone = asked.operation is Operation.RANK and few
    told = _told(asked, scores, missing, body) if scores and not alone else None
    return told or cannot_rank(body, plan)


def _printed_mean(plan: Plan, facts: Sequence[Fact]) -> Fact | None:
    """The mean score of the projects that the documents print themselves."""
    own = [f for f in facts if f.year == plan.year and f.unit == "分" and f.value is not None]
    own = [f for f in own if not f.subject.path and "平均" in f.subject.name]
    return own[0] if len({f.value for f in own}) == 1 else None


def _bounded(asked: OfProjects, plan: Plan, facts: Sequence[Fact]) -> Fact | None:
    """The printed number of projects within a bound: 「其中90分以上12个」."""
    bound = f"{plain(asked.limit)}分以{'下' if asked.relation == '<' else '上'}"
    own = [f for f in facts if f.year == plan.year and f.measure is Measure.COUNT and f.value is not None]
    said = [
        f
        for f in own
        if bound == fold(f.subject.name) and f"{bound}{plain(_score(('', f)))}{f.unit}" in f.source.quote
    ]
    return said[0] if len({f.value for f in said}) == 1 else None


def _scores(plan: Plan, facts: Sequence[Fact]) -> list[tuple[str, Fact]]:
    """The total score of each project, once, with its name."""
    found: dict[str, tuple[str, Fact]] = {}
    # Beside what a row of a form is worth stand its own points, in a list of projects their scores.
    forms = {f.subject.name for f in facts if f.subject.kind == "项目" and re.match("分值|权重", f.breakdown)}
    forms |= {f.subject.path[0] for f in facts if f.subject.kind == "绩效指标" and _whose(f)}
    own = [f.subject for f in facts if f.year == plan.year]
    names = {fold(s.name).removesuffix("项目") for s in own if s.kind == "项目" or s.name.endswith("项目")}
    for fact in facts:
        scored = fact.value is not None and fact.unit == "分" and fact.year == plan.year
        listed = scored and fact.subject.kind == "项目" and _SCORED.match(fact.breakdown)
        name = fact.subject.name if listed and fact.subject.name not in forms else _whose(fact)
        name = name or (_told_behind(fact, names) if scored else "")
        if scored and name:
            found.setdefault(fold(name).removesuffix("项目"), (name, fact))
    return list(found.values())


def _whose(fact: Fact) -> str:
    """The project that a fact is the total score of, empty where it is none."""
    if len(fact.subject.path) != 1:
        return ""
    name = fold(fact.subject.name)
    total = fact.subject.kind == "绩效指标" and _SCORED.match(name) and _PART.search(fact.breakdown)
    told = is_score_told(fact)
    return fact.subject.path[0] if total or told else ""


#: 「乙项目自评得分」 in a sentence that begins with another project's.
_OWN_SCORE = regex(r"^(?P<whose>.{4,}?)(?:项目)?(?:绩效)?(?:自评|评价)(?:总|综合)?(?:得分|评分|分数)$")


def _told_behind(fact: Fact, names: Set[str]) -> str:
    """The one project whose score a sentence tells behind that of another, under which it stands; empty where none."""
    said = _OWN_SCORE.match(fold(fact.subject.name)) if fact.subject.kind == "业务量" else None
    whose = [n for n in names if said is not None and n.endswith(said["whose"])]
    return whose[0] if len(whose) == 1 else ""


def _told(asked: OfProjects, scores: list[tuple[str, Fact]], missing: str, body: Body) -> Evidence | None:
    if asked.relation:
        below = asked.relation == "<"
        scores = [s for s in scores if (_score(s) < asked.limit if below else _score(s) >= asked.limit)]
        if not scores and not missing:
            return None
    if asked.operation is Operation.AVERAGE:
        return _average(scores, body) if not missing else None
    if asked.operation is Operation.RANK:
        scores = sorted(scores, key=_score, reverse=not asked.least)
        scores = scores[asked.nth - 1 : asked.nth] if asked.nth else scores[: asked.top or 3]
    found = tuple(_finding(name, fact, body) for name, fact in scores)
    listed = "、".join(f"{name} {plain(_score((name, fact)))} 分" for name, fact in scores)
    lead = f"{body.name}{scores[0][1].year}年度项目自评得分：{listed}。" if scores else ""
    if asked.operation is Operation.COUNT and scores:
        first = scores[0][1]
        number = Finding("项目数", Decimal(len(scores)), "个", Measure.COUNT, first.year, first.stage.value,
                         tuple(o for f in found for o in f.operands), f"{listed}，共 {len(scores)} 个",
                         entity=body.name)  # fmt: skip
        return Evidence((number,), notes=(missing,) if missing else (), told=f"{lead}共 {len(scores)} 个。")
    return Evidence(found, notes=(missing,) if missing else (), told=lead) if scores else None


def _score(scored: tuple[str, Fact]) -> Decimal:
    return scored[1].value or Decimal(0)


def _average(scores: list[tuple[str, Fact]], body: Body) -> Evidence:
    values = [_score(s) for s in scores]
    value = rounded(sum(values, Decimal(0)) / len(values))
    formula = f"({' + '.join(map(plain, values))}) ÷ {len(values)} = {plain(value)}"
    first = scores[0][1]
    operands = tuple(Operand(name, fact) for name, fact in scores)
    found = Finding("项目自评平均得分", value, "分", Measure.COUNT, first.year, first.stage.value, operands, formula,
                    entity=body.name)  # fmt: skip
    told = f"{body.name}{first.year}年度{len(values)}个项目自评得分平均 {plain(value)} 分（{formula}）。"
    return Evidence((found,), told=told)


def _finding(name: str, fact: Fact, body: Body) -> Finding:
    return printed_as(name, fact, body.name)


def _graded(plan: Plan, body: Body, facts: Sequence[Fact]) -> Evidence | Declined | None:
    """「评为优的有几个，有没有不合格的」: the printed number of projects of each grade that is named."""
    text = fold(plan.text)
    of_projects = "项目" in text or plan.subject == PROJECTS
    several = _SIDE_BY_SIDE.search(text)
    grades = list(several["all"]) if several else [m["grade"] for m in GRADED.finditer(text)]
    if not grades or not of_projects or not _COUNTS.search(text):
        return None
    held = [_of_grade(grade, plan, facts) for grade in grades]
    told = [fact for fact in held if fact is not None]
    if len(told) < len(held):
        return _counted(grades[0], plan, body, facts) if len(grades) == 1 else cannot_rank(body, plan)
    named = [(f"评为“{grade}”的项目", fact) for grade, fact in zip(grades, told, strict=True)]
    return Evidence(tuple(_finding(name, fact, body) for name, fact in named), told=_number_of(named, body))


#: Grades side by side: 「等次为优、良、中的项目各有几个」, folded.
_SIDE_BY_SIDE = regex(
    r"(?:等[级次]|评[级价定]?|结果|自评)[为是]?(?P<all>[优良中差]{2,4})(?=的?项目|的|各|分别).*(?:各|分别)"
)


def _number_of(named: Sequence[tuple[str, Fact]], body: Body) -> str:
    said = "，".join(f"{name}为 {plain(fact.value or Decimal(0))} {fact.unit}" for name, fact in named)
    return f"{body.name}{named[0][1].year}年度{said}。"


def _counted(grade: str, plan: Plan, body: Body, facts: Sequence[Fact]) -> Evidence | Declined:
    """The projects whose own sentences say that they were graded so, where those of all projects say a grade."""
    known = projects_of(plan, facts)
    said = {f.subject.name: _GRADE_TOLD.search(f.source.quote) for f in known.facts}
    own = [f for f in known.facts if (m := said[f.subject.name]) is not None and m["grade"][0] == grade[0]]
    if not said or not all(said.values()) or not known.whole or not own:
        return cannot_rank(body, plan)
    names = "、".join(f.subject.name for f in own)
    operands = tuple(Operand(f.subject.name, f) for f in own)
    number = Finding(f"评为{grade}的项目", Decimal(len(own)), "个", Measure.COUNT, own[0].year, own[0].stage.value,
                     operands, f"{names}，共 {len(own)} 个", entity=body.name)  # fmt: skip
    told = f"{body.name}{own[0].year}年度逐个项目写明的等级里，评为“{grade}”的有 {len(own)} 个：{names}。"
    return Evidence((number,), told=told)


#: 「自评等级为优」 in a project's own sentence.
_GRADE_TOLD = regex(
    r"(?:等级|评级|等次|结果|结论)[为是：:]*[“\"]?(?P<grade>不合格|基本合格|合格|优秀?|良好?|中|较?差)(?=[”\"。，；）)]|$)"
)


def _of_grade(grade: str, plan: Plan, facts: Sequence[Fact]) -> Fact | None:
    said = re.compile(
        rf"(?:评级|等[级次]|结果|评价|自评|评定)[^，。]{{0,6}}[为是“\"]*(?<![不本]){grade}[”\"]?(?:的|等次|等级|级)*(?:项目)?$|^[“\"]?{grade}[”\"]?的项目$|^[“\"]?{grade}[”\"]的$"
    )
    own = [
        f
        for f in facts
        if f.year == plan.year
        and f.measure is Measure.COUNT
        and f.value is not None
        and said.search(f.subject.name)
    ]
    return own[0] if len({f.value for f in own}) == 1 else None
