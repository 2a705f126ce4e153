"""Statements laid out the way other provinces do: every printed cell comes back as one fact, and nothing else does."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from ingest.model import Fact, Origin, Stage
from ingest.reading import read_file
from ingest.settings import Settings
from tests.ingest.accounts_book import Book
from tests.ingest.budget_layouts import BUDGET_STATEMENTS
from tests.ingest.final_layouts import FINAL_STATEMENTS, Layout, Manner
from tests.ingest.press import Placed, Press
from tests.ingest.regional_layouts import OLD_STATEMENTS, REGIONAL_STATEMENTS, units

MANNERS: dict[str, Manner] = {
    "ministry": Manner(),
    "yuan_without_separators": Manner(unit="元", separators=False, counter=False, number="表{}"),
    "glued_codes": Manner(glued=True, zeros=True, number="附表{}", unit_form="金额单位：{}"),
    "short_pages": Manner(rows_on_page=7, repeat=True, titles="{name}"),
    "short_pages_without_head": Manner(rows_on_page=7, repeat=False, number_inside=True, year=2021),
}


def faults(path: Path, placed: list[Placed]) -> list[str]:
    """What is missing, read otherwise than printed, or read where nothing is printed."""
    reading = read_file(path, Settings(data=path.parent))
    facts = [f for f in reading.facts if f.origin is Origin.CELL]
    found: list[str] = []
    for place in placed:
        here = [f for f in facts if _inside(f, place)]
        if len(here) != 1:
            found.append(f"p{place.page} {place.figure.text} {dict(place.figure.want)}: {len(here)} facts")
            continue
        (fact,) = here
        facts.remove(fact)
        want = place.figure.want
        want = {"value": place.figure.text.replace(",", "").rstrip("%"), **want}
        wrong = {k: str(_field(fact, k)) for k, v in want.items() if _field(fact, k) != v}
        if wrong:
            wanted = {k: str(want[k]) for k in wrong}
            where = f"{fact.source.row} × {fact.source.column}"
            found.append(f"p{place.page} {place.figure.text} at {where}: {wrong}, not {wanted}")
    return found + [
        f"p{f.source.page} {f.value} {f.source.row} × {f.source.column}: of no figure" for f in facts
    ]


def _field(fact: Fact, key: str) -> object:
    if key == "value":
        return str(fact.value)
    return getattr(fact.subject, key) if key in ("code", "name") else getattr(fact, key)


def _inside(fact: Fact, placed: Placed) -> bool:
    x0, y0, x1, y1 = fact.source.box
    return fact.source.page == placed.page and x0 <= placed.x <= x1 and y0 <= placed.y <= y1


def typeset(path: Path, layout: Layout, manner: Manner, seed: int) -> list[Placed]:
    press = Press(path)
    press.cover(
        [manner.body, f"{manner.year}年度部门{'决算' if manner.stage is Stage.FINAL_ACCOUNTS else '预算'}"]
    )
    press.sheet(layout(Book(seed), manner))
    press.close()
    return press.placed


@pytest.mark.parametrize("layout", (*FINAL_STATEMENTS, *OLD_STATEMENTS), ids=lambda f: str(f.__name__))
@pytest.mark.parametrize("manner", MANNERS)
def test_every_figure_of_final_accounts_comes_back(layout: Layout, manner: str, tmp_path: Path) -> None:
    path = tmp_path / "决算.pdf"
    placed = typeset(path, layout, MANNERS[manner], seed=len(manner))
    assert placed
    assert not faults(path, placed)


@pytest.mark.parametrize("layout", (*BUDGET_STATEMENTS, *REGIONAL_STATEMENTS), ids=lambda f: str(f.__name__))
@pytest.mark.parametrize("manner", MANNERS)
def test_every_figure_of_a_budget_comes_back(layout: Layout, manner: str, tmp_path: Path) -> None:
    path = tmp_path / "预算.pdf"
    placed = typeset(path, layout, replace(MANNERS[manner], stage=Stage.BUDGET), seed=len(manner))
    assert bool(placed) == (layout is not units)
    assert not faults(path, placed)
