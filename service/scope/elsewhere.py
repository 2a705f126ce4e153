"""Bodies of another place or level that are called as a loaded one is: 浙江省人大, 市财政局 (别处的同名单位)."""

from __future__ import annotations

from ingest.patterns import regex
from ingest.text import fold
from service.read.saying import is_said
from service.read.terms import sound
from service.scope.regions import region_of
from service.scope.sounds_as_other import sounds_as_other

_LEVEL = "省市区县州旗"
_HEAD_OF_FIT = regex(rf"[^{_LEVEL}]{{0,3}}[{_LEVEL}]")
_PLACE = regex(rf"[^{_LEVEL}和与跟同比及的、，]{{1,5}}[{_LEVEL}]$")
#: Words behind which another name begins.
_JOINED = regex("[和与跟同比及于的是归对由给向、，]")
_OTHER = regex(r"(?:外|邻|别的?|其[他它]|隔壁|兄弟|周边)$")
_PROVINCES = (
    "北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川"
    "|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|香港|澳门|台湾"
)
_NAMED = regex(
    rf"(?:^|[，。、和与跟同比及])(?P<place>{_PROVINCES})(?=[省市]?(?:20)?\d\d|省?的(?:省|市|人大|政协))"
)


def of_elsewhere(text: str, start: int, end: int, before: str, name: str, names: str) -> str:
    """The name of the body that is meant, where the one found at ``start``..``end`` is another's; else empty.

    ``before`` are the words straight before it, ``name`` and ``names`` what the body found is called.
    """
    said, before = text[start:end], _JOINED.split(before)[-1]
    if alike := sounds_as_other(text, start, end, names):
        return alike
    if place := next((m["place"] for m in _NAMED.finditer(text) if m["place"] not in names), ""):
        return place + said
    if before and (_OTHER.search(before) or _is_other_place(said, before, names)):
        return before[-2:] + said
    level = region_of(fold(name))[-1:]
    lead = before[-1] if before and before[-1] in _LEVEL else said[0] if said[0] in _LEVEL else ""
    read = len(before) > 1 and _reads(before[-3:] + said[:1], names)
    other = lead and level in _LEVEL and lead != level and not read
    return (before[-1:] if before[-1:] == lead else "") + said if level and other else ""


def _is_other_place(said: str, before: str, names: str) -> bool:
    """Whether what a place is called runs on from before the name into it, and is not the body's: 浙|江省人大."""
    head = _HEAD_OF_FIT.match(said)
    part = head[0] if head else said[:2]
    if len(part) > 1 and _sounds_in(part, names):
        return False
    place = _PLACE.search(before[-3:] + part) if head else None
    extended = place[0].removesuffix(part) if place is not None else before[-1:]
    begins = place is not None or _sounds_in(said[0], region_of(names))
    said_words = is_said(before) or is_said(extended)
    return begins and bool(extended) and not said_words and not _reads(extended + part, names)


def _sounds_in(part: str, names: str) -> bool:
    return "|".join(map(sound, part)) in "|".join(map(sound, names))


def _reads(short: str, names: str) -> bool:
    """Whether the characters of the one sound like some of the other in their order."""
    heard = iter(map(sound, names))
    return all(sound(char) in heard for char in short)
