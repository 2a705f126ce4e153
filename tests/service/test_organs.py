"""An office, a unit, another body or a whole district named beside a body: the body's figures are not theirs."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest


@pytest.mark.parametrize(
    "question",
    [
        "青岚区城市管理局环卫科2023年差旅费",
        "青岚区城市管理局执法大队2023年三公经费",
        "青岚区城市管理局下属的市政养护所2023年办公费多少",
        "青岚区城市管理局总工会2023年经费",
        "青岚区城市管理局机关党委2023年培训费",
        "青岚区城市管理局和区教育局2023年差旅费合计",
        "区教育局2023年和青岚区城市管理局2023年差旅费谁多",
        "松屿区卫生健康局疾控中心2023年三公经费",
        "松屿区2023年三公经费多少",
        "松屿区人民医院2023年差旅费",
    ],
)
def test_another_gets_no_figure_of_the_body(desk: Answerer, question: str) -> None:
    answer = desk.ask(AskRequest(question=question))
    assert not answer.figures
    assert answer.status in ("no_answer", "clarify")


#: 城管局 2023: 差旅费 12.83, 工会经费 71.64 (p.13).
@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("青岚区城市管理局的2023年差旅费", "12.83"),
        ("青岚区城市管理局2023年工会经费", "71.64"),
        ("青岚区城市管理局机关2023年差旅费", "12.83"),
    ],
)
def test_the_body_itself_is_answered(desk: Answerer, question: str, value: str) -> None:
    assert desk.ask(AskRequest(question=question)).figures[0].value == value
