"""Words of a table that tell what was done, to figures: 「全年共受理案件42,618件」 under 完成情况 (完成情况)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ingest.accounts import strip_ordinal
from ingest.header import Head, Role, headings, rows_of
from ingest.model import Fact, Flow, Fund, Measure, Origin, Source, Stage, Subject, Table
from ingest.numbers import MONEY, to_yuan
from ingest.patterns import regex
from ingest.quantities import ROUGH, Quantity, clauses, listed_name, quantities, whole_quantity
from ingest.statements import UNKNOWN, clean_title

#: Headings of columns that tell what was reached; what was aimed at is no result, and is not read as one.
_WORK = regex(r"完成|成效|进展|结果|实绩")


def results(table: Table, head: Head, entity: str, year: int, stage: Stage) -> Iterator[Fact]:
    """Figures in the sentences of a table of unknown kind, each named by what stands before it in its clause.

    A rough one (9,000余个) says so in its breakdown; a limit (不少于30个) is no result.
    """
    rows = rows_of(table)
    for cell in table.cells:
        if cell.row < head.start or len(cell.text) < 6 or whole_quantity(cell.text):
            continue
        path = headings(table, head, cell.row, cell.column).texts
        if head.roles[cell.column] is not Role.LABEL or not path or not _WORK.search(path[-1]):
            continue
        label = next((c.text for c in rows[cell.row] if head.roles[c.column] is Role.LABEL), "")
        source = Source(
            cell.page, cell.box, clean_title(table.title), label, path[-1], cell.text, table.sequence
        )
        named = list(_named(cell.text))
        if named and not named[0][0] and named[0][1].unit in _THINGS and _ONLY_DONE.match(cell.text):
            named[0] = (strip_ordinal(label), named[0][1])  # 「市民投诉办理 │ 受理31,286件」
        if label != cell.text:
            blank = _blank(entity, year, stage, source)
            yield from (_filled(blank, name, found) for name, found in named if name and not found.bound)


#: Units of things, and a number that only says what was done with them: the row's own name says with what.
_THINGS = frozenset(("件", "人", "人次", "户", "家", "场", "次", "起", "例", "宗", "份", "批次", "场次"))
_ONLY_DONE = regex(
    r"(?:全年|年内|累计|共|已)*(?:受理|办理|处理|完成|办结|接待|检查|培训|服务|救助|发放|接到|收到|登记|处置|开展|组织|举办)了?\d"
)


def _named(text: str) -> Iterator[tuple[str, Quantity]]:
    """Quantities of a cell with their names, a list in front of a name and all."""
    end = 0
    for clause in clauses(text):
        start = text.index(clause, end)
        end = start + len(clause)
        for name, found in quantities(clause):
            yield listed_name(name, text[:start]) if clause.startswith(name) else name, found


def _blank(entity: str, year: int, stage: Stage, source: Source) -> Fact:
    """What all figures of one cell share."""
    return Fact(
        entity, year, stage, UNKNOWN.name, Fund.ALL, Flow.NONE, Subject("业务量", ""), source.column, Measure.COUNT,
        None, "", None, Origin.CELL, source, standing=2,
    )  # fmt: skip


def _filled(blank: Fact, name: str, found: Quantity) -> Fact:
    money = found.unit in MONEY
    return replace(
        blank,
        subject=Subject("业务量", name, path=(blank.source.row,)),
        breakdown=ROUGH if found.rough else blank.breakdown,
        measure=Measure.RATE if found.unit == "%" else Measure.AMOUNT if money else Measure.COUNT,
        value=found.value,
        unit=found.unit,
        yuan=to_yuan(found.value, found.unit),
    )
