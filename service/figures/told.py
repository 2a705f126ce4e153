"""How a figure is called (称谓)."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from ingest.cells import TOTAL
from ingest.model import Fact, Origin
from service.model import Finding, Operand

#: Kinds whose names say little without the project that they stand under.
_UNDER_PROJECTS = ("政府采购",)
#: Rows of a project's form that say nothing without it.
_TOTALS = ("总分", "总得分")
#: What the rows on a project's money stand under.
_ALL_MONEY = "年度资金总额"


def label_of(fact: Fact) -> str:
    """Name of a figure for people: subject, the part of it where it is a part, the project of a purchase."""
    name = fact.subject.name
    if fact.subject.kind in _UNDER_PROJECTS and len(fact.subject.path) > 1:
        name = f"政府采购“{fact.subject.path[1]}”项下{name}"
    if fact.subject.kind == "绩效指标" and len(fact.subject.path) == 1 and name in _TOTALS:
        name = f"{fact.subject.path[0]}{name}"
    if fact.subject.kind == "绩效指标" and fact.subject.path[1:2] == (_ALL_MONEY,):
        name = f"{fact.subject.path[0]}{name}"
    name = f"{name}（{fact.unit}）" if "元/" in fact.unit else name
    return name if fact.breakdown in (TOTAL, "约数", "持平") else f"{name}（{fact.breakdown}）"


def unit_of(fact: Fact) -> str:
    """The unit that a figure is told in: money for one of something is told in money, its name says for what."""
    return fact.unit.partition("/")[0] if "元/" in fact.unit else fact.unit


def is_for_one(fact: Fact) -> bool:
    """Whether a sentence gives what is paid for one of something, which a question on all of them does not mean."""
    return "元/" in fact.unit and fact.origin is Origin.SENTENCE and fact.subject.name.endswith("标准")


def printed_as(label: str, fact: Fact, body: str) -> Finding:
    """A printed figure of a body under a name, in its own unit."""
    return Finding(label, fact.value or Decimal(0), fact.unit, fact.measure, fact.year, fact.stage.value,
                   (Operand(label, fact),), printed=fact, entity=body)  # fmt: skip


def finding_of(fact: Fact, body: str) -> Finding:
    """A printed figure as it is told of a body, in the unit that its label says it is for one of."""
    return replace(printed_as(label_of(fact), fact, body), unit=unit_of(fact))
