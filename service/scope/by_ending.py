"""Bodies by how alone their names end: 指挥中心, where one is called so, or several, or one of a region (名尾)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.patterns import regex
from ingest.text import fold
from service.model import Body
from service.read.saying import is_said
from service.scope.leads import name_head
from service.scope.regions import Mention, by_region

#: Endings that may name a body by themselves where it is the only one with it.
_ALONE = regex(r"指挥中心|服务中心|执法大队|检察院|法院|医院|学校|办公厅|街道办事处|街道办|街道|管委会")


def by_ending(text: str, bodies: Sequence[Body], taken: Sequence[bool]) -> Mention | None:
    """「指挥中心2023年三公多少」: the one body whose name ends so, where no name of another stands before it."""
    said = _ALONE.search(text)
    if said is None or any(taken[said.start() : said.end()]):
        return None
    before = name_head(re.split(r"[^\u4e00-\u9fff]", text[: said.start()])[-1], before=False)
    if before and not is_said(before):
        return None
    fitting = _ending_with(said[0], bodies)
    alone = len(fitting) == 1 and any(fold(name).endswith(said[0]) for name in fitting[0].names)
    return Mention(tuple(fitting), (said.span(),)) if alone else None


def called_alike(run: str, found: tuple[Body, ...], bodies: Sequence[Body]) -> tuple[Body, ...]:
    """The bodies that are found by a run, and those that are called so, too, where it is no more than an ending.

    指挥中心 is a 指挥调度中心 and a 数字城管指挥中心.
    """
    if _ALONE.fullmatch(run) is None:
        return found
    return tuple({body.key: body for body in (*found, *_ending_with(run, bodies))}.values())


def in_its_region(name: str, text: str, bodies: Sequence[Body]) -> Mention | None:
    """「青岚区指挥中心」: the bodies of a region by what alone their names end with; None where there is none."""
    said, start = regex(rf"(?:{_ALONE.pattern})$").search(name), text.find(name)
    place = by_region(name, bodies, [False] * len(name))
    if said is None or start < 0 or not place.bodies or place.spans[0] != (0, said.start()):
        return None
    held = _ending_with(said[0], place.bodies)
    return Mention(tuple(held), ((start, start + len(name)),)) if held else None


#: A street office is called 街道, 街道办 and 街道办事处 alike.
_STREET = ("街道", "街道办", "街道办事处")


def _ending_with(ending: str, bodies: Sequence[Body]) -> list[Body]:
    ends = _STREET if ending in _STREET else (ending,)
    return [body for body in bodies if any(fold(name).endswith(ends) for name in body.names)]
