"""Rows that name a project beside the accounts it is booked on: the accounts tell what is spent (项目与科目同行)."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.accounts import is_total_word
from ingest.fields import ACCOUNT_CODE
from ingest.header import Head, Role, column_path
from ingest.model import Cell, Table
from ingest.patterns import regex
from ingest.text import fold

_PROJECT = regex(r"^(?:预算)?项目(?:名称)?$")
_NAMED = regex(r"科目(?:名称)?$|功能分类(?:名称)?$")
_KEY = regex(r"^(?:预算)?项目(?:代码|编码|编号|分类|类别|类型|属性)$")
#: An account in one cell: 30113, or 30113-住房公积金.
_ACCOUNT = regex(
    rf"[\[【(（]?(?P<code>{ACCOUNT_CODE.pattern})[\]】)）]?(?:\s*[-—_.:：|]?\s*[\u4e00-\u9fff].*)?"
)


@dataclass(frozen=True, slots=True)
class Bundles:
    """Columns that name projects, and those that only sort or number them; none where no column holds accounts."""

    names: frozenset[int] = frozenset()
    keys: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Booked:
    """A row without the project that it is of: cells of its narrowest account, and what stands beside that.

    ``besides`` are names of the wider account and of the project, where the row has them; ``wider`` is the code of
    that account.
    """

    cells: tuple[Cell, ...]
    besides: tuple[str, ...] = ()
    wider: str = ""


def read_bundles(table: Table, head: Head) -> Bundles:
    """The columns of projects in a table whose rows have accounts of their own beside the project.

    Accounts to the left of it have a column for their names too, else 项目 is what heads these.
    """
    paths = {c: column_path(table, head, head.start, c) for c in range(table.columns)}
    leaves = {c: fold(path[-1]) for c, path in paths.items() if path}
    names = {c for c, leaf in leaves.items() if _PROJECT.match(leaf)}
    if len(names) != 1:
        return Bundles()
    (name,) = names
    named = any(
        c < name and head.roles[c] is Role.LABEL and _NAMED.search(leaf) for c, leaf in leaves.items()
    )
    held: dict[int, list[str]] = defaultdict(list)
    for cell in table.cells:
        beside = cell.column > name or (named and cell.column < name)
        if cell.row >= head.start and cell.text and beside and not is_total_word(cell.text):
            held[cell.column].append(cell.text)
    if not any(all(map(_ACCOUNT.fullmatch, texts)) for texts in held.values()):
        return Bundles()
    return Bundles(frozenset(names), frozenset(c for c, leaf in leaves.items() if _KEY.match(leaf)))


def without_project(cells: Sequence[Cell], bundles: Bundles, roles: Sequence[Role]) -> Booked:
    """The cells of a row that tell its account, the economic one where it has both; all cells where it has none."""
    projects = [c.text for c in cells if c.column in bundles.names]
    rest = [c for c in cells if c.column not in bundles.names | bundles.keys]
    starts = [i for i, c in enumerate(rest) if _is_account(c, roles)]
    if not projects or not starts:
        return Booked(tuple(cells))
    sort = {_code(rest[i])[0]: i for i in reversed(starts)}
    economic = sort.get("3", sort.get("5"))
    function = sort.get("2")
    if economic is None or function is None:
        return Booked(tuple(rest), tuple(projects))
    end = next((i for i in starts if i > function), len(rest))
    wider = [name for c in rest[function:end] if (name := _name(c))]
    end = function if function > economic else len(rest)
    return Booked(tuple(rest[economic:end]), (*wider[-1:], *projects), _code(rest[function]))


def accounts_beside(cells: Sequence[Cell], project: int, roles: Sequence[Role]) -> tuple[str, ...]:
    """Names of the accounts to the right of a project's name, the economic one first."""
    rest = [c for c in cells if c.column > project]
    starts = [i for i, c in enumerate(rest) if _is_account(c, roles)]
    found = []
    for start, end in itertools.pairwise((*starts, len(rest))):
        names = [name for c in rest[start : min(end, start + 2)] if (name := _name(c))]
        found += [(_code(rest[start])[0] == "2", name) for name in names[-1:]]
    return tuple(name for _, name in sorted(found, key=lambda one: one[0]))


def _is_account(cell: Cell, roles: Sequence[Role]) -> bool:
    match = _ACCOUNT.fullmatch(cell.text)
    glued = match is not None and match["code"] != cell.text
    return match is not None and (
        roles[cell.column] is Role.CODE or (glued and roles[cell.column] is Role.LABEL)
    )


def _code(cell: Cell) -> str:
    match = _ACCOUNT.fullmatch(cell.text)
    return match["code"] if match is not None else ""


def _name(cell: Cell) -> str:
    """The name of an account in a cell of its own, or behind its code."""
    return cell.text.lstrip("0123456789[]【】()（）-—_.:：| ") if not cell.text.isdigit() else ""
