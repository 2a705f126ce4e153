"""A measure that is asked for in which a thing is not told: 「能存多少立方米」 is no number of ponds (另一种量).

Nor is what one of them gets, 「一个救护员补助多少元」, what all of them do.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.model import Fact
from ingest.patterns import regex
from service.model import Term

#: A measure that is asked for, and what one of them gets: 「能存多少立方米」 is no number of ponds.
_MEASURE = regex(
    r"(?:多少|几)[十百千万亿]*(?P<unit>立方米|平方米|平方公里|公里|公顷|吨|公斤|千克|千瓦时|千瓦|兆瓦|亩|升|立方)"
)
_FOR_ONE = regex(
    r"(?:(?<![第同另唯统])一|每)(?:个|名|位|户|亩|头|只|床|吨|人)[^，。？]{0,10}?(?:最[高多]|能|可以|补助?贴?|奖励?|资助|定额|标准|领|缴)[^，。？]{0,6}多少(?:钱|元|万|[？?。]|$)"
)


def in_other_measure(term: Term, text: str, facts: Sequence[Fact]) -> bool:
    """Whether a thing is told in no unit of the measure asked for, or the whole where one's part is asked for."""
    said, one = _MEASURE.search(text), _FOR_ONE.search(text)
    if said is None and one is None:
        return False
    held = [f for f in facts if f.subject.name == term.name and f.subject.kind == term.kind]
    if said is not None and not any(_measures_alike(said["unit"], f.unit) for f in held):
        return True
    return one is not None and not any(_EACH.search(f.subject.name) for f in held)


_EACH = regex(r"每|人均|户均|生均|均补|/")
_AREAS = ("平方米", "平方公里", "公顷", "亩")
_WEIGHTS = ("吨", "公斤", "千克")


def _measures_alike(asked: str, printed: str) -> bool:
    kinds = [row for row in (_AREAS, _WEIGHTS) if asked in row]
    return any(unit in printed for row in (*kinds, (asked,)) for unit in row)
