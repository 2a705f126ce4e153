"""Parts of one budget beside all of it, tables of one sort of money, units among accounts, as further provinces print."""

# ruff: noqa: E501 - rows of a table are read whole
from __future__ import annotations

from collections.abc import Callable

from ingest.model import Flow, Measure, Stage
from tests.ingest.press import Entry, Heading, Sheet
from tests.ingest.typist import ALL, GENERAL, GOV, GRANT, Print, Typist

H = Heading
CODES = [H("科目编码"), H("科目名称")]
SPENT = (("合计", "本年支出合计"), ("基本支出", "基本支出"), ("项目支出", "项目支出"))


def tall(*texts: str, rows: int = 2) -> list[Heading]:
    return [H(text, rows=rows) for text in texts]


def spending(t: Typist, fund: object, *rows: tuple[str, str, str]) -> list[list[Entry]]:
    """Rows of 合计, 基本支出 and 项目支出; the first is the total."""
    named: list[tuple[str, dict[str, object]]] = [("本年支出合计", {}), ("基本支出", {}), ("项目支出", {})]
    first = t.row(rows[0][2], [(name, {"fund": fund, **want}) for name, want in named])
    return [["", "合计", *first], *([c, n, *t.of(c, n, texts, fund=fund)] for c, n, texts in rows[1:])]


def basic_accounts(t: Typist, left: str) -> Sheet:
    return Sheet(
        "一般公共预算基本支出情况表", [[*CODES, H("合计")]],
        [
            ["", "合计", t("430.00", "基本支出", fund=GENERAL)],
            *([code, name, t(text, name, code=code, fund=GENERAL)] for code, name, text in (
                ("301", "工资福利支出", "420.00"), ("30101", "基本工资", "420.00"),
                ("302", "商品和服务支出", "10.00"), ("30213", "维修（护）费", "10.00"))),
        ],
        (3, 6, 3), above=("预算06表",), left=left, right="单位：万元",
    )  # fmt: skip


def granted_of_a_budget() -> Print:
    """一般公共预算 over 小计 and 其中：财政拨款: a part of that budget, in tables of incomes and of accounts."""
    t = Typist(year=2024, stage=Stage.BUDGET)
    left = "单位名称：柳陂县应急管理局"
    general, gov = "一般公共预算财政拨款收入", "政府性基金预算财政拨款收入"

    def income(code: str, name: str, texts: str) -> list[Entry]:
        parts: list[dict[str, object]] = [
            {"fund": ALL}, {"fund": GENERAL, "breakdown": general},
            {"fund": GENERAL, "breakdown": "财政拨款"}, {"fund": GOV, "breakdown": gov},
        ]  # fmt: skip
        return [code, name, *t.row(texts, [(name, {"code": code, **part}) for part in parts])]

    totals = t.row(
        "630.00 550.00 500.00 80.00",
        [("本年收入合计", {"fund": ALL}), (general, {"fund": GENERAL}),
         (general, {"fund": GENERAL, "breakdown": "财政拨款"}), (gov, {"fund": GOV})],
    )  # fmt: skip
    incomes = Sheet(
        "部门收入总体情况表",
        [[*tall("科目编码", "科目名称", "合计"), H("一般公共预算", 2), H("政府性基金", rows=2)], [H("小计"), H("其中：财政拨款")]],
        [
            ["", "合计", *totals],
            income("2240101", "行政运行", "400.00 400.00 350.00 _"),
            income("2240106", "安全监管", "150.00 150.00 150.00 _"),
            income("2120804", "农村基础设施建设支出", "80.00 _ _ 80.00"),
        ],
        (3, 6, 3, 3, 3, 3), above=("预算02表",), left=left, right="单位：万元",
    )  # fmt: skip

    def account(code: str, name: str, texts: str) -> list[Entry]:
        wants: list[dict[str, object]] = [
            {"fund": ALL},
            {"fund": GENERAL},
            {"fund": GENERAL, "breakdown": "财政拨款"},
            {"fund": GOV},
        ]
        total = "" if code else "本年支出合计"
        return [code, name, *t.row(texts, [(total or name, {"code": code, **want}) for want in wants])]

    accounts = Sheet(
        "支出经济分类汇总表",
        [[*tall("科目编码", "科目名称", "总计"), H("一般公共预算", 2), H("政府性基金", rows=2)], [H("小计"), H("其中：财政拨款")]],
        [
            account("", "合计", "630.00 550.00 500.00 80.00"),
            account("301", "工资福利支出", "420.00 420.00 400.00 _"),
            account("30101", "基本工资", "420.00 420.00 400.00 _"),
            account("302", "商品和服务支出", "210.00 130.00 100.00 80.00"),
            account("30213", "维修（护）费", "210.00 130.00 100.00 80.00"),
        ],
        (3, 6, 3, 3, 3, 3), above=("预算07表",), left=left, right="单位：万元",
    )  # fmt: skip
    return Print("柳陂县应急管理局", 2024, "预算", (incomes, accounts, basic_accounts(t, left)))


def fees_of_all_money() -> Print:
    """“三公”经费 of all money with 其中：公共预算财政拨款 beside it; older names of the budgets over other columns."""
    t = Typist(year=2015, stage=Stage.BUDGET)

    def fee(label: str, name: str, texts: str) -> list[Entry]:
        return [label, *t.row(texts, [(name, {"fund": ALL}), (name, {"fund": GENERAL})])]

    fees = Sheet(
        "部门“三公”经费情况统计表", [[H("项目"), H("本年预算数"), H("其中：公共预算财政拨款")]],
        [
            fee("合计", "“三公”经费", "34.00 32.00"),
            fee("1.因公出国（境）费用", "因公出国（境）费", "0.00 0.00"),
            fee("2.公务接待费", "公务接待费", "4.00 2.00"),
            fee("3.公务用车购置及运行费", "公务用车购置及运行维护费", "30.00 30.00"),
        ],
        (6, 3, 4), above=("表七",), left="单位：荔浦河市民政局", right="单位：万元",
    )  # fmt: skip

    def paid(code: str, name: str, texts: str) -> list[Entry]:
        funds = (ALL, GENERAL, GOV, ALL)
        total = {"code": code}
        wants: list[dict[str, object]] = [{"fund": fund, **total} for fund in funds]
        if code:
            wants[3]["breakdown"] = "其他收入"
            return [code, name, *t.row(texts, [(name, want) for want in wants])]
        names = ("本年支出合计", "本年支出合计", "本年支出合计", "其他收入")
        return [code, name, *t.row(texts, list(zip(names, wants, strict=True)))]

    sources = Sheet(
        "部门支出总表", [[*CODES, H("合计"), H("一般预算拨款"), H("基金预算"), H("其他资金")]],
        [
            paid("", "合计", "90.00 70.00 15.00 5.00"),
            paid("208", "社会保障和就业支出", "75.00 70.00 _ 5.00"),
            paid("229", "其他支出", "15.00 _ 15.00 _"),
        ],
        (3, 6, 3, 3, 3, 3), above=("表三",), left="单位：荔浦河市民政局", right="单位：万元",
    )  # fmt: skip
    return Print("荔浦河市民政局", 2015, "预算", (fees, sources))


def staff_and_running() -> Print:
    """基本支出 over 人员支出 and 公用支出 without a column of its own: both are what the total counts of it."""
    t = Typist(year=2022, stage=Stage.BUDGET, fund=ALL)

    def row(code: str, name: str, texts: str) -> list[Entry]:
        parts = ("合计", "人员经费", "公用经费", "项目支出")
        if code:
            return [code, name, *t.of(code, name, texts, parts)]
        return [code, name, *t.row(texts, [(n, {}) for n in ("本年支出合计", *parts[1:])])]

    sheet = Sheet(
        "单位支出预算总表",
        [[*tall("科目编码", "科目名称", "合计"), H("基本支出", 2), H("项目支出", rows=2)], [H("人员支出"), H("公用支出")]],
        [
            row("", "合计", "905.00 600.00 105.00 200.00"),
            row("205", "教育支出", "825.00 520.00 105.00 200.00"),
            row("20502", "普通教育", "825.00 520.00 105.00 200.00"),
            row("2050202", "小学教育", "825.00 520.00 105.00 200.00"),
            row("221", "住房保障支出", "80.00 80.00 _ _"),
            row("2210201", "住房公积金", "80.00 80.00 _ _"),
        ],
        (3, 6, 3, 3, 3, 3), above=("表3",), left="单位：越溪市第三小学", right="单位：万元",
    )  # fmt: skip
    return Print("越溪市第三小学", 2022, "预算", (sheet,))


def incomes_below_a_budget() -> Print:
    """Rows without words of their own below 一般公共预算: numbered, behind 其中, or between two numbers."""
    t = Typist(year=2023, stage=Stage.BUDGET, fund=ALL)
    left: list[list[Entry]] = [
        ["一、一般公共预算拨款", t("300.00", "一般公共预算财政拨款收入", fund=GENERAL)],
        ["（一）经费拨款", t("240.00", "经费拨款", fund=GENERAL)],
        ["（二）非税收入安排", t("60.00", "非税收入安排", fund=GENERAL)],
        ["罚没收入", t("40.00", "罚没收入", fund=GENERAL)],
        ["其中：专项列入的项目", t("12.00", "专项列入的项目", fund=GENERAL)],
        ["二、政府性基金预算拨款", t("20.00", "政府性基金预算财政拨款收入", fund=GOV)],
        ["其中：土地出让安排", t("8.00", "土地出让安排", fund=GOV)],
        ["三、事业收入", t("30.00", "事业收入")],
        ["其中：培训收费", t("6.00", "培训收费")],
        ["四、其他收入", t("10.00", "其他收入")],
        ["实户资金余额", t("5.00", "上年实户资金余额")],
        ["收入总计", t("365.00", "收入总计")],
    ]
    blank: list[Entry] = ["", ""]
    right: list[list[Entry]] = [
        ["一、工资福利支出", t("200.00", "工资福利支出", code="301")],
        ["二、商品和服务支出", t("125.00", "商品和服务支出", code="302")],
        ["三、对个人和家庭的补助", t("40.00", "对个人和家庭的补助", code="303")],
        *([blank] * 8),
        ["支出总计", t("365.00", "支出总计")],
    ]
    government: list[list[Entry]] = [
        ["一、机关工资福利支出", t("180.00", "机关工资福利支出", code="501")],
        ["二、机关商品和服务支出", t("105.00", "机关商品和服务支出", code="502")],
        ["三、对事业单位经常性补助", t("40.00", "对事业单位经常性补助", code="505")],
        ["四、对个人和家庭的补助", t("40.00", "对个人和家庭的补助", code="509")],
        *([blank] * 7),
        ["支出总计", t("365.00", "支出总计")],
    ]
    sheet = Sheet(
        "部门收支总表", [[H("收入", 2), H("支出", 4)], [H("项目"), H("预算数")] * 3],
        [[*a, *b, *c] for a, b, c in zip(left, right, government, strict=True)],
        (5, 3, 5, 3, 5, 3), above=("表1",), left="单位名称：石门河县林业局", right="单位：万元",
    )  # fmt: skip
    return Print("石门河县林业局", 2023, "预算", (sheet,))


def codes_below_asterisks() -> Print:
    """A row of ** and numbers below the head: what stands below 单位编码 is no amount, a unit's name no account."""
    t = Typist(year=2022, stage=Stage.BUDGET, fund=GENERAL, unit="元")
    names: list[tuple[str, dict[str, object]]] = [
        (n, {}) for n in ("“三公”经费", "因公出国（境）费", "公务接待费", "公务用车运行维护费")
    ]
    counters: list[Entry] = ["**", "**", "1", "2", "3", "4"]
    fees = Sheet(
        "一般公共预算“三公”经费支出表",
        [[*(H(x) for x in ("单位编码", "单位名称", "合计", "因公出国（境）费", "公务接待费", "公务用车运行维护费"))]],
        [counters, ["", "合计", *t.row("41200 0 11200 30000", names)], ["512003", "赣江源县城市管理局", *t.row("41200 0 11200 30000", names)]],
        (3, 6, 3, 3, 3, 4), above=("部门公开表7",), left="填报单位：赣江源县城市管理局", right="单位：元",
    )  # fmt: skip
    spent = Sheet(
        "一般公共预算支出表", [[*CODES, *(H(x) for x, _ in SPENT)]],
        [counters[:5], *spending(t, GENERAL, ("", "合计", "815000 615000 200000"), ("212", "城乡社区支出", "815000 615000 200000"), ("21201", "城乡社区管理事务", "815000 615000 200000"), ("2120104", "城管执法", "815000 615000 200000"))],
        (3, 6, 3, 3, 3), above=("部门公开表5",), left="填报单位：赣江源县城市管理局", right="单位：元",
    )  # fmt: skip
    return Print("赣江源县城市管理局", 2022, "预算", (fees, spent))


def body_above_its_accounts() -> Print:
    """The one unit of a table in the column of accounts, beside its own code: all that is spent."""
    t = Typist(year=2018, stage=Stage.BUDGET, fund=ALL, unit="元")
    first, *rest = spending(t, ALL, ("", "总计", "930000 730000 200000"), ("201", "一般公共服务支出", "530000 530000 _"), ("2010301", "行政运行", "530000 530000 _"), ("210", "卫生健康支出", "400000 200000 200000"), ("2100201", "综合医院", "400000 200000 200000"))  # fmt: skip
    whole: list[Entry] = ["901", "", "平桥口镇人民政府", *first[2:]]
    sheet = Sheet(
        "部门支出总体情况表", [[*(H(x) for x in ("单位编码", "功能科目编码", "科目名称", "总计", "基本支出", "项目支出"))]],
        [["", "", "总计", *first[2:]], whole, *(["", *row] for row in rest)],
        (3, 4, 6, 3, 3, 3), above=("表3",), left="单位名称：平桥口镇人民政府", right="单位：元",
    )  # fmt: skip
    return Print("平桥口镇人民政府", 2018, "预算", (sheet,))


def money_of_one_sort() -> Print:
    """财政专户管理资金预算支出表 and 事业收入支出预算表 beside the table of all money: the same codes, other amounts."""
    t = Typist(year=2023, stage=Stage.BUDGET, fund=ALL)
    head = [[*CODES, *(H(x) for x, _ in SPENT)]]
    left = "单位名称：澧水县水利局"
    whole = Sheet(
        "支出预算总表", head,
        spending(t, ALL, ("", "合计", "1,429.00 1,000.00 429.00"), ("213", "农林水支出", "1,429.00 1,000.00 429.00"), ("2130306", "水利工程运行与维护", "1,429.00 1,000.00 429.00")),
        (3, 6, 3, 3, 3), above=("表3",), left=left, right="单位：万元",
    )  # fmt: skip

    def of(sort: str, total: str, texts: str) -> list[list[Entry]]:
        names = [total, "", f"{sort}项目支出"]
        first = t.row(texts, [(name, {}) for name in names])
        parts = (sort, "", f"{sort}（项目支出）")
        codes = (("213", "农林水支出"), ("2130306", "水利工程运行与维护"))
        return [["", "合计", *first], *([c, n, *t.of(c, n, texts, parts)] for c, n in codes)]

    special = Sheet(
        "财政专户管理资金预算支出表", head, of("财政专户管理资金", "财政专户管理资金", "32.00 _ 32.00"),
        (3, 6, 3, 3, 3), above=("表17",), left=left, right="单位：万元",
    )  # fmt: skip
    earned = Sheet(
        "事业收入支出预算表", head, of("事业收入", "事业收入支出", "15.00 _ 15.00"),
        (3, 6, 3, 3, 3), above=("表18",), left=left, right="单位：万元",
    )  # fmt: skip
    return Print("澧水县水利局", 2023, "预算", (whole, special, earned))


def projects_by_item() -> Print:
    """单位名称（项目）: each code with the name of its project, one of them alone, and their sum."""
    t = Typist(year=2020, stage=Stage.BUDGET, fund=GENERAL)
    rows = [
        ["205", "01", "02", "321", "校舍安全巡检", t("50.00", "校舍安全巡检")],
        ["205", "01", "02", "321", "教师轮训", t("36.00", "教师轮训")],
        ["205", "02", "02", "321301", "学生午餐计划", t("248.00", "学生午餐计划")],
    ]
    sheet = Sheet(
        "一般公共预算项目支出预算表",
        [[H("科目编码", 3), *tall("单位代码", "单位名称（项目）", "金额")], [H("类"), H("款"), H("项")]],
        [["", "", "", "", "合计", t("334.00", "项目支出")], *rows],
        (2, 2, 2, 3, 6, 3), above=("表3-2",), right="单位：万元",
    )  # fmt: skip
    return Print("青川岩县教育局", 2020, "预算", (sheet,))


def basic_by_function() -> Print:
    """一般公共预算基本支出表 by functional codes beside the table of all that is spent under the same codes."""
    t = Typist(year=2022, stage=Stage.BUDGET, fund=GENERAL)
    left = "单位名称：石门河县林业局"
    whole = Sheet(
        "一般公共预算支出明细表（按支出功能分类科目）", [[*CODES, *(H(x) for x, _ in SPENT)]],
        spending(t, GENERAL, ("", "合计", "1,100.00 900.00 200.00"), ("213", "农林水支出", "1,100.00 900.00 200.00"), ("21302", "林业和草原", "1,100.00 900.00 200.00"), ("2130204", "事业机构", "1,100.00 900.00 200.00")),
        (3, 6, 3, 3, 3), above=("表5",), left=left, right="单位：万元",
    )  # fmt: skip
    codes = (("213", "农林水支出"), ("21302", "林业和草原"), ("2130204", "事业机构"))
    parts = ("基本支出", "人员经费", "公用经费")
    basic = Sheet(
        "一般公共预算基本支出明细表（按支出功能分类科目）", [[*CODES, H("合计"), H("人员经费"), H("公用经费")]],
        [["", "合计", *t.row("900.00 800.00 100.00", [(name, {}) for name in parts])], *([c, n, *t.of(c, n, "900.00 800.00 100.00", parts)] for c, n in codes)],
        (3, 6, 3, 3, 3), above=("表7",), left=left, right="单位：万元",
    )  # fmt: skip
    return Print("石门河县林业局", 2022, "预算", (whole, basic))


def taken_in_and_spent() -> Print:
    """本年收入 and 本年支出 each over 基本支出 and 项目支出; only the latter of 支出 has parts."""
    t = Typist(year=2021, stage=Stage.FINAL_ACCOUNTS, fund=GENERAL)
    taken: dict[str, object] = {"flow": Flow.INCOME}
    spent: dict[str, object] = {"flow": Flow.EXPENDITURE}
    names: list[tuple[str, dict[str, object]]] = [
        ("本年收入合计", taken), ("基本支出", {"breakdown": "本年收入（基本支出）", **taken}), ("项目支出", {"breakdown": "本年收入（项目支出）", **taken}),
        ("本年支出合计", spent), ("基本支出", spent), ("人员经费", spent), ("公用经费", spent), ("项目支出", spent),
    ]  # fmt: skip
    high = ("科目编码", "科目名称")
    sheet = Sheet(
        "一般公共预算财政拨款收入支出决算表",
        [[*tall(*high, rows=3), H("本年收入", 3), H("本年支出", 5)],
         [*tall("合计", "基本支出", "项目支出", "合计"), H("基本支出", 3), H("项目支出", rows=2)],
         [H("小计"), H("人员经费"), H("公用经费")]],
        [["", "合计", *t.row("135.00 121.00 14.00 136.00 121.00 115.00 6.00 15.00", names)]],
        (3, 5, *(2,) * 8), above=("公开05表",), left="公开部门：红岭州农业站", right="单位：万元",
    )  # fmt: skip
    return Print("红岭州农业站", 2021, "决算", (sheet,))


def brought_forward_beside_budgets() -> Print:
    """上年财政拨款资金结转 in a column of its own: 合计 counts it, 一般公共预算 beside it is of this year alone."""
    t = Typist(year=2020, stage=Stage.BUDGET)
    wants: list[dict[str, object]] = [
        {"fund": GRANT},
        {"fund": GENERAL},
        {"fund": GOV},
        {"fund": GRANT, "breakdown": "上年财政拨款资金结转"},
    ]

    def row(label: str, name: str, texts: str, code: str = "") -> list[Entry]:
        return [label, *t.row(texts, [(name, {"code": code, **want}) for want in wants])]

    left: list[list[Entry]] = [
        ["一、本年收入", t("775.00", "本年收入合计", fund=GRANT)],
        ["（一）一般公共预算拨款收入", t("725.00", "一般公共预算财政拨款收入", fund=GENERAL)],
        ["（二）政府性基金预算拨款收入", t("50.00", "政府性基金预算财政拨款收入", fund=GOV)],
        ["二、上年结转", t("32.00", "年初结转和结余", fund=GRANT)],
        ["收入总计", t("807.00", "收入总计", fund=GRANT)],
    ]
    right: list[list[Entry]] = [
        row("一、本年支出", "本年支出合计", "807.00 725.00 50.00 32.00"),
        row("教育支出", "教育支出", "757.00 725.00 _ 32.00", "205"),
        row("其他支出", "其他支出", "50.00 _ 50.00 _", "229"),
        ["", "", "", "", ""],
        row("支出总计", "支出总计", "807.00 725.00 50.00 32.00"),
    ]
    both = Sheet(
        "财政拨款收支预算总表",
        [[H("收入", 2), H("支出", 5)], [*(H(x) for x in ("项目", "预算数", "项目", "合计", "一般公共预算", "政府性基金预算", "上年财政拨款资金结转"))]],
        [[*a, *b] for a, b in zip(left, right, strict=True)],
        (6, 3, 5, 3, 3, 3, 4), above=("表2",), left="单位：青川岩县教育局", right="单位：万元",
    )  # fmt: skip
    spent = Sheet(
        "一般公共预算支出预算表", [[*CODES, *(H(x) for x, _ in SPENT)]],
        spending(t, GENERAL, ("", "合计", "757.00 700.00 57.00"), ("205", "教育支出", "757.00 700.00 57.00"), ("2050202", "小学教育", "757.00 700.00 57.00")),
        (3, 6, 3, 3, 3), above=("表3",), left="单位：青川岩县教育局", right="单位：万元",
    )  # fmt: skip
    return Print("青川岩县教育局", 2020, "预算", (both, spent))


def guests_by_number() -> Print:
    """Counts below the “三公”经费 go by what is counted, and are of no money."""
    t = Typist(year=2019, stage=Stage.BUDGET, fund=GRANT)

    def count(label: str, name: str, text: str, unit: str) -> list[Entry]:
        return [label, t(text, name, measure=Measure.COUNT, unit=unit, fund=ALL)]

    sheet = Sheet(
        "部门“三公”经费预算情况表", [[H("项目"), H("预算数")]],
        [
            ["合计", t("12.00", "“三公”经费")],
            ["因公出国（境）费", t("0.00", "因公出国（境）费")],
            ["公务接待费", t("2.00", "公务接待费")],
            ["公务用车购置及运行费", t("10.00", "公务用车购置及运行维护费")],
            count("1.国内公务接待批次（批）", "国内公务接待批次", "23", "批"),
            count("2.国内公务接待人次（人）", "国内公务接待人次", "164", "人"),
            count("3.公务用车保有量（辆）", "公务用车保有量", "2", "辆"),
        ],
        (6, 3), above=("表9",), left="单位：平桥口镇人民政府", right="单位：万元",
    )  # fmt: skip
    return Print("平桥口镇人民政府", 2019, "预算", (sheet,))


PARTS: tuple[Callable[[], Print], ...] = (
    granted_of_a_budget,
    fees_of_all_money,
    staff_and_running,
    incomes_below_a_budget,
    codes_below_asterisks,
    body_above_its_accounts,
    money_of_one_sort,
    projects_by_item,
    basic_by_function,
    taken_in_and_spent,
    brought_forward_beside_budgets,
    guests_by_number,
)
