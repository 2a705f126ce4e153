"""Tables as clerks of further provinces print them: units above their rows, sorts with 小计, one sort of money alone."""

# ruff: noqa: E501 - rows of a table are read whole
from __future__ import annotations

from collections.abc import Callable

from ingest.model import Flow, Measure, Stage
from tests.ingest.press import Entry, Heading, Sheet
from tests.ingest.typist import ALL, GENERAL, GOV, GRANT, Print, Typist

H = Heading
FINAL, BUDGET = Stage.FINAL_ACCOUNTS, Stage.BUDGET


def codes_headed_together() -> Print:
    """收入决算表 whose three columns of codes stand under one heading that names their parts: 科目编码 类 款 项."""
    t = Typist(year=2022, stage=FINAL)

    def row(code: str, name: str, texts: str) -> list[Entry]:
        cols = [("合计", ALL), ("财政拨款收入", GRANT), ("其他收入", ALL)]
        figures = t.row(texts, [(name, {"code": code, "breakdown": p, "fund": f}) for p, f in cols])
        return [code[:3], code[3:5], code[5:], name, *figures]

    totals = [("本年收入合计", ALL), ("财政拨款收入", GRANT), ("其他收入", ALL)]
    sheet = Sheet(
        "收入决算表",
        [[H("项目", 4), H("本年收入合计", rows=2), H("财政拨款收入", rows=2), H("其他收入", rows=2)],
         [H("功能分类科目编码类 款 项", 3), H("科目名称")],
         [H("栏次", 4), H("1"), H("2"), H("3")]],
        [
            ["合计", "", "", "", *t.row("310.00 300.00 10.00", [(n, {"fund": f}) for n, f in totals])],
            row("211", "节能环保支出", "310.00 300.00 10.00"),
            row("21103", "污染防治", "310.00 300.00 10.00"),
            row("2110301", "大气", "110.00 100.00 10.00"),
            row("2110302", "水体", "200.00 200.00 _"),
        ],
        (2, 2, 2, 6, 4, 4, 4), spans={(0, 0): (1, 4)}, above=("公开02表",), left="部门：澄江县生态环境局", right="金额单位：万元",
    )  # fmt: skip
    return Print("澄江县生态环境局", 2022, "决算", (sheet,))


def codes_without_a_heading() -> Print:
    """支出决算表 whose columns of codes and names all stand under 项目, and under nothing else."""
    t = Typist(year=2020, stage=FINAL, fund=ALL)

    def row(code: str, name: str, texts: str) -> list[Entry]:
        return [code[:3], code[3:5], code[5:], name, *t.of(code, name, texts)]

    sheet = Sheet(
        "支出决算表", [[H("项目", 4), H("本年支出合计"), H("基本支出"), H("项目支出")], [H("栏次", 4), H("1"), H("2"), H("3")]],
        [["合计", "", "", "", *t.of("", "本年支出合计", "300.00 100.00 200.00")],
         row("213", "农林水支出", "300.00 100.00 200.00"), row("21303", "水利", "300.00 100.00 200.00"),
         row("2130301", "行政运行", "100.00 100.00 _"), row("2130305", "水利工程建设", "200.00 _ 200.00")],
        (2, 2, 2, 6, 4, 4, 4), spans={(0, 0): (1, 4)}, above=("公开03表",), left="部门：澄江县水利局", right="金额单位：万元",
    )  # fmt: skip
    return Print("澄江县水利局", 2020, "决算", (sheet,))


UNITS = ("澄江市文物局本级", "澄江市博物馆", "澄江市考古研究所")


def units_above_classes() -> Print:
    """基本支出 and 项目支出 by the units that use the money, each unit a row above its own rows."""
    t = Typist(year=2024, stage=BUDGET)
    columns = [{"fund": ALL}, {"fund": GRANT}, {"fund": GENERAL}]
    head = [[H("支出项目类别（资金使用单位）", rows=3), H("总计", rows=3), H("财政拨款", 3)],
            [H("合计", rows=2), H("其中", 2)], [H("一般公共预算"), H("政府性基金预算")]]  # fmt: skip

    def row(label: str, amount: str, name: str, **want: object) -> list[Entry]:
        return [label, *t.row(" ".join([amount] * 3), [(name, {**c, **want}) for c in columns]), ""]

    basic = [row("合计", "190.00", "基本支出")]
    for unit, staff, office in zip(UNITS, ("60.00", "50.00", "40.00"), ("10.00", "20.00", "10.00"), strict=True):  # fmt: skip
        whole = f"{float(staff) + float(office):.2f}"
        basic += [row(unit, whole, "基本支出", entity=unit),
                  row("工资福利支出", staff, "工资福利支出", entity=unit, code="301"),
                  row("商品和服务支出", office, "商品和服务支出", entity=unit, code="302")]  # fmt: skip
    works = [row("合计", "75.00", "项目支出")]
    for unit, first, second in ((UNITS[0], "城墙修缮", "文物普查"), (UNITS[1], "展陈提升", "藏品数字化")):
        share = {UNITS[0]: ("30.00", "15.00", "45.00"), UNITS[1]: ("20.00", "10.00", "30.00")}[unit]
        works += [row(unit, share[2], "项目支出", entity=unit), row(first, share[0], first), row(second, share[1], second)]  # fmt: skip
    return Print("澄江市文物局", 2024, "预算", (
        Sheet("部门预算基本支出预算表", head, basic, (6, 3, 3, 3, 3), left="部门名称：澄江市文物局", right="单位：万元"),
        Sheet("部门预算项目支出预算表", [[H("项目", rows=3), *head[0][1:]], *head[1:]], works, (6, 3, 3, 3, 3), left="部门名称：澄江市文物局", right="单位：万元"),
    ))  # fmt: skip


def indicators() -> Print:
    """What a hospital did, each row in a unit of its own, two years side by side and how far they differ."""
    t = Typist(stage=FINAL, fund=ALL)

    def row(name: str, unit: str, texts: str, measure: Measure) -> list[Entry]:
        cols: list[dict[str, object]] = [{"year": 2020, "measure": measure, "unit": unit}, {"year": 2021, "measure": measure, "unit": unit},
                                         {"year": 2021, "measure": Measure.CHANGE_RATE, "unit": "%"}]  # fmt: skip
        return [name, unit, *t.row(texts, [(name, c) for c in cols])]

    sheet = Sheet(
        "主要业务指标完成情况表", [[H("指标名称"), H("单位"), H("2020年"), H("2021年"), H("增减（%）")]],
        [
            row("门诊人次", "人次", "386,320 442,186 14.46", Measure.COUNT),
            row("病床使用率", "%", "83.2 87.5 5.17", Measure.RATE),
            row("门诊次均费用", "元", "268.4 274.6 2.31", Measure.AMOUNT),
            row("平均住院日", "天", "8.6 8.1 -5.81", Measure.COUNT),
        ],
        (6, 2, 3, 3, 3),
    )  # fmt: skip
    return Print("澄江市中医院", 2021, "决算", (sheet,))


def indicators_with_units_in_brackets() -> Print:
    """What a library did, the unit of each row in brackets behind its name, this year beside the year before."""
    t = Typist(stage=FINAL, fund=ALL)

    def row(name: str, texts: str, measure: Measure, unit: str) -> list[Entry]:
        about = {"measure": measure, "unit": unit}
        return [name, *t.row(texts, [(name, {"year": 2022, **about}), (name, {"year": 2023, **about})])]

    sheet = Sheet(
        "基本业务情况表", [[H("项目"), H("上年"), H("本年")]],
        [row("接待读者（万人次）", "86.4 92.1", Measure.COUNT, "万人次"), row("外借图书（册）", "120,300 131,870", Measure.COUNT, "册"),
         row("读者满意率（%）", "96.5 97.2", Measure.RATE, "%")],
        (6, 3, 3),
    )  # fmt: skip
    return Print("澄江市图书馆", 2023, "决算", (sheet,))


def one_sort_of_money() -> Print:
    """收入支出决算总表, and a table of the money kept in 财政专户 alone, whose totals are not the body's."""
    t = Typist(year=2019, stage=FINAL, unit="元", fund=ALL)
    whole = Sheet(
        "收入支出决算总表", [[H("收入", 2), H("支出", 2)], [H("项目"), H("决算数"), H("项目"), H("决算数")]],
        [["一、其他收入", t("500.00", "其他收入"), "一、教育支出", t("480.00", "教育支出", code="205")],
         ["本年收入合计", t("500.00", "本年收入合计"), "本年支出合计", t("480.00", "本年支出合计")],
         ["年初结转和结余", "", "年末结转和结余", t("20.00", "年末结转和结余")],
         ["总计", t("500.00", "收入总计"), "总计", t("500.00", "支出总计")]],
        (5, 3, 5, 3), above=("公开01表",), left="部门：澄江县青溪中学", right="金额单位：元",
    )  # fmt: skip
    sort = "财政专户管理资金"
    names = [f"{sort}{n}" for n in ("年初结转和结余", "本年收入合计", "本年支出合计", "年末结转和结余")]
    alone = Sheet(
        f"{sort}收入支出决算表", [[H("科目编码"), H("科目名称"), H("年初结转和结余"), H("本年收入"), H("本年支出"), H("年末结转和结余")]],
        [["合计", "", *t.row("0.00 60.00 55.00 5.00", [(n, {}) for n in names])]],
        (2, 4, 3, 3, 3, 3), spans={(0, 0): (1, 2)}, above=("公开08表",), left="部门：澄江县青溪中学", right="金额单位：元",
    )  # fmt: skip
    return Print("澄江县青溪中学", 2019, "决算", (whole, alone))


def assets_in_columns() -> Print:
    """国有资产占有使用情况表 with one row of all, a column for each sort of assets, parts under 固定资产."""
    t = Typist(year=2019, stage=FINAL, unit="元", fund=ALL)
    names = ("资产总额", "流动资产", "固定资产", "房屋构筑物", "车辆", "在建工程", "无形资产")
    sheet = Sheet(
        "国有资产占有使用情况表",
        [[H("项目", rows=2), H("行次", rows=2), H("资产总额", rows=2), H("流动资产", rows=2), H("固定资产", 3), H("在建工程", rows=2), H("无形资产", rows=2)],
         [H("小计"), H("房屋构筑物"), H("车辆")]],
        [["合计", "1", *t.row("1,000.25 300.00 600.25 500.00 100.25 100.00 0.00", [(n, {}) for n in names])]],
        (2, 1, 4, 4, 4, 4, 4, 4, 4), left="部门：澄江县石门镇人民政府", right="金额单位：元",
    )  # fmt: skip
    return Print("澄江县石门镇人民政府", 2019, "决算", (sheet,))


def purchases_with_subtotals() -> Print:
    """政府采购 with a 小计 behind each sort, six decimals, and 政府购买服务 with its 合计."""
    t = Typist(year=2025, stage=BUDGET)
    bought: list[list[Entry]] = [["合计", "", t("140.500000", "政府采购支出")]]
    for sort, whole, name, things in (("A-货物", "90.500000", "货物", (("图书和档案", "60.250000"), ("办公设备", "30.250000"))),
                                      ("C-服务", "50.000000", "服务", (("物业管理服务", "50.000000"),))):  # fmt: skip
        bought.append([sort, "小计", t(whole, f"政府采购{name}支出")])
        bought += [["", thing, t(amount, thing)] for thing, amount in things]
    services: list[list[Entry]] = [
        ["合计", "", t("68.560000", "政府购买服务", fund=GRANT)],
        ["公共文化服务", "书房委托运营", t("50.560000", "书房委托运营", fund=GRANT)],
        ["技术性服务", "安全监测服务", t("18.000000", "安全监测服务", fund=GRANT)],
    ]
    body = "澄江区文化和旅游局"
    return Print(body, 2025, "预算", (
        Sheet("政府采购预算明细表", [[H("采购类别"), H("采购内容"), H("金额")]], bought, (3, 6, 4), spans={(0, 0): (1, 2)}, left=f"部门名称：{body}", right="金额单位：万元"),
        Sheet("政府购买服务预算财政拨款明细表", [[H("一级目录"), H("购买内容"), H("金额")]], services, (4, 6, 4), spans={(0, 0): (1, 2)}, left=f"部门名称：{body}", right="金额单位：万元"),
    ))  # fmt: skip


def projects_scored() -> Print:
    """项目支出绩效自评情况表: a project a row, with its money, how much of it was spent, and its score."""
    t = Typist(year=2023)
    columns: list[dict[str, object]] = [
        {"stage": BUDGET}, {"stage": Stage.EXECUTION},
        {"stage": Stage.EXECUTION, "measure": Measure.COMPLETION, "unit": "%"},
        {"stage": Stage.EXECUTION, "measure": Measure.COUNT, "unit": "分", "breakdown": "自评得分"},
    ]  # fmt: skip

    def row(number: str, name: str, texts: str) -> list[Entry]:
        return [number, name, *t.row(texts, [(name, c) for c in columns]), "优"]

    sheet = Sheet(
        "项目支出绩效自评情况表",
        [[H("序号"), H("项目名称"), H("预算数（万元）"), H("执行数（万元）"), H("执行率"), H("自评得分"), H("自评等级")]],
        [row("1", "村组道路硬化工程", "400.00 386.00 96.50% 96.5"), row("2", "农村危房改造", "136.00 136.00 100.00% 98.0")],
        (1, 6, 3, 3, 3, 3, 2),
    )  # fmt: skip
    return Print("澄江县石门镇人民政府", 2023, "决算", (sheet,))


def halves_by_use() -> Print:
    """收支总体情况表 by what money is spent on: classes and sorts of projects below, 其中：财政拨款 below its income."""
    t = Typist(year=2024, stage=BUDGET, fund=ALL)
    out = {"flow": Flow.EXPENDITURE}
    whole = "一般公共预算财政拨款收入"
    sheet = Sheet(
        "收支总体情况表", [[H("收入", 2), H("支出", 2)], [H("项目"), H("2024年预算"), H("项目"), H("2024年预算")]],
        [["一、一般公共预算", t("100.00", whole, fund=GENERAL), "一、基本支出", t("80.00", "基本支出", **out)],
         ["其中：财政拨款", t("90.00", f"{whole}（财政拨款）", fund=GENERAL), "  工资福利支出", t("60.00", "工资福利支出", code="301", **out)],
         ["二、政府性基金预算", "", "  商品和服务支出", t("20.00", "商品和服务支出", code="302", **out)],
         ["三、其他资金", t("15.00", "其他收入"), "二、项目支出", t("35.00", "项目支出", **out)],
         ["", "", "  日常运转类项目", t("35.00", "日常运转类项目", **out)],
         ["本年收入合计", t("115.00", "本年收入合计"), "本年支出合计", t("115.00", "本年支出合计")]],
        (5, 3, 5, 3), left="部门名称：澄江市档案馆", right="单位：万元",
    )  # fmt: skip
    return Print("澄江市档案馆", 2024, "预算", (sheet,))


def by_fund_and_part() -> Print:
    """财政拨款支出决算明细表: economic accounts by fund and part; what is 基本支出 there is all of the statement of it."""
    t = Typist(year=2022, stage=FINAL)
    columns: list[dict[str, object]] = [
        {"fund": GRANT}, {"fund": GENERAL}, {"fund": GENERAL, "breakdown": "基本支出"}, {"fund": GENERAL, "breakdown": "项目支出"},
        {"fund": GOV}, {"fund": GOV, "breakdown": "项目支出"},
    ]  # fmt: skip

    def row(code: str, name: str, texts: str) -> list[Entry]:
        return [code[:3], code[3:], name, *t.row(texts, [(name, {"code": code, **c}) for c in columns])]

    whole: list[tuple[str, dict[str, object]]] = [("本年支出合计", columns[0]), ("本年支出合计", columns[1]), ("基本支出", {"fund": GENERAL}), ("项目支出", {"fund": GENERAL}),
             ("本年支出合计", columns[4]), ("项目支出", {"fund": GOV})]  # fmt: skip
    matrix = Sheet(
        "财政拨款支出决算明细表",
        [[H("项目", 3), H("合计", rows=3), H("一般公共预算财政拨款", 3), H("政府性基金预算财政拨款", 2)],
         [H("支出经济分类科目编码", 2), H("科目名称", rows=2), H("小计", rows=2), H("基本支出", rows=2), H("项目支出", rows=2), H("小计", rows=2), H("项目支出", rows=2)],
         [H("类"), H("款")]],
        [["合计", "", "", *t.row("190.00 150.00 80.00 70.00 40.00 40.00", whole)],
         row("301", "工资福利支出", "60.00 60.00 60.00 _ _ _"), row("30101", "基本工资", "60.00 60.00 60.00 _ _ _"),
         row("302", "商品和服务支出", "130.00 90.00 20.00 70.00 40.00 40.00"), row("30201", "办公费", "130.00 90.00 20.00 70.00 40.00 40.00")],
        (2, 2, 5, 3, 3, 3, 3, 3, 3), spans={(0, 0): (1, 3)}, above=("公开05表",), left="编制单位：澄江县人力资源和社会保障局", right="金额单位：万元",
    )  # fmt: skip
    basics = [("301", "工资福利支出", "60.00"), ("30101", "基本工资", "60.00"), ("302", "商品和服务支出", "20.00"), ("30201", "办公费", "20.00")]  # fmt: skip
    basic = Sheet(
        "一般公共预算财政拨款基本支出决算表", [[H("科目编码"), H("科目名称"), H("决算数")]],
        [*([c, n, t(a, n, code=c, fund=GENERAL)] for c, n, a in basics), ["合计", "", t("80.00", "基本支出", fund=GENERAL)]],
        (2, 5, 3), spans={(4, 0): (1, 2)}, above=("公开07表",), left="编制单位：澄江县人力资源和社会保障局", right="金额单位：万元",
    )  # fmt: skip
    return Print("澄江县人力资源和社会保障局", 2022, "决算", (matrix, basic))


def economy_across() -> Print:
    """财政拨款支出决算明细表 with functional accounts down and economic classes with their sections across."""
    t = Typist(year=2022, stage=FINAL, fund=GRANT)
    parts = ("合计", "工资福利支出", "基本工资", "津贴补贴", "商品和服务支出", "办公费", "差旅费")
    whole: list[tuple[str, dict[str, object]]] = [("本年支出合计", {}), ("工资福利支出", {"code": "301"}), ("基本工资", {}), ("津贴补贴", {}),
                                                  ("商品和服务支出", {"code": "302"}), ("办公费", {}), ("差旅费", {})]  # fmt: skip
    sheet = Sheet(
        "财政拨款支出决算明细表",
        [[H("项目", 2), H("合计", rows=2), H("工资福利支出", 3), H("商品和服务支出", 3)],
         [H("科目编码"), H("科目名称"), *(H(n) for n in ("小计", "基本工资", "津贴补贴", "小计", "办公费", "差旅费"))]],
        [["", "合计", *t.row("100.00 60.00 40.00 20.00 40.00 30.00 10.00", whole)],
         ["213", "农林水支出", *t.of("213", "农林水支出", "100.00 60.00 40.00 20.00 40.00 30.00 10.00", parts)],
         ["21303", "水利", *t.of("21303", "水利", "100.00 60.00 40.00 20.00 40.00 30.00 10.00", parts)],
         ["2130301", "行政运行", *t.of("2130301", "行政运行", "70.00 60.00 40.00 20.00 10.00 10.00 _", parts)],
         ["2130305", "水利工程建设", *t.of("2130305", "水利工程建设", "30.00 _ _ _ 30.00 20.00 10.00", parts)]],
        (2, 5, 3, 3, 3, 3, 3, 3, 3), above=("公开05表",), left="部门：澄江县水利局", right="金额单位：万元",
    )  # fmt: skip
    return Print("澄江县水利局", 2022, "决算", (sheet,))


def units_down_both_halves() -> Print:
    """部门收支预算汇总表 by unit, with what was left over among the incomes: 合计 beside it is the grand total."""
    t = Typist(year=2024, stage=BUDGET)
    names: list[tuple[str, dict[str, object]]] = [("收入总计", {"fund": ALL}), ("财政拨款收入", {"fund": GRANT}), ("事业收入", {"fund": ALL}), ("年初结转和结余", {"fund": ALL}),
                                                  ("本年支出合计", {"fund": ALL}), ("基本支出", {"fund": ALL}), ("项目支出", {"fund": ALL})]  # fmt: skip

    def row(unit: str, texts: str, **want: object) -> list[Entry]:
        return [unit, *t.row(texts, [(n, {**w, **want}) for n, w in names])]

    sheet = Sheet(
        "2024年部门收支预算汇总表",
        [[H("单位名称", rows=2), H("收入", 4), H("支出", 3)],
         [H("合计"), H("财政拨款"), H("事业收入"), H("上年结转"), H("合计"), H("基本支出"), H("项目支出")]],
        [row("合计", "300.00 250.00 40.00 10.00 300.00 200.00 100.00"),
         row("澄江县水利局本级", "200.00 160.00 30.00 10.00 200.00 120.00 80.00", entity="澄江县水利局本级"),
         row("澄江县水文站", "100.00 90.00 10.00 _ 100.00 80.00 20.00", entity="澄江县水文站")],
        (6, 3, 3, 3, 3, 3, 3, 3), left="部门：澄江县水利局", right="单位：万元",
    )  # fmt: skip
    return Print("澄江县水利局", 2024, "预算", (sheet,))


def units_across() -> Print:
    """部门预算收支总表 with a column for each unit."""
    t = Typist(year=2024, stage=BUDGET)
    units: tuple[dict[str, object], ...] = ({}, {"entity": "澄江县水利局本级"}, {"entity": "澄江县水文站"})

    def row(label: str, name: str, texts: str, **want: object) -> list[Entry]:
        return [label, *t.row(texts, [(name, {**want, **u}) for u in units])]

    sheet = Sheet(
        "部门预算收支总表", [[H("项目"), H("合计"), H("澄江县水利局本级"), H("澄江县水文站")]],
        [row("一、财政拨款收入", "财政拨款收入", "250.00 160.00 90.00", fund=GRANT), row("二、事业收入", "事业收入", "40.00 30.00 10.00"),
         row("收入合计", "本年收入合计", "290.00 190.00 100.00"), row("一、基本支出", "基本支出", "200.00 120.00 80.00"),
         row("二、项目支出", "项目支出", "90.00 70.00 20.00"), row("支出合计", "本年支出合计", "290.00 190.00 100.00")],
        (6, 3, 4, 4), left="部门：澄江县水利局", right="单位：万元",
    )  # fmt: skip
    return Print("澄江县水利局", 2024, "预算", (sheet,))


def posts_by_unit() -> Print:
    """人员情况表 by unit, the whole table in 人; beside it assets in rows, counted and valued."""
    t = Typist(year=2023, stage=FINAL, fund=ALL)
    people: dict[str, object] = {"measure": Measure.COUNT, "unit": "人"}
    names = ("编制数", "行政编制", "事业编制", "离退休人员")

    def row(unit: str, texts: str, **want: object) -> list[Entry]:
        return [unit, *t.row(texts, [(n, {**people, **want}) for n in names])]

    posts = Sheet(
        "人员基本情况表", [[H("单位名称", rows=2), H("编制数", 3), H("离退休人员", rows=2)], [H("合计"), H("行政编制"), H("事业编制")]],
        [row("合计", "120 40 80 56"), row("澄江县水利局本级", "40 40 _ 30", entity="澄江县水利局本级"), row("澄江县水文站", "80 _ 80 26", entity="澄江县水文站")],
        (6, 3, 3, 3, 3), left="部门：澄江县水利局", right="单位：人",
    )  # fmt: skip

    def thing(label: str, unit: str, count: str, worth: str) -> list[Entry]:
        name = label.removesuffix(f"（{unit}）")
        return [
            label,
            t(count, name, measure=Measure.COUNT, unit=unit, breakdown="数量"),
            t(worth, name, breakdown="账面原值"),
        ]

    assets = Sheet(
        "国有资产情况表", [[H("项目"), H("数量"), H("账面原值")]],
        [["资产总额", "", t("1,000.00", "资产总额", breakdown="账面原值")], thing("房屋（平方米）", "平方米", "3,200", "600.00"),
         thing("车辆（辆）", "辆", "12", "100.00"), thing("设备（台）", "台", "210", "300.00")],
        (6, 3, 3), left="部门：澄江县水利局", right="金额单位：万元",
    )  # fmt: skip
    return Print("澄江县水利局", 2023, "决算", (posts, assets))


def projects_of_one_sort() -> Print:
    """专项转移支付项目支出预算表: its 合计 is not all that the body spends on projects."""
    t = Typist(year=2024, stage=BUDGET, fund=ALL)
    sheet = Sheet(
        "专项转移支付项目支出预算表", [[H("项目名称"), H("预算数")]],
        [["合计", t("500.00", "专项转移支付项目支出")], ["水库移民扶持", t("300.00", "水库移民扶持")], ["山洪灾害防治", t("200.00", "山洪灾害防治")]],
        (6, 3), left="部门：澄江县水利局", right="单位：万元",
    )  # fmt: skip
    return Print("澄江县水利局", 2024, "预算", (sheet,))


REGIONS: tuple[Callable[[], Print], ...] = (
    codes_headed_together, codes_without_a_heading, units_above_classes, indicators,
    indicators_with_units_in_brackets, one_sort_of_money, assets_in_columns,
    purchases_with_subtotals, projects_scored, halves_by_use, by_fund_and_part,
    economy_across, units_down_both_halves, units_across, posts_by_unit, projects_of_one_sort,
)  # fmt: skip
