"""Budgets as further provinces print them, of invented bodies."""

# ruff: noqa: E501 - rows of a table are read whole
from __future__ import annotations

from collections.abc import Callable

from ingest.model import Measure, Stage
from tests.ingest.press import Entry, Heading, Sheet
from tests.ingest.typist import ALL, CAP, GENERAL, GOV, GRANT, Print, Typist

H = Heading


def guangdong() -> Print:
    """Tables numbered 表1–表8, a heading that is a year's budget, spending by structure and economic class in rows."""
    t = Typist(year=2024, stage=Stage.BUDGET)
    year = "2024年预算"
    overall = Sheet(
        "收支总体情况表",
        [[H("收入", 2), H("支出", 2)], [H("项目"), H(year), H("项目"), H(year)]],
        [
            ["一、财政拨款", t("3,000.50", "财政拨款收入", fund=GRANT), "一、基本支出", t("1,800.25", "基本支出", fund=ALL)],
            ["其中：一般公共预算", t("2,900.50", "一般公共预算财政拨款收入", fund=GENERAL), "二、项目支出", t("1,260.25", "项目支出", fund=ALL)],
            ["政府性基金预算", t("100.00", "政府性基金预算财政拨款收入", fund=GOV), "三、事业单位经营支出", ""],
            ["二、财政专户拨款", "", "", ""],
            ["三、其他资金", t("60.00", "其他收入", fund=ALL), "", ""],
            ["本年收入合计", t("3,060.50", "本年收入合计", fund=ALL), "本年支出合计", t("3,060.50", "本年支出合计", fund=ALL)],
            ["四、上级补助收入", "", "四、对附属单位补助支出", ""],
            ["五、上年结转", t("12.30", "年初结转和结余", fund=ALL), "五、结转下年", t("12.30", "年末结转和结余", fund=ALL)],
            ["收入总计", t("3,072.80", "收入总计", fund=ALL), "支出总计", t("3,072.80", "支出总计", fund=ALL)],
        ],
        (5, 3, 5, 3), above=("表1",), left="单位名称：云海市应急管理局", right="单位：万元",
    )  # fmt: skip
    incomes = Sheet(
        "收入总体情况表", [[H("项目"), H(year)]],
        [
            ["一、财政拨款", t("3,000.50", "财政拨款收入", fund=GRANT)],
            ["其中：一般公共预算", t("2,900.50", "一般公共预算财政拨款收入", fund=GENERAL)],
            ["基金预算", t("100.00", "政府性基金预算财政拨款收入", fund=GOV)],
            ["二、财政专户拨款", ""],
            ["三、其他资金", t("60.00", "其他收入", fund=ALL)],
            ["本年收入合计", t("3,060.50", "本年收入合计", fund=ALL)],
            ["四、上年结转", t("12.30", "年初结转和结余", fund=ALL)],
            ["收入总计", t("3,072.80", "收入总计", fund=ALL)],
        ],
        (6, 4), above=("表2",), left="单位名称：云海市应急管理局", right="单位：万元",
    )  # fmt: skip
    spending = Sheet(
        "支出总体情况表", [[H("项目"), H(year)]],
        [
            ["一、基本支出", t("1,800.25", "基本支出", fund=ALL)],
            ["工资福利支出", t("1,500.25", "工资福利支出", code="301", fund=ALL)],
            ["商品和服务支出", t("280.00", "商品和服务支出", code="302", fund=ALL)],
            ["对个人和家庭的补助", t("20.00", "对个人和家庭的补助", code="303", fund=ALL)],
            ["二、项目支出", t("1,260.25", "项目支出", fund=ALL)],
            ["应急救援装备购置", t("1,000.00", "应急救援装备购置", fund=ALL)],
            ["安全生产宣传", t("260.25", "安全生产宣传", fund=ALL)],
            ["三、事业单位经营支出", ""],
            ["本年支出合计", t("3,060.50", "本年支出合计", fund=ALL)],
            ["四、结转下年", t("12.30", "年末结转和结余", fund=ALL)],
            ["支出总计", t("3,072.80", "支出总计", fund=ALL)],
        ],
        (6, 4), above=("表3",), left="单位名称：云海市应急管理局", right="单位：万元",
    )  # fmt: skip
    return Print("云海市应急管理局", 2024, "预算", (overall, incomes, spending))


def guangdong_general() -> Print:
    """Further tables of the same budget: by function, 行政经费 with “三公”经费, projects by fund."""
    t = Typist(year=2024, stage=Stage.BUDGET)
    year = "2024年预算"
    general = Sheet(
        "一般公共预算支出情况表（按功能分类科目）",
        [[H("功能分类科目", 2), H(year, 3)], [H("科目编码"), H("科目名称"), H("合计"), H("基本支出"), H("项目支出")]],
        [
            ["", "合计", *t.of("", "本年支出合计", "2,900.50 1,800.25 1,100.25", fund=GENERAL)],
            ["224", "灾害防治及应急管理支出", *t.of("224", "灾害防治及应急管理支出", "2,900.50 1,800.25 1,100.25", fund=GENERAL)],
            ["22401", "应急管理事务", *t.of("22401", "应急管理事务", "2,900.50 1,800.25 1,100.25", fund=GENERAL)],
            ["2240101", "行政运行", *t.of("2240101", "行政运行", "1,800.25 1,800.25 _", fund=GENERAL)],
            ["2240106", "安全监管", *t.of("2240106", "安全监管", "1,100.25 _ 1,100.25", fund=GENERAL)],
        ],
        (2, 5, 3, 3, 3), above=("表5",), left="单位名称：云海市应急管理局", right="单位：万元",
    )  # fmt: skip
    travel = Sheet(
        "一般公共预算安排的行政经费及“三公”经费预算表", [[H("项目"), H(year)]],
        [
            ["行政经费", t("500.00", "行政经费", fund=GENERAL)],
            ["“三公”经费", t("45.00", "“三公”经费", fund=GENERAL)],
            ["其中：（一）因公出国（境）支出", t("5.00", "因公出国（境）费", fund=GENERAL)],
            ["（二）公务用车购置及运行维护支出", t("32.00", "公务用车购置及运行维护费", fund=GENERAL)],
            ["1．公务用车购置", t("18.00", "公务用车购置费", fund=GENERAL)],
            ["2．公务用车运行维护费", t("14.00", "公务用车运行维护费", fund=GENERAL)],
            ["（三）公务接待费支出", t("8.00", "公务接待费", fund=GENERAL)],
        ],
        (6, 4), above=("表8",), left="单位名称：云海市应急管理局", right="单位：万元",
        notes=("注：1.行政经费包括基本支出和一般公共预算安排的行政运行项目支出。",),
    )  # fmt: skip
    groups = [[H("支出项目类别（资金使用单位）", rows=2), H("总计", rows=2), H("财政拨款", 4), H("财政专户拨款", rows=2), H("其他资金", rows=2)],
              [H("财政拨款合计"), H("一般公共预算"), H("政府性基金预算"), H("国有资本经营预算")]]  # fmt: skip
    columns: list[dict[str, object]] = [{"fund": ALL}, {"fund": GRANT}, {"fund": GENERAL}, {"fund": GOV}, {"fund": CAP},
                                        {"fund": ALL, "breakdown": "财政专户管理资金收入"}, {"fund": ALL, "breakdown": "其他收入"}]  # fmt: skip
    projects = Sheet(
        "部门预算项目支出预算表", groups,
        [
            ["应急救援装备购置", *t.row("1,000.00 940.00 840.00 100.00 _ _ 60.00", [("应急救援装备购置", c) for c in columns])],
            ["安全生产宣传", *t.row("260.25 260.25 260.25 _ _ _ _", [("安全生产宣传", c) for c in columns])],
        ],
        (5, 2, 2, 2, 2, 2, 2, 2), above=("表11",), left="单位名称：云海市应急管理局", right="单位：万元",
    )  # fmt: skip
    return Print("云海市应急管理局", 2024, "预算", (general, travel, projects))


def sichuan() -> Print:
    """Codes in 类/款/项, the unit and its accounts in one column 单位名称（科目）, dashes for nothing, tables 表1-2."""
    t = Typist(year=2023, stage=Stage.BUDGET, fund=ALL)
    unit = "绿江省林业科学研究院"
    left = f"部门：{unit}"
    head = [[H("科目编码", 3), H("单位代码", rows=2), H("单位名称（科目）", rows=2), *(H(c, rows=2) for c in ("合计", "基本支出", "项目支出", "上缴上级支出", "对附属单位补助支出"))],
            [H("类"), H("款"), H("项")]]  # fmt: skip
    parts = ("合计", "基本支出", "项目支出")
    spending = Sheet(
        "部门支出总表", head,
        [
            ["", "", "", "", "合计", *t.of("", "本年支出合计", "4,321.00 3,000.00 1,321.00", parts), "-", "-"],
            ["", "", "", "", unit, *t.of("", "本年支出合计", "4,321.00 3,000.00 1,321.00", parts), "-", "-"],
            ["206", "03", "01", "358301", "机构运行", *t.of("2060301", "机构运行", "2,500.00 2,500.00 -", parts), "-", "-"],
            ["206", "03", "02", "358301", "社会公益研究", *t.of("2060302", "社会公益研究", "1,321.00 - 1,321.00", parts), "-", "-"],
            ["208", "05", "05", "358301", "机关事业单位基本养老保险缴费支出",
             *t.of("2080505", "机关事业单位基本养老保险缴费支出", "500.00 500.00 -", parts), "-", "-"],
        ],
        (1, 1, 1, 2, 6, 3, 3, 3, 3, 3), above=("表1-2",), left=left, right="单位：万元",
    )  # fmt: skip
    grants = [[H("科目编码", 2), H("单位代码", rows=3), H("单位名称（科目）", rows=3), H("总计", rows=3), H("省级当年财政拨款安排", 7), H("上年结转安排", rows=3)],
              [H("类", rows=2), H("款", rows=2), H("合计", rows=2), H("一般公共预算拨款", 3), H("政府性基金安排", 3)],
              [H("小计"), H("基本支出"), H("项目支出"), H("小计"), H("基本支出"), H("项目支出")]]  # fmt: skip
    cols: list[dict[str, object]] = [{"fund": GRANT}, {"fund": GRANT, "breakdown": "省级当年财政拨款安排"}, {"fund": GENERAL, "breakdown": "省级当年财政拨款安排"},
                                     {"fund": GENERAL, "breakdown": "基本支出"}, {"fund": GENERAL, "breakdown": "项目支出"},
                                     {"fund": GOV, "breakdown": "省级当年财政拨款安排"}, {"fund": GOV, "breakdown": "基本支出"},
                                     {"fund": GOV, "breakdown": "项目支出"}, {"fund": GRANT, "breakdown": "上年结转安排"}]  # fmt: skip

    def economy(code: str, name: str, texts: str) -> list[Entry]:
        return [
            code[:3],
            code[3:],
            "358301",
            name,
            *t.row(texts, [(name, {"code": code, **c}) for c in cols]),
        ]

    by_economy = Sheet(
        "财政拨款支出预算表（部门经济分类科目）", grants,
        [
            economy("30101", "基本工资", "900.00 880.00 880.00 880.00 _ _ _ _ 20.00"),
            economy("30201", "办公费", "120.00 100.00 70.00 40.00 30.00 30.00 _ 30.00 20.00"),
        ],
        (1, 1, 2, 4, 2, 2, 2, 2, 2, 2, 2, 2, 2), above=("表2-1",), left=left, right="单位：万元",
    )  # fmt: skip
    funds = Sheet(
        "政府性基金预算“三公”经费支出预算表",
        [[H("单位编码", rows=3), H("单位名称", rows=3), H("当年财政拨款预算安排", 6)],
         [H("合计", rows=2), H("因公出国（境）费用", rows=2), H("公务用车购置及运行费", 3), H("公务接待费", rows=2)],
         [H("小计"), H("公务用车购置费"), H("公务用车运行费")]],
        [["358301", unit, *t.row("9.00 - 7.00 - 7.00 2.00".replace("-", "_"), [
            (n, {"fund": GOV}) for n in ("“三公”经费", "因公出国（境）费", "公务用车购置及运行维护费", "公务用车购置费", "公务用车运行维护费", "公务接待费")])]],
        (2, 5, 2, 2, 2, 2, 2, 2), above=("表4-1",), left=left, right="单位：万元",
    )  # fmt: skip
    return Print(unit, 2023, "预算", (spending, by_economy, funds))


def autonomous_region() -> Print:
    """支出 by 项目 and economic class in columns, 人员经费 beside 公用经费, 编制单位 and 单位 in one line of the title."""
    t = Typist(year=2025, stage=Stage.BUDGET)
    body_name = "天河自治区体育局"
    part: dict[str, object] = {"fund": GENERAL, "breakdown": "项目支出"}
    head = [[H("科目编码", 3), H("科目名称", rows=2), H("项目名称", rows=2), H("项目支出合计", rows=2), H("工资福利支出", rows=2), H("商品和服务支出", rows=2),
             H("资本性支出", rows=2)], [H("类"), H("款"), H("项")]]  # fmt: skip
    parts: list[dict[str, object]] = [
        {},
        {"breakdown": "工资福利支出"},
        {"breakdown": "商品和服务支出"},
        {"breakdown": "资本性支出"},
    ]

    def project(name: str, texts: str) -> list[Entry]:
        return t.row(texts, [(name, {"fund": GENERAL, **part}) for part in parts])

    projects = Sheet(
        "一般公共预算项目支出情况表", head,
        [
            ["207", "03", "07", "体育场馆", "全民健身中心维护", *project("全民健身中心维护", "150.00 _ 50.00 100.00")],
            ["207", "03", "07", "体育场馆", "场馆免费开放补助", *project("场馆免费开放补助", "80.00 30.00 50.00 _")],
            ["207", "03", "08", "群众体育", "社会体育指导员培训", *project("社会体育指导员培训", "20.00 _ 20.00 _")],
            ["", "", "", "合计", "", *t.row("250.00 30.00 120.00 100.00", [
                ("项目支出", {"fund": GENERAL}), ("工资福利支出", {**part, "code": "301"}),
                ("商品和服务支出", {**part, "code": "302"}), ("资本性支出", {**part, "code": "310"})])],
        ],
        (1, 1, 1, 4, 5, 3, 3, 3, 3), above=("表七：",), left=f"编制部门：{body_name}", right="单位：万元",
    )  # fmt: skip
    travel = Sheet(
        "一般公共预算“三公”经费支出情况表",
        [[H("合计", rows=2), H("因公出国（境）费", rows=2), H("公务用车购置及运行费", 3), H("公务接待费", rows=2)],
         [H("小计"), H("公务用车购置费"), H("公务用车运行费")]],
        [t.row("26.00 0.00 24.00 _ 24.00 2.00", [(n, {"fund": GENERAL}) for n in (
            "“三公”经费", "因公出国（境）费", "公务用车购置及运行维护费", "公务用车购置费", "公务用车运行维护费", "公务接待费")])],
        (2, 2, 2, 2, 2, 2), above=("表八：",), left=f"编制部门：{body_name}", right="单位：万元",
    )  # fmt: skip
    incomes = Sheet(
        "部门收入总体情况表",
        [[H("功能分类科目编码", 3), H("功能分类科目名称", rows=2), H("总计", rows=2), H("财政拨款（补助）", rows=2), H("政府性基金预算拨款", rows=2),
          H("财政专户管理资金", rows=2), H("单位资金", 4)],
         [H("类"), H("款"), H("项"), H("事业收入"), H("经营收入"), H("上级补助收入"), H("其他收入")]],
        [
            ["207", "03", "07", "体育场馆", *t.row("290.00 230.00 / / 55.00 / / 5.00", [
                ("体育场馆", {"code": "2070307", "fund": f, "breakdown": b}) for f, b in (
                    (ALL, "合计"), (GRANT, "财政拨款收入"), (GOV, "政府性基金预算财政拨款收入"), (ALL, "财政专户管理资金收入"), (ALL, "事业收入"), (ALL, "经营收入"),
                    (ALL, "上级补助收入"), (ALL, "其他收入"))])],
            ["207", "03", "08", "群众体育", *t.row("20.00 20.00 / / / / / /", [
                ("群众体育", {"code": "2070308", "fund": f, "breakdown": b}) for f, b in (
                    (ALL, "合计"), (GRANT, "财政拨款收入"), (GOV, ""), (ALL, ""), (ALL, ""), (ALL, ""), (ALL, ""), (ALL, ""))])],
            ["", "", "", "总计", *t.row("310.00 250.00 / / 55.00 / / 5.00", [
                (n, {"fund": f}) for f, n in (
                    (ALL, "本年收入合计"), (GRANT, "财政拨款收入"), (GOV, ""), (ALL, ""), (ALL, "事业收入"), (ALL, ""), (ALL, ""), (ALL, "其他收入"))])],
        ],
        (1, 1, 1, 4, 3, 3, 3, 3, 3, 3, 3, 3), above=("表二：",), left=f"编制部门：{body_name}", right="单位：万元",
    )  # fmt: skip
    return Print(body_name, 2025, "预算", (incomes, projects, travel))


def basics() -> Print:
    """基本支出 by economic class: three columns of amounts beside names of 类 and 款 in their own columns, negative ones in brackets."""
    t = Typist(year=2024, stage=Stage.BUDGET, fund=GENERAL, statement="一般公共预算基本支出表")
    parts = ("合计", "人员经费", "公用经费")
    rows = (("301", "工资福利支出", "600.00 600.00 -"), ("30101", "基本工资", "350.00 350.00 -"), ("30102", "津贴补贴", "250.00 250.00 -"),
            ("302", "商品和服务支出", "80.00 - 80.00"), ("30201", "办公费", "85.00 - 85.00"), ("30205", "水费", "(5.00) - (5.00)"),
            ("303", "对个人和家庭的补助", "20.00 20.00 -"), ("30305", "生活补助", "20.00 20.00 -"))  # fmt: skip
    sheet = Sheet(
        "2024年一般公共预算基本支出预算表",
        [[H("经济分类科目", 2), H("基本支出", 3)], [H("编码"), H("名称"), H("合计"), H("人员经费"), H("公用经费")]],
        [["合计", "", *t.row("700.00 620.00 80.00", [("基本支出", {}), ("人员经费", {}), ("公用经费", {})])],
         *([code, name, *t.of(code, name, texts, parts)] for code, name, texts in rows)],
        (2, 5, 3, 3, 3), above=("预算公开06表",), left="部门名称：绿江市档案馆", right="单位：万元",
    )  # fmt: skip
    return Print("绿江市档案馆", 2024, "预算", (sheet,))


def shanghai_like() -> Print:
    """Two blocks of 收入 and 支出 without 行次, 支出 by function with its funds, 总计 in one word for both sides."""
    t = Typist(year=2025, stage=Stage.BUDGET, unit="元")
    funds: list[dict[str, object]] = [{"fund": GRANT}, {"fund": GENERAL}, {"fund": GOV}, {"fund": CAP}]

    def spread(name: str, texts: str, **want: object) -> list[Entry]:
        return t.row(texts, [(name, f | want) for f in funds])

    sheet = Sheet(
        "2025年单位财政拨款收支预算总表",
        [[H("财政拨款收入", 2), H("财政拨款支出", 5)],
         [H("项目"), H("预算数"), H("项目"), H("合计"), H("一般公共预算"), H("政府性基金预算"), H("国有资本经营预算")]],
        [
            ["一、一般公共预算资金", t("9,800,000", "一般公共预算财政拨款收入", fund=GENERAL), "一、社会保障和就业支出", *spread("社会保障和就业支出", "1,200,000 1,200,000 0 0", code="208")],
            ["二、政府性基金", t("200,000", "政府性基金预算财政拨款收入", fund=GOV), "二、卫生健康支出", *spread("卫生健康支出", "600,000 600,000 0 0", code="210")],
            ["三、国有资本经营预算", t("0", "国有资本经营预算财政拨款收入", fund=CAP), "三、城乡社区支出", *spread("城乡社区支出", "8,200,000 8,000,000 200,000 0", code="212")],
            ["收入总计", t("10,000,000", "收入总计", fund=GRANT), "支出总计", *spread("支出总计", "10,000,000 9,800,000 200,000 0")],
        ],
        (4, 3, 4, 3, 3, 3, 3), left="编制单位：海州市玉兰区环境卫生管理所", right="单位：元",
    )  # fmt: skip
    return Print("海州市玉兰区环境卫生管理所", 2025, "预算", (sheet,))


def performance() -> Print:
    """部门整体支出绩效目标表: money of tasks, then indicators in three levels; the same indicator under two names."""
    t = Typist(year=2024, stage=Stage.BUDGET, fund=ALL)
    counted: dict[str, object] = {"measure": Measure.COUNT, "breakdown": "指标值"}
    rate: dict[str, object] = {"measure": Measure.RATE, "breakdown": "指标值", "unit": "%"}
    sheet = Sheet(
        "部门整体支出绩效目标表",
        [],
        [
            ["部门名称", "绿江市档案馆", "", "", ""],
            ["年度主要任务", "任务名称", "主要内容", "预算金额（万元）", ""],
            ["", "档案抢救修复", "修复破损档案", t("120.50", "档案抢救修复"), ""],
            ["", "数字档案馆建设", "存量档案数字化", t("300.00", "数字档案馆建设"), ""],
            ["年度绩效指标", "一级指标", "二级指标", "三级指标", "指标值"],
            ["", "产出指标", "数量指标", "修复档案页数", t("≥50000页", "修复档案页数", value="50000", unit="页", **counted)],
            ["", "产出指标", "质量指标", "验收合格率", t("100%", "验收合格率", value="100", **rate)],
            ["", "效益指标", "社会效益指标", "年接待查档人次", t("≥3000人次", "年接待查档人次", value="3000", unit="人次", **counted)],
            ["", "满意度指标", "服务对象满意度指标", "查档群众满意度", t("≥95%", "查档群众满意度", value="95", **rate)],
        ],
        (3, 3, 4, 4, 4), left="", right="单位：万元", spans={(0, 1): (1, 4), (1, 0): (3, 1), (4, 0): (5, 1)},
    )  # fmt: skip
    return Print("绿江市档案馆", 2024, "预算", (sheet,))


BUDGETS: tuple[Callable[[], Print], ...] = (
    guangdong,
    guangdong_general,
    sichuan,
    autonomous_region,
    basics,
    shanghai_like,
    performance,
)
