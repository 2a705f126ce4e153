"""Another place or sort of body that sounds like that of a name: 陕西 is no 山西, 税务 no 水务 (同音的别家).

A name typed by ear is heard as the one that is meant, but not where what is typed is somebody else's rightly. Real
places that sound alike lie in ``read/said/places_alike.txt``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

from service.read.terms import reads_in

_PLACES = Path(__file__).parent.parent / "read" / "said" / "places_alike.txt"
#: Sorts of bodies, as they are called for short.
_SORTS = (
    "税务 水务", "农机 农技", "卫监 卫健", "教委 交委", "教管 交管", "药监 药检", "质监 质检", "动监 动检", "食监 食检",
    "环监 环检", "船监 船检", "监委 建委", "纪委 计委", "建管 监管", "文管 文馆",
)  # fmt: skip


def sounds_as_other(text: str, start: int, end: int, names: str) -> str:
    """The words at ``start``..``end`` where they, or they with the character before them, say another than ``names``;
    empty where they do not."""
    places, sorts = _others()
    for at in range(max(0, start - 1), end - 1):
        said = text[at : at + 2]
        if said in names or (said not in places and said not in sorts):
            continue
        place = any(other in names for other in places.get(said, ()))
        if place or (
            not reads_in(said, names) and any(reads_in(other, names) for other in sorts.get(said, ()))
        ):
            return text[min(at, start) : end]
    return ""


@cache
def _others() -> tuple[Mapping[str, Sequence[str]], Mapping[str, Sequence[str]]]:
    lines = _PLACES.read_text(encoding="utf-8").splitlines()
    places = (group for line in lines if not line.startswith("#") for group in line.split(";"))
    return _grouped(places), _grouped(_SORTS)


def _grouped(groups: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found = [group.split() for group in groups]
    return {one: tuple(o for o in group if o != one) for group in found for one in group}
