"""Statements that only some provinces print, or print in their own way: by unit, by project, by economic column."""

# ruff: noqa: E501 - rows of a table are read whole
from __future__ import annotations

from collections.abc import Sequence

from ingest.model import Fund, Measure
from tests.ingest.accounts_book import ECONOMICS, FUNCTIONS, Book, Spending, tree
from tests.ingest.budget_layouts import spent, split
from tests.ingest.final_layouts import Layout, Manner
from tests.ingest.press import Entry, Figure, Heading, Sheet

H = Heading
UNITS = ("云川省商务厅（本级）", "云川省商务综合行政执法总队", "云川省外贸服务中心")


def shared(book: Book) -> list[dict[str, Spending]]:
    """The items of each unit; every unit spends on some of the same 项."""
    codes = ("2011301", "2080505", "2210201")
    return [
        {c: Spending(book.draw.randint(100, 90_000), book.draw.randint(100, 9_000)) for c in codes}
        for _ in UNITS
    ]


def together(parts: Sequence[Spending]) -> Spending:
    """Several spendings as one."""
    return Spending(sum(p.basic for p in parts), sum(p.project for p in parts))


def by_unit_above(book: Book, m: Manner) -> Sheet:
    """Units as rows above their accounts, in the column 单位名称（科目）; the same code under each unit."""
    body: list[list[Entry]] = []
    everything = shared(book)
    whole = together([s for unit in everything for s in unit.values()])
    body.append(["", "", "", "", "合计", *spent(m, "支出表", "", whole, Fund.ALL, entity=m.body)])
    for index, (unit, items) in enumerate(zip(UNITS, everything, strict=True), start=1):
        total = together(list(items.values()))
        body.append(
            ["", "", "", f"30100{index}", unit, *spent(m, "支出表", "", total, Fund.ALL, entity=unit)]
        )
        for code, s in items.items():
            body.append(
                [
                    *split(code),
                    f"30100{index}",
                    FUNCTIONS[code],
                    *spent(m, "支出表", code, s, Fund.ALL, entity=unit),
                ]
            )
    head = [[H("科目编码", 3), H("单位代码", rows=2), H("单位名称（科目）", rows=2), *(H(c, rows=2) for c in ("合计", "基本支出", "项目支出"))],
            [H("类"), H("款"), H("项")]]  # fmt: skip
    return m.sheet(3, "部门支出总表", head, body, (1, 1, 1, 2, 5, 3, 3, 3))


def by_unit_beside(book: Book, m: Manner) -> Sheet:
    """Units in a merged column to the left of their accounts."""
    body: list[list[Entry]] = []
    everything = shared(book)
    whole = together([s for unit in everything for s in unit.values()])
    body.append(["合计", "", "", *spent(m, "支出表", "", whole, Fund.ALL, entity=m.body)])
    spans = {}
    for unit, items in zip(UNITS, everything, strict=True):
        spans[len(body), 0] = (len(items), 1)
        for code, s in items.items():
            body.append([unit, code, FUNCTIONS[code], *spent(m, "支出表", code, s, Fund.ALL, entity=unit)])
    head = [[H("单位名称"), H("科目编码"), H("科目名称"), H("合计"), H("基本支出"), H("项目支出")]]
    return m.sheet(3, "部门支出预算表", head, body, (4, 2, 5, 3, 3, 3), spans=spans, rows_on_page=0)


def travel_by_unit(book: Book, m: Manner) -> Sheet:
    """“三公”经费 with code and name of the unit in front; one unit, which is the department itself."""
    abroad, buy, run, guests = (book.draw.randint(100, 9_000) for _ in range(4))
    amounts = (("“三公”经费", abroad + buy + run + guests), ("因公出国（境）费", abroad),
               ("公务用车购置及运行维护费", buy + run), ("公务用车购置费", buy), ("公务用车运行维护费", run),
               ("公务接待费", guests))  # fmt: skip
    row = [
        m.figure(a, statement="三公经费表", name=n, fund=Fund.APPROPRIATION, entity=m.body)
        for n, a in amounts
    ]
    total = [
        m.figure(a, statement="三公经费表", name=n, fund=Fund.APPROPRIATION, entity=m.body)
        for n, a in amounts
    ]
    head = [[H("单位编码", rows=3), H("单位名称", rows=3), H("当年财政拨款预算安排", 6)],
            [H("合计", rows=2), H("因公出国（境）费用", rows=2), H("公务用车购置及运行费", 3), H("公务接待费", rows=2)],
            [H("小计"), H("公务用车购置费"), H("公务用车运行费")]]  # fmt: skip
    return m.sheet(
        7,
        "财政拨款“三公”经费支出预算表",
        head,
        [["", "合计", *total], ["301001", m.body, *row]],
        (2, 5, 2, 2, 2, 2, 2, 2),
    )


def travel_by_year(book: Book, m: Manner) -> Sheet:
    """“三公”经费 with a row for each year, and how far they differ in the last."""
    names = ("“三公”经费", "因公出国（境）费", "公务用车购置及运行维护费", "公务接待费")
    head = [[H("项目"), H("合计"), H("因公出国（境）费"), H("公务用车购置及运行费"), H("公务接待费")]]
    about: dict[str, object] = {"statement": "三公经费表", "fund": Fund.APPROPRIATION}
    years = [[book.draw.randint(100, 9_000) for _ in range(3)] for _ in range(2)]
    rows = [[sum(r), *r] for r in years]
    body: list[list[Entry]] = []
    for year, row in zip((m.year - 1, m.year), rows, strict=True):
        figures = [m.figure(a, **about, name=n, year=year) for n, a in zip(names, row, strict=True)]
        body.append([f"{year}年预算数", *figures])
    change = [b - a for a, b in zip(*rows, strict=True)]
    body.append(
        [
            "增减额",
            *(
                m.figure(a, **about, name=n, measure=Measure.CHANGE)
                for n, a in zip(names, change, strict=True)
            ),
        ]
    )
    return m.sheet(7, "财政拨款“三公”经费支出预算表", head, body, (4, 3, 3, 4, 3))


PROJECTS = ("商贸流通发展项目", "外贸公共服务平台建设", "市场监测与信息发布", "机关信息系统运行维护")


def projects(book: Book, m: Manner) -> Sheet:
    """项目支出表 as the ministry has it since 2022: this year's money and what is left over, each by fund."""
    head = [[H("类型", rows=2), H("项目名称", rows=2), H("项目单位", rows=2), H("合计", rows=2), H("本年拨款", 3),
             H("财政拨款结转结余", 2), H("财政专户管理资金", rows=2), H("单位资金", rows=2)],
            [H("一般公共预算"), H("政府性基金预算"), H("国有资本经营预算"), H("一般公共预算"), H("政府性基金预算")]]  # fmt: skip
    columns = (("本年拨款", Fund.GENERAL), ("本年拨款", Fund.GOVERNMENT_FUND), ("本年拨款", Fund.STATE_CAPITAL),
               ("财政拨款结转结余", Fund.GENERAL), ("财政拨款结转结余", Fund.GOVERNMENT_FUND),
               ("财政专户管理资金收入", Fund.ALL), ("单位资金", Fund.ALL))  # fmt: skip
    body: list[list[Entry]] = []
    for index, project in enumerate(PROJECTS):
        amounts = [book.draw.randint(100, 90_000) if book.draw.random() < 0.5 else 0 for _ in columns]
        amounts[0] = book.draw.randint(100, 90_000)
        about: dict[str, object] = {"statement": "项目支出表", "name": project, "entity": m.body}
        row = [m.figure(sum(amounts), **about, fund=Fund.ALL)]
        row += [m.figure(a, **about, breakdown=b, fund=f) for a, (b, f) in zip(amounts, columns, strict=True)]
        kind = "特定目标类" if index < 3 else "其他运转类"
        body.append([kind, project, UNITS[index % 3], *row])
    return m.sheet(10, "项目支出表", head, body, (3, 5, 5, 3, 3, 3, 3, 3, 3, 3, 3))


GOODS = (("办公家具", "货物", "套", 12), ("台式计算机", "货物", "台", 30), ("物业管理服务", "服务", "项", 1))


def purchases(book: Book, m: Manner) -> Sheet:
    """政府采购预算表 with how many of what, at what price, bought in which way."""
    body: list[list[Entry]] = []
    for goods, _, counted, number in GOODS:
        price = book.draw.randint(100, 9_000)
        about: dict[str, object] = {"statement": "政府采购表", "name": goods, "fund": Fund.ALL}
        count = Figure(str(number), {**about, "measure": Measure.COUNT, "unit": counted, "breakdown": "数量"})
        body.append(["机关运转项目", goods, "公开招标", counted, count, m.figure(price, **about, breakdown="单价"),
                     m.figure(price * number, **about)])  # fmt: skip
    head = [[H("项目名称"), H("采购品目"), H("采购方式"), H("计量单位"), H("数量"), H("单价"), H("金额")]]
    return m.sheet(11, "政府采购预算表", head, body, (5, 5, 3, 2, 2, 3, 3))


def by_economy(book: Book, m: Manner) -> Sheet:
    """支出总表 with the economic classes as columns under 基本支出, 项目支出 beside them."""
    classes = ("工资福利支出", "商品和服务支出", "对个人和家庭的补助")
    codes = ("301", "302", "")
    head = [[H("科目编码", rows=2), H("科目名称", rows=2), H("合计", rows=2), H("基本支出", 4), H("项目支出", rows=2)],
            [H("小计"), *(H(c) for c in classes)]]  # fmt: skip
    parts = {item: [book.draw.randint(100, 9_000) for _ in classes] for item in book.items}
    body: list[list[Entry]] = []
    for code in ("", *tree(book.items)):
        sums = [sum(p[i] for item, p in parts.items() if item.startswith(code)) for i in range(3)]
        project = book.of(code).project
        about: dict[str, object] = {"statement": "支出表", "fund": Fund.ALL}
        want = {"code": code, "name": FUNCTIONS.get(code, "")}
        row = [m.figure(sum(sums) + project, **about, **(want if code else {"name": "本年支出合计"})),
               m.figure(sum(sums), **about, **({**want, "breakdown": "基本支出"} if code else {"name": "基本支出"}))]  # fmt: skip
        for name, number, amount in zip(classes, codes, sums, strict=True):
            part = (
                {**want, "breakdown": name}
                if code
                else {"name": name, "code": number, "breakdown": "基本支出"}
            )
            row.append(m.figure(amount, **about, **part))
        row.append(
            m.figure(
                project, **about, **({**want, "breakdown": "项目支出"} if code else {"name": "项目支出"})
            )
        )
        body.append([code, FUNCTIONS.get(code, "合计"), *row])
    return m.sheet(3, "部门支出总表", head, body, (2, 5, 3, 3, 3, 3, 3, 3))


def two_economies(book: Book, m: Manner) -> Sheet:
    """基本支出表 with the departments' economic account and the governments' beside it: one amount, two codes."""
    governments = {
        "301": ("501", "机关工资福利支出"),
        "302": ("502", "机关商品和服务支出"),
        "303": ("509", "对个人和家庭的补助"),
        "310": ("503", "机关资本性支出（一）"),
    }
    head = [[H("部门预算支出经济分类科目", 2), H("政府预算支出经济分类科目", 2), H("一般公共预算基本支出", 3)],
            [H("科目编码"), H("科目名称"), H("科目编码"), H("科目名称"), H("合计"), H("人员经费"), H("公用经费")]]  # fmt: skip
    body: list[list[Entry]] = []
    for code, name in ECONOMICS.items():
        amount = book.economy(code)
        want: dict[str, object] = {
            "statement": "一般公共预算基本支出表",
            "fund": Fund.GENERAL,
            "code": code,
            "name": name,
        }
        person = code[:3] in ("301", "303")
        part = m.figure(amount, **want, breakdown="人员经费" if person else "公用经费")
        body.append(
            [
                code,
                name,
                *governments[code[:3]],
                m.figure(amount, **want),
                *((part, "") if person else ("", part)),
            ]
        )
    return m.sheet(6, "一般公共预算基本支出表", head, body, (2, 4, 2, 4, 3, 3, 3))


def running_costs(book: Book, m: Manner) -> Sheet:
    """机关运行经费 by economic account under its total."""
    codes = [c for c in ECONOMICS if c.startswith("302") and len(c) == 5]
    amounts = {c: book.draw.randint(100, 9_000) for c in codes}
    about: dict[str, object] = {"statement": "机关运行经费表", "fund": Fund.GENERAL}
    body: list[list[Entry]] = [["", "合计", m.figure(sum(amounts.values()), **about, name="机关运行经费")]]
    body += [[c, ECONOMICS[c], m.figure(a, **about, code=c, name=ECONOMICS[c])] for c, a in amounts.items()]
    head = [[H("科目编码"), H("科目名称"), H("机关运行经费支出")]]
    return m.sheet(12, "一般公共预算机关运行经费支出预算表", head, body, (2, 5, 4))


def old_general(book: Book, m: Manner) -> Sheet:
    """一般公共预算财政拨款收入支出决算表 of the years to 2018: balances, income and expenditure side by side."""
    groups = ("年初结转和结余", "本年收入", "本年支出", "年末结转和结余")
    head = [[H("科目编码", rows=2), H("科目名称", rows=2), *(H(g, 3) for g in groups)],
            [H(c) for _ in groups for c in ("合计", "基本支出", "项目支出")]]  # fmt: skip
    body: list[list[Entry]] = []
    for code in tree(book.items):
        about: dict[str, object] = {
            "statement": "一般公共预算收支表",
            "fund": Fund.GENERAL,
            "code": code,
            "name": FUNCTIONS[code],
        }
        row: list[Entry] = [code, FUNCTIONS[code]]
        for group in groups:
            basic, project = book.draw.randint(100, 9_000), book.draw.randint(100, 9_000)
            for part, amount in (("合计", basic + project), ("基本支出", basic), ("项目支出", project)):
                name = part if group == "本年支出" else group if part == "合计" else f"{group}（{part}）"
                row.append(m.figure(amount, **about, breakdown=name))
        body.append(row)
    return m.sheet(5, "一般公共预算财政拨款收入支出决算表", head, body, (2, 4, *(2,) * 12))


OLD_STATEMENTS: tuple[Layout, ...] = (old_general,)


def units(book: Book, m: Manner) -> Sheet:
    """部门预算单位构成: a list without money, beside one figure so that the test has something to find."""
    head = [[H("序号"), H("单位名称"), H("单位性质")]]
    body: list[list[Entry]] = [[str(i), unit, "行政单位"] for i, unit in enumerate(UNITS, start=1)]
    return m.sheet(13, "部门预算单位构成表", head, body, (1, 6, 3))


REGIONAL_STATEMENTS: tuple[Layout, ...] = (
    by_unit_above, by_unit_beside, travel_by_unit, travel_by_year, projects, purchases, by_economy, two_economies, running_costs, units,
)  # fmt: skip
