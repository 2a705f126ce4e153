"""Counts and standards in the words of a list of projects: 「修复涵洞12座，每户补助3万元」 under 项目内容 (项目内容).

Such a cell is read as a sentence is. Its money is told by columns of its own and left to them; what is aimed at is told
where all of the document is a plan.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ingest.cells import About
from ingest.figures import sections_to_facts
from ingest.model import Cell, Fact, Line, Measure, Section, Stage, Subject, Table
from ingest.patterns import regex
from ingest.sections import lines_to_paragraph
from ingest.text import fold

_PROJECT = regex(
    r"^(?:(?:二级|三级|具体|明细)?(?:项目|专项|任务)(?:[（(].*[)）])?名?称?|(?:项目|专项|任务)[\u4e00-\u9fff]{0,4}名称)$"
)
_CONTENT = regex(
    r"^(?:项目|专项|主要|具体|建设|实施|工作|任务|支出|资金使用)*(?:内容|概况|简介|说明|主要用途|用途)"
    r"(?P<aim>[及和与、]?(?:年度|预期|绩效|总体)*目标)?(?:[及和与、][\u4e00-\u9fff]{2,8})?$"
)
_AIM = regex(r"^(?:项目|专项|年度|绩效|总体|预期)*(?:绩效)?(?:总体)?目标$")
#: A sentence has so many characters at least, and heads stand so high.
_LEAST, _HIGHEST = 8, 6
_DIGIT = regex(r"\d")


def content_cells(table: Table, about: About, known: Mapping[str, Subject]) -> Iterator[Fact]:
    """What the cells under such a heading count, each under the project of its row."""
    heads = [c for c in table.cells if c.row < _HIGHEST]
    over = next((c for c in heads if _is_content(fold(c.text), about)), None)
    named = next((c for c in heads if over and c.row == over.row and _PROJECT.match(fold(c.text))), None)
    if over is None or named is None:
        return
    for cell in table.cells:
        told = cell.column == over.column and cell.row >= over.row_end and len(cell.text) >= _LEAST
        if told and _DIGIT.search(cell.text):
            beside = (c for c in table.cells if c.column == named.column and c.row <= cell.row < c.row_end)
            project = next((c.text for c in beside), "")
            yield from _told(cell, project, table, about, known) if project else ()


def _is_content(heading: str, about: About) -> bool:
    aim = _AIM.match(heading) is not None and about.stage is Stage.BUDGET
    return aim or _CONTENT.match(heading) is not None


def _told(
    cell: Cell, project: str, table: Table, about: About, known: Mapping[str, Subject]
) -> Iterator[Fact]:
    count = len(cell.text)
    line = Line(cell.text, cell.page, cell.box, (cell.box[0],) * count, (cell.box[2],) * count)
    section = Section((table.title, project), cell.page, (lines_to_paragraph([line]),))
    for fact in sections_to_facts([section], about, known):
        counted = fact.measure is Measure.COUNT and fact.subject.kind in ("业务量", "其他")
        if counted or (fact.measure is Measure.AMOUNT and "/" in fact.unit):
            yield replace(fact, subject=replace(fact.subject, path=(project,)))


def content_facts(tables: Sequence[Table], about: About, known: Mapping[str, Subject]) -> list[Fact]:
    """The same of all tables."""
    return [fact for table in tables for fact in content_cells(table, about, known)]
