"""Final accounts as further provinces print them, of invented bodies."""

# ruff: noqa: E501 - rows of a table are read whole
from __future__ import annotations

from collections.abc import Callable

from ingest.model import Measure, Stage
from tests.ingest.press import Entry, Heading, Sheet
from tests.ingest.typist import ALL, GENERAL, GRANT, Print, Typist

H = Heading


def ministry_2019() -> Print:
    """财决公开 forms of 2019 to 2022: 年初预算数, 全年预算数 and 决算数 in three blocks, △ for less than zero."""
    t = Typist(year=2021, fund=ALL)
    stages = (
        ("年初预算数", Stage.INITIAL_BUDGET),
        ("全年预算数", Stage.ADJUSTED_BUDGET),
        ("决算数", Stage.FINAL_ACCOUNTS),
    )

    def three(name: str, texts: str, **want: object) -> list[Entry]:
        return t.row(texts, [(name, {"stage": stage, **want}) for _, stage in stages])

    blank: list[Entry] = ["", "", ""]
    lines: list[tuple[str, list[Entry], str, list[Entry], str, list[Entry]]] = [
        ("一、一般公共预算财政拨款收入", three("一般公共预算财政拨款收入", "800.00 850.00 850.00", fund=GENERAL),
         "一、科学技术支出", three("科学技术支出", "700.00 750.00 747.50", code="206"),
         "一、基本支出", three("基本支出", "600.00 640.00 640.00")),
        ("二、政府性基金预算财政拨款收入", blank, "二、社会保障和就业支出", three("社会保障和就业支出", "100.00 100.00 100.00", code="208"),
         "人员经费", three("人员经费", "500.00 530.00 530.00")),
        ("三、国有资本经营预算财政拨款收入", blank, "三、住房保障支出", three("住房保障支出", "20.00 22.50 22.50", code="221"),
         "公用经费", three("公用经费", "100.00 110.00 110.00")),
        ("四、事业收入", three("事业收入", "20.00 22.50 22.50"), "", blank, "二、项目支出", three("项目支出", "220.00 232.50 230.00")),
        ("本年收入合计", three("本年收入合计", "820.00 872.50 872.50"), "本年支出合计", three("本年支出合计", "820.00 872.50 870.00"),
         "本年支出合计", three("本年支出合计", "820.00 872.50 870.00")),
        ("年初结转和结余", three("年初结转和结余", "_ _ △1.50"), "年末结转和结余", three("年末结转和结余", "_ _ 1.00"),
         "年末结转和结余", three("年末结转和结余", "_ _ 1.00")),
        ("总计", three("收入总计", "820.00 872.50 871.00"), "总计", three("支出总计", "820.00 872.50 871.00"),
         "总计", three("支出总计", "820.00 872.50 871.00")),
    ]  # fmt: skip
    body: list[list[Entry]] = []
    for index, (a, one, b, two, c, more) in enumerate(lines):
        body.append([a, str(index + 1), *one, b, str(index + 21), *two, c, str(index + 41), *more])
    block = [H("项目"), H("行次"), *(H(name) for name, _ in stages)]
    overall = Sheet(
        "收入支出决算总表",
        [[H("收入", 5), H("支出", 10)], [*block, H("项目（按功能分类）"), *block[1:], H("项目（按支出性质）"), *block[1:]],
         [H("栏次"), H(""), H("1"), H("2"), H("3"), H("栏次"), H(""), H("4"), H("5"), H("6"), H("栏次"), H(""), H("7"), H("8"), H("9")]],
        body, (5, 1, 2, 2, 2, 5, 1, 2, 2, 2, 4, 1, 2, 2, 2), above=("财决公开01表",), left="部门：苍原省地震监测中心", right="金额单位：万元",
    )  # fmt: skip
    return Print("苍原省地震监测中心", 2021, "决算", (overall,))


def statistics() -> Print:
    """部门决算相关信息统计表: money and counts of cars, guests and assets in two blocks side by side."""
    t = Typist(year=2022, stage=Stage.FINAL_ACCOUNTS, fund=GRANT)

    def pair(name: str, texts: str, **want: object) -> list[Entry]:
        return t.row(texts, [(name, {"stage": Stage.BUDGET, **want}), (name, want)])

    def count(name: str, text: str, unit: str) -> list[Entry]:
        return ["—", t(text, name, measure=Measure.COUNT, unit=unit, fund=ALL)]

    left: list[tuple[str, list[Entry]]] = [
        ("一、“三公”经费支出", ["—", "—"]),
        ("（一）支出合计", pair("“三公”经费", "30.00 21.50")),
        ("1．因公出国（境）费", pair("因公出国（境）费", "_ _")),
        ("2．公务用车购置及运行维护费", pair("公务用车购置及运行维护费", "20.00 18.00")),
        ("（1）公务用车购置费", pair("公务用车购置费", "_ _")),
        ("（2）公务用车运行维护费", pair("公务用车运行维护费", "20.00 18.00")),
        ("3．公务接待费", pair("公务接待费", "10.00 3.50")),
        ("（1）国内接待费", ["—", t("3.50", "国内接待费", fund=GRANT)]),
    ]
    right: list[tuple[str, list[Entry]]] = [
        ("（二）相关统计数", ["—", "—"]),
        ("1．因公出国（境）团组数（个）", count("因公出国（境）团组数", "0", "个")),
        ("2．公务用车购置数（辆）", count("公务用车购置数", "0", "辆")),
        ("3．公务用车保有量（辆）", count("公务用车保有量", "6", "辆")),
        ("4．国内公务接待批次（个）", count("国内公务接待批次", "45", "个")),
        ("5．国内公务接待人次（人）", count("国内公务接待人次", "312", "人")),
        ("二、机关运行经费", ["—", t("88.80", "机关运行经费", fund=GRANT)]),
        ("三、会议费", ["—", t("2.10", "会议费", fund=GRANT)]),
    ]
    body: list[list[Entry]] = [
        [a, str(i + 1), *one, b, str(i + 21), *two]
        for i, ((a, one), (b, two)) in enumerate(zip(left, right, strict=True))
    ]
    half = [H("项目"), H("行次"), H("预算数"), H("决算统计数")]
    sheet = Sheet(
        "财政拨款“三公”经费及机关运行经费支出决算表",
        [[*half, *half], [H("栏次"), H(""), H("1"), H("2"), H("栏次"), H(""), H("3"), H("4")]],
        body, (5, 1, 2, 2, 5, 1, 2, 2), above=("公开10表",), left="部门：苍原市民政局", right="金额单位：万元",
    )  # fmt: skip
    return Print("苍原市民政局", 2022, "决算", (sheet,))


def compared_travel() -> Print:
    """“三公”经费 in rows, with this year's budget, outcome, last year's outcome and both comparisons; money in 元."""
    t = Typist(year=2023, stage=Stage.FINAL_ACCOUNTS, fund=GRANT, unit="元")

    def row(label: str, name: str, texts: str) -> list[Entry]:
        return [
            label,
            *t.row(
                texts,
                [
                    (name, {"stage": Stage.INITIAL_BUDGET}),
                    (name, {}),
                    (name, {"year": 2022}),
                    (name, {"measure": Measure.CHANGE}),
                    (name, {"measure": Measure.CHANGE_RATE, "unit": "%"}),
                    (name, {"measure": Measure.COMPLETION, "unit": "%"}),
                ],
            ),
        ]

    head = [[H("项目", rows=2), H("2023年年初预算数", rows=2), H("2023年决算数", rows=2), H("2022年决算数", rows=2), H("比上年增减", 2), H("完成预算的%", rows=2)],
            [H("增减额"), H("增减%")]]  # fmt: skip
    sheet = Sheet(
        "财政拨款“三公”经费支出情况表", head,
        [
            row("合计", "“三公”经费", "250,000 180,500.50 200,000.00 -19,499.50 -9.75% 72.20%"),
            row("一、因公出国（境）费", "因公出国（境）费", "0 0 0 0 _ _"),
            row("二、公务用车购置及运行维护费", "公务用车购置及运行维护费", "200,000 160,500.50 150,000.00 10,500.50 7.00% 80.25%"),
            row("其中：公务用车购置费", "公务用车购置费", "0 0 0 0 _ _"),
            row("公务用车运行维护费", "公务用车运行维护费", "200,000 160,500.50 150,000.00 10,500.50 7.00% 80.25%"),
            row("三、公务接待费", "公务接待费", "50,000 20,000.00 50,000.00 （30,000.00） -60.00% 40.00%"),
        ],
        (5, 3, 3, 3, 3, 2, 2), above=("附表7",), left="部门：云海市文化馆", right="单位：元",
    )  # fmt: skip
    return Print("云海市文化馆", 2023, "决算", (sheet,))


def glued_rows() -> Print:
    """Codes glued to names, 本年支出 over its parts three levels deep, dashes for nothing, money in 元 without places."""
    t = Typist(year=2022, stage=Stage.FINAL_ACCOUNTS, unit="元")
    head = [[H("项目", 2), H("本年支出合计", rows=3), H("基本支出", 3), H("项目支出", rows=3), H("上缴上级支出", rows=3), H("经营支出", rows=3), H("对附属单位补助支出", rows=3)],
            [H("支出功能分类科目编码", rows=2), H("科目名称", rows=2), H("小计", rows=2), H("其中：", 2)], [H("人员经费"), H("公用经费")]]  # fmt: skip
    parts = ("合计", "基本支出", "人员经费", "公用经费", "项目支出")
    spending = Sheet(
        "支出决算表", [*head, [H("栏次", 2), *(H(str(n)) for n in range(1, 9))]],
        [
            ["合计", "", *t.of("", "本年支出合计", "1250000 850000 800000 50000 400000", parts, fund=ALL), "—", "—", "—"],
            ["205", "教育支出", *t.of("205", "教育支出", "1250000 850000 800000 50000 400000", parts, fund=ALL), "—", "—", "—"],
            ["20502", "普通教育", *t.of("20502", "普通教育", "1250000 850000 800000 50000 400000", parts, fund=ALL), "—", "—", "—"],
            ["2050201", "学前教育", *t.of("2050201", "学前教育", "850000 850000 800000 50000 —", parts, fund=ALL), "—", "—", "—"],
            ["2050299", "其他普通教育支出", *t.of("2050299", "其他普通教育支出", "400000 — — — 400000", parts, fund=ALL), "—", "—", "—"],
        ],
        (2, 4, 3, 3, 3, 3, 3, 2, 2, 2), above=("公开03表",), left="单位：苍原市第三幼儿园", right="金额单位：元",
        notes=("注：本表反映本年度各项支出情况。",),
    )  # fmt: skip
    return Print("苍原市第三幼儿园", 2022, "决算", (spending,))


def purchases() -> Print:
    """政府采购 in final accounts: by item and source of money, and what went to small businesses."""
    t = Typist(year=2023, stage=Stage.FINAL_ACCOUNTS, fund=ALL, statement="政府采购表")
    rows = (("一、政府采购支出合计", "政府采购支出", "920.00"), ("（一）政府采购货物支出", "政府采购货物支出", "320.00"),
            ("（二）政府采购工程支出", "政府采购工程支出", "400.00"), ("（三）政府采购服务支出", "政府采购服务支出", "200.00"),
            ("二、政府采购授予中小企业合同金额", "政府采购授予中小企业合同金额", "700.00"),
            ("其中：授予小微企业合同金额", "授予小微企业合同金额", "350.00"))  # fmt: skip
    sheet = Sheet(
        "政府采购情况表",
        [[H("项目"), H("行次"), H("统计数")]],
        [[label, str(i + 1), t(text, name)] for i, (label, name, text) in enumerate(rows)],
        (6, 1, 3),
        above=("公开12表",),
        left="部门：云海市水务局",
        right="金额单位：万元",
    )
    return Print("云海市水务局", 2023, "决算", (sheet,))


ACCOUNTS: tuple[Callable[[], Print], ...] = (
    ministry_2019,
    statistics,
    compared_travel,
    glued_rows,
    purchases,
)
