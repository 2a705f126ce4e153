"""By how many a count moved since the year before: 「共有车辆73辆，比上年减少3辆」 (数量增减)."""

from __future__ import annotations

from ingest.contexts import Reading
from ingest.model import Fund, Measure, Subject
from ingest.numbers import MONEY
from ingest.numerals import Numeral
from ingest.patterns import regex

_MOVED = regex(
    r"[比较与同](?:上年|去年|上一年)(?:度|[末底]|同期)*(?:相比|比较|相较)?，?(?P<name>[\u4e00-\u9fff]{2,10}?)?"
    r"(?:总?数量?|人数|面积)?(?P<way>增加|减少|增长|下降|新增|净增|净减)了?$"
)
#: What is no name of a thing: 「比上年略有增加」.
_NO_NAME = regex(r"略|有所|均|都|共|也|又|相应|同比|主要|因|[的由为是]")


def count_moved(before: str, counted: tuple[Subject, ...], text: str, number: Numeral) -> Reading | None:
    """The change that a number of things is, of what is named or was counted just before in the same unit.

    ``text`` is the sentence up to the number, ``before`` what of it stands behind the number before.
    """
    match = _MOVED.search(before) if number.unit not in (*MONEY, "", "%", "个百分点") else None
    if match is None:
        return None
    name = match["name"] or ""
    told = () if _NO_NAME.search(name) else (Subject("业务量", name),) if name else counted
    if not told or not (name or text.removesuffix(before).endswith(number.unit)):
        return None
    sign = -1 if match["way"][-1] in "少降减" else 1
    return Reading(told, Fund.ALL, Measure.CHANGE, sign * number.value, number.unit)


_YEAR_BEFORE = regex(r"[比较](?:上年|去年|上一年)(?:度|同期)?的?$")
_WENT = regex(r"^(?:增|减|下降|上升|提高|降低|多|少)")


def count_before(
    before: str, counted: tuple[Subject, ...], place: str, number: Numeral, year: int
) -> Reading | None:
    """What the same thing was the year before: 「61.84万人次，比上年的57.02万人次增长8.45%」.

    ``place`` is the whole sentence, ``year`` that which it is about; the number right before must be in its unit.
    """
    same = counted and place[: number.start].removesuffix(before).endswith(number.unit)
    if not same or not _YEAR_BEFORE.search(before) or not _WENT.match(place[number.end :]):
        return None
    return Reading(counted, Fund.ALL, Measure.COUNT, number.value, number.unit, year=year - 1)
