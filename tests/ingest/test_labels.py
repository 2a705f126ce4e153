"""The label of a row: its code however it is split, its name, what it stands under, within its block."""

from __future__ import annotations

import pytest

from ingest.header import read_head
from ingest.labels import Labels, Row
from ingest.model import Table
from ingest.statements import title_to_statement
from tests.ingest.disclosures import (
    CENTRE,
    CONGRESS_2017,
    COUNCIL_2018,
    HEALTH,
    JIANGHAN,
    PUTUO_FINANCE,
    URBAN_2023,
    URBAN_2024,
    read,
)
from tests.ingest.test_cells import small_table

EXPENDITURE = "支出决算表"


def row_of(table: Table, value: str, nth: int = 0) -> Row:
    """Label of the row that holds a value."""
    labels = Labels(table, read_head(table), title_to_statement(table.title))
    cells = sorted((c for c in table.cells if c.text == value), key=lambda c: (c.row, c.column))
    return labels.of(cells[nth])


@pytest.mark.parametrize(
    ("columns", "row", "code", "name"),
    [
        (["科目编码", "科目名称"], ["2120501", "城乡社区环境卫生"], "2120501", "城乡社区环境卫生"),
        (
            ["类", "款", "项", "科目名称"],
            ["212", "05", "01", "城乡社区环境卫生"],
            "2120501",
            "城乡社区环境卫生",
        ),
        (
            ["类", "款", "项", "科目名称"],
            ["212", "5", "1", "城乡社区环境卫生"],
            "2120501",
            "城乡社区环境卫生",
        ),
        (["科目名称"], ["2120501城乡社区环境卫生"], "2120501", "城乡社区环境卫生"),
        (["科目编码", "科目名称"], ["30113", "住房公积金"], "30113", "住房公积金"),
        (
            ["序号", "科目编码", "科目名称"],
            ["7", "20805", "行政事业单位养老支出"],
            "20805",
            "行政事业单位养老支出",
        ),
    ],
)
def test_code_and_name(columns: list[str], row: list[str], code: str, name: str) -> None:
    rows = [[*columns, "合计"], [*row, "10.00"], [*row[:-1], row[-1], "20.00"]]
    subject = row_of(small_table(EXPENDITURE, rows), "10.00").subject
    assert subject is not None
    assert (subject.code, subject.name) == (code, name)


@pytest.mark.parametrize("code", ["21", "2120", "212050", "801", "1020101"])
def test_what_is_no_code_of_a_classification(code: str) -> None:
    rows = [["科目编码", "科目名称", "合计"], [code, "某项支出", "10.00"], ["212", "城乡社区支出", "20.00"]]
    subject = row_of(small_table(EXPENDITURE, rows), "10.00").subject
    assert subject is None or subject.code == ""


@pytest.mark.parametrize(
    ("name", "page", "value", "label"),
    [
        (URBAN_2023, 13, "12.83", "30211 差旅费"),
        (URBAN_2023, 13, "9.30", "31003 专用设备购置"),
        (CENTRE, 5, "38.52", "2080505 机关事业单位基本养老保险缴费支出"),  # the name broken over two lines
        (HEALTH, 15, "7,316,398.80", "2210201 住房公积金"),
        (URBAN_2024, 16, "552.48", "30113 住房公积金"),
        pytest.param(PUTUO_FINANCE, 16, "91.03", "30199 其他工资福利支出", marks=pytest.mark.corpus),
        pytest.param(JIANGHAN, 4, "43.64", "2080502 事业单位离退休", marks=pytest.mark.corpus),
    ],
)
def test_label_of_a_printed_row(name: str, page: int, value: str, label: str) -> None:
    table = next(t for t in read(name).tables if page in t.pages and any(c.text == value for c in t.cells))
    assert row_of(table, value).text == label


def test_each_half_of_a_statement_has_its_own_labels() -> None:
    """青岚区城市管理局2023 p.4: 72.05 is 年末结转和结余 on the right, 189.30 年初结转和结余 on the left."""
    table = read(URBAN_2023).table(4)
    assert row_of(table, "72.05").text == "年末结转和结余"
    assert row_of(table, "189.30").text == "年初结转和结余"


@pytest.mark.parametrize(
    ("parts", "label"),
    [
        (["一般公共预算财政拨款", "政府性基金预算财政拨款"], "年初财政拨款结转和结余"),  # indented
        (["一、一般公共预算财政拨款", "二、政府性基金预算财政拨款"], "年初财政拨款结转和结余"),
        (["（一）一般公共预算拨款", "（二）政府性基金预算拨款"], "二、上年结转"),
    ],
)
def test_parts_of_a_balance_stand_under_it(parts: list[str], label: str) -> None:
    above = ["一、本年收入", "（一）一般公共预算拨款", "（二）政府性基金预算拨款"]
    if label.startswith("年初"):
        above = ["一、一般公共预算财政拨款", "二、政府性基金预算财政拨款", "本年收入合计"]
    names = [*above, label, *parts, "总计"]
    rows = [["项目", "金额"], *([name, f"{10 + i}.00"] for i, name in enumerate(names))]
    table = small_table("财政拨款收入支出决算总表", rows, "单位：万元")
    subjects = [row_of(table, f"{14 + i}.00").subject for i in range(2)]
    assert [s.kind if s else "" for s in subjects] == ["结转结余", "结转结余"]
    income = row_of(table, "10.00" if label.startswith("年初") else "11.00").subject
    assert income is not None and income.name == "一般公共预算财政拨款收入"


@pytest.mark.corpus
def test_a_second_total_counts_the_balance_too() -> None:
    """江苏省政协2018 p.1: 当年收入小计, 上年结转资金, then 收入合计: the last is 收入总计."""
    names = {f.source.row: f.subject.name for f in read(COUNCIL_2018).facts if f.source.page == 1}
    assert next(name for row, name in names.items() if row.startswith("收入合计")) == "收入总计"
    assert next(name for row, name in names.items() if row.startswith("当年收入")) == "本年收入合计"


def test_a_total_row_names_no_subject() -> None:
    rows = [["科目编码", "科目名称", "本年支出合计"], ["", "合计", "30.00"], ["212", "城乡社区支出", "30.00"]]
    assert row_of(small_table(EXPENDITURE, rows), "30.00").subject is None


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_two_economic_accounts_beside_each_other(order: tuple[int, int]) -> None:
    """Several of the departments' accounts stand beside one of the government's, whichever is printed first."""
    pairs = [("50201", "办公经费"), ("30206", "电费")], [("50201", "办公经费"), ("30209", "物业管理费")]
    heads = [("政府预算支出经济分类编码", "名称"), ("部门预算支出经济分类编码", "名称")]
    rows = [[*(word for n in order for word in heads[n]), "预算数"]]
    rows += [[*(word for n in order for word in pair[n]), f"{36 + i}.00"] for i, pair in enumerate(pairs)]
    table = small_table("一般公共预算基本支出情况表（按支出经济分类科目）", rows, "单位：万元")
    names = [(s.code, s.name) if (s := row_of(table, f"{36 + i}.00").subject) else None for i in range(2)]
    assert names == [("30206", "电费"), ("30209", "物业管理费")]


@pytest.mark.corpus
def test_a_name_broken_over_the_page() -> None:
    """江苏省人大2017 p.7–8: 「八、社会保障和就」 1,608.51 ends a page, 「业支出」 starts the next."""
    (fact,) = [f for f in read(CONGRESS_2017).facts if f.source.page == 7 and str(f.value) == "1608.51"]
    assert (fact.subject.code, fact.subject.name) == ("208", "社会保障和就业支出")


@pytest.mark.corpus
def test_a_purchase_is_named_by_what_is_bought() -> None:
    """江苏省人大2017 p.21: 台式计算机（20万以下）, 分散自行组织, 10.00."""
    (fact,) = [f for f in read(CONGRESS_2017).facts if f.source.page == 21 and str(f.value) == "10.00"]
    assert fact.subject.name == "台式计算机（20万以下）"
