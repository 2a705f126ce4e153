"""Sorts of purchases below a heading that is said are never those of the whole statement (采购表某项下)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from ingest.model import Fact, Flow, Fund, Measure, Origin, Source, Stage, Subject
from service.evidence import Sources
from service.model import Body, Declined, Evidence, Operation, Plan, Term
from service.purchases.purchases import KIND
from service.purchases.under_heading import under_heading

NAME = "芦川县政协办公室"
ROWS = (
    ("会议费", ("货物A", "年度座谈会"), "12.40"),
    ("会议费", ("服务C", "年度座谈会"), "41.20"),
    ("住宿服务", ("服务C", "年度座谈会", "会议费"), "30.00"),
    ("会议费", ("服务C", "主席会"), "9.00"),
)


def bought(name: str, path: tuple[str, ...], value: str) -> Fact:
    place = Source(3, (80.0, 100.0, 300.0, 112.0))
    return Fact(
        NAME, 2023, Stage.BUDGET, "政府采购表", Fund.ALL, Flow.EXPENDITURE, Subject(KIND, name, path=path), "",
        Measure.AMOUNT, Decimal(value), "万元", None, Origin.CELL, place, 1, "1",
    )  # fmt: skip


def asked(text: str, *sorts: str, operation: Operation = Operation.LOOKUP) -> Evidence | Declined | None:
    first, *others = [Term(f"政府采购{sort}支出", KIND) for sort in sorts]
    plan = Plan(operation=operation, text=text, subject=first, also=tuple(others), year=2023, explained=1.0)
    body = Body("a", NAME, (NAME,), "芦川县", ())
    facts = [bought(*row) for row in ROWS]
    return under_heading(plan, (), Sources(body, (), facts, _none, _none, _none))


def _none(*_: object) -> Any:
    raise AssertionError("no text is asked for")


@pytest.mark.parametrize(
    ("text", "sorts", "operation", "values"),
    [
        ("年度座谈会采购的服务多少钱", ("服务",), Operation.LOOKUP, ["41.20"]),
        (
            "年度座谈会的政府采购，货物加服务一共多少",
            ("货物", "服务"),
            Operation.SUM,
            ["53.60", "12.40", "41.20"],
        ),
        ("主席会采购的服务多少钱", ("服务",), Operation.LOOKUP, ["9.00"]),
    ],
)
def test_the_rows_below_the_heading_are_told(
    text: str, sorts: tuple[str, ...], operation: Operation, values: list[str]
) -> None:
    found = asked(text, *sorts, operation=operation)
    assert isinstance(found, Evidence)
    assert [str(finding.value) for finding in found.findings] == values


def test_a_sort_that_the_heading_lacks_has_no_figure() -> None:
    assert isinstance(asked("主席会采购的货物多少钱", "货物"), Declined)


def test_no_heading_leaves_all_purchases() -> None:
    assert asked("政府采购货物多少钱", "货物") is None
