"""A class of expenditure with words that only explain it, and a fund as a part of the total that was told (举例与其中)."""

# ruff: noqa: E501 - rows of a statement are read whole
from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import AskRequest
from tests.ingest.press import Heading, Press, Sheet

H = Heading
BODY = "栗原县开发区管理委员会"
TOLD = [
    "2024年收入总计5,000.00万元，其中：本年收入4,000.00万元，上年结转1,000.00万元。支出总计5,000.00万元。",
    "2024年一般公共预算基本支出1,600.00万元，其中：人员经费1,200.00万元，公用经费400.00万元。",
]
ROWS = [
    ["一、一般公共预算财政拨款收入", "3,000.00", "一、一般公共服务支出", "4,000.00"],
    ["二、政府性基金预算财政拨款收入", "1,000.00", "二、城乡社区支出", "1,000.00"],
    ["本年收入合计", "4,000.00", "本年支出合计", "5,000.00"],
    ["上年结转结余", "1,000.00", "年终结转结余", ""],
    ["收入总计", "5,000.00", "支出总计", "5,000.00"],
]
BASIC = [
    ["", "合计", "1,600.00", "1,200.00", "400.00"],
    ["301", "工资福利支出", "1,150.00", "1,150.00", ""],
    ["302", "商品和服务支出", "400.00", "", "400.00"],
    ["303", "对个人和家庭的补助", "50.00", "50.00", ""],
]


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder = tmp_path_factory.mktemp("classes")
    path: Path = folder / f"{BODY}2024年部门预算.pdf"
    press = Press(path)
    press.cover([BODY, "2024年部门预算"])
    head = [[H("收入"), H("预算数"), H("支出"), H("预算数")]]
    press.sheet(Sheet("部门收支总表", head, ROWS, (5, 3, 5, 3), left=f"部门：{BODY}", right="单位：万元"))
    head = [[H("科目编码"), H("科目名称"), H("合计"), H("人员经费"), H("公用经费")]]
    press.sheet(
        Sheet(
            "一般公共预算基本支出表", head, BASIC, (2, 5, 3, 3, 3), left=f"部门：{BODY}", right="单位：万元"
        )
    )
    press.prose(["三、预算情况说明", *TOLD])
    press.close()
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert {r.status for r in ingest_paths([path], settings)} == {"read"}
    return Answerer(settings)


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("的基本支出里，给人发工资这类人员经费占百分之几", "75.00"),
        ("基本支出中，发工资这样的人员经费占多大比例", "75.00"),
        ("基本支出里工资、补助之类的人员经费占百分之几", "75.00"),
        ("基本支出里，办公、水电这些公用经费占几成", "25.00"),
        ("基本支出里买办公用品这类公用经费占百分之多少", "25.00"),
    ],
)
def test_what_explains_the_class_is_not_asked_for(answerer: Answerer, said: str, value: str) -> None:
    figure = answerer.ask(AskRequest(question=f"{BODY}2024年{said}？")).figures[0]
    assert (figure.value, figure.unit) == (value, "%")


@pytest.mark.parametrize(
    ("first", "then", "value"),
    [
        ("收入总计是多少", "其中政府性基金占多大比例", "20.00"),
        ("收入总预算是多少", "其中政府性基金占百分之几", "20.00"),
        ("收入总计是多少", "其中一般公共预算占几成", "60.00"),
        ("本年收入合计是多少", "其中政府性基金占多大比例", "25.00"),
        ("本年收入合计是多少", "其中一般公共预算占百分之几", "75.00"),
    ],
)
def test_the_total_that_was_told_is_the_whole(answerer: Answerer, first: str, then: str, value: str) -> None:
    asked = (f"{BODY}2024年{first}", then)
    answers = [answerer.ask(AskRequest(question=q, conversation_id=first + then)) for q in asked]
    assert (answers[-1].figures[0].value, answers[-1].figures[0].unit) == (value, "%")
