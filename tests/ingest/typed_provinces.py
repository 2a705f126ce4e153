"""Forms whose heads are two lines high or printed twice, running costs in one table, one statement a unit."""

# ruff: noqa: E501 - rows of a table are read whole
from __future__ import annotations

from collections.abc import Callable

from ingest.model import Measure, Stage
from tests.ingest.press import Entry, Heading, Sheet
from tests.ingest.typist import ALL, GRANT, Print, Typist

H = Heading


def targets_of_three_years() -> Print:
    """项目绩效目标表 with the values of the two years before beside those of this year, below one heading 指标值."""
    t = Typist(year=2025, stage=Stage.BUDGET, fund=ALL)
    project = "湿地巡护与监测"

    def row(level: str, kind: str, name: str, texts: str, unit: str) -> list[Entry]:
        about: dict[str, object] = {"unit": unit, "measure": Measure.RATE if unit == "%" else Measure.COUNT}
        years = (("前年", 2023), ("上年", 2024), ("预计当年实现", 2025))
        told: list[Entry] = [
            t(text + unit, name, **about, value=text, year=year, breakdown=f"指标值（{heading}）")
            for text, (heading, year) in zip(texts.split(), years, strict=True)
        ]
        return ["", level, kind, name, *told]

    body: list[list[Entry]] = [
        ["项目名称", project, "", "", "", "", ""],
        ["项目当年预算", t("86.00", project), "", "联系电话", "0599-8123456", "", ""],
        ["绩效指标", "一级指标", "二级指标", "指标名称", "指标值", "", ""],
        ["", "", "", "", "前年", "上年", "预计当年实现"],
        row("产出指标", "数量指标", "布设监测样线", "12 14 18", "条"),
        row("产出指标", "质量指标", "监测记录完整率", "90 92 95", "%"),
    ]
    spans = {(0, 1): (1, 6), (1, 1): (1, 2), (1, 4): (1, 3), (2, 0): (4, 1), (2, 4): (1, 3)} | {
        (2, c): (2, 1) for c in (1, 2, 3)
    }
    sheet = Sheet(
        "2025年部门预算项目绩效目标表", [], body, (3, 3, 3, 4, 3, 3, 4), right="单位：万元", spans=spans
    )
    return Print("泽川市湿地保护中心", 2025, "预算", (sheet,))


def targets_of_two_spans() -> Print:
    """The whole project on the left, its year on the right, 指标内容 and 指标值 printed once for each."""
    t = Typist(year=2024, stage=Stage.BUDGET, fund=ALL)
    project = "老旧水闸除险"

    def row(kind: str, texts: str, unit: str) -> list[Entry]:
        whole, name, once, year = texts.split()
        about: dict[str, object] = {"unit": unit, "measure": Measure.RATE if unit == "%" else Measure.COUNT}
        left = t(once + unit, whole, value=once, breakdown="指标值（实施期总目标）", **about)
        right = t(year + unit, name, value=year, breakdown="指标值（年度目标）", **about)
        return ["产出指标", kind, whole, left, kind, name, right]

    body: list[list[Entry]] = [
        ["专项（项目）名称", project, "", "", "", "", ""],
        ["资金金额", "实施期资金总额：", "", t("900.00", project, breakdown="实施期资金总额"), "年度资金总额：", "", t("300.00", project)],
        ["总体目标", "实施期总目标（2023年-2025年）", "", "", "年度目标", "", ""],
        ["一级指标", "二级指标", "指标内容", "指标值", "二级指标", "指标内容", "指标值"],
        row("数量指标", "加固水闸座数 当年加固水闸座数 36 12", "座"),
        row("质量指标", "验收合格率 验收合格率 95 96", "%"),
    ]  # fmt: skip
    spans = {(0, 1): (1, 6), (1, 1): (1, 2), (1, 4): (1, 2), (2, 1): (1, 3), (2, 4): (1, 3)}
    sheet = Sheet(
        "2024年重点项目绩效目标表", [], body, (3, 3, 4, 3, 3, 4, 3), right="单位：万元", spans=spans
    )
    return Print("泽川县水务局", 2024, "预算", (sheet,))


def indicators_with_money() -> Print:
    """项目支出绩效表 as a list with 预算金额 over its sources, a telephone, and a head of two lines."""
    t = Typist(year=2025, stage=Stage.BUDGET, fund=ALL)
    project = "文物库房修缮"

    def row(name: str, sign: str, text: str, unit: str) -> list[Entry]:
        measure = Measure.RATE if unit == "%" else Measure.COUNT
        return [
            "产出指标",
            "数量指标",
            name,
            sign,
            t(text, name, unit=unit, measure=measure, breakdown="指标值"),
            unit,
        ]

    money: list[Entry] = [t("249.25", project), t("249.25", project, fund=GRANT), ""]
    first: list[Entry] = [project, "69321180", *money]
    body = [
        [*first, *row("修缮库房面积", "≥", "360", "平方米")],
        ["", "", "", "", "", *row("验收合格率", "=", "100", "%")],
    ]
    high = [H(text, rows=2) for text in ("项目名称", "联系电话")]
    sheet = Sheet(
        "项目支出绩效表",
        [[*high, H("预算金额", 3), H("绩效指标", 6)],
         [*(H(text) for text in ("合计", "财政拨款", "其他资金", "一级指标", "二级指标", "三级指标", "指标性质", "指标值", "度量单位"))]],
        body, (4, 3, 3, 3, 3, 3, 3, 4, 2, 2, 2), left="部门：泽川市博物馆", right="单位：万元",
        spans={(0, c): (2, 1) for c in range(5)},
    )  # fmt: skip
    return Print("泽川市博物馆", 2025, "预算", (sheet,))


def running_information() -> Print:
    """机构运行信息表: 支出合计 below “三公”经费支出 is of these, whatever else the table tells."""
    t = Typist(year=2023, stage=Stage.FINAL_ACCOUNTS, fund=GRANT)

    def pair(name: str, texts: str) -> list[Entry]:
        return t.row(texts, [(name, {"stage": Stage.INITIAL_BUDGET}), (name, {})])

    def count(name: str, text: str, unit: str) -> list[Entry]:
        return ["—", t(text, name, measure=Measure.COUNT, unit=unit, fund=ALL)]

    rows: list[tuple[str, list[Entry], str, list[Entry]]] = [
        ("一、“三公”经费支出", ["—", "—"], "二、相关统计数", ["—", "—"]),
        ("（一）支出合计", pair("“三公”经费", "38.00 30.16"), "1．公务用车保有量（辆）", count("公务用车保有量", "12", "辆")),
        ("1．公务用车购置及运维费", pair("公务用车购置及运行维护费", "30.00 25.40"), "2．国内公务接待批次（个）", count("国内公务接待批次", "61", "个")),
        ("2．公务接待费", pair("公务接待费", "8.00 4.76"), "三、机关运行经费", ["—", t("266.51", "机关运行经费")]),
    ]  # fmt: skip
    half = [H("项目"), H("年初预算数"), H("决算数")]
    sheet = Sheet(
        "机构运行信息决算表", [[*half, *half]], [[a, *one, b, *two] for a, one, b, two in rows],
        (5, 2, 2, 5, 2, 2), above=("公开09表",), left="公开部门：泽川区卫生局", right="单位：万元",
    )  # fmt: skip
    return Print("泽川区卫生局", 2023, "决算", (sheet,))


def one_statement_a_unit() -> Print:
    """支出决算表 of the department, then again for each unit below it, a page each, the unit in the line above."""
    body = "泽川市体育局"
    units = (body, "泽川市体育局（本级）", "泽川市体育运动学校")
    texts = ("100.00 80.00 20.00", "30.00 25.00 5.00", "70.00 55.00 15.00")
    sheets = []
    for unit, row in zip(units, texts, strict=True):
        t = Typist(year=2023, stage=Stage.FINAL_ACCOUNTS, fund=ALL, entity=unit)
        rows: list[list[Entry]] = [
            ["合计", "", *t.of("", "本年支出合计", row)],
            *([code, name, *t.of(code, name, row)] for code, name in (
                ("207", "文化旅游体育与传媒支出"), ("20703", "体育"), ("2070307", "体育场馆"))),
        ]  # fmt: skip
        head = [[H("科目编码"), H("科目名称"), H("本年支出合计"), H("基本支出"), H("项目支出")]]
        sheets.append(
            Sheet("支出决算表", head, rows, (2, 5, 3, 3, 3), left=f"单位：{unit}", right="金额单位：万元")
        )
    return Print(body, 2023, "决算", tuple(sheets))


def filled_in_pairs() -> Print:
    """部门基本情况表: each figure behind its name, three pairs a row; people, cars, rooms and money in one table."""
    t = Typist(year=2023, stage=Stage.FINAL_ACCOUNTS, fund=ALL)

    def count(name: str, text: str, unit: str) -> list[Entry]:
        owned = name.split("（")[0]  # what is counted goes by its bare name
        return [name, t(text, owned, measure=Measure.COUNT, unit=unit)]

    body: list[list[Entry]] = [
        [*count("编制人数", "58", "人"), *count("在职人员", "54", "人"), *count("离退休人员", "12", "人")],
        [*count("公务用车数（辆）", "4", "辆"), *count("办公用房面积（平方米）", "2360.5", "平方米"),
         "固定资产原值（万元）", t("820.66", "固定资产原值（万元）")],
        [*count("内设机构数（个）", "9", "个"), *count("下属单位数（个）", "2", "个"), "联系电话", "05997712345"],
    ]  # fmt: skip
    sheet = Sheet("部门基本情况表", [], body, (4, 2, 4, 2, 4, 3), left="填报单位：泽川县司法局")
    return Print("泽川县司法局", 2023, "决算", (sheet,))


def projects_with_offices() -> Print:
    """项目支出预算表 whose groups have their own subtotals, and whose projects have an office each."""
    t = Typist(year=2025, stage=Stage.BUDGET, fund=ALL)
    rows = (
        ("合计", "", "项目支出", "620.00"),
        ("市场运行监测", "运行科", "市场运行监测", "120.00"),
        ("促消费专项资金", "消费促进处", "促消费专项资金", "500.00"),
    )
    body: list[list[Entry]] = [[label, office, t(text, name)] for label, office, name, text in rows]
    sheet = Sheet(
        "2025年部门项目支出预算表", [[H("项目类别及名称"), H("负责科室"), H("合计")]], body, (6, 3, 3),
        left="部门：泽川区商务局", right="单位：万元",
    )  # fmt: skip
    return Print("泽川区商务局", 2025, "预算", (sheet,))


def travel_over_years() -> Print:
    """“三公”经费 of three years, cars without their purchase; 合计 is that of the three, and adds up."""
    t = Typist(year=2023, stage=Stage.FINAL_ACCOUNTS, fund=GRANT)

    def row(label: str, name: str, texts: str) -> list[Entry]:
        return [label, *t.row(texts, [(name, {"year": year}) for year in (2021, 2022, 2023)])]

    body = [
        row("因公出国（境）费", "因公出国（境）费", "0.00 0.00 2.00"),
        row("公务接待费", "公务接待费", "5.00 4.00 3.00"),
        row("公务用车运行维护费", "公务用车运行维护费", "12.00 11.00 11.00"),
        row("合计", "“三公”经费", "17.00 15.00 16.00"),
    ]
    head = [[H("项目"), *(H(f"{year}年（万元）") for year in (2021, 2022, 2023))]]
    sheet = Sheet("近三年情况", head, body, (5, 3, 3, 3))
    return Print("泽川县司法局", 2023, "决算", (sheet,))


def amounts_beside_their_stage() -> Print:
    """项目绩效自评表 without a head over its money: 预算数： and 执行数： stand beside it; a measure word of its own."""
    t = Typist(year=2023, stage=Stage.EXECUTION, fund=ALL)
    project = "应急物资储备"
    target: dict[str, object] = {"unit": "顶", "measure": Measure.COUNT}
    body: list[list[Entry]] = [
        ["项目名称", project, "", "", ""],
        ["预算执行情况（万元）", "预算数：", t("60.00", project, stage=Stage.BUDGET), "执行数：", t("58.80", project)],
        ["一级指标", "二级指标", "三级指标", "预期指标值", "实际完成指标值"],
        ["项目完成", "数量指标", "采购帐篷数量",
         t("≥200顶", "采购帐篷数量", value="200", stage=Stage.INITIAL_BUDGET, breakdown="预期指标值", **target),
         t("210顶", "采购帐篷数量", value="210", breakdown="实际完成指标值", **target)],
    ]  # fmt: skip
    sheet = Sheet(
        "2023年度项目绩效自评表", [], body, (4, 3, 3, 3, 3), right="单位：万元", spans={(0, 1): (1, 4)}
    )
    return Print("泽川区应急管理局", 2023, "决算", (sheet,))


def carried_beside_granted() -> Print:
    """支出汇总表 by unit, 当年财政拨款安排 beside 上年结转安排 below each part; a blank where nothing is carried."""
    body_name = "泽川市文化局"
    granted: dict[str, object] = {"fund": GRANT, "breakdown": "当年财政拨款安排"}
    carried: dict[str, object] = {"breakdown": "上年结转安排"}

    def row(label: str, unit: str, texts: str) -> list[Entry]:
        t = Typist(year=2025, stage=Stage.BUDGET, fund=ALL, unit="元", entity=unit)
        columns: list[tuple[str, dict[str, object]]] = [
            ("本年支出合计", {}), ("基本支出", {}), ("人员经费", granted), ("人员经费", carried),
            ("项目支出", {}), ("项目支出", granted), ("项目支出", carried),
        ]  # fmt: skip
        return [label, *t.row(texts, columns)]

    body = [
        row("合计", body_name, "5,550 3,050 3,000 50 2,500 2,400 100"),
        row("泽川市文化局（本级）", "泽川市文化局（本级）", "3,100 2,000 2,000 _ 1,100 1,000 100"),
        row("泽川市图书馆", "泽川市图书馆", "2,450 1,050 1,000 50 1,400 1,400 _"),
    ]
    high = [H(text, rows=3) for text in ("单位", "合计")]
    parts = [H("当年财政拨款安排"), H("上年结转安排")]
    low = [H("小计", rows=2), H("人员经费", 2), H("小计", rows=2), *(H(p.text, rows=2) for p in parts)]
    sheet = Sheet(
        "2025年部门预算支出分单位汇总表",
        [[*high, H("基本支出", 3), H("项目支出", 3)], low, parts],
        body, (5, 3, 3, 3, 3, 3, 3, 3), left=f"编制部门：{body_name}", right="单位：元",
    )  # fmt: skip
    return Print(body_name, 2025, "预算", (sheet,))


def transfers_by_place() -> Print:
    """对下转移支付预算表: a project a row, what each county gets of it in a column of its own."""
    t = Typist(year=2024, stage=Stage.BUDGET, fund=ALL)
    places = ("东山县", "西河县", "北屏县")

    columns: list[dict[str, object]] = [{"breakdown": part} for part in ("合计", *places)]

    def row(project: str, texts: str) -> list[Entry]:
        return [project, *t.row(texts, [(project, column) for column in columns])]

    body = [row("退耕还林补助", "67.00 12.00 30.00 25.00"), row("森林防火补助", "11.00 5.00 6.00 _")]
    sheet = Sheet(
        "市对下转移支付预算表",
        [[H("单位名称（项目）", rows=2), H("合计", rows=2), H("地区", 3)], [*(H(p) for p in places)]],
        body, (5, 3, 3, 3, 3), left="单位名称：泽川市林业局", right="单位：万元",
    )  # fmt: skip
    return Print("泽川市林业局", 2024, "预算", (sheet,))


def purchases_by_sort() -> Print:
    """政府采购 with the sort of each purchase beside its name, and what it is counted in between its figures."""
    t = Typist(year=2024, stage=Stage.BUDGET, fund=ALL, statement="政府采购表")

    def row(name: str, sort: str, number: str, price: str, amount: str) -> list[Entry]:
        count = t(number, name, measure=Measure.COUNT, unit="项", breakdown="数量")
        return [name, sort, count, "项", t(price, name, breakdown="单价"), t(amount, name)]

    body: list[list[Entry]] = [
        row("道路照明改造", "工程", "2", "40.00", "80.00"),
        row("计算机更新", "货物", "1", "12.50", "12.50"),
        row("物业管理", "服务", "1", "9.00", "9.00"),
        ["合计", "", "", "", "", t("101.50", "政府采购支出")],
    ]
    head = [[H(x) for x in ("采购项目", "采购品目", "数量", "单位", "单价", "预算金额")]]
    sheet = Sheet(
        "政府采购预算明细表", head, body, (5, 3, 2, 2, 3, 3), left="部门：泽川市住建局", right="单位：万元"
    )
    return Print("泽川市住建局", 2024, "预算", (sheet,))


def schools() -> Print:
    """教师及学生情况统计表 by school: what is counted of each is the school's."""
    body_name = "泽川县教育局"
    names = ("班级数", "男生", "教职工")

    def row(label: str, unit: str, texts: str) -> list[Entry]:
        units = ("个", "人", "人")
        t = Typist(year=2024, stage=Stage.BUDGET, fund=ALL, entity=unit, measure=Measure.COUNT)
        return [label, *(t(x, n, unit=u) for x, n, u in zip(texts.split(), names, units, strict=True))]

    body = [
        row("泽川县第一中学", "泽川县第一中学", "36 900 146"),
        row("泽川县实验小学", "泽川县实验小学", "24 560 90"),
    ]
    head = [[H("学校名称"), H("班级数（个）"), H("男生"), H("教职工")]]
    sheet = Sheet(
        "教师及学生情况统计表", head, body, (5, 3, 3, 3), left=f"部门：{body_name}", right="单位：人"
    )
    return Print(body_name, 2024, "预算", (sheet,))


PROVINCES: tuple[Callable[[], Print], ...] = (
    targets_of_three_years,
    targets_of_two_spans,
    indicators_with_money,
    running_information,
    one_statement_a_unit,
    filled_in_pairs,
    projects_with_offices,
    travel_over_years,
    amounts_beside_their_stage,
    carried_beside_granted,
    transfers_by_place,
    purchases_by_sort,
    schools,
)
