"""Accounts by the short forms that everybody has for their words: 农村低保 is 农村最低生活保障金支出 (科目简称).

Which forms stand for which, the rows of the thesaurus say: what documents print in more than one way.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from ingest.patterns import regex
from service.model import Term
from service.read.thesaurus import read_rows

#: Ends of an account that people leave out.
_END = regex(r"(?:资金|经费|补助|金)?支出$|(?<=..)(?:资金|经费|支出|金)$")
_LEAST = 4


def short_forms(items: Mapping[str, Term]) -> dict[str, Term]:
    """The short forms of the accounts that are printed; none that two of them share."""
    meant: dict[str, set[Term]] = {}
    for name, term in items.items():
        for form in _forms(name):
            meant.setdefault(form, set()).add(term)
    return {form: next(iter(terms)) for form, terms in meant.items() if len(terms) == 1 and form not in items}


def _forms(name: str) -> Iterator[str]:
    for printed, other in _pairs():
        if printed not in name:
            continue
        short = name.replace(printed, other)
        yield short
        yield _END.sub("", short)
        yield short.removesuffix("支出")


@cache
def _pairs() -> tuple[tuple[str, str], ...]:
    """The longer form and the shorter of each row that has both."""
    rows = (written for written, _ in read_rows())
    return tuple(
        (long, short)
        for written in rows
        for long in written
        for short in written
        if len(long) >= _LEAST and len(short) < len(long) and short not in long
    )
