"""Units that a table names by short names: 局机关, 县林场, 市图书馆 (单位简称还原为全称)."""

from __future__ import annotations

from ingest.patterns import regex

_OFFICE = regex(r"[局委厅办院会部镇乡校]?(?P<what>机关|本级|本部)(?:本级|机关)?")
#: The level of the place in its stead, and what stands behind it.
_LEVEL = regex(r"(?P<level>[省市区县州])(?!级|直|属|里|内|外)(?P<rest>[\u4e00-\u9fff]{2,20})")
_PLACES = regex(r"[\u4e00-\u9fff]{2,9}?[省市区县州]")


def is_short(name: str) -> bool:
    """Whether a text is how a department's list calls its own office or a unit of its place for short."""
    return _OFFICE.fullmatch(name) is not None or _LEVEL.fullmatch(name) is not None


def full_name(unit: str, entity: str) -> str:
    """A unit's name with the place or the department that its short name leaves out; the name itself where that is
    not said.

    >>> full_name("县林场", "芦泉县林业局")
    '芦泉县林场'
    >>> full_name("局机关", "芦泉县林业局")
    '芦泉县林业局（机关）'
    """
    office = _OFFICE.fullmatch(unit)
    if office is not None:
        return f"{entity}（{office['what']}）"
    short = _LEVEL.fullmatch(unit)
    return _in_place(short["level"], short["rest"], entity) or unit if short is not None else unit


def _in_place(level: str, rest: str, entity: str) -> str:
    """What stands behind the place of a level that the department's name begins with; empty where it has none."""
    place = ""
    for piece in _PLACES.finditer(entity):
        if piece.start() != len(place):
            return ""
        place += piece[0]
        if place.endswith(level):
            return place + rest
    return ""
