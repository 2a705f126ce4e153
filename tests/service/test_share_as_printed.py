"""A share that is printed of less money than all is worked out of that money (占比与所印的口径)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ingest.model import Fact, Flow, Fund, Measure, Origin, Source, Stage, Subject
from service.figures.ratios import share
from service.model import Operation, Plan, Term

HOUSING = Subject("功能分类", "住房保障支出", "221", "类")
TOTAL = Subject("总额", "本年支出合计")


def fact(
    subject: Subject, fund: Fund, yuan: str, unit: str = "元", measure: Measure = Measure.AMOUNT
) -> Fact:
    amount = Decimal(yuan) if measure is Measure.AMOUNT else None
    return Fact(
        "溪口县法院", 2024, Stage.BUDGET, f"{fund.value}表", fund, Flow.EXPENDITURE, subject, "合计", measure,
        Decimal(yuan), unit, amount, Origin.CELL if amount else Origin.SENTENCE,
        Source(3, (0.0, 0.0, 1.0, 1.0), f"{fund.value}表", subject.name, "合计"), 1, "d",
    )  # fmt: skip


FACTS = [
    fact(HOUSING, Fund.ALL, "3128904.00"),
    fact(TOTAL, Fund.ALL, "57057181.48"),
    fact(TOTAL, Fund.GENERAL, "56417181.48"),
]


def plan(text: str) -> Plan:
    return Plan(
        operation=Operation.SHARE, entity="溪口县法院", year=2024, text=text,
        subject=Term("住房保障支出", "功能分类", "221"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("printed", "text", "ratio", "label"),
    [
        ("5.55", "住房保障支出占比多少", "5.55", "住房保障支出占一般公共预算本年支出合计的比重"),
        ("5.48", "住房保障支出占比多少", "5.48", "住房保障支出占本年支出合计的比重"),
        ("5.55", "住房保障支出占全部支出多少", "5.48", "住房保障支出占本年支出合计的比重"),
        ("5.51", "住房保障支出占比多少", "5.48", "住房保障支出占本年支出合计的比重"),
    ],
)
def test_the_whole_is_that_of_the_share_printed(printed: str, text: str, ratio: str, label: str) -> None:
    told, _ = share(plan(text), [*FACTS, fact(HOUSING, Fund.ALL, printed, "%", Measure.SHARE)])
    assert told is not None
    assert (told.value, told.label) == (Decimal(ratio), label)
