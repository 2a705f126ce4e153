"""Names of accounts in the national classification, printed in the documents or not (国家科目名).

They lie beside this file (``official.txt``).
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from pathlib import Path

_NAMES = Path(__file__).parent / "official.txt"


@cache
def official_names() -> tuple[str, ...]:
    """The names, in the file's order."""
    lines = _NAMES.read_text(encoding="utf-8").splitlines()
    return tuple(name for line in lines if not line.startswith("#") for name in line.split())


@cache
def official_pairs() -> frozenset[str]:
    """Two characters that stand together in any of the names."""
    return frozenset("".join(pair) for name in official_names() for pair in pairwise(name))
