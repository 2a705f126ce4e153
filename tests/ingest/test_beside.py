"""Lines above tables that stand next to each other: one over both, or one over each (并排的表)."""

from __future__ import annotations

from ingest.beside import lines_over
from ingest.model import Grid, Line

LEFT, RIGHT = Grid(1, (40.0, 100.0, 300.0, 200.0), 2, 2, ()), Grid(1, (320.0, 100.0, 580.0, 200.0), 2, 2, ())


def line(text: str, start: float, gap_at: int = -1, gap: float = 0.0) -> Line:
    """A line of characters ten points wide, a gap ahead of one of them."""
    starts = tuple(start + 10 * i + (gap if gap_at != -1 and i >= gap_at else 0) for i in range(len(text)))
    ends = tuple(x + 10 for x in starts)
    return Line(text, 1, (starts[0], 80.0, ends[-1], 90.0), starts, ends, 10.0)


def test_a_title_over_both_is_that_of_each() -> None:
    title = line("部门收支总表（单位：万元）", 250.0)
    for grid in (LEFT, RIGHT):
        assert [part.text for part in lines_over([title], grid, [LEFT, RIGHT])] == [
            "部门收支总表（单位：万元）"
        ]


def test_two_titles_in_one_line_are_one_each() -> None:
    titles = line("收入总表支出总表", 100.0, gap_at=4, gap=260.0)
    parts = [lines_over([titles], grid, [LEFT, RIGHT])[0].text for grid in (LEFT, RIGHT)]
    assert parts == ["收入总表", "支出总表"]
