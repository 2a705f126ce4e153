"""A rate is of what its name says, an indicator's points are points, and one name may have an 与 in it (比率的对象)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest, Status
from tests.service.written import answerer_of

CITY = "青岚区城管局2023年"


#: The forms of 城管局 2023 on p.26–27: 市民对环境卫生满意度 91.7 % (10 points), 沿线居民满意度 88.3 % (15 points),
#: 回访满意率 92.4 %; 清扫保洁 scores 97.38 points and spent 5236.40; target of 沿线居民满意度 85 %.
@pytest.mark.parametrize(
    ("question", "value", "unit"),
    [
        ("市民对道路清扫的满意度是多少", "91.7", "%"),
        ("垃圾收运的市民满意度是多少", "91.7", "%"),
        ("道路清扫保洁与垃圾收运项目的市民满意度实际完成多少", "91.7", "%"),
        ("沿线居民满意度是多少", "88.3", "%"),
        ("市政道路桥涵养护项目的居民满意度目标是多少", "85", "%"),
        ("城管热线的回访满意率是多少", "92.4", "%"),
        ("市政道路桥涵养护的沿线居民满意度得分", "15", "分"),
        ("道路清扫保洁市民满意度指标得了多少分", "10", "分"),
        ("道路清扫保洁与垃圾收运项目总分", "97.38", "分"),
        ("道路清扫保洁与垃圾收运项目花了多少", "5236.40", "万元"),
        ("道路清扫保洁与垃圾收运项目的执行率", "98.80", "%"),
    ],
)
def test_a_rate_of_what_is_named(desk: Answerer, question: str, value: str, unit: str) -> None:
    answer = desk.ask(AskRequest(question=CITY + question))
    assert answer.status is Status.ANSWERED
    assert (answer.figures[0].value, answer.figures[0].unit) == (value, unit)
    assert len(answer.figures) == 1


@pytest.mark.parametrize(
    "question",
    [
        CITY + "公厕的市民满意度是百分之多少",
        CITY + "公厕运行管护项目的市民满意度是多少",
        CITY + "餐厨废弃物处置监管项目的收运覆盖率是多少",
        CITY + "市民热线回访满意度",
        "松屿区卫健局2023年基本公共卫生服务项目健康档案建档率多少",
        "松屿区卫健局2023年疫苗接种的居民满意度达到多少",
    ],
)
def test_none_of_anything_else(desk: Answerer, question: str) -> None:
    answer = desk.ask(AskRequest(question=question))
    assert answer.status is Status.NO_ANSWER
    assert not answer.figures


TEXT = """临溪市教育体育局2023年度部门决算
一、部门职责
临溪市教育体育局主管全市中小学教育和群众体育。
二、收入支出决算总体情况说明
2023年度收入总计900.00万元，支出总计900.00万元。本年支出合计900.00万元，其中：基本支出500.00万元，项目支出400.00万元。
三、工作开展情况
全年新建校园操场6片，学生食堂改造12处。家长对学生食堂满意度达到93.1%，群众对体育场馆开放满意度为88.6%，校车接送准点率达到97.5%。
"""


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("school"), "临溪市教育体育局2023年度部门决算.txt", TEXT)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("学生食堂的家长满意度是多少", "93.1"),
        ("体育场馆开放的群众满意度多少", "88.6"),
        ("校车准点率多少", "97.5"),
    ],
)
def test_in_a_text_of_another_place(school: Answerer, question: str, value: str) -> None:
    answer = school.ask(AskRequest(question=f"临溪市教育体育局2023年{question}"))
    assert [figure.value for figure in answer.figures[:1]] == [value]


@pytest.mark.parametrize("question", ["校车的家长满意度是多少", "操场的群众满意度多少", "校园操场的满意度"])
def test_none_in_a_text_of_another_place(school: Answerer, question: str) -> None:
    answer = school.ask(AskRequest(question=f"临溪市教育体育局2023年{question}"))
    assert not answer.figures
