"""The explanations of a final account in the compact layout: shorter, in 万元 where the statements are in 元."""

from __future__ import annotations

from collections.abc import Callable

from eval.samples.blocks import Block
from eval.samples.figures import (
    Prior,
    balance,
    basic,
    by_class,
    economic_sum,
    granted,
    known,
    of_fund,
    people,
    prior,
    sums,
)
from eval.samples.sheet import Sheet, numeral
from eval.samples.source import FUND, GENERAL, Item
from eval.samples.standard_narrative import section
from eval.samples.standard_statements import INCOMES


def compact_narrative(sheet: Sheet) -> list[Block]:
    """All sections up to the assets, numbered as they come."""
    before = prior(sheet.source, sheet.previous)
    parts: tuple[tuple[str, Callable[[Sheet, Prior], list[str]]], ...] = (
        ("收支总体情况", overall),
        ("收入情况", income),
        ("支出情况", expenditure),
        ("财政拨款收支情况", grants),
        ("一般公共预算财政拨款支出情况", general),
        ("一般公共预算财政拨款基本支出情况", basics),
        ("“三公”经费财政拨款支出情况", travel),
        ("政府性基金预算财政拨款收支情况", funds),
        ("国有资本经营预算财政拨款支出情况", state_capital),
        ("机关运行经费、政府采购和国有资产情况", others),
    )
    numbered = enumerate(parts, 1)
    return [
        b for n, (title, part) in numbered for b in section(f"{numeral(n)}、{title}", part(sheet, before))
    ]


def overall(sheet: Sheet, before: Prior) -> list[str]:
    """Totals of both sides."""
    s, change = sheet.sums, sheet.manner.change
    return [
        f"{sheet.year}年度，全局收入总计{sheet.manner.money(s.total)}（含年初结转和结余{sheet.manner.money(s.opening)}），"
        f"支出总计与收入总计相等。总计数较上年{change(s.total, before.total)}，"
        f"主要是{sheet.source.words['reasons']['total']}。"
    ]


def income(sheet: Sheet, before: Prior) -> list[str]:
    """This year's income by source."""
    money, share, s = sheet.manner.money, sheet.manner.share, sheet.sums
    amounts = sums(sheet.source.items, [column for _, column in INCOMES[1:]])
    parts = [
        f"{name}{money(amount)}（{share(amount, s.income)}）"
        for (name, _), amount in zip(INCOMES[1:], amounts, strict=True)
        if amount is not None
    ]
    return [
        f"本年收入合计{money(s.income)}，较上年{sheet.manner.change(s.income, before.income)}，"
        f"主要是{sheet.source.words['reasons']['income']}。各项来源及其占本年收入的比重为：{'、'.join(parts)}。"
    ]


def expenditure(sheet: Sheet, before: Prior) -> list[str]:
    """This year's expenditure by kind."""
    money, share, s = sheet.manner.money, sheet.manner.share, sheet.sums
    fixed = known(basic(item) for item in sheet.source.items)
    return [
        f"本年支出合计{money(s.expenditure)}，较上年{sheet.manner.change(s.expenditure, before.expenditure)}，"
        f"主要是{sheet.source.words['reasons']['expenditure']}。其中基本支出{money(fixed)}，"
        f"占{share(fixed, s.expenditure)}；项目支出{money(s.expenditure - fixed)}，"
        f"占{share(s.expenditure - fixed, s.expenditure)}。"
    ]


def grants(sheet: Sheet, before: Prior) -> list[str]:
    """The treasury's money."""
    money, s = sheet.manner.money, sheet.sums
    return [
        f"财政拨款收入{money(s.grant)}，加上年初结转和结余{money(s.grant_opening)}，总计{money(s.grant_total)}，"
        f"较上年{sheet.manner.change(s.grant_total, before.grant_total)}，"
        f"主要是{sheet.source.words['reasons']['grant']}。"
        f"财政拨款支出{money(s.general + s.fund)}，年末结转和结余{money(s.grant_closing)}。"
    ]


def general(sheet: Sheet, before: Prior) -> list[str]:
    """The general budget: total, structure, each 项 against its budget."""
    money, share, s = sheet.manner.money, sheet.manner.share, sheet.sums
    items = of_fund(sheet.source, GENERAL)
    parts = "；".join(
        f"{sheet.names[code]}{money(amount)}，占{share(amount, s.general)}"
        for code, amount in by_class(items, granted).items()
    )
    return [
        f"一般公共预算财政拨款支出{money(s.general)}，较上年{sheet.manner.change(s.general, before.general)}，"
        f"主要是{sheet.source.words['reasons']['general']}。年初预算为{money(s.general_budget)}，"
        f"完成{share(s.general, s.general_budget)}。",
        f"从结构看，{parts}。",
        *(f"（{numeral(n)}）{_item(sheet, item)}" for n, item in enumerate(items, 1)),
    ]


def _item(sheet: Sheet, item: Item) -> str:
    money, names, paid = sheet.manner.money, sheet.names, known((granted(item),))
    place = f"“{names[item.code[:3]]}—{names[item.code[:5]]}—{names[item.code]}”"
    budget = known((item.budget,))
    line = f"{place}决算{money(paid)}，用于{item.use}，年初预算{money(budget)}，完成{sheet.manner.share(paid, budget)}"
    if paid == budget:
        return f"{line}，预决算无差异。"
    return f"{line}，{'超出' if paid > budget else '低于'}预算的原因：{item.reason}。"


def basics(sheet: Sheet, before: Prior) -> list[str]:
    """People and the rest."""
    money, staff, whole = sheet.manner.money, people(sheet.source), economic_sum(sheet.source)
    return [
        f"一般公共预算财政拨款基本支出{money(whole)}。人员经费{money(staff)}，占{sheet.manner.share(staff, whole)}；"
        f"公用经费{money(whole - staff)}，占{sheet.manner.share(whole - staff, whole)}。"
    ]


def travel(sheet: Sheet, before: Prior) -> list[str]:
    """三公经费 against the budget and against last year."""
    money, change, share = sheet.manner.money, sheet.manner.change, sheet.manner.share
    plan, now, then = sheet.source.travel["budget"], sheet.source.travel["final"], before.travel
    notes = sheet.source.words["travel_notes"]
    return [
        f"“三公”经费预算{money(plan.total)}，决算{money(now.total)}，为预算的{share(now.total, plan.total)}，"
        f"较上年{change(now.total, then.total)}，主要是{notes['total']}。",
        f"其中：因公出国（境）费{money(now.abroad)}，未组织出访；公务用车购置费{money(now.purchase)}，未购置车辆；"
        f"公务用车运行维护费{money(now.running)}，较上年{change(now.running, then.running)}，"
        f"主要是{notes['vehicles']}，年末保有公务用车{notes['kept']}辆；"
        f"公务接待费{money(now.reception)}，较上年{change(now.reception, then.reception)}，主要是{notes['reception']}，"
        f"共接待{notes['batches']}批、{notes['guests']}人次，对象为{notes['visitors']}。",
    ]


def funds(sheet: Sheet, before: Prior) -> list[str]:
    """Government funds."""
    opening, grant, closing = balance(sheet.source, FUND)
    listed = "；".join(f"{_item(sheet, item)}" for item in of_fund(sheet.source, FUND))
    money = sheet.manner.money
    return [
        f"政府性基金预算财政拨款年初结转和结余{money(opening)}，本年收入{money(grant)}，"
        f"本年支出{money(sheet.sums.fund)}，年末结转和结余{money(closing)}。{listed}"
    ]


def state_capital(sheet: Sheet, before: Prior) -> list[str]:
    """None."""
    return ["本部门无国有资本经营预算财政拨款支出。"]


def others(sheet: Sheet, before: Prior) -> list[str]:
    """Running costs, procurement, assets."""
    money, share, words = sheet.manner.money, sheet.manner.share, sheet.source.words
    running, p, held = words["operating"], words["procurement"], words["assets"]
    whole = p["goods"] + p["works"] + p["services"]
    listed = "、".join(f"{name}{number}辆" for name, number in held["vehicles"])
    return [
        f"机关运行经费支出{money(running['amount'])}，较上年"
        f"{sheet.manner.change(running['amount'], known((before.operating,)))}，主要是{running['reason']}。",
        f"政府采购合同金额{money(whole)}：货物{money(p['goods'])}，工程{money(p['works'])}，服务{money(p['services'])}。"
        f"中小企业合同金额{money(p['small'])}，占{share(p['small'], whole)}，"
        f"其中小微企业{money(p['micro'])}。",
        f"{sheet.year}年末共有车辆{sum(number for _, number in held['vehicles'])}辆：{listed}。"
        f"单价100万元以上设备（不含车辆）{held['equipment']}台（套）。",
    ]
