"""Per cent asked for and a count found: declined, the count is told where it is asked for (百分比与数量)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ingest.model import Document, Fact, Flow, Fund, Kind, Measure, Origin, Source, Stage, Subject
from service.evidence import Sources, gather
from service.model import Declined, Evidence, Operation, Plan, Term, documents_to_bodies
from service.text.lexical import Index

NAME = "芦川县热线服务中心"
DOCUMENT = Document(
    "1", "1.pdf", "1", f"{NAME}2023年度决算", NAME, (), "单位", "", 2023, Kind.FINAL_ACCOUNTS, 9
)
CASES = Subject("业务量", "监督员上报案件")


def counted(value: str, unit: str, measure: Measure) -> Fact:
    place = Source(3, (80.0, 100.0, 300.0, 112.0), quote=f"监督员上报案件{value}{unit}。")
    return Fact(
        NAME, 2023, Stage.FINAL_ACCOUNTS, "", Fund.ALL, Flow.EXPENDITURE, CASES, "", measure, Decimal(value), unit,
        None, Origin.SENTENCE, place, 1, "1",
    )  # fmt: skip


def told(text: str, fact: Fact) -> Evidence | Declined:
    (body,) = documents_to_bodies([DOCUMENT])
    index = Index(())
    sources = Sources(body, (DOCUMENT,), [fact], lambda: index, lambda _: index, lambda *_: {})
    plan = Plan(
        Operation.LOOKUP,
        body.key,
        2023,
        subject=Term(CASES.name, CASES.kind),
        text=text,
        home=frozenset({"1"}),
    )
    return gather(plan, sources)


@pytest.mark.parametrize(
    "text", ["监督员上报案件做到百分之几", "监督员上报案件有几成", "监督员上报案件的百分比"]
)
def test_a_count_is_no_per_cent(text: str) -> None:
    evidence = told(text, counted("9100", "件", Measure.COUNT))
    assert isinstance(evidence, Declined) or not evidence.findings


@pytest.mark.parametrize("text", ["监督员上报案件多少", "监督员上报案件有几件"])
def test_a_count_is_told_where_it_is_asked_for(text: str) -> None:
    evidence = told(text, counted("9100", "件", Measure.COUNT))
    assert isinstance(evidence, Evidence)
    assert [(f.value, f.unit) for f in evidence.findings] == [(Decimal(9100), "件")]
