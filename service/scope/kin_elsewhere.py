"""Bodies of one kind of different places, called by their kind alone: 「镇政府」 where two are loaded (异地同类).

That the name of one is shorter does not make it the one that is meant; of a city and its own district it does.
"""

from __future__ import annotations

from functools import lru_cache

from ingest.patterns import regex
from ingest.text import fold
from service.model import Body
from service.scope.regions import region_of

#: A town or a street is the place that its own office is of.
_TOWN = regex(r"[\u4e00-\u9fff]{1,6}?(?:街道|[镇乡])(?=人民政府|办事处|办|$)")


@lru_cache(maxsize=1 << 12)
def _place_of(name: str) -> str:
    name = fold(name)
    region = region_of(name)
    town = _TOWN.match(name, len(region))
    return region + (town[0] if town else "")


def of_another_place(one: Body, other: Body) -> bool:
    """Whether two bodies are of places that are apart: neither lies in the other."""
    places = _place_of(one.name), _place_of(other.name)
    return all(places) and not any(a.startswith(b) or b.endswith(a) for a, b in (places, places[::-1]))
