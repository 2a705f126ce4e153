"""Units counted before an account, accounts by other provinces' names and with their code around them (科目别称)."""

from __future__ import annotations

import pytest

from ingest.model import Fund, Stage, Subject
from tests.ingest.sentences import told
from tests.ingest.test_other_provinces_say import said

PLAN = Stage.BUDGET


@pytest.mark.parametrize(
    ("units", "expected"),
    [
        (
            "及下属环卫所等2家行政单位以及1家参公管理的事业单位",
            "下属环卫所等行政单位 2家；参公管理的事业单位 1家",
        ),
        ("及下属2家行政单位", "下属行政单位 2家"),
        ("本级及3个预算单位的", "预算单位 3个"),
        ("及所属5个单位2023年度", "所属单位 5个"),
    ],
)
@pytest.mark.parametrize("account", ["机关运行经费", "“三公”经费"])
def test_an_account_behind_counted_units_has_its_money(units: str, expected: str, account: str) -> None:
    text = f"2023年，本部门{units}{account}财政拨款预算为150.2万元，比2022年预算增加10.2万元。"
    assert said(text, PLAN) == f"{expected}；{account} 150.2；增减额 10.2"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("召开5次会议，会议费支出3万元。", "会议 5次；会议费 3"),
        ("举办3期培训班，培训费支出2万元。", "培训班 3期；培训费 2"),
        ("固定资产车辆7辆，差异原因是：2辆为特种车辆。", "固定资产车辆 7辆；特种车辆 2辆"),
        ("单位全年安排的国内公务接待12批次，96人次。", "国内公务接待 12批次；96人次"),
        ("全年按规定更新购置公务用车2辆。", "更新购置公务用车 2辆"),
        ("公务接待费5万元，具体是国内接待费4万元。", "公务接待费 5；国内接待费 4"),
        ("工资福利支出42万元，主要用于：基本工资12万元、奖金3万元。", "工资福利支出 42；基本工资 12；奖金 3"),
    ],
)
def test_what_only_leads_to_a_name_is_no_part_of_it(text: str, expected: str) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023年部门财务总收入28万元，其中：一般公共预算20万元，国有资本经营收益0万元，上年结余结转8万元。",
         [("收入总计", Fund.ALL), ("一般公共预算财政拨款收入", Fund.GENERAL),
          ("国有资本经营预算财政拨款收入", Fund.STATE_CAPITAL), ("年初结转和结余", Fund.ALL)]),
        ("财政拨款安排支出28万元，其中，基本支出20万元。",
         [("本年支出合计", Fund.APPROPRIATION), ("基本支出", Fund.APPROPRIATION)]),
        ("一般公共预算财政拨款运行经费16万元。", [("机关运行经费", Fund.GENERAL)]),
        ("培训费安排支出5万元。", [("培训费", Fund.ALL)]),
        ("政府性基金预算财政拨款收入年初预算为50万元，收入决算为42万元；支出年初预算为50万元，支出决算为42万元。",
         [("政府性基金预算财政拨款收入", Fund.GOVERNMENT_FUND)] * 2 + [("本年支出合计", Fund.GOVERNMENT_FUND)] * 2),
    ],
)  # fmt: skip
def test_accounts_by_their_names_in_other_provinces(text: str, expected: list[tuple[str, Fund]]) -> None:
    assert [(f.subject.name, f.fund) for f in told(text)] == expected


def test_which_of_two_directions_is_not_said() -> None:
    assert said("公务接待费较2022年预算增长/下降0%。", PLAN) == "公务接待费 增减率 0%"
    assert said("公务接待费较2022年预算增长/下降5%。", PLAN) == ""


ITEM = Subject("功能分类", "行政运行", "2010301", "项")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("201（一般公共服务支出）", ("一般公共服务支出", "201")),
        ("2010301（行政运行）", ("行政运行", "2010301")),
        ("一般公共服务（201）支出", ("一般公共服务支出", "201")),
        ("教育（201）支出", ("教育", "")),  # 201 is the code of another class
    ],
)
def test_a_code_before_or_behind_the_name(name: str, expected: tuple[str, str]) -> None:
    (fact,) = told(f"{name}22万元。", known={ITEM.name: ITEM})
    assert (fact.subject.name, fact.subject.code) == expected


@pytest.mark.parametrize("name", ["201（教育支出）", "2010301（路灯养护）", "202（甲标段）"])
def test_a_number_before_a_bracket_is_no_code_of_another_name(name: str) -> None:
    assert not [f for f in told(f"{name}22万元。", known={ITEM.name: ITEM}) if f.subject.code]
