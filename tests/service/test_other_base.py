"""A change off another figure of that year than the one that is said is not told (比的是另一个数)."""

from __future__ import annotations

import pytest

from service.contract import Answer, Figure, Status
from service.second.other_base import unless_other_base


def told(label: str) -> Answer:
    figure = Figure(label=label, value="-31.72", unit="万元", entity="云栖县财政局", year=2025, stage="预算")
    return Answer(
        id="1",
        conversation_id="1",
        status=Status.ANSWERED,
        answer=f"{label}减少 31.72 万元。",
        figures=[figure],
    )


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("委托业务支出比2024年年初预算增减额", "委托业务支出，2025年预算跟2024年决算比差多少？"),
        ("委托业务支出比2024年决算增减额", "2025年这一块比上面说的2024年年初数增加了多少"),
        ("委托业务支出比2024年执行增减额", "2025年比2024年预算多多少"),
    ],
)
def test_it_is_not_told(label: str, text: str) -> None:
    answer = unless_other_base(told(label), text)
    assert answer.status is Status.NO_ANSWER
    assert not answer.figures
    assert "2024年" in answer.answer


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("委托业务支出比2024年年初预算增减额", "2025年比2024年年初预算少多少"),
        ("委托业务支出比2024年决算增减额", "2025年预算比2024年决算差多少"),
        ("委托业务支出比2024年决算增减额", "2025年比上一年少多少"),
        ("委托业务支出增减额", "2025年预算比2024年决算差多少"),
    ],
)
def test_what_is_of_the_base_that_is_said_stays(label: str, text: str) -> None:
    answer = told(label)
    assert unless_other_base(answer, text) is answer
