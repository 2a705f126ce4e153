"""Units of one kind asked about by their place alone: 「柳河县哪所学校学生最多」 (某地的学校、医院).

They are those below the one department of the place whose tables list several of the kind.
"""

from __future__ import annotations

import re

from ingest.patterns import regex
from ingest.text import fold
from service.scope.by_short_name import places_of
from service.scope.roll import Roll
from service.scope.units import UnitsOf

#: Which of the kind, or these of it, straight behind the place.
_KINDS = "学校|中小学|小学|中学|幼儿园|医院|卫生院|图书馆|养老院"
_OWNED = r"(?:[区县市州][属直]|公立|公办)?"
_ASKED = regex(
    rf"(?:的|里|内|这边|那边)?(?:(?P<which>哪一?[个家所]){_OWNED}(?P<kind>{_KINDS})"
    rf"|(?:这些|那些|各|所有|全部|几[个家所]|的){_OWNED}(?P<several>{_KINDS})(?:里头|里面|里边|里|中|当中)?[，, ]*)"
)
_MOST = regex(r"最[多少大小高低]|从[多大高]到|从[少小低]到|排")
_ENDS = {"学校": "[学校]", "中小学": "[中小]学", "幼儿园": "园", "养老院": "[养敬]老院"}
_FEWEST = 2


def kind_of_place(text: str, bodies: Roll, units_of: UnitsOf) -> str:
    """The question with the department in the place's stead; the text itself where no one department has several."""
    if not _MOST.search(text):
        return text
    found: list[tuple[int, int, str]] = []
    for body in bodies.loaded:
        for start, end in places_of(text, body):
            said = _ASKED.match(text, end)
            if said is None:
                continue
            kind = said["kind"] or said["several"]
            which = said["which"] or "哪所"
            names = {n for d in body.documents for n in units_of(d.id)}
            if sum(re.search(f"{_ENDS.get(kind, kind)}$", fold(n)) is not None for n in names) >= _FEWEST:
                found.append((start, said.end(), f"{body.name}{which}下属{kind}"))
    if len({name for _, _, name in found}) != 1:
        return text
    start, end, name = found[0]
    return f"{text[:start]}{name}{_said_again(text[end:])}"


def _said_again(rest: str) -> str:
    """The rest without the kind asked for once more: 「班级最多的是哪个学校」."""
    return re.sub(
        r"(?:的)?(?:是|系)?哪一?[个家所](?:学校|中小学|小学|中学|幼儿园|医院|卫生院|单位)?", "", rest
    )
