"""Layouts with something unusual in each: amounts behind units, two units of money in a row, accounts by their last name."""

# ruff: noqa: E501 - rows of a table are read whole
from __future__ import annotations

from collections.abc import Callable

from ingest.model import Measure, Stage
from tests.ingest.press import Entry, Heading, Sheet
from tests.ingest.typist import ALL, GENERAL, GRANT, Print, Typist

H = Heading


def travel_reversed() -> Print:
    """“三公”经费 with guests first and travel last, the purchase of cars behind their running, two years of budget."""
    t = Typist(stage=Stage.BUDGET, fund=GRANT, unit="元")
    names = (
        "“三公”经费",
        "公务接待费",
        "公务用车购置及运行维护费",
        "公务用车运行维护费",
        "公务用车购置费",
        "因公出国（境）费",
    )
    half = [H("合计", rows=2), H("公务接待费", rows=2), H("公务用车费", 3), H("因公出国（境）费", rows=2)]
    short = [H("小计"), H("运行维护费"), H("购置费")]
    cells = t.row(
        "135000 15000 120000 120000 0 0 120000 12000 108000 108000 0 0",
        [(n, {"year": y}) for y in (2022, 2023) for n in names],
    )
    sheet = Sheet(
        "2023年“三公”经费预算财政拨款情况统计表",
        [[H("单位名称", rows=3), H("2022年预算数", 6), H("2023年预算数", 6)], [*half, *half], [*short, *short]],
        [["苍原市红十字会", *cells]],
        (3, *(2,) * 12), above=("附表8",), left="编制单位：苍原市红十字会", right="单位：元",
    )  # fmt: skip
    return Print("苍原市红十字会", 2023, "预算", (sheet,))


def basics_in_pairs() -> Print:
    """基本支出 in two blocks side by side, 人员经费 left and 公用经费 right, totals of both in the last row."""
    t = Typist(year=2023, stage=Stage.FINAL_ACCOUNTS, fund=GENERAL)
    left = (
        ("301", "工资福利支出", "900.00"),
        ("30101", "基本工资", "500.00"),
        ("30102", "津贴补贴", "400.00"),
        ("303", "对个人和家庭的补助", "50.00"),
        ("30302", "退休费", "50.00"),
    )
    right = (
        ("302", "商品和服务支出", "120.00"),
        ("30201", "办公费", "70.00"),
        ("30213", "维修（护）费", "50.00"),
        ("310", "资本性支出", "30.00"),
        ("31002", "办公设备购置", "30.00"),
    )
    body: list[list[Entry]] = [
        [a, b, t(c, b, code=a), d, e, t(f, e, code=d)]
        for (a, b, c), (d, e, f) in zip(left, right, strict=True)
    ]
    body.append(["人员经费合计", "", t("950.00", "人员经费"), "公用经费合计", "", t("150.00", "公用经费")])
    body.append(["", "", "", "合计", "", t("1,100.00", "基本支出")])
    sheet = Sheet(
        "一般公共预算财政拨款基本支出决算表",
        [[H("人员经费", 3), H("公用经费", 3)], [H("经济分类科目编码"), H("科目名称"), H("决算数"), H("经济分类科目编码"), H("科目名称"), H("决算数")]],
        body, (2, 4, 3, 2, 4, 3), above=("公开06表",), left="部门：云海市信访局", right="金额单位：万元",
    )  # fmt: skip
    return Print("云海市信访局", 2023, "决算", (sheet,))


def funds_beside() -> Print:
    """支出预算总表 with the sources of money beside one another, 一般公共预算 again over 财政拨款 and what is left over."""
    t = Typist(year=2024, stage=Stage.BUDGET)
    cols: list[dict[str, object]] = [
        {"fund": ALL}, {"fund": GENERAL}, {"fund": ALL, "breakdown": "事业收入"}, {"fund": ALL, "breakdown": "其他收入"}, {"fund": ALL, "breakdown": "年初结转和结余"},
    ]  # fmt: skip

    def row(code: str, name: str, texts: str) -> list[Entry]:
        return [code, name, *t.row(texts, [(name, {"code": code, **c}) for c in cols])]

    sheet = Sheet(
        "部门支出预算总表",
        [[H("科目编码", rows=2), H("科目名称", rows=2), H("合计", rows=2), H("资金来源", 4)], [H("一般公共预算拨款"), H("事业收入"), H("其他收入"), H("上年结转")]],
        [
            row("205", "教育支出", "1,000.00 900.00 60.00 30.00 10.00"),
            row("20503", "职业教育", "1,000.00 900.00 60.00 30.00 10.00"),
            row("2050302", "中等职业教育", "1,000.00 900.00 60.00 30.00 10.00"),
        ],
        (2, 5, 3, 3, 3, 3, 3), above=("预算03表",), left="部门：云海市第一职业中学", right="单位：万元",
    )  # fmt: skip
    return Print("云海市第一职业中学", 2024, "预算", (sheet,))


def assets() -> Print:
    """国有资产占有使用情况表: counts with their unit in the name, values in 万元, in rows."""
    t = Typist(year=2023, stage=Stage.FINAL_ACCOUNTS, fund=ALL)
    cars: dict[str, object] = {"measure": Measure.COUNT, "unit": "辆"}
    sheet = Sheet(
        "国有资产占有使用情况表", [[H("项目"), H("行次"), H("数量"), H("价值（万元）")]],
        [
            ["一、车辆数合计（辆）", "1", t("8", "车辆数合计", breakdown="数量", **cars), t("160.00", "车辆数合计", breakdown="价值")],
            ["1.机要通信用车", "2", t("2", "机要通信用车", breakdown="数量", **cars), t("40.00", "机要通信用车", breakdown="价值")],
            ["2.执法执勤用车", "3", t("6", "执法执勤用车", breakdown="数量", **cars), t("120.00", "执法执勤用车", breakdown="价值")],
            ["二、单价100万元以上设备（台套）", "4", "", ""],
        ],
        (6, 1, 3, 3), above=("公开13表",), left="部门：云海市城管局", right="",
    )  # fmt: skip
    return Print("云海市城管局", 2023, "决算", (sheet,))


def comparison() -> Print:
    """一般公共预算支出表 with last year's 执行数 first, this year's budget after, and the change between; 元."""
    t = Typist(year=2025, stage=Stage.BUDGET, fund=GENERAL, unit="元")

    def row(code: str, name: str, texts: str) -> list[Entry]:
        about: dict[str, object] = {"code": code}
        return [
            code,
            name,
            *t.row(
                texts,
                [
                    (name, {**about, "year": 2024, "stage": Stage.EXECUTION}),
                    (name, about),
                    (name, {**about, "breakdown": "基本支出"}),
                    (name, {**about, "breakdown": "项目支出"}),
                    (name, {**about, "measure": Measure.CHANGE}),
                    (name, {**about, "measure": Measure.CHANGE_RATE, "unit": "%"}),
                ],
            ),
        ]

    sheet = Sheet(
        "2025年一般公共预算支出预算表",
        [[H("功能分类科目", 2), H("2024年执行数", rows=2), H("2025年预算数", 3), H("2025年比2024年增减", 2)],
         [H("科目编码"), H("科目名称"), H("合计"), H("基本支出"), H("项目支出"), H("增减额"), H("增减（%）")]],
        [
            row("213", "农林水支出", "2,000,000 2,200,000 1,500,000 700,000 200,000 10.0"),
            row("21303", "水利", "2,000,000 2,200,000 1,500,000 700,000 200,000 10.0"),
            row("2130304", "水利行业业务管理", "500,000 700,000 - 700,000 200,000 40.0"),
            row("2130301", "行政运行", "1,500,000 1,500,000 1,500,000 - 0 0.0"),
        ],
        (2, 4, 3, 3, 3, 3, 3, 2), above=("公开表5",), left="编制单位：绿江市水文站", right="单位：元",
    )  # fmt: skip
    return Print("绿江市水文站", 2025, "预算", (sheet,))


def projects_with_years() -> Print:
    """项目支出表 with a number, the unit, the kind, start and end of each project, and what it is for."""
    t = Typist(year=2025, stage=Stage.BUDGET, fund=ALL, unit="元")

    def row(number: str, name: str, amount: str, words: str) -> list[Entry]:
        return [number, name, "绿江市水文站", "经常性", "2023", "2027", t(amount, name), words]

    sheet = Sheet(
        "项目支出预算表",
        [[H("序号"), H("项目名称"), H("项目单位"), H("项目类型"), H("起始年度"), H("终止年度"), H("预算金额"), H("立项依据")]],
        [
            row("1", "水文监测设施运行维护", "420,000", "按全市水文站网规划2023年版执行"),
            row("2", "中小河流预报", "280,000", "市防汛办2022年第15号文"),
            ["", "合计", "", "", "", "", t("700,000", "项目支出"), ""],
        ],
        (1, 5, 4, 2, 2, 2, 3, 6), above=("公开表10",), left="编制单位：绿江市水文站", right="单位：元",
    )  # fmt: skip
    return Print("绿江市水文站", 2025, "预算", (sheet,))


def purchase_plan() -> Print:
    """政府采购预算表 that ends in a column of years; 收支总表 with 人员支出 and 公用支出 in the place of 基本支出."""
    t = Typist(year=2023, stage=Stage.BUDGET, fund=ALL)

    def row(number: str, goods: str, item: str, counted: str, count: str, amount: str) -> list[Entry]:
        many = t(count, goods, measure=Measure.COUNT, unit=counted, breakdown="数量")
        return [number, goods, item, counted, many, t(amount, goods), "2023"]

    plan = Sheet(
        "政府采购预算表",
        [[H("序号"), H("采购项目名称"), H("采购品目"), H("单位"), H("数量"), H("预算金额（万元）"), H("采购时间")]],
        [
            row("1", "办公设备", "台式计算机", "台", "20", "10.00"),
            row("2", "物业服务", "物业管理服务", "项", "1", "30.00"),
            ["合计", "", "", "", "", t("40.00", "政府采购支出"), ""],
        ],
        (1, 4, 4, 2, 2, 3, 2), above=("表九",), left="部门：云海市水务局",
    )  # fmt: skip
    overall = Sheet(
        "部门收支预算总表",
        [[H("收入", 2), H("支出", 2)], [H("项目"), H("2023年预算"), H("项目"), H("2023年预算")]],
        [
            ["一、一般公共预算财政拨款收入", t("100.00", "一般公共预算财政拨款收入", fund=GENERAL), "一、人员支出", t("60.00", "人员经费")],
            ["二、政府性基金预算财政拨款收入", "", "二、公用支出", t("20.00", "公用经费")],
            ["三、事业收入", t("5.00", "事业收入"), "三、项目支出", t("25.00", "项目支出")],
            ["本 年 收 入 合 计", t("105.00", "本年收入合计"), "本 年 支 出 合 计", t("105.00", "本年支出合计")],
            ["收入总计", t("105.00", "收入总计"), "支出总计", t("105.00", "支出总计")],
        ],
        (5, 3, 5, 3), above=("表一",), left="部门：云海市水务局", right="单位：万元",
    )  # fmt: skip
    return Print("云海市水务局", 2023, "预算", (overall, plan))


LAST: tuple[Callable[[], Print], ...] = (
    travel_reversed,
    basics_in_pairs,
    funds_beside,
    assets,
    comparison,
    projects_with_years,
    purchase_plan,
)
