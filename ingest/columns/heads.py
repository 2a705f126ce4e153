"""The broken headings of a table to one of the standard forms: by their characters, in any order (表头)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ingest.columns.forms import FORMS, STRUCTURE, Form, wordings
from ingest.text import fold


def match_head(statement: str, words: Sequence[str], columns: int | None) -> Form | None:
    """The form whose headings, put together, use up exactly the characters printed above the table.

    ``columns`` is how many the row 栏次 counts, None where there is none. Text pulled out of a page breaks headings a
    character or two per line and mixes the lines of neighbours, but it loses and invents none: a form that fits
    to the character is the form that was printed. Of forms that only differ in the order of their columns, the one
    in whose order the headings begin. The headings come back as they were worded.
    """
    bag = _bag(words)
    found: list[Form] = []
    for form in FORMS.get(statement, ()):
        if columns is not None and columns != len(form.columns):
            continue
        printed = _spell(_cells(form), bag)
        if printed is not None:
            found.append(Form(_worded(form, printed), form.formulas, form.total))
    if len({frozenset(form.columns) for form in found}) < len(found):
        text = fold("".join(words))
        found = [form for form in found if _is_in_order(form, text)]
    return found[0] if found else None


def _is_in_order(form: Form, text: str) -> bool:
    """Whether the outermost headings of a form begin in the text in the order of its columns."""
    tops = [fold(top) for top in dict.fromkeys(column.split("/")[0] for column in form.columns)]
    places = [text.find(top[:4]) for top in tops]
    return -1 not in places and places == sorted(places)


def spell_heads(headings: Sequence[str], words: Sequence[str]) -> tuple[str, ...] | None:
    """The headings as worded, where they and words of structure use up the characters printed; else None."""
    return _spell(headings, _bag(words))


def _bag(words: Sequence[str]) -> Counter[str]:
    text = "".join(re.sub(r"20\d\d\s*年度?", "", word) for word in words)
    return Counter(c for c in fold(text) if not c.isdigit())


def _cells(form: Form) -> list[str]:
    """Headings of a form, each printed once: a group stands over all of its columns."""
    cells: list[str] = []
    above: tuple[str, ...] = ()
    for column in form.columns:
        path = tuple(column.split("/"))
        shared = next((i for i, (a, b) in enumerate(zip(above, path, strict=False)) if a != b), len(above))
        cells += path[min(shared, len(path) - 1) :]
        above = path
    return cells


def _spell(cells: Sequence[str], bag: Counter[str]) -> tuple[str, ...] | None:
    """The wording of each heading such that with words of structure they make up the whole bag; None if none does."""
    if not cells:
        return () if _is_structure(bag) else None
    for folded, wording in wordings(cells[0]).items():
        rest = _without(bag, folded)
        if rest is not None and (follow := _spell(cells[1:], rest)) is not None:
            return (wording, *follow)
    return None


def _is_structure(bag: Counter[str]) -> bool:
    if not bag:
        return True
    rarest = min(bag, key=lambda c: sum(c in word for word in STRUCTURE))
    rests = (_without(bag, word) for word in STRUCTURE if rarest in word)
    return any(_is_structure(rest) for rest in rests if rest is not None)


def _without(bag: Counter[str], word: str) -> Counter[str] | None:
    need = Counter(word)
    if any(bag[c] < n for c, n in need.items()):
        return None
    return Counter({c: n - need[c] for c, n in bag.items() if n > need[c]})


def _worded(form: Form, printed: Sequence[str]) -> tuple[str, ...]:
    """Columns with the headings as they are worded in this table."""
    left = list(printed)
    columns: list[str] = []
    above: tuple[str, ...] = ()
    spelled: tuple[str, ...] = ()
    for column in form.columns:
        path = tuple(column.split("/"))
        shared = next((i for i, (a, b) in enumerate(zip(above, path, strict=False)) if a != b), len(above))
        shared = min(shared, len(path) - 1)
        spelled = (*spelled[:shared], *(left.pop(0) for _ in path[shared:]))
        above = path
        columns.append("/".join(spelled))
    return tuple(columns)
