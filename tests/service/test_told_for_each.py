"""What is paid for one of each sort, told together or side by side, and asked for one after the other (分类标准)."""

from __future__ import annotations

from pathlib import Path

import pytest

from service.answer import Answerer
from service.contract import Status
from tests.service.talking import talk
from tests.service.written import answerer_of_texts

TEXT = """桐溪县民政局2024年部门预算
第一部分 情况说明
一、收支预算总体情况
2024年收入预算2,310.50万元，支出预算2,310.50万元。公务接待费预算3.20万元。
二、补助标准
全护理、半护理和全自理对象的照料护理费分别为每人每月310元、190元和60元。城市、农村低保标准分别为每人每月735元和640元。
散居孤儿、集中养育孤儿基本生活费分别为每人每月1,300元、1,800元。
“旧农机更新”项目：安排补助资金86.00万元，大型拖拉机每台补助2.4万元，小型拖拉机每台补助0.6万元。
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("each")
    return answerer_of_texts(folder, TEXT)


@pytest.mark.parametrize(
    ("questions", "value"),
    [
        (["桐溪县民政局半护理的照料护理费一个月多少"], "190"),
        (["桐溪县民政局农村低保标准是多少"], "640"),
        (["桐溪县民政局散居孤儿基本生活费每人每月多少元"], "1300"),
        (["桐溪县民政局更新一台小型拖拉机补多少钱"], "0.6"),
        (["桐溪县民政局全护理的照料护理费一个月多少", "半护理的一个月又是多少"], "190"),
        (["桐溪县民政局更新一台大型拖拉机补多少钱", "那小型的呢"], "0.6"),
        (["桐溪县民政局更新一台大型拖拉机补多少钱", "公务接待费呢"], "3.20"),
    ],
)
def test_each_sort_has_its_own(desk: Answerer, questions: list[str], value: str) -> None:
    assert talk(desk, *questions).figures[0].value == value


@pytest.mark.parametrize(
    "questions",
    [
        ["桐溪县民政局更新一台微型拖拉机补多少钱"],
        ["桐溪县民政局更新一台大型拖拉机补多少钱", "那微型的呢"],
    ],
)
def test_another_sort_has_none(desk: Answerer, questions: list[str]) -> None:
    answer = talk(desk, *questions)
    assert answer.status is Status.NO_ANSWER or not answer.figures
