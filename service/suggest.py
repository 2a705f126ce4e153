"""Questions that are sure to be answered, made from the facts at hand (建议问题)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from ingest.model import Document, Fact, Kind
from service.figures.compute import compute
from service.figures.held import once
from service.model import Body, Operation, Plan, Term
from service.scope.scope import documents_for

#: What people ask first: operation, subject, wording after the body's name and the year.
_QUESTIONS: tuple[tuple[Operation, Term, str], ...] = (
    (Operation.SHARE, Term("项目支出", "支出结构"), "项目支出占比多少"),
    (Operation.LOOKUP, Term("本年支出合计", "总额"), "一共花了多少钱"),
    (Operation.LOOKUP, Term("“三公”经费", "三公经费"), "三公经费是多少"),
    (Operation.CHANGE, Term("本年支出合计", "总额"), "支出比上年增减多少"),
    (Operation.LOOKUP, Term("人员经费", "支出结构"), "人员经费是多少"),
    (Operation.LOOKUP, Term("机关运行经费", "机关运行"), "机关运行经费是多少"),
    (Operation.SHARE, Term("基本支出", "支出结构"), "基本支出占比多少"),
    (Operation.LOOKUP, Term("本年收入合计", "总额"), "总收入是多少"),
)


def of_several(
    bodies: Sequence[Body], facts_of: Callable[[Sequence[Document]], Sequence[Fact]], many: int = 6
) -> list[str]:
    """Questions that are sure to be answered, over the first bodies, two of each."""
    found: list[str] = []
    for body in bodies[:many]:
        documents, year = documents_for(body, None, None)
        found += suggest(body, year, facts_of(documents), count=2)
    return found[:many]


def suggest(
    body: Body, year: int, facts: Sequence[Fact], asked: Plan | None = None, count: int = 3
) -> list[str]:
    """Questions about a body and year that the facts answer, other than the one just asked."""
    kinds = {d.kind for d in body.documents if d.year == year}
    word = "预算" if kinds == {Kind.BUDGET} else ""
    found = []
    for operation, subject, wording in _QUESTIONS:
        same = asked is not None and asked.subject is not None and asked.subject.name == subject.name
        if same and asked is not None and asked.operation is operation:
            continue
        plan = Plan(operation, year=year, subject=subject)
        if once(facts, (suggest, operation, subject, year), partial(_is_answered, plan, facts)):
            found.append(f"{body.name}{year}年{word}{wording}")
        if len(found) == count:
            break
    return found


def _is_answered(plan: Plan, facts: Sequence[Fact]) -> bool:
    return compute(plan, facts)[0] is not None
