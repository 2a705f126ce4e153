"""Places of an order that are set against each other: 「第二和第三差多少」「最多的比第二名多几辆」 (名次之差)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.patterns import regex

_ORDINALS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "1": 0, "2": 1, "3": 2, "4": 3, "5": 4}
#: A place by its number, or the first or last by name.
_PLACE = (
    r"(?:排名?|居)?(?:第[一二三四五1-5](?:名|位|家|高|多|大)?|(?:谁|哪家)?最[多高大]|最[少低小]|倒数第一|垫底|末位|最后一名)"
    r"(?:的|那家|那个|的那家|的那个)?"
)
_MUCH = r"[，,的]?(?:之间|两家|间)?(?:相?差|[多少高低大小])[了出]?(?:多少|几)?(?:个?百分点|[万亿千百]?[元块辆件人个家台次名套钱])?"
#: Two places, or one that the first is held against: 「谁最多？比第二名多几辆」.
_PAIR = regex(rf"(?P<one>{_PLACE})(?:和|与|跟|同|比)(?P<other>{_PLACE}){_MUCH}")
#: 「最高的是最低的几倍」.
_TIMES = regex(rf"(?P<one>{_PLACE})(?:的)?(?:是|为|等于|相当于)(?P<other>{_PLACE})(?:的)?(?:几|多少)倍")
_AGAINST = regex(rf"(?<!占)比(?P<other>{_PLACE}){_MUCH}")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two places of an order, from 0, -1 for the last, where a question says them, and whether it asks how many times."""

    one: int
    other: int
    span: tuple[int, int]
    times: bool = False


def pair_of(text: str) -> Pair | None:
    """The two places that a question sets against each other, None where it names none."""
    times = _TIMES.search(text)
    if times is not None:
        return Pair(_number(times["one"]), _number(times["other"]), times.span(), times=True)
    both = _PAIR.search(text)
    if both is not None:
        return Pair(_number(both["one"]), _number(both["other"]), both.span())
    against = _AGAINST.search(text)
    return None if against is None else Pair(0, _number(against["other"]), against.span())


def _number(place: str) -> int:
    said = re.search(r"(?<!倒数)第([一二三四五1-5])", place)
    if said is not None:
        return _ORDINALS[said[1]]
    return 0 if re.search(r"最[多高大]", place) else -1
