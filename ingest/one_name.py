"""One name for a unit that a document prints with its place and without: 北屏市图书馆, 市图书馆, 图书馆 (同一单位)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.model import Fact
from ingest.patterns import regex
from ingest.text import fold

_PLACE = regex(r"[\u4e00-\u9fff]+?(?:[省市区县旗]|自治州)")
#: A shorter rest is a sort of bodies and no name (机关, 医院).
_SHORTEST = 3


def one_name(facts: Sequence[Fact], entity: str, region: str) -> list[Fact]:
    """The facts with every unit below ``entity`` under the longest of the names that differ by its place alone."""
    names = dict.fromkeys(fact.entity for fact in facts if fact.entity != entity)
    longest: dict[str, str] = {}
    for name in names:
        rest = _without_place(fold(name), region)
        longest[rest] = max(longest.get(rest, ""), name, key=len)
    called = {name: longest[_without_place(fold(name), region)] for name in names}
    return [
        replace(fact, entity=called[fact.entity])
        if called.get(fact.entity, fact.entity) != fact.entity
        else fact
        for fact in facts
    ]


def _without_place(name: str, region: str) -> str:
    """The name without the document's own place in front, be it said in full, from a part on or by its kind."""
    places = _PLACE.findall(fold(region))
    said = ["".join(places[start:]) for start in range(len(places))]
    said += [place[-1] for place in places[-1:]]
    found = next((place for place in said if name.startswith(place)), "")
    rest = name[len(found) :]
    return rest if len(re.sub(r"[(（].*", "", rest)) >= _SHORTEST else name
