"""Words with a character drawn like another in it, which make no word so: 「财政拔款」 is 财政拨款 (形近错字).

Only pairs of characters that stand in no text as they are typed: they are put right before anything is understood.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import pairwise

from service.read.alike import looks_like
from service.read.heard_again import SPELT
from service.read.vocabulary import SUBJECTS

#: Characters so common that a pair with one of them may be the end of one word and the beginning of the next.
_COMMON = frozenset("未末人入已己千干大太天今令日目木本未来间问力办个么几儿下不")

#: Pairs that are words of their own, or stand where two words meet.
_REAL_PAIRS = (
    "工贸 贷金 远行 往房 菜购 菜采 菜暖 贵用 接特 补站 几顶 三顶 三顷 几顷 各须 各顶 各顷 几须 三须 顶级 须级 顷级 "
    "里而 怀卫 坡管 合什 工瓷 一井 道格 则公 公则 公升 坏卫 景少 暴少 促险 含计 车俩"
)
_REAL = frozenset(_REAL_PAIRS.split())


def put_right(text: str) -> str:
    """The text with the words right that are misdrawn.

    >>> put_right("财政拔款收入多少")
    '财政拨款收入多少'
    """
    right = _misdrawn()
    for one, other in pairwise(text):
        if one + other in right:
            text = text.replace(one + other, right[one + other])
    return text


@cache
def _misdrawn() -> Mapping[str, str]:
    """Pairs of characters that are no word and what each is drawn for; what is known in its own right is none."""
    known = frozenset("".join(SPELT) + "".join("".join(map(str, row)) for row in SUBJECTS))
    found: dict[str, set[str]] = {}
    for word in SPELT:
        for place in (0, 1):
            for char in looks_like(word[place]):
                if char not in known and char not in _COMMON:
                    found.setdefault(word[:place] + char + word[place + 1 :], set()).add(word)
    return {typed: meant.pop() for typed, meant in found.items() if len(meant) == 1 and typed not in _REAL}
