"""Amounts that a question says by the way, and whether a text tells one that may be meant: 「五百多万」「三万二」「160万」.

What is said roughly is a range: 680多万 is from 680 to 690 万元, 两万多 from 2 to 3; a number without more is met within half
a unit of its last place.
"""

# ruff: noqa: E501 - rows are read whole

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ingest.patterns import regex

_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"两": 2, "俩": 2, "〇": 0}
_PLACES = {"十": 10, "百": 100, "千": 1000}
_SCALES = {"万": Decimal(1), "亿": Decimal(10_000), "元": Decimal("0.0001"), "块": Decimal("0.0001")}
_SAID = regex(
    r"(?P<number>\d[\d,]*(?:\.\d+)?|[一二两三四五六七八九十百千零〇]+)(?P<more>[多几来]?)(?:个)?(?P<scale>[万亿]|(?=[多几来]?[元块]))"
    r"(?P<tail>[一二三四五六七八九](?![十百千万亿一二三四五六七八九年月]))?(?P<late>[多几来])?(?P<unit>[元块])?"
)
_TOLD = regex(r"(?P<number>\d[\d,]*(?:\.\d+)?)\s*(?P<unit>亿元|万元|元)")


@dataclass(frozen=True, slots=True)
class Range:
    """From ``low`` to ``high``, in 万元."""

    low: Decimal
    high: Decimal

    def meets(self, value: Decimal) -> bool:
        """Whether an amount in 万元 may be the one."""
        return self.low <= value <= self.high


def said_amounts(text: str) -> Iterator[Range]:
    """The amounts of money that a text says."""
    for match in _SAID.finditer(text):
        number, rough = _number(match["number"]), bool(match["more"] or match["late"])
        scale = match["scale"] or match["unit"]
        if number is None or not scale or (not match["scale"] and number < 1):
            continue
        factor = _SCALES[scale]
        step = _step(match["number"], number)
        if match["tail"]:
            number, step = number + Decimal(_DIGITS[match["tail"]]) / 10, Decimal("0.1")
        low, high = (number, number + step) if rough else (number - step / 2, number + step / 2)
        yield Range(low * factor, high * factor)


def without_amounts(text: str) -> str:
    """The text with a comma for each amount that it says."""
    return _SAID.sub("，", text)


def tells_said(text: str, told: str) -> bool:
    """Whether one of the amounts that a text says is told; so too where it says none."""
    ranges = list(said_amounts(text))
    amounts = [_in_wan(match) for match in _TOLD.finditer(told)]
    return not ranges or any(one.meets(amount) for one in ranges for amount in amounts)


def _in_wan(match: re.Match[str]) -> Decimal:
    return Decimal(match["number"].replace(",", "")) * _SCALES[match["unit"][0]]


def _step(written: str, number: Decimal) -> Decimal:
    """What the last place that is said counts for."""
    if "." in written:
        return Decimal(1).scaleb(-len(written.partition(".")[2]))
    digits = str(int(number))
    return Decimal(10 ** (len(digits) - len(digits.rstrip("0"))))


def _number(written: str) -> Decimal | None:
    """A number as it is written in digits or in words under ten thousand."""
    if written[0].isdigit():
        return Decimal(written.replace(",", ""))
    total, digit = 0, 0
    for char in written:
        if char in _PLACES:
            total += (digit or 1) * _PLACES[char]
            digit = 0
        else:
            digit = _DIGITS[char]
    return Decimal(total + digit) or None
