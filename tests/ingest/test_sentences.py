"""Sentences as other provinces write them, made up here: every figure in them, and nothing that they do not say."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ingest.level_told import LEVEL
from ingest.model import Fact, Fund, Measure, Stage
from ingest.numbers import plain
from ingest.quantities import ROUGH
from tests.ingest.sentences import told

AMOUNT, COUNT, CHANGE, RATE = Measure.AMOUNT, Measure.COUNT, Measure.CHANGE, Measure.CHANGE_RATE
SHARE, DONE, SOME = Measure.SHARE, Measure.COMPLETION, Measure.RATE


def figures(text: str, **rest: object) -> list[tuple[str, Measure, str]]:
    """Value, measure and subject of every figure that is printed as a number, in order."""
    facts = [f for f in told(text, **rest) if f.breakdown != LEVEL]  # type: ignore[arg-type]
    return [("" if f.value is None else plain(f.value), f.measure, f.subject.name) for f in facts]


#: A sentence, and all that it says.
SAID = [
    (
        "部门整体支出自评得分88.50分，19项指标中17项达到目标值。",
        [("88.50", COUNT, "部门整体支出自评得分"), ("19", COUNT, "指标"), ("17", COUNT, "达到目标值")],
    ),
    (
        "全年平均得分92.30分、16项。",
        [("92.30", COUNT, "全年平均得分")],
    ),
    (
        "1.“乡村公路养护”项目。全年预算1,200.00万元，执行1,150.80万元，完成预算的95.90%。",
        [("1200.00", AMOUNT, "乡村公路养护"), ("1150.80", AMOUNT, "乡村公路养护"), ("95.90", DONE, "乡村公路养护")],
    ),
    (
        "（2）渡口安全设施改造项目：年初预算80.00万元，执行64.00万元。",
        [("80.00", AMOUNT, "渡口安全设施改造"), ("64.00", AMOUNT, "渡口安全设施改造")],
    ),
    (
        "（一）人员经费：年初预算300.00万元，支出决算290.00万元。",
        [("300.00", AMOUNT, "人员经费"), ("290.00", AMOUNT, "人员经费")],
    ),
    (
        "2023年度一般公共预算财政拨款支出年初预算为2,300.50万元，支出决算为2,410.20万元，完成年初预算的104.77%，"
        "其中：基本支出1,800.10万元，项目支出610.10万元。",
        [("2300.50", AMOUNT, "本年支出合计"), ("2410.20", AMOUNT, "本年支出合计"), ("104.77", DONE, "本年支出合计"),
         ("1800.10", AMOUNT, "基本支出"), ("610.10", AMOUNT, "项目支出")],
    ),
    (
        "收入总计5,432.10万元，与上年相比增加321.05万元，增长6.28%。其中：本年收入5,400.00万元，年初结转和结余32.10万元。",
        [("5432.10", AMOUNT, "收入总计"), ("321.05", CHANGE, "收入总计"), ("6.28", RATE, "收入总计"),
         ("5400.00", AMOUNT, "本年收入合计"), ("32.10", AMOUNT, "年初结转和结余")],
    ),
    (
        "“三公”经费支出决算12.30万元，比2022年决算数减少2.10万元，下降14.58%，主要原因是厉行节约。",
        [("12.30", AMOUNT, "“三公”经费"), ("-2.10", CHANGE, "“三公”经费"), ("-14.58", RATE, "“三公”经费")],
    ),
    (
        "2023年度“三公”经费支出决算数比2022年度减少0.30万元，下降（增长）5.00%，其中：公务接待费减少0.30万元，下降20.00%。",
        [("-0.30", CHANGE, "“三公”经费"), ("-5.00", RATE, "“三公”经费"), ("-0.30", CHANGE, "公务接待费"),
         ("-20.00", RATE, "公务接待费")],
    ),
    (
        "机关运行经费支出52.50万元，比2022年度增长5.0%，主要原因是办公用房维修增加。",
        [("52.50", AMOUNT, "机关运行经费"), ("5.0", RATE, "机关运行经费")],
    ),
    (
        "人员经费1,200.00万元，占93.02%；公用经费90.00万元，占6.98%。",
        [("1200.00", AMOUNT, "人员经费"), ("93.02", SHARE, "人员经费"), ("90.00", AMOUNT, "公用经费"),
         ("6.98", SHARE, "公用经费")],
    ),
    (
        "基本支出决算数为60万元，比上年决算数增加了10万元，增幅20%；项目支出决算数40万元，降幅为5%。",
        [("60", AMOUNT, "基本支出"), ("10", CHANGE, "基本支出"), ("20", RATE, "基本支出"), ("40", AMOUNT, "项目支出"),
         ("-5", RATE, "项目支出")],
    ),
    (
        "2023年末资产总额5,600.00万元，其中流动资产600.00万元。长期投资0项0万元。在建工程1项12.70万元。",
        [("5600.00", AMOUNT, "资产总额"), ("600.00", AMOUNT, "流动资产"), ("0", COUNT, "长期投资"),
         ("0", AMOUNT, "长期投资"), ("1", COUNT, "在建工程"), ("12.70", AMOUNT, "在建工程")],
    ),
    (
        "专用设备购置费15.00万元，信息系统运行维护费8.00万元，商品和服务支出3.00万元，其他社会保障和就业支出2.00万元。",
        [("15.00", AMOUNT, "专用设备购置费"), ("8.00", AMOUNT, "信息系统运行维护费"),
         ("3.00", AMOUNT, "商品和服务支出"), ("2.00", AMOUNT, "其他社会保障和就业支出")],
    ),
    (
        "国内公务接待支出1.00万元（含外事接待支出0.20万元）。公务接待费2024年预算安排3.00万元。",
        [("1.00", AMOUNT, "国内公务接待支出"), ("0.20", AMOUNT, "外事接待支出"), ("3.00", AMOUNT, "公务接待费")],
    ),
    (
        "政府采购金额为120万元，其中面向中小企业采购100万元，占比83.33%；面向小微企业采购60万元，占比50%。",
        [("120", AMOUNT, "政府采购支出"), ("100", AMOUNT, "面向中小企业采购"), ("83.33", SHARE, "面向中小企业采购"),
         ("60", AMOUNT, "面向小微企业采购"), ("50", SHARE, "面向小微企业采购")],
    ),
    (
        "本局面向中小企业预留采购项目预算金额30万元，其中，预留给小微企业的采购项目预算为20万元。",
        [("30", AMOUNT, "本局面向中小企业预留采购项目"), ("20", AMOUNT, "预留给小微企业的采购项目")],
    ),
    (
        "在面向中小企业预留的项目中，由中小企业成交的，采购金额22.10万元；在其他项目中，由中小企业成交的，采购金额0.00万元。",
        [("22.10", AMOUNT, "面向中小企业预留的项目中，由中小企业成交的采购金额"),
         ("0.00", AMOUNT, "其他项目中，由中小企业成交的采购金额")],
    ),
    (
        "货物采购授予中小企业合同金额占货物支出金额的100.00%。",
        [("100.00", SHARE, "货物采购授予中小企业合同金额")],
    ),
    (
        "绿化养护项目全年预算数为200.00万元，执行数为190.00万元，完成预算的95.00%。",
        [("200.00", AMOUNT, "绿化养护项目"), ("190.00", AMOUNT, "绿化养护项目"), ("95.00", DONE, "绿化养护项目")],
    ),
    (
        "编报绩效目标的2023年度项目39个，涉及预算金额4415.48万元，平均得分98.5分。",
        [("39", COUNT, "编报绩效目标的2023年度项目"), ("4415.48", AMOUNT, "编报绩效目标的2023年度项目"),
         ("98.5", COUNT, "编报绩效目标平均得分")],
    ),
    (
        "全年接待来访320批次、1,280人次，比上年下降12.5%。办结率达98.6%，同比提高2.1个百分点。",
        [("320", COUNT, "全年接待来访"), ("1280", COUNT, "全年接待来访"), ("-12.5", RATE, "全年接待来访"),
         ("98.6", SOME, "办结率")],
    ),
    (
        "拟修订5件法规，下属3家预算单位，考核14个街道共计12次，开展3项执法检查，对2个单位开展整体支出评价。",
        [("5", COUNT, "修订法规"), ("3", COUNT, "下属预算单位"), ("14", COUNT, "考核街道"), ("12", COUNT, "考核街道"),
         ("3", COUNT, "执法检查"), ("2", COUNT, "开展整体支出评价的单位")],
    ),
    (
        "我局2023年“三公”经费财政拨款预算数3.60万元；受理案件1,200件（其中：行政处罚800件），按期办结率100%。",
        [("3.60", AMOUNT, "“三公”经费"), ("1200", COUNT, "受理案件"), ("800", COUNT, "行政处罚"),
         ("100", SOME, "按期办结率")],
    ),
    ("公务用车购置为0，与上年持平。", [("0", AMOUNT, "公务用车购置费")]),
    (
        "主要原因：项目支出增加，较上年增加113.95万元，二是劳务费等减少30.15万元，三是增加基本支出8.00万元。",
        [("113.95", CHANGE, "项目支出"), ("-30.15", CHANGE, "劳务费等"), ("8.00", CHANGE, "基本支出")],
    ),
    ("培训费支出3.00万元，主要原因按规定专项经费统一压减10%。",
     [("3.00", AMOUNT, "培训费"), ("-10", RATE, "专项经费")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), SAID, ids=range(len(SAID)))
def test_a_sentence_says_this_and_no_more(text: str, wanted: list[tuple[str, Measure, str]]) -> None:
    assert figures(text) == wanted


OFF, OFF_RATE = Measure.VARIANCE, Measure.VARIANCE_RATE
#: How far an outcome is off its budget, beside how it moved over the years.
OFF_BUDGET = [
    ("公务接待费比年初预算减少2.70万元，下降54%。", [("-2.70", OFF, "公务接待费"), ("-54", OFF_RATE, "公务接待费")]),
    (
        "“人大事务”支出比2023年年初预算增加20.00万元，增长4.17%。",
        [("20.00", OFF, "人大事务支出"), ("4.17", OFF_RATE, "人大事务支出")],
    ),
    (
        "机关运行经费比年初预算数减少15.20万元，降低10.00%，主要原因是压减办公费5.10万元、差旅费10.10万元。",
        [("-15.20", OFF, "机关运行经费"), ("-10.00", OFF_RATE, "机关运行经费")],
    ),
    (
        "“三公”经费支出共计7.20万元，较年初预算数减少1.80万元，下降20.0%，主要原因是节约；较上年支出数减少0.80万元，下降10.0%。",
        [("7.20", AMOUNT, "“三公”经费"), ("-1.80", OFF, "“三公”经费"), ("-20.0", OFF_RATE, "“三公”经费"),
         ("-0.80", CHANGE, "“三公”经费"), ("-10.0", RATE, "“三公”经费")],
    ),
    (
        "事业收入310.00万元，占8.0%，主要是住宿费、培训收入，比上年减少40.00万元，下降11.4%，原因是培训班次减少；",
        [("310.00", AMOUNT, "事业收入"), ("8.0", SHARE, "事业收入"), ("-40.00", CHANGE, "事业收入"),
         ("-11.4", RATE, "事业收入")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), OFF_BUDGET, ids=range(len(OFF_BUDGET)))
def test_how_far_an_outcome_is_off_its_budget(text: str, said: list[tuple[str, Measure, str]]) -> None:
    assert figures(text) == said


def test_the_same_as_budgeted_is_said_in_words() -> None:
    facts = told("公共安全支出3.25万元，占0.1%，与年初预算数持平。")
    assert (facts[-1].measure, facts[-1].value, facts[-1].breakdown) == (OFF, Decimal(0), LEVEL)


def test_a_plan_is_off_no_budget() -> None:
    assert figures("公务接待费比年初预算减少2.70万元，下降54%。", stage=Stage.BUDGET) == []


#: Numbers that are no figures of the body, or whose meaning the words leave open.
OPEN = [
    "按每人每年1200元的标准安排，单价100万元（含）以上的设备另行登记，完成率目标为90%-100%。",
    "支出决算数小于预算数3万元，节约资金20万元。",
    "差旅费、会议费、培训费分别为5.00万元、3.00万元。",
    "比上年增加3个，比上年减少2人。",
    "平均每辆2万元，完成率由90%提高到95%。",
    "2023年安排资金，用于3辆公务用车燃油支出。",
    "满意度较上年提高1.5%。",
]


@pytest.mark.parametrize("text", OPEN, ids=range(len(OPEN)))
def test_what_the_words_leave_open_is_not_told(text: str) -> None:
    assert figures(text) == []


def test_names_and_numbers_told_together_are_paired() -> None:
    text = "货物、工程和服务采购金额分别为10.00万元、20.00万元和30.00万元。基本支出、项目支出分别占60%、40%。"
    assert figures(text) == [
        ("10.00", AMOUNT, "政府采购货物支出"),
        ("20.00", AMOUNT, "政府采购工程支出"),
        ("30.00", AMOUNT, "政府采购服务支出"),
        ("60", SHARE, "基本支出"),
        ("40", SHARE, "项目支出"),
    ]


def years(text: str, **rest: object) -> list[tuple[str, int]]:
    return [(plain(f.value), f.year) for f in told(text, **rest) if f.value is not None]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("培训费2022年执行数为1.48万元，2023年预算安排2.63万元，比2022年执行数增加77.70%。",
         [("1.48", 2022), ("2.63", 2023), ("77.70", 2023)]),
        ("2022年度收入合计100万元，支出合计90万元；2023年度收入合计110万元，支出合计95万元。",
         [("100", 2022), ("90", 2022), ("110", 2023), ("95", 2023)]),
        ("基本支出由上年的500.00万元减少到450.00万元。", [("500.00", 2022), ("450.00", 2023)]),
        ("公务接待费0.50万元，与2022年预算一致0.50万元。", [("0.50", 2023), ("0.50", 2022)]),
        ("根据《2022年政府采购目录》，政府采购支出5.00万元。", [("5.00", 2023)]),
        ("培训费2023年决算数3.00万元，2022年决算数2.00万元，增加1.00万元。",
         [("3.00", 2023), ("2.00", 2022), ("1.00", 2023)]),
        ("三是上年度调出20人，本年度培训费3.00万元。", [("20", 2022), ("3.00", 2023)]),
    ],
)  # fmt: skip
def test_each_figure_has_its_year(text: str, wanted: list[tuple[str, int]]) -> None:
    assert years(text) == wanted


def test_a_stock_is_of_the_day_that_is_named() -> None:
    text = "截至2022年12月31日，本单位共有车辆7辆，其中：执法执勤用车4辆。2023年预算安排购置车辆1辆。"
    found = told(text, stage=Stage.BUDGET)
    assert [(f.subject.name, f.year, f.stage) for f in found] == [
        ("车辆", 2022, Stage.EXECUTION),
        ("执法执勤用车", 2022, Stage.EXECUTION),
        ("购置车辆", 2023, Stage.BUDGET),
    ]


def funds(text: str, **rest: object) -> list[tuple[str, Fund]]:
    return [(f.subject.name, f.fund) for f in told(text, **rest)]  # type: ignore[arg-type]


ALL, GENERAL, GRANT, GOVERNMENT = Fund.ALL, Fund.GENERAL, Fund.APPROPRIATION, Fund.GOVERNMENT_FUND


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("收入预算100万元，其中：财政拨款收入100万元。支出预算100万元，其中：财政拨款支出预算90万元。",
         [("本年收入合计", ALL), ("财政拨款收入", GRANT), ("本年支出合计", ALL), ("本年支出合计", GRANT)]),
        ("政府性基金预算财政拨款年初结转和结余0.10万元，本年收入50万元，本年支出50万元。",
         [("年初结转和结余", GOVERNMENT), ("本年收入合计", GOVERNMENT), ("本年支出合计", GOVERNMENT)]),
        ("收入总计100万元，其中财政拨款收入80万元；支出总计100万元。",
         [("收入总计", ALL), ("财政拨款收入", GRANT), ("支出总计", ALL)]),
        ("财政拨款支出主要用于以下方面：教育（类）支出10.00万元，占50.00%。",
         [("教育支出", GRANT), ("教育支出", GRANT)]),
        ("财政拨款支出主要内容如下：\n1.培训费3.00万元。", [("培训费", GRANT)]),
        ("2023年一般公共预算拨款安排的会议费支出5.00万元。", [("会议费", GENERAL)]),
        ("下属2家机关财政拨款的机关运行经费为78.00万元。", [("下属机关", ALL), ("机关运行经费", GRANT)]),
        ("公务接待费1.00万元。", [("公务接待费", GRANT)]),
    ],
)  # fmt: skip
def test_each_figure_has_its_fund(text: str, wanted: list[tuple[str, Fund]]) -> None:
    assert funds(text) == wanted


def test_income_that_counts_a_balance_is_the_grand_total() -> None:
    text = "2023年收入预算178.81万元，其中：上年结转72.05万元；一般公共预算拨款106.76万元。"
    assert figures(text)[0] == ("178.81", AMOUNT, "收入总计")
    assert figures("2023年收入预算178.81万元，其中：一般公共预算拨款178.81万元。")[0][2] == "本年收入合计"


def test_income_and_expenditure_of_one_sentence_are_not_mixed_up() -> None:
    text = "市城管局2023年收入预算1.20亿元，支出预算1.20亿元。"
    assert figures(text) == [("1.20", AMOUNT, "本年收入合计"), ("1.20", AMOUNT, "本年支出合计")]


def rough(text: str) -> list[tuple[str, str, bool]]:
    return [(plain(f.value), f.unit, f.breakdown == ROUGH) for f in told(text) if f.value is not None]


def test_rough_numbers_are_marked() -> None:
    assert rough("发放救助金2,000多万元，惠及群众1.5万余人，办理提案约900件，巡查问题10,650余个。") == [
        ("2000", "万元", True),
        ("1.5", "万人", True),
        ("900", "件", True),
        ("10650", "个", True),
    ]


def test_the_outcome_has_the_stage_of_the_words() -> None:
    found: list[Fact] = told("公务接待费年初预算为5.00万元，支出决算为4.00万元，完成年初预算的80.00%。")
    assert [(f.stage, f.measure) for f in found] == [
        (Stage.INITIAL_BUDGET, AMOUNT),
        (Stage.FINAL_ACCOUNTS, AMOUNT),
        (Stage.FINAL_ACCOUNTS, DONE),
    ]
    assert told("绿化养护项目执行数为190.00万元，完成预算的95.00%。")[-1].stage is Stage.EXECUTION


def test_a_glossary_tells_no_figures() -> None:
    assert told("基本支出：指保障运转的支出，如培训费3.00万元。", heading="第四部分 名词解释") == []


def test_an_amount_that_was_left_out_still_says_what_the_text_is_about() -> None:
    text = "2023年机关运行经费支出万元。与上年相比增加（减少）0万元，增长（减少）0%。"
    assert figures(text) == [("0", CHANGE, "机关运行经费"), ("0", RATE, "机关运行经费")]


def test_money_evaluated_is_of_the_fund_that_the_sentence_names_first() -> None:
    facts = told(
        "某局组织对2023年度一般公共预算项目支出全面开展绩效自评，共涉及项目3个，资金42.10万元。\n"
        "组织对2023年度2个政府性基金预算项目支出开展绩效自评，共涉及资金7.00万元。"
    )
    money = [(str(f.value), f.fund) for f in facts if f.measure is AMOUNT]
    assert money == [("42.10", Fund.GENERAL), ("7.00", Fund.GOVERNMENT_FUND)]


def test_money_evaluated_is_at_the_stage_at_which_the_sentence_names_it() -> None:
    facts = told(
        "对2个单位开展整体支出绩效自评，资金80万元，从评价情况来看，全年预算数80万元，实际执行60万元。"
    )
    assert [f.stage for f in facts if f.value == 80] == [Stage.ADJUSTED_BUDGET] * 2


def test_the_next_part_of_a_list_leads_out_of_a_reason() -> None:
    text = (
        "其中：公务用车购置费0万元，与2022年决算一致0万元，主要原因是没有购车；"
        "公务用车运行费3万元，与2022年决算一致3万元。"
    )
    found = [(f.year, str(f.value)) for f in told(text) if f.measure is AMOUNT]
    assert found == [(2023, "0"), (2022, "0"), (2023, "3"), (2022, "3")]


@pytest.mark.parametrize("limit", ["最少", "至少", "不少于", "不得低于", "最多", "不大于"])
def test_a_limit_is_no_figure(limit: str) -> None:
    assert told(f"巡查组全天发现问题{limit}30个，公务接待费{limit}5万元。") == []


@pytest.mark.parametrize("words", ["收、支预算", "收支预算", "收入、支出预算"])
def test_both_sides_in_one_amount(words: str) -> None:
    facts = told(f"某局2023年度财政拨款{words}1,234.50万元。", stage=Stage.BUDGET)
    found = [(f.subject.name, f.fund, str(f.value)) for f in facts]
    assert found == [(name, Fund.APPROPRIATION, "1234.50") for name in ("收入总计", "支出总计")]


def test_a_name_holds_no_half_of_a_quotation_or_bracket() -> None:
    names = [
        f.subject.name
        for f in told(
            "“河道保洁”项目预算批复12.00万元，预算执行11.00万元。\n"
            "全年共受理案件900件，其中市级案件600件（街道占比90.00%、其他10.00%）、区级热线案件300件。\n"
            "（按“部门预算公开06表”中实际发生事项填写）（二）公用经费8.00万元。"
        )
        if f.measure in (AMOUNT, COUNT)
    ]
    assert names == ["河道保洁", "河道保洁", "受理案件", "市级案件", "区级热线案件", "公用经费"]


@pytest.mark.parametrize("lead", ["主要原因是", "主要是由于"])
def test_last_year_in_a_reason_is_last_year(lead: str) -> None:
    facts = told(f"办公费3.00万元。{lead}上年度列支的机动经费12.40万元调入其他科目。")
    assert [(str(f.value), f.year) for f in facts] == [("3.00", 2023), ("12.40", 2022)]
