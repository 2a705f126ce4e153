"""Figures of real statements, read off the rendered pages: value, unit, year, stage, fund, subject, breakdown."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ingest.cells import About, table_to_facts, table_unit
from ingest.model import Cell, Flow, Fund, Line, Measure, Origin, Stage, Table
from tests.ingest.disclosures import (
    CENTRE,
    COUNCIL_2019,
    HEALTH,
    JIANGHAN,
    PUTUO_FINANCE,
    PUTUO_PLANNING,
    URBAN_2022,
    URBAN_2023,
    URBAN_2024,
    WANLI_2023,
    figure,
    matching,
    read,
)

CELL = {"origin": Origin.CELL}
FINAL = {"stage": Stage.FINAL_ACCOUNTS}

#: Disclosure, page in the file, what is asked for, what is printed there.
PRINTED = [
    (URBAN_2023, 4, {"name": "本年收入合计"}, "18080.86"),
    (URBAN_2023, 4, {"name": "支出总计"}, "18270.16"),
    (URBAN_2023, 4, {"name": "年末结转和结余"}, "72.05"),
    (URBAN_2023, 4, {"code": "212"}, "16222.49"),
    (URBAN_2023, 5, {"name": "其他收入", "fund": Fund.ALL}, "58.60"),
    (URBAN_2023, 6, {"code": "2120501", "breakdown": "其他收入"}, "36.80"),
    (URBAN_2023, 7, {"name": "项目支出"}, "10728.05"),
    (URBAN_2023, 8, {"code": "2120104", "breakdown": "项目支出"}, "402.15"),
    (URBAN_2023, 8, {"code": "2120104", "breakdown": "合计"}, "1935.35"),
    (URBAN_2023, 9, {"code": "212", "fund": Fund.GENERAL}, "14930.59"),
    (URBAN_2023, 9, {"code": "212", "fund": Fund.GOVERNMENT_FUND}, "1235.50"),
    (URBAN_2023, 11, {"name": "基本支出", "fund": Fund.GENERAL}, "7470.06"),
    (URBAN_2023, 12, {"code": "2240106", "breakdown": "项目支出"}, "3.20"),
    (URBAN_2023, 13, {"code": "30231"}, "58.90"),  # the third block
    (URBAN_2023, 13, {"code": "30211"}, "12.83"),  # the second
    (URBAN_2023, 13, {"name": "人员经费"}, "6729.71"),
    (URBAN_2023, 13, {"name": "公用经费"}, "740.35"),
    (URBAN_2023, 14, {"name": "“三公”经费", "stage": Stage.BUDGET}, "113.00"),
    (URBAN_2023, 14, {"name": "“三公”经费", **FINAL}, "103.79"),
    (URBAN_2023, 14, {"name": "公务用车购置费", **FINAL}, "35.28"),
    (URBAN_2023, 14, {"name": "公务用车购置及运行维护费", **FINAL}, "101.43"),
    (URBAN_2023, 15, {"code": "2120803", "name": "城市建设支出", "breakdown": "年末结转和结余"}, "44.50"),
    (URBAN_2022, 21, {"name": "道路清扫保洁与垃圾收运", "stage": Stage.ADJUSTED_BUDGET}, "5720.00"),
    (URBAN_2024, 9, {"name": "年初结转和结余"}, "72.05"),
    (URBAN_2024, 12, {"name": "项目支出"}, "10071.25"),
    (URBAN_2024, 14, {"name": "本年支出合计", "year": 2024, "measure": Measure.AMOUNT}, "16597.11"),
    (URBAN_2024, 14, {"name": "本年支出合计", "year": 2023, "stage": Stage.EXECUTION}, "16906.21"),
    (URBAN_2024, 14, {"code": "2080801", "measure": Measure.CHANGE}, "-18.06"),
    (URBAN_2024, 17, {"name": "公务接待费", "year": 2023}, "5.00"),
    (URBAN_2024, 17, {"name": "公务接待费", "year": 2024, "measure": Measure.CHANGE_RATE}, "-10.00"),
    (URBAN_2024, 17, {"code": "2120803", "breakdown": "项目支出"}, "744.50"),
    (CENTRE, 9, {"code": "30108"}, "38.52"),
    (CENTRE, 10, {"name": "公务接待费", "stage": Stage.BUDGET}, "0.50"),
    (HEALTH, 11, {"name": "收入总计"}, "215685504.20"),
    (HEALTH, 12, {"code": "2100301", "breakdown": "事业收入"}, "62318400.55"),
    (HEALTH, 13, {"name": "本年收入合计"}, "212330504.20"),
    (HEALTH, 15, {"code": "2296099", "breakdown": "项目支出"}, "450000.00"),
    (HEALTH, 16, {"name": "年末财政拨款结转和结余", "fund": Fund.GENERAL}, "1099400.00"),
    (HEALTH, 17, {"code": "2100410", "stage": Stage.INITIAL_BUDGET}, "6000000.00"),
    (HEALTH, 17, {"code": "2100410", "measure": Measure.COMPLETION}, "32.11"),
    (HEALTH, 18, {"code": "2210201", "breakdown": "基本支出"}, "7316398.80"),
    (HEALTH, 20, {"code": "30302", "breakdown": "人员经费"}, "1715901.20"),
    (HEALTH, 20, {"name": "公用经费"}, "7870501.85"),
    (HEALTH, 21, {"name": "公务用车运行维护费", **FINAL}, "462800.00"),
    (HEALTH, 23, {"name": "基本公共卫生服务", "stage": Stage.EXECUTION}, "2487.56"),
]

PRINTED_CORPUS = [
    (JIANGHAN, 4, {"name": "项目支出"}, "513.47"),
    (JIANGHAN, 4, {"name": "本年支出合计"}, "878.45"),
    (JIANGHAN, 4, {"code": "2210203", "breakdown": "合计"}, "27.15"),
    (JIANGHAN, 5, {"code": "2120501", "breakdown": "项目支出"}, "479.90"),
    (PUTUO_PLANNING, 11, {"code": "2200150", "breakdown": "项目支出"}, "2077.09"),
    (PUTUO_PLANNING, 15, {"name": "基本支出", "fund": Fund.GENERAL}, "5364.75"),
    (PUTUO_PLANNING, 16, {"code": "30229"}, "73.19"),
    (PUTUO_PLANNING, 17, {"name": "公务接待费", **FINAL}, "0.39"),
    (PUTUO_FINANCE, 13, {"name": "年初财政拨款结转和结余"}, "21.63"),
    (PUTUO_FINANCE, 15, {"code": "2010608", "breakdown": "项目支出"}, "449.52"),
    (PUTUO_FINANCE, 16, {"code": "30108"}, "160.75"),  # 类 301 and 款 08 in two cells
    (PUTUO_FINANCE, 17, {"code": "30239"}, "48.49"),
    (PUTUO_FINANCE, 18, {"name": "公务接待费", "stage": Stage.BUDGET}, "0.95"),
    (WANLI_2023, 10, {"code": "212"}, "121319878"),
    (WANLI_2023, 16, {"code": "2080505", "breakdown": "基本支出"}, "4412547"),
    (WANLI_2023, 18, {"name": "项目支出"}, "65572343"),
    (WANLI_2023, 27, {"code": "30299", "breakdown": "公用经费"}, "746580"),
    (WANLI_2023, 28, {"name": "机关运行经费"}, "786.09"),
    (COUNCIL_2019, 9, {"name": "公务接待费"}, "397.50"),
]


def short(case: object) -> str:
    """Page and value make the name of a case; pytest would escape the rest."""
    return f"p{case}" if isinstance(case, int) else case if isinstance(case, str) and case.isascii() else "-"


@pytest.mark.parametrize(("name", "page", "wanted", "value"), PRINTED, ids=short)
def test_figure_is_read_as_printed(name: str, page: int, wanted: dict[str, object], value: str) -> None:
    assert figure(read(name), page=page, **CELL, **({"measure": Measure.AMOUNT} | wanted)) == value


@pytest.mark.corpus
@pytest.mark.parametrize(("name", "page", "wanted", "value"), PRINTED_CORPUS, ids=short)
def test_figure_of_a_real_file(name: str, page: int, wanted: dict[str, object], value: str) -> None:
    assert figure(read(name), page=page, **CELL, **({"measure": Measure.AMOUNT} | wanted)) == value


@pytest.mark.parametrize(
    ("name", "page", "unit", "factor"),
    [
        (HEALTH, 14, "元", 1),
        (HEALTH, 23, "万元", 10_000),  # the performance table of the same file
        (URBAN_2023, 7, "万元", 10_000),
        pytest.param(WANLI_2023, 16, "元", 1, marks=pytest.mark.corpus),
        pytest.param(WANLI_2023, 28, "万元", 10_000, marks=pytest.mark.corpus),
    ],
)
def test_unit_is_that_of_the_page(name: str, page: int, unit: str, factor: int) -> None:
    found = matching(read(name), page=page, measure=Measure.AMOUNT, **CELL)
    assert found
    for fact in found:
        assert fact.value is not None
        assert (fact.unit, fact.yuan) == (unit, fact.value * factor)


@pytest.mark.parametrize("name", [HEALTH, URBAN_2023, URBAN_2024])
def test_a_fact_points_at_its_cell(name: str) -> None:
    disclosure = read(name)
    cells = {(c.page, c.box): c.text for t in disclosure.tables for c in t.cells}
    for fact in matching(disclosure, **CELL):
        printed = cells[fact.source.page, fact.source.box]
        assert str(fact.value) in printed.replace(",", "")


def test_blank_is_no_fact_and_zero_is_one() -> None:
    """青岚区城市管理局2023 p.13: 30203 咨询费 is blank, 30212 因公出国（境）费用 0.00; 松屿 p.12: 经营收入 0.00."""
    assert not matching(read(URBAN_2023), page=13, code="30203")
    assert figure(read(URBAN_2023), page=13, code="30212") == "0.00"
    assert not matching(read(URBAN_2023), page=4, code="201")
    assert figure(read(HEALTH), page=11, name="经营收入") == "0.00"


def test_an_empty_statement_gives_no_figure() -> None:
    """松屿区卫生健康局 p.22: 国有资本经营, all blank."""
    assert not matching(read(HEALTH), page=22, **CELL)


def test_parents_and_level() -> None:
    """松屿区卫生健康局 p.13: 229 60 99, its name broken over two lines."""
    subject = matching(read(HEALTH), page=13, code="2296099")[0].subject
    assert (subject.name, subject.level) == ("用于其他社会公益事业的彩票公益金支出", "项")
    assert subject.path == ("其他支出", "彩票公益金安排的支出")


def test_codes_and_counters_are_no_figures() -> None:
    values = {f.value for f in matching(read(URBAN_2023), page=4, **CELL)}
    assert not values & {Decimal(n) for n in range(1, 55)}  # 行次 1–54
    assert not {f.value for f in matching(read(URBAN_2023), page=7, **CELL)} & {
        Decimal(208),
        Decimal(2080501),
    }


def small_table(title: str, rows: list[list[str]], caption: str = "") -> Table:
    cells = tuple(
        Cell(text, 1, (100.0 * c, 20.0 * r, 100.0 * c + 100, 20.0 * r + 20), r, c, r + 1, c + 1)
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
    )
    line = Line(caption, 1, (0, 0, 1, 1), (0.0,) * len(caption), (1.0,) * len(caption))
    return Table(0, title, (line,) if caption else (), (), cells, len(rows), len(rows[0]), (1,))


ABOUT = About("某局", 2023, Stage.FINAL_ACCOUNTS)


def test_money_without_a_unit_is_not_understood() -> None:
    rows = [["科目编码", "科目名称", "本年支出合计"], ["208", "社会保障和就业支出", "1,234.50"]]
    facts, misread = table_to_facts(small_table("支出决算表", rows), ABOUT)
    assert not facts
    assert [(m.text, m.reason) for m in misread] == [("1,234.50", "没有注明金额单位")]
    facts, misread = table_to_facts(small_table("支出决算表", rows, "单位：元"), ABOUT)
    assert [(f.value, f.unit, f.flow) for f in facts] == [(Decimal("1234.50"), "元", Flow.EXPENDITURE)]
    assert not misread


def test_unit_of_a_column_wins_over_that_of_the_table() -> None:
    rows = [["科目编码", "科目名称", "本年支出合计（元）"], ["208", "社会保障和就业支出", "12.00"]]
    table = small_table("支出决算表", rows, "单位：万元")
    assert table_unit(table) == "万元"
    assert [f.unit for f in table_to_facts(table, ABOUT)[0]] == ["元"]


def test_parts_of_a_balance_are_no_income() -> None:
    """青岚区城市管理局2023 p.9–10: 64.30 and 120.00 stand, indented, below 年初财政拨款结转和结余 184.30."""
    income = {"kind": "收入来源", "statement": "财政拨款收支总表", **CELL}
    assert figure(read(URBAN_2023), name="一般公共预算财政拨款收入", **income) == "16862.26"
    assert figure(read(URBAN_2023), name="政府性基金预算财政拨款收入", **income) == "1160.00"


def test_numbered_parts_of_a_balance_are_no_income() -> None:
    """青岚区城市管理局2024 p.13: 20.35 and 44.50 are what is left of last year."""
    income = {"kind": "收入来源", "statement": "财政拨款收支总表", **CELL}
    assert figure(read(URBAN_2024), name="一般公共预算财政拨款收入", **income) == "16576.76"
    assert figure(read(URBAN_2024), name="政府性基金预算财政拨款收入", **income) == "980.00"


def test_a_project_is_named_by_its_name() -> None:
    """青岚区城市管理局2024 p.18: 市政道路桥涵养护, carried out by 市政设施养护中心, 1760.00."""
    assert figure(read(URBAN_2024), page=18, name="市政道路桥涵养护") == "1760.00"


@pytest.mark.corpus
def test_total_of_travel_meetings_and_training_is_not_that_of_travel() -> None:
    """江苏省政协2019 p.9: 合计 2224.43; “三公”经费 小计 660.10."""
    assert figure(read(COUNCIL_2019), page=9, name="“三公”经费") == "660.10"


def test_an_indicator_is_named_by_its_name() -> None:
    """青岚区城市管理局2023 p.27: 车行道维修面积, target ≥4.5万平方米, reached 4.82万平方米."""
    assert figure(read(URBAN_2023), page=27, name="车行道维修面积", breakdown="实际完成值") == "4.82"
    assert figure(read(URBAN_2023), page=27, name="车行道维修面积", breakdown="年度指标值") == "4.5"


def test_a_change_is_of_the_stage_that_changed() -> None:
    """青岚区城市管理局2024 p.14: 增减额 -309.10 of 一般公共预算, of the budget of 2024."""
    (fact,) = matching(read(URBAN_2024), page=14, name="本年支出合计", measure=Measure.CHANGE, **CELL)
    assert (str(fact.value), fact.year, fact.stage) == ("-309.10", 2024, Stage.BUDGET)


def test_points_of_a_project_are_told_apart() -> None:
    """松屿区卫生健康局 p.23: 年度资金总额, 分值 10, 得分 9.95."""
    found = matching(read(HEALTH), page=23, name="基本公共卫生服务", measure=Measure.COUNT, **CELL)
    assert {f.breakdown: str(f.value) for f in found} == {"分值": "10", "得分": "9.95"}
