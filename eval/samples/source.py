"""What a sample disclosure is made of: the items and words of one TOML file, read into frozen dataclasses.

Only items are given. Every sum, share and change that a document prints is computed from them (`figures`).
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from decimal import Decimal
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"
GENERAL = "一般公共预算"
FUND = "政府性基金预算"

Amount = Decimal | None  # None is a cell left blank, which is not zero


@dataclass(frozen=True)
class Item:
    """One 项 of the functional classification. Amounts are in the unit of the document's tables.

    `opening`, `grant`, `basic`, `project` are money from the treasury; the `own_…` and the other incomes are not.
    """

    code: str
    fund: str = GENERAL
    opening: Amount = None
    grant: Amount = None
    basic: Amount = None
    project: Amount = None
    own_opening: Amount = None
    superior: Amount = None
    business: Amount = None
    other: Amount = None
    own_basic: Amount = None
    own_project: Amount = None
    budget: Amount = None
    reason: str = ""
    use: str = ""


@dataclass(frozen=True)
class Travel:
    """三公经费: the three kinds, the vehicles' in two, as one column of figures."""

    abroad: Decimal
    purchase: Decimal
    running: Decimal
    reception: Decimal

    @property
    def vehicles(self) -> Decimal:
        """公务用车购置及运行维护费."""
        return self.purchase + self.running

    @property
    def total(self) -> Decimal:
        """All three kinds."""
        return self.abroad + self.vehicles + self.reception


@dataclass(frozen=True)
class Indicator:
    """One third-level indicator of a performance table, under its two parents."""

    first: str
    second: str
    name: str
    target: str
    result: str
    weight: Decimal
    score: Decimal


@dataclass(frozen=True)
class Project:
    """A project: what it may spend and spent, in 万元; with a performance table where it has indicators."""

    name: str
    unit: str
    initial: Decimal
    adjusted: Decimal = Decimal(0)
    spent: Decimal = Decimal(0)
    effect: str = ""
    problem: str = ""
    remedy: str = ""
    indicators: tuple[Indicator, ...] = ()


@dataclass(frozen=True)
class Source:
    """A document before it is computed. `words` are its passages and lone figures, by table of the file."""

    body: str
    level: str
    kind: str
    year: int
    layout: str
    items: tuple[Item, ...]
    economic: tuple[tuple[str, Decimal], ...]
    projects: tuple[Project, ...]
    travel: Mapping[str, Travel]
    words: Mapping[str, Any]

    @property
    def file(self) -> str:
        """The file's name, as such bodies name theirs."""
        return f"{self.body}{self.year}年{'度' if self.kind == '决算' else ''}{self.level}{self.kind}.pdf"


def read_source(name: str) -> Source:
    """The source in `data/<name>.toml`; amounts as Decimal, exactly as written there."""
    raw = tomllib.loads((DATA / f"{name}.toml").read_text("utf-8"), parse_float=Decimal)
    document = raw["document"]
    return Source(
        body=document["body"],
        level=document["level"],
        kind=document["kind"],
        year=document["year"],
        layout=document["layout"],
        items=tuple(_item(row) for row in raw["items"]),
        economic=tuple(raw["economic"].items()),
        projects=tuple(_project(row) for row in raw.get("projects", ())),
        travel={when: Travel(**amounts) for when, amounts in raw["travel"].items()},
        words=raw,
    )


def _item(row: Mapping[str, Any]) -> Item:
    """An item; its grant is what it spent of the treasury's money unless the file says otherwise."""
    known = {field.name for field in fields(Item)}
    if unknown := row.keys() - known:
        raise ValueError(f"unknown fields {sorted(unknown)} in item {row.get('code')}")
    spent = [row[key] for key in ("basic", "project") if key in row]
    derived = {"grant": sum(spent, Decimal(0))} if spent and "grant" not in row else {}
    return Item(**{**row, **derived})


def _project(row: Mapping[str, Any]) -> Project:
    indicators = tuple(
        Indicator(first, second, name, target, result, Decimal(weight), Decimal(score))
        for first, second, name, target, result, weight, score in row.get("indicators", ())
    )
    return Project(**{**row, "indicators": indicators})


def read_names() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Names of the functional and of the economic classification, by code."""
    raw = tomllib.loads((DATA / "classification.toml").read_text("utf-8"))
    return raw["functional"], raw["economic"]
