"""Which indicators of a project's form did not get all their points, and how many: 「哪些指标没拿满分」 (失分指标)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from ingest.model import Fact, Measure
from ingest.numbers import plain
from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources
from service.figures.told import printed_as
from service.model import Evidence, Finding, Operand, Plan
from service.projects.project_spoken import bare, project_spoken, shortened
from service.projects.scores import TOTALS
from service.targets import Point
from service.text.sentences import to_quote
from service.text.table_rows import TableRow, number_of, table_rows

_KIND, _MANY = "绩效指标", 20
_LOST = regex(r"(?:没有?|未|不)(?:能)?(?:拿|得|获|打)?(?:到|了|满|是)?满分|(?:扣|失|丢)了?分|不满分|不是满分")
_ASKED = regex(r"哪|几[个项]|多少[个项]|什么|啥|有没有")
_COUNT = regex(r"(?:几|多少)[个项]")
_WHY = regex(r"为什么|为啥|原因|怎么|多少分|几分")


def points_lost(plan: Plan, points: Sequence[Point], sources: Sources) -> Evidence | None:
    """The indicators with fewer points than they are worth; None where these are not asked for, or no one form is
    meant."""
    text = fold(plan.text)
    if not _LOST.search(text) or not _ASKED.search(text) or _WHY.search(text) or len(points) != 1:
        return None
    year = [f for f in sources.facts if f.year == plan.year and f.value is not None and f.unit == "分"]
    forms = {f.subject.path[0] for f in year if fold(f.subject.name) in TOTALS and len(f.subject.path) == 1}
    named = project_spoken(plan, sources.facts, plan.text)
    if not forms:
        return _printed(named, plan, sources)
    if not named and len(forms) != 1:
        return None
    project = named or next(iter(forms))
    rows = _rows(project, year)
    if not rows:
        return None
    lost = [(got, most) for got, most in rows if (got.value or 0) < (most.value or 0)]
    each = tuple(_finding(got, sources.body.name) for got, _ in lost)
    listed = "、".join(
        f"{g.subject.name}（{plain(g.value or Decimal(0))} 分，满分 {plain(m.value or Decimal(0))} 分）"
        for g, m in lost
    )
    lead = f"{sources.body.name}{plan.year}年度「{project}」自评表列出的 {len(rows)} 个指标里"
    said = f"{lead}，没有得满分的有 {len(lost)} 个"
    told = f"{said}：{listed}。" if lost else f"{said}，都得了满分。"
    if lost and not _COUNT.search(text):
        return Evidence(each, told=told)
    first = rows[0][0]
    operands = tuple(o for f in each for o in f.operands) or (Operand(first.subject.name, first),)
    working = f"{listed}，共 {len(lost)} 个" if lost else None
    number = Finding("没有得满分的指标", Decimal(len(lost)), "个", Measure.COUNT, first.year, first.stage.value,
                     operands, working, entity=sources.body.name)  # fmt: skip
    return Evidence((number,), told=told)


#: The columns of a form that say what a row is worth and what it got; its sum and its money are no indicators.
_WORTH, _GOT = regex(r"^(?:分值|满分|权重(?:分)?)"), regex(r"得分$")
_NO_INDICATOR = regex(r"总分|合计|资金|执行率")


def _printed(named: str, plan: Plan, sources: Sources) -> Evidence | None:
    """The same by the rows of the only form, as its passages print them, where no figure was read of it."""
    chunks = sources.index().chunks
    forms = [
        (row, got, most)
        for row in table_rows(chunks)
        if (got := _cell(row, _GOT)) is not None and (most := _cell(row, _WORTH)) is not None
    ]
    tables = {row.table for row, _, _ in forms}
    texts = "".join(c.text for c in chunks if c.path and c.path[-1].endswith("自评表"))
    if (
        not forms
        or len(tables) != 1
        or texts.count("全年预算数") > 1
        or not _is_of(plan, texts, named, sources)
    ):
        return None  # whose rows they are is not known
    lost = [(row, got, most) for row, got, most in forms if got < most and not _NO_INDICATOR.search(row.name)]
    listed = "、".join(f"{_named(row)}（{plain(got)} 分，满分 {plain(most)} 分）" for row, got, most in lost)
    lead = f"{sources.body.name}{plan.year}年度{f'「{named}」' if named else ''}自评表列出的 {len(forms)} 个指标里"
    quote = to_quote([s for row, _, _ in (lost or forms)[:_MANY] for s in row.line])
    told = f"{lead}，没有得满分的有 {len(lost)} 个：{listed}。" if lost else f"{lead}，都得了满分。"
    number = Finding("没有得满分的指标", Decimal(len(lost)), "个", Measure.COUNT, plan.year or 0, "", (),
                     f"{listed}，共 {len(lost)} 个" if lost else None, entity=sources.body.name)  # fmt: skip
    return Evidence((number,), quotes=(quote,), told=told)


def _is_of(plan: Plan, form: str, named: str, sources: Sources) -> bool:
    """Whether a form is that of the project which is named: it says the name, or the money told of the project."""
    subject = plan.subject
    own = subject.name if subject is not None and subject.name.endswith("项目") else ""
    core = bare(named or own or shortened(plan, sources.facts))
    told = [f for f in sources.facts if f.year == plan.year and f.yuan and bare(f.subject.name) == core]
    return bool(core) and (core in fold(form) or any(plain(f.value or Decimal(0)) in form for f in told))


def _cell(row: TableRow, head: re.Pattern[str]) -> Decimal | None:
    """The points under a heading; None where the row has none."""
    value = next((number_of(value)[0] for label, value in row.cells if head.search(label)), "")
    return Decimal(value) if value else None


def _named(row: TableRow) -> str:
    """The indicator of a row: the last of the words before what is aimed at."""
    return next((v for label, v in row.cells if "三级指标" in label), row.name)


def _rows(project: str, facts: Sequence[Fact]) -> list[tuple[Fact, Fact]]:
    """Each indicator of the form with what it got and what it is worth; none where a row lacks one of them."""
    got: dict[tuple[object, ...], Fact] = {}
    most: dict[tuple[object, ...], Fact] = {}
    for fact in facts:
        own = fact.subject.kind == _KIND and fact.subject.path[:1] == (project,)
        if own and fold(fact.subject.name) not in TOTALS and fact.source.sequence >= 0:
            key = (fact.document_id, fact.source.sequence, fact.source.page, fact.source.row)
            (got if "得分" in fact.breakdown else most)[key] = fact
    return [(got[key], most[key]) for key in got] if got.keys() == most.keys() else []


def _points(fact: Fact) -> str:
    return f"{plain(fact.value or Decimal(0))} 分"


def _finding(fact: Fact, body: str) -> Finding:
    return printed_as(fact.subject.name, fact, body)
