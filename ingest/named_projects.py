"""Rows of one item's code with names of their own: the item first, then the projects that it pays for (项下项目)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.model import Fact, Subject
from ingest.partings import Found
from ingest.subjects import TOTAL
from ingest.text import fold

#: Codes of the functional classification are this long where they are of an item (项).
_ITEM = 7

Values = dict[int, Decimal | None]


def tell_projects(found: Sequence[Found], headed: bool = False) -> list[Found]:
    """Facts of a table, those of projects under the projects' names.

    Where a code stands before several names, the first is the account if its amounts are the sums of the others;
    in a list of projects that has no such row all of them are projects. Where a heading says (``headed``) that the
    rows are projects, a code with one name alone is a project's too, unless the table prints accounts above projects.
    """
    groups: dict[tuple[str, str], dict[int, list[Found]]] = defaultdict(lambda: defaultdict(list))
    for one in found:
        fact, row, _, cell = one
        if fact.subject.kind == "功能分类" and len(fact.subject.code) == _ITEM:
            groups[row.unit, fact.subject.code][cell.row].append(one)
    renamed: dict[int, Fact] = {}
    listed = headed and _is_flat(found, list(groups.values()))
    for rows in groups.values():
        for number in sorted(rows) if listed else _project_rows(rows):
            for fact, _, _, _ in rows[number]:
                part = TOTAL if fact.breakdown == "项目支出" else fact.breakdown
                renamed[id(fact)] = replace(fact, subject=_project(fact.subject), breakdown=part)
    return [(renamed.get(id(fact), fact), row, path, cell) for fact, row, path, cell in found]


def _project_rows(rows: Mapping[int, list[Found]]) -> list[int]:
    """The rows of one code that name projects."""
    names = {number: fold(held[0][0].subject.name) for number, held in rows.items()}
    order = sorted(rows)
    if len(set(names.values())) < 2:
        return []
    if _is_sum({n: _values(rows[n]) for n in order}, order):
        return [n for n in order if names[n] != names[order[0]]]
    return order if rows[order[0]][0][0].statement.endswith("项目支出表") else []


def _is_flat(found: Sequence[Found], groups: Sequence[Mapping[int, list[Found]]]) -> bool:
    """Whether a list of projects prints items alone, none of them above its projects."""
    coded = [fact for fact, *_ in found if fact.subject.kind == "功能分类"]
    trees = any(len(fact.subject.code) < _ITEM for fact in coded)
    sums = any(len(rows) > 1 and len(_project_rows(rows)) < len(rows) for rows in groups)
    return bool(coded) and coded[0].statement.endswith("项目支出表") and not trees and not sums


def _values(held: Sequence[Found]) -> Values:
    return {cell.column: fact.value for fact, _, _, cell in held}


def _is_sum(values: Mapping[int, Values], order: Sequence[int]) -> bool:
    """Whether the amounts of the first row are those of all the others together."""
    first, others = values[order[0]], [values[n] for n in order[1:]]
    return all(total == sum((v.get(c) or Decimal(0)) for v in others) for c, total in first.items())


def _project(subject: Subject) -> Subject:
    return Subject("项目", subject.name, path=subject.path)
