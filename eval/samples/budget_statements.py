"""The statements of a budget: this year's plan, and beside it what last year's document says was spent."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import zip_longest

from eval.samples.blocks import Align, Grid
from eval.samples.economics import one_list
from eval.samples.figures import (
    Column,
    add,
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
from eval.samples.source import FUND, GENERAL, Amount, Item, Source, Travel

CARRIED: Column = lambda item: add((item.opening, item.own_opening))  # noqa: E731 - one of a row of columns
SOURCES: tuple[tuple[str, Column], ...] = (
    ("合计", spent),
    ("上年结转", CARRIED),
    ("一般公共预算拨款", lambda item: item.grant if item.fund == GENERAL else None),
    ("政府性基金预算拨款", lambda item: item.grant if item.fund == FUND else None),
    ("国有资本经营预算拨款", lambda item: None),
    ("单位资金", lambda item: item.other),
)
KINDS: tuple[tuple[str, Column], ...] = (("合计", spent), ("基本支出", basic), ("项目支出", project))
TRAVEL: tuple[tuple[str, str], ...] = (
    ("合计", "total"),
    ("一、因公出国（境）费", "abroad"),
    ("二、公务用车购置及运行费", "vehicles"),
    ("　其中：公务用车购置费", "purchase"),
    ("　　　　公务用车运行费", "running"),
    ("三、公务接待费", "reception"),
)


def budget_statements(sheet: Sheet) -> list[Grid]:
    """All statements in their order, the goals of single projects last."""
    return [
        overall(sheet),
        by_source(sheet),
        by_kind(sheet),
        grants(sheet),
        general(sheet),
        one_list(frame(sheet, "一般公共预算基本支出表", 6), sheet, ("合计", "人员经费", "公用经费")),
        travel(sheet),
        funds(sheet),
        state_capital(sheet),
        projects(sheet),
        *goals(sheet),
    ]


def before(sheet: Sheet) -> Source:
    """Last year's final account; a budget is always printed beside it."""
    if sheet.previous is None:
        raise ValueError(f"{sheet.source.file} needs last year's document")
    return sheet.previous


def frame(sheet: Sheet, title: str, number: int, *notes: str) -> Grid:
    """What every statement has around its rows."""
    return Grid(
        title=f"{sheet.year}年{title}",
        number=f"预算{number:02d}表",
        left=f"填报部门：{sheet.source.body}",
        right="单位：万元",
        widths=(),
        rows=(),
        notes=notes,
        landscape=number in (2, 5),
    )


def overall(sheet: Sheet) -> Grid:
    """预算01表: both sides, with only those 类 that have money."""
    cell, items = sheet.manner.cell, sheet.source.items
    names = ("一般公共预算拨款收入", "政府性基金预算拨款收入", "国有资本经营预算拨款收入", "单位资金收入")
    amounts = sums(items, [column for _, column in SOURCES[2:]])
    left = [
        (f"{numeral(n)}、{name}", cell(a)) for n, (name, a) in enumerate(zip(names, amounts, strict=True), 1)
    ]
    classes = by_class(items, spent).items()
    right = [(f"{numeral(n)}、{sheet.names[code]}", cell(a)) for n, (code, a) in enumerate(classes, 1)]
    body = [[*a, *b] for a, b in zip_longest(left, right, fillvalue=("", ""))]
    s = sheet.sums
    body += [
        ["本年收入合计", cell(s.income), "本年支出合计", cell(s.expenditure)],
        ["上年结转", cell(s.opening), "结转下年", cell(s.closing or None)],
        ["收入总计", cell(s.total), "支出总计", cell(s.expenditure + s.closing)],
    ]
    header = [["收入", "<", "支出", "<"], ["项目", "预算数", "项目", "预算数"]]
    aligns: tuple[Align, ...] = ("left", "right", "left", "right")
    return filled(frame(sheet, "部门收支总表", 1), (34, 16, 34, 16), header, body, aligns)


def by_source(sheet: Sheet) -> Grid:
    """预算02表: each item by where its money comes from."""
    heads = [name for name, _ in SOURCES]
    header = [
        ["科目", "<", "合计", "上年结转", "本年收入", *["<"] * 3],
        ["科目编码", "科目名称", "^", "^", *heads[2:]],
    ]
    body = _rows(sheet, sheet.source.items, [column for _, column in SOURCES])
    return filled(
        frame(sheet, "部门收入总表", 2), (12, 36, 14, 12, 16, 16, 16, 12), header, body, _aligns(heads)
    )


def by_kind(sheet: Sheet) -> Grid:
    """预算03表: each item by kind of expenditure."""
    header = [["科目编码", "科目名称", *(name for name, _ in KINDS)]]
    body = _rows(sheet, sheet.source.items, [column for _, column in KINDS])
    return filled(frame(sheet, "部门支出总表", 3), (14, 42, 16, 16, 16), header, body, _aligns(KINDS))


def _rows(sheet: Sheet, items: Sequence[Item], columns: Sequence[Column]) -> list[list[str]]:
    return [["合计", "<", *sheet.total(items, columns)], *sheet.items(items, columns)]


def _aligns(columns: Sequence[object]) -> tuple[Align, ...]:
    return ("left", "left", *["right"] * len(columns))


def grants(sheet: Sheet) -> Grid:
    """预算04表: the treasury's money, in and out."""
    cell, s = sheet.manner.cell, sheet.sums
    items = {fund: of_fund(sheet.source, fund) for fund in (GENERAL, FUND)}
    given = [known(i.grant for i in items[fund]) for fund in (GENERAL, FUND)]
    left = [
        ("一、本年收入", cell(s.grant)),
        ("（一）一般公共预算拨款", cell(given[0])),
        ("（二）政府性基金预算拨款", cell(given[1])),
        ("（三）国有资本经营预算拨款", ""),
        ("二、上年结转", cell(s.grant_opening)),
        *(
            (f"（{numeral(n)}）{fund}拨款", cell(known(i.opening for i in items[fund])))
            for n, fund in enumerate(items, 1)
        ),
    ]
    both = by_class(sheet.source.items, granted)
    of = [by_class(items[fund], granted) for fund in items]
    right = [
        [f"{numeral(n)}、{sheet.names[code]}", cell(amount), *(cell(found.get(code)) for found in of), ""]
        for n, (code, amount) in enumerate(both.items(), 1)
    ]
    body = [[*a, *b] for a, b in zip_longest(left, right, fillvalue=["", "", "", "", ""])]
    body = [row[:2] + row[2:7] for row in body]
    body.append(
        [
            "收入总计",
            cell(s.grant_total),
            "支出总计",
            *(cell(a) for a in (s.general + s.fund, s.general, s.fund)),
            "",
        ]
    )
    header = [
        ["收入", "<", "支出", "<", "<", "<", "<"],
        ["项目", "预算数", "项目", "合计", "一般公共预算", "政府性基金预算", "国有资本经营预算"],
    ]
    aligns: tuple[Align, ...] = ("left", "right", "left", *["right"] * 4)
    return filled(frame(sheet, "财政拨款收支总表", 4), (26, 13, 24, 13, 13, 12, 11), header, body, aligns)


def general(sheet: Sheet) -> Grid:
    """预算05表: what last year's final account says was spent, this year's plan, and the change in both."""
    last, now = of_fund(before(sheet), GENERAL), of_fund(sheet.source, GENERAL)
    columns: list[Column] = [granted, lambda i: i.basic, lambda i: i.project]
    then = {row.code: row.amounts[0] for row in rows(last, [granted])}
    plan = {row.code: row.amounts for row in rows(now, columns)}
    body = [["合计", "<", *_changed(sheet, sums(last, [granted])[0], sums(now, columns))]]
    for code in sorted(then.keys() | plan.keys()):
        body.append([code, sheet.names[code], *_changed(sheet, then.get(code), plan.get(code, (None,) * 3))])
    executed = f"{sheet.year - 1}年执行数"
    header = [
        [
            "功能分类科目",
            "<",
            executed,
            f"{sheet.year}年预算数",
            "<",
            "<",
            f"{sheet.year}年预算数比{executed}",
            "<",
        ],
        ["编码", "名称", "^", "小计", "基本支出", "项目支出", "增减额", "增减%"],
    ]
    note = f"注：{executed}取自上年度部门决算；本年预算数含上年结转安排的支出。"
    empty = frame(sheet, "一般公共预算支出表", 5, note)
    return filled(empty, (12, 38, 15, 15, 15, 15, 14, 12), header, body, _aligns([0] * 6))


def _changed(sheet: Sheet, then: Amount, plan: Sequence[Amount]) -> list[str]:
    """Last year, this year's three columns, and the change; a share of nothing is left blank."""
    moved = known((plan[0],)) - known((then,))
    rate = f"{ratio(moved, then)}%" if then else ""
    return [*map(sheet.manner.cell, (then, *plan)), sheet.manner.cell(moved), rate]


def travel(sheet: Sheet) -> Grid:
    """预算07表: 三公经费, last year's budget beside this year's."""
    old, new = before(sheet).travel["budget"], sheet.source.travel["budget"]
    body = [[name, *_pair(sheet, old, new, key)] for name, key in TRAVEL]
    header = [["项目", f"{sheet.year - 1}年预算数", f"{sheet.year}年预算数", "增减额", "增减%"]]
    empty = frame(sheet, "一般公共预算“三公”经费支出表", 7)
    return filled(empty, (36, 18, 18, 16, 12), header, body, ("left", *["right"] * 4))


def _pair(sheet: Sheet, old: Travel, new: Travel, key: str) -> list[str]:
    then, now = Decimal(getattr(old, key)), Decimal(getattr(new, key))
    rate = f"{ratio(now - then, then)}%" if then else ""
    return [*map(sheet.manner.cell, (then, now, now - then)), rate]


def funds(sheet: Sheet) -> Grid:
    """预算08表: government funds."""
    header = [["科目编码", "科目名称", *(name for name, _ in KINDS)]]
    columns: list[Column] = [granted, lambda i: i.basic, lambda i: i.project]
    body = _rows(sheet, of_fund(sheet.source, FUND), columns)
    return filled(frame(sheet, "政府性基金预算支出表", 8), (14, 42, 16, 16, 16), header, body, _aligns(KINDS))


def state_capital(sheet: Sheet) -> Grid:
    """预算09表: none."""
    header = [["科目编码", "科目名称", *(name for name, _ in KINDS)]]
    note = f"说明：本部门{sheet.year}年没有安排国有资本经营预算支出，此表无数据。"
    empty = frame(sheet, "国有资本经营预算支出表", 9, note)
    return filled(empty, (14, 42, 16, 16, 16), header, [["合计", "<", "", "", ""]], _aligns(KINDS))


def projects(sheet: Sheet) -> Grid:
    """预算10表: each project paid from the general budget and the unit that carries it out."""
    cell, given = sheet.manner.cell, sheet.source.projects
    body = [[str(n), p.name, p.unit, cell(p.initial)] for n, p in enumerate(given, 1)]
    body.append(["", "合计", "", cell(known(p.initial for p in given))])
    header = [["序号", "项目名称", "实施单位", "预算数"]]
    aligns: tuple[Align, ...] = ("center", "left", "left", "right")
    empty = frame(sheet, "一般公共预算项目支出表", 10)
    return filled(empty, (8, 36, 42, 16), header, body, aligns)


def goals(sheet: Sheet) -> list[Grid]:
    """预算11表, once for each project whose goals are published."""
    grids = []
    for p in sheet.source.projects:
        if not p.indicators:
            continue
        body = [
            ["项目名称", "<", p.name, "<"],
            ["实施单位", "<", p.unit, "<"],
            ["预算数（万元）", "<", sheet.manner.cell(p.initial), "<"],
            ["年度绩效目标", "<", p.effect, "<"],
            ["一级指标", "二级指标", "三级指标", "指标值"],
            *([i.first, i.second, i.name, i.target] for i in p.indicators),
        ]
        empty = frame(sheet, "项目绩效目标表", 11)
        grids.append(filled(empty, (18, 24, 36, 24), [], body, ("center",) * 4))
    return grids
