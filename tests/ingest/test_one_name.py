"""A unit that is printed with its place and without is one (同一单位)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ingest.model import Fact, Flow, Fund, Measure, Origin, Source, Stage, Subject
from ingest.one_name import one_name

BUREAU, REGION = "江原省北屏市文化局", "江原省北屏市"


def of_body(name: str) -> Fact:
    return Fact(
        name, 2024, Stage.BUDGET, "收入预算表", Fund.ALL, Flow.INCOME, Subject("收入来源", "本年收入合计"), "合计",
        Measure.AMOUNT, Decimal("12.50"), "万元", Decimal(125000), Origin.CELL,
        Source(5, (0.0, 0.0, 1.0, 1.0), "收入预算表", name, "合计"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        (("北屏市图书馆", "图书馆"), {"北屏市图书馆"}),
        (("市图书馆", "北屏市图书馆"), {"北屏市图书馆"}),
        (("江原省北屏市图书馆", "北屏市图书馆", "图书馆"), {"江原省北屏市图书馆"}),
        (("北屏市图书馆", "南屏市图书馆"), {"北屏市图书馆", "南屏市图书馆"}),
        (("北屏市机关", "机关"), {"北屏市机关", "机关"}),
        (("北屏市图书馆", "美术馆"), {"北屏市图书馆", "美术馆"}),
    ],
)
def test_names_that_differ_by_their_place_alone_are_one(printed: tuple[str, ...], names: set[str]) -> None:
    found = one_name([of_body(name) for name in printed], BUREAU, REGION)
    assert {fact.entity for fact in found} == names
    assert [fact.source.row for fact in found] == list(printed)


def test_the_department_keeps_its_own_name() -> None:
    found = one_name([of_body(BUREAU), of_body("文化局")], BUREAU, REGION)
    assert [fact.entity for fact in found] == [BUREAU, "文化局"]
