"""Disclosures of invented bodies, typeset in other provinces' layouts, with every figure that was printed and where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from ingest.model import Stage
from tests.ingest.accounts_book import Book
from tests.ingest.budget_layouts import BUDGET_STATEMENTS, basic_split, incomes_by_unit, travel_row
from tests.ingest.final_layouts import FINAL_STATEMENTS, Layout, Manner
from tests.ingest.press import Press
from tests.ingest.regional_layouts import running_costs

YUAN = {"元": Decimal(1), "万元": Decimal(10_000), "亿元": Decimal(100_000_000)}


@dataclass(frozen=True)
class Known:
    """A figure that stands on a page: what it is of whom, and its value as printed."""

    body: str
    file: str
    page: int
    value: Decimal
    want: Mapping[str, object]

    @property
    def yuan(self) -> Decimal:
        """The amount in 元."""
        return self.value * YUAN[str(self.want["unit"])]

    def field(self, name: str) -> str:
        """A field of what is wanted, as text; empty where it is not told."""
        return str(self.want.get(name, ""))

    def has(self, **fields: object) -> bool:
        """Whether the figure is the one of all of these fields."""
        return all(self.want.get(name, "") == value for name, value in fields.items())


@dataclass(frozen=True)
class Disclosure:
    """One document to typeset: how its body prints, and which statements."""

    manner: Manner
    statements: Sequence[Layout]

    @property
    def kind(self) -> str:
        """决算 or 预算."""
        return "决算" if self.manner.stage is Stage.FINAL_ACCOUNTS else "预算"

    @property
    def file(self) -> str:
        """The file's own name."""
        return f"{self.manner.body}{self.manner.year}年度部门{self.kind}.pdf"


# Statements by unit name the units of one department, and 三公 is printed in one form only.
_PLAN = tuple(s for s in BUDGET_STATEMENTS if s not in (incomes_by_unit, basic_split, travel_row))
DISCLOSURES: tuple[Disclosure, ...] = (
    Disclosure(Manner(), FINAL_STATEMENTS),
    Disclosure(Manner(year=2022, glued=True, zeros=True, number="附表{}"), FINAL_STATEMENTS),
    Disclosure(Manner(year=2024, stage=Stage.BUDGET), (*_PLAN, running_costs)),
    Disclosure(
        Manner(body="望海市商务局", unit="元", separators=False, counter=False, number="表{}"),
        FINAL_STATEMENTS,
    ),
    Disclosure(Manner(body="望海市商务局", stage=Stage.BUDGET, titles="{name}"), _PLAN),
    Disclosure(Manner(body="石坪县商务局", year=2022, rows_on_page=7, titles="{name}"), FINAL_STATEMENTS),
    Disclosure(
        Manner(body="石坪县商务局", year=2021, rows_on_page=7, repeat=False, number_inside=True),
        FINAL_STATEMENTS,
    ),
)


def typeset(folder: Path) -> list[Known]:
    """Every disclosure as a PDF in ``folder``, and the figures that stand in them."""
    known: list[Known] = []
    for seed, disclosure in enumerate(DISCLOSURES, start=20):
        manner = disclosure.manner
        press, book = Press(folder / disclosure.file), Book(seed)
        press.cover([manner.body, f"{manner.year}年度部门{disclosure.kind}"])
        for layout in disclosure.statements:
            press.sheet(layout(book, manner))
        press.close()
        for placed in press.placed:
            value = Decimal(placed.figure.text.replace(",", "").rstrip("%"))
            known.append(Known(manner.body, disclosure.file, placed.page, value, placed.figure.want))
    return known
