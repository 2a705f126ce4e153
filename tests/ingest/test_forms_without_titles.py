"""Performance forms that no title calls one: a form without levels, a list of scored projects, two figures a cell."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.model import Cell, Measure, Stage, Table
from ingest.quantities import named_amount, whole_quantity
from ingest.slashed import part_slashed
from tests.ingest.press import Entry, Figure, Heading, Press, Sheet
from tests.ingest.test_province_layouts import faults

H = Heading
PROJECT = "河道清淤"
ABOUT: dict[str, object] = {"year": 2024, "statement": "绩效自评表"}


def money(text: str, stage: Stage, name: str = PROJECT) -> Figure:
    more: dict[str, object] = {"stage": stage, "name": name, "unit": "万元", "measure": Measure.AMOUNT}
    return Figure(text, {**ABOUT, **more, "breakdown": "合计"})


def rate(text: str, name: str = PROJECT) -> Figure:
    return Figure(text, {**ABOUT, "name": name, "unit": "%", "measure": Measure.COMPLETION})


def points(text: str, name: str, part: str) -> Figure:
    return Figure(text, {**ABOUT, "name": name, "unit": "分", "measure": Measure.COUNT, "breakdown": part})


def value(text: str, name: str, unit: str, part: str) -> Figure:
    stage = Stage.INITIAL_BUDGET if part == "指标值" else Stage.EXECUTION
    return Figure(text, {**ABOUT, "name": name, "unit": unit, "breakdown": part, "stage": stage})


def own_form() -> Sheet:
    """The score beside the name, the unit in a column of its own, no levels of indicators."""
    length, day = "清淤长度", "完工时间"
    body: list[list[Entry]] = [
        ["项目名称", PROJECT, "", "自评总分（分）", points("93.20", "总分", "得分"), "", "", ""],
        ["项目资金（万元）", "年初预算数", "全年（调整）预算数", "全年执行数", "执行率（%）",
         "执行率权重（分）", "执行率得分（分）", ""],
        ["", money("80.00", Stage.INITIAL_BUDGET), money("90.00", Stage.ADJUSTED_BUDGET),
         money("81.00", Stage.EXECUTION), rate("90.00"), points("10", PROJECT, "权重"),
         points("9", PROJECT, "得分"), ""],
        ["指标名称", "计量单位", "指标性质", "指标值", "全年完成值", "指标权重（分）", "指标得分（分）", "说明"],
        [length, "米", "≥", value("1200", length, "米", "指标值"), value("1150", length, "米", "全年完成值"),
         points("45", length, "权重"), points("43.1", length, "得分"), "汛期停工20天"],
        [day, "月", "≤", value("11", day, "月", "指标值"), value("12", day, "月", "全年完成值"),
         points("45", day, "权重"), points("41.1", day, "得分"), ""],
    ]  # fmt: skip
    spans = {(0, 1): (1, 2), (1, 0): (2, 1)}
    return Sheet("项目绩效情况", [], body, (4, 2, 3, 3, 3, 3, 3, 3), spans=spans)


def scored_list() -> Sheet:
    """One project a row with its score and grade, under a heading of the text."""
    rows = [("桥梁检测", "30.00", "30.00", "100.00%", "98"), ("路灯改造", "60.00", "51.00", "85.00%", "91.5")]
    head = [
        [H(t) for t in ("序号", "项目名称", "全年预算数", "全年执行数", "预算执行率", "自评得分", "等次")]
    ]
    body: list[list[Entry]] = [
        [str(i), name, money(plan, Stage.ADJUSTED_BUDGET, name), money(done, Stage.EXECUTION, name),
         rate(share, name), points(score, name, "自评得分"), "优"]
        for i, (name, plan, done, share, score) in enumerate(rows, 1)
    ]  # fmt: skip
    return Sheet("各项目自评情况", head, body, (1, 4, 3, 3, 3, 2, 1), right="单位：万元")


@pytest.mark.parametrize("sheet", [own_form(), scored_list()], ids=["own", "list"])
def test_every_figure_comes_back(sheet: Sheet, tmp_path: Path) -> None:
    press = Press(tmp_path / "决算.pdf")
    press.cover(["云川省水利局", "2024年度部门决算"])
    press.sheet(sheet)
    press.close()
    assert not faults(tmp_path / "决算.pdf", press.placed)


def test_two_figures_in_a_cell_are_two_columns() -> None:
    texts = (("预算数", "执行率/得分"), ("80.00", "90.00%/9.0"), ("70.00", ""))
    box = (0.0, 0.0, 1.0, 1.0)
    cells = tuple(
        Cell(t, 1, box, r, c, r + 1, c + 1) for r, row in enumerate(texts) for c, t in enumerate(row)
    )
    parted = part_slashed(Table(0, "", (), (), cells, 3, 2, (1,)))
    found = {(c.row, c.column, c.column_end): c.text for c in parted.cells}
    assert found[1, 2, 3] == "90.00%"
    assert found[1, 3, 4] == "9.0"
    assert found[0, 3, 4] == "得分"
    assert found[1, 0, 2] == "80.00"


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("≥0.40万亩", "0.40", "万亩"),
        ("1次/日", "1", "次/日"),
        ("≥92分", "92", "分"),
        ("80公斤/亩", "80", "公斤/亩"),
    ],
)
def test_units_of_the_land_and_of_rates(text: str, number: str, unit: str) -> None:
    found = whole_quantity(text)
    assert found is not None
    assert (str(found.value), found.unit) == (number, unit)


def test_an_amount_with_its_name_in_one_cell() -> None:
    label, found = named_amount("其中：财政拨款150.00")
    assert found is not None
    assert (label, str(found.value)) == ("财政拨款", "150.00")
