"""What projects came to, in the words of a list of them: 「修补路面2.4万平方米」 under 主要产出 (项目产出)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ingest.form_heads import form_rows, is_under
from ingest.model import Cell, Fact, Flow, Fund, Measure, Origin, Source, Stage, Subject, Table
from ingest.numbers import MONEY
from ingest.patterns import regex
from ingest.quantities import ROUGH, Quantity, clauses, quantities, whole_quantity
from ingest.statements import clean_title
from ingest.text import fold

_PROJECT = regex(r"(?:项目|专项|政策)[\u4e00-\u9fff]{0,4}名称$")
#: Headings over what was done; what was aimed at is no output.
_OUTPUT = regex(
    r"^(?:主要|项目|年度|实际|工作|绩效)*(?:产出|成效|实绩|完成情况|完成内容|实施情况|工作量)(?:[及和与][\u4e00-\u9fff]{2,6}|情况|指标)?$"
)


def outputs(table: Table, statement: str, entity: str, year: int, stage: Stage) -> Iterator[Fact]:
    """The counts in the cells under such a heading, each named by what stands before it, under its project."""
    for row in form_rows(table):
        names = [h for h in row.head if _PROJECT.search(fold(h.text))]
        over = [h for h in row.head if _OUTPUT.match(fold(h.text))]
        project = next((c.text for h in names for c in row.cells if is_under(c, h)), "")
        for head in over if project else ():
            for cell in row.cells:
                if is_under(cell, head) and len(cell.text) > 5 and whole_quantity(cell.text) is None:
                    source = Source(
                        cell.page,
                        cell.box,
                        clean_title(table.title),
                        project,
                        head.text,
                        cell.text,
                        table.sequence,
                    )
                    yield from _told(cell, Fact(
                        entity, year, stage, statement, Fund.ALL, Flow.NONE, Subject("业务量", "", path=(project,)),
                        head.text, Measure.COUNT, None, "", None, Origin.CELL, source, standing=2,
                    ))  # fmt: skip


def _told(cell: Cell, blank: Fact) -> Iterator[Fact]:
    for clause in clauses(cell.text):
        for name, found in quantities(clause):
            if name and not found.bound and found.unit not in (*MONEY, "%"):
                yield _filled(blank, name, found)


def _filled(blank: Fact, name: str, found: Quantity) -> Fact:
    return replace(
        blank, subject=replace(blank.subject, name=name), breakdown=ROUGH if found.rough else blank.breakdown,
        value=found.value, unit=found.unit,
    )  # fmt: skip
