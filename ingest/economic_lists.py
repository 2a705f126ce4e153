"""Which list of economic accounts a class of both is of: 对个人和家庭的补助 is 303 or 509 (部门、政府经济分类)."""

from __future__ import annotations

from collections.abc import Iterable

from ingest.accounts import label_to_economy
from ingest.patterns import regex

#: Codes of a class that both lists have, by the first digit of the list.
_SHARED = {"对个人和家庭的补助": {"3": "303", "5": "509"}}
#: Classes that one list alone has.
_OF_ONE = frozenset({"301", "302", "501", "502", "505"})
_TITLES = ((regex(r"部门(?:预算)?(?:支出)?经济"), "3"), (regex(r"政府(?:预算)?(?:支出)?经济"), "5"))


def list_of(labels: Iterable[str], title: str) -> str:
    """The first digit of the list that rows are of, by the classes beside them, else by the title; empty in doubt."""
    codes = {known[0] for label in labels if (known := label_to_economy(label))}
    found = {code[0] for code in codes & _OF_ONE} or {
        digit for words, digit in _TITLES if words.search(title)
    }
    return found.pop() if len(found) == 1 else ""


def code_in(name: str, digit: str) -> str:
    """The code of a class of both lists in one of them; empty for other names."""
    return _SHARED.get(name, {}).get(digit, "")
