"""A project whose name stands behind a label, and when its money is spent (项目名称与执行时间)."""

from __future__ import annotations

from pathlib import Path

import pytest

from service.answer import Answerer
from tests.service.talking import talk
from tests.service.written import answerer_of_texts

TEXT = """白杨县档案馆2023年部门预算
第三部分 情况说明
一、收支预算总体情况
2023年收入预算910.50万元，支出预算910.50万元。
二、项目支出情况说明
（一）项目名称：旧库房屋面防水改造
预算安排规模：85.00万元。项目承担单位：白杨县档案馆。
主要内容：更换防水层1,240平方米。
资金执行时间：2023年4月至2024年9月。
（二）项目名称：馆藏档案数字化扫描
预算安排规模：46.00万元。项目承担单位：白杨县档案馆。
主要内容：扫描老旧卷宗。
资金执行时间：2023年1月至11月。
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("called")
    return answerer_of_texts(folder, TEXT)


@pytest.mark.parametrize(
    ("questions", "told"),
    [
        (["白杨县档案馆旧库房屋面防水改造工期是什么时候"], "2023年4月至2024年9月"),
        (
            ["白杨县档案馆旧库房屋面防水改造2023年安排多少", "工期是什么时候到什么时候"],
            "2023年4月至2024年9月",
        ),
        (["白杨县档案馆馆藏档案数字化扫描是什么时候做"], "2023年1月至11月"),
    ],
)
def test_when_its_money_is_spent_is_told_of_the_project(
    desk: Answerer, questions: list[str], told: str
) -> None:
    assert told in talk(desk, *questions).answer
