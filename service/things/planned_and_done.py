"""What was planned and what was done, as one sentence tells both: 「计划改厕1,600户，实际完成1,240户」 (计划与实际).

Asked by the name of the thing, or after the project whose line tells it; where several pairs fit none is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.model import Fact
from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources
from service.figures.told import printed_as
from service.model import Evidence, Plan
from service.projects.project_spoken import bare
from service.targets import Point
from service.text.lines import Line, text_of
from service.text.sentences import lines_of

_ASKED = regex(
    r"^(?P<name>[^，。？]{0,16}?)的?(?:原来?|年初|当初)?(?:计划|目标)(?:数量?|值|完成)*(?:[和跟与同、，]|以及)(?:实际|最后|最终)(?:完成|做|到位|数量?|值|了)*的?(?:分别|各自?)(?:是|有|为)?(?:多少|几)(?P<unit>[\u4e00-\u9fff]{0,2}?)[呢啊呀？?。]*$"
)
_TOLD = regex(
    r"(?:计划|目标)(?:为|是)?(?P<thing>[^，。；：\d]{0,12}?)(?P<aim>\d[\d,]*(?:\.\d+)?)(?P<unit>[^\d，。；]{1,4})，实际(?P<deed>[^，。；\d]{0,12}?)(?P<done>\d[\d,]*(?:\.\d+)?)(?P=unit)"
)


@dataclass(frozen=True, slots=True)
class _Pair:
    thing: str
    aim: Fact
    done: Fact


def planned_and_done(plan: Plan, points: Sequence[Point], sources: Sources) -> Evidence | None:
    """Both of the one pair that is meant; None where that is not asked, or none or several are."""
    said = _ASKED.match(fold(plan.text))
    if said is None or len({point.plan.year for point in points}) != 1:
        return None
    spoken = bare(plan.subject.name) if plan.subject is not None else ""
    pairs = {
        (p.aim.value, p.done.value): p for p in _pairs(said["name"], said["unit"], spoken, plan, sources)
    }
    if len(pairs) != 1:
        return None
    pair = next(iter(pairs.values()))
    body = sources.body.name
    return Evidence(
        (
            printed_as(f"{pair.thing}（计划）", pair.aim, body),
            printed_as(f"{pair.thing}（实际）", pair.done, body),
        )
    )


def _pairs(name: str, unit: str, spoken: str, plan: Plan, sources: Sources) -> Iterator[_Pair]:
    """The pairs that are told of the thing that is named, or in a line that names the project that is spoken of."""
    for line in lines_of(sources.index().chunks):
        text = fold(text_of(line))
        for told in _TOLD.finditer(text_of(line)):
            about = name in text if name else bool(spoken) and spoken in text
            if not about or (unit and unit != told["unit"]):
                continue
            facts = _facts(told, line, plan, sources)
            if facts is not None:
                yield _Pair(told["thing"] or spoken, *facts)


def _facts(told: re.Match[str], line: Line, plan: Plan, sources: Sources) -> tuple[Fact, Fact] | None:
    """The figures as they were read of that sentence."""
    quotes = {s.text for s in line}
    own = [
        f
        for f in sources.facts
        if f.year == plan.year and f.unit == told["unit"] and f.source.quote in quotes
    ]
    found = (next((f for f in own if f.value == _number(told[which])), None) for which in ("aim", "done"))
    aim, done = found
    return (aim, done) if aim is not None and done is not None else None


def _number(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))
