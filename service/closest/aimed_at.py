"""What was aimed at and what came of it, side by side in a sentence: 「年初目标1,200辆，实际淘汰1,386辆」 (目标与实际).

What was done is told to whoever does not ask for the aim.
"""

from __future__ import annotations

from collections.abc import Iterable

from ingest.patterns import regex
from service.closest.places import Place

_AIM = regex(r"(?:目标|计划|任务)(?!群|人|书|对象|生育|数?的\d)[^，,；;]{0,30}$")
_AIM_ASKED = regex(r"目标|计划|任务|打算|准备|预计|拟|要求|指标值|原定|原来|本来|想|应该?|定[的了下]")
_DONE_ASKED = regex(r"实际|真正|最[后终]|完成了|做了|办了|[修建种查]了|做到")
#: Right behind the number stands what was done.
_DONE_BEHIND = regex(r"\s*[\d,.]*[^，,；;\d]{0,8}[，,；;、](?:年末|全年)?(?:实际|完成值|已?完成)(?!率)")


def is_aim(place: Place, text: str) -> bool:
    """Whether a number is what was aimed at, and what was done stands right behind it and is what is asked for."""
    behind = place.sentence.partition(place.before + place.own)[2] if place.own else place.after
    if _DONE_BEHIND.match(behind) is None:
        return False
    return _DONE_ASKED.search(text) is not None or (
        _AIM.search(place.own) is not None and _AIM_ASKED.search(text) is None
    )


def reached(aim: Place, text: str, places: Iterable[Place]) -> Place:
    """What was done, for an aim that is not asked for: the next number of its sentence, in its unit; else the aim."""
    if aim.chunk is None or not is_aim(aim, text):
        return aim
    own = [p for p in places if p.chunk is aim.chunk and p.sentence == aim.sentence]
    at = next((i for i, p in enumerate(own) if (p.before, p.value) == (aim.before, aim.value)), len(own))
    following = own[at + 1 : at + 2]
    return following[0] if following and following[0].unit == aim.unit else aim
