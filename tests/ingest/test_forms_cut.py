"""A form that the end of a page cuts is one form; another project's is another."""

from __future__ import annotations

from ingest.model import Cell, Grid
from ingest.tables import pages_to_tables
from tests.ingest.test_tables import grid, page

TITLE = "项目支出绩效自评表"
WIDE = (60.0, 60.0, 120.0, 160.0)
#: The rest of the form, its first row the title again.
REST = [
    [TITLE, "", "", ""],
    ["项目资金", "年初预算数", "全年执行数", "执行率"],
    ["年度资金总额", "36.00", "33.30", "92.50%"],
]


def head(rows: list[list[str]], number: int) -> Grid:
    """The head of the form: as wide as its rest, in fewer columns."""
    return grid(rows, number, 700.0, (120.0, 280.0))


def names(cells: tuple[Cell, ...], text: str) -> list[tuple[int, int]]:
    return [(c.column, c.column_end) for c in cells if c.text == text]


def test_the_head_of_a_form_goes_with_its_rest() -> None:
    first = page(1, [], head([[TITLE, ""], ["项目名称", "沟渠清淤"]], 1))
    rest = page(2, [], grid(REST, 2, 60.0, WIDE))
    tables = pages_to_tables([first, rest])
    assert [table.pages for table in tables] == [(1, 2)]
    assert tables[0].columns == 4
    assert names(tables[0].cells, "沟渠清淤") == [(2, 4)]
    assert sum(c.text == TITLE for c in tables[0].cells) == 1


def test_a_form_that_names_its_own_project_is_another() -> None:
    first = page(1, [], head([[TITLE, ""], ["项目名称", "沟渠清淤"]], 1))
    other = [REST[0], ["项目名称", "山塘加固", "", ""], *REST[1:]]
    tables = pages_to_tables([first, page(2, [], grid(other, 2, 60.0, WIDE))])
    assert [table.pages for table in tables] == [(1,), (2,)]


def test_a_form_cut_further_down_goes_on_under_its_title() -> None:
    whole = [REST[0], ["项目名称", "沟渠清淤", "", ""], *REST[1:]]
    first = page(1, [], grid(whole, 1, 700.0, WIDE))
    more = grid([REST[0], ["产出指标", "清淤长度", "≥8公里", "8.4公里"]], 2, 60.0, WIDE)
    tables = pages_to_tables([first, page(2, [], more)])
    assert [table.pages for table in tables] == [(1, 2)]
