"""Budgets of invented bodies as two more provinces print them: meetings beside “三公”经费, one name under two halves."""

# ruff: noqa: E501 - rows of a table are read whole
from __future__ import annotations

from collections.abc import Callable

from ingest.model import Measure, Stage
from tests.ingest.press import Entry, Heading, Sheet
from tests.ingest.typist import ALL, GENERAL, GRANT, Print, Typist

H = Heading
BODY = "沣原县文化和旅游局"


def travel_and_meetings() -> Print:
    """“三公”经费、会议费、培训费 in one table for two years: 合计 counts all of them, 小计 the “三公” alone."""
    t = Typist(year=2025, stage=Stage.BUDGET, fund=GENERAL)
    parts = [
        H("小计", rows=2),
        H("因公出国（境）费用", rows=2),
        H("公务接待费", rows=2),
        H("公务用车购置及运行维护费", 3),
    ]
    half = [
        H("合计", rows=3),
        H("一般公共预算拨款安排的“三公”经费预算", 6),
        H("会议费", rows=3),
        H("培训费", rows=3),
    ]
    cars = [H("小计"), H("公务用车购置费"), H("公务用车运行维护费")]
    head = [[H("单位名称", rows=4), H("2024年", 9), H("2025年", 9)], [*half, *half], [*parts, *parts], [*cars, *cars]]  # fmt: skip
    names = (
        "“三公”经费",
        "因公出国（境）费",
        "公务接待费",
        "公务用车购置及运行维护费",
        "公务用车购置费",
        "公务用车运行维护费",
        "会议费",
        "培训费",
    )

    def half_of(year: int, total: str, texts: str) -> list[Entry]:
        whole = t(total, "一般公共预算“三公”经费及会议费、培训费支出预算表合计", year=year)
        return [whole, *t.row(texts, [(name, {"year": year}) for name in names])]

    row = [
        *half_of(2024, "13.00", "7.00 _ 2.00 5.00 _ 5.00 3.00 3.00"),
        *half_of(2025, "11.70", "6.50 _ 1.50 5.00 _ 5.00 2.00 3.20"),
    ]
    sheet = Sheet("一般公共预算“三公”经费及会议费、培训费支出预算表", head, [["合计", *row]], (4, *(2,) * 18),
                  above=("表13",), right="单位：万元")  # fmt: skip
    return Print(BODY, 2025, "预算", (sheet,))


def one_name_twice() -> Print:
    """部门收支总表 with 商品和服务支出 under 人员经费和公用经费支出 and again under 专项业务经费支出."""
    t = Typist(year=2025, stage=Stage.BUDGET, fund=ALL)
    goods = {"code": "302", "name": "商品和服务支出"}

    def half(text: str, breakdown: str) -> Entry:
        return t(text, goods["name"], code=goods["code"], breakdown=breakdown)

    grant = t("655.28", "一般公共预算财政拨款收入", fund=GENERAL)
    rows: list[list[Entry]] = [
        ["一、财政拨款", t("655.28", "财政拨款收入", fund=GRANT), "1、人员经费和公用经费支出", t("509.28", "基本支出")],
        ["其中：一般公共预算拨款", grant, "(1)工资福利支出", t("428.50", "工资福利支出", code="301")],
        ["二、事业收入", "", "(2)商品和服务支出", half("80.78", "基本支出")],
        ["三、其他收入", "", "2、专项业务经费支出", t("146.00", "项目支出")],
        ["", "", "(1)商品和服务支出", half("106.00", "项目支出")],
        ["", "", "(2)资本性支出", t("40.00", "资本性支出", code="310")],
        ["本年收入合计", t("655.28", "本年收入合计"), "本年支出合计", t("655.28", "本年支出合计")],
        ["收入总计", t("655.28", "收入总计"), "支出总计", t("655.28", "支出总计")],
    ]  # fmt: skip
    sheet = Sheet("部门综合预算收支总表", [[H("收入", 2), H("支出", 2)], [H("项目"), H("预算数"), H("部门预算支出经济科目（按大类）"), H("预算数")]],
                  rows, (5, 3, 5, 3), above=("表1",), right="单位：万元")  # fmt: skip
    return Print(BODY, 2025, "预算", (sheet,))


def units_of_measure() -> Print:
    """绩效目标表 with 指标性质, 绩效指标值 and 绩效度量单位 in columns of their own."""
    t = Typist(year=2025, stage=Stage.BUDGET, fund=ALL)

    def row(level: str, name: str, sign: str, text: str, unit: str, weight: str) -> list[Entry]:
        measure = Measure.RATE if unit == "%" else Measure.COUNT
        told = t(text, name, unit=unit, measure=measure, breakdown="绩效指标值")
        points = t(weight, name, unit="分", measure=Measure.COUNT, breakdown="权重")
        return ["产出指标", level, name, sign, told, unit, points]

    body = [
        row("数量指标", "更换监控摄像头数量", "≥", "180", "个", "40"),
        row("质量指标", "设备验收合格率", "＝", "100", "%", "50"),
    ]
    money = t("2,060,000.00", "校园安防设施改造", unit="元")
    rows: list[list[Entry]] = [["校园安防设施改造", money, *body[0]], ["", "", *body[1]]]
    sheet = Sheet(
        "单位预算项目绩效目标表",
        [[H("项目名称"), H("预算数"), H("一级指标"), H("二级指标"), H("三级指标"), H("指标性质"), H("绩效指标值"), H("绩效度量单位"), H("权重")]],
        rows, (4, 3, 3, 3, 4, 2, 2, 3, 2), above=("表6",), left="单位：锦川市翠屏中学", right="金额单位：元",
        spans={(0, 0): (2, 1), (0, 1): (2, 1)},
    )  # fmt: skip
    return Print("锦川市翠屏中学", 2025, "预算", (sheet,))


def two_springs() -> Print:
    """“三公”经费 with 本年年初预算数 and 上年年初预算数 side by side, and what changed."""
    t = Typist(year=2022, stage=Stage.INITIAL_BUDGET, fund=GENERAL, unit="元")
    change: dict[str, object] = {"stage": Stage.BUDGET, "measure": Measure.CHANGE}
    rate: dict[str, object] = {"stage": Stage.BUDGET, "measure": Measure.CHANGE_RATE, "unit": "%"}

    def row(label: str, name: str, texts: str) -> list[Entry]:
        return [label, *t.row(texts, [(name, {}), (name, {"year": 2021}), (name, change), (name, rate)])]

    head = [[H("项目", rows=2), H("本年年初预算数", rows=2), H("上年年初预算数", rows=2), H("本年预算比上年增减情况", 2)],
            [H("增减额"), H("增减幅度")]]  # fmt: skip
    sheet = Sheet(
        "一般公共预算“三公”经费支出预算表", head,
        [
            row("合计", "“三公”经费", "284,000.00 315,000.00 -31,000.00 -9.84%"),
            row("1.因公出国（境）费", "因公出国（境）费", "_ _ _ _"),
            row("2.公务接待费", "公务接待费", "84,000.00 100,000.00 -16,000.00 -16.00%"),
            row("3.公务用车购置及运行", "公务用车购置及运行维护费", "200,000.00 215,000.00 -15,000.00 -6.98%"),
            row("（2）公务用车运行费", "公务用车运行维护费", "200,000.00 215,000.00 -15,000.00 -6.98%"),
        ],
        (5, 3, 3, 3, 3), above=("预算03表",), left="单位名称：澜溪县农业农村局", right="单位：元",
    )  # fmt: skip
    return Print("澜溪县农业农村局", 2022, "预算", (sheet,))


def printer_below_the_title() -> Print:
    """The title, and below it a line with who prints the form and its number, 财决公开05表, and one with the year."""
    t = Typist(year=2019, stage=Stage.FINAL_ACCOUNTS, fund=GENERAL, statement="一般公共预算支出表")
    rows: list[list[Entry]] = [
        ["", "合计", *t.of("", "本年支出合计", "2,965.42 2,220.47 744.95")],
        ["204", "公共安全支出", *t.of("204", "公共安全支出", "2,965.42 2,220.47 744.95")],
        ["20405", "法院", *t.of("20405", "法院", "2,965.42 2,220.47 744.95")],
        ["2040501", "行政运行", *t.of("2040501", "行政运行", "2,220.47 2,220.47 _")],
        ["2040504", "案件审判", *t.of("2040504", "案件审判", "744.95 _ 744.95")],
    ]
    sheet = Sheet(
        "一般公共预算财政拨款支出决算表\n编制部门：塔川县人民法院 财决公开05表",
        [[H("项目", 2), H("本年支出", 3)], [H("功能分类科目编码"), H("科目名称"), H("小计"), H("基本支出"), H("项目支出")]],
        rows, (2, 5, 3, 3, 3), left="2019年度", right="金额单位：万元",
    )  # fmt: skip
    return Print("塔川县人民法院", 2019, "决算", (sheet,))


def two_lists() -> Print:
    """部门决算相关信息统计表: two lists side by side; cars by sort below their number, counts beside money."""
    t = Typist(year=2020, stage=Stage.FINAL_ACCOUNTS, fund=GRANT, statement="三公经费表")

    def count(name: str, text: str, unit: str) -> Entry:
        return t(text, name, measure=Measure.COUNT, unit=unit, fund=ALL)

    def pair(name: str, texts: str) -> list[Entry]:
        return t.row(texts, [(name, {"stage": Stage.BUDGET}), (name, {})])

    rows: list[list[Entry]] = [
        ["一、“三公”经费支出", "1", "—", "—", "四、机关运行经费", "20", t("198.44", "机关运行经费")],
        ["（一）支出合计", "2", *pair("“三公”经费", "58.00 41.26"), "五、国有资产占用情况", "21", "—"],
        ["1．因公出国（境）费", "3", *pair("因公出国（境）费", "12.00 0.00"), "（一）车辆数合计（辆）", "22", count("车辆数合计", "14", "辆")],
        ["2．公务用车购置及运行维护费", "4", *pair("公务用车购置及运行维护费", "36.00 34.90"), "1．执法执勤用车", "23", count("执法执勤用车", "10", "辆")],
        ["（1）公务用车购置费", "5", *pair("公务用车购置费", "0.00 0.00"), "2．其他用车", "24", count("其他用车", "4", "辆")],
        ["（2）公务用车运行维护费", "6", *pair("公务用车运行维护费", "36.00 34.90"), "（二）单价50万元以上通用设备（台，套）", "25", count("单价50万元以上通用设备（台，套）", "3", "台")],
        ["3．公务接待费", "7", *pair("公务接待费", "10.00 6.36"), "六、政府采购支出信息", "26", "—"],
        ["国内公务接待批次（个）", "8", "—", count("国内公务接待批次", "77", "个"), "政府采购支出合计", "27", t("1,120.80", "政府采购支出")],
        ["国内公务接待人次（人）", "9", "—", count("国内公务接待人次", "602", "人"), "1．政府采购货物支出", "28", t("1,120.80", "政府采购货物支出")],
    ]  # fmt: skip
    half = [H("项目"), H("行次")]
    head = [[*half, H("预算数"), H("决算统计数"), *half, H("决算统计数")]]
    sheet = Sheet("部门决算相关信息统计表", head, rows, (6, 1, 2, 2, 6, 1, 2), above=("公开09表",),
                  left="部门：云屿市海洋与渔业局", right="单位：万元")  # fmt: skip
    return Print("云屿市海洋与渔业局", 2020, "决算", (sheet,))


def paid_from() -> Print:
    """政府采购预算表 whose title is glued to its number, with the money that purchases are paid from in columns."""
    t = Typist(year=2024, stage=Stage.BUDGET, fund=ALL, statement="政府采购表")
    other = {"breakdown": "其他收入"}
    rows: list[list[Entry]] = [
        ["公路养护材料", "沥青", t("200.00", "公路养护材料"), t("180.00", "公路养护材料", fund=GENERAL), t("20.00", "公路养护材料", **other)],
        ["合计", "", t("200.00", "政府采购支出"), t("180.00", "政府采购支出", fund=GENERAL), t("20.00", "政府采购支出", **other)],
    ]  # fmt: skip
    head = [[H("采购项目"), H("采购目录"), H("合计"), H("一般公共预算"), H("其他资金")]]
    bought = Sheet(
        "政府采购预算表", head, rows, (4, 4, 3, 3, 3), left="部门：榆溪县交通运输局", right="单位：万元"
    )
    g = Typist(year=2024, stage=Stage.BUDGET, fund=GENERAL, statement="一般公共预算支出表")
    spent = Sheet(
        "表2一般公共预算支出表", [[H("科目编码"), H("科目名称"), H("合计"), H("基本支出"), H("项目支出")]],
        [
            ["", "合计", *g.of("", "本年支出合计", "860.00 560.00 300.00")],
            ["214", "交通运输支出", *g.of("214", "交通运输支出", "860.00 560.00 300.00")],
        ],
        (2, 5, 3, 3, 3), left="部门：榆溪县交通运输局", right="单位：万元",
    )  # fmt: skip
    return Print("榆溪县交通运输局", 2024, "预算", (bought, spent))


LAYOUTS: tuple[Callable[[], Print], ...] = (
    travel_and_meetings,
    one_name_twice,
    units_of_measure,
    two_springs,
    printer_below_the_title,
    two_lists,
    paid_from,
)
