"""Reasons, meanings and what was met, in daily words, of the samples and of a text of another place (日常问法)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest, Status
from tests.service.written import answerer_of


#: 城管局 2023: 榆荫路 on p.22; 2022: 公厕 on p.18, what was spent more on p.12; 卫健局 2023: indicators on p.9.
@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("榆荫路2023年说要修结果没动工，到底卡在哪了？城管局怎么讲的", "管线迁改方案尚未批复"),
        ("青岚城管局2023年榆荫路没动工，问题出在哪", "管线迁改方案尚未批复"),
        ("青岚城管局2022年公厕新改建没完成难在哪里", "未取得周边居民同意"),
        ("松屿卫健局2023年家庭医生签约没达标，症结在哪", "全科医生缺口17名"),
        ("青岚城管局22年为啥比21年多花钱啊", "消杀"),
        ("青岚城管局2023年为啥比2022年少花钱", "重新招标"),
    ],
)
def test_why(desk: Answerer, question: str, told: str) -> None:
    answer = desk.ask(AskRequest(question=question))
    assert answer.status is Status.ANSWERED
    assert told in answer.answer


#: Terms of 城管局: final accounts of 2023 on p.25, the budget of 2024 on p.20.
@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("政府文件里的“机关运行经费”到底是干啥的钱？看青岚城管局2023年决算里怎么说", "购买货物和服务"),
        ("青岚城管局2023年决算里机关运行经费是干啥用的钱", "购买货物和服务"),
        ("上年结转啥意思 城管24年预算里头那个", "上一年度已经安排"),
        ("青岚城管局2024年单位资金是做什么的钱", "财政拨款以外"),
        ("青岚城管局2023年项目支出是干啥的钱", "为完成某项专门任务"),
    ],
)
def test_what_a_term_means(desk: Answerer, question: str, told: str) -> None:
    assert told in desk.ask(AskRequest(question=question)).answer


#: Of 28 indicators 26 were met in 2023 (p.22), of 25 in 2022 (p.18) 24.
@pytest.mark.parametrize(
    ("year", "question", "value"),
    [(2023, "没完成几项", "2"), (2023, "完成了几项", "26"), (2022, "那几项没达标", "1")],
)
def test_how_many_were_met(desk: Answerer, year: int, question: str, value: str) -> None:
    first = desk.ask(AskRequest(question=f"青岚城管局{year}年年初定了多少项绩效指标？"))
    answer = desk.ask(AskRequest(question=question, conversation_id=first.conversation_id))
    assert [figure.value for figure in answer.figures] == [value]


TEXT = """锦川州农牧局2022年度部门决算
一、部门职责
锦川州农牧局主管全州农业和畜牧业。
二、收入支出决算总体情况说明
2022年度收入总计640.00万元，支出总计640.00万元。与2021年相比，收、支总计各增加85.00万元，增长15.32%，主要原因是新增人工草场建设任务。
三、预算绩效情况说明
年初设定的16项绩效指标完成13项。未完成的3项为牦牛良种补贴到位率、草场围栏验收率和培训满意率，原因分别是补贴名单核定较晚、围栏材料进场推迟、培训场地不足。
"""


@pytest.fixture(scope="module")
def herds(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("herds"), "锦川州农牧局2022年度部门决算.txt", TEXT)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("草场围栏没验收，卡在哪了", "材料进场推迟"),
        ("为啥比2021年多花钱", "人工草场"),
        ("牦牛良种补贴没到位，问题出在哪", "名单核定较晚"),
    ],
)
def test_why_in_a_text_of_another_place(herds: Answerer, question: str, told: str) -> None:
    assert told in herds.ask(AskRequest(question=f"锦川州农牧局2022年{question}")).answer


def test_met_in_a_text_of_another_place(herds: Answerer) -> None:
    first = herds.ask(AskRequest(question="锦川州农牧局2022年设定了多少项绩效指标"))
    answer = herds.ask(AskRequest(question="没完成几项", conversation_id=first.conversation_id))
    assert [figure.value for figure in answer.figures] == ["3"]
