"""Performance forms whose own title names their project, with its money in unnamed cells (标题写明项目的自评表)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.model import Measure, Stage
from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from ingest.titled_projects import project_in_title
from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from tests.ingest.press import Entry, Figure, Heading, Press, Sheet
from tests.ingest.test_other_provinces_say import cases, said
from tests.ingest.test_province_layouts import faults

H = Heading
BODY = "云川省石门县水利局"


def money(text: str, value: str, name: str, stage: Stage, unit: str) -> Figure:
    want: dict[str, object] = {"year": 2023, "name": name, "value": value, "unit": unit, "stage": stage}
    return Figure(text, {**want, "measure": Measure.AMOUNT, "breakdown": "合计"})


def score(text: str, part: str) -> Figure:
    return Figure(
        text, {"year": 2023, "name": "总分", "unit": "分", "measure": Measure.COUNT, "breakdown": part}
    )


INDICATORS: list[Entry] = ["一级指标", "三级指标", "指标值", "完成值", "分值", "得分"]


def under_stages(name: str, plan: str, done: str, total: str) -> Sheet:
    """「资金（万元）│ 全年预算 │ 全年执行」 over a row that has no name."""
    body: list[list[Entry]] = [
        ["资金（万元）", "年初预算", "全年预算", "全年执行", "分值", "得分"],
        ["", money(plan, plan, name, Stage.INITIAL_BUDGET, "万元"),
         money(plan, plan, name, Stage.ADJUSTED_BUDGET, "万元"),
         money(done, done, name, Stage.EXECUTION, "万元"), "10", "9"],
        INDICATORS,
        ["产出指标", "清淤长度", "20公里", "18公里", "90", "81"],
        ["总分", "", "", "", score("100", "分值"), score(total, "得分")],
    ]  # fmt: skip
    return Sheet(f"附件1 {name}项目绩效自评表", [], body, (3, 3, 3, 3, 2, 2))


def in_cells(name: str) -> Sheet:
    """Name and amount in one cell, and points behind them under no heading."""
    rate = {"year": 2023, "name": name, "value": "90.1", "unit": "%", "measure": Measure.COMPLETION}
    body: list[list[Entry]] = [
        ["预算执行（元）", money("预算数620,000.00", "620000.00", name, Stage.ADJUSTED_BUDGET, "元"),
         money("执行数558,620.00", "558620.00", name, Stage.EXECUTION, "元"), Figure("执行率90.1%", rate),
         "20", "18.0"],
        INDICATORS,
        ["产出指标", "巡查里程", "≥300公里", "320公里", "80", "80"],
        ["总分", "", "", "", "", score("98.0", "得分")],
    ]  # fmt: skip
    remark = "预算数为调整后预算数。"
    body.append([remark, "", "", "", "", ""])
    return Sheet(f"{name}项目绩效自评表（2023年度）", [], body, (3, 4, 4, 4, 2, 2))


@pytest.mark.parametrize(
    "sheet",
    [under_stages("河道清淤", "80.00", "72.00", "91.00"), in_cells("堤防巡查")],
    ids=["stages", "cells"],
)
def test_every_figure_comes_back(sheet: Sheet, tmp_path: Path) -> None:
    press = Press(tmp_path / "决算.pdf")
    press.cover([BODY, "2023年度部门决算"])
    press.sheet(sheet)
    press.close()
    others = "产出指标"  # the row of the indicator is no matter here
    assert not [fault for fault in faults(tmp_path / "决算.pdf", press.placed) if others not in fault]


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder = tmp_path_factory.mktemp("titled")
    path = folder / f"{BODY}2023年度部门决算.pdf"
    press = Press(path)
    press.cover([BODY, "2023年度部门决算"])
    press.prose(
        ["一、预算绩效情况说明", "本部门对20个项目开展绩效自评。“河道清淤”等3个项目的自评结果见附件。"]
    )
    press.sheet(under_stages("河道清淤", "80.00", "72.00", "91.00"))
    press.sheet(under_stages("山塘整修", "50.00", "49.00", "96.50"))
    press.sheet(in_cells("堤防巡查"))
    press.close()
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert [found.status for found in ingest_paths([path], settings)] == ["read"]
    return Answerer(settings)


def ask(answerer: Answerer, question: str) -> Answer:
    return answerer.ask(AskRequest(question=f"{BODY}2023年{question}"))


def test_scores_of_the_forms_are_set_in_order(answerer: Answerer) -> None:
    told = ask(answerer, "附件里三个项目的自评得分从高到低排一下")
    assert [f.value for f in told.figures] == ["98.0", "96.50", "91.00"]


def test_the_rate_is_the_lowest_of_those_made_public(answerer: Answerer) -> None:
    told = ask(answerer, "公开了自评表的项目中，执行率最低的是哪个")
    assert "河道清淤" in told.answer and told.figures[0].value.startswith("90")


def test_of_all_projects_the_lowest_is_not_known(answerer: Answerer) -> None:
    assert ask(answerer, "执行率最低的项目是哪个").status is Status.NO_ANSWER


def test_a_score_is_of_its_own_project(answerer: Answerer) -> None:
    assert ask(answerer, "山塘整修项目自评得分是多少").figures[0].value == "96.50"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("附件1 河道清淤项目绩效自评表", "河道清淤"),
        ("2022年高标准农田建设项目支出绩效自评表", "高标准农田建设"),
        ("项目支出绩效自评表（公共文化场馆免费开放）", "公共文化场馆免费开放"),
        ("“山水这十年”专题制作项目绩效自评表", "“山水这十年”专题制作"),
        ("2023年度部门（单位）整体绩效自评表", ""),
        ("部门预算项目绩效目标表", ""),
        ("项目支出绩效自评表（2020年度）", ""),
        ("石门县水利局项目绩效自评表", ""),
    ],
)
def test_the_project_in_a_title(title: str, name: str) -> None:
    assert project_in_title(title) == name


@cases(
    ("年初目标整治排口212个，实际完成164个。", "年初目标整治排口 212个；整治排口 164个"),
    ("年初目标为全年淘汰老旧货车1200辆，实际淘汰1386辆。", "年初目标为全年淘汰老旧货车 1200辆；淘汰老旧货车 1386辆"),
    # Another thing was done than was aimed at.
    ("年初目标整治排口212个，实际救助候鸟164只。", "年初目标整治排口 212个；实际救助候鸟 164只"),
)  # fmt: skip
def test_what_was_done_is_named_by_its_aim(text: str, expected: str) -> None:
    assert said(text) == expected


@cases(
    ("2023年门诊61.84万人次，比上年的57.02万人次增长8.45%。", "门诊 61.84万人次；@2022 57.02万人次；增减率 8.45%"),
    # By how much it moved is none of what it was.
    ("2023年门诊61.84万人次，比上年增加4.82万人次。", "门诊 61.84万人次；增减额 4.82万人次"),
)  # fmt: skip
def test_what_it_was_the_year_before(text: str, expected: str) -> None:
    assert said(text) == expected
