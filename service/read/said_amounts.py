"""Amounts that a question says by the way, and whether a text tells one that may be meant: 「五百多万」「三万二」「160万」.

What is said roughly is a range: 680多万 is from 680 to 690 万元, 两三万 from 2 to 4, 几十万 from 20 to 100; a number without
more is met within half a unit of its last place.
"""

# ruff: noqa: E501 - rows are read whole

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ingest.patterns import regex

_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"两": 2, "俩": 2, "〇": 0}
_PLACES = {"十": 10, "百": 100, "千": 1000, "": 1}
_WAN = {
    "万": Decimal(1),
    "亿": Decimal(10_000),
    "元": Decimal("0.0001"),
    "块": Decimal("0.0001"),
    "千": Decimal("0.1"),
}
_DIGIT = "[一二两三四五六七八九]"
_NUMBER = r"(?:\d[\d,]*(?:\.\d+)?|[一二两三四五六七八九十百千零〇]+)"
#: Some of a place, two figures side by side, then any number; what was read is not read again.
_FEW = r"(?:好几|几|数)(?P<few>[十百千]?)(?P<few_of>[万亿])"
_TWO = rf"(?P<one>{_DIGIT})(?P<other>{_DIGIT})(?P<place>[十百千]?)(?P<two_of>[万亿元块])"
_ANY = rf"(?P<number>{_NUMBER})(?P<more>[多几来]?)个?(?P<scale>[万亿])(?:(?P<rest>{_NUMBER})(?P<rest_of>[万千]?)(?![年月人户件辆次]))?(?P<late>[多几来]?)"
_SMALL = rf"(?P<small>\d[\d,]*(?:\.\d+)?|{_DIGIT}千(?:{_DIGIT}百?)?|{_DIGIT}百(?:{_DIGIT}十?)?)(?P<small_more>[多几来]?)(?:(?=[元块])|(?<=[千百多几来])(?=[，,。？?！!\s]|$))"
_SAID = regex(f"{_FEW}|{_TWO}|{_ANY}|{_SMALL}")
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
        found = _few(match) or _two(match) or _any(match) or _small(match)
        if found is not None:
            yield found


def without_amounts(text: str) -> str:
    """The text with a comma for each amount that it says."""
    return _SAID.sub("，", text)


def tells_said(text: str, told: str) -> bool:
    """Whether one of the amounts that a text says is told; so too where it says none."""
    ranges = list(said_amounts(text))
    amounts = [Decimal(m["number"].replace(",", "")) * _WAN[m["unit"][0]] for m in _TOLD.finditer(told)]
    return not ranges or any(one.meets(amount) for one in ranges for amount in amounts)


def _few(match: re.Match[str]) -> Range | None:
    """「几十万」: from two to ten of the place."""
    if match["few_of"] is None:
        return None
    unit = _PLACES[match["few"]] * _WAN[match["few_of"]]
    return Range(2 * unit, 10 * unit)


def _two(match: re.Match[str]) -> Range | None:
    """「两三万」「四五百万」: from the one to what begins behind the other."""
    if match["two_of"] is None:
        return None
    unit = _PLACES[match["place"]] * _WAN[match["two_of"]]
    low, high = _DIGITS[match["one"]], _DIGITS[match["other"]]
    return Range(low * unit, (high + 1) * unit) if low < high else None


def _any(match: re.Match[str]) -> Range | None:
    """「680多万」「三万二」「1亿2000万」."""
    number = _number(match["number"]) if match["scale"] else None
    if number is None:
        return None
    unit = _WAN[match["scale"]]
    value, step = number * unit, _step(match["number"], number) * unit
    rest = _number(match["rest"]) if match["rest"] else None
    if rest is not None:
        own = _WAN[match["rest_of"]] if match["rest_of"] else unit / 10
        value, step = value + rest * own, _step(match["rest"], rest) * own
    return _range(value, step, bool(match["more"] or match["late"]))


def _small(match: re.Match[str]) -> Range | None:
    """「六千」「五千来块」, in 元."""
    number = _number(match["small"]) if match["small"] else None
    if number is None:
        return None
    return _range(number * _WAN["元"], _step(match["small"], number) * _WAN["元"], bool(match["small_more"]))


def _range(value: Decimal, step: Decimal, rough: bool) -> Range:
    return Range(value, value + step) if rough else Range(value - step / 2, value + step / 2)


def _step(written: str, number: Decimal) -> Decimal:
    """What the last place that is said counts for."""
    if "." in written:
        return Decimal(1).scaleb(-len(written.partition(".")[2]))
    digits = str(int(number))
    return Decimal(10 ** (len(digits) - len(digits.rstrip("0"))))


def _number(written: str) -> Decimal | None:
    """A number as it is written in digits or in words under ten thousand; 六千三 is 6300."""
    if written[0].isdigit():
        return Decimal(written.replace(",", ""))
    total, digit, last = 0, 0, 1
    for char in written:
        if char in _PLACES:
            total, digit, last = total + (digit or 1) * _PLACES[char], 0, _PLACES[char]
        else:
            digit, last = _DIGITS[char], 1 if char in "零〇" else last
    return Decimal(total + digit * (last // 10 if last > 10 else 1)) or None
