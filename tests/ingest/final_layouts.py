"""The final accounts' statements as different provinces lay them out, each figure with what it must be read as."""

# ruff: noqa: E501 - rows of a table are read whole
from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ingest.model import Fund, Stage
from tests.ingest.accounts_book import (
    CAPITAL_ITEM,
    ECONOMICS,
    FUNCTIONS,
    FUND_ITEM,
    Book,
    classes,
    printed,
    tree,
)
from tests.ingest.press import Entry, Figure, Heading, Sheet

H = Heading


@dataclass(frozen=True)
class Manner:
    """How one body prints: year, stage, unit, separators, zeros, numbering and codes."""

    year: int = 2023
    stage: Stage = Stage.FINAL_ACCOUNTS
    unit: str = "万元"
    separators: bool = True
    zeros: bool = False
    number: str = "公开{:02d}表"
    number_inside: bool = False
    glued: bool = False
    counter: bool = True
    body: str = "云川省商务厅"
    repeat: bool = True
    rows_on_page: int = 0
    titles: str = "{year}年度{name}"
    unit_form: str = "单位：{}"

    def figure(self, amount: int, **want: object) -> Entry:
        """An amount with what it means; a zero is blank unless zeros are printed."""
        if amount == 0 and not self.zeros:
            return ""
        fields: dict[str, object] = {
            "year": self.year, "stage": self.stage, "unit": self.unit, "breakdown": "合计", "code": "",
        } | want  # fmt: skip
        return Figure(printed(amount, self.unit, self.separators), fields)

    def sheet(
        self,
        number: int,
        name: str,
        head: Sequence[Sequence[Heading]],
        body: Sequence[Sequence[Entry]],
        widths: Sequence[float] = (),
        **more: object,
    ) -> Sheet:
        """A statement under its title, with number, body and unit above it."""
        title = self.titles.format(year=self.year, name=name)
        form = self.number.format(number)
        above = [] if self.number_inside or not form else [form]
        if self.number_inside:
            title = f"{form} {title}"
        fields: dict[str, object] = {
            "above": above, "left": f"部门：{self.body}", "right": self.unit_form.format(self.unit),
            "repeat": self.repeat, "rows_on_page": self.rows_on_page,
        } | more  # fmt: skip
        return Sheet(title, head, body, widths, **fields)  # type: ignore[arg-type]

    def counters(self, count: int, first: str = "栏次", columns: int = 2) -> list[list[Heading]]:
        """The row that numbers the columns, where this body prints one."""
        return [[H(first, columns), *(H(str(n)) for n in range(1, count + 1))]] if self.counter else []


Layout = Callable[[Book, Manner], Sheet]


def names(manner: Manner, codes: Sequence[str], known: dict[str, str]) -> list[list[Entry]]:
    """Code and name of each row, in one cell or in two."""
    return [[code + known[code]] if manner.glued else [code, known[code]] for code in codes]


INCOMES = ("一般公共预算财政拨款收入", "政府性基金预算财政拨款收入", "国有资本经营预算财政拨款收入", "上级补助收入",
           "事业收入", "经营收入", "附属单位上缴收入", "其他收入")  # fmt: skip
NUMERALS = "一二三四五六七八九十"


def overall(book: Book, m: Manner) -> Sheet:
    """收入支出决算总表, two sides with 行次, as the ministry's form of 2023 has it."""
    kind = "决算" if m.stage is Stage.FINAL_ACCOUNTS else "预算"
    statement = "收支总表"
    amounts = dict(zip(INCOMES, _incomes(book), strict=True))
    total = sum(amounts.values())
    spent = sum(s.total for s in book.everything.values())
    funds = dict(zip(INCOMES[:3], (Fund.GENERAL, Fund.GOVERNMENT_FUND, Fund.STATE_CAPITAL), strict=True))
    left: list[list[Entry]] = [
        [f"{NUMERALS[i]}、{n}", m.figure(a, statement=statement, name=n, fund=funds.get(n, Fund.ALL), flow="收入")]
        for i, (n, a) in enumerate(amounts.items())
    ]  # fmt: skip
    right: list[list[Entry]] = [
        [f"{NUMERALS[i]}、{FUNCTIONS[c]}", m.figure(book.of(c, book.everything).total, statement=statement,
                                                    name=FUNCTIONS[c], code=c, fund=Fund.ALL, flow="支出")]
        for i, c in enumerate(classes(list(book.everything)))
    ]  # fmt: skip
    depth = max(len(left), len(right))
    left += [["", ""]] * (depth - len(left))
    right += [["", ""]] * (depth - len(right))
    closing = total + book.opening - spent
    tail = [
        (("本年收入合计", total, "本年收入合计", "收入"), ("本年支出合计", spent, "本年支出合计", "支出")),
        (("使用非财政拨款结余（含专用结余）", 0, "", ""), ("结余分配", 0, "", "")),
        (("年初结转和结余", book.opening, "年初结转和结余", "结转结余"),
         ("年末结转和结余", closing, "年末结转和结余", "结转结余")),
        (("总计", total + book.opening, "收入总计", "收入"), ("总计", total + book.opening, "支出总计", "支出")),
    ]  # fmt: skip
    for pair in tail:
        for side, (label, amount, name, flow) in zip((left, right), pair, strict=True):
            side.append(
                [
                    label,
                    m.figure(amount, statement=statement, name=name, fund=Fund.ALL, flow=flow)
                    if name
                    else "",
                ]
            )
    count = len(left)
    body = [
        [a[0], str(i + 1), a[1], b[0], str(count + i + 1), b[1]]
        for i, (a, b) in enumerate(zip(left, right, strict=True))
    ]
    heading = "金额" if book.draw.random() < 0.5 else f"{kind}数"
    head = [
        [H("收入", 3), H("支出", 3)],
        [H("项目"), H("行次"), H(heading), H("项目"), H("行次"), H(heading)],
    ]
    if m.counter:
        head.append([H("栏次"), H(""), H("1"), H("栏次"), H(""), H("2")])
    return m.sheet(1, f"收入支出{kind}总表", head, body, (5, 1, 3, 5, 1, 3))


def _incomes(book: Book) -> list[int]:
    return [book.total.total, book.fund.total, book.capital.total, 0, 0, 0, 0, book.other]


def incomes(book: Book, m: Manner) -> Sheet:
    """收入决算表 by function, 事业收入 split in 小计 and 其中：教育收费."""
    columns = (
        "本年收入合计",
        "财政拨款收入",
        "上级补助收入",
        "事业收入",
        "经营收入",
        "附属单位上缴收入",
        "其他收入",
    )
    code_columns = 1 if m.glued else 2
    head = [[H("项目", code_columns), *(H(c, rows=2 if i != 3 else 1, columns=1 if i != 3 else 2)
                                       for i, c in enumerate(columns))],
            [*([H("科目名称")] if m.glued else [H("科目代码"), H("科目名称")]), H("小计"), H("其中：教育收费")],
            *m.counters(8, columns=code_columns)]  # fmt: skip
    codes = tree(book.items)
    # 其他收入 pays for a part of 行政运行.
    other = {code: book.other if code in ("201", "20113", "2011301") else 0 for code in codes}

    def row(code: str, name: str, granted: int, more: int) -> list[Entry]:
        about: dict[str, object] = {"statement": "收入表", "code": code}
        total = m.figure(granted + more, **about, name=name or "本年收入合计", fund=Fund.ALL)
        parts: list[Entry] = []
        for column, amount in zip(columns[1:], (granted, 0, 0, 0, 0, more), strict=True):
            want = {"name": name, "breakdown": column} if name else {"name": column}
            fund = Fund.APPROPRIATION if column == "财政拨款收入" else Fund.ALL
            parts.append(m.figure(amount, **about, **want, fund=fund))
            if column == "事业收入":
                parts.append(m.figure(0, **about, name=name or column, breakdown="教育收费", fund=Fund.ALL))
        return [total, *parts]

    body = [[*(["合计"] if m.glued else ["合计", ""]), *row("", "", book.total.total, book.other)]]
    for label, code in zip(names(m, codes, FUNCTIONS), codes, strict=True):
        body.append([*label, *row(code, FUNCTIONS[code], book.of(code).total, other[code])])
    spans = {} if m.glued else {(0, 0): (1, 2)}
    return m.sheet(2, "收入决算表", head, body, (*((4,) if m.glued else (2, 4)), *(2,) * 8), spans=spans)


def expenditures(book: Book, m: Manner) -> Sheet:
    """支出决算表 by function."""
    columns = ("本年支出合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出")
    code_columns = 1 if m.glued else 2
    head = [[H("项目", code_columns), *(H(c, rows=2) for c in columns)],
            [H("功能分类科目名称")] if m.glued else [H("功能分类科目编码"), H("科目名称")],
            *m.counters(6, columns=code_columns)]  # fmt: skip
    codes = tree(book.everything)
    body = [
        [
            *(["合计"] if m.glued else ["合计", ""]),
            *_spent(m, "支出表", "", book.of("", book.everything), Fund.ALL, 3),
        ]
    ]
    for label, code in zip(names(m, codes, FUNCTIONS), codes, strict=True):
        body.append([*label, *_spent(m, "支出表", code, book.of(code, book.everything), Fund.ALL, 3)])
    return m.sheet(3, "支出决算表", head, body, (*((5,) if m.glued else (2, 4)), *(2,) * 6))


def _spent(m: Manner, statement: str, code: str, s: object, fund: Fund, blanks: int = 0) -> list[Entry]:
    """The row 合计, 基本支出, 项目支出 of one code, or of all where the code is empty."""
    found: list[Entry] = []
    for column, amount in (("合计", s.total), ("基本支出", s.basic), ("项目支出", s.project)):  # type: ignore[attr-defined]
        if code:
            want: dict[str, object] = {"code": code, "name": FUNCTIONS[code], "breakdown": column}
        else:
            want = {"name": "本年支出合计" if column == "合计" else column}
        found.append(m.figure(amount, statement=statement, fund=fund, **want))
    return [*found, *[""] * blanks]


def granted(book: Book, m: Manner) -> Sheet:
    """财政拨款收入支出决算总表 with a column for each fund on the right."""
    statement = "财政拨款收支总表"
    funds = (Fund.GENERAL, Fund.GOVERNMENT_FUND, Fund.STATE_CAPITAL)
    headings = ("一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款")
    incomes = (book.total.total, book.fund.total, book.capital.total)

    def spread(amounts: Sequence[int], **want: object) -> list[Entry]:
        cells = [m.figure(sum(amounts), statement=statement, fund=Fund.APPROPRIATION, **want)]
        return cells + [
            m.figure(a, statement=statement, fund=f, **want) for a, f in zip(amounts, funds, strict=True)
        ]

    left: list[list[Entry]] = [
        [f"{NUMERALS[i]}、{h}", m.figure(a, statement=statement, name=f"{h}收入", fund=f, flow="收入")]
        for i, (h, a, f) in enumerate(zip(headings, incomes, funds, strict=True))
    ]
    right: list[list[Entry]] = []
    for i, code in enumerate(classes(list(book.everything))):
        each = [
            book.of(code).total,
            book.fund.total if code == "212" else 0,
            book.capital.total if code == "223" else 0,
        ]
        right.append(
            [f"{NUMERALS[i]}、{FUNCTIONS[code]}", *spread(each, name=FUNCTIONS[code], code=code, flow="支出")]
        )
    left += [["", ""]] * (len(right) - len(left))
    left.append(
        [
            "本年收入合计",
            m.figure(sum(incomes), statement=statement, name="本年收入合计", fund=Fund.APPROPRIATION),
        ]
    )
    right.append(["本年支出合计", *spread(incomes, name="本年支出合计")])
    left.append(["年初财政拨款结转和结余", m.figure(book.opening, statement=statement, name="年初财政拨款结转和结余",
                                                 fund=Fund.APPROPRIATION)])  # fmt: skip
    right.append(["年末财政拨款结转和结余", *spread((book.opening, 0, 0), name="年末财政拨款结转和结余")])
    left.append(["一般公共预算财政拨款", m.figure(book.opening, statement=statement, fund=Fund.GENERAL,
                                              name="年初财政拨款结转和结余（一般公共预算财政拨款）")])  # fmt: skip
    right.append(["", "", "", "", ""])
    total = sum(incomes) + book.opening
    left.append(["总计", m.figure(total, statement=statement, name="收入总计", fund=Fund.APPROPRIATION)])
    right.append(["总计", *spread((incomes[0] + book.opening, *incomes[1:]), name="支出总计")])
    body = [
        [a[0], str(i + 1), a[1], b[0], str(i + 31), *b[1:]]
        for i, (a, b) in enumerate(zip(left, right, strict=True))
    ]
    head = [[H("收入", 3), H("支出", 6)],
            [H("项目"), H("行次"), H("金额"), H("项目"), H("行次"), H("合计"), *(H(h) for h in headings)]]  # fmt: skip
    if m.counter:
        head.append([H("栏次"), H(""), H("1"), H("栏次"), H(""), H("2"), H("3"), H("4"), H("5")])
    return m.sheet(4, "财政拨款收入支出决算总表", head, body, (4, 1, 3, 4, 1, 3, 3, 3, 3))


def general(book: Book, m: Manner) -> Sheet:
    """一般公共预算财政拨款支出决算表: 本年支出 over 小计, 基本支出, 项目支出."""
    code_columns = 1 if m.glued else 2
    head = [[H("项目", code_columns), H("本年支出", 3)],
            [*([H("科目名称")] if m.glued else [H("功能分类科目编码"), H("科目名称")]),
             H("小计"), H("基本支出"), H("项目支出")],
            *m.counters(3, columns=code_columns)]  # fmt: skip
    name = "一般公共预算支出表"
    codes = tree(book.items)
    body = [[*(["合计"] if m.glued else ["合计", ""]), *_spent(m, name, "", book.total, Fund.GENERAL)]]
    for label, code in zip(names(m, codes, FUNCTIONS), codes, strict=True):
        body.append([*label, *_spent(m, name, code, book.of(code), Fund.GENERAL)])
    return m.sheet(5, "一般公共预算财政拨款支出决算表", head, body, (*((6,) if m.glued else (2, 4)), 3, 3, 3))


def basic(book: Book, m: Manner) -> Sheet:
    """一般公共预算财政拨款基本支出决算明细表: three blocks of code, name and amount side by side."""
    name = "一般公共预算基本支出表"
    codes = list(ECONOMICS)
    people = [c for c in codes if c[:3] in ("301", "303")]
    running = [c for c in codes if c[:3] not in ("301", "303")]
    running_left, running_right = running[: len(people)], running[len(people) :]
    depth = max(len(people), len(running_left), len(running_right)) + 1
    blocks: list[list[list[Entry]]] = []
    for block in (people, running_left, running_right):
        rows: list[list[Entry]] = [
            [
                c,
                ECONOMICS[c],
                m.figure(book.economy(c), statement=name, code=c, name=ECONOMICS[c], fund=Fund.GENERAL),
            ]
            for c in block
        ]
        blocks.append(rows + [["", "", ""]] * (depth - len(rows)))
    body = [[entry for block in blocks for entry in block[i]] for i in range(depth)]
    about: dict[str, object] = {"statement": name, "fund": Fund.GENERAL}
    staff = book.economy("301") + book.economy("303")
    rest = sum(book.economic.values()) - staff
    body.append(["人员经费合计", "", m.figure(staff, **about, name="人员经费"),
                 "公用经费合计", "", "", "", "", m.figure(rest, **about, name="公用经费")])  # fmt: skip
    last = len(body) - 1
    spans = {(last, 0): (1, 2), (last, 3): (1, 5)}
    head = [[H("人员经费", 3), H("公用经费", 6)], [H("科目编码"), H("科目名称"), H("决算数")] * 3]
    return m.sheet(6, "一般公共预算财政拨款基本支出决算明细表", head, body, (2, 4, 3) * 3, spans=spans)


def travel(book: Book, m: Manner) -> Sheet:
    """“三公”经费: 预算数 and 决算数 halves of six columns each, one row of data."""
    parts = [book.draw.randint(100, 9000) for _ in range(8)]
    body: list[Entry] = []
    for stage, (abroad, bought, run, guests) in (
        (Stage.BUDGET, parts[:4]),
        (Stage.FINAL_ACCOUNTS, parts[4:]),
    ):
        for name, amount in (
            ("“三公”经费", abroad + bought + run + guests), ("因公出国（境）费", abroad),
            ("公务用车购置及运行维护费", bought + run), ("公务用车购置费", bought), ("公务用车运行维护费", run),
            ("公务接待费", guests),
        ):  # fmt: skip
            body.append(
                m.figure(amount, statement="三公经费表", name=name, fund=Fund.APPROPRIATION, stage=stage)
            )
    car = "公务用车购置及运行维护费"
    half = [H("合计", rows=2), H("因公出国（境）费", rows=2), H(car, 3), H("公务接待费", rows=2)]
    short = [H("小计"), H("公务用车购置费"), H("公务用车运行维护费")]
    head = [[H("预算数", 6), H("决算数", 6)], [*half, *half], [*short, *short]]
    if m.counter:
        head.append([H(str(n)) for n in range(1, 13)])
    return m.sheet(7, "财政拨款“三公”经费支出决算表", head, [body])


def funds(book: Book, m: Manner) -> Sheet:
    """政府性基金预算财政拨款收入支出决算表 with balances on both sides."""
    name = "政府性基金表"
    head = [[H("项目", 2), H("年初结转和结余", rows=2), H("本年收入", rows=2), H("本年支出", 3), H("年末结转和结余", rows=2)],
            [H("科目代码"), H("科目名称"), H("小计"), H("基本支出"), H("项目支出")],
            *m.counters(6)]  # fmt: skip
    total = book.fund.project
    body: list[list[Entry]] = []
    for code in ("", *tree([FUND_ITEM])):
        about: dict[str, object] = {"statement": name, "fund": Fund.GOVERNMENT_FUND, "code": code}
        label = {"name": FUNCTIONS.get(code, "")}

        def part(
            column: str, account: str, code: str = code, label: dict[str, str] = label
        ) -> dict[str, object]:
            return {**label, "breakdown": column} if code else {"name": account}

        body.append([
            code or "合计", FUNCTIONS.get(code, ""),
            m.figure(book.opening, **about, **part("年初结转和结余", "年初结转和结余")),
            m.figure(total, **about, **part("本年收入", "本年收入合计")),
            m.figure(total, **about, **part("合计", "本年支出合计")),
            "",
            m.figure(total, **about, **part("项目支出", "项目支出")),
            m.figure(book.opening, **about, **part("年末结转和结余", "年末结转和结余")),
        ])  # fmt: skip
    return m.sheet(8, "政府性基金预算财政拨款收入支出决算表", head, body, (2, 4, 2, 2, 2, 2, 2, 2))


def capital(book: Book, m: Manner) -> Sheet:
    """国有资本经营预算财政拨款支出决算表."""
    name = "国有资本经营表"
    head = [[H("项目", 2), H("本年支出", 3)],
            [H("科目代码"), H("科目名称"), H("合计"), H("基本支出"), H("项目支出")],
            *m.counters(3)]  # fmt: skip
    source = {CAPITAL_ITEM: book.capital}
    body: list[list[Entry]] = [["合计", "", *_spent(m, name, "", book.capital, Fund.STATE_CAPITAL)]]
    for code in tree(source):
        body.append(
            [code, FUNCTIONS[code], *_spent(m, name, code, book.of(code, source), Fund.STATE_CAPITAL)]
        )
    return m.sheet(9, "国有资本经营预算财政拨款支出决算表", head, body, (2, 5, 3, 3, 3))


FINAL_STATEMENTS: tuple[Layout, ...] = (
    overall, incomes, expenditures, granted, general, basic, travel, funds, capital,
)  # fmt: skip
