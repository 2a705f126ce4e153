"""What is paid for one, stated by the explanation of a term alone (名词解释里的标准); a name of which one is said."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest
from tests.service.written import answerer_of_texts

BODY = "澧塘县残疾人联合会"
PAGE = f"""{BODY}2023年度部门决算
一、部门职责
{BODY}负责全县残疾人服务。
二、收入支出决算总体情况说明
2023年度本年支出合计760.00万元。年末在职人员20人。
三、项目支出情况
2023年度暖心居家照护项目支出90.00万元。一镇一站项目支出33.00万元。
四、名词解释
1.暖心居家照护计划：为重度残疾人提供居家服务的补助计划，每人每年2,400元。
2.项目支出：指为完成特定任务发生的支出。
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of_texts(tmp_path_factory.mktemp("rate"), PAGE)


def ask(answerer: Answerer, said: str) -> Answer:
    return answerer.ask(AskRequest(question=f"{BODY}2023年{said}"))


@pytest.mark.parametrize(
    "said",
    ["暖心居家照护每个人一年补助标准多少钱", "暖心居家照护的补助标准是多少", "暖心居家照护每人每年补助多少"],
)
def test_the_standard_stands_in_the_explanation(answerer: Answerer, said: str) -> None:
    told = ask(answerer, said)
    assert "每人每年2,400元" in told.answer and {f.value for f in told.figures} <= {"2400"}


def test_another_project_has_none(answerer: Answerer) -> None:
    told = ask(answerer, "辅具适配每人每年补助多少")
    assert "2,400" not in told.answer and not told.figures


def test_one_that_a_name_says_is_no_one_of_many(answerer: Answerer) -> None:
    assert ask(answerer, "一镇一站项目是多少").figures[0].value == "33.00"
