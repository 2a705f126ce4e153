"""A project that bears the name of an account has its own budget and outcome (与科目同名的项目)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from tests.service.written import answerer_of

WHO = "澜溪市卫生健康局2024年"
TEXT = """澜溪市卫生健康局2024年度部门决算
一、收入支出决算总体情况说明
澜溪市卫生健康局2024年度本年支出合计3000.00万元，其中：基本支出1200.00万元，项目支出1800.00万元。
二、一般公共预算财政拨款支出决算具体情况
1.卫生健康支出（类）公共卫生（款）基本公共卫生服务（项）。年初预算为1000.00万元，支出决算为1100.00万元，完成年初预算的110.00%。
2.卫生健康支出（类）公共卫生（款）重大公共卫生服务（项）。年初预算为300.00万元，支出决算为290.00万元，完成年初预算的96.67%。
三、项目支出自评结果
1.“基本公共卫生服务”项目。全年预算1150.00万元，执行1100.00万元，完成预算的95.65%。
2.“乡村医生补助”项目。全年预算200.00万元，执行180.00万元，完成预算的90.00%。
"""


@pytest.fixture(scope="module")
def health(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder = tmp_path_factory.mktemp("health")
    return answerer_of(folder, "澜溪市卫生健康局2024年度部门决算.txt", TEXT)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("“基本公共卫生服务”项目资金执行率", "95.65"),
        ("基本公共卫生服务项目的预算执行率是多少", "95.65"),
        ("基本公共卫生服务这个项目全年预算多少", "1150.00"),
        ("乡村医生补助项目执行率", "90.00"),
        ("基本公共卫生服务（项）完成年初预算的百分之几", "110.00"),
        ("重大公共卫生服务完成年初预算的百分之几", "96.67"),
    ],
)
def test_the_project_is_not_the_account(health: Answerer, question: str, value: str) -> None:
    answer = health.ask(AskRequest(question=WHO + question))
    assert [figure.value for figure in answer.figures[:1]] == [value]
