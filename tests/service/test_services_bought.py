"""A list of services bought, whose titles and heads run close: each is told by what was bought (政府购买服务)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import AskRequest
from tests.ingest.press import Heading, Press, Sheet

H = Heading
BODY = "苇荡县水利局"
ROWS = [
    ["合计", "", "", "61.50"],
    ["水政执法与普法", "政府履职辅助性服务—法律服务", "法律援助值班", "12.00"],
    ["水政执法与普法", "政府履职辅助性服务—宣传服务", "节水宣传片摄制", "9.50"],
    ["水库运行维护", "公共服务—水利服务", "大坝安全鉴定", "40.00"],
]


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("services")
    path = folder / f"{BODY}2025年部门预算.pdf"
    press = Press(path)
    press.cover([BODY, "2025年部门预算"])
    head = [[H("项目名称"), H("政府购买服务目录"), H("购买内容"), H("金额（万元）")]]
    press.sheet(Sheet("表11：2025年政府购买服务支出表", head, ROWS, (4, 6, 4, 3)))
    press.close()
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert [report.status for report in ingest_paths([path], settings)] == ["read"]
    return Answerer(settings)


def test_all_are_told_by_what_was_bought(answerer: Answerer) -> None:
    told = answerer.ask(AskRequest(question=f"{BODY}2025年政府购买服务都买哪几样，各多少"))
    assert [(f.label, f.value) for f in told.figures] == [
        ("法律援助值班", "12.00"),
        ("节水宣传片摄制", "9.50"),
        ("大坝安全鉴定", "40.00"),
    ]


@pytest.mark.parametrize(
    ("question", "value"),
    [("大坝安全鉴定花多少钱", "40.00"), ("政府购买服务里节水宣传片摄制多少", "9.50")],
)
def test_one_of_them(answerer: Answerer, question: str, value: str) -> None:
    told = answerer.ask(AskRequest(question=f"{BODY}2025年{question}"))
    assert [f.value for f in told.figures] == [value]


def test_what_was_not_bought_is_not_told(answerer: Answerer) -> None:
    told = answerer.ask(AskRequest(question=f"{BODY}2025年政府购买服务里请保洁花多少"))
    assert not told.figures
