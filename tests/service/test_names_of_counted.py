"""What so many things are: names behind their number, cars of one sort; a number alone names nothing (所计之名)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from tests.service.written import answerer_of_pages

BODY = "苇塘县农业农村局"
ASSETS = [
    "本单位共有车辆14辆，其中：应急保障用车4辆、特种专业技术用车7辆、其他用车3辆；特种专业技术用车包括动物防疫车5辆、农机检测车2辆。",
    "单价50万元以上通用设备3台（套）。",
    "单价100万元以上的专用设备2台（套），为种质冷藏库和土壤光谱仪。",
]


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of_pages(tmp_path_factory.mktemp("names"), BODY, {"2023年度部门决算": ASSETS})


def ask(answerer: Answerer, said: str) -> Answer:
    return answerer.ask(AskRequest(question=f"{BODY}2023年{said}"))


@pytest.mark.parametrize(
    "said",
    [
        "末单价百万以上专用设备名称",
        "那2台百万元以上的专用设备叫什么",
        "请逐一列明单位价值百万元以上专用设备的名称",
    ],
)
def test_names_stand_behind_their_number(answerer: Answerer, said: str) -> None:
    told = ask(answerer, said)
    assert "种质冷藏库" in told.answer and "土壤光谱仪" in told.answer


@pytest.mark.parametrize("said", ["那7辆特种车都是些什么车", "特种专业技术用车有哪些", "特种车都有啥"])
def test_cars_of_a_sort_are_told_one_by_one(answerer: Answerer, said: str) -> None:
    told = ask(answerer, said)
    assert [(f.label, f.value) for f in told.figures] == [("动物防疫车", "5"), ("农机检测车", "2")], (
        told.answer
    )


def test_parts_of_one_sort_are_no_sorts_of_all(answerer: Answerer) -> None:
    told = ask(answerer, "都有什么车")
    assert [f.value for f in told.figures] == ["4", "7", "3"], told.answer


@pytest.mark.parametrize("said", ["末单价50万元以上通用设备的名称", "末应急车具体是哪几辆"])
def test_a_number_is_no_name(answerer: Answerer, said: str) -> None:
    told = ask(answerer, said)
    assert told.status is not Status.ANSWERED and not told.figures, told.answer


def test_how_many_stays_a_number(answerer: Answerer) -> None:
    assert [f.value for f in ask(answerer, "末单价100万元以上专用设备有几台").figures] == ["2"]
