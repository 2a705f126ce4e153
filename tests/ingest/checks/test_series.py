"""Statements as a series: numbers left out, a statement printed again, parts that are more than their whole."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from ingest.model import Check, Severity, Verdict
from ingest.reading import read_file
from ingest.settings import Settings
from tests.ingest.accounts_book import Book
from tests.ingest.final_layouts import (
    FINAL_STATEMENTS,
    Layout,
    Manner,
    capital,
    expenditures,
    general,
    incomes,
)
from tests.ingest.press import Figure, Press, Sheet


def found_in(tmp_path: Path, sheets: list[Sheet], prose: tuple[str, ...] = ()) -> list[Check]:
    """What does not hold in final accounts of these sheets and lines."""
    path = tmp_path / "云川省商务厅2023年度部门决算.pdf"
    press = Press(path)
    press.cover(["云川省商务厅", "2023年度部门决算"])
    for sheet in sheets:
        press.sheet(sheet)
    press._turn()
    press.prose(["第三部分 2023年度部门决算情况说明", *prose])
    press.close()
    return [c for c in read_file(path, Settings(data=tmp_path)).checks if c.verdict is Verdict.FAILS]


def sheets(*left_out: Layout) -> list[Sheet]:
    return [layout(Book(4), Manner()) for layout in FINAL_STATEMENTS if layout not in left_out]


def test_a_whole_series_is_sound(tmp_path: Path) -> None:
    assert not [c for c in found_in(tmp_path, sheets()) if c.rule.startswith(("series.", "form.usual"))]


def test_statements_that_are_left_out_are_told_by_number_and_by_name(tmp_path: Path) -> None:
    found = found_in(tmp_path, sheets(incomes, general))
    (order,) = [c for c in found if c.rule == "series.order"]
    assert "没有见到 02、05 号表" in order.message and order.severity is Severity.NOTE
    (usual,) = [c for c in found if c.rule == "form.usual"]
    assert "收入表" in usual.message and "一般公共预算支出表" in usual.message


def test_a_statement_out_of_order_is_told(tmp_path: Path) -> None:
    held = sheets()
    (order,) = [c for c in found_in(tmp_path, [held[1], held[0], *held[2:]]) if c.rule == "series.order"]
    assert "01" in order.message and "之后" in order.message


def test_a_number_used_twice_is_told(tmp_path: Path) -> None:
    held = sheets()
    held[8] = replace(held[8], above=("公开08表",))
    (order,) = [c for c in found_in(tmp_path, held) if c.rule == "series.order"]
    assert "重复 08 号表" in order.message


@pytest.mark.parametrize("changed", [True, False])
def test_a_statement_printed_again_with_another_figure_is_told(changed: bool, tmp_path: Path) -> None:
    sheet = expenditures(Book(4), Manner())
    body = [list(row) for row in sheet.body]
    last = body[-1][2]
    assert isinstance(last, Figure)
    if changed:
        body[-1][2] = Figure("1.23", last.want)
    found = found_in(tmp_path, [sheet, capital(Book(4), Manner()), replace(sheet, body=body)])
    told = [c for c in found if c.rule == "series.twice"]
    assert len(told) == changed
    assert all("1 处数字不同" in c.message and "1.23" in c.message for c in told)


def test_statements_of_two_bodies_are_not_one_printed_twice(tmp_path: Path) -> None:
    both = [expenditures(Book(seed), Manner()) for seed in (4, 5)]
    assert not [c for c in found_in(tmp_path, both) if c.rule.startswith(("series.", "agreement."))]


SPENT = "2023年度政府采购支出总额100.00万元，其中：授予中小企业合同金额{}万元，授予小微企业合同金额{}万元。"


@pytest.mark.parametrize(
    ("amounts", "rules"),
    [
        (("80.00", "40.00"), set()),
        (("180.00", "40.00"), {"within.purchases"}),
        (("80.00", "90.00"), {"within.small"}),
    ],
)
def test_contracts_of_small_firms_are_no_more_than_all(
    amounts: tuple[str, str], rules: set[str], tmp_path: Path
) -> None:
    found = found_in(tmp_path, sheets(), (SPENT.format(*amounts),))
    assert {c.rule for c in found if c.rule.startswith("within.")} == rules


@pytest.mark.parametrize(("amount", "told"), [("10.00", 0), ("98,765,432.10", 1)])
def test_a_project_is_no_more_than_all_projects(amount: str, told: int, tmp_path: Path) -> None:
    rows = [
        ["项目名称", "外贸公共服务平台", "", "", ""],
        ["项目资金（万元）", "", "全年预算数", "全年执行数", "执行率"],
        ["", "年度资金总额", amount, amount, "100%"],
        ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值"],
        ["产出指标", "数量指标", "举办培训场次", "≥12场", "12场"],
    ]
    form = Sheet("项目支出绩效自评表", [], rows, (3, 3, 3, 3, 3), right="单位：万元")
    found = [c for c in found_in(tmp_path, [*sheets(), form]) if c.rule == "within.project"]
    assert len(found) == told
    assert all("外贸公共服务平台" in c.message or amount.replace(",", "") in c.message for c in found)
