"""Words of each kind of public body and what ordinary people say for them (行业用语与百姓说法).

The rows lie in ``sectors/``, a file a kind of body (court, water, school): what documents print, joined by ``|``, a
tab, and how people say just that. All files are read as one: a township runs schools and mends roads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from ingest.patterns import regex

Row = tuple[tuple[str, ...], re.Pattern[str]]

_SECTORS = Path(__file__).parent / "sectors"
#: A saying is looked up by its first characters; none is shorter.
_KEY = 2


def rows_said(content: str) -> Iterator[Row]:
    """The rows of which a text says something, those with the longest saying first."""
    if not content:
        return
    index, found = _index(), dict[Row, int]()
    for at in range(len(content) - _KEY + 1):
        for saying, row in index.get(content[at : at + _KEY], ()):
            if row[1].search(content, at):
                found[row] = max(len(saying), found.get(row, 0))
    yield from sorted(found, key=lambda row: found[row], reverse=True)


@cache
def _index() -> dict[str, list[tuple[str, Row]]]:
    """For the first characters of each saying, the rows that have it."""
    index: dict[str, list[tuple[str, Row]]] = {}
    for path in _paths():
        behind = _NO_MONEY if path.stem.startswith("accounts") else ""
        for written, sayings in rows_of(path):
            for saying in sayings:
                index.setdefault(saying[:_KEY], []).append((saying, (written, _pattern(saying, behind))))
    return index


#: What is said for an account is no money of its own name: 「加油」 may be, 「加油费」 is a part at most.
_NO_MONEY = "(?!的?(?:费|工资|补[贴助偿]|津贴|奖金|报酬))"


def _pattern(saying: str, behind: str) -> re.Pattern[str]:
    """A saying with or without its particles: 押犯人的车, 押犯人车."""
    parts = (re.escape(part) for part in re.split("[的了]", saying))
    return regex("[的了]?".join(parts) + behind)


def read_rows() -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Every row of every sector: what is printed, and what is said for it.

    Raises ``ValueError`` that names the file and the line where a row has not just these two columns.
    """
    for path in _paths():
        yield from rows_of(path)


def _paths() -> list[Path]:
    return sorted(_SECTORS.glob("*.tsv"))


def rows_of(path: Path) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The rows of one file: what is printed, and what is said for it; raises as ``read_rows`` does."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        columns = line.split("\t")
        if len(columns) != 2 or not all(columns):
            raise ValueError(f"{path.name} 第 {number} 行应当是“公文用词<Tab>百姓说法”：{line}")
        written, said = (tuple(word for word in column.split("|") if word) for column in columns)
        yield written, said
