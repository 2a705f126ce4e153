"""Whose table it is: a department's file that prints one statement again for each unit below it (分单位附表)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from ingest.entities import is_body
from ingest.model import Fact, Table
from ingest.numbers import unit_of
from ingest.patterns import regex
from ingest.statements import clean_title
from ingest.text import fold
from ingest.units import is_whole, named_unit

_BODY = regex(
    r"(?:部门|单位)(?:名称)?(?:[(（]盖章[)）])?\s*[:：]\s*([\u4e00-\u9fff（）()]{3,40}?)(?=$|\s|单位|金额)"
)


def bodies_printed(texts: Iterable[str]) -> dict[str, str]:
    """Bodies that lines above a table, or the first cells of its frame, say that it is of; by folded name."""
    found = (match[1] for text in texts if (match := _BODY.search(text)) and not unit_of(match[0]))
    return {fold(name): name for name in found}


def tables_of_units(tables: Sequence[Table], entity: str) -> dict[int, str]:
    """By number of the table the unit whose it is: one of those for which one statement is printed again and again.

    A name that stands above no second table of one title is only another way to write the body's own.
    """
    bodies = {table.sequence: _body(table) for table in tables}
    titled: dict[str, set[str]] = defaultdict(set)
    for table in tables:
        if table.title and bodies[table.sequence]:
            titled[fold(clean_title(table.title))].add(bodies[table.sequence])
    several = {body for held in titled.values() if len(held) > 1 for body in held}
    return {n: body for n, body in bodies.items() if body in several and not is_whole(body, entity)}


def to_unit(facts: Sequence[Fact], unit: str, entity: str) -> list[Fact]:
    """The facts of a unit's table under its name; what a row gives to another body is left to that."""
    return [named_unit(fact, unit) if fact.entity == entity else fact for fact in facts]


def _body(table: Table) -> str:
    """The one body that a table says it is of; empty where none or several are named."""
    texts = [line.text for line in table.caption] + [c.text for c in table.cells if c.row < 3]
    named = [name for name in bodies_printed(texts).values() if is_body(name)]
    return named[0] if len(named) == 1 else ""
