"""The budget's statements as different provinces lay them out, each figure with what it must be read as."""

# ruff: noqa: E501 - rows of a table are read whole
from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ingest.model import Fund, Measure, Stage
from tests.ingest.accounts_book import (
    CAPITAL_ITEM,
    ECONOMICS,
    FUNCTIONS,
    FUND_ITEM,
    Book,
    Spending,
    classes,
    tree,
)
from tests.ingest.final_layouts import NUMERALS, Layout, Manner
from tests.ingest.press import Entry, Figure, Heading, Sheet

H = Heading
UNITS = ("云川省商务厅（本级）", "云川省商务综合行政执法总队", "云川省外贸服务中心")


def split(code: str) -> list[Entry]:
    """A code in the three columns 类, 款, 项."""
    return [code[:3], code[3:5], code[5:7]]


def overall(book: Book, m: Manner) -> Sheet:
    """部门收支总表 without 行次: income by source, expenditure by function, 上年结转 below."""
    statement = "收支总表"
    sources = (("一般公共预算拨款收入", book.total.total, "一般公共预算财政拨款收入", Fund.GENERAL),
               ("政府性基金预算拨款收入", book.fund.total, "政府性基金预算财政拨款收入", Fund.GOVERNMENT_FUND),
               ("国有资本经营预算拨款收入", book.capital.total, "国有资本经营预算财政拨款收入", Fund.STATE_CAPITAL),
               ("财政专户管理资金收入", 0, "财政专户管理资金收入", Fund.ALL),
               ("事业收入", book.other, "事业收入", Fund.ALL))  # fmt: skip
    total = sum(s[1] for s in sources)
    left: list[list[Entry]] = [
        [f"{NUMERALS[i]}、{label}", m.figure(a, statement=statement, name=name, fund=fund, flow="收入")]
        for i, (label, a, name, fund) in enumerate(sources)
    ]
    spent = sum(s.total for s in book.everything.values())
    right: list[list[Entry]] = [
        [f"（{NUMERALS[i]}）{FUNCTIONS[c]}", m.figure(book.of(c, book.everything).total, statement=statement, code=c,
                                                     name=FUNCTIONS[c], fund=Fund.ALL, flow="支出")]
        for i, c in enumerate(classes(list(book.everything)))
    ]  # fmt: skip
    depth = max(len(left), len(right)) + 1
    left += [["", ""]] * (depth - len(left))
    right += [["", ""]] * (depth - len(right))
    about: dict[str, object] = {"statement": statement, "fund": Fund.ALL}
    left.append(["本年收入合计", m.figure(total, **about, name="本年收入合计")])
    right.append(["本年支出合计", m.figure(spent, **about, name="本年支出合计")])
    left.append(["上年结转结余", m.figure(book.opening, **about, name="年初结转和结余")])
    right.append(["年终结转结余", m.figure(total + book.opening - spent, **about, name="年末结转和结余")])
    left.append(["收入总计", m.figure(total + book.opening, **about, name="收入总计")])
    right.append(["支出总计", m.figure(total + book.opening, **about, name="支出总计")])
    body = [[*a, *b] for a, b in zip(left, right, strict=True)]
    head = [[H("收入", 2), H("支出", 2)], [H("项目"), H("预算数"), H("项目（按功能分类）"), H("预算数")]]
    return m.sheet(1, "部门收支总表", head, body, (5, 3, 5, 3))


def incomes_by_unit(book: Book, m: Manner) -> Sheet:
    """部门收入总表 with one row a unit: the unit is whose figure it is, the column what it is."""
    columns = (
        "合计",
        "上年结转",
        "一般公共预算拨款收入",
        "政府性基金预算拨款收入",
        "国有资本经营预算拨款收入",
        "事业收入",
        "其他收入",
    )
    accounts = ("收入总计", "年初结转和结余", "一般公共预算财政拨款收入", "政府性基金预算财政拨款收入",
                "国有资本经营预算财政拨款收入", "事业收入", "其他收入")  # fmt: skip
    funds = (Fund.ALL, Fund.ALL, Fund.GENERAL, Fund.GOVERNMENT_FUND, Fund.STATE_CAPITAL, Fund.ALL, Fund.ALL)
    amounts = [[book.draw.randint(100, 90_000) for _ in range(6)] for _ in UNITS]
    rows = [[sum(c) for c in zip(*amounts, strict=True)], *amounts]
    body: list[list[Entry]] = []
    for index, row in enumerate(rows):
        unit = UNITS[index - 1] if index else ""
        entity = unit or m.body
        label: list[Entry] = [f"30100{index}", unit] if index else ["", "合计"]
        body.append(label + [
            m.figure(a, statement="收入表", name=n, fund=f, entity=entity)
            for a, n, f in zip((sum(row), *row), accounts, funds, strict=True)
        ])  # fmt: skip
    head = [[H("单位代码"), H("单位名称"), *(H(c) for c in columns)]]
    return m.sheet(2, "部门收入总表", head, body, (2, 5, *(2,) * 7))


def expenditures(book: Book, m: Manner) -> Sheet:
    """部门支出总表 with the code in three columns 类, 款, 项."""
    columns = ("合计", "基本支出", "项目支出", "上缴上级支出", "对附属单位补助支出")
    head = [
        [H("科目编码", 3), H("科目名称", rows=2), *(H(c, rows=2) for c in columns)],
        [H("类"), H("款"), H("项")],
    ]
    body: list[list[Entry]] = [
        ["", "", "", "合计", *spent(m, "支出表", "", book.of("", book.everything), Fund.ALL), "", ""]
    ]
    for code in tree(book.everything):
        row = spent(m, "支出表", code, book.of(code, book.everything), Fund.ALL)
        body.append([*split(code), FUNCTIONS[code], *row, "", ""])
    return m.sheet(3, "部门支出总表", head, body, (1, 1, 1, 6, 2, 2, 2, 2, 2))


def spent(m: Manner, statement: str, code: str, s: Spending, fund: Fund, **more: object) -> list[Entry]:
    """The cells 合计, 基本支出, 项目支出 of one code, or of all where the code is empty."""
    found: list[Entry] = []
    for column, amount in (("合计", s.total), ("基本支出", s.basic), ("项目支出", s.project)):
        want: dict[str, object] = {"name": "本年支出合计" if column == "合计" else column}
        if code:
            want = {"code": code, "name": FUNCTIONS[code], "breakdown": column}
        found.append(m.figure(amount, statement=statement, fund=fund, **want, **more))
    return found


def granted(book: Book, m: Manner) -> Sheet:
    """财政拨款收支总表: 本年收入 and 上年结转, each with its funds below, against functions by fund."""
    statement = "财政拨款收支总表"
    funds = (Fund.GENERAL, Fund.GOVERNMENT_FUND, Fund.STATE_CAPITAL)
    labels = ("一般公共预算拨款", "政府性基金预算拨款", "国有资本经营预算拨款")
    accounts = ("一般公共预算财政拨款收入", "政府性基金预算财政拨款收入", "国有资本经营预算财政拨款收入")
    amounts = (book.total.total, book.fund.total, book.capital.total)
    about: dict[str, object] = {"statement": statement, "fund": Fund.APPROPRIATION}
    left: list[list[Entry]] = [["一、本年收入", m.figure(sum(amounts), **about, name="本年收入合计")]]
    for i, (label, a, f, n) in enumerate(zip(labels, amounts, funds, accounts, strict=True)):
        left.append([f"（{NUMERALS[i]}）{label}", m.figure(a, statement=statement, fund=f, name=n)])
    left.append(["二、上年结转", m.figure(book.opening, **about, name="年初结转和结余")])
    left.append([f"（一）{labels[0]}", m.figure(book.opening, statement=statement, fund=Fund.GENERAL,
                                             name=f"年初结转和结余（{labels[0]}）")])  # fmt: skip
    right: list[list[Entry]] = [["一、本年支出", *spread(m, statement, amounts, funds, name="本年支出合计")]]
    for i, code in enumerate(classes(list(book.everything))):
        each = (book.of(code).total, amounts[1] if code == "212" else 0, amounts[2] if code == "223" else 0)
        right.append([f"（{NUMERALS[i]}）{FUNCTIONS[code]}",
                      *spread(m, statement, each, funds, name=FUNCTIONS[code], code=code)])  # fmt: skip
    right.append(["二、结转下年", *spread(m, statement, (book.opening, 0, 0), funds, name="年末结转和结余")])
    depth = max(len(left), len(right))
    left += [["", ""]] * (depth - len(left))
    right += [[""] * 5] * (depth - len(right))
    total = sum(amounts) + book.opening
    left.append(["收入总计", m.figure(total, **about, name="收入总计")])
    right.append(
        ["支出总计", *spread(m, statement, (amounts[0] + book.opening, *amounts[1:]), funds, name="支出总计")]
    )
    head = [[H("收入", 2), H("支出", 5)],
            [H("项目"), H("预算数"), H("项目"), H("合计"), *(H(x) for x in ("一般公共预算", "政府性基金预算", "国有资本经营预算"))]]  # fmt: skip
    return m.sheet(
        4,
        "财政拨款收支总表",
        head,
        [[*a, *b] for a, b in zip(left, right, strict=True)],
        (5, 3, 5, 3, 3, 3, 3),
    )


def spread(
    m: Manner, statement: str, amounts: Sequence[int], funds: Sequence[Fund], **want: object
) -> list[Entry]:
    """合计 and one cell a fund."""
    cells = [m.figure(sum(amounts), statement=statement, fund=Fund.APPROPRIATION, **want)]
    return cells + [
        m.figure(a, statement=statement, fund=f, **want) for a, f in zip(amounts, funds, strict=True)
    ]


def general(book: Book, m: Manner) -> Sheet:
    """一般公共预算支出表: last year's execution, this year's budget in three, and how far they differ."""
    statement, last, year = "一般公共预算支出表", m.year - 1, m.year
    head = [
        [
            H("功能分类科目", 2),
            H(f"{last}年执行数", rows=2),
            H(f"{year}年预算数", 3),
            H(f"{year}年预算数比{last}年执行数", 2),
        ],
        [H("科目编码"), H("科目名称"), H("小计"), H("基本支出"), H("项目支出"), H("增减额"), H("增减%")],
    ]
    body: list[list[Entry]] = []
    before = {item: book.draw.randint(10_000, 900_000) for item in book.items}
    for code in ("", *tree(book.items)):
        old = sum(a for item, a in before.items() if item.startswith(code))
        s = book.of(code)
        about: dict[str, object] = {"statement": statement, "fund": Fund.GENERAL, "code": code}
        name = FUNCTIONS[code] if code else "本年支出合计"
        rate = (Decimal(s.total - old) * 100 / old).quantize(Decimal("0.01"))
        row = [
            m.figure(old, **about, name=name, year=last, stage=Stage.EXECUTION),
            *spent(m, statement, code, s, Fund.GENERAL),
        ]
        row.append(m.figure(s.total - old, **about, name=name, measure=Measure.CHANGE))
        row.append(
            Figure(
                f"{rate}%", {**about, "name": name, "measure": Measure.CHANGE_RATE, "unit": "%", "year": year}
            )
        )
        body.append([code or "", FUNCTIONS.get(code, "合计"), *row])
    return m.sheet(5, "一般公共预算支出表", head, body, (2, 5, 2, 2, 2, 2, 2, 2))


def basic(book: Book, m: Manner) -> Sheet:
    """一般公共预算基本支出表: economic codes, 合计 = 人员经费 + 公用经费."""
    statement = "一般公共预算基本支出表"
    head = [[H("部门预算支出经济分类科目", 2), H(f"{m.year}年一般公共预算基本支出", 3)],
            [H("科目编码"), H("科目名称"), H("合计"), H("人员经费"), H("公用经费")]]  # fmt: skip
    about: dict[str, object] = {"statement": statement, "fund": Fund.GENERAL}
    staff = book.economy("301") + book.economy("303")
    total = sum(book.economic.values())
    body: list[list[Entry]] = [["", "合计", m.figure(total, **about, name="基本支出"), m.figure(staff, **about, name="人员经费"),
                                m.figure(total - staff, **about, name="公用经费")]]  # fmt: skip
    for code, name in ECONOMICS.items():
        amount = book.economy(code)
        person = code[:3] in ("301", "303")
        want: dict[str, object] = {**about, "code": code, "name": name}
        part = m.figure(amount, **want, breakdown="人员经费" if person else "公用经费")
        body.append([code, name, m.figure(amount, **want), *((part, "") if person else ("", part))])
    return m.sheet(6, "一般公共预算基本支出表", head, body, (2, 5, 3, 3, 3))


def basic_split(book: Book, m: Manner) -> Sheet:
    """The same statement with the economic code in two columns 类 and 款."""
    sheet = basic(book, m)
    body = [[str(row[0])[:3], str(row[0])[3:], *row[1:]] for row in sheet.body]
    head = [[H("经济分类科目", 3), *sheet.head[0][1:]], [H("类"), H("款"), *sheet.head[1][1:]]]
    return m.sheet(6, "一般公共预算基本支出表", head, body, (1, 1, 5, 3, 3, 3))


TRAVEL = (
    ("因公出国（境）费", 0),
    ("公务接待费", 1),
    ("公务用车购置及运行维护费", 2),
    ("公务用车运行维护费", 3),
    ("公务用车购置费", 4),
)


def travel_rows(book: Book, m: Manner) -> Sheet:
    """“三公”经费 as a list of rows, last year's budget beside this year's."""
    statement = "三公经费表"
    labels = (
        "合计",
        "1.因公出国（境）费用",
        "2.公务接待费",
        "3.公务用车费",
        "其中：（1）公务用车运行维护费",
        "（2）公务用车购置",
    )
    accounts = ("“三公”经费", *(n for n, _ in TRAVEL))
    years = []
    for _ in range(2):
        abroad, guests, run, buy = (book.draw.randint(100, 9_000) for _ in range(4))
        years.append((abroad + guests + run + buy, abroad, guests, run + buy, run, buy))
    body: list[list[Entry]] = [
        [label, *(m.figure(amounts[i], statement=statement, name=account, fund=Fund.APPROPRIATION, year=year,
                           stage=Stage.BUDGET)
                  for amounts, year in zip(years, (m.year - 1, m.year), strict=True))]
        for i, (label, account) in enumerate(zip(labels, accounts, strict=True))
    ]  # fmt: skip
    head = [[H("项目"), H(f"{m.year - 1}年预算数"), H(f"{m.year}年预算数")]]
    return m.sheet(7, "财政拨款“三公”经费支出预算表", head, body, (5, 3, 3))


def travel_row(book: Book, m: Manner) -> Sheet:
    """“三公”经费 as two halves of columns, last year and this year, one row for the body."""
    statement = "三公经费表"
    car = "公务用车购置及运行费"
    half = [H("合计", rows=2), H("因公出国（境）费", rows=2), H(car, 3), H("公务接待费", rows=2)]
    short = [H("小计"), H("公务用车购置费"), H("公务用车运行费")]
    head = [[H(f"{m.year - 1}年预算数", 6), H(f"{m.year}年预算数", 6)], [*half, *half], [*short, *short]]
    row: list[Entry] = []
    for year in (m.year - 1, m.year):
        abroad, bought, run, guests = (book.draw.randint(100, 9_000) for _ in range(4))
        for name, amount in (
            ("“三公”经费", abroad + bought + run + guests), ("因公出国（境）费", abroad),
            ("公务用车购置及运行维护费", bought + run), ("公务用车购置费", bought), ("公务用车运行维护费", run),
            ("公务接待费", guests),
        ):  # fmt: skip
            row.append(m.figure(amount, statement=statement, name=name, fund=Fund.GENERAL, year=year))
    return m.sheet(7, "一般公共预算“三公”经费支出表", head, [row])


def fund_spending(book: Book, m: Manner) -> Sheet:
    """政府性基金预算支出表, 本年政府性基金预算支出 over 合计, 基本支出, 项目支出."""
    head = [[H("科目编码", rows=2), H("科目名称", rows=2), H("本年政府性基金预算支出", 3)],
            [H("合计"), H("基本支出"), H("项目支出")]]  # fmt: skip
    body: list[list[Entry]] = [["合计", "", *spent(m, "政府性基金表", "", book.fund, Fund.GOVERNMENT_FUND)]]
    for code in tree([FUND_ITEM]):
        body.append([code, FUNCTIONS[code], *spent(m, "政府性基金表", code, book.fund, Fund.GOVERNMENT_FUND)])
    return m.sheet(8, "政府性基金预算支出表", head, body, (2, 5, 3, 3, 3))


def capital_spending(book: Book, m: Manner) -> Sheet:
    """国有资本经营预算支出表."""
    head = [[H("科目编码"), H("科目名称"), H("合计"), H("基本支出"), H("项目支出")]]
    body: list[list[Entry]] = [
        ["合计", "", *spent(m, "国有资本经营表", "", book.capital, Fund.STATE_CAPITAL)]
    ]
    for code in tree([CAPITAL_ITEM]):
        body.append(
            [code, FUNCTIONS[code], *spent(m, "国有资本经营表", code, book.capital, Fund.STATE_CAPITAL)]
        )
    return m.sheet(9, "国有资本经营预算支出表", head, body, (2, 5, 3, 3, 3))


BUDGET_STATEMENTS: tuple[Layout, ...] = (
    overall, incomes_by_unit, expenditures, granted, general, basic, basic_split, travel_rows, travel_row,
    fund_spending, capital_spending,
)  # fmt: skip
