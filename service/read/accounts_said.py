"""What people call the accounts of the classification, word for word (科目的百姓说法).

The rows of ``accounts_said.tsv`` (an account, a tab, what is said for it) and those of each kind of public body. A
phrase is an account's here only where it is just that saying; what is near it is for the learnt vectors.
"""

from __future__ import annotations

from functools import cache
from itertools import chain
from pathlib import Path

from ingest.patterns import regex
from service.read.thesaurus import read_rows, rows_of

ACCOUNTS = Path(__file__).parent / "accounts_said.tsv"
_PARTICLES = regex("[的了]")


def names_said(phrase: str) -> frozenset[str]:
    """What documents print for a phrase that is, but for particles, one of the sayings."""
    return _sayings().get(_PARTICLES.sub("", phrase), frozenset())


@cache
def _sayings() -> dict[str, frozenset[str]]:
    sayings: dict[str, frozenset[str]] = {}
    for written, said in chain(rows_of(ACCOUNTS), read_rows()):
        for saying in said:
            key = _PARTICLES.sub("", saying)
            sayings[key] = sayings.get(key, frozenset()).union(written)
    return sayings
