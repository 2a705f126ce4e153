"""What is told sort by sort has its name once: 「高龄津贴80—89周岁50元、90—99周岁200元」 (分档).

A name that says only its sort goes on with the name before it, whose own sort it stands in place of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.patterns import regex

#: From which age on, or between which: 80—89周岁, 百岁及以上.
AGES = (
    r"(?:(?:年满)?\d{1,3}(?:周?岁)?(?:[-—–~～至到]+\d{1,3})?周?岁|百岁)(?:老年?人)?"
    r"(?:[(（]?(?:含|及)?[)）]?以[上下])?"
)
_CLASSES = (
    AGES,
    r"[一二三四五六]级|[甲乙丙]级|[一二三]类|[一二三]等奖?",
    r"城市|城镇|城区|县城|农村|乡村|乡镇",
    r"全护理|半护理|全?自理|(?:全|半)?失能",
    r"集中供养|分散供养|集中养育|分散养育",
)
_SORTS = tuple(regex(words) for words in _CLASSES)
#: Whom a sort is of, behind it.
_WHOM = r"(?:的?(?:老年?人|高龄老人|居民|对象|人员|地区|学生))?"
_SORT = regex(rf"(?P<sort>{'|'.join(_CLASSES)}){_WHOM}(?:的|标准|为|则|是|按)*")
_AT_END = regex(rf"(?:{AGES})$")
_JOINED = regex(r"[、和及与]")
_LEAST_NAME = 3
#: A further sort with its money alone, behind an amount of one: 「，农村635元」.
NEXT = regex(
    rf"(?:元|万元)?(?:[，、；]|和|，?而)(?P<sort>{'|'.join(_CLASSES)}){_WHOM}(?:的|标准|为|则|是|按)*"
    r"(?P<value>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<money>万元|元)(?![/／])"
)


def ends_with_ages(text: str) -> bool:
    """Whether a text ends with an age, whose number is no amount."""
    return _AT_END.search(text) is not None


def without_ages(name: str) -> str:
    """A name without the ages in it."""
    return _SORTS[0].sub("", name)


def is_sort(name: str) -> bool:
    """Whether a name says nothing but a sort: 90—99周岁, 二级, 农村."""
    return _SORT.fullmatch(name) is not None


def of_sort(before: str, name: str) -> str:
    """The name before, with a sort in place of its own, at its end where it has none, or ahead for a place.

    >>> of_sort("城市最低生活保障标准", "农村")
    '农村最低生活保障标准'
    >>> of_sort("高龄津贴80—89周岁标准", "90—99周岁")
    '高龄津贴90—99周岁标准'
    """
    said = _SORT.match(name)
    sort = said["sort"] if said is not None else name
    place = next(at for at, words in enumerate(_SORTS) if words.fullmatch(sort))
    own = _SORTS[place].search(before)
    if own is not None:
        return f"{before[: own.start()]}{sort}{before[own.end() :]}"
    if place == _PLACES:
        return f"{sort}{before}"
    return f"{before.removesuffix('标准')}{sort}标准"


#: The class of places, whose word stands ahead of a name.
_PLACES = 2


def as_whole_as(before: str, name: str) -> str:
    """A name that begins as the one before it does but for its sort, told to the end as that one is.

    >>> as_whole_as("集中养育孤儿基本生活费标准", "分散养育孤儿标准")
    '分散养育孤儿基本生活费标准'
    """
    sort = _SORT.match(name)
    other = _SORT.match(before)
    if sort is None or other is None or sort["sort"] == other["sort"]:
        return name
    rest, whole = name[sort.end() :].removesuffix("标准"), before[other.end() :]
    alike = any(p.fullmatch(sort["sort"]) and p.fullmatch(other["sort"]) for p in _SORTS)
    return of_sort(before, sort["sort"]) if alike and len(rest) > 1 and whole.startswith(rest) else name


def names_in_turn(clause: str, count: int) -> Sequence[str]:
    """The names of a list that amounts follow in turn: 「一级、二级护理补贴分别为」; none where they do not pair."""
    items = [item for item in _JOINED.split(clause) if item]
    if len(items) != count:
        return ()
    last = _SORT.match(items[-1])
    if last is not None and all(map(is_sort, items[:-1])):
        return [*(of_sort(items[-1], item) for item in items[:-1]), items[-1]]
    return items if all(len(item) >= _LEAST_NAME for item in items) else ()


TURNS = regex(
    r"(?:[、和，及]|以及)(?P<value>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<money>万元|元)(?!/)"
)


def turns(text: str, end: int) -> list[re.Match[str]]:
    """The amounts that stand straight one behind the other from ``end`` on."""
    found = []
    while (match := TURNS.match(text, end)) is not None:
        found.append(match)
        end = match.end()
    return found
