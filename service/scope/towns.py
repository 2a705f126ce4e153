"""Units of towns below a department: 「双桥镇卫生院」, 「双桥镇和永兴乡两个卫生院」 (乡镇所属单位)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ingest.patterns import regex
from ingest.text import fold
from service.scope.regions import region_of

_TOWN = regex(r"^[\u4e00-\u9fff]{2,5}?(?:街道|[镇乡])(?=..)")
#: Towns side by side, and what each of them has: the kind is said once for all.
_LISTED = regex(
    r"(?P<towns>(?:[\u4e00-\u9fff]{2,5}?(?:街道|[镇乡])(?:和|与|跟|同|、|以及|及))+[\u4e00-\u9fff]{2,5}?(?:街道|[镇乡]))的?"
    r"(?:这)?(?:[两二三四五六七八九十\d]|几)(?:个|家|所)(?:镇|乡)?的?(?P<kind>[\u4e00-\u9fff]{1,6}?(?:院|站|所|校|园|中心|小学|中学))"
)
_BETWEEN = regex(r"和|与|跟|同|、|以及|及")


def town_of(unit: str) -> str:
    """The town that a unit's name begins with, behind its county; empty for none."""
    name = fold(unit)
    found = _TOWN.match(name.removeprefix(region_of(name)))
    return found[0] if found else ""


def says_town(text: str, units: Iterable[str]) -> bool:
    """Whether a text says a town that one of the units is of."""
    return any(town in text for unit in units if (town := town_of(unit)))


def each_of_towns(text: str, units: Sequence[str]) -> str:
    """The text with the kind of unit told behind each of the towns, where all of them have units here."""
    listed = _LISTED.search(text)
    if listed is None:
        return text
    towns = _BETWEEN.split(listed["towns"])
    held = {town_of(unit) for unit in units}
    if not all(town in held for town in towns):
        return text
    named = "和".join(f"{town}{listed['kind']}" for town in towns)
    return text[: listed.start()] + named + text[listed.end() :]
