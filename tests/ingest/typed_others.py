"""Statements in wordings of provinces further off: parts beside totals, older balances, projects beside accounts."""

# ruff: noqa: E501 - rows of a table are read whole
from __future__ import annotations

from collections.abc import Callable, Mapping

from ingest.model import Flow, Measure, Stage
from tests.ingest.press import Entry, Heading, Sheet
from tests.ingest.typist import ALL, GENERAL, GOV, GRANT, Print, Typist

H = Heading
CHANGE: Mapping[str, object] = {"measure": Measure.CHANGE}
RATE: Mapping[str, object] = {"measure": Measure.CHANGE_RATE, "unit": "%"}


def halves_apart() -> Print:
    """比上年增、减情况 over 增、减金额 and 增、减幅度; the same in brackets, with a bare number as the rate."""
    t = Typist(year=2017, stage=Stage.FINAL_ACCOUNTS, fund=GRANT, statement="三公经费表")

    def row(label: str, name: str, texts: str) -> list[Entry]:
        return [label, *t.row(texts, [(name, {"year": 2016}), (name, {}), (name, CHANGE), (name, RATE)])]

    def sheet(of: str, amount: str, rate: str, sign: str) -> Sheet:
        head = [
            [H("项目", rows=2), H("2016年决算数", rows=2), H("2017年决算数", rows=2), H(of, 2)],
            [H(amount), H(rate)],
        ]
        body = [
            row("共计", "“三公”经费", f"8.00 7.00 -1.00 -12.50{sign}"),
            row("1.公务接待费", "公务接待费", f"3.00 2.00 -1.00 -33.33{sign}"),
            row("2.公务用车运行维护费", "公务用车运行维护费", f"5.00 5.00 0.00 0.00{sign}"),
        ]
        return Sheet(
            "“三公”经费财政拨款支出决算表",
            head,
            body,
            (6, 3, 3, 3, 3),
            left="部门：岭口县档案馆",
            right="单位：万元",
        )

    sheets = (
        sheet("比上年增、减情况", "增、减金额", "增、减幅度", "%"),
        sheet("比上年增（减）", "增（减）额", "增（减）%", ""),
        sheet("与上年差异", "差异额", "差异率", ""),
    )
    return Print("岭口县档案馆", 2017, "决算", sheets)


def income_of_old_balances() -> Print:
    """部门收入总表 whose 合计 counts 上年结余收入 and what fills a gap, with 一般公共预算拨款（补助） over its parts."""
    t = Typist(year=2018, stage=Stage.BUDGET, fund=ALL, flow=Flow.INCOME, statement="收入表")
    grant, balance = "一般公共预算财政拨款收入", {"flow": Flow.BALANCE}
    names: list[tuple[str, Mapping[str, object]]] = [
        ("收入总计", {}),
        (grant, {"fund": GENERAL}),
        (grant, {"fund": GENERAL, "breakdown": "经费拨款（补助）"}),
        ("使用非财政拨款结余", balance),
        ("年初结转和结余", balance),
        ("历年结余", balance),
        ("上年实户资金余额", balance),
    ]
    head = [[H("单位名称", rows=2), H("合计", rows=2), H("一般公共预算拨款（补助）", 2), H("用事业基金弥补收支差额", rows=2),
             H("上年结余收入", rows=2), H("动用历年结余", rows=2), H("上年实户资金余额", rows=2)],
            [H("小计"), H("经费拨款（补助）")]]  # fmt: skip
    sheet = Sheet(
        "部门收入总表", head, [["合计", *t.row("128.00 100.00 90.00 12.00 8.00 5.00 3.00", names)]],
        (4, 3, 3, 3, 3, 3, 3, 3), left="部门：岭口县蚕桑站", right="单位：万元",
    )  # fmt: skip
    return Print("岭口县蚕桑站", 2018, "预算", (sheet,))


def parts_beside_totals() -> Print:
    """项目支出 over 小计, 部门项目, 专项资金 and 其他项目; 当年预算 beside 合计 and 上年结转."""
    t = Typist(year=2025, stage=Stage.BUDGET, fund=ALL, statement="支出表")
    code, name = "2130204", "事业机构"
    texts = "140.00 40.00 100.00 50.00 30.00 20.00"
    parts = ("合计", "基本支出", "项目支出", "部门项目", "专项资金", "其他项目")
    whole: list[tuple[str, Mapping[str, object]]] = [
        ("本年支出合计", {}), ("基本支出", {}), ("项目支出", {}),
        *(("项目支出", {"breakdown": part}) for part in parts[3:]),
    ]  # fmt: skip
    spent = Sheet(
        "部门支出总表",
        [[H("科目编码", rows=2), H("科目名称", rows=2), H("合计", rows=2), H("基本支出", rows=2), H("项目支出", 4)],
         [H("小计"), H("部门项目"), H("专项资金"), H("其他项目")]],
        [["", "合计", *t.row(texts, whole)], [code, name, *t.of(code, name, texts, parts)]],
        (3, 5, 3, 3, 3, 3, 3, 3), left="部门：岭口县林场", right="单位：万元",
    )  # fmt: skip
    p = Typist(year=2025, stage=Stage.BUDGET, fund=GENERAL, statement="一般公共预算项目支出表")

    def project(label: str, meant: str, texts: str) -> list[Entry]:
        said: list[tuple[str, Mapping[str, object]]] = [(meant, {}), (meant, {"breakdown": "当年预算"})]
        carried = ("年初结转和结余", {}) if label == "合计" else (meant, {"breakdown": "年初结转和结余"})
        return [label, *p.row(texts, [*said, carried])]

    projects = Sheet(
        "一般公共预算项目支出表",
        [[H("项目名称", rows=2), H("2025年预算数", 3)], [H("合计"), H("当年预算"), H("上年结转")]],
        [project("合计", "项目支出", "100.00 90.00 10.00"), project("林道修复", "林道修复", "62.00 56.00 6.00"),
         project("松材线虫防治", "松材线虫防治", "38.00 34.00 4.00")],
        (6, 3, 3, 3), left="部门：岭口县林场", right="单位：万元",
    )  # fmt: skip
    return Print("岭口县林场", 2025, "预算", (spent, projects))


def money_of_projects_alone() -> Print:
    """Near misses: 专项资金 in a column of its own is all the money, 本年预算 beside 上年预算 all of the year's."""
    t = Typist(year=2024, stage=Stage.BUDGET, fund=ALL, statement="项目支出表")
    listed = Sheet(
        "项目支出预算表", [[H("项目名称"), H("专项资金")]],
        [["合计", t("9.00", "项目支出")], ["水样检测", t("4.00", "水样检测")], ["河道清淤", t("5.00", "河道清淤")]],
        (6, 3), left="部门：岭口县水文站", right="单位：万元",
    )  # fmt: skip
    g = Typist(year=2024, stage=Stage.BUDGET, fund=GENERAL, statement="一般公共预算支出表")

    def row(code: str, name: str, texts: str) -> list[Entry]:
        return [
            code,
            name or "合计",
            *g.row(texts, [(name or "本年支出合计", {"code": code, "year": y}) for y in (2023, 2024)]),
        ]

    years = Sheet(
        "一般公共预算支出表", [[H("科目编码"), H("科目名称"), H("上年预算"), H("本年预算")]],
        [row("", "", "55.00 60.00"), row("213", "农林水支出", "55.00 60.00"), row("21303", "水利", "55.00 60.00")],
        (3, 5, 3, 3), left="部门：岭口县水文站", right="单位：万元",
    )  # fmt: skip
    return Print("岭口县水文站", 2024, "预算", (listed, years))


def parts_of_basic_spending() -> Print:
    """一般公共预算基本支出表 in one table a part, said behind a dash and in two brackets; a statement with asides follows."""
    t = Typist(year=2023, stage=Stage.BUDGET, fund=GENERAL, statement="一般公共预算基本支出表")

    def sheet(title: str, part: str, code: str, columns: str, texts: tuple[str, str]) -> Sheet:
        heads = columns.split()
        whole = [(part, {"code": code, "breakdown": c}) for c in ("合计", *heads)]
        item = [("行政运行", {"code": "2130301", "breakdown": c}) for c in (part, *heads)]
        body = [["", "合计", *t.row(texts[0], whole)], ["2130301", "行政运行", *t.row(texts[1], item)]]
        return Sheet(
            title, [[H("科目编码"), H("科目名称"), H("总计"), *(H(c) for c in heads)]], body, (3, 5, 3, 3, 3),
            left="部门：岭口县水利局", right="单位：万元",
        )  # fmt: skip

    s = Typist(year=2023, stage=Stage.BUDGET, fund=GENERAL, statement="一般公共预算支出表")
    spent = Sheet(
        "一般公共预算支出表（按功能科目）（公开）",
        [[H("科目编码"), H("科目名称"), H("合计"), H("基本支出"), H("项目支出")]],
        [["", "合计", *s.of("", "本年支出合计", "130.00 110.00 20.00")],
         ["2130301", "行政运行", *s.of("2130301", "行政运行", "130.00 110.00 20.00")]],
        (3, 5, 3, 3, 3), left="部门：岭口县水利局", right="单位：万元",
    )  # fmt: skip
    sheets = (
        sheet("一般公共预算基本支出表--人员经费(工资福利支出)(按部门预算经济分类)", "工资福利支出", "301",
              "工资奖金津补贴 社会保障缴费", ("80.00 70.00 10.00", "80.00 70.00 10.00")),
        sheet("一般公共预算基本支出表（公用经费）（按政府预算经济分类）", "公用经费", "",
              "办公经费 会议费用", ("30.00 26.00 4.00", "30.00 26.00 4.00")),
        spent,
    )  # fmt: skip
    return Print("岭口县水利局", 2023, "预算", sheets)


def projects_beside_accounts() -> Print:
    """基本支出预算表 that names project, function and economic account in every row; one account in two rows."""
    t = Typist(year=2023, stage=Stage.BUDGET, fund=ALL, statement="基本支出表", unit="元")
    names = ("项目代码", "项目名称", "功能科目编码", "功能科目名称", "部门经济科目编码", "部门经济科目名称")

    def row(project: str, function: str, economy: str, texts: str, part: str = "合计") -> list[Entry]:
        code, name = economy.split()
        told = t.row(texts, [(name, {"code": code, "breakdown": part, "fund": f}) for f in (ALL, GENERAL)])
        return ["530199210000000001", project, *function.split(), code, name, *told]

    whole = t.row("1,000.00 1,000.00", [("基本支出", {}), ("基本支出", {"fund": GENERAL})])
    run, pay = "2130101 行政运行", "在职人员支出"
    basic = Sheet(
        "部门基本支出预算表（人员类、运转类公用经费项目）",
        [[*(H(n, rows=2) for n in names), H("总计", rows=2), H("资金来源")], [H("一般公共预算资金")]],
        [
            ["合计", "", "", "", "", "", *whole],
            row(pay, run, "30101 基本工资", "500.00 500.00"),
            row(pay, "2210201 住房公积金", "30113 住房公积金", "200.00 200.00"),
            row("公务交通补贴", run, "30239 其他交通费用", "180.00 180.00", "公务交通补贴"),
            row("公用经费", run, "30239 其他交通费用", "120.00 120.00", "公用经费"),
        ],
        (4, 4, 3, 4, 3, 4, 3, 3), left="单位名称：岭口县种子站", right="单位：元",
    )  # fmt: skip
    p = Typist(year=2023, stage=Stage.BUDGET, fund=ALL, statement="项目支出表", unit="元")

    def project(name: str, function: str, economy: str, text: str, part: str = "合计") -> list[Entry]:
        return [name, *function.split(), *economy.split(), p(text, name, breakdown=part)]

    lists = Sheet(
        "部门项目支出预算表", [[H(n) for n in (*names[1:4], "经济科目编码", "经济科目名称", "合计")]],
        [
            ["合计", "", "", "", "", p("900.00", "项目支出")],
            project("良种繁育", "2130106 科技转化与推广服务", "30226 劳务费", "300.00", "劳务费"),
            project("良种繁育", "2130106 科技转化与推广服务", "30227 委托业务费", "400.00", "委托业务费"),
            project("种子检验", "2130109 农产品质量安全", "30227 委托业务费", "200.00"),
        ],
        (4, 3, 5, 3, 4, 3), left="单位名称：岭口县种子站", right="单位：元",
    )  # fmt: skip
    return Print("岭口县种子站", 2023, "预算", (basic, lists))


def government_fund_beside_remarks() -> Print:
    """Near miss of the last column of amounts: digits alone below 备注 are none."""
    t = Typist(year=2022, stage=Stage.BUDGET, fund=GOV, statement="政府性基金表")
    parts = ("合计", "基本支出", "项目支出")
    sheet = Sheet(
        "政府性基金预算支出表",
        [[H("科目编码"), H("科目名称"), H("合计"), H("基本支出"), H("项目支出"), H("备注")]],
        [["", "合计", *t.of("", "本年支出合计", "15.00 0.00 15.00"), "12"],
         ["2296003", "用于体育事业的彩票公益金支出", *t.of("2296003", "用于体育事业的彩票公益金支出", "15.00 0.00 15.00", parts), "12"]],
        (3, 6, 3, 3, 3, 3), left="部门：岭口县体育中心", right="单位：万元",
    )  # fmt: skip
    return Print("岭口县体育中心", 2022, "预算", (sheet,))


OTHERS: tuple[Callable[[], Print], ...] = (
    halves_apart,
    income_of_old_balances,
    parts_beside_totals,
    money_of_projects_alone,
    parts_of_basic_spending,
    projects_beside_accounts,
    government_fund_beside_remarks,
)
