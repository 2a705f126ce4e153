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


#: The samples are 云川市青岚区城市管理局, its 数字城管指挥中心 and 云川市松屿区卫生健康局.
@pytest.mark.parametrize(
    "question",
    [
        "红枫市松屿区卫生健康局2023年三公经费",
        "市卫生健康局2023年三公经费",
        "县城市管理局2023年差旅费",
        "省卫健局2023年差旅费",
        "浙江省城市管理局2023年差旅费",
        "浙江2023年城市管理局差旅费",
        "外地卫健局2023年差旅费",
        "除了青岚区城市管理局以外2023年差旅费",
        "青岚区城市管理局的上级单位2023年差旅费",
        "青岚区城市管理局局长2023年差旅费",
        "青岚区城市管理局前任2023年差旅费",
    ],
)
def test_a_body_of_another_place_or_level_is_another(desk: Answerer, question: str) -> None:
    assert not desk.ask(AskRequest(question=question)).figures


#: 城管局 2023: 公务接待费 2.36 of all (p.14); 公用经费 740.35, within it 公务接待费 2.36 (p.13).
def test_what_is_named_within_a_container_is_told_and_not_the_container(desk: Answerer) -> None:
    answer = desk.ask(AskRequest(question="青岚区城市管理局2023年公用经费中的公务接待费多少"))
    assert answer.figures[0].value == "2.36"
