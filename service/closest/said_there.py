"""What a question says in so many words and a passage must have: an amount, a term in quotation marks (所说须有)."""

from __future__ import annotations

from decimal import Decimal

from ingest.concordance import bigrams
from ingest.patterns import regex
from ingest.text import fold

_QUOTED = regex(r"[“\"「『‘](?P<term>[^”\"」』’，。]{2,24})[”\"」』’]")
_SAID = regex(r"(?<![\d.])(?P<n>\d+(?:\.\d+)?)万(?!字|人|户|亩)")
_TOLD = regex(r"(?P<n>\d[\d,]*(?:\.\d+)?)\s*(?P<unit>亿元|万元|元)")
_SCALE = {"亿元": Decimal(10000), "万元": Decimal(1), "元": Decimal("0.0001")}
#: So much of a quoted term must stand there.
_HELD = 0.5


def lacks_what_is_said(text: str, told: str) -> bool:
    """Whether a passage tells amounts but none that a question names, or lacks a term that it quotes.

    >>> lacks_what_is_said("接待费少了5万是为什么", "接待费减少3.20万元，主要原因是批次减少")
    True
    >>> lacks_what_is_said("接待费少了3万是为什么", "接待费减少3.20万元，主要原因是批次减少")
    False
    """
    return _other_amounts(text, told) or any(
        not _holds(fold(m["term"]), fold(told)) for m in _QUOTED.finditer(text)
    )


def _other_amounts(text: str, told: str) -> bool:
    said = [m["n"] for m in _SAID.finditer(text)]
    amounts = [Decimal(m["n"].replace(",", "")) * _SCALE[m["unit"]] for m in _TOLD.finditer(told)]
    return bool(said and amounts) and not any(
        _is_about(number, amount) for number in said for amount in amounts
    )


def _is_about(number: str, amount: Decimal) -> bool:
    """Whether an amount is a number as it is said, cut or rounded to its digits: 160万 for 160.24."""
    step = Decimal(1).scaleb(-len(number.partition(".")[2]))
    return abs(amount - Decimal(number)) < step


def _holds(term: str, told: str) -> bool:
    pairs = set(bigrams(term))
    return term in told or sum(pair in told for pair in pairs) >= _HELD * max(len(pairs), 1)
