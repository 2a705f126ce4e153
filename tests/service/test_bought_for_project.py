"""What is bought for a project is named beside it, never by the project's own words (专项下的品目)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ingest.model import Fact, Flow, Fund, Measure, Origin, Source, Stage, Subject
from service.purchases.purchases import KIND, find_purchase

BODY = "芦川县政协办公室"
PATH = ("服务C", "年度座谈会议", "会议费")
HELD = (("会议服务", "41.20"), ("车辆及其他运输机械租赁服务", "8.50"), ("住宿服务", "19.00"))


def bought(name: str, value: str) -> Fact:
    place = Source(3, (80.0, 100.0, 300.0, 112.0))
    return Fact(
        BODY, 2023, Stage.BUDGET, "政府采购表", Fund.ALL, Flow.EXPENDITURE, Subject(KIND, name, path=PATH), "",
        Measure.AMOUNT, Decimal(value), "万元", None, Origin.CELL, place, 1, "1",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("座谈会议的政府采购中车辆租赁服务", "车辆及其他运输机械租赁服务"),
        ("座谈会议的政府采购中会议服务", "会议服务"),
        ("座谈会议采购住宿服务", "住宿服务"),
        ("座谈会议采购食堂设备", None),
    ],
)
def test_the_item_is_said_beside_its_project(said: str, name: str | None) -> None:
    found = find_purchase(said, [bought(*row) for row in HELD])
    assert (found.term.name if found is not None else None) == name
