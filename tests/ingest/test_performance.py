"""Performance forms: money of the project, each indicator's target, result and points, in forms and in lists."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.model import Fund, Measure, Stage
from ingest.quantities import Quantity, listed_name, quantities, whole_quantity
from tests.ingest.press import Entry, Figure, Heading, Press, Sheet
from tests.ingest.test_province_layouts import faults

H = Heading
PROJECT = "外贸公共服务平台建设"
MONEY: dict[str, object] = {
    "year": 2023,
    "unit": "万元",
    "measure": Measure.AMOUNT,
    "statement": "绩效自评表",
}
REPORT: dict[str, object] = {"year": 2023, "statement": "绩效自评表", "stage": Stage.EXECUTION}


def money(text: str, stage: Stage, name: str = PROJECT, fund: Fund = Fund.ALL) -> Figure:
    return Figure(text, {**MONEY, "stage": stage, "name": name, "fund": fund, "breakdown": "合计"})


def value(text: str, name: str, number: str, unit: str, **more: object) -> Figure:
    measure = Measure.RATE if unit == "%" else Measure.COUNT
    return Figure(text, {**REPORT, "name": name, "unit": unit, "value": number, "measure": measure, **more})


def points(text: str, name: str, part: str) -> Figure:
    return Figure(text, {"name": name, "unit": "分", "measure": Measure.COUNT, "breakdown": part})


def report() -> Sheet:
    """项目支出绩效自评表 as the ministry has it."""
    target: dict[str, object] = {"stage": Stage.INITIAL_BUDGET, "breakdown": "年度指标值"}
    result: dict[str, object] = {"breakdown": "实际完成值"}
    initial, full, done = Stage.INITIAL_BUDGET, Stage.ADJUSTED_BUDGET, Stage.EXECUTION
    rate = Figure("91.67%", {**REPORT, "name": PROJECT, "measure": Measure.COMPLETION, "unit": "%"})
    body: list[list[Entry]] = [
        ["项目名称", "", PROJECT, "", "", "", "", ""],
        ["主管部门", "", "云川省商务厅", "", "实施单位", "云川省外贸服务中心", "", ""],
        ["项目资金（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
        ["年度资金总额", "", money("100.00", initial), money("120.00", full), money("110.00", done),
         points("10", PROJECT, "分值"), rate, points("9.17", PROJECT, "得分")],
        ["其中：当年财政拨款", "", money("100.00", initial, "当年财政拨款", Fund.APPROPRIATION),
         money("115.00", full, "当年财政拨款", Fund.APPROPRIATION),
         money("105.00", done, "当年财政拨款", Fund.APPROPRIATION), "—", "—", "—"],
        ["一级指标", "二级指标", "三级指标", "", "年度指标值", "实际完成值", "分值", "得分"],
        ["产出指标", "数量指标", "组织企业参展家数", "", value("≥300家", "组织企业参展家数", "300", "家", **target),
         value("累计组织企业328家次参加展会", "组织企业参展家数", "328", "家", **result),
         points("50", "组织企业参展家数", "分值"), points("50", "组织企业参展家数", "得分")],
        ["满意度指标", "服务对象满意度", "企业满意度", "", value("≥90%", "企业满意度", "90", "%", **target),
         value("95.5%", "企业满意度", "95.5", "%", **result), points("40", "企业满意度", "分值"),
         points("38.5", "企业满意度", "得分")],
        ["总分", "", "", "", "", "", points("100", "总分", "分值"), points("97.67", "总分", "得分")],
    ]  # fmt: skip
    spans = {(r, 0): (1, 2) for r in (0, 1, 2, 3, 4)} | {(0, 2): (1, 6), (1, 2): (1, 2), (1, 5): (1, 3)}
    spans |= {(r, 2): (1, 2) for r in (5, 6, 7)} | {(8, 0): (1, 6)}
    return Sheet("2023年度项目支出绩效自评表", [], body, (2, 2, 3, 2, 3, 4, 2, 2), spans=spans)


def plan() -> Sheet:
    """项目支出绩效目标表 as a list: every indicator a row, its unit in a column of its own."""
    about: dict[str, object] = {"statement": "绩效目标表", "stage": Stage.BUDGET, "year": 2023}
    amount = Figure("120.00", {**about, "name": PROJECT, "unit": "万元", "breakdown": "合计"})

    def goal(text: str, name: str, unit: str) -> Figure:
        return Figure(text, {**about, "name": name, "unit": unit, "breakdown": "指标值"})

    head = [
        [
            H(t)
            for t in (
                "项目名称",
                "项目金额",
                "一级指标",
                "二级指标",
                "三级指标",
                "指标性质",
                "指标值",
                "度量单位",
            )
        ]
    ]
    body: list[list[Entry]] = [
        [PROJECT, amount, "产出指标", "数量指标", "组织企业参展家数", "≥", goal("300", "组织企业参展家数", "家"), "家"],
        ["", "", "产出指标", "质量指标", "展会签约完成率", "≥", goal("85", "展会签约完成率", "%"), "%"],
        ["", "", "满意度指标", "服务对象满意度", "企业满意度", "≥", goal("90", "企业满意度", "%"), "%"],
    ]  # fmt: skip
    return Sheet(
        "2023年项目支出绩效目标表", head, body, (4, 2, 2, 3, 4, 1, 2, 1), right="单位：万元",
        spans={(0, 0): (3, 1), (0, 1): (3, 1)},
    )  # fmt: skip


def options() -> Sheet:
    """A form with a cell of options, a bare rate that is money, and a rough result."""
    plan, done = Stage.BUDGET, Stage.EXECUTION
    initial = Stage.INITIAL_BUDGET
    body: list[list[Entry]] = [
        ["项目名称", PROJECT, "", "", ""],
        ["预算来源", Figure("1、部门预算项目√资金量：20.50万元2、专项资金□资金量：",
                       {**MONEY, "stage": plan, "name": "部门预算项目资金量", "value": "20.50"}), "", "", ""],
        ["预算执行情况（万元）", "", "预算数", "执行数", "执行率"],
        ["", "年度资金总额", money("20.50", plan), money("18.75", done), "—"],
        ["一级指标", "二级指标", "三级指标", "年初目标值", "实际完成值"],
        ["成本指标", "经济成本", "预算执行率",
         Figure("20.50", {**MONEY, "stage": initial, "name": "预算执行率"}),
         Figure("18.75", {**MONEY, "stage": done, "name": "预算执行率"})],
        ["产出指标", "数量指标", "处置情况", "—",
         value("每周处置积水40余处", "处置情况", "40", "处", breakdown="约数")],
    ]  # fmt: skip
    spans = {(0, 1): (1, 4), (1, 1): (1, 4)}
    return Sheet("2023年度项目支出绩效自评表", [], body, (3, 4, 4, 4, 6), spans=spans)


@pytest.mark.parametrize("sheet", [report(), plan(), options()], ids=["report", "plan", "options"])
def test_every_figure_of_a_form_comes_back(sheet: Sheet, tmp_path: Path) -> None:
    kind = "决算" if "自评" in sheet.title else "预算"
    press = Press(tmp_path / f"{kind}.pdf")
    press.cover(["云川省商务厅", f"2023年度部门{kind}"])
    press.sheet(sheet)
    press.close()
    assert not faults(tmp_path / f"{kind}.pdf", press.placed)


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [("≥26万份", "26", "万份"), ("100%", "100", "%"), ("不超过30分钟", "30", "分钟"), ("1,200", "1200", ""),
     ("421万", "4210000", ""), ("≥3千", "3000", ""), ("12万人次", "12", "万人次")],
)  # fmt: skip
def test_a_quantity_fills_a_cell(text: str, number: str, unit: str) -> None:
    found = whole_quantity(text)
    assert found is not None
    assert (str(found.value), found.unit) == (number, unit)


def test_a_rough_quantity_says_so() -> None:
    found = whole_quantity("30余件")
    assert found is not None
    assert found.rough
    assert [q.rough for _, q in quantities("处置积水40余处")] == [True]


def test_a_limit_in_a_sentence_is_known_as_one() -> None:
    assert [(name, q.bound) for name, q in quantities("每班发现问题最少10个")] == [("每班发现问题", "最少")]


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("开展日常巡查，累计发现共享单车乱停，落叶，", "共享单车乱停，落叶，破损护栏等各类问题"),
        ("路面积水，落叶，", ""),
        ("全年完成巡查。", "破损护栏等各类问题"),
    ],
)
def test_a_list_is_named_whole_or_not_at_all(before: str, name: str) -> None:
    assert listed_name("破损护栏等各类问题", before) == name


@pytest.mark.parametrize("text", ["85%--100%", "及时", "2023年", "", "趋于100%的问题得到处理"])
def test_what_is_no_quantity(text: str) -> None:
    assert whole_quantity(text) is None


@pytest.mark.parametrize(
    ("clause", "named"),
    [
        ("考核14个街道共计12次", {"14个": "考核街道", "12次": "考核街道"}),
        ("结案率达到85.06%", {"85.06%": "结案率"}),
        ("趋于100%完成", {}),
        ("于2024年4月完成", {}),
    ],
)
def test_quantities_of_a_clause(clause: str, named: dict[str, str]) -> None:
    def key(found: Quantity) -> str:
        return f"{found.value}{found.unit}"

    assert {key(q): name for name, q in quantities(clause)} == named
