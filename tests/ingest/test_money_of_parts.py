"""Money of the parts of an income, of what was evaluated and of a list of one classification (部分的资金口径)."""

from __future__ import annotations

import pytest

from ingest.model import Fund, Stage, Subject
from tests.ingest.sentences import told
from tests.ingest.test_other_provinces_say import said

ALL, APPROPRIATION, GENERAL, GOVERNMENT = Fund.ALL, Fund.APPROPRIATION, Fund.GENERAL, Fund.GOVERNMENT_FUND


def funds(text: str, stage: Stage = Stage.FINAL_ACCOUNTS) -> list[tuple[str, Fund]]:
    """Name and money of every figure in order."""
    return [(fact.subject.name, fact.fund) for fact in told(text, stage=stage)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("财政拨款收入28万元，其中：本年收入27万元，上年结转1万元。本年支出合计27万元。",
         [("财政拨款收入", APPROPRIATION), ("本年收入合计", APPROPRIATION), ("年初结转和结余", APPROPRIATION),
          ("本年支出合计", ALL)]),
        ("政府性基金收入28万元，其中：本年收入27万元，上年结转1万元；事业收入3万元，本年收入合计50万元。",
         [("政府性基金预算财政拨款收入", GOVERNMENT), ("本年收入合计", GOVERNMENT), ("年初结转和结余", GOVERNMENT),
          ("事业收入", ALL), ("本年收入合计", ALL)]),
        ("收入合计28万元，其中：财政拨款收入27万元，上年结转1万元。",
         [("收入总计", ALL), ("财政拨款收入", APPROPRIATION), ("年初结转和结余", ALL)]),
        ("事业收入28万元，其中：本年收入27万元，上年结转1万元。",
         [("事业收入", ALL), ("本年收入合计", ALL), ("年初结转和结余", ALL)]),
    ],
)  # fmt: skip
def test_what_an_income_is_made_up_of_is_of_its_money(text: str, expected: list[tuple[str, Fund]]) -> None:
    assert funds(text) == expected


@pytest.mark.parametrize("mark", ["，", "、", "和"])
def test_money_of_what_was_evaluated_is_no_total(mark: str) -> None:
    text = f"对5个项目开展评价，涉及一般公共预算支出58万元{mark}政府性基金预算支出3万元。政府性基金预算支出9万元。"
    assert funds(text)[1:] == [
        ("涉及一般公共预算支出", GENERAL),
        ("涉及政府性基金预算支出", GOVERNMENT),
        ("本年支出合计", GOVERNMENT),
    ]


def test_money_of_a_fund_behind_another_account_is_its_total() -> None:
    assert funds("一般公共预算支出58万元，政府性基金预算支出3万元。") == [
        ("本年支出合计", GENERAL),
        ("本年支出合计", GOVERNMENT),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023年度我校总收入32万元。", "本年收入合计 32"),
        ("我校医疗收入32万元。", "医疗收入 32"),
        ("该站总收入32万元。", "该站总收入 32"),
        ("单位现有公务用车6辆。", "公务用车 6辆"),
        ("资产总额83万元，较上年末增加3万元，增长3.75%。", "资产总额 83；增减额 3；增减率 3.75%"),
        ("负债总额30万元，比2022年末减少2万元。", "负债总额 30；增减额 -2"),
    ],
)
def test_whose_and_from_which_day(text: str, expected: str) -> None:
    assert said(text) == expected


KNOWN = {
    "基本工资": Subject("经济分类", "基本工资", "30101", "款"),
    "住房公积金": Subject("功能分类", "住房公积金", "2210201", "项"),
}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("工资福利支出42万元，其中：基本工资12万元、住房公积金4万元。", "经济分类"),
        ("住房保障支出42万元，其中：住房公积金4万元。", "功能分类"),
        ("住房公积金4万元。", "功能分类"),
        ("基本工资12万元。住房保障支出（类）住房改革支出（款）住房公积金（项）4万元。", "功能分类"),
    ],
)
def test_a_name_of_both_classifications_is_of_the_list_that_it_stands_in(text: str, kind: str) -> None:
    fact = told(text, known=KNOWN)[-1]
    assert (fact.subject.name, fact.subject.kind, str(fact.value)) == ("住房公积金", kind, "4")
