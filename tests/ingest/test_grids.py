"""Ruled boxes become a grid of cells with spans; every glyph lands in its cell."""

from __future__ import annotations

from itertools import combinations

import pytest

from ingest.model import Cell, Grid
from ingest.readers.grids import boxes_to_grid, fill_grid, glyphs_to_text
from tests.ingest.disclosures import CENTRE, HEALTH, JIANGHAN, SAMPLE_FILES, URBAN_2023, read
from tests.ingest.test_lines import typed

#: A head of one cell over two, and below it two cells: ┌──┬──┐ merged in the first row.
BOXES = [(0.0, 0.0, 200.0, 20.0), (0.0, 20.0, 100.0, 40.0), (100.0, 20.0, 200.0, 40.0)]


def grid_of(boxes: list[tuple[float, float, float, float]]) -> Grid:
    grid = boxes_to_grid(boxes, 1)
    assert grid is not None
    return grid


def cell_at(grid: Grid, row: int, column: int) -> Cell:
    return next(c for c in grid.cells if c.row <= row < c.row_end and c.column <= column < c.column_end)


def test_a_merged_cell_spans_its_columns() -> None:
    grid = grid_of(BOXES)
    assert (grid.rows, grid.columns) == (2, 2)
    assert (grid.cells[0].column, grid.cells[0].column_end) == (0, 2)
    assert cell_at(grid, 1, 1).box == (100.0, 20.0, 200.0, 40.0)


def test_an_edge_drawn_twice_is_one_edge() -> None:
    shifted = [BOXES[0], (0.0, 20.9, 99.2, 40.0), (100.4, 20.0, 200.0, 40.3)]
    grid = grid_of(shifted)
    assert (grid.rows, grid.columns) == (2, 2)


def test_a_frame_around_the_table_is_no_cell() -> None:
    frame = (0.0, 0.0, 200.0, 40.0)
    assert len(grid_of([frame, *BOXES]).cells) == len(BOXES)


def test_a_box_that_is_no_table_is_none() -> None:
    assert boxes_to_grid([(0.0, 0.0, 200.0, 20.0)], 1) is None
    assert boxes_to_grid([(0.0, 0.0, 200.0, 20.0), (0.0, 20.0, 200.0, 40.0)], 1) is None


def test_glyphs_land_in_their_cells_and_the_rest_is_left_over() -> None:
    inside, outside = typed("合计", 110, 25), typed("注", 10, 60)
    filled, rest = fill_grid(grid_of(BOXES), inside + outside)
    assert cell_at(filled, 1, 1).text == "合计"
    assert cell_at(filled, 1, 0).text == ""
    assert [g.text for g in rest] == ["注"]


def test_lines_of_a_cell_are_one_text() -> None:
    assert (
        glyphs_to_text(typed("其他对个人和", top=25) + typed("家庭的补助", top=36), 1)
        == "其他对个人和家庭的补助"
    )


@pytest.mark.parametrize("name", SAMPLE_FILES)
def test_cells_of_a_grid_do_not_overlap(name: str) -> None:
    for page in read(name).pages:
        for grid in page.grids:
            taken: set[tuple[int, int]] = set()
            for cell in grid.cells:
                assert 0 <= cell.row < cell.row_end <= grid.rows
                assert 0 <= cell.column < cell.column_end <= grid.columns
                held = {
                    (r, c) for r in range(cell.row, cell.row_end) for c in range(cell.column, cell.column_end)
                }
                assert not held & taken
                taken |= held


@pytest.mark.parametrize("name", SAMPLE_FILES)
def test_a_line_stands_outside_every_grid(name: str) -> None:
    for page in read(name).pages:
        for line in page.lines:
            middle = (line.box[1] + line.box[3]) / 2
            assert not any(
                g.box[1] < middle < g.box[3] and g.box[0] < line.box[0] < g.box[2] for g in page.grids
            )
        assert all(a.box[3] <= b.box[1] for a, b in combinations(page.grids, 2))


def test_head_over_two_rows_and_columns() -> None:
    """松屿区卫生健康局 p.21, the merged head of 三公经费: 公务用车购置及运行维护费 over 小计, 购置费, 运行维护费."""
    grid = read(HEALTH).pages[20].grids[0]
    assert grid.columns == 12
    wide = next(c for c in grid.cells if c.text == "公务用车购置及运行维护费")
    assert (wide.column, wide.column_end) == (4, 10)
    assert [c.text for c in grid.cells if c.row == grid.rows - 1] == [
        "565,000.00", "484,200.00", "0.00", "0.00", "520,000.00", "462,800.00", "0.00", "0.00", "520,000.00",
        "462,800.00", "45,000.00", "21,400.00",
    ]  # fmt: skip


def test_heading_broken_over_four_lines_in_a_narrow_cell() -> None:
    """数字城管指挥中心 p.5: 附属|单位|上缴|收入 in a column two characters wide."""
    texts = {c.text for c in read(CENTRE).pages[4].grids[0].cells}
    assert {"附属单位上缴收入", "事业收入", "上级补助收入"} <= texts


def test_a_blank_cell_is_there_and_is_blank() -> None:
    """青岚区城市管理局2023 p.13: 30103 奖金 868.40; 30203 咨询费 is blank."""
    grid = read(URBAN_2023).pages[12].grids[0]
    row = next(c.row for c in grid.cells if c.text == "30103")
    assert [c.text for c in grid.cells if c.row == row] == [
        "30103", "奖金", "868.40", "30203", "咨询费", "", "30239", "其他交通费用", "143.52",
    ]  # fmt: skip


@pytest.mark.corpus
def test_heading_shredded_into_single_characters() -> None:
    """江汉区 p.8: 合|计, 因公出|国|（境）|费 and 小|计 stand in cells two characters wide."""
    texts = [c.text for c in read(JIANGHAN).pages[7].grids[0].cells if c.text]
    assert texts.count("因公出国（境）费") == 2
    assert texts.count("小计") == 2
    assert texts.count("合计") == 2
