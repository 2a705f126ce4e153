"""The nearer of what is said: the inner column, what one sentence tells beside a thing, both measures of a change."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest
from service.follow.both_measures import both_measures
from service.follow.conversation import Turn
from service.model import Operation, Plan
from tests.ingest.press import Heading, Press, Sheet

H = Heading
BODY = "霞浦洲区档案馆"
CARS = "公务用车运行维护费9.30万元，其中公务用车加油4.10万元，公务用车维修3.20万元，公务用车保险2.00万元。"
ITEMS = [
    ["", "合计", "300.00", "260.00", "200.00", "60.00", "40.00"],
    ["2012604", "档案馆", "300.00", "260.00", "200.00", "60.00", "40.00"],
]
BASIC = [["302", "商品和服务支出", "60.00"], ["30213", "维修（护）费", "25.00"], ["", "合计", "60.00"]]


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("nearer")
    path = folder / f"2024年{BODY}部门预算公开.pdf"
    press = Press(path)
    press.cover([BODY, "2024年部门预算公开"])
    press.prose(["一、“三公”经费情况", f"2024年{CARS}"])
    head = [
        [H("科目编码"), H("科目名称"), H("合计"), H("基本支出"), H("人员经费"), H("公用经费"), H("项目支出")]
    ]
    press.sheet(Sheet("一般公共预算支出表", head, ITEMS, (2, 3, 2, 2, 2, 2, 2), right="单位：万元"))
    head = [[H("科目编码"), H("科目名称"), H("合计")]]
    press.sheet(Sheet("一般公共预算基本支出表", head, BASIC, (2, 5, 3), right="单位：万元"))
    press.close()
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert [report.status for report in ingest_paths([path], settings)] == ["read"]
    return Answerer(settings)


def ask(answerer: Answerer, question: str) -> Answer:
    return answerer.ask(AskRequest(question=f"{BODY}2024年{question}"))


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("公务用车加油和维修加起来多少", "7.30"),
        ("公务用车加油、维修一共多少", "7.30"),
        ("档案馆（2012604）基本支出的公用经费是多少", "60.00"),
        ("档案馆（2012604）基本支出中人员经费是多少", "200.00"),
        ("档案馆（2012604）基本支出是多少", "260.00"),
        ("维修（护）费是多少", "25.00"),
    ],
)
def test_the_nearer_is_told(answerer: Answerer, question: str, value: str) -> None:
    assert ask(answerer, question).figures[0].value == value


SAID = "某局2024年三公经费比上年变动多少万元、百分之多少"


@pytest.mark.parametrize(
    ("text", "before", "made"),
    [
        ("其中公务用车购置费呢？", SAID, "公务用车购置费比上年变动多少万元、百分之多少"),
        ("那公务接待费呢", SAID, "公务接待费比上年变动多少万元、百分之多少"),
        ("公务接待费呢", "某局2024年三公经费多少", "公务接待费呢"),
        ("2023年呢", SAID, "2023年呢"),
        ("其中公务接待费多少", SAID, "其中公务接待费多少"),
    ],
)
def test_both_measures_are_asked_again(text: str, before: str, made: str) -> None:
    assert both_measures(text, (Turn((), (), Plan(Operation.LOOKUP), said=before),)) == made
