"""Sections behind their class, money beside the funds, changes of counts in a list (款与其他资金)."""

from __future__ import annotations

from ingest.model import Fund, Stage
from tests.ingest.sentences import told
from tests.ingest.test_other_provinces_say import cases, said

PLAN = Stage.BUDGET


def test_a_section_is_not_its_class() -> None:
    text = "农林水支出（类）水利（款）支出决算60万元，其中：防汛（项）40万元。农林水支出（类）支出90万元。"
    found = [(f.subject.name, f.subject.level, f.subject.path, str(f.value)) for f in told(text)]
    assert found[0] == ("水利", "款", ("农林水支出",), "60")
    assert found[-1] == ("农林水支出", "类", (), "90")


@cases(
    ("政府购买服务支出32万元，其中一般公共预算30万元，其他资金2万元。",
     "政府购买服务支出 32；30；政府购买服务支出/其他资金 2"),
    ("收入预算32万元，其中一般公共预算30万元，其他收入2万元。",
     "本年收入合计 32；一般公共预算财政拨款收入 30；其他收入 2"),
    ("13个项目纳入绩效管理，涉及一般公共预算拨款28万元、政府性基金2万元。",
     "纳入绩效管理的项目 13个；涉及一般公共预算拨款 28；涉及政府性基金 2"),
    ("项目支出：2023年年初预算数88万元，其中：清淤支出50万元。", "项目支出 88；清淤支出 50"),
    ("收入100万元；市本级支出80万元；所属单位支出20万元。", "本年收入合计 100；市本级支出 80；所属单位支出 20"),
)  # fmt: skip
def test_parts(text: str, expected: str) -> None:
    assert said(text, PLAN) == expected


def test_other_money_is_of_no_fund() -> None:
    facts = told("政府购买服务支出32万元，其中一般公共预算30万元，其他资金2万元。", stage=PLAN)
    assert [f.fund for f in facts] == [Fund.ALL, Fund.GENERAL, Fund.ALL]


@cases(
    ("接待30批次、250人次，其中：外宾接待0批次、0人次；比上年减少5批次、40人次。",
     "接待 30批次；250人次；外宾接待 0批次；0人次"),
    ("对5个项目进行了评价，其中：优秀3个、良好2个，平均得分93.5分。",
     "进行了评价的项目 5个；优秀 3个；良好 2个；平均得分 93.5分"),
    ("国内公务接待批次32次，人数260人。", "国内公务接待批次 32次；国内公务接待人数 260人"),
)  # fmt: skip
def test_counts(text: str, expected: str) -> None:
    assert said(text) == expected
