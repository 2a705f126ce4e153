"""A body that is told by its place in the order before: 「排第一的那家，接待费多少」 (名次所指)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from tests.service.talking import talk
from tests.service.written import answerer_of_texts

#: Vehicles, 公务接待费 and its running costs in 万元, set here.
BODIES = {
    "岩口县水利局": ("5", "1.10", "20.00"),
    "岩口县林业局": ("9", "2.20", "27.00"),
    "岩口县档案局": ("2", "3.30", "7.00"),
}
TEXT = """{body}2024年度部门决算
一、单位职责
{body}负责全县有关工作。
二、三公经费情况
公务接待费支出{guests}万元，公务用车运行维护费支出{cars}万元。
三、国有资产情况
截至2024年12月31日，共有车辆{vehicles}辆。
"""
ASKED = "岩口县水利局、岩口县林业局、岩口县档案局2024年哪家车辆最多，从多到少排一下"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    texts = (
        TEXT.format(body=body, vehicles=vehicles, guests=guests, cars=cars)
        for body, (vehicles, guests, cars) in BODIES.items()
    )
    return answerer_of_texts(tmp_path_factory.mktemp("ranked"), *texts)


@pytest.mark.parametrize(
    ("then", "value"),
    [
        ("排第一的那家，公务接待费多少", "2.20"),
        ("最多的那家公务接待费多少", "2.20"),
        ("第二名的单位公务接待费多少", "1.10"),
        ("垫底的那家公务接待费多少", "3.30"),
        ("排第一的那家，平均每辆车的运行维护费多少万元", "3.00"),
    ],
)
def test_the_body_at_that_place_is_told(desk: Answerer, then: str, value: str) -> None:
    assert [figure.value for figure in talk(desk, ASKED).figures] == ["9", "5", "2"]
    assert [figure.value for figure in talk(desk, ASKED, then).figures] == [value]


def test_the_next_place_is_asked_by_its_number_alone(desk: Answerer) -> None:
    answer = talk(desk, ASKED, "排第一的那家公务接待费多少", "第二的那家呢")
    assert [figure.value for figure in answer.figures] == ["1.10"]


@pytest.mark.parametrize("then", ["排第四的那家公务接待费多少"])
def test_a_place_that_there_is_not_is_no_bodys(desk: Answerer, then: str) -> None:
    assert talk(desk, ASKED, then).figures == []
