"""Printed numbers and units: exact Decimals, never floats (金额与单位)."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from ingest.patterns import regex

#: Units of money and how many 元 one of them is.
MONEY: dict[str, Decimal] = {
    "元": Decimal(1),
    "千元": Decimal(1000),
    "万元": Decimal(10_000),
    "百万元": Decimal(1_000_000),
    "亿元": Decimal(100_000_000),
}

#: A number that fills a cell: thousand separators of either width, a sign, brackets, △ or 负 for less than zero; ¥.
_PRINTED = regex(r"^[¥￥]?(?P<sign>[-−–－△▲]|负)?(?P<open>[(（])?[¥￥]?(?P<digits>\d{1,3}(?:[,，]\d{3})+|\d+)"
                      r"(?P<rest>\.\d+)?(?P<close>[)）])?(?P<percent>%)?$")  # fmt: skip
_UNIT_LINE = regex(r"(?:金额)?单\s*位\s*[:：]\s*(?:人民币)?\s*(百万元|亿元|万元|千元|元)")
_UNIT_IN_HEADER = regex(r"[(（]\s*(?:单位[:：])?(百万元|亿元|万元|千元|元|%)\s*[)）]")


def parse_number(text: str) -> Decimal | None:
    """Value of a cell that holds one number and nothing else; None for blank, words or ranges.

    >>> parse_number("2,946.25")
    Decimal('2946.25')
    """
    match = _PRINTED.match(re.sub(r"\s+", "", text))
    if match is None or bool(match["open"]) != bool(match["close"]):
        return None
    try:
        value = Decimal(re.sub("[,，]", "", match["digits"]) + (match["rest"] or ""))
    except InvalidOperation:  # pragma: no cover - the pattern admits digits only
        return None
    return -value if match["sign"] or match["open"] else value


_WITH_UNIT = regex(
    r"^(?P<number>[\d,，.]+)\s*(?P<unit>亿元|万元|千元|元|万?(?:件|个|次|人次|人|篇|份|户|家|项|场|期|台|套|辆|座|处|吨|平方米)|公里|分)$"
)


def parse_quantity(text: str) -> tuple[Decimal, str] | None:
    """Value of a cell that holds one number, and the unit where one stands behind it (403.5万元); else None."""
    value = parse_number(text)
    if value is not None:
        return value, ""
    match = _WITH_UNIT.match(text.strip())
    number = parse_number(match["number"]) if match else None
    return (number, match["unit"]) if match and number is not None else None


#: Marks that a cell prints for nothing: neither a zero nor a name.
_NOTHING = regex(r"[-‐‑‒–—―－─━/／\\\s]+")


def is_blank_mark(text: str) -> bool:
    """Whether a cell holds nothing but a dash or a stroke: as good as blank."""
    return bool(_NOTHING.fullmatch(text))


def is_percent(text: str) -> bool:
    """Whether a printed number carries a percent sign."""
    return text.strip().endswith("%")


def unit_of(text: str) -> str | None:
    """Unit that a line such as 「金额单位：万元」 states; None where it states none."""
    match = _UNIT_LINE.search(text)
    return match[1] if match else None


def unit_in_header(text: str) -> str | None:
    """Unit that a column heading carries in brackets, 「金额（元）」; None where it carries none."""
    match = _UNIT_IN_HEADER.search(text)
    return match[1] if match else None


def to_yuan(value: Decimal, unit: str) -> Decimal | None:
    """The same money in 元; None where the unit is not one of money."""
    factor = MONEY.get(unit)
    return None if factor is None else value * factor


def convert(value: Decimal, unit: str, wanted: str) -> Decimal | None:
    """Money in another unit, exactly; None where one of the units is not of money."""
    if unit == wanted:
        return value
    if unit not in MONEY or wanted not in MONEY:
        return None
    return (value * MONEY[unit] / MONEY[wanted]).normalize() + 0


def plain(value: Decimal) -> str:
    """Decimal as written in an answer: no exponent, no sign of a negative zero, printed places kept."""
    text = format(value, "f")
    return text[1:] if text.startswith("-") and not value else text
