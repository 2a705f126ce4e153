"""Text as it is compared: what is said must agree, not how it is set (比对用的文本).

Compatibility forms, case, spaces and punctuation do not count. What carries a number's value does: the decimal
point, a sign, the percent mark, and the border between two numbers.
"""

from __future__ import annotations

import re
import unicodedata

from ingest.radicals import RADICALS

_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_MINUS = re.compile(r"[−–﹣]")
#: Everything that is not a letter or digit, save a point within a number, a sign before one, and percent marks.
_NOISE = re.compile(r"(?:(?!(?<=\d)\.(?=\d)|(?<!\d)-(?=\d)|[%‰])[\W_])+")


def fold(text: str) -> str:
    """Key for comparing texts; two numbers that stood apart stay apart by one space.

    >>> fold("决算数 1,234.50 万元，比上年 －5%")
    '决算数1234.50万元比上年-5%'
    """
    plain = unicodedata.normalize("NFKC", "".join(RADICALS.get(ord(c), c) for c in text)).casefold()
    plain = _THOUSANDS.sub("", _MINUS.sub("-", plain))
    return _NOISE.sub(lambda gap: _border(gap, plain), plain)


def _border(gap: re.Match[str], text: str) -> str:
    """A space where the noise stands between two digits, else nothing."""
    before, after = text[: gap.start()][-1:], text[gap.end() :][:1]
    return " " if before.isdigit() and after.isdigit() else ""


def finds(needle: str, text: str) -> int:
    """Where a folded needle stands in a folded text, -1 if nowhere; 「5.3%」 does not stand in 「15.3%」."""
    if not needle:
        return -1
    left = r"(?<![\d.])" if needle[0].isdigit() else ""
    right = ""
    if needle[-1].isdigit():  # 「397.5」 is printed as 397.50, 「80」 as 80.00
        right = (r"0*" if re.search(r"\.\d+$", needle) else r"(?:\.0+)?") + r"(?!\.?\d)"
    match = re.search(left + re.escape(needle) + right, text)
    return match.start() if match else -1


def holds(needle: str, text: str) -> bool:
    """Whether a text says what is looked for; both are folded here."""
    return finds(fold(needle), fold(text)) >= 0
