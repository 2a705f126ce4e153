"""The second of an order goes first where it alone is asked for (第二的在前)."""

from __future__ import annotations

import pytest

from service.contract import Answer, Figure, Input, Status
from service.figures.asked_first import second_first

TOLD = Answer(
    id="1", conversation_id="1", status=Status.ANSWERED, answer="货架 90.00 万元、打印机 41.00 万元、座椅 7.00 万元。",
    figures=[
        Figure(
            label=label, value=value, unit="万元", entity="某局", year=2023, stage="预算", formula=None,
            inputs=[Input(label=label, value=value, unit="万元", citation=0)],
        )
        for label, value in (("货架", "90.00"), ("打印机", "41.00"), ("座椅", "7.00"))
    ],
)  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "办公设备购置里第二贵的一样是啥，预算多少钱",
        "请报金额排序的次高品目及其预算数",
        "办公设备购置里，除开最大的那项，接下来数谁最多",
        "排第二的是哪个",
    ],
)
def test_the_second_goes_first(text: str) -> None:
    told = second_first(TOLD, text)
    assert [figure.label for figure in told.figures] == ["打印机", "货架", "座椅"]
    assert told.answer.startswith("第二多的是打印机 41.00 万元。")


@pytest.mark.parametrize("text", ["最贵的是哪样", "前两名是哪两样，第二的多少", "都买了哪些"])
def test_other_orders_stand(text: str) -> None:
    assert second_first(TOLD, text) is TOLD
