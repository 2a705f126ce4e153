"""The same nine statements as another finance bureau wants them: in 元, 类款项 in columns of their own, 合计 below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from eval.samples.blocks import Align, Grid
from eval.samples.economics import one_list
from eval.samples.figures import (
    Column,
    Row,
    balance,
    basic,
    by_class,
    granted,
    known,
    of_fund,
    project,
    ratio,
    rows,
    spent,
    sums,
)
from eval.samples.sheet import Sheet, filled, numeral
from eval.samples.source import FUND, GENERAL, Amount, Item
from eval.samples.standard_statements import FUNDS, INCOMES, NOTHING

CODES = (6, 5, 5, 30)  # widths of 类, 款, 项 and the name
GENERALS: tuple[Column, ...] = (
    lambda item: item.budget,
    granted,
    lambda item: item.basic,
    lambda item: item.project,
)


def compact_statements(sheet: Sheet) -> list[Grid]:
    """The nine statements in their order."""
    economic = frame(sheet, "一般公共预算财政拨款基本支出经济分类决算表")
    return [
        overall(sheet),
        incomes(sheet),
        expenditures(sheet),
        grants(sheet),
        general(sheet),
        replace(one_list(economic, sheet, ("合计", "人员经费", "公用经费")), repeat=False),
        travel(sheet),
        funds(sheet),
        state_capital(sheet),
    ]


def frame(sheet: Sheet, title: str, *notes: str, landscape: bool = False) -> Grid:
    """What every statement has around its rows; they carry no numbers."""
    return Grid(
        title=f"{sheet.year}年度{title}",
        left=f"编制部门：{sheet.source.body}",
        right="单位：元",
        widths=(),
        rows=(),
        notes=notes,
        landscape=landscape,
        size=8.5,
    )


def overall(sheet: Sheet) -> Grid:
    """Both sides; every income, but only those 类 that have money."""
    cell, s, items = sheet.manner.cell, sheet.sums, sheet.source.items
    others = sums(items, [column for _, column in INCOMES[2:]])
    left = [("一、财政拨款收入", cell(s.grant))]
    left += [
        (f"{numeral(n)}、{name}", cell(a))
        for n, ((name, _), a) in enumerate(zip(INCOMES[2:], others, strict=True), 2)
    ]
    classes = by_class(items, spent).items()
    right = [(f"{numeral(n)}、{sheet.names[code]}", cell(a)) for n, (code, a) in enumerate(classes, 1)]
    body = [[*a, *b] for a, b in zip_longest(left, right, fillvalue=("", ""))]
    body += [
        ["本年收入合计", cell(s.income), "本年支出合计", cell(s.expenditure)],
        ["年初结转和结余", cell(s.opening), "年末结转和结余", cell(s.closing)],
        ["收入总计", cell(s.total), "支出总计", cell(s.expenditure + s.closing)],
    ]
    header = [["本年收入", "<", "本年支出", "<"], ["项目", "决算数", "项目（按功能分类）", "决算数"]]
    aligns: tuple[Align, ...] = ("left", "right", "left", "right")
    return filled(frame(sheet, "部门收支决算总表"), (30, 20, 30, 20), header, body, aligns)


def _split(row: Row) -> list[str]:
    """A code in its three columns, as 210 | 04 | 08."""
    return [row.code[:3], row.code[3:5], row.code[5:7]]


def _rows(sheet: Sheet, items: Sequence[Item], columns: Sequence[Column]) -> list[list[str]]:
    """Each 类, 款 and 项, the row 合计 last."""
    body = [
        [*_split(row), sheet.names[row.code], *map(sheet.manner.cell, row.amounts)]
        for row in rows(items, columns)
    ]
    return [*body, ["合计", "<", "<", "<", *sheet.total(items, columns)]]


def _aligns(columns: int) -> tuple[Align, ...]:
    return ("center", "center", "center", "left", *["right"] * columns)


def incomes(sheet: Sheet) -> Grid:
    """Incomes of each item by source."""
    heads = [name for name, _ in INCOMES]
    header = [
        ["功能分类科目", "<", "<", "<", heads[0], "其中", *["<"] * (len(heads) - 2)],
        ["类", "款", "项", "科目名称", "^", *heads[1:]],
    ]
    body = _rows(sheet, sheet.source.items, [column for _, column in INCOMES])
    empty = frame(sheet, "部门收入决算总表", landscape=True)
    return filled(empty, (*CODES, 18, 18, 13, 17, 10, 11, 13), header, body, _aligns(len(heads)))


def expenditures(sheet: Sheet) -> Grid:
    """Expenditures of each item by kind."""
    header = [
        ["科目编码", "<", "<", "科目名称", "本年支出", *["<"] * 4],
        ["类", "款", "项", "^", "合计", "基本支出", "项目支出", "经营支出", "上缴上级支出"],
    ]
    columns: list[Column] = [spent, basic, project, NOTHING, NOTHING]
    body = _rows(sheet, sheet.source.items, columns)
    empty = frame(sheet, "部门支出决算总表", landscape=True)
    return filled(empty, (*CODES, 20, 20, 20, 14, 14), header, body, _aligns(5))


def grants(sheet: Sheet) -> Grid:
    """The treasury's money as one list: in, carried, out, left over; one column per kind of budget."""
    cell = sheet.manner.cell
    found = [balance(sheet.source, fund) for fund in (GENERAL, FUND)]
    paid = [by_class(of_fund(sheet.source, fund), granted) for fund in (GENERAL, FUND)]

    def line(name: str, general: Amount, fund: Amount) -> list[str]:
        amounts = [known((a,)) for a in (general, fund)]
        return [name, cell(known(amounts)), *map(cell, amounts), cell(None)]

    body = [
        line("一、年初财政拨款结转和结余", found[0][0], found[1][0]),
        line("二、本年财政拨款收入", found[0][1], found[1][1]),
        line("三、本年财政拨款支出", *(known(p.values()) for p in paid)),
    ]
    for code in sorted(paid[0].keys() | paid[1].keys()):
        body.append(line(f"　　{sheet.names[code]}", paid[0].get(code), paid[1].get(code)))
    body.append(line("四、年末财政拨款结转和结余", found[0][2], found[1][2]))
    header = [["项目", "合计", "一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款"]]
    empty = frame(sheet, "部门财政拨款收支决算总表")
    return filled(empty, (32, 18, 18, 17, 15), header, body, ("left", *["right"] * 4))


def general(sheet: Sheet) -> Grid:
    """The general budget: of each item the budget beside the final figure, and how much of the budget was spent."""
    items = of_fund(sheet.source, GENERAL)
    body = []
    for row in rows(items, GENERALS):
        body.append([*_split(row), sheet.names[row.code], *_compared(sheet, row.amounts)])
    body.append(["合计", "<", "<", "<", *_compared(sheet, sums(items, GENERALS))])
    header = [
        ["支出功能分类科目", "<", "<", "<", "年初预算数", "决算数", "<", "<", "完成预算%"],
        ["类", "款", "项", "名称", "^", "小计", "基本支出", "项目支出", "^"],
    ]
    empty = frame(sheet, "一般公共预算财政拨款支出功能分类决算表", landscape=True)
    return filled(empty, (*CODES, 19, 19, 18, 18, 12), header, body, _aligns(5))


def _compared(sheet: Sheet, amounts: Sequence[Amount]) -> list[str]:
    budget, final = known((amounts[0],)), known((amounts[1],))
    rate = f"{ratio(final, budget)}" if budget else ""
    return [*(sheet.manner.cell(a) for a in amounts), rate]


def travel(sheet: Sheet) -> Grid:
    """三公经费: under each kind its budget and its final figure."""
    plan, final = sheet.source.travel["budget"], sheet.source.travel["final"]
    keys = ("total", "abroad", "vehicles", "purchase", "running", "reception")
    amounts = [getattr(half, key) for key in keys for half in (plan, final)]
    header = [
        ["合计", "<", "因公出国（境）费", "<", "公务用车购置及运行维护费", *["<"] * 5, "公务接待费", "<"],
        ["^", "^", "^", "^", "小计", "<", "购置费", "<", "运行维护费", "<", "^", "^"],
        ["预算数", "决算数"] * 6,
    ]
    empty = frame(sheet, "部门财政拨款“三公”经费决算表", landscape=True)
    return filled(empty, (1,) * 12, header, [[sheet.manner.cell(a) for a in amounts]], ("center",) * 12)


def funds(sheet: Sheet) -> Grid:
    """Government funds by item."""
    header = [
        ["功能分类科目", "<", "<", "<", "年初结转和结余", "本年收入", "本年支出", "<", "<", "年末结转和结余"],
        ["类", "款", "项", "科目名称", "^", "^", "小计", "基本支出", "项目支出", "^"],
    ]
    body = _rows(sheet, of_fund(sheet.source, FUND), FUNDS)
    empty = frame(sheet, "部门政府性基金预算财政拨款收支决算表", landscape=True)
    return filled(empty, (*CODES, 15, 15, 15, 15, 15, 15), header, body, _aligns(6))


def state_capital(sheet: Sheet) -> Grid:
    """None, and the statement says so."""
    header = [
        ["功能分类科目", "<", "<", "<", "合计", "基本支出", "项目支出"],
        ["类", "款", "项", "科目名称", *["^"] * 3],
    ]
    note = "说明：本部门无国有资本经营预算财政拨款支出，本表为空表。"
    empty = frame(sheet, "部门国有资本经营预算财政拨款支出决算表", note)
    body = [["", "", "", "", "", "", ""], ["合计", "<", "<", "<", "", "", ""]]
    return filled(empty, (*CODES, 18, 18, 18), header, body, _aligns(3))
