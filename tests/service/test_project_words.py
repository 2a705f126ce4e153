"""A year's projects asked about in daily words: names, money, rates, scores, grades, and which of them (问项目)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest, Status

FARMS = """芦川县农业农村局2023年度部门决算
一、部门职责
芦川县农业农村局负责全县农业农村工作。
二、预算绩效管理情况
根据要求，对2023年度4个项目开展绩效自评，涉及资金2,300.00万元。
（一）高标准农田建设项目自评结果：全年预算数1,500.00万元，执行数1,440.00万元，执行率96.00%，自评得分98.50分，等级为优。
（二）农村人居环境整治项目自评结果：全年预算数500.00万元，执行数400.00万元，执行率80.00%，自评得分88.00分，等级为良。
（三）动物疫病防控项目自评结果：全年预算数200.00万元，执行数200.00万元，执行率100.00%，自评得分99.00分，等级为优。
（四）农机购置补贴项目自评结果：全年预算数100.00万元，执行数95.00万元，执行率95.00%，自评得分91.20分，等级为优。
三、收入支出决算总体情况说明
芦川县农业农村局2023年度收入总计3,900.00万元，支出总计3,900.00万元。本年支出合计3,900.00万元，其中：基本支出1,600.00万元，项目支出2,300.00万元。
"""
WATER = """宁坪市水利局2022年度部门决算
一、部门职责
宁坪市水利局负责全市水利工作。
二、绩效评价结果
2022年度本部门共有3个项目纳入绩效自评，其中评价等级为“优”的项目2个，“良”的项目1个。
1.河道清淤工程绩效自评综述：根据年初设定的绩效目标，项目自评得分为96分。项目全年预算数为320万元，执行数为310.4万元，完成预算的97%。
2.水库除险加固绩效自评综述：根据年初设定的绩效目标，项目自评得分为85.5分。项目全年预算数为900万元，执行数为630万元，完成预算的70%。
3.防汛物资储备绩效自评综述：根据年初设定的绩效目标，项目自评得分为92分。项目全年预算数为80万元，执行数为80万元，完成预算的100%。
三、收入支出决算总体情况说明
宁坪市水利局2022年度收入总计2,000.00万元，支出总计2,000.00万元。本年支出合计2,000.00万元，其中：基本支出700.00万元，项目支出1,300.00万元。
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder = tmp_path_factory.mktemp("projects")
    files = []
    for text in (FARMS, WATER):
        file = Path(folder, f"{text.splitlines()[0]}.txt")
        file.write_text(text, "utf-8")
        files.append(file)
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert all(report.status == "read" for report in ingest_paths(files, settings))
    return Answerer(settings)


def ask(answerer: Answerer, *questions: str) -> Answer:
    conversation = None
    for question in questions:
        answer = answerer.ask(AskRequest(question=question, conversation_id=conversation))
        conversation = answer.conversation_id
    return answer


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("芦川县农业农村局2023年自评得分最低的是哪个项目", ["88.00"]),
        ("芦川县农业农村局2023年各项目得分", ["98.50", "88.00", "99.00", "91.20"]),
        ("芦川县农业农村局2023年得分90分以下的项目有几个", ["1"]),
        ("芦川县农业农村局2023年项目自评平均分", ["94.18"]),  # (98.50 + 88.00 + 99.00 + 91.20) / 4
        ("芦川县农业农村局2023年执行率最低的项目是哪个", ["80.00"]),
        ("芦川县农业农村局2023年执行率低于96%的项目有哪些", ["80.00", "95.00"]),
        ("芦川县农业农村局2023年有几个项目评为优", ["3"]),
        (
            "芦川县农业农村局2023年做了绩效自评的项目有哪些，预算各多少",
            ["1500.00", "500.00", "200.00", "100.00"],
        ),
        ("芦川县农业农村局2023年自评项目涉及资金多少", ["2300.00"]),
        ("芦川县农业农村局2023年绩效项目列示（四个，带金额）", ["1440.00", "400.00", "200.00", "95.00"]),
        ("宁坪市水利局2022年自评得分最高的两个项目", ["96", "92"]),
        ("宁坪市水利局2022年评为良的项目几个", ["1"]),
        ("宁坪市水利局2022年项目预算不到350万的有哪些", ["320", "80"]),
        ("宁坪市水利局2022年项目全年预算合计多少", ["1300"]),
        ("宁坪市水利局2022年花得最少的项目是哪个", ["80"]),
    ],
)
def test_what_is_asked_of_the_projects(answerer: Answerer, question: str, values: list[str]) -> None:
    told = [figure.value for figure in ask(answerer, question).figures]
    assert told[: len(values)] == values


def test_a_follow_up_is_of_the_same_projects(answerer: Answerer) -> None:
    first = "宁坪市水利局2022年有几个项目做了自评"
    assert "水库除险加固" in ask(answerer, first, "哪个得分最低").answer
    assert "水库除险加固" in ask(answerer, first, "执行率最低的是哪个").answer
    assert ask(answerer, first, "评优的几个").figures[0].value == "2"


@pytest.mark.parametrize(
    "question",
    [
        "芦川县农业农村局2023年项目平均执行率",  # the mean of rates is no rate of the whole
        "芦川县农业农村局2023年有几个项目评为差",
        "芦川县农业农村局2023年有没有执行率90%的项目",
    ],
)
def test_what_is_not_worked_out_is_not_answered_by_the_whole(answerer: Answerer, question: str) -> None:
    answer = ask(answerer, question)
    assert answer.status is not Status.ANSWERED or not answer.figures


#: 城管局 2023 p.23: 环卫安全生产 3.20 of 5.00; p.27: 市政道路桥涵养护 89.74 分, in one of three forms of nine projects.
def test_the_samples_tell_their_projects(desk: Answerer) -> None:
    assert ask(desk, "青岚城管局2023年执行率最低的项目是哪个").figures[0].value == "64.00"
    scored = ask(desk, "青岚城管局2023年自评得分90分以下的项目")
    assert [figure.value for figure in scored.figures] == ["89.74"]
    assert "9个项目" in scored.answer
