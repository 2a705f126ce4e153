"""What a change is not counted from, and the stage that is not meant: 「预算比预算，不是比执行数」 (否定的基数)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from service.read.base_denied import without_denied_base


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("2024年预算较2023年预算减少多少？（预算比预算，不是比执行数）", "2024年预算较2023年预算减少多少？"),
        ("2024年预算比2023年预算少多少，注意是预算对预算，别拿执行数比", "2024年预算比2023年预算少多少"),
        ("2024年预算比上年预算增加多少，不要跟执行数比", "2024年预算比上年预算增加多少"),
    ],
)
def test_the_denied_base_goes(text: str, left: str) -> None:
    assert without_denied_base(text) == left


@pytest.mark.parametrize(
    "text",
    ["2024年差旅费比2023年多多少？用预算比预算", "2024年差旅费多少，不是预算", "2024年是不是预算比决算多"],
)
def test_what_says_the_stage_alone_stays(text: str) -> None:
    assert without_denied_base(text) == text


#: 青岚 2023: spent 18198.11 (p.7); planned 17305.66 at first (p.17).
@pytest.mark.parametrize(
    ("said", "value"), [("不是预算", "18198.11"), ("不是决算", "17305.66"), ("要决算不要预算", "18198.11")]
)
def test_the_other_stage_is_meant(desk: Answerer, said: str, value: str) -> None:
    answer = desk.ask(AskRequest(question=f"青岚区城市管理局2023年支出多少，{said}"))
    assert answer.figures[0].value == value
