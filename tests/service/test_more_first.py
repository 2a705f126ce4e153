"""Which of two is more: the larger one is told first, its difference as what it is more (多的在前)."""

from __future__ import annotations

import pytest

from service.contract import Answer, Figure, Status
from service.figures.more_first import more_first


def figure(label: str, value: str, formula: str | None = None) -> Figure:
    return Figure(
        label=label, value=value, unit="万元", entity="云栖县水利局", year=2023, stage="决算", formula=formula
    )


LESS = "差旅费 24.60 万元，培训费 31.30 万元，前者比后者少 6.70 万元（24.60 − 31.30 = -6.70）。"
FIGURES = [
    figure("差旅费与培训费之差", "-6.70", "24.60 − 31.30 = -6.70"),
    figure("差旅费", "24.60"),
    figure("培训费", "31.30"),
]
ANSWER = Answer(id="1", conversation_id="1", status=Status.ANSWERED, answer=LESS, figures=FIGURES)


@pytest.mark.parametrize(
    "text",
    [
        "差旅费和培训费哪类多,多多少?", "差旅费、培训费谁花得多？多出多少", "哪个高",
        "差旅费跟培训费,后头这个比前头多几万?", "差旅费和培训费,后者比前者多多少?", "差旅费和培训费后面一项多几万",
    ],
)  # fmt: skip
def test_the_larger_goes_first(text: str) -> None:
    told = more_first(ANSWER, text)
    assert (
        told.answer
        == "培训费 31.30 万元，差旅费 24.60 万元，前者比后者多 6.70 万元（31.30 − 24.60 = 6.70）。"
    )
    assert [(f.label, f.value) for f in told.figures] == [
        ("培训费与差旅费之差", "6.70"), ("培训费", "31.30"), ("差旅费", "24.60"),
    ]  # fmt: skip
    assert told.figures[0].formula == "31.30 − 24.60 = 6.70"


@pytest.mark.parametrize(
    "text",
    [
        "差旅费比培训费多多少?",
        "差旅费和培训费哪个少,少多少?",
        "差旅费和培训费差多少",
        "差旅费和培训费,前者比后者多多少?",
    ],
)
def test_another_question_keeps_its_order(text: str) -> None:
    assert more_first(ANSWER, text) is ANSWER
