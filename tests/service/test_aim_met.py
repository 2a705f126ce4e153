"""Whether an indicator came to its aim, which tables are empty, a project's own score (达标、空表、项目得分)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from service.read.asides import without_asides
from tests.ingest.press import Heading, Press, Sheet

H = Heading
BODY = "蒲川县水务站"
INDICATORS = ("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分")


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("met")
    press = Press(folder / f"{BODY}2023年度单位决算.pdf")
    press.cover([BODY, "2023年度单位决算"])
    press.prose(
        [
            "一、主要职责",
            "承担全县农村供水。",
            "二、政府性基金支出",
            "政府性基金支出300.00万元，其中：库区困难群众帮扶180.00万元；库区移民家庭子女助学120.00万元。",
            "三、工作情况",
            "新建供水点7处，新增供水管网面积覆盖3.6万平方米；因汛期停工，管网铺设比计划晚25天。",
        ]
    )
    rows = [
        ["产出指标", "数量指标", "机电井数量", "≥50眼", "41眼", "10", "8.2"],
        ["产出指标", "成本指标", "单眼投资", "≤9万元", "8.5万元", "10", "10"],
        ["产出指标", "数量指标", "水质检测次数", "24次", "20次", "10", "8"],
    ]
    head = [[H(name) for name in INDICATORS]]
    press.sheet(
        Sheet("打井项目支出绩效自评表（2023年度）", head, rows, (2, 2, 4, 2, 2, 1, 1), own_page=False)
    )
    tables = [
        ["表1", "收入支出决算总表", "否", ""],
        ["表2", "支出决算表", "否", ""],
        ["表3", "国有资本经营预算财政拨款支出决算表", "是", "本单位无此项支出"],
    ]
    columns = [[H(name) for name in ("序号", "内容", "是否空表", "表格为空的理由")]]
    press.sheet(Sheet("公开报表目录", columns, tables, (1, 5, 2, 4)))
    press.prose(["四、名词解释", "1.智慧供水平台：指统一调度全县水厂的业务系统，俗称“水管家”。"])
    press.close()
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    ingest_paths(sorted(folder.glob("*.pdf")), settings)
    return Answerer(settings)


def ask(answerer: Answerer, said: str) -> Answer:
    return answerer.ask(AskRequest(question=f"{BODY}2023年{said}"))


@pytest.mark.parametrize(
    ("said", "told", "not_told"),
    [
        ("机电井数量达到目标了吗", "没有达到目标，相差 9 眼", "有。"),
        ("机电井数量有没有达标", "没有达到目标，相差 9 眼", "有。"),
        ("单眼投资达标了没有", "，达到了目标", "没有达到"),
        ("水质检测次数完成目标了吗", "目标 24 次，实际完成 20 次", "达到"),  # no side is printed
    ],
)
def test_whether_the_aim_was_met(answerer: Answerer, said: str, told: str, not_told: str) -> None:
    answer = ask(answerer, said).answer
    assert told in answer and not_told not in answer


def test_the_aim_of_what_was_counted(answerer: Answerer) -> None:
    told = ask(answerer, "机电井数量完成了多少眼，有没有完成指标")
    assert told.figures[0].value == "41" and "没有达到目标" in told.answer


def test_what_has_no_aim_is_not_said_to_be_met(answerer: Answerer) -> None:
    assert not ask(answerer, "水库数量达到目标了吗").figures


def test_an_indicator_s_points_are_no_project_s_score(answerer: Answerer) -> None:
    told = ask(answerer, "机电井项目自评得了多少分")
    assert told.status is Status.NO_ANSWER or all(f.value not in ("8.2", "10", "8") for f in told.figures)
    assert ask(answerer, "机电井数量指标得了多少分").figures[0].value == "8.2"


@pytest.mark.parametrize("said", ["公开了哪些空表", "哪几张表是空的"])
def test_only_the_empty_tables_are_told(answerer: Answerer, said: str) -> None:
    told = ask(answerer, said).answer
    assert "国有资本经营预算" in told and "收入支出决算总表" not in told


def test_a_term_by_what_people_call_it(answerer: Answerer) -> None:
    assert "统一调度全县水厂" in ask(answerer, "“水管家”是干啥的").answer


def test_two_sides_of_which_one_is_cut_short(answerer: Answerer) -> None:
    told = ask(answerer, "政府性基金里，库区困难群众帮扶比助学多花了多少")
    assert (told.figures[0].value, told.figures[0].unit) == ("60.00", "万元")
    assert not ask(answerer, "政府性基金里，库区困难群众帮扶比宣传多花了多少").figures


def test_days_that_are_asked_for_are_no_aside(answerer: Answerer) -> None:
    assert without_asides("工期有什么问题，管网晚铺了几天？").endswith("晚铺了几天？")
    assert without_asides("等了好几天了，三公经费多少") == "三公经费多少"
    assert ask(answerer, "管网铺设晚了几天").figures[0].value == "25"


def test_a_size_is_no_number_of_things_beside_it(answerer: Answerer) -> None:
    told = ask(answerer, "供水管网面积覆盖阀门数量是多少")
    assert all(figure.unit != "万平方米" for figure in told.figures)
    assert ask(answerer, "机电井数量是多少").figures[0].unit == "眼"
