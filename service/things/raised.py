"""What something was raised or cut to, and from what, where one sentence tells both ends (从多少涨到多少).

「补贴从多少涨到多少」, 「涨到每月多少」: a sum paid for one, a rate or a count that 「由1800元提高到2000元」 tells. The
name of the thing must hold all that the question says of it, and of no two things is one picked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.from_to import BEFORE
from ingest.model import Fact
from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources
from service.figures.told import finding_of
from service.model import Evidence, Plan
from service.read.citizens_words import as_written, is_other
from service.read.wording import PARTICLES
from service.targets import Point
from service.things.contrary import contrary
from service.things.search import covered_by

_MOVED = (
    r"(?:涨|提高|提升|提标|提|上升|升高|升|上调|调高|调整|调低|调|下调|降低|降|增加|加|减少|减|变)"
    r"(?:到|至|成|为)了?"
)
_TIME = r"(?:每人|每户|人均)?(?P<time>每(?:个?月|年|天|日|学期)|一个?月|一年)?"
_BOTH = regex(
    rf"(?:标准)?[从由]{_TIME}(?:多少|几)[^，。？]{{0,5}}?{_MOVED}(?:每[月年])?(?:多少|几)|(?:标准)?变动前后是多少"
)
_LAST = regex(rf"(?:标准)?{_MOVED}{_TIME}(?:多少|几)")
#: Another year, or how far it moved, is asked for.
_OTHER = regex(r"比上?年|上年|去年|20\d\d年(?:预算|决算)?(?:数)?(?:从|由)")
_PERIODS = ("年", "月", "天", "日", "学期")
_TOLD, _LEAST = 0.85, 2


def raised(plan: Plan, points: Sequence[Point], sources: Sources) -> Evidence | None:
    """Both ends where both are asked for, else what it came to; None where no one sentence tells them of it."""
    text = fold(plan.text)
    both = _BOTH.search(text)
    said = both or _LAST.search(text)
    if said is None or len(points) != 1 or _OTHER.search(text):
        return None
    content = text[: said.start()].strip("".join(PARTICLES) + " ，,").removesuffix("标准")
    if len(content) < _LEAST:
        return None
    time = said.groupdict()["time"] or ""
    own = {d.id for d in sources.documents}
    facts = [f for f in sources.facts if f.document_id in own and f.source.quote and f.value is not None]
    told = [(a, b) for a, b in _pairs(facts) if _is_of_time(b, time) and _is_named(b, content)]
    if len({(a.value, b.value, b.unit) for a, b in told}) != 1:
        return None
    name = sources.body.name
    ends = told[0] if both else told[0][1:]
    return Evidence(tuple(finding_of(fact, name) for fact in ends))


def _pairs(facts: Sequence[Fact]) -> Iterator[tuple[Fact, Fact]]:
    """What it was and what it came to, of one name in one sentence."""
    before = [f for f in facts if f.breakdown == BEFORE]
    for was in before:
        same = [
            f
            for f in facts
            if f.breakdown != BEFORE and f.source.quote == was.source.quote
            and f.subject.name == was.subject.name and f.unit == was.unit
        ]  # fmt: skip
        if len(same) == 1:
            yield was, same[0]


def _is_of_time(fact: Fact, time: str) -> bool:
    """Whether an amount is for the time that is asked, where it says one."""
    period = next((p for p in _PERIODS if p in time), "")
    printed = fact.unit.partition("/")[2]
    return not period or not printed or period in printed


def _is_named(fact: Fact, content: str) -> bool:
    name = fold(fact.subject.name)
    said = as_written(content, name)
    return not contrary(said, name) and not is_other(said, name) and covered_by(said, name) >= _TOLD
