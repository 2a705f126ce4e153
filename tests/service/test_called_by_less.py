"""A sum of named things: each is added by its own figure, none by that of a shorter name (加数名不全)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from tests.ingest.press import Heading, Press, Sheet

H = Heading
BODY = "碧川县文化和旅游局"


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("less")
    press = Press(folder / f"{BODY}2024年部门预算.pdf")
    press.cover([BODY, "2024年部门预算"])
    press.prose(["一、主要职责", "管理全县文化、文物和旅游工作。"])
    spent = [
        ["207", "文化旅游体育与传媒支出", "1,900.00", "700.00", "1,200.00"],
        ["20702", "文物", "1,900.00", "700.00", "1,200.00"],
        ["2070204", "文物保护", "900.00", "200.00", "700.00"],
        ["2070205", "博物馆", "1,000.00", "500.00", "500.00"],
        ["", "合计", "1,900.00", "700.00", "1,200.00"],
    ]
    head = [[H("科目编码"), H("科目名称"), H("合计"), H("基本支出"), H("项目支出")]]
    press.sheet(Sheet("部门支出总表", head, spent, (3, 6, 3, 3, 3), left=f"部门：{BODY}", right="单位：万元"))
    projects = [
        ["古塔保护利用专项", "310.00"], ["博物馆纪念馆免费开放补助", "120.00"],
        ["非遗传承人培训及展演补贴", "45.00"], ["合计", "475.00"],
    ]  # fmt: skip
    head = [[H("项目名称"), H("预算数")]]
    press.sheet(Sheet("项目支出预算表", head, projects, (8, 3), left=f"部门：{BODY}", right="单位：万元"))
    press.close()
    settings = Settings(data=folder / "data", database_url="", chroma_url="")
    ingest_paths(sorted(folder.glob("*.pdf")), settings)
    return Answerer(settings)


def ask(answerer: Answerer, question: str) -> Answer:
    return answerer.ask(AskRequest(question=f"{BODY}2024年{question}"))


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("古塔保护利用专项和博物馆免费开放补助，两笔预算一共多少？", "430.00"),
        ("古塔保护利用专项、博物馆免费开放补助、非遗传承人培训及展演补贴三个项目合计多少？", "475.00"),
        ("文物保护和博物馆两项支出一共多少？", "1900.00"),  # the accounts themselves
    ],
)
def test_each_is_added_by_its_own_figure(answerer: Answerer, question: str, value: str) -> None:
    assert ask(answerer, question).figures[0].value == value


def test_none_is_added_by_a_shorter_name(answerer: Answerer) -> None:
    answer = ask(answerer, "古塔保护利用专项和博物馆数字化展示，两笔预算一共多少？")
    assert answer.status is Status.NO_ANSWER
    assert not answer.figures
