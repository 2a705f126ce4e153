"""The explanations of a budget, section by section, each figure against last year's budget or execution."""

from __future__ import annotations

from decimal import Decimal

from eval.samples.blocks import Block, Heading, Level, Text
from eval.samples.budget_statements import SOURCES, before
from eval.samples.figures import by_class, economic_sum, granted, known, of_fund, people, sums
from eval.samples.sheet import Sheet
from eval.samples.source import FUND, GENERAL, Item
from eval.samples.standard_narrative import section


def budget_narrative(sheet: Sheet) -> list[Block]:
    """All sections."""
    parts = (overall, income, expenditure, grants, general, basic, travel, funds, state_capital, others)
    return [block for part in parts for block in part(sheet)]


def planned(sheet: Sheet, fund: str) -> Decimal:
    """Last year's budget of one kind: the sum of what last year's account prints as 年初预算."""
    return known(item.budget for item in of_fund(before(sheet), fund))


def overall(sheet: Sheet) -> list[Block]:
    """一: both sides against last year's budget."""
    s, money = sheet.sums, sheet.manner.money
    last = planned(sheet, GENERAL) + planned(sheet, FUND) + sheet.source.words["prior"]["own"]
    text = (
        f"{sheet.year}年本部门收、支预算总计{money(s.total)}，比{sheet.year - 1}年预算"
        f"{sheet.manner.change(s.total, last)}。主要原因是{sheet.source.words['reasons']['total']}。"
    )
    return section("一、收支预算总体情况", [text])


def income(sheet: Sheet) -> list[Block]:
    """二: where the money comes from."""
    s, money = sheet.sums, sheet.manner.money
    amounts = sums(sheet.source.items, [column for _, column in SOURCES[1:]])
    listed = [
        f"{name}{money(known((amount,)))}，占{sheet.manner.share(known((amount,)), s.total)}"
        for (name, _), amount in zip(SOURCES[1:], amounts, strict=True)
    ]
    return section(
        "二、收入预算情况", [f"{sheet.year}年收入预算{money(s.total)}，其中：{'；'.join(listed)}。"]
    )


def expenditure(sheet: Sheet) -> list[Block]:
    """三: what it is spent on."""
    s, money, share = sheet.sums, sheet.manner.money, sheet.manner.share
    basics = known(item.basic for item in sheet.source.items)
    text = (
        f"{sheet.year}年支出预算{money(s.expenditure)}，其中：基本支出{money(basics)}，"
        f"占{share(basics, s.expenditure)}；项目支出{money(s.expenditure - basics)}，"
        f"占{share(s.expenditure - basics, s.expenditure)}。"
    )
    return section("三、支出预算情况", [text])


def grants(sheet: Sheet) -> list[Block]:
    """四: the treasury's money."""
    s, money = sheet.sums, sheet.manner.money
    last = planned(sheet, GENERAL) + planned(sheet, FUND)
    text = (
        f"{sheet.year}年财政拨款收、支预算总计{money(s.grant_total)}，比{sheet.year - 1}年预算"
        f"{sheet.manner.change(s.grant_total, last)}。其中上年结转{money(s.grant_opening)}。"
    )
    return section("四、财政拨款收支预算情况", [text])


def general(sheet: Sheet) -> list[Block]:
    """五: the general budget, by 类 and then by 项 against what was spent last year."""
    s, money, items = sheet.sums, sheet.manner.money, of_fund(sheet.source, GENERAL)
    parts = "；".join(
        f"{sheet.names[code]}（类）{money(amount)}，占{sheet.manner.share(amount, s.general)}"
        for code, amount in by_class(items, granted).items()
    )
    reason = sheet.source.words["reasons"]["general"]
    texts = [
        f"{sheet.year}年一般公共预算支出{money(s.general)}，比{sheet.year - 1}年预算"
        f"{sheet.manner.change(s.general, planned(sheet, GENERAL))}，主要是{reason}。按大类看：{parts}。",
        "项级科目的安排如下：",
    ]
    then = {item.code: known((granted(item),)) for item in of_fund(before(sheet), GENERAL)}
    texts += [f"{n}．{_item(sheet, item, then[item.code])}" for n, item in enumerate(items, 1)]
    return section("五、一般公共预算支出情况", texts)


def _item(sheet: Sheet, item: Item, then: Decimal) -> str:
    now = known((granted(item),))
    names = sheet.names
    line = (
        f"{names[item.code[:3]]}（类）{names[item.code[:5]]}（款）{names[item.code]}（项）"
        f"{sheet.manner.money(now)}，用于{item.use}，{sheet.manner.than(f'{sheet.year - 1}年执行数', now, then)}"
    )
    return f"{line}，原因是{item.reason}。" if item.reason else f"{line}。"


def basic(sheet: Sheet) -> list[Block]:
    """六: basic expenditure."""
    money, staff, whole = sheet.manner.money, people(sheet.source), economic_sum(sheet.source)
    text = (
        f"{sheet.year}年一般公共预算基本支出{money(whole)}，其中人员经费{money(staff)}，"
        f"公用经费{money(whole - staff)}。"
    )
    return section("六、一般公共预算基本支出情况", [text])


def travel(sheet: Sheet) -> list[Block]:
    """七: 三公经费 against last year's budget."""
    money, change = sheet.manner.money, sheet.manner.change
    now, then = sheet.source.travel["budget"], before(sheet).travel["budget"]
    notes = sheet.source.words["travel_notes"]
    return section(
        "七、“三公”经费预算情况",
        [
            f"{sheet.year}年“三公”经费预算{money(now.total)}，比{sheet.year - 1}年预算"
            f"{change(now.total, then.total)}，主要原因是{notes['total']}。",
            f"因公出国（境）费{money(now.abroad)}，{change(now.abroad, then.abroad)}。"
            f"公务用车购置费{money(now.purchase)}，{change(now.purchase, then.purchase)}；"
            f"公务用车运行费{money(now.running)}，{change(now.running, then.running)}，原因是{notes['running']}。"
            f"公务接待费{money(now.reception)}，{change(now.reception, then.reception)}，原因是{notes['reception']}。",
        ],
    )


def funds(sheet: Sheet) -> list[Block]:
    """八: government funds."""
    money, now, then = sheet.manner.money, sheet.sums.fund, planned(sheet, FUND)
    listed = "；".join(
        f"{sheet.names[i.code]}（项）{money(known((granted(i),)))}，用于{i.use}"
        for i in of_fund(sheet.source, FUND)
    )
    text = (
        f"{sheet.year}年政府性基金预算支出{money(now)}，比{sheet.year - 1}年预算{sheet.manner.change(now, then)}，"
        f"主要是{sheet.source.words['reasons']['fund']}。其中：{listed}。"
    )
    return section("八、政府性基金预算支出情况", [text])


def state_capital(sheet: Sheet) -> list[Block]:
    """九: none."""
    return section("九、国有资本经营预算支出情况", [f"{sheet.year}年本部门没有国有资本经营预算支出。"])


def others(sheet: Sheet) -> list[Block]:
    """十: running costs, procurement, assets, performance goals."""
    money, share, words = sheet.manner.money, sheet.manner.share, sheet.source.words
    running, p, held = words["operating"], words["procurement"], words["assets"]
    whole = p["goods"] + p["works"] + p["services"]
    listed = "、".join(f"{name}{number}辆" for name, number in held["vehicles"])
    projects = sheet.source.projects
    amount = known(project.initial for project in projects)
    paragraphs = {
        "（一）机关运行经费": f"{sheet.year}年机关运行经费预算{money(running['amount'])}，比{sheet.year - 1}年预算"
        f"{sheet.manner.change(running['amount'], running['before'])}，原因是{running['reason']}。",
        "（二）政府采购": f"{sheet.year}年政府采购预算{money(whole)}，其中货物{money(p['goods'])}、"
        f"工程{money(p['works'])}、服务{money(p['services'])}。面向中小企业预留{money(p['small'])}，"
        f"占{share(p['small'], whole)}，其中预留给小微企业{money(p['micro'])}。",
        "（三）国有资产占用": f"截至{sheet.year - 1}年12月31日，本部门共有车辆"
        f"{sum(number for _, number in held['vehicles'])}辆，其中：{listed}。"
        f"单价100万元（含）以上的设备{held['equipment']}台（套）。{sheet.year}年没有安排购置车辆和此类设备。",
        "（四）绩效目标设置": f"{sheet.year}年列入一般公共预算的{len(projects)}个项目全部设置了绩效目标，"
        f"涉及资金{money(amount)}。",
    }
    blocks: list[Block] = [Heading("十、其他重要事项", Level.SECTION)]
    for title, text in paragraphs.items():
        blocks += [Heading(title, Level.PARAGRAPH), Text(text)]
    return blocks
