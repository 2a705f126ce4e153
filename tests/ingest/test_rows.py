"""Tables of words are read as rows that say what they are about, merged cells and all (表格行文)."""

from __future__ import annotations

from ingest.chunks import to_chunks
from ingest.model import Cell, Line, Table
from ingest.rows import holds_words, project_of, table_to_rows

SHEET = tuple[tuple[str, ...], ...]


def table(rows: SHEET, title: str = "", merged: dict[tuple[int, int], int] | None = None) -> Table:
    """A grid of texts; ``merged`` says of (row, column) at which row the cell ends."""
    ends = merged or {}
    cells = tuple(
        Cell(text, 1, (c * 10.0, r * 10.0, c * 10.0 + 9, r * 10.0 + 9), r, c, ends.get((r, c), r + 1), c + 1)
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
        if text
    )
    return Table(0, title, (), (), cells, len(rows), max(map(len, rows)), (1,))


def texts(one: Table) -> list[str]:
    return [text for text, _ in table_to_rows(one)]


def test_a_list_of_units_names_its_columns_and_drops_its_numbers() -> None:
    units = table(
        (
            ("序号", "单位名称", "单位性质"),
            ("1", "青禾市博物馆", "公益一类"),
            ("2", "青禾市美术馆", "公益二类"),
        )
    )
    assert texts(units) == [
        "单位名称：青禾市博物馆，单位性质：公益一类",
        "单位名称：青禾市美术馆，单位性质：公益二类",
    ]


def test_what_a_merged_cell_says_is_said_of_every_row() -> None:
    form = table(
        (
            ("一级指标", "二级指标", "三级指标", "指标值"),
            ("产出指标", "数量指标", "开馆天数", "≥300天"),
            ("", "质量指标", "修复合格率", "100%"),
        ),
        "2024年项目绩效目标表",
        {(1, 0): 3},
    )
    assert texts(form)[1].startswith("产出指标，质量指标，修复合格率")


def test_a_purchase_belongs_to_the_project_above_it() -> None:
    bought = table(
        (
            ("专项名称", "经济科目", "采购物品名称", "总计"),
            ("开馆经费", "办公设备购置", "", "12.00"),
            ("", "", "展柜", "8.00"),
            ("", "", "灯具", "4.00"),
        ),
        "2024年政府采购预算表",
    )
    assert holds_words(bought)
    assert texts(bought)[1:] == [
        "专项名称：开馆经费，经济科目：办公设备购置，采购物品名称：展柜，总计：8.00",
        "专项名称：开馆经费，经济科目：办公设备购置，采购物品名称：灯具，总计：4.00",
    ]


def test_a_form_pairs_labels_and_values_and_knows_its_project() -> None:
    form = table(
        (("项目名称", "古籍修复资金"), ("主管部门", "青禾市文化局"), ("偏差原因分析", "修复师招聘推迟。")),
        "项目支出绩效自评表",
    )
    assert project_of(form) == "古籍修复资金"
    assert texts(form) == [
        "项目名称：古籍修复资金",
        "主管部门：青禾市文化局",
        "偏差原因分析：修复师招聘推迟。",
    ]
    (chunk,) = to_chunks("d", (), (form,))
    assert chunk.path[-1] == "古籍修复资金"


def test_a_statement_of_accounts_is_no_table_of_words() -> None:
    accounts = table((("项目名称", "金额"), ("一、财政拨款", "120.00")), "收支预算总表")
    assert not holds_words(accounts) and project_of(accounts) == ""


def test_the_sentence_over_a_list_opens_its_passage() -> None:
    line = Line("纳入2024年预算编制范围的单位共2家：", 1, (0, 0, 200, 10), (0.0,) * 20, (9.0,) * 20, 10)
    units = table((("序号", "单位名称"), ("1", "青禾市博物馆"), ("2", "青禾市美术馆")))
    (chunk,) = to_chunks("d", (), (Table(0, "", (line,), (), units.cells, 3, 2, (1,)),))
    assert chunk.text.split("\n")[0] == line.text
    start = chunk.text.index("单位名称：青禾市美术馆")
    assert [box[1] for _, box in chunk.places_of(start, start + 5)] == [20.0]


def test_a_list_with_figures_names_its_columns_though_its_head_is_two_lines_high() -> None:
    bought = table(
        (
            ("采购项目", "采购目录", "预算"),
            ("", "大类", ""),
            ("展柜", "货物", "3.00"),
            ("保洁", "服务", "4.00"),
        ),
        "2024年采购一览",
        {(0, 0): 2, (0, 2): 2},
    )
    assert texts(bought) == [
        "采购项目：展柜，大类：货物，预算：3.00",
        "采购项目：保洁，大类：服务，预算：4.00",
    ]


def test_a_statement_of_projects_is_read_for_what_it_says_of_each() -> None:
    spent = table(
        (
            ("单位（项目）名称", "项目金额", "项目简介"),
            ("馆舍修缮", "5.00", "东馆屋面防水和展厅地面翻新"),
            ("藏品保护", "6.00", "书画装裱、青铜器除锈"),
        ),
        "2024年专项支出表",
    )
    assert holds_words(spent)
    assert (
        texts(spent)[0] == "单位（项目）名称：馆舍修缮，项目金额：5.00，项目简介：东馆屋面防水和展厅地面翻新"
    )
