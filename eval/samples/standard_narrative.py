"""The explanations of a standard final account (第三部分 情况说明), section by section."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from eval.samples.blocks import Block, Heading, Level, Text
from eval.samples.figures import (
    Prior,
    balance,
    by_class,
    economic_sum,
    granted,
    known,
    of_fund,
    people,
    prior,
    sums,
)
from eval.samples.sheet import Sheet
from eval.samples.source import FUND, GENERAL, Item
from eval.samples.standard_statements import INCOMES


def standard_narrative(sheet: Sheet) -> list[Block]:
    """All sections up to the government's procurement and assets."""
    before = prior(sheet.source, sheet.previous)
    sections = (
        overall(sheet, before),
        income(sheet, before),
        expenditure(sheet, before),
        grants(sheet, before),
        general(sheet, before),
        basic(sheet),
        funds(sheet),
        state_capital(sheet),
        travel(sheet, before),
        operating(sheet, before),
        procurement(sheet),
        assets(sheet),
    )
    return [block for section in sections for block in section]


def section(title: str, paragraphs: Iterable[str]) -> list[Block]:
    """A heading and its paragraphs."""
    return [Heading(title, Level.SECTION), *(Text(text) for text in paragraphs)]


def overall(sheet: Sheet, before: Prior) -> list[Block]:
    """一: totals of both sides against last year."""
    money, s = sheet.manner.money, sheet.sums
    change = sheet.manner.change(s.total, before.total)
    text = (
        f"{sheet.year}年度收入、支出总计各为{money(s.total)}。同{sheet.year - 1}年度相比，收、支总计各{change}。"
        f"变动的主要原因：{sheet.source.words['reasons']['total']}。"
    )
    return section("一、收入支出决算总体情况说明", [text])


def income(sheet: Sheet, before: Prior) -> list[Block]:
    """二: this year's income by source."""
    money, share, s = sheet.manner.money, sheet.manner.share, sheet.sums
    parts = zip(INCOMES[1:], sums(sheet.source.items, [column for _, column in INCOMES[1:]]), strict=True)
    listed = [f"{name}{money(a)}，占{share(a, s.income)}" for (name, _), a in parts if a is not None]
    text = (
        f"{sheet.year}年度收入合计{money(s.income)}，比{sheet.year - 1}年度"
        f"{sheet.manner.change(s.income, before.income)}，主要是{sheet.source.words['reasons']['income']}。"
        f"按来源分：{'；'.join(listed)}。"
    )
    return section("二、收入决算情况说明", [text])


def expenditure(sheet: Sheet, before: Prior) -> list[Block]:
    """三: this year's expenditure by kind."""
    money, share, s = sheet.manner.money, sheet.manner.share, sheet.sums
    basics = known(i.basic for i in sheet.source.items) + known(i.own_basic for i in sheet.source.items)
    projects = s.expenditure - basics
    text = (
        f"{sheet.year}年度支出合计{money(s.expenditure)}，比{sheet.year - 1}年度"
        f"{sheet.manner.change(s.expenditure, before.expenditure)}，"
        f"主要是{sheet.source.words['reasons']['expenditure']}。其中：基本支出{money(basics)}，"
        f"占本年支出的{share(basics, s.expenditure)}；项目支出{money(projects)}，"
        f"占本年支出的{share(projects, s.expenditure)}。"
    )
    return section("三、支出决算情况说明", [text])


def grants(sheet: Sheet, before: Prior) -> list[Block]:
    """四: the treasury's money, both sides."""
    money, s = sheet.manner.money, sheet.sums
    change = sheet.manner.change(s.grant_total, before.grant_total)
    texts = [
        f"{sheet.year}年度财政拨款收、支总计各为{money(s.grant_total)}，比{sheet.year - 1}年度各{change}，"
        f"主要原因是{sheet.source.words['reasons']['grant']}。"
    ]
    general = balance(sheet.source, GENERAL)
    line = f"财政拨款收入中，一般公共预算财政拨款收入{money(general[1])}"
    if of_fund(sheet.source, FUND):
        fund = balance(sheet.source, FUND)
        line += f"，政府性基金预算财政拨款收入{money(fund[1])}"
    if s.grant_closing:
        line += f"。年末财政拨款结转和结余{money(s.grant_closing)}，按规定转入下年继续使用"
    return section("四、财政拨款收入支出决算总体情况说明", [*texts, f"{line}。"])


def general(sheet: Sheet, before: Prior) -> list[Block]:
    """五: the general budget: total, structure by 类, and each 项 against its budget."""
    money, share, s = sheet.manner.money, sheet.manner.share, sheet.sums
    items = of_fund(sheet.source, GENERAL)
    change = sheet.manner.change(s.general, before.general)
    classes = [
        f"{n}．{sheet.names[code]}（类）{money(amount)}，占{share(amount, s.general)}。"
        for n, (code, amount) in enumerate(by_class(items, granted).items(), 1)
    ]
    return [
        Heading("五、一般公共预算财政拨款支出决算情况说明", Level.SECTION),
        Heading("（一）总体情况", Level.PARAGRAPH),
        Text(
            f"{sheet.year}年度一般公共预算财政拨款支出{money(s.general)}，占本年支出合计的"
            f"{share(s.general, s.expenditure)}，比{sheet.year - 1}年度{change}。"
            f"主要原因：{sheet.source.words['reasons']['general']}。"
        ),
        Heading("（二）结构情况", Level.PARAGRAPH),
        Text(f"{sheet.year}年度一般公共预算财政拨款支出用在{len(classes)}个方面："),
        *(Text(text) for text in classes),
        Heading("（三）具体情况", Level.PARAGRAPH),
        Text(
            f"一般公共预算财政拨款支出年初预算{money(s.general_budget)}，决算{money(s.general)}，"
            f"完成年初预算的{share(s.general, s.general_budget)}。其中：基本支出{money(s.general_basic)}，"
            f"项目支出{money(s.general_project)}。各项级科目的执行情况如下："
        ),
        *(Text(f"{n}．{item_line(sheet, item)}") for n, item in enumerate(items, 1)),
    ]


def item_line(sheet: Sheet, item: Item) -> str:
    """One 项: where it stands, what for, its budget, what was spent, and why the two differ."""
    money, paid = sheet.manner.money, known((granted(item),))
    place = (
        f"{sheet.names[item.code[:3]]}（类）{sheet.names[item.code[:5]]}（款）{sheet.names[item.code]}（项），"
        f"主要用于{item.use}。"
    )
    if item.budget is None:
        return f"{place}年初没有安排预算，决算{money(paid)}。{item.reason}。"
    done = f"年初预算{money(item.budget)}，决算{money(paid)}，完成年初预算的{sheet.manner.share(paid, item.budget)}"
    if paid == item.budget:
        return f"{place}{done}，决算与预算一致。"
    word = "大于" if paid > item.budget else "小于"
    return f"{place}{done}。决算{word}预算，是因为{item.reason}。"


def basic(sheet: Sheet) -> list[Block]:
    """六: basic expenditure: people and the rest."""
    money, names = sheet.manner.money, sheet.economic
    staff, whole = people(sheet.source), economic_sum(sheet.source)
    given = [(code, amount) for code, amount in sheet.source.economic if amount]
    lists = [
        "、".join(names[code] for code, _ in given if code.startswith(("301", "303")) is kept)
        for kept in (True, False)
    ]
    return section(
        "六、一般公共预算财政拨款基本支出决算情况说明",
        [
            f"{sheet.year}年度一般公共预算财政拨款基本支出{money(whole)}，由两部分构成：",
            f"人员经费{money(staff)}，包括{lists[0]}。",
            f"公用经费{money(whole - staff)}，包括{lists[1]}。",
        ],
    )


def funds(sheet: Sheet) -> list[Block]:
    """七: government funds, or that there are none."""
    money, items = sheet.manner.money, of_fund(sheet.source, FUND)
    title = "七、政府性基金预算财政拨款收入支出决算情况说明"
    if not items:
        return section(
            title,
            [f"{sheet.year}年度，本{sheet.source.level}没有政府性基金预算财政拨款收入，也没有相应支出。"],
        )
    opening, grant, closing = balance(sheet.source, FUND)
    texts = [
        f"{sheet.year}年度政府性基金预算财政拨款年初结转和结余{money(opening)}，本年收入{money(grant)}，"
        f"本年支出{money(sheet.sums.fund)}，年末结转和结余{money(closing)}。具体为："
    ]
    texts += [f"{n}．{item_line(sheet, item)}" for n, item in enumerate(items, 1)]
    return section(title, texts)


def state_capital(sheet: Sheet) -> list[Block]:
    """八: none."""
    text = f"{sheet.year}年度，本{sheet.source.level}没有国有资本经营预算财政拨款支出。"
    return section("八、国有资本经营预算财政拨款支出决算情况说明", [text])


def travel(sheet: Sheet, before: Prior) -> list[Block]:
    """九: 三公经费 against the budget and against last year."""
    money, share = sheet.manner.money, sheet.manner.share
    plan, now, then = sheet.source.travel["budget"], sheet.source.travel["final"], before.travel
    notes = sheet.source.words["travel_notes"]
    bought = f"当年购置公务用车{notes['purchased']}辆" if notes["purchased"] else "当年没有购置公务用车"
    guests = (
        f"全年国内公务接待{notes['batches']}批次、{notes['guests']}人次，用于{notes['visitors']}"
        if notes["batches"]
        else "全年没有公务接待批次"
    )
    return section(
        "九、财政拨款“三公”经费支出决算情况说明",
        [
            f"{sheet.year}年度“三公”经费财政拨款支出全年预算{money(plan.total)}，决算{money(now.total)}，"
            f"完成全年预算的{share(now.total, plan.total)}。决算数比{sheet.year - 1}年度"
            f"{sheet.manner.change(now.total, then.total)}，主要原因是{notes['total']}。",
            f"1．因公出国（境）费{money(now.abroad)}，全年没有安排出国（境）团组。",
            f"2．公务用车购置及运行维护费{money(now.vehicles)}，完成预算的{share(now.vehicles, plan.vehicles)}，"
            f"比上年{sheet.manner.change(now.vehicles, then.vehicles)}，原因是{notes['vehicles']}。"
            f"其中：公务用车购置费{money(now.purchase)}，{bought}；公务用车运行维护费{money(now.running)}，"
            f"年末公务用车保有量{notes['kept']}辆。",
            f"3．公务接待费{money(now.reception)}，完成预算的{share(now.reception, plan.reception)}，"
            f"比上年{sheet.manner.change(now.reception, then.reception)}，原因是{notes['reception']}。{guests}。",
        ],
    )


def operating(sheet: Sheet, before: Prior) -> list[Block]:
    """十: 机关运行经费, which bodies that are no organ of government do not have."""
    title, given = "十、机关运行经费支出说明", sheet.source.words.get("operating")
    if given is None:
        return section(title, ["本单位是公益一类事业单位，不使用机关运行经费。"])
    amount: Decimal = given["amount"]
    change = sheet.manner.change(amount, known((before.operating,)))
    text = (
        f"{sheet.year}年度机关运行经费支出{sheet.manner.money(amount)}，比{sheet.year - 1}年度{change}，"
        f"主要原因是{given['reason']}。"
    )
    return section(title, [text])


def procurement(sheet: Sheet) -> list[Block]:
    """十一: what was bought, and from whom."""
    money, share, p = sheet.manner.money, sheet.manner.share, sheet.source.words["procurement"]
    whole = p["goods"] + p["works"] + p["services"]
    text = (
        f"{sheet.year}年度政府采购支出总额{money(whole)}，其中：货物支出{money(p['goods'])}、"
        f"工程支出{money(p['works'])}、服务支出{money(p['services'])}。授予中小企业合同金额{money(p['small'])}，"
        f"占政府采购支出总额的{share(p['small'], whole)}；其中授予小微企业合同金额{money(p['micro'])}，"
        f"占授予中小企业合同金额的{share(p['micro'], p['small'])}。"
    )
    return section("十一、政府采购支出说明", [text])


def assets(sheet: Sheet) -> list[Block]:
    """十二: vehicles and large equipment."""
    given = sheet.source.words["assets"]
    count = sum(number for _, number in given["vehicles"])
    listed = "、".join(f"{name}{number}辆" for name, number in given["vehicles"])
    other = f"，{given['other']}" if given.get("other") else ""
    large = f"{given['equipment']}台（套）" if given["equipment"] else "0台（套）"
    text = (
        f"截至{sheet.year}年12月31日，本{sheet.source.level}共有车辆{count}辆，其中：{listed}{other}。"
        f"单价100万元（含）以上的设备（不含车辆）{large}。"
    )
    return section("十二、国有资产占用情况说明", [text])
