"""Two things that a question only names, two bodies in one question: each is told, or said to be lacking (两名)."""

from __future__ import annotations

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import AskRequest
from service.read.clauses import clauses
from tests.service.written import answerer_of


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("渡口局2023年绩效自评项目数量及平均得分", ["渡口局2023年绩效自评项目多少个", "平均得分多少"]),
        ("渡口局2023年绩效自评 项目数 平均分", ["渡口局2023年绩效自评，项目多少个", "平均得分多少"]),
        ("绩效自评一共多少个项目，平均下来多少分", ["绩效自评一共多少个项目", "平均得分多少分"]),
        ("2023年公务接待批次、人次数据", ["2023年公务接待多少批次", "2023年公务接待多少人次"]),
        ("2023年预留经费安排数及较上年增加额", ["2023年预留经费是多少", "较上年增加多少"]),
        ("2023年预留经费 金额 同比减少额", ["2023年预留经费 是多少", "同比减少多少"]),
        ("2023年渔政简报、航道月报期数", ["2023年渔政简报多少期", "航道月报多少期"]),
        (
            "报两个数：一是2023年预留经费总额，二是它比上年度多安排的金额。",
            ["2023年预留经费总额是多少", "比上年度增加多少"],
        ),
        ("2023年：1.会议费 2.培训费", ["2023年会议费是多少", "培训费是多少"]),
        ("监测系统的金额和采购方式", ["监测系统的金额是多少", "采购方式是什么"]),
        ("接待了几批，加起来多少人次", ["接待了几批", "接待了多少人次"]),
        ("培训场次是多少？人次又是多少", ["培训场次是多少", "人次是多少"]),
    ],
)
def test_things_that_are_named_are_asked_for_each(text: str, parts: list[str]) -> None:
    assert [part.replace(" ", "") for part in clauses(text)] == [part.replace(" ", "") for part in parts]


@pytest.mark.parametrize(
    "text",
    [
        "2023年三公经费 同比增加额",
        "培训费较上年增减额",
        "2023年1月和2月支出",
        "平均分配的资金有多少",
        "规划和自然资源局公车辆数",
    ],
)
def test_what_is_named_once_stays_one_question(text: str) -> None:
    assert clauses(text) == [text]


#: Sentences of a made-up town.
TOWN = """第二部分 2023年度部门决算情况说明
一、“三公”经费支出决算情况说明
公务接待费支出1.36万元，2023年国内公务接待17批次、143人次。
二、绩效情况
本年度开展绩效自评的项目14个，绩效自评平均得分93.6分。
"""


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("nouns"), "石渡县柳坪镇人民政府2023年度部门决算.txt", TOWN)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("公务接待批次、人次数据", ["17", "143"]),
        (" 接待批次 接待人次", ["17", "143"]),
        ("公务接待，批次是多少？人次又是多少？", ["17", "143"]),
        ("绩效自评项目数量及平均得分", ["14", "93.6"]),
        ("绩效自评，一共多少个项目，平均下来多少分", ["14", "93.6"]),
    ],
)
def test_both_are_told(town: Answerer, question: str, values: list[str]) -> None:
    answer = town.ask(AskRequest(question=f"柳坪镇2023年{question}"))
    assert [figure.value for figure in answer.figures] == values


def test_the_half_that_is_not_found_is_said(town: Answerer) -> None:
    answer = town.ask(AskRequest(question="柳坪镇2023年公务接待几批多少鲸"))
    assert [figure.value for figure in answer.figures] == ["17"]
    assert "没有" in answer.answer


#: Two made-up offices in one store, each with its cars.
OFFICES = {
    "石渡县水运局": "截至2023年12月31日，本部门共有车辆6辆，其中一般公务用车6辆。",
    "石渡县粮食局": "截至2023年12月31日，本部门共有车辆11辆，其中一般公务用车11辆。",
}


@pytest.fixture(scope="module")
def offices(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder = tmp_path_factory.mktemp("offices")
    files = [folder / f"{name}2023年度部门决算.txt" for name in OFFICES]
    for file, told in zip(files, OFFICES.values(), strict=True):
        file.write_text(f"第二部分 2023年度部门决算情况说明\n一、国有资产占用情况说明\n{told}\n", "utf-8")
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert {report.status for report in ingest_paths(files, settings)} == {"read"}
    return Answerer(settings)


@pytest.mark.parametrize(
    "question",
    [
        "石渡县水运局2023年有几台车，石渡县粮食局又有几台",
        "2023年，石渡县水运局多少辆车？石渡县粮食局多少辆？",
        "石渡县水运局和石渡县粮食局2023年各自名下有多少部车",
    ],
)
def test_what_is_told_of_one_body_is_never_told_of_another(offices: Answerer, question: str) -> None:
    answer = offices.ask(AskRequest(question=question))
    assert [(f.entity, f.value) for f in answer.figures[:2]] == [
        ("石渡县水运局", "6"),
        ("石渡县粮食局", "11"),
    ]
