"""Counts told together by names cut short, gatherings and their money (并列计数)."""

from __future__ import annotations

import pytest

from ingest.model import Fund, Measure, Stage
from tests.ingest.sentences import told
from tests.ingest.test_other_provinces_say import cases, said

PLAN = Stage.BUDGET


@cases(
    ("因公出国（境）团组数及人数分别为1个、2人，公务用车购置数及保有量分别为0辆、6辆。",
     "因公出国（境）团组数 1个；因公出国（境）人数 2人；公务用车购置数 0辆；公务用车保有量 6辆"),
    ("国内公务接待的批次和人次分别为32批次和260人次。", "国内公务接待批次 32批次；国内公务接待人次 260人次"),
    ("行政编制、事业编制分别为26名、30名。", "行政编制 26名；事业编制 30名"),
    # A unit that the name does not have, and names that do not pair with the numbers.
    ("公务用车购置数及保有量分别为0辆、6人。", ""),
    ("公务用车购置数、更新数及保有量分别为0辆、6辆。", ""),
    ("批次、人数分别为32批次、260人。", ""),
)  # fmt: skip
def test_names_cut_short(text: str, expected: str) -> None:
    assert said(text) == expected


@cases(
    ("会议费预算3万元，拟召开2次会议，人数150人；培训费预算5万元，拟开展3次培训，人数90人；"
     "拟举办1次节庆、晚会、论坛、赛事活动，经费预算4万元。",
     "会议费 3；会议 2次；会议人数 150人；培训费 5；培训 3次；培训人数 90人；"
     "节庆、晚会、论坛、赛事活动 1次；节庆、晚会、论坛、赛事活动经费 4"),
    ("开支会议费3万元，用于召开例会，人数120人；开支培训费5万元，用于业务培训，人数80人。",
     "会议费 3；会议人数 120人；培训费 5；培训人数 80人"),
    # Behind a count of something else they are of that.
    ("培训费5万元，走访企业20家，人数80人。", "培训费 5；走访企业 20家；走访企业人数 80人"),
    ("公务接待费2万元，国内公务接待12批次，经费预算2万元。", "公务接待费 2；国内公务接待 12批次；公务接待费 2"),
)  # fmt: skip
def test_gatherings(text: str, expected: str) -> None:
    assert said(text, PLAN) == expected


def test_money_evaluated_by_its_funds_is_no_total() -> None:
    text = "对2个项目开展部门评价，涉及一般公共预算支出30万元，政府性基金预算支出12万元、国有资本经营预算支出0万元。"
    found = [(f.subject.name, f.fund, str(f.value)) for f in told(text) if f.measure is Measure.AMOUNT]
    assert found == [
        ("涉及一般公共预算支出", Fund.GENERAL, "30"),
        ("涉及政府性基金预算支出", Fund.GOVERNMENT_FUND, "12"),
        ("涉及国有资本经营预算支出", Fund.STATE_CAPITAL, "0"),
    ]


@cases(
    ("从评价情况看，堤防加固项目自评得分为96.5分。项目全年预算数为20万元，执行数为19万元。",
     "堤防加固项目自评得分 96.5分；堤防加固@全年预算 20；@执行 19"),
    ("一般公共预算支出300万元，占60%。项目全年预算数为20万元。", "本年支出合计 300；占比 60%"),
)  # fmt: skip
def test_the_budget_of_a_project_is_no_total(text: str, expected: str) -> None:
    assert said(text) == expected


@pytest.mark.parametrize("fund", ["政府性基金预算", "国有资本经营预算"])
def test_a_list_of_a_funds_income_balance_and_spending(fund: str) -> None:
    text = (
        f"2023年度{fund}财政拨款收入50万元；年初结转和结余2万元；支出51万元，其中基本支出0万元，项目支出51万元；"
        "年末结转和结余1万元。"
    )
    facts = told(text)
    assert {f.fund for f in facts} == {facts[0].fund} and facts[0].fund not in (Fund.ALL, Fund.GENERAL)
    assert [f.subject.name for f in facts][2:4] == ["本年支出合计", "基本支出"]


#: A source among sources gives its fund to nothing behind it.
def test_a_list_of_sources_is_of_all_money() -> None:
    text = "收入合计60万元，其中：政府性基金收入50万元；上年结转10万元。项目支出51万元。"
    assert [f.fund for f in told(text, stage=PLAN)] == [Fund.ALL, Fund.GOVERNMENT_FUND, Fund.ALL, Fund.ALL]


@pytest.mark.parametrize(
    "opening", ["一般公共预算财政拨款“三公”经费支出决算中，", "“三公”经费一般公共预算财政拨款支出决算中，"]
)
def test_the_money_of_which_the_parts_are_told(opening: str) -> None:
    facts = told(
        f"2023年度{opening}公务接待费支出决算3万元，占15%；公务用车运行维护费支出决算17万元，占85%。"
    )
    assert {f.fund for f in facts} == {Fund.GENERAL}


def test_the_money_of_a_list_behind_a_year() -> None:
    text = "2023年度一般公共预算财政拨款支出主要用于以下方面：教育（类）支出16万元，占73%；住房保障（类）支出3万元。"
    assert {f.fund for f in told(text)} == {Fund.GENERAL}
