"""The head of a table: where the body starts, what each column holds, what is printed above it."""

from __future__ import annotations

import pytest

from ingest.header import Role, column_path, is_counter, read_head
from ingest.model import Cell, Table
from tests.ingest.disclosures import CENTRE, HEALTH, JIANGHAN, URBAN_2023, URBAN_2024, WANLI_2023, read

CODE, LABEL, INDEX, VALUE = Role.CODE, Role.LABEL, Role.INDEX, Role.VALUE


def cell_of(table: Table, text: str, nth: int = 0) -> Cell:
    return [c for c in table.cells if c.text == text][nth]


@pytest.mark.parametrize(
    ("name", "page", "words", "roles"),
    [
        # 青岚区城市管理局2023 p.7: code, name, six columns of money
        (URBAN_2023, 7, "支出决算表", [CODE, LABEL] + [VALUE] * 6),
        # p.4: 项目, 行次, 金额, twice
        (URBAN_2023, 4, "总表", [LABEL, INDEX, VALUE] * 2),
        # p.13: three blocks of code, name, money
        (URBAN_2023, 13, "基本支出", [CODE, LABEL, VALUE] * 3),
        # p.14: no row names at all
        (URBAN_2023, 14, "三公", [VALUE] * 12),
        # 松屿区卫生健康局 p.14: the code in three columns
        (HEALTH, 14, "支出", [CODE, CODE, CODE, LABEL] + [VALUE] * 5),
        (HEALTH, 19, "基本支出", [CODE, CODE, LABEL] + [VALUE] * 3),
        # p.16: one column of names
        (HEALTH, 16, "财政拨款", [LABEL] + [VALUE] * 4),
        pytest.param(
            WANLI_2023, 20, "支出", [CODE, CODE, CODE, LABEL] + [VALUE] * 3, marks=pytest.mark.corpus
        ),
    ],
)
def test_roles_of_columns(name: str, page: int, words: str, roles: list[Role]) -> None:
    assert list(read_head(read(name).table(page, words)).roles) == roles


@pytest.mark.corpus
def test_a_code_heading_over_three_columns_that_are_one_in_the_body() -> None:
    """江汉区 p.4: 类, 款, 项 in the head; in the body one cell over all three holds 2120501."""
    table = read(JIANGHAN).table(4)
    head = read_head(table)
    code = cell_of(table, "2120501")
    assert head.roles[code.column] is CODE
    assert head.roles[cell_of(table, "社会保障和就业支出").column] is LABEL
    assert head.roles[cell_of(table, "513.47").column] is VALUE


@pytest.mark.parametrize(
    ("name", "page", "words", "first"),
    [
        (URBAN_2023, 7, "支出决算表", "合计"),  # behind three rows of headings and 栏次
        (URBAN_2023, 4, "总表", "一、一般公共预算财政拨款收入"),
        (URBAN_2023, 14, "三公", "113.00"),  # the row 1 2 3 … numbers the columns
        (HEALTH, 12, "收入", "208"),
        (CENTRE, 9, "基本支出", "301"),
        (URBAN_2024, 17, "三公", "合计"),
        pytest.param(JIANGHAN, 4, "", "合计", marks=pytest.mark.corpus),
    ],
)
def test_first_row_of_the_body(name: str, page: int, words: str, first: str) -> None:
    table = read(name).table(page, words)
    start = read_head(table).start
    assert (
        next(c.text for c in sorted(table.cells, key=lambda c: c.column) if c.row == start and c.text)
        == first
    )


@pytest.mark.parametrize(
    ("name", "page", "words", "value", "nth", "path"),
    [
        # 青岚区城市管理局2023 p.14: 101.43 under 决算数, 公务用车购置及运行维护费, 小计
        (URBAN_2023, 14, "三公", "101.43", 0, ["决算数", "公务用车购置及运行维护费", "小计"]),
        (URBAN_2023, 14, "三公", "5.00", 0, ["预算数", "公务接待费"]),
        # 松屿区卫生健康局 p.21: 预算数 and 决算数 below, not above
        (HEALTH, 21, "三公", "462,800.00", 1, ["公务用车购置及运行维护费", "运行维护费", "决算数"]),
        # p.17: the column 年初预算数 beside 决算数 over 小计, 基本支出, 项目支出
        (HEALTH, 17, "功能分类", "11,040,000.00", 0, ["年初预算数"]),
        (HEALTH, 17, "功能分类", "58,675,500.80", 0, ["决算数", "项目支出"]),
        # 青岚区城市管理局2024 p.14
        (URBAN_2024, 14, "一般公共预算支出", "16906.21", 0, ["2023年执行数"]),
        (URBAN_2024, 14, "一般公共预算支出", "16597.11", 0, ["2024年预算数", "小计"]),
        # 数字城管指挥中心 p.5: a heading broken into four lines
        (CENTRE, 5, "收入", "4.20", 0, ["其他收入"]),
        # 青岚区城市管理局2023 p.9: the halves of a two-sided statement
        (URBAN_2023, 9, "财政拨款", "16862.26", 0, ["收入", "金额"]),
        (URBAN_2023, 9, "财政拨款", "1235.50", 0, ["支出", "政府性基金预算财政拨款"]),
    ],
)
def test_headings_above_a_cell(
    name: str, page: int, words: str, value: str, nth: int, path: list[str]
) -> None:
    table = read(name).table(page, words)
    cell = cell_of(table, value, nth)
    assert list(column_path(table, read_head(table), cell.row, cell.column)) == path


def test_labels_of_the_nearest_block() -> None:
    """青岚区城市管理局2023 p.13: 62.15 belongs to 30201 办公费 in the block to its left, not to 基本工资."""
    table = read(URBAN_2023).table(13)
    head = read_head(table)
    cell = cell_of(table, "62.15")
    names = [c.text for c in table.cells if c.row == cell.row and c.column in head.labels[cell.column]]
    assert names == ["30201", "办公费"]


def test_headings_in_the_middle_of_a_form() -> None:
    """松屿区卫生健康局 p.23: 一级指标 … 得分 head the lower half of the form, 年初预算数 … 得分 the upper."""
    table = read(HEALTH).table(23)
    head = read_head(table)
    assert cell_of(table, "三级指标").row in head.subheads
    upper, lower = cell_of(table, "2487.56"), cell_of(table, "76.4%")
    assert column_path(table, head, upper.row, upper.column)[-1].startswith("全年执行数")
    assert column_path(table, head, lower.row, lower.column)[-1] == "实际完成值"


@pytest.mark.parametrize("text", ["1", "12", "栏次", "行 次"])
def test_what_only_numbers_a_column(text: str) -> None:
    assert is_counter(text)


@pytest.mark.parametrize("text", ["合计", "123", "1.0", "栏"])
def test_what_heads_a_column(text: str) -> None:
    assert not is_counter(text)
