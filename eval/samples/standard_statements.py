"""The nine standard statements of a final account (公开01表 to 公开09表), as most bodies print them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from eval.samples.blocks import Align, Grid
from eval.samples.economics import side_by_side
from eval.samples.figures import (
    CLASSES,
    Column,
    balance,
    basic,
    by_class,
    granted,
    income,
    known,
    of_fund,
    project,
    spent,
    sums,
)
from eval.samples.sheet import Sheet, filled, numeral
from eval.samples.source import FUND, GENERAL, Amount, Item

NOTHING: Column = lambda item: None  # noqa: E731 - a column that none of these bodies fills in
INCOMES: tuple[tuple[str, Column], ...] = (
    ("本年收入合计", income),
    ("财政拨款收入", lambda item: item.grant),
    ("上级补助收入", lambda item: item.superior),
    ("事业收入", lambda item: item.business),
    ("经营收入", NOTHING),
    ("附属单位上缴收入", NOTHING),
    ("其他收入", lambda item: item.other),
)
EXPENDITURES: tuple[tuple[str, Column], ...] = (
    ("本年支出合计", spent),
    ("基本支出", basic),
    ("项目支出", project),
    ("上缴上级支出", NOTHING),
    ("经营支出", NOTHING),
    ("对附属单位补助支出", NOTHING),
)
GENERALS: tuple[tuple[str, Column], ...] = (
    ("小计", granted),
    ("基本支出", lambda item: item.basic),
    ("项目支出", lambda item: item.project),
)
FUNDS: tuple[Column, ...] = (
    lambda item: item.opening,
    lambda item: item.grant,
    granted,
    lambda item: item.basic,
    lambda item: item.project,
    lambda item: known((item.opening, item.grant)) - known((granted(item),)) or None,
)


def standard_statements(sheet: Sheet) -> list[Grid]:
    """The nine statements in their order."""
    return [
        overall(sheet),
        incomes(sheet),
        expenditures(sheet),
        grants(sheet),
        general(sheet),
        side_by_side(frame(sheet, "一般公共预算财政拨款基本支出决算表", 6, ECONOMIC_NOTE), sheet),
        travel(sheet),
        funds(sheet),
        state_capital(sheet),
    ]


ECONOMIC_NOTE = "注：本表按部门预算支出经济分类列示一般公共预算安排的基本支出。"


def frame(sheet: Sheet, title: str, number: int, *notes: str) -> Grid:
    """What every statement has around its rows."""
    source = sheet.source
    lying = bool(source.words["document"]["landscape"]) and number in (2, 3, 4, 7)
    return Grid(
        title=f"{source.year}年度{title}",
        number=f"公开{number:02d}表",
        left=f"{source.level}：{source.body}",
        right="金额单位：万元",
        widths=(),
        rows=(),
        notes=notes,
        landscape=lying,
    )


def overall(sheet: Sheet) -> Grid:
    """公开01表: incomes by source beside expenditures by 类, and how the two sides balance."""
    cell, sums_ = sheet.manner.cell, sheet.sums
    classes = by_class(sheet.source.items, spent)
    right = [(f"{numeral(n)}、{name}", cell(classes.get(code))) for n, (code, name) in enumerate(CLASSES, 1)]
    left = [(f"{numeral(n)}、{name}", cell(amount)) for n, (name, amount) in enumerate(_sources(sheet), 1)]
    body = [[*a, *b] for a, b in zip_longest(left, right, fillvalue=("", ""))]
    body += [
        ["本年收入合计", cell(sums_.income), "本年支出合计", cell(sums_.expenditure)],
        ["使用非财政拨款结余", "", "结余分配", ""],
        ["年初结转和结余", cell(sums_.opening or None), "年末结转和结余", cell(sums_.closing or None)],
        ["总计", cell(sums_.total), "总计", cell(sums_.expenditure + sums_.closing)],
    ]
    numbered = [[a, str(n), b, c, str(n + len(body)), d] for n, (a, b, c, d) in enumerate(body, 1)]
    header = [
        ["收入", "<", "<", "支出", "<", "<"],
        ["项目", "行次", "金额", "项目", "行次", "金额"],
        ["栏次", "", "1", "栏次", "", "2"],
    ]
    note = f"注：本表反映{sheet.source.level}{sheet.year}年度收入、支出的总数以及年末结转和结余的数额。"
    aligns: tuple[Align, ...] = ("left", "center", "right", "left", "center", "right")
    return filled(frame(sheet, "收入支出决算总表", 1, note), (34, 6, 15, 34, 6, 15), header, numbered, aligns)


def _sources(sheet: Sheet) -> list[tuple[str, Amount]]:
    """The eight incomes of 公开01表."""
    by_fund = {fund: known(i.grant for i in of_fund(sheet.source, fund)) or None for fund in (GENERAL, FUND)}
    others = sums(sheet.source.items, [column for _, column in INCOMES[2:]])
    return [
        ("一般公共预算财政拨款收入", by_fund[GENERAL]),
        ("政府性基金预算财政拨款收入", by_fund[FUND]),
        ("国有资本经营预算财政拨款收入", None),
        *((name, amount) for (name, _), amount in zip(INCOMES[2:], others, strict=True)),
    ]


def incomes(sheet: Sheet) -> Grid:
    """公开02表: incomes of each item by source."""
    notes = ("注：本表按功能分类列示各项收入的来源。", "1栏各行＝（2＋3＋4＋5＋6＋7）栏各行。")
    return _by_item(sheet, frame(sheet, "收入决算表", 2, *notes), INCOMES)


def expenditures(sheet: Sheet) -> Grid:
    """公开03表: expenditures of each item by kind."""
    notes = ("注：本表按功能分类列示各项支出。", "1栏各行＝（2＋3＋4＋5＋6）栏各行。")
    return _by_item(sheet, frame(sheet, "支出决算表", 3, *notes), EXPENDITURES)


def _by_item(sheet: Sheet, empty: Grid, named: Sequence[tuple[str, Column]]) -> Grid:
    heads = [name for name, _ in named]
    header = [
        ["项目", "<", *heads],
        ["功能分类科目编码", "科目名称", *["^"] * len(heads)],
        ["栏次", "<", *(str(n) for n in range(1, len(heads) + 1))],
    ]
    # Upright pages leave so little for the empty columns that their headings break after every character or two.
    widths = (
        (13, 30, *[13] * len(heads)) if empty.landscape else (14, 36, 15, 15, 15, *[8] * (len(heads) - 3))
    )
    return filled(
        empty, widths, header, _rows(sheet, sheet.source.items, [c for _, c in named]), _aligns(heads)
    )


def _rows(sheet: Sheet, items: Sequence[Item], columns: Sequence[Column]) -> list[list[str]]:
    """The row 合计 and below it each 类, 款 and 项."""
    return [["合计", "<", *sheet.total(items, columns)], *sheet.items(items, columns)]


def _aligns(columns: Sequence[object]) -> tuple[Align, ...]:
    return ("left", "left", *["right"] * len(columns))


def grants(sheet: Sheet) -> Grid:
    """公开04表: the treasury's money, in and out, by kind of budget."""
    cell = sheet.manner.cell
    by_fund = [by_class(of_fund(sheet.source, fund), granted) for fund in (GENERAL, FUND)]
    both = by_class(sheet.source.items, granted)
    received = {n: amount for n, (_, amount) in enumerate(_sources(sheet)[:3], 1)}
    names = {
        n: f"{numeral(n)}、{name.removesuffix('收入')}" for n, (name, _) in enumerate(_sources(sheet)[:3], 1)
    }
    body = [
        [names.get(n, ""), cell(received.get(n)), f"{numeral(n)}、{name}"]
        + [cell(found.get(code)) for found in (both, *by_fund)]
        + [""]
        for n, (code, name) in enumerate(CLASSES, 1)
    ]
    header = [
        ["收入", "<", "支出", "<", "<", "<", "<"],
        [
            "项目",
            "金额",
            "项目",
            "合计",
            "一般公共预算财政拨款",
            "政府性基金预算财政拨款",
            "国有资本经营预算财政拨款",
        ],
        ["栏次", "1", "栏次", "2", "3", "4", "5"],
    ]
    notes = ("注：本表反映财政拨款收入、支出和年末结转结余的总体情况。", "2栏各行＝（3＋4＋5）栏各行。")
    aligns: tuple[Align, ...] = ("left", "right", "left", *["right"] * 4)
    empty = frame(sheet, "财政拨款收入支出决算总表", 4, *notes)
    return filled(empty, (28, 13, 29, 13, 13, 13, 13), header, body + _grant_ends(sheet), aligns)


def _grant_ends(sheet: Sheet) -> list[list[str]]:
    """The last rows of 公开04表: this year's sums, what was carried in and out, the totals."""
    s, cell = sheet.sums, sheet.manner.cell
    (general_in, _, general_out), (fund_in, _, fund_out) = (
        balance(sheet.source, fund) for fund in (GENERAL, FUND)
    )

    def line(*amounts: Amount) -> list[str]:
        return [cell(amount or None) for amount in amounts]

    closing = line(s.grant_closing, general_out, fund_out)
    both = line(s.grant_total, s.general + general_out, s.fund + fund_out)
    return [
        ["本年收入合计", *line(s.grant), "本年支出合计", *line(s.general + s.fund, s.general, s.fund), ""],
        ["年初财政拨款结转和结余", *line(s.grant_opening), "年末财政拨款结转和结余", *closing, ""],
        ["　一般公共预算财政拨款", *line(general_in), *[""] * 5],
        ["　政府性基金预算财政拨款", *line(fund_in), *[""] * 5],
        ["　国有资本经营预算财政拨款", *[""] * 6],
        ["总计", *line(s.grant_total), "总计", *both, ""],
    ]


def general(sheet: Sheet) -> Grid:
    """公开05表: the general budget's expenditure."""
    items, columns = of_fund(sheet.source, GENERAL), [column for _, column in GENERALS]
    header = [
        ["项目", "<", "本年支出", "<", "<"],
        ["功能分类科目编码", "科目名称", *(name for name, _ in GENERALS)],
        ["栏次", "<", "1", "2", "3"],
    ]
    notes = ("注：本表只列一般公共预算财政拨款安排的支出。", "1栏各行＝（2＋3）栏各行。")
    empty = frame(sheet, "一般公共预算财政拨款支出决算表", 5, *notes)
    return filled(empty, (18, 40, 16, 16, 16), header, _rows(sheet, items, columns), _aligns(GENERALS))


def travel(sheet: Sheet) -> Grid:
    """公开07表: 三公经费, the budget's half beside the final one."""
    halves = (sheet.source.travel["budget"], sheet.source.travel["final"])
    amounts = [a for t in halves for a in (t.total, t.abroad, t.vehicles, t.purchase, t.running, t.reception)]
    header = [
        ["预算数", *["<"] * 5, "决算数", *["<"] * 5],
        ["合计", "因公出国（境）费", "公务用车购置及运行维护费", "<", "<", "公务接待费"] * 2,
        ["^", "^", "小计", "公务用车购置费", "公务用车运行维护费", "^"] * 2,
        [str(n) for n in range(1, 13)],
    ]
    notes = (
        "注：预算数为经批准调整后的全年预算数，决算数包括使用以前年度结转资金发生的支出。",
        "1栏＝（2＋3＋6）栏；3栏＝（4＋5）栏；7栏＝（8＋9＋12）栏；9栏＝（10＋11）栏。",
    )
    empty = frame(sheet, "财政拨款“三公”经费支出决算表", 7, *notes)
    return filled(empty, (1,) * 12, header, [[sheet.manner.cell(a) for a in amounts]], ("center",) * 12)


def funds(sheet: Sheet) -> Grid:
    """公开08表: government funds by item, with what was carried in and out."""
    source, items = sheet.source, of_fund(sheet.source, FUND)
    header = [
        ["项目", "<", "年初结转和结余", "本年收入", "本年支出", "<", "<", "年末结转和结余"],
        ["功能分类科目编码", "科目名称", "^", "^", "小计", "基本支出", "项目支出", "^"],
        ["栏次", "<", *(str(n) for n in range(1, 7))],
    ]
    notes = ["6栏各行＝（1＋2－3）栏各行；3栏各行＝（4＋5）栏各行。"]
    if not items:
        notes.append(f"说明：本{source.level}{source.year}年度没有政府性基金预算财政拨款收支，本表为空表。")
    empty = frame(sheet, "政府性基金预算财政拨款收入支出决算表", 8, *notes)
    return filled(empty, (17, 34, 14, 14, 14, 12, 14, 14), header, _rows(sheet, items, FUNDS), _aligns(FUNDS))


def state_capital(sheet: Sheet) -> Grid:
    """公开09表: none of these bodies has any, and the statement says so."""
    source = sheet.source
    header = [
        ["项目", "<", "本年支出", "<", "<"],
        ["功能分类科目编码", "科目名称", "合计", "基本支出", "项目支出"],
        ["栏次", "<", "1", "2", "3"],
    ]
    note = f"说明：本{source.level}{source.year}年度没有国有资本经营预算财政拨款支出，本表为空表。"
    empty = frame(sheet, "国有资本经营预算财政拨款支出决算表", 9, note)
    return filled(empty, (18, 40, 16, 16, 16), header, [["合计", "<", "", "", ""]], _aligns(GENERALS))
