"""How many cars more or fewer there are than the year before, whatever each document calls them (车辆增减).

What is compared are publications of one kind: a budget tells what there was when the year before ended.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ingest.model import Document, Fact, Measure
from ingest.numbers import plain
from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources
from service.model import Evidence, Finding, Operand, Operation, Plan
from service.things.cars import is_kept, is_whole, of_sort, sole

_ASKED = regex(
    r"(?P<run>[\u4e00-\u9fff\d年]*?)(?:用|专用)?车(?:辆|子)?(?:数量?|总数)?(?P<since>(?:比|较|跟|和|与|同)(?:上一?年|去年|前一年|(?:20)?\d\d年)(?:度|末|底)?(?:相比|比)?)?"
    r"(?:是)?(?P<way>[多少](?:了|出)?|增加了?|减少了?|增减|变化)(?:几|多少)?[辆台部]?(?:还是[多少])?$"
)
#: Money of cars is no number of them.
_ELSE = regex(r"费|钱|元|买|购|更新|占|率")
_ALL = regex(r"(?:^|[的年有局院委厅办会所队站校镇乡心])(?:公务|公|全部|现有|名下)*的?$")


def cars_moved(plan: Plan, sources: Sources) -> Evidence | None:
    """The change of all cars, or of one sort; None where it is not asked for, or a year does not tell it."""
    text = fold(plan.text)
    said = _ASKED.search(text) if not _ELSE.search(text) else None
    told = said is not None and (said["since"] or said["way"].endswith("了"))
    since = told or plan.base_year is not None or plan.operation is Operation.CHANGE
    if said is None or plan.year is None or not since:
        return None
    base = plan.base_year if plan.base_year is not None else plan.year - 1
    for now in (d for d in sources.body.documents if d.year == plan.year):
        one = _told(said["run"], now, sources.facts)
        if one is None:
            continue
        alike = [d for d in sources.body.documents if (d.year, d.kind) == (base, now.kind)]
        before = next(filter(None, (_told(said["run"], d, sources.facts) for d in alike)), None)
        if before is not None:
            return _apart(one, before, plan.year, base, sources.body.name)
        printed = _printed(one, now, sources.facts) if base == plan.year - 1 else None
        if printed is not None:
            return _moved(one, printed, sources.body.name)
    return None


def _told(run: str, document: Document, facts: Sequence[Fact]) -> Fact | None:
    kept = [f for f in facts if f.document_id == document.id and is_kept(f)]
    return sole([f for f in kept if is_whole(f)]) if _ALL.search(run) else of_sort(run, kept)


def _printed(one: Fact, document: Document, facts: Sequence[Fact]) -> Fact | None:
    """The change that the document prints itself."""
    own = [f for f in facts if f.document_id == document.id and f.measure is Measure.CHANGE]
    return sole([f for f in own if f.subject.name == one.subject.name and f.unit == one.unit])


def _apart(one: Fact, other: Fact, year: int, base: int, body: str) -> Evidence:
    now, then = one.value or Decimal(0), other.value or Decimal(0)
    working = f"{plain(now)} − {plain(then)} = {plain(now - then)}"
    operands = (Operand(one.subject.name, one), Operand(other.subject.name, other))
    found = Finding(f"{one.subject.name}增减", now - then, one.unit, Measure.CHANGE, one.year, "", operands, working,
                    entity=body)  # fmt: skip
    told = (
        f"{body}{year}年度公开资料列有{one.subject.name} {plain(now)} {one.unit}，"
        f"{base}年度的列有 {plain(then)} {other.unit}，{_way(now - then, one.unit)}（{working}）。"
    )
    return Evidence((found,), told=told)


def _moved(one: Fact, printed: Fact, body: str) -> Evidence:
    gap = printed.value or Decimal(0)
    operands = (Operand(f"{one.subject.name}比上年增减", printed),)
    found = Finding(f"{one.subject.name}比上年增减", gap, printed.unit, Measure.CHANGE, printed.year, "", operands,
                    printed=printed, entity=body)  # fmt: skip
    told = f"{body}{printed.year}年{one.subject.name}比上年{_way(gap, printed.unit)}。"
    return Evidence((found,), told=told)


def _way(gap: Decimal, unit: str) -> str:
    return f"{'增加' if gap > 0 else '减少'} {plain(abs(gap))} {unit}" if gap else "没有增减"
