"""Which money a section's sentences tell of, and totals that count a balance (款项口径)."""

from __future__ import annotations

import pytest

from ingest.model import Fund, Measure
from tests.ingest.sentences import told

GENERAL = "五、一般公共预算财政拨款支出决算情况说明"


#: The chapter is on the general budget alone, which the sentences below it call 财政拨款支出 for short.
@pytest.mark.parametrize(
    ("heading", "text", "fund"),
    [
        (GENERAL, "2023年度财政拨款支出298.42万元，占本年支出合计的95.01%。", Fund.GENERAL),
        (GENERAL, "2023年度财政拨款支出年初预算为262.25万元，支出决算为298.42万元。", Fund.GENERAL),
        ("四、财政拨款收入支出决算总体情况说明", "2023年度财政拨款支出306.72万元。", Fund.APPROPRIATION),
        (
            GENERAL,
            "2023年度财政拨款支出306.72万元，其中政府性基金预算支出8.30万元。",
            Fund.APPROPRIATION,
        ),
    ],
)
def test_appropriations_under_a_chapter_on_the_general_budget(heading: str, text: str, fund: Fund) -> None:
    totals = [
        f for f in told(text, heading) if f.subject.name == "本年支出合计" and f.value and f.value > 200
    ]
    assert totals
    assert totals[0].fund is fund


#: Each total of the sentence counts its own balance, though the first one's parts are named before the second.
def test_both_totals_that_hold_the_year_are_grand_totals() -> None:
    facts = told(
        "2023年度总收入957.64万元，其中本年收入944.77万元、年初结转和结余12.87万元；"
        "总支出957.64万元，其中本年支出853.51万元、年末结转和结余104.13万元。"
    )
    amounts = {
        (f.subject.name, f"{f.value}")
        for f in facts
        if f.measure is Measure.AMOUNT and f.subject.kind == "总额"
    }
    assert amounts == {
        ("收入总计", "957.64"), ("本年收入合计", "944.77"), ("支出总计", "957.64"), ("本年支出合计", "853.51"),
    }  # fmt: skip


#: 「支出减少」 goes on with the account that the section tells of; behind a total it is of the total.
@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("2023年度“三公”经费支出决算为12.46万元。与2022年度相比，支出减少1.12万元。", "“三公”经费", "-1.12"),
        ("2023年度机关运行经费支出52.50万元。与上年相比，支出增加2.50万元。", "机关运行经费", "2.50"),
        ("2023年度本年支出合计200万元。与2022年度相比，支出减少5万元。", "本年支出合计", "-5"),
    ],
)
def test_expenditure_that_moved_is_of_the_account_told_of(text: str, name: str, value: str) -> None:
    moved = [f for f in told(text) if f.measure is Measure.CHANGE]
    assert [(f.subject.name, f"{f.value}") for f in moved] == [(name, value)]


def test_what_is_planned_accordingly_is_no_balance() -> None:
    facts = told("上年结转36.50万元。相应安排支出预算191.80万元，其中：人员经费91.46万元。")
    amounts = {(f.subject.name, f"{f.value}") for f in facts}
    assert amounts == {("年初结转和结余", "36.50"), ("本年支出合计", "191.80"), ("人员经费", "91.46")}


#: What a balance is made of was not spent; what a total is made of was.
@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("年末结转和结余93.83万元，主要是森林管护31.28万元、森林培育62.55万元。", "年末结转和结余"),
        ("年末结转和结余93.83万元。森林管护支出31.28万元。", "合计"),
    ],
)
def test_parts_of_a_balance_are_of_it(text: str, part: str) -> None:
    named = [f for f in told(text) if "森林管护" in f.subject.name]
    assert [f.breakdown for f in named] == [part]
