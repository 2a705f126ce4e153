"""One figure, one amount: facts that say they are the same must not differ, unless the document itself does.

Tables and text repeat each other many times. Where two facts of one body, year, stage, fund, account and part have
two amounts, one of them was given a wrong name; what the documents themselves contradict is listed here.
"""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

import pytest

from ingest.model import Fact, Fund, Measure
from ingest.quantities import ROUGH
from tests.ingest.disclosures import (
    CENTRE,
    HEALTH,
    JIANGHAN,
    PUTUO_BUDGET,
    PUTUO_FINANCE,
    PUTUO_PLANNING,
    URBAN_2022,
    URBAN_2023,
    URBAN_2024,
    WANLI_2023,
    WANLI_2024,
    Disclosure,
    read,
)

#: The text rounds to 0.01 万元 what a table prints in 元.
ROUNDING = Decimal(100)
#: Kinds whose names are the document's own words, not accounts: two things may share one there.
FREE = {"其他", "业务量", "绩效指标", "项目", "政府采购"}

#: What the documents print twice and differently, seen on the pages: file, name → why.
CONTRADICTIONS = {
    (PUTUO_FINANCE, "收入总计"): "p.13 总计 2,961.68, p.21 财政拨款收入支出总计0.3万元",
    (PUTUO_FINANCE, "支出总计"): "p.13 总计 2,961.68, p.21 财政拨款收入支出总计0.3万元",
    (PUTUO_PLANNING, "基本支出"): "p.15 一般公共预算 5364.75, p.24 5377.64, which is that of all funds",
    (PUTUO_PLANNING, "人员经费"): "p.16 4884.09, p.24 4896.98",
    (PUTUO_BUDGET, "机关事业单位职业年金缴费支出"): "p.12 873,617.00 元, p.7 887.36 万元",
    (
        WANLI_2023,
        "机关事业单位职业年金缴费支出",
    ): "p.7 item 16: 220.63, then 预算安排 441.25, which is that of item 15",
    (WANLI_2024, "住房公积金"): "p.9 item 31: 350.35, then 预算安排 352.67",
}
OVERALL = [
    HEALTH,
    CENTRE,
    URBAN_2022,
    URBAN_2023,
    URBAN_2024,
    *(
        pytest.param(name, marks=pytest.mark.corpus)
        for name in (JIANGHAN, PUTUO_FINANCE, PUTUO_PLANNING, PUTUO_BUDGET, WANLI_2023, WANLI_2024)
    ),
]


def identity(fact: Fact, others: set[str]) -> tuple[object, ...]:
    subject = fact.subject
    # 财政拨款 of an item that no other fund pays is the general budget's, or text and tables would never meet.
    general = fact.fund is Fund.APPROPRIATION and subject.code
    fund = Fund.GENERAL if general and not any(o.startswith(subject.code) for o in others) else fact.fund
    about = (fact.entity, fact.year, fact.stage, fund, fact.flow, fact.breakdown)
    return (*about, subject.kind, subject.code, subject.name)


def differing(disclosure: Disclosure) -> dict[tuple[object, ...], list[Fact]]:
    """Facts by identity, where their amounts differ by more than the rounding of the text."""
    groups: defaultdict[tuple[object, ...], list[Fact]] = defaultdict(list)
    others = {
        f.subject.code for f in disclosure.facts if f.fund in (Fund.GOVERNMENT_FUND, Fund.STATE_CAPITAL)
    }
    for fact in disclosure.facts:
        account = fact.measure is Measure.AMOUNT and fact.subject.kind not in FREE
        if account and fact.yuan is not None and fact.breakdown != ROUGH and fact.standing < 2:
            groups[identity(fact, others)].append(fact)
    assert any(len(facts) > 1 for facts in groups.values())
    return {
        key: facts
        for key, facts in groups.items()
        if max(f.yuan or 0 for f in facts) - min(f.yuan or 0 for f in facts) > ROUNDING
    }


@pytest.mark.parametrize("name", OVERALL)
def test_one_figure_has_one_amount(name: str) -> None:
    wrong = [
        " ≠ ".join(f"{f.value}{f.unit} p.{f.source.page}" for f in facts)
        + f" {facts[0].subject.name} {facts[0].fund}"
        for facts in differing(read(name)).values()
        if (name, facts[0].subject.name) not in CONTRADICTIONS
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.corpus
@pytest.mark.parametrize(("name", "account"), CONTRADICTIONS, ids=range(len(CONTRADICTIONS)))
def test_a_contradiction_is_kept_and_not_smoothed(name: str, account: str) -> None:
    """Both figures are facts: the answer tells them beside each other."""
    assert account in {facts[0].subject.name for facts in differing(read(name)).values()}
