"""Accounts by the short forms that everybody has for their words: 农村低保 is 农村最低生活保障金支出 (科目简称).

Which forms stand for which, the rows of the thesaurus say: what documents print in more than one way.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
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


#: What is paid out to people: such an account is called by the end of its name.
_PAID_OUT = regex(r"(?:补贴|补助|救助|津贴|奖励|贴息|救济)$")
#: To whom it is paid is no part of a name that may be left out: others are paid too.
_PEOPLE = regex(r"[人员户民工师军者生]|家庭|群众|儿童|妇女|家属|遗属|对象|干部")


def by_end(items: Mapping[str, Term], names: Collection[str]) -> dict[str, Term]:
    """「租金补贴」 for 保障性住房租金补贴: ends of the printed accounts that no other of the ``names`` holds."""
    found: dict[str, Term] = {}
    for name, term in items.items():
        for start in range(1, len(name) - _LEAST + 1) if _PAID_OUT.search(name) else ():
            end = name[start:]
            if not _PEOPLE.search(name[:start]) and all(
                end not in other or other.endswith(name) for other in names
            ):
                found[end] = term
    return found


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
