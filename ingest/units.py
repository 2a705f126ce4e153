"""Rows of several units in one table: each figure goes to the body that its row names (分单位)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.entities import entity_key, is_body
from ingest.header import Head, Headings, Role
from ingest.labels import Row
from ingest.model import Fact, Table
from ingest.patterns import regex
from ingest.short_units import full_name
from ingest.text import fold

#: Kinds of subjects that are known by themselves, whichever unit carries them out.
_OWN_NAME = ("项目", "政府采购", "绩效指标", "其他")
_WHOLE = regex(r"(?:部门|[(（](?:部门|汇总|部门汇总|合计)[)）]|汇总)$")


#: The fewest characters of a heading that names a body, not a sort of bodies (行政机关).
_NAMED = 5


def bodies_over(table: Table, head: Head) -> frozenset[str]:
    """Bodies that stand over columns of figures, one a column; none where only one does."""
    found = {
        c.text
        for c in table.cells
        if c.text and c.row < head.start and len(c.text) >= _NAMED and is_body(c.text)
        and c.column_end - c.column < table.columns // 2 + 1 and head.roles[c.column] is Role.VALUE
    }  # fmt: skip
    return frozenset(found) if len(found) > 1 else frozenset()


def of_body(row: Row, path: Headings, bodies: frozenset[str]) -> tuple[Row, Headings]:
    """A row as that of the body over its column, and the headings without it."""
    named = next((text for text in path.texts if text in bodies), None)
    if named is None or row.unit:
        return row, path
    at = path.texts.index(named)
    rest = (*path.texts[:at], *path.texts[at + 1 :])
    return replace(row, unit=named), Headings(rest, path.shared - (at < path.shared))


def to_units(found: Sequence[tuple[Fact, Row]], entity: str) -> list[Fact]:
    """The facts of one table, those of one of several units under that unit's name.

    A table of one unit alone is the document's own. A row under the body's own name beside a 合计 that differs
    is of its headquarters (本级). What has a name of its own stays the department's; its row tells the unit.
    """
    units = {row.unit for _, row in found if row.unit}
    if len(units) < 2:
        return [fact for fact, _ in found]
    totals = {identity(fact): fact.value for fact, row in found if not row.unit}
    own = {unit for unit in units if is_whole(unit, entity)}
    split = {
        row.unit
        for fact, row in found
        if row.unit in own and totals.get(identity(fact), fact.value) != fact.value
    }
    return [_of_unit(fact, row.unit, entity, own, split) for fact, row in found]


def _of_unit(fact: Fact, unit: str, entity: str, own: set[str], split: set[str]) -> Fact:
    if not unit or (unit in own and unit not in split):
        return fact
    return named_unit(fact, f"{entity}（本级）" if unit in split else unit)


def named_unit(fact: Fact, name: str) -> Fact:
    """A fact of a unit under its name; what has a name of its own stays the department's, the row tells the unit."""
    full = full_name(name, fact.entity)
    if fact.subject.kind in _OWN_NAME or not (is_body(full) or full != name):
        return replace(fact, source=replace(fact.source, row=f"{name} {fact.source.row}"))
    return replace(fact, entity=full)


def row_head(fact: Fact) -> str:
    """What stands before the name of a project or purchase in its row, its unit maybe; empty for none."""
    head, _, rest = fact.source.row.partition(" ")
    return head if rest and fact.subject.kind in _OWN_NAME else ""


def is_row_of(fact: Fact, unit: str) -> bool:
    """Whether a project or a purchase stands in a row of this unit, whose name may lack the region there."""
    head = row_head(fact)
    return len(head) >= _NAMED and fold(unit).endswith(fold(head))


def is_whole(unit: str, entity: str) -> bool:
    """Whether a unit's name is that of the whole department: its own, or with 部门 or 汇总 behind it."""
    if re.search(r"本级|机关|本部", unit) and not re.search(r"本级|机关|本部", entity):
        return False
    return fold(unit) == fold(entity) or entity_key(_WHOLE.sub("", unit)) == entity_key(entity)


def identity(fact: Fact) -> tuple[object, ...]:
    """What a figure is of, whichever unit and row print it: two rows of one identity are the same account."""
    return (
        fact.subject.code,
        fact.subject.name,
        fact.breakdown,
        fact.fund,
        fact.stage,
        fact.year,
        fact.measure,
    )
