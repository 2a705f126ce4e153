"""Grids of all pages become tables: named, cut where two are glued, joined where one goes on."""

from __future__ import annotations

import pytest

from ingest.model import Cell, Grid, Line, Page
from ingest.tables import caption_lines, is_page_number, pages_to_tables
from tests.ingest.disclosures import (
    CENTRE,
    CONGRESS_2017,
    HEALTH,
    JIANGHAN,
    PUTUO_FINANCE,
    PUTUO_PLANNING,
    URBAN_2023,
    URBAN_2024,
    WANLI_2023,
    Disclosure,
    read,
)

HEIGHT = 842.0


def line(text: str, page: int, top: float) -> Line:
    ends = tuple(60.0 + 10 * (i + 1) for i in range(len(text)))
    return Line(text, page, (60.0, top, ends[-1], top + 10), tuple(e - 10 for e in ends), ends, 10.0)


def grid(rows: list[list[str]], page: int, top: float, widths: tuple[float, ...] = (100, 200, 100)) -> Grid:
    """A grid without merged cells; each row is 20 points high."""
    xs = [60.0]
    for width in widths:
        xs.append(xs[-1] + width)
    cells = tuple(
        Cell(text, page, (xs[c], top + 20 * r, xs[c + 1], top + 20 * r + 20), r, c, r + 1, c + 1)
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
    )
    return Grid(page, (xs[0], top, xs[-1], top + 20 * len(rows)), len(rows), len(widths), cells)


def page(number: int, lines: list[Line], *grids: Grid) -> Page:
    return Page(number, 595.0, HEIGHT, tuple(lines), grids)


HEAD = ["科目编码", "科目名称", "决算数"]
FIRST = page(1, [line("支出决算表", 1, 60)], grid([HEAD, ["208", "社会保障和就业支出", "9.10"]], 1, 700))


def rows(disclosure: Disclosure, number: int, words: str = "") -> list[list[str]]:
    """Texts of the rows of a table, blanks included, top to bottom."""
    table = disclosure.table(number, words)
    found: dict[int, list[str]] = {}
    for cell in sorted(table.cells, key=lambda c: (c.row, c.column)):
        found.setdefault(cell.row, []).append(cell.text)
    return [found[row] for row in sorted(found)]


@pytest.mark.parametrize(
    "text", ["3", "- 3 -", "— 16 —", "—16—", "－ 3 －", "第3页", "第 3 页 共 12 页", "第3页共12页", "· 7 ·"]
)
def test_a_page_number(text: str) -> None:
    assert is_page_number(text)


@pytest.mark.parametrize("text", ["3.5", "878.45", "第三部分", "3人", "2023年", "公开03表", ""])
def test_no_page_number(text: str) -> None:
    assert not is_page_number(text)


def test_a_continuation_is_joined_and_its_repeated_head_left_out() -> None:
    second = page(2, [line("2", 2, 800)], grid([HEAD, ["210", "卫生健康支出", "1.00"]], 2, 60))
    (table,) = pages_to_tables([FIRST, second])
    assert (table.title, table.pages, table.rows) == ("支出决算表", (1, 2), 3)
    assert [c.text for c in table.cells if c.row == 2] == ["210", "卫生健康支出", "1.00"]
    assert [c.page for c in table.cells if c.row == 2] == [2, 2, 2]


def test_a_continuation_without_a_head_loses_no_row() -> None:
    second = page(2, [], grid([["210", "卫生健康支出", "1.00"], ["", "合计", "10.10"]], 2, 60))
    (table,) = pages_to_tables([FIRST, second])
    assert [c.text for c in table.cells if c.row == 3] == ["", "合计", "10.10"]


def test_a_table_with_its_own_title_is_another() -> None:
    second = page(2, [line("收入决算表", 2, 60)], grid([HEAD, ["210", "卫生健康支出", "1.00"]], 2, 100))
    assert [t.title for t in pages_to_tables([FIRST, second])] == ["支出决算表", "收入决算表"]


def test_a_table_with_other_columns_is_another() -> None:
    second = page(2, [], grid([["基本工资", "1.00"]], 2, 60, widths=(150, 150)))
    assert [t.pages for t in pages_to_tables([FIRST, second])] == [(1,), (2,)]


def test_a_table_after_a_page_between_is_another() -> None:
    third = page(3, [], grid([["210", "卫生健康支出", "1.00"]], 3, 60))
    assert len(pages_to_tables([FIRST, page(2, [line("说明。", 2, 60)]), third])) == 2


def test_a_page_without_a_table_gives_none() -> None:
    assert pages_to_tables([page(1, [line("第一部分", 1, 60)])]) == ()


def test_every_statement_of_a_disclosure_in_order() -> None:
    """青岚区城市管理局2023: pages and titles as printed."""
    found = [(t.pages, t.title) for t in read(URBAN_2023).tables if t.title]
    assert found == [
        ((4,), "2023年度收入支出决算总表"),
        ((5, 6), "2023年度收入决算表"),
        ((7, 8), "2023年度支出决算表"),
        ((9, 10), "2023年度财政拨款收入支出决算总表"),
        ((11, 12), "2023年度一般公共预算财政拨款支出决算表"),
        ((13,), "2023年度一般公共预算财政拨款基本支出决算表"),
        ((14,), "2023年度财政拨款“三公”经费支出决算表"),
        ((15,), "2023年度政府性基金预算财政拨款收入支出决算表"),
        ((15,), "2023年度国有资本经营预算财政拨款支出决算表"),
        ((26,), "2023年度项目支出绩效自评表"),
        ((27,), "2023年度项目支出绩效自评表"),
        ((27,), "2023年度项目支出绩效自评表"),
    ]


def test_continuation_of_a_printed_table_with_repeated_head() -> None:
    """松屿区卫生健康局 p.12–13: two rows of headings stand on both pages, the total at the end of the second."""
    found = rows(read(HEALTH), 12)
    assert sum("科目名称" in row for row in found) == 1
    assert found[2][:5] == ["208", "", "", "社会保障和就业支出", "11,147,500.10"]
    assert found[-1] == [
        "合计", "212,330,504.20", "149,175,903.65", "350,000.00", "62,318,400.55", "0.00", "0.00", "486,200.00",
    ]  # fmt: skip


def test_continuation_of_a_printed_table_without_head() -> None:
    """松屿区卫生健康局 p.19–20: the second page starts with 303 02 退休费."""
    found = rows(read(HEALTH), 20)
    break_at = next(i for i, row in enumerate(found) if row[:2] == ["303", "02"])
    assert found[break_at - 1] == ["303", "01", "离休费", "126,400.00", "126,400.00", "0.00"]
    assert found[break_at] == ["303", "02", "退休费", "1,715,901.20", "1,715,901.20", "0.00"]
    assert found[-1] == ["合计", "90,116,002.85", "82,245,501.00", "7,870,501.85"]


def test_end_of_one_table_and_start_of_another_on_a_page() -> None:
    """数字城管指挥中心 p.8: three rows of 公开04表, then 公开05表; p.10: three tables."""
    tables = read(CENTRE).tables
    assert [t.title for t in tables if 8 in t.pages] == [
        "2023年度财政拨款收入支出决算总表",
        "2023年度一般公共预算财政拨款支出决算表",
    ]
    assert len([t for t in tables if 10 in t.pages]) == 3


def test_footnotes_stay_with_their_table() -> None:
    """青岚区城市管理局2023 p.15."""
    first, second = (t for t in read(URBAN_2023).tables if 15 in t.pages)
    assert first.footnotes[0].text.startswith("6栏各行")
    assert [n.text for n in second.footnotes] == [
        "说明：本部门2023年度没有国有资本经营预算财政拨款支出，本表为空表。"
    ]


def test_captions_are_no_running_text() -> None:
    """青岚区城市管理局2023 p.14: title, form number, body and unit belong to the table, its notes too."""
    page_14 = read(URBAN_2023).pages[13]
    left = [x.text for i, x in enumerate(page_14.lines) if i not in caption_lines(page_14)]
    assert [text for text in left if not is_page_number(text)] == []


def test_a_heading_above_a_table_is_not_taken_for_its_end() -> None:
    """青岚区城市管理局2024 p.13: two rows of 预算03表 with its head, then 预算04表."""
    found = rows(read(URBAN_2024), 13, "支出总表")
    assert found[-1] == ["2240106", "安全监管", "3.20", "", "3.20"]
    assert (
        read(URBAN_2024).table(13, "财政拨款").caption[-1].text.startswith("填报部门：云川市青岚区城市管理局")
    )


@pytest.mark.corpus
def test_statements_glued_into_one_ruled_grid_are_cut_apart() -> None:
    """江苏省人大2017 p.11–15: the last row of 财政拨款基本支出预算表 stands alone over the next title."""
    disclosure = read(CONGRESS_2017)
    assert rows(disclosure, 15, "基本支出")[-1] == ["30312", "提租补贴", "1,018.01"]
    texts = [text for row in rows(disclosure, 15, "政府性基金") for text in row if text]
    assert "30312" not in texts and "1,018.01" not in texts
    assert {"功能科目代码", "功能科目名称", "金额", "合计"} <= set(texts)


@pytest.mark.corpus
def test_a_blank_row_on_a_page_of_its_own_ends_the_table_before() -> None:
    """普陀区财政局 p.12–14: page 14 holds one blank row; p.15 starts another statement."""
    table = read(PUTUO_FINANCE).table(13)
    assert "财政拨款收入支出" in table.title
    assert read(PUTUO_FINANCE).table(15).title == "一般公共预算财政拨款支出决算表"


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("name", "number", "last"),
    [
        (PUTUO_PLANNING, 15, ["合计", "9746.50", "5364.75", "4381.74"]),  # no head on p.15
        (PUTUO_PLANNING, 11, ["2210203", "购房补贴", "171.49", "171.49", "0.00", "", "", ""]),
        (WANLI_2023, 18, ["合计", "164,978,640", "99,406,297", "65,572,343"]),  # the fourth page of its table
        (PUTUO_FINANCE, 17, ["人员经费合计", "2,152.26", "公用经费合计", "184.65"]),
        (JIANGHAN, 4, ["2210203", "购房补贴", "27.15", "27.15", "", "", "", ""]),
    ],
)
def test_last_row_of_a_table_over_pages(name: str, number: int, last: list[str]) -> None:
    assert rows(read(name), number)[-1] == last


@pytest.mark.corpus
def test_text_below_the_edge_of_the_page_is_not_there() -> None:
    """江苏省人大2017 p.11: the file holds a second copy of the next statement below the visible page."""
    disclosure = read(CONGRESS_2017)
    assert [t.title for t in disclosure.tables if 11 in t.pages] == ["财政拨款支出预算表"]
    assert max(g.box[3] for g in disclosure.pages[10].grids) <= disclosure.pages[10].height


@pytest.mark.corpus
def test_a_title_at_the_foot_of_the_page_before() -> None:
    """江苏省人大2017 p.18–19: the title stands under the table before, its own table starts overleaf."""
    assert read(CONGRESS_2017).table(19).title == "一般公共预算机关运行经费支出预算表"
