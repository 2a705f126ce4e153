"""Whose a change is behind a list of parts, where the rate that is printed with it says so (变动归总额还是末项)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.contexts import Reading
from ingest.course import Course
from ingest.model import Measure
from ingest.numbers import to_yuan
from ingest.numerals import Numeral
from ingest.patterns import regex

#: A rate straight behind its change: 「，下降4.17%」.
_RATE_NEXT = regex(
    r"[，,、](?:同比)?(?:增长|增加|上升|提高|下降|减少|降低|[增降减]幅)(?:率|幅度?|比例)?(?:了|为|达)?"
)
#: Parts told in one breath: 「其中货物30万元、服务60万元，较上年减少」 may be of the whole or of the last.
_LISTED = regex(
    r"其中[：:，,]?(?:[^，。；、\d]+[\d,.]+[万亿]?元[、和及])+[^，。；、\d]+[\d,.]+[万亿]?元，(?:[与比较同][^，。；]{2,12}，)?[^，。；]*$"
)
#: How far a rate may be off for its own rounding and that of the amounts.
_OFF = Decimal("0.06")


def divided_of(course: Course) -> Reading | None:
    """The amount of the year told last, whose parts follow."""
    return next((amount for amount in reversed(course.amounts) if not amount.year), None)


def of_whole_by_rate(
    reading: Reading | None, number: Numeral, found: Sequence[Numeral], text: str, course: Course
) -> Reading | None:
    """「机关运行经费96.50万元，其中…差旅费15.00万元，较上年减少4.20万元，下降4.17%」: 4.20 of 15.00 would be 21.88 %.

    A change of no name behind the parts of a whole is the whole's where its rate fits that and not the last part; where
    neither fits, or none is printed behind parts told in one breath, the change is of none.
    """
    if reading is None or reading.measure is not Measure.CHANGE or reading.subjects is not None:
        return reading
    rate = next((n for n in found if n.start >= number.end), None)
    whole, last = course.divided, course.amounts[-1] if course.amounts else None
    if whole is None or last is None:
        return reading
    rated = rate is not None and rate.unit == "%" and _RATE_NEXT.fullmatch(text[number.end : rate.start])
    if rate is not None and rated and _fits(last, reading, rate.value):
        return reading
    if rate is not None and rated and _fits(whole, reading, rate.value):
        return replace(reading, subjects=whole.subjects, fund=whole.fund, part=whole.part)
    # The rate behind such a change is of none too.
    course.far = bool(course.far or rated or _LISTED.search(text[: number.start]))
    return replace(reading, subjects=()) if course.far else reading


def _fits(amount: Reading, change: Reading, rate: Decimal) -> bool:
    """Whether an amount has changed by a rate, if it has changed by so much."""
    now, moved = to_yuan(amount.value, amount.unit), to_yuan(change.value, change.unit)
    before = (now or Decimal(0)) - (moved or Decimal(0))
    return bool(now is not None and moved and before and abs(abs(moved / before) * 100 - rate) <= _OFF)
