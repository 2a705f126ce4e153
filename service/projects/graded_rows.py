"""Which projects were graded so, as a list of the projects says it in a column of its own (按自评等级列项目).

A list may be of some projects alone: then what is told is of these, and how many all are is said beside it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.model import Fact, Measure
from ingest.patterns import regex
from ingest.text import fold
from service.compose import COUNTED
from service.evidence import Sources
from service.figures.held import facts_of
from service.figures.told import printed_as
from service.model import Evidence, Finding, Plan
from service.projects.project_troubles import troubles_of
from service.projects.project_words import GRADED, is_of_listed
from service.projects.projects import projects_of
from service.targets import Point
from service.text.sentences import Sentence, lines_of, to_quote

_ROW = regex(
    r"项目(?:名称)?：(?P<name>[^：\n]+?)，(?:[^\n]*?，)?(?:自评|评价|绩效)*(?:等级|评级|等次|档次|结论|结果)：(?P<grade>不合格|基本合格|合格|优秀?|良好?|中|较?差)(?=，|\n|$)"
)
_COUNT = regex(r"(?:(?<!哪)几|多少)个")
#: 「没得优的」, 「等级不是优的」: those of the other grades.
_DENIED = regex(
    r"(?:没有?|未能?|不|非)(?:[得评拿是为到上成被算]|等级){1,3}[为到上成是]?(?=不合格|基本合格|合格|优|良|中|差)"
)
_ASKS = regex(
    r"(?:哪|什么|几|多少)[些几个]*[^，。？]{0,4}项目|项目[^，。？]{0,14}(?:哪|有谁|清单|几个|多少个)|(?:哪些|哪几个|哪个|有谁)$|有没有[^，。？]{0,10}项目|项目[^，。？]{0,6}有没有"
)
_Row = tuple[str, str, Sentence]


def graded_rows(plan: Plan, points: Sequence[Point], sources: Sources) -> Evidence | None:
    """The projects of the one grade that is named, or that the list has none; None where no list tells grades."""
    text = fold(plan.text)
    grades = [match["grade"] for match in GRADED.finditer(text)]
    if len(points) != 1 or len(grades) != 1 or not _ASKS.search(text):
        return None
    rows = _rows(sources)
    held = projects_of(plan, sources.facts)
    missing = {fold(f.subject.name) for f in held.facts} - {fold(name) for name, _, _ in rows}
    if not rows or missing:
        return None  # a project of the list may have another grade in another place
    stated = held.stated if held.stated > len(rows) else 0
    of_these = is_of_listed(text, len(rows))
    counts = _COUNT.search(text) is not None
    if (
        counts
        and stated
        and not _DENIED.search(text)
        and not of_these
        and _is_counted(grades[0], plan, sources)
    ):
        return None  # the number of them all is told
    told = _told(
        grades[0], rows, {fold(f.subject.name): f for f in held.facts}, stated, counts, plan, sources
    )
    return _with_troubles(told, text, [row[0] for row in rows if row[1][0] == grades[0][0]], sources)


#: What was wrong with it is asked too.
_WRONG = regex(
    r"(?:问题|毛病|不足|短板)[^，。？]{0,4}(?:在|是|有)?(?:哪|什么|啥)|(?:什么|啥|哪些)(?:问题|毛病|不足)|为什么|为啥|原因|差在哪|扣分"
)


def _with_troubles(told: Evidence, text: str, names: Sequence[str], sources: Sources) -> Evidence:
    """The same with what was wrong with the one project, in the words of its review, where that is asked too."""
    if not _WRONG.search(text) or len(names) != 1 or _DENIED.search(text):
        return told
    quote = troubles_of(names[0], sources)
    if quote is None:
        return replace(told, notes=(*told.notes, f"没有找到写明「{names[0]}」存在什么问题的内容。"))
    return replace(told, quotes=(*told.quotes, quote))


def _rows(sources: Sources) -> list[_Row]:
    """Name, grade and sentence of each row, in their order; none where one project has two grades."""
    found: dict[str, _Row] = {}
    for line in lines_of(sources.index().chunks):
        for row in _ROW.finditer("".join(sentence.text for sentence in line)):
            other = found.setdefault(fold(row["name"]), (row["name"], row["grade"], line[0]))
            if other[1][0] != row["grade"][0]:
                return []
    return list(found.values())


def _told(
    grade: str, rows: Sequence[_Row], money: Mapping[str, Fact], stated: int, counts: bool, plan: Plan,
    sources: Sources,
) -> Evidence:  # fmt: skip
    denied = _DENIED.search(fold(plan.text)) is not None
    own = [row for row in rows if (row[1][0] == grade[0]) is not denied]
    graded = f"{'没有' * denied}评为“{grade}”"
    lead = f"{sources.body.name}{plan.year}年度逐个列出等级的{len(rows)}个项目里"
    more = (f"{COUNTED}{len(rows)}个，文件写明共{stated}个项目。",) if stated else ()
    if not own:
        return Evidence(
            quotes=(to_quote([rows[0][2]]),),
            notes=more,
            told=f"{lead}，没有{'不是' * denied}评为“{grade}”的。",
        )
    listed = "、".join(f"{name}（{its}）" if denied else name for name, its, _ in own)
    told = f"{lead}，{graded}的有 {len(own)} 个：{listed}。"
    facts = [money.get(fold(name)) or _figure(name, plan, sources) for name, _, _ in own]
    kept = [f for f in facts if f is not None and f.value is not None]
    if len(kept) < len(own):
        return Evidence(quotes=(to_quote([s for _, _, s in own]),), notes=more, told=told)
    findings = tuple(_printed(f, sources) for f in kept)
    if counts:
        operands = tuple(o for f in findings for o in f.operands)
        first = kept[0]
        name = f"{'没有' * denied}评为{grade}的项目"
        number = Finding(name, Decimal(len(own)), "个", Measure.COUNT, first.year, first.stage.value, operands,
                         f"{listed}，共 {len(own)} 个", entity=sources.body.name)  # fmt: skip
        findings = (number,)
    return Evidence(findings, notes=more, told=told)


def _figure(name: str, plan: Plan, sources: Sources) -> Fact | None:
    """Any figure of the row of this name: its score, else its money."""
    same = [f for f in facts_of(sources.facts, name) if fold(f.subject.name) == fold(name)]
    own = [f for f in same if f.year == plan.year and f.source.sequence >= 0]
    return max(own, key=lambda f: f.unit == "分", default=None)


def _printed(fact: Fact, sources: Sources) -> Finding:
    return printed_as(fact.subject.name, fact, sources.body.name)


def _is_counted(grade: str, plan: Plan, sources: Sources) -> bool:
    """Whether a sentence says how many of all projects were graded so, which a list of some does not tell."""
    own = (f for f in sources.facts if f.year == plan.year and f.measure is Measure.COUNT and f.unit == "个")
    return any(re.search(rf"(?:[为“\"]|^){grade[0]}", f.subject.name) for f in own)
