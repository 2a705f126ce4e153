"""Tables of three level lines, as spreadsheets and word processors set them: every figure comes back, or none."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from ingest.model import Stage
from tests.ingest import budget_layouts, final_layouts, regional_layouts
from tests.ingest.accounts_book import Book
from tests.ingest.final_layouts import Layout
from tests.ingest.press import Placed
from tests.ingest.test_province_layouts import MANNERS, faults
from tests.ingest.three_lined import ThreeLined

FINAL = final_layouts.FINAL_STATEMENTS
ALL = (*FINAL, *budget_layouts.BUDGET_STATEMENTS, *regional_layouts.REGIONAL_STATEMENTS)
#: Layouts that three lines do not make plain: what a blank cell, a single row or a merged name leaves open.
OPEN = (
    final_layouts.basic, final_layouts.travel, final_layouts.funds, final_layouts.capital,
    budget_layouts.travel_row, budget_layouts.fund_spending, budget_layouts.capital_spending,
    regional_layouts.by_unit_beside, regional_layouts.travel_by_unit,
)  # fmt: skip
PLAIN = tuple(layout for layout in ALL if layout not in OPEN)


def typeset(path: Path, layout: Layout, name: str, *, short: bool) -> list[Placed]:
    final = layout in FINAL
    manner = MANNERS[name] if final else replace(MANNERS[name], stage=Stage.BUDGET)
    press = ThreeLined(path, short=short)
    press.cover([manner.body, f"{manner.year}年度部门{'决算' if final else '预算'}"])
    press.sheet(layout(Book(7), manner))
    press.close()
    return press.placed


@pytest.mark.parametrize("short", [True, False])
@pytest.mark.parametrize("layout", PLAIN, ids=lambda f: str(f.__name__))
def test_every_figure_comes_back(layout: Layout, short: bool, tmp_path: Path) -> None:
    path = tmp_path / "公开.pdf"
    assert not faults(path, typeset(path, layout, "ministry", short=short))


@pytest.mark.parametrize("name", ["ministry", "short_pages"])
@pytest.mark.parametrize("layout", ALL, ids=lambda f: str(f.__name__))
def test_no_figure_is_wrong(layout: Layout, name: str, tmp_path: Path) -> None:
    path = tmp_path / "公开.pdf"
    found = faults(path, typeset(path, layout, name, short=True))
    assert [fault for fault in found if not fault.endswith(": 0 facts")] == []
