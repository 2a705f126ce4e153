"""A part of a project, a project that two tables name, words of the trade that are also the ends of bodies' names."""

# ruff: noqa: E501 - rows of a table are read whole
from __future__ import annotations

from pathlib import Path

import pytest

from ingest.model import Stage
from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import AskRequest
from tests.ingest.press import Entry, Heading, Press, Sheet
from tests.ingest.typist import ALL, GENERAL, Typist

H = Heading


def publish(path: Path, body: str, *sheets: Sheet) -> None:
    press = Press(path)
    press.cover([body, "2025年部门预算"])
    for sheet in sheets:
        press.sheet(sheet)
    press.close()


def projects() -> Sheet:
    t = Typist(year=2025, stage=Stage.BUDGET, fund=GENERAL)
    rows: list[list[Entry]] = [
        [
            "2130311",
            "水资源节约管理与保护",
            "地下水超采区治理",
            t("106.89", ""),
            t("35.63", ""),
            t("71.26", ""),
        ],
        ["2130314", "防汛", "防汛物资储备", t("40.00", ""), t("40.00", ""), ""],
        ["", "合计", "", t("146.89", ""), t("75.63", ""), t("71.26", "")],
    ]
    head = [
        [H("科目编码"), H("科目名称"), H("项目名称"), H("项目支出合计"), H("商品和服务支出"), H("资本性支出")]
    ]
    return Sheet("一般公共预算项目支出情况表", head, rows, (2, 4, 4, 3, 3, 3), right="单位：万元")


def basic() -> Sheet:
    t = Typist(year=2025, stage=Stage.BUDGET, fund=GENERAL)
    rows: list[list[Entry]] = [["302", "商品和服务支出", t("17.90", "")], ["310", "资本性支出", t("1.05", "")], ["", "合计", t("18.95", "")]]  # fmt: skip
    return Sheet(
        "一般公共预算基本支出情况表",
        [[H("科目编码"), H("科目名称"), H("合计")]],
        rows,
        (2, 5, 3),
        right="单位：万元",
    )


def services() -> Sheet:
    t = Typist(year=2025, stage=Stage.BUDGET, fund=ALL)
    rows: list[list[Entry]] = [
        ["维护服务", "防汛物资储备", t("12.00", "")],
        ["咨询服务", "地下水超采区治理", t("9.00", "")],
    ]
    return Sheet(
        "政府购买服务预算明细表",
        [[H("指导性目录"), H("项目名称"), H("预算金额")]],
        rows,
        (4, 5, 3),
        right="单位：万元",
    )


def relief() -> Sheet:
    t = Typist(year=2025, stage=Stage.BUDGET, fund=GENERAL)
    rows: list[list[Entry]] = [
        ["", "合计", t("60.00", "")],
        ["2081902", "农村最低生活保障金支出", t("60.00", "")],
    ]
    return Sheet(
        "一般公共预算支出表", [[H("科目编码"), H("科目名称"), H("合计")]], rows, (2, 5, 3), right="单位：万元"
    )


def court() -> Sheet:
    t = Typist(year=2025, stage=Stage.BUDGET, fund=GENERAL)
    rows: list[list[Entry]] = [["", "合计", t("80.00", "")], ["2040504", "案件审判", t("50.00", "")], ["2040505", "案件执行", t("30.00", "")]]  # fmt: skip
    return Sheet(
        "一般公共预算支出表", [[H("科目编码"), H("科目名称"), H("合计")]], rows, (2, 5, 3), right="单位：万元"
    )


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder = tmp_path_factory.mktemp("within")
    publish(folder / "a.pdf", "禾丰县水利局", basic(), projects(), services())
    publish(folder / "b.pdf", "禾丰县民政局", relief())
    publish(folder / "c.pdf", "禾丰县农业农村委员会", basic())
    publish(folder / "d.pdf", "禾丰县人民法院", court())
    settings = Settings(data=folder / "data")
    ingest_paths(sorted(folder.glob("*.pdf")), settings)
    return Answerer(settings)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("禾丰县水利局2025年地下水超采区治理里资本性支出多少", "71.26"),
        ("禾丰县水利局2025年地下水超采区治理的商品和服务支出是多少", "35.63"),
        ("禾丰县水利局2025年资本性支出多少", "1.05"),
        ("禾丰县水利局2025年防汛物资储备多少钱", "40.00"),
        ("禾丰县民政局2025年农村最低生活保障金支出多少", "60.00"),
        ("禾丰县民政局2025年农村低保支出多少", None),
        ("禾丰县法院2025年案件执行支出预算", "30.00"),
        ("禾丰县人民法院2025案件执行安排了多少", "30.00"),
    ],
)
def test_the_figure_that_is_meant(answerer: Answerer, question: str, value: str | None) -> None:
    answer = answerer.ask(AskRequest(question=question))
    if value is None:
        assert "农业农村委员会" not in answer.answer
    else:
        assert [figure.value for figure in answer.figures[:1]] == [value]
