"""Texts of a test's own, written the way clerks of several provinces write: whose figure each amount is."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ingest.model import Fact, Fund, Measure, Stage, Subject
from tests.ingest.sentences import told

INITIAL, FINAL, BUDGET = Stage.INITIAL_BUDGET, Stage.FINAL_ACCOUNTS, Stage.BUDGET
PARK = Subject("功能分类", "水体", "2110302", "项", ("节能环保支出", "污染防治"))


def one(facts: list[Fact], value: str, measure: Measure = Measure.AMOUNT) -> Fact:
    """The one fact of a value; two of them would be two readings of one figure."""
    (fact,) = [f for f in facts if f.value == Decimal(value) and f.measure is measure]
    return fact


def test_figures_below_a_line_that_only_names_the_item() -> None:
    text = (
        "1、节能环保支出（类）污染防治（款）水体（项）。\n年初预算为300.00万元，支出决算为865.30万元，完成年初预算的288.43%。\n"
        "2、交通运输支出（类）公路水路运输（款）公路养护（项）。\n年初预算为0.00万元，支出决算为18.75万元。"
    )
    facts = told(text, "（三）一般公共预算财政拨款支出决算具体情况", known={"污染防治水体": PARK})
    assert one(facts, "300.00").subject == PARK
    assert one(facts, "300.00").stage is INITIAL
    assert (one(facts, "865.30").subject, one(facts, "865.30").fund) == (PARK, Fund.GENERAL)
    assert one(facts, "288.43", Measure.COMPLETION).subject == PARK
    assert one(facts, "18.75").subject.name == "公路养护"
    assert not [f for f in facts if f.subject.kind == "总额"]


def test_a_chain_of_three_long_names_is_the_item_of_the_figures_behind_it() -> None:
    pension = Subject(
        "功能分类",
        "机关事业单位职业年金缴费支出",
        "2080506",
        "项",
        ("社会保障和就业支出", "行政事业单位养老支出"),
    )
    chain = "社会保障和就业支出行政事业单位养老支出机关事业单位职业年金缴费支出"
    facts = told(
        "（9）社会保障和就业支出—行政事业单位养老支出—机关事业单位职业年金缴费支出。年初预算为40.00万元，支出决算为48.60万元。",
        "（三）一般公共预算财政拨款支出决算具体情况",
        known={chain: pension},
    )
    assert [one(facts, value).subject for value in ("40.00", "48.60")] == [pension, pension]


def test_figures_below_a_numbered_line_without_a_stop() -> None:
    facts = told(
        "1.因公出国（境）费\n全年预算数2.00万元，决算数0.50万元。\n2.公务接待费\n全年预算数8.00万元，决算数5.00万元。"
    )
    for value, name in (
        ("2.00", "因公出国（境）费"),
        ("0.50", "因公出国（境）费"),
        ("8.00", "公务接待费"),
        ("5.00", "公务接待费"),
    ):
        assert one(facts, value).subject.name == name


def test_sorts_of_assets_have_short_names() -> None:
    facts = told("固定资产总额5,432.10万元，其中：房屋3,200.00万元、车辆320.00万元。", "国有资产")
    assert (one(facts, "3200.00").subject.name, one(facts, "320.00").subject.name) == ("房屋", "车辆")


def test_economic_classes_by_name() -> None:
    fact = one(told("按经济分类分：工资福利支出560.00万元、商品和服务支出300.00万元。"), "560.00")
    assert (fact.subject.kind, fact.subject.code) == ("经济分类", "301")


def test_a_heading_that_names_the_item_holds_for_the_lines_below_it() -> None:
    facts = told("支出决算为5.32万元，完成预算的88.67%。", "2.公务接待费")
    assert one(facts, "5.32").subject.name == "公务接待费"


def test_a_numbered_line_below_another_is_of_neither() -> None:
    facts = told("（一）公务接待费。\n（二）其他安排7.10万元。")
    assert not [f for f in facts if f.subject.name == "公务接待费"]


def test_what_is_named_after_parts_by_fund_is_of_all_money_again() -> None:
    text = (
        "2023年本部门支出预算900.00万元。其中：一般公共预算拨款支出800.00万元，比上年增加30.00万元；其他资金支出100.00万元。"
        "按支出用途分，基本支出600.00万元，占66.67%；项目支出300.00万元。"
    )
    facts = told(text, stage=BUDGET)
    assert one(facts, "800.00").fund is Fund.GENERAL
    assert one(facts, "30.00", Measure.CHANGE).fund is Fund.GENERAL
    for value in ("100.00", "600.00", "300.00"):
        assert one(facts, value).fund is Fund.ALL, value


@pytest.mark.parametrize("part", ["其中一般公共预算250.00万元", "其中：一般公共预算拨款250.00万元"])
def test_a_bare_fund_after_a_sum_is_its_part_and_no_income(part: str) -> None:
    facts = told(f"2023年项目支出300.00万元，{part}、政府性基金50.00万元。", stage=BUDGET)
    for value, fund in (("250.00", Fund.GENERAL), ("50.00", Fund.GOVERNMENT_FUND)):
        assert (one(facts, value).subject.name, one(facts, value).fund) == ("项目支出", fund)


def test_a_fund_is_no_stage() -> None:
    facts = told(
        "2023年末财政拨款结转和结余120.50万元，其中：一般公共预算100.50万元，政府性基金预算20.00万元。"
    )
    for value, fund in (("100.50", Fund.GENERAL), ("20.00", Fund.GOVERNMENT_FUND)):
        fact = one(facts, value)
        assert (fact.subject.name, fact.fund, fact.stage) == ("年末结转和结余", fund, FINAL)


def test_a_bare_fund_after_an_income_is_an_income() -> None:
    facts = told("2023年收入合计300.00万元，其中：一般公共预算250.00万元。")
    assert one(facts, "250.00").subject.kind == "收入来源"


def test_parts_of_running_costs_are_told_as_its_parts() -> None:
    text = (
        "2023年机关运行经费90.00万元。其中：会议费6.80万元，公务用车运行维护费58.20万元，其他费用25.00万元。"
    )
    facts = told(text)
    for value in ("6.80", "58.20"):
        assert one(facts, value).subject.path == ("机关运行经费",)
    assert one(facts, "90.00").subject.path == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("收入合计900.0万元，其中：一般公共预算收入850.0万元；上年结转50.0万元。", "收入总计"),
        ("收入合计850.0万元，其中：一般公共预算收入850.0万元；上年结转50.0万元。", "本年收入合计"),
        ("本年收入合计900.0万元，其中：一般公共预算收入850.0万元；上年结转50.0万元。", "本年收入合计"),
    ],
)
def test_a_sum_that_takes_the_balance_to_make_it_up_counts_it(text: str, name: str) -> None:
    total = told(f"云川市青岚区城市管理局2023年{text}")[0]
    assert total.subject.name == name


@pytest.mark.parametrize(
    ("text", "value", "name"),
    [
        ("核定编制总数386名，其中行政编制142名、事业编制244名；现有在职人员367人。", "367", "现有在职人员"),
        ("事业编制96人，实有91人（含参公编制24人，实有22人）。", "22", "参公编制实有人数"),
        ("事业编制96人，实有91人（含参公编制24人，实有22人）。", "91", "事业编制实有人数"),
        ("公务用车编制18辆，实有16辆。", "16", "实有公务用车"),
        ("本单位行政编制52人，实有人员47人；事业编制9人，实有人员8人。", "47", "行政编制实有人数"),
        ("本单位行政编制52人，实有人员47人；事业编制9人，实有人员8人。", "8", "事业编制实有人数"),
        ("本单位行政编制52人、事业编制9人，实有人员55人。", "55", "实有人员"),
        ("从自评情况看，14个项目平均得分95.37分。", "95.37", "项目平均得分"),
        ("从评价情况看，46个项目中，自评等级为“优”的41个。", "46", "项目"),
    ],
)
def test_what_is_counted(text: str, value: str, name: str) -> None:
    assert one(told(text), value, Measure.COUNT).subject.name == name


@pytest.mark.parametrize("text", ["主要原因是公务用车购置数量由3辆减为2辆。", "全年为312户。"])
def test_counts_that_nothing_names_are_not_told(text: str) -> None:
    assert not [f for f in told(text) if f.measure is Measure.COUNT]


def test_people_are_told_by_what_was_done_for_them_and_not_by_the_money() -> None:
    facts = told("受理欠薪线索327件，为864名农民工追讨工资1236.5万元。")
    assert one(facts, "1236.5").subject.name == "农民工追讨工资"
    assert [f.subject.name for f in facts if f.value == Decimal("864")] == ["追讨工资的农民工"]


@pytest.mark.parametrize("verb", ["控制在", "保持在", "达到", "为"])
def test_a_rate_by_any_verb(verb: str) -> None:
    assert one(told(f"城镇登记失业率{verb}3.62%。"), "3.62", Measure.RATE).subject.name == "城镇登记失业率"


def test_how_far_an_aim_was_reached_is_of_what_was_counted() -> None:
    rate = one(told("城镇新增就业3862人，完成目标任务的107.28%。"), "107.28", Measure.COMPLETION)
    assert rate.subject.name == "城镇新增就业"


def test_a_list_of_what_an_account_holds_stands_before_its_name() -> None:
    text = "其中：基本工资、津贴补贴等人员经费支出800.00万元；办公费、水电费等日常公用经费100.00万元。"
    facts = told(text)
    assert one(facts, "800.00").subject.name == "人员经费"
    assert one(facts, "100.00").subject.name == "公用经费"


def test_a_part_is_told_by_its_own_name() -> None:
    facts = told("事业收入42.50万元，事业收入中门诊收入14.35万元。")
    assert one(facts, "14.35").subject.name == "门诊收入"
