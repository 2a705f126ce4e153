"""Sorts of purchases below a heading of the procurement statement that is said beside them (采购表某项下的货物、服务).

「全委会的政府采购，货物加服务一共多少」 asks for the goods and services below 全委会: those of all are never
told for them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from ingest.model import Fact
from ingest.patterns import regex
from service.evidence import Sources
from service.figures.several import add_up, gap
from service.model import Declined, Evidence, Finding, Operation, Plan, Reason
from service.purchases.bought import to_project
from service.purchases.purchases import KIND, heading_said
from service.targets import Point

_SORT_OF_ALL = regex(r"^政府采购(?P<sort>货物|工程|服务)支出$")
#: A heading of the statement that is a sort itself: 货物A, 三、服务.
_SORT = regex(r"^(?:[一二三]、)?(?P<sort>货物|工程|服务)类?[A-C]?$")
#: Those that figures told side by side, or added up, answer.
_TOLD = (Operation.LOOKUP, Operation.SUM, Operation.COMPARE, Operation.DIFFERENCE)


def under_heading(plan: Plan, _points: Sequence[Point], sources: Sources) -> Evidence | Declined | None:
    """What is bought of each sort below the heading that is said; None where no sort or no heading is."""
    terms = [term.name for term in (plan.subject, *plan.also) if term is not None and not term.path]
    sorts = [known["sort"] for name in terms if (known := _SORT_OF_ALL.match(name)) is not None]
    if not sorts or len(sorts) < len((plan.subject, *plan.also)):
        return None
    rows = [f for f in sources.facts if f.subject.kind == KIND and f.year == plan.year and _sort(f)]
    said = [f for f in rows if heading_said(plan.text, f.subject.path[1], f)]
    if not said:
        return None
    heading = max((f.subject.path[1] for f in said), key=len)
    below = {sort: [f for f in said if _sort(f) == sort and f.subject.path[1] == heading] for sort in sorts}
    lacking = "、".join(sort for sort, held in below.items() if not held)
    if lacking or plan.operation not in _TOLD:
        return _none(heading, lacking or "算得出所问的数字", sources)
    found = [_bought(heading, sort, held, sources) for sort, held in below.items()]
    made = _MADE[plan.operation](found) if plan.operation in _MADE and len(found) > 1 else None
    return Evidence((made, *found) if made is not None else tuple(found))


_MADE: dict[Operation, Callable[[Sequence[Finding]], Finding | None]] = {
    Operation.SUM: add_up,
    Operation.DIFFERENCE: gap,
}


def _sort(fact: Fact) -> str:
    """The sort that a row below a heading is of; empty where it stands below none."""
    said = _SORT.match(fact.subject.path[0]) if len(fact.subject.path) > 1 else None
    return said["sort"] if said is not None else ""


def _bought(heading: str, sort: str, held: Sequence[Fact], sources: Sources) -> Finding:
    return replace(to_project(heading, held, sources.body), label=f"“{heading}”采购的{sort}")


def _none(heading: str, lacking: str, sources: Sources) -> Declined:
    said = f"{sources.body.name}的政府采购表“{heading}”项下没有列出{lacking}，没有给出数字。"
    return Declined(Reason.NOT_DISCLOSED, said, final=True)
