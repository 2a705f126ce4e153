"""What is told of one thing by the money that pays for it, and how a total is led to (按资金分列)."""

from __future__ import annotations

import pytest

from ingest.model import Fact, Fund, Measure, Stage
from tests.ingest.sentences import told

PLAN = Stage.BUDGET
SHORT = {
    Fund.ALL: "全部",
    Fund.APPROPRIATION: "拨款",
    Fund.GENERAL: "一般",
    Fund.GOVERNMENT_FUND: "基金",
    Fund.STATE_CAPITAL: "国资",
}


def by_fund(facts: list[Fact]) -> str:
    """Name, fund, measure where it is no amount, and value of every fact."""
    rows = (
        f"{f.subject.name} {SHORT[f.fund]} {'' if f.measure is Measure.AMOUNT else f.measure}{f.value}"
        for f in facts
    )
    return "；".join(rows)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "机关运行经费支出决算66.4万元（其中：一般公共预算支出60.4万元；政府性基金预算支出6万元；国有资本经营预算"
            "支出0万元）。与上年相比，减少2.1万元。",
            "机关运行经费 拨款 66.4；机关运行经费 一般 60.4；机关运行经费 基金 6；机关运行经费 国资 0；"
            "机关运行经费 拨款 增减额-2.1",
        ),
        (
            "项目支出90万元，其中：一般公共预算支出80万元、政府性基金预算支出10万元。",
            "项目支出 全部 90；项目支出 一般 80；项目支出 基金 10",
        ),
        (
            "河道清淤项目支出20万元，其中：一般公共预算支出15万元。",
            "河道清淤项目支出 全部 20；河道清淤项目支出 一般 15",
        ),
    ],
)
def test_a_part_by_its_fund_is_of_the_thing(text: str, expected: str) -> None:
    assert by_fund(told(text)) == expected


#: A fund's spending is a total behind a total, behind a list and outside the bracket.
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "财政拨款支出500万元（其中：一般公共预算支出400万元；政府性基金预算支出100万元）。",
            "本年支出合计 拨款 500；本年支出合计 一般 400；本年支出合计 基金 100",
        ),
        (
            "会议费5万元（含住宿费1万元）；政府性基金预算支出10万元。",
            "会议费 全部 5；住宿费 全部 1；本年支出合计 基金 10",
        ),
        (
            "一般公共预算基本支出80万元，政府性基金预算支出10万元。",
            "基本支出 一般 80；本年支出合计 基金 10",
        ),
    ],
)
def test_a_total_of_a_fund_stays_one(text: str, expected: str) -> None:
    assert by_fund(told(text)) == expected


def test_spending_set_aside_accordingly_is_all_spending() -> None:
    text = (
        "收入预算为640万元。其中：一般公共预算拨款收入600万元、其他收入40万元。"
        "相应安排支出预算640万元，比上年增加30万元。"
    )
    assert by_fund(told(text, stage=PLAN)).endswith(
        "其他收入 全部 40；本年支出合计 全部 640；本年支出合计 全部 增减额30"
    )


def test_money_through_which_it_is_set_aside_is_no_name() -> None:
    facts = told("通过当年财政拨款安排的“三公”经费预算为28万元，比上年减少2万元。", stage=PLAN)
    assert by_fund(facts) == "“三公”经费 拨款 28；“三公”经费 拨款 增减额-2"
