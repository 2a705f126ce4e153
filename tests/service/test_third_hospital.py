"""Bodies whose names end in words that narrow (第三医院), budget and final accounts of one year: asked end to end."""

# ruff: noqa: E501 - rows of a table are read whole
from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from tests.ingest.press import Heading, Press, Sheet

H = Heading
HOSPITAL = "栖河省第三康复医院"
BUREAU = "松樾县市场监督管理局"
PARK = "松樾县高新技术产业开发区管理委员会"
CODES = [H("科目编码"), H("科目名称"), H("本年支出合计"), H("基本支出"), H("项目支出")]


def spent(body: str, title: str, rows: list[list[str]], unit: str = "万元") -> Sheet:
    return Sheet(title, [CODES], rows, (2, 6, 3, 3, 3), left=f"单位：{body}", right=f"单位：{unit}")


def hospital(path: Path) -> None:
    press = Press(path)
    press.cover([HOSPITAL, "2022年度部门决算"])
    press.prose(["第一部分　单位概况", "医院开放床位520张，病床使用率91.3%。"])
    rows = [
        ["", "合计", "900.00", "700.00", "200.00"],
        ["210", "卫生健康支出", "900.00", "700.00", "200.00"],
        ["21002", "公立医院", "900.00", "700.00", "200.00"],
        ["2100208", "其他专科医院", "900.00", "700.00", "200.00"],
    ]
    press.sheet(spent(HOSPITAL, "支出决算表", rows))
    press.close()


def bureau(path: Path, kind: str) -> None:
    """The budget in 万元 with 60 of other money, or the accounts in 元 with what the budget was for one fund alone."""
    budget = kind == "预算"
    press = Press(path)
    press.cover([BUREAU, f"2023年{'' if budget else '度'}部门{kind}"])
    if budget:
        rows = [
            ["", "合计", "460.00", "300.00", "160.00"],
            ["201", "一般公共服务支出", "435.00", "300.00", "135.00"],
            ["207", "文化旅游体育与传媒支出", "25.00", "", "25.00"],
        ]
        press.sheet(spent(BUREAU, "支出总表", rows))
    else:
        rows = [
            ["", "合计", "4785000.00", "3010000.00", "1775000.00"],
            ["201", "一般公共服务支出", "4785000.00", "3010000.00", "1775000.00"],
        ]
        press.sheet(spent(BUREAU, "支出决算表", rows, "元"))
        general = [["", "合计", "4185000.00", "3010000.00", "1175000.00"], ["201", "一般公共服务支出", "4185000.00", "3010000.00", "1175000.00"]]  # fmt: skip
        press.sheet(spent(BUREAU, "一般公共预算财政拨款支出决算表", general, "元"))
        press.prose([
            "一、支出决算情况说明",
            "2023年度一般公共预算财政拨款支出年初预算为400.00万元，支出决算为418.50万元。",
            "二、机关运行经费支出说明",
            "机关运行经费支出31.20万元，其中：办公费12.00万元，物业管理费8.00万元。",
        ])  # fmt: skip
    press.close()


def park(path: Path) -> None:
    press = Press(path)
    press.cover([PARK, "2023年度部门决算"])
    rows = [["", "合计", "70.00", "70.00", ""], ["212", "城乡社区支出", "70.00", "70.00", ""]]
    press.sheet(spent(PARK, "支出决算表", rows))
    press.prose(["二、主要工作", "新增高新技术企业29家，总数达到176家。"])
    press.close()


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("third")
    files = [folder / f"{name}.pdf" for name in ("医院决算", "市监局预算", "市监局决算", "管委会决算")]
    hospital(files[0])
    bureau(files[1], "预算")
    bureau(files[2], "决算")
    park(files[3])
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert [report.status for report in ingest_paths(files, settings)] == ["read"] * 4
    return Answerer(settings)


def ask(answerer: Answerer, question: str) -> Answer:
    return answerer.ask(AskRequest(question=question))


@pytest.mark.parametrize(
    ("said", "value", "unit"),
    [
        ("栖河省第三康复医院病床使用率", "91.3", "%"),
        ("栖河省第三康复医院开放床位多少张", "520", "张"),
        ("栖河省第三康复医院基本支出", "700.00", "万元"),
        ("栖河省第三康复医院其他专科医院项目支出", "200.00", "万元"),
        ("第三康复医院项目支出占本年支出合计的比例", "22.22", "%"),
        ("松樾县市场监管局2023年支出合计比预算多多少", "185000.00", "元"),
        ("松樾县市场监管局2023年一共花的钱比预算多了多少", "185000.00", "元"),
        ("松樾县市场监管局2023年整体支出多少", "4785000.00", "元"),
        ("松樾县管委会高新技术企业总数", "176", "家"),
        ("松樾县市场监管局2023年机关运行经费里的物业管理费多少", "8.00", "万元"),
        ("松樾县市场监管局2023年机关运行经费中办公费是多少", "12.00", "万元"),
        ("松樾县市场监管局2023年机关运行经费里物业管理费占多少", "25.64", "%"),
    ],
)
def test_the_figure_that_is_meant(answerer: Answerer, said: str, value: str, unit: str) -> None:
    answer = ask(answerer, said)
    assert [(f.value, f.unit) for f in answer.figures[:1]] == [(value, unit)], answer.answer


@pytest.mark.parametrize("said", ["栖河省第三康复医院学校培训费", "栖河省第三康复医院教师基本支出"])
def test_what_narrows_by_itself_still_does(answerer: Answerer, said: str) -> None:
    assert not ask(answerer, said).figures


def test_a_thing_is_no_other_bodys_name(answerer: Answerer) -> None:
    """「业管理」 of 物业管理费 is no 高新技术产业开发区管理委员会."""
    answer = ask(answerer, "松樾县市场监管局2023年机关运行经费里的物业管理费多少")
    assert PARK not in answer.answer + "".join(answer.notes)
    assert all(f.value != "31.20" for f in answer.figures)


def test_what_is_put_out_to_compare_with_a_budget_that_is_not_there_is_said(answerer: Answerer) -> None:
    answer = ask(answerer, "栖河省第三康复医院2022年支出比预算省了多少")
    assert answer.status is Status.NO_ANSWER and not answer.figures
