"""Who a question mentions, and regions in names: the bodies of a region where only that is named (地区)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from ingest.patterns import regex
from ingest.text import fold
from service.model import Body
from service.read.terms import reads_in
from service.scope.roll import Roll

#: A city is 盐城市; 区城市管理局 and 数字城市管理中心 name none, nor does a 社区 name a district.
_CITY = r"(?:(?![区县旗省])[\u4e00-\u9fff]){2,4}?市(?<!城市(?=管|建|规|更|综|执|运|公))"
#: An autonomous prefecture that is named alone is 澜川州; 苏州市 and 通州区 are none.
_STATE_END = r"州(?![省市区县旗镇乡]|[\u4e00-\u9fff]{1,10}自治州)"
_STATE = regex(
    rf"^(?:[\u4e00-\u9fff]{{2,4}}?省)?(?:(?![省市区县旗局厅委院部处])[\u4e00-\u9fff]){{2,12}}?{_STATE_END}"
)
_PLACE = regex(rf"[\u4e00-\u9fff]+?(?:[省市区县旗]|{_STATE_END})")
_REGION = regex(
    rf"^(?:中国共产党|中共)?(?:[\u4e00-\u9fff]{{2,4}}?省)?(?:{_CITY})?(?:[\u4e00-\u9fff]{{1,4}}?(?<!社)[区县旗])?"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """What a question says about who is meant.

    ``bodies`` are the loaded bodies that its words fit best; several mean that nothing decides between them.
    ``unknown`` is the name of a body that is not loaded; ``region`` is set where only a region is named; ``again`` are
    the places where a body is spoken of besides.
    """

    bodies: tuple[Body, ...]
    spans: tuple[tuple[int, int], ...] = ()
    unknown: str = ""
    region: bool = False
    several: bool = False
    again: tuple[tuple[int, int], ...] = ()


def region_of(name: str) -> str:
    """The region that a name starts with, empty if none."""
    match = _REGION.match(name)
    return match[0] if match else ""


def by_region(text: str, bodies: Sequence[Body], taken: Sequence[bool]) -> Mention:
    """Bodies of a region where only the region is named (普陀区2024年…)."""
    places = (
        bodies.once("regions", lambda: _places(bodies.loaded))
        if isinstance(bodies, Roll)
        else _places(bodies)
    )
    for form, held in places:
        start = text.find(form)
        if start >= 0 and not any(taken[start : start + len(form)]):
            return Mention(tuple(bodies[i] for i in held), ((start, start + len(form)),), region=True)
    return Mention(())


def _places(bodies: Sequence[Body]) -> list[tuple[str, list[int]]]:
    """How regions are called, the longest first, with the places of their bodies on the roll."""
    found: dict[str, list[int]] = {}
    for place, body in enumerate(bodies):
        for part in places_of(body.name):
            for form in {part, part[:-1]} if len(part) > 2 else {part}:
                found.setdefault(form, []).append(place)
    return sorted(found.items(), key=lambda item: -len(item[0]))


@lru_cache(maxsize=1 << 12)
def places_of(name: str) -> tuple[str, ...]:
    """The places that the name of a body begins with, the widest first: 上海市, 普陀区."""
    name = re.sub(r"^(?:中共|中国共产党)", "", fold(name))
    state = _STATE.match(name)
    return tuple(_PLACE.findall(state[0] if state else region_of(name)))


#: 「政协临海省委员会」: the region of a council stands behind its head.
_REGION_BEHIND = regex(
    r"((?:(?![和与跟同比及是或]|政协|人大|纪委|法院|工会)[\u4e00-\u9fff]){1,5}?[省市区县州旗])(?:委员会|委|常委会|常务委员会|代表大会)"
)


def other_region(text: str, start: int, end: int, names: str) -> str:
    """The name of a council of another region, whose head alone was found at ``start``..``end``."""
    behind = _REGION_BEHIND.match(text, end)
    return text[start : behind.end()] if behind and not reads_in(behind[1], names) else ""


def begins_place(run: str, names: str) -> bool:
    """Whether a run begins with what a place of a body is called without its level: 临海财政局 of 临海市; nothing
    before it is of its name."""
    own = region_of(names)
    return any(len(part) > 2 and run.startswith(own[part.start : part.stop - 1]) for part in _parts(own))


def led_by_region(text: str, start: int, name: str) -> list[tuple[int, int]]:
    """Where a question opens with the region of the body that it names only later, at ``start``: 「沅溪县2022年放了
    多少场电影？看文旅局的决算」; the region is no word of what is asked."""
    own = region_of(fold(name))
    forms = {own, *(own[part.start : part.stop] for part in _parts(own))}
    led = next((form for form in sorted(forms, key=len, reverse=True) if form and text.startswith(form)), "")
    return [(0, len(led))] if len(led) > 2 and len(led) < start else []


def skips_region(spelt: set[int], region: str) -> bool:
    """Whether the places of a name that a run spells name the city and leave out the district below it.

    「上海市财政局」 is the city's, not that of 上海市普陀区.
    """
    named = False
    for part in _parts(region):
        held = sum(1 for place in part if place in spelt)
        if named and not held:
            return True
        named = named or held > 1
    return False


@lru_cache(maxsize=1 << 12)
def _parts(region: str) -> tuple[range, ...]:
    """The places of the province, the city, the district within the name of a region."""
    return tuple(range(*match.span()) for match in re.finditer(r"[^省市区县旗]+[省市区县旗]", region))
