"""Rates alone in brackets behind the change that they are of: 「较上年减少2.00万元（7.69%）」 (括注的增减率)."""

from __future__ import annotations

from ingest.changes_told import CHANGE
from ingest.contexts import Reading
from ingest.model import Fund, Measure
from ingest.numerals import Numeral
from ingest.patterns import regex

#: The words of a change of money, up to the bracket behind it.
_CHANGED = regex(r"(?P<words>[^，。；：]*?)[\d,]+(?:\.\d+)?(?:[亿万千]?元)[（(]$")


def bracketed_rate(number: Numeral, text: str, fund: Fund) -> Reading | None:
    """The rate that a percentage alone in brackets is, with the sign of the change before it; None without one."""
    alone = number.unit == "%" and text[number.end : number.end + 1] in ("）", ")")
    moved = _CHANGED.search(text[: number.start]) if alone else None
    change = CHANGE.search(moved["words"]) if moved is not None else None
    if moved is None or change is None or change["either"]:
        return None
    down = change["down"] or change["down2"]
    return Reading(None, fund, Measure.CHANGE_RATE, -abs(number.value) if down else number.value, number.unit)
