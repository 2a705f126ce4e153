"""More ways of printing: codes in brackets, headings that are whole sentences, titles within the frame, long lists."""

# ruff: noqa: E501 - rows of a table are read whole
from __future__ import annotations

from collections.abc import Callable

from ingest.model import Measure, Stage
from tests.ingest.press import Entry, Heading, Sheet
from tests.ingest.typist import ALL, CAP, GENERAL, GOV, GRANT, Print, Typist

H = Heading


def bracketed_codes() -> Print:
    """Codes in square brackets, behind a dash or a stroke, before their names: what an integrated system exports."""
    t = Typist(year=2024, stage=Stage.BUDGET)
    name = "绿江市交通运输综合执法支队"
    spending = Sheet(
        "部门支出总表", [[H("功能分类科目"), H("合计"), H("基本支出"), H("项目支出")]],
        [
            ["合计", *t.of("", "本年支出合计", "900.00 700.00 200.00", fund=ALL)],
            ["[208]社会保障和就业支出", *t.of("208", "社会保障和就业支出", "100.00 100.00 _", fund=ALL)],
            ["[20805]行政事业单位养老支出", *t.of("20805", "行政事业单位养老支出", "100.00 100.00 _", fund=ALL)],
            ["[2080505]机关事业单位基本养老保险缴费支出", *t.of("2080505", "机关事业单位基本养老保险缴费支出", "100.00 100.00 _", fund=ALL)],
            ["[214]交通运输支出", *t.of("214", "交通运输支出", "800.00 600.00 200.00", fund=ALL)],
            ["[21401]公路水路运输", *t.of("21401", "公路水路运输", "800.00 600.00 200.00", fund=ALL)],
            ["[2140112]公路运输管理", *t.of("2140112", "公路运输管理", "800.00 600.00 200.00", fund=ALL)],
        ],
        (6, 3, 3, 3), above=("表三",), left=f"单位：{name}", right="单位：万元",
    )  # fmt: skip
    basic = Sheet(
        "一般公共预算基本支出表（单位：万元）", [[H("部门预算经济分类"), H("合计"), H("人员经费"), H("公用经费")]],
        [
            [code + mark + label, *t.of(code, label, texts, ("合计", "人员经费", "公用经费"), fund=GENERAL)]
            for code, mark, label, texts in (
                ("301", "-", "工资福利支出", "600.00 600.00 _"), ("30101", "-", "基本工资", "400.00 400.00 _"), ("30102", "-", "津贴补贴", "200.00 200.00 _"),
                ("302", "-", "商品和服务支出", "100.00 _ 100.00"), ("30201", "-", "办公费", "60.00 _ 60.00"), ("30211", "-", "差旅费", "40.00 _ 40.00"))
        ],
        (6, 3, 3, 3), above=("表六",), left=f"单位：{name}",
    )  # fmt: skip
    return Print(name, 2024, "预算", (spending, basic))


def income_by_unit() -> Print:
    """部门收入总表 of 2022 on: 本年收入 and 上年结转结余 each over its sources, a row a unit."""
    t = Typist(year=2023, stage=Stage.BUDGET)
    body = "苍原省粮食和物资储备局"
    now = (
        "小计",
        "一般公共预算",
        "政府性基金预算",
        "国有资本经营预算",
        "财政专户管理资金",
        "事业收入",
        "事业单位经营收入",
        "上级补助收入",
        "附属单位上缴收入",
        "其他收入",
    )
    before = ("小计", "一般公共预算", "政府性基金预算", "国有资本经营预算", "财政专户管理资金", "单位资金")
    head = [[H("部门（单位）代码", rows=2), H("部门（单位）名称", rows=2), H("合计", rows=2), H("本年收入", 10), H("上年结转结余", 6)],
            [*(H(x) for x in now), *(H(x) for x in before)]]  # fmt: skip

    def row(entity: str, texts: str) -> list[Entry]:
        names = [("收入总计", ALL), ("本年收入合计", ALL), ("一般公共预算财政拨款收入", GENERAL), ("政府性基金预算财政拨款收入", GOV), ("国有资本经营预算财政拨款收入", CAP),
                 ("财政专户管理资金收入", ALL), ("事业收入", ALL), ("经营收入", ALL), ("上级补助收入", ALL), ("附属单位上缴收入", ALL), ("其他收入", ALL),
                 ("年初结转和结余", ALL)]  # fmt: skip
        wants: list[tuple[str, dict[str, object]]] = [(n, {"fund": f, "entity": entity}) for n, f in names]
        wants += [("年初结转和结余", {"fund": f, "entity": entity, "breakdown": b}) for f, b in (
            (GENERAL, "合计"), (GOV, "合计"), (CAP, "合计"), (ALL, "财政专户管理资金收入"), (ALL, "单位资金"))]  # fmt: skip
        return t.row(texts, wants)

    sheet = Sheet(
        "部门收入总表", head,
        [
            ["", "合计", *row(body, "6,150.00 6,000.00 5,700.00 _ _ _ 200.00 _ _ _ 100.00 150.00 130.00 _ _ _ 20.00")],
            ["412001", f"{body}（本级）", *row(f"{body}（本级）", "4,100.00 4,000.00 4,000.00 _ _ _ _ _ _ _ _ 100.00 100.00 _ _ _ _")],
            ["412002", "苍原省粮食质量监测中心", *row("苍原省粮食质量监测中心", "2,050.00 2,000.00 1,700.00 _ _ _ 200.00 _ _ _ 100.00 50.00 30.00 _ _ _ 20.00")],
        ],
        (2, 4, *(2,) * 17), above=("预算公开02表",), left=f"部门/单位：{body}", right="单位：万元",
    )  # fmt: skip
    return Print(body, 2023, "预算", (sheet,))


def framed_titles() -> Print:
    """Title, number, body and unit in cells of the frame, as a spreadsheet prints them; amounts in 元."""
    t = Typist(year=2022, stage=Stage.FINAL_ACCOUNTS, unit="元")
    body = "云海市图书馆"
    spending = Sheet(
        "", [[H("支出决算表", 8)], [H("公开03表", 8)], [H(f"部门：{body}", 5), H("金额单位：元", 3)],
             [H("项目", 2), H("本年支出合计", rows=2), H("基本支出", rows=2), H("项目支出", rows=2), H("上缴上级支出", rows=2), H("经营支出", rows=2), H("对附属单位补助支出", rows=2)],
             [H("功能分类科目编码"), H("科目名称")], [H("栏次", 2), *(H(str(n)) for n in range(1, 7))]],
        [
            ["合计", "", *t.of("", "本年支出合计", "12,345,678.90 10,000,000.00 2,345,678.90", fund=ALL), "", "", ""],
            ["207", "文化旅游体育与传媒支出", *t.of("207", "文化旅游体育与传媒支出", "12,345,678.90 10,000,000.00 2,345,678.90", fund=ALL), "", "", ""],
            ["20701", "文化和旅游", *t.of("20701", "文化和旅游", "12,345,678.90 10,000,000.00 2,345,678.90", fund=ALL), "", "", ""],
            ["2070104", "图书馆", *t.of("2070104", "图书馆", "12,345,678.90 10,000,000.00 2,345,678.90", fund=ALL), "", "", ""],
            ["注：本表反映部门本年度各项支出情况。", "", "", "", "", "", "", ""],
        ],
        (2, 4, 3, 3, 3, 2, 2, 2), spans={(4, 0): (1, 8)},
    )  # fmt: skip
    travel = Sheet(
        "", [[H("财政拨款“三公”经费支出决算表", 12)], [H("公开07表", 12)], [H(f"部门：{body}", 8), H("金额单位：元", 4)], [H("预算数", 6), H("决算数", 6)],
             [*([H("合计", rows=2), H("因公出国（境）费", rows=2), H("公务用车购置及运行维护费", 3), H("公务接待费", rows=2)] * 2)],
             [*([H("小计"), H("公务用车购置费"), H("公务用车运行维护费")] * 2)]],
        [t.row("60,000 0 50,000 0 50,000 10,000 41,200.50 0 40,000.50 0 40,000.50 1,200.00", [
            (n, {"fund": GRANT, "stage": s}) for s in (Stage.BUDGET, Stage.FINAL_ACCOUNTS) for n in (
                "“三公”经费", "因公出国（境）费", "公务用车购置及运行维护费", "公务用车购置费", "公务用车运行维护费", "公务接待费")])],
        (2,) * 12,
    )  # fmt: skip
    return Print(body, 2022, "决算", (spending, travel))


def projects_below_accounts() -> Print:
    """Projects in rows below the account that pays for them, in one column with it; codes 类, 款, 项."""
    t = Typist(year=2024, stage=Stage.BUDGET, fund=GENERAL)
    body = "绿江省地质博物馆"
    sheet = Sheet(
        "一般公共预算项目支出预算表", [[H("科目编码", 3), H("单位代码", rows=2), H("单位名称（科目）", rows=2), H("金额", rows=2)], [H("类"), H("款"), H("项")]],
        [
            ["", "", "", "", "合计", t("300.00", "项目支出")],
            ["", "", "", "", body, t("300.00", "项目支出")],
            ["", "", "", "", "自然资源事务", t("300.00", "自然资源事务")],
            ["220", "01", "14", "365301", "地质勘查与矿产资源管理", t("300.00", "地质勘查与矿产资源管理", code="2200114", breakdown="项目支出")],
            ["220", "01", "14", "365301", "馆藏标本征集", t("120.00", "馆藏标本征集")],
            ["220", "01", "14", "365301", "展厅改造", t("180.00", "展厅改造")],
        ],
        (1, 1, 1, 2, 6, 4), above=("表3-2",), left=f"部门：{body}", right="单位：万元",
    )  # fmt: skip
    return Print(body, 2024, "预算", (sheet,))


def three_sides() -> Print:
    """收支总表 with three blocks: incomes, spending by function, spending by economic class."""
    t = Typist(year=2023, stage=Stage.BUDGET, fund=ALL)
    body = "云海市妇幼保健院"
    rows: list[list[Entry]] = [
        ["一、财政拨款收入", t("500.00", "财政拨款收入", fund=GRANT), "一、社会保障和就业支出", t("80.00", "社会保障和就业支出", code="208"),
         "一、工资福利支出", t("1,500.00", "工资福利支出", code="301")],
        ["其中：政府性基金", "", "二、卫生健康支出", t("2,400.00", "卫生健康支出", code="210"), "二、商品和服务支出", t("900.00", "商品和服务支出", code="302")],
        ["二、事业收入", t("2,000.00", "事业收入"), "三、住房保障支出", t("70.00", "住房保障支出", code="221"), "三、对个人和家庭的补助", t("50.00", "对个人和家庭的补助", code="303")],
        ["三、其他收入", t("50.00", "其他收入"), "", "", "四、资本性支出", t("100.00", "资本性支出", code="310")],
        ["本年收入合计", t("2,550.00", "本年收入合计"), "本年支出合计", t("2,550.00", "本年支出合计"), "本年支出合计", t("2,550.00", "本年支出合计")],
        ["上年结转", t("10.00", "年初结转和结余"), "结转下年", t("10.00", "年末结转和结余"), "结转下年", t("10.00", "年末结转和结余")],
        ["收入总计", t("2,560.00", "收入总计"), "支出总计", t("2,560.00", "支出总计"), "支出总计", t("2,560.00", "支出总计")],
    ]  # fmt: skip
    sheet = Sheet(
        "2023年收支预算总表",
        [[H("收入", 2), H("支出", 4)], [H("项目"), H("预算数"), H("按支出功能分类"), H("预算数"), H("按支出经济分类"), H("预算数")]],
        rows, (5, 3, 5, 3, 5, 3), above=("附表1",), left=f"填报单位：{body}", right="单位:万元",
    )  # fmt: skip
    return Print(body, 2023, "预算", (sheet,))


def indicator_list() -> Print:
    """项目支出绩效目标表 as a list: a project with its money, its indicators in rows below, same names in another."""
    t = Typist(year=2024, stage=Stage.BUDGET, fund=ALL)
    counted: dict[str, object] = {"measure": Measure.COUNT, "breakdown": "指标值"}
    rate: dict[str, object] = {"measure": Measure.RATE, "unit": "%", "breakdown": "指标值"}

    def project(name: str, money: str, months: str, share: str) -> list[list[Entry]]:
        return [
            [
                name,
                t(money, name),
                "产出指标",
                "数量指标",
                "巡查次数",
                "≥",
                t(months, "巡查次数", unit="次", **counted),
                "次",
                "30",
            ],
            ["", "", "产出指标", "质量指标", "任务完成率", "=", t(share, "任务完成率", **rate), "%", "30"],
            [
                "",
                "",
                "满意度指标",
                "服务对象满意度",
                "群众满意度",
                "≥",
                t("90", "群众满意度", **rate),
                "%",
                "10",
            ],
        ]

    body = [*project("河湖长制工作经费", "35.00", "12", "100"), *project("水土保持监测", "66.00", "24", "95")]
    sheet = Sheet(
        "部门预算项目绩效目标表",
        [[H("项目名称"), H("预算数"), H("一级指标"), H("二级指标"), H("三级指标"), H("指标性质"), H("指标值"), H("度量单位"), H("权重")]],
        [[e if not (isinstance(e, str) and e in ("30", "10")) else t(e, str(row[4]), measure=Measure.COUNT, unit="分", breakdown="权重") for e in row] for row in body],
        (4, 3, 3, 3, 3, 2, 2, 2, 2), above=("预算公开11表",), left="部门：绿江市水务局", right="单位：万元",
        spans={(r, c): (3, 1) for r in (0, 3) for c in (0, 1)},
    )  # fmt: skip
    return Print("绿江市水务局", 2024, "预算", (sheet,))


FURTHER: tuple[Callable[[], Print], ...] = (
    bracketed_codes,
    income_by_unit,
    framed_titles,
    projects_below_accounts,
    three_sides,
    indicator_list,
)
