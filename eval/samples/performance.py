"""Performance: the section of the explanations, and the self-evaluation table of each project that has one."""

from __future__ import annotations

from decimal import Decimal

from eval.samples.blocks import Block, Grid, Heading, Level, Text, ruled
from eval.samples.figures import known, ratio
from eval.samples.sheet import Sheet
from eval.samples.source import Indicator, Project

BUDGET_POINTS = Decimal(10)  # of a hundred points, ten are for how much of the money was spent


def performance(sheet: Sheet, title: str) -> list[Block]:
    """How many projects were evaluated, what came of the whole body, of each project, and what follows."""
    money, share, words = sheet.manner.money, sheet.manner.share, sheet.source.words["performance"]
    projects = sheet.source.projects
    spent = known(p.spent for p in projects)
    adjusted = known(p.adjusted for p in projects)
    return [
        Heading(title, Level.SECTION),
        Heading("（一）绩效管理工作开展情况", Level.PARAGRAPH),
        Text(
            f"本{sheet.source.level}对{sheet.year}年度一般公共预算项目支出全部开展绩效自评，共{len(projects)}个项目，"
            f"全年预算{money(adjusted)}，执行{money(spent)}，执行率{share(spent, adjusted)}，"
            f"涉及资金占一般公共预算项目支出的{share(spent, sheet.sums.general_project)}。"
        ),
        Heading("（二）整体支出自评结果", Level.PARAGRAPH),
        Text(words["conclusion"] + words["unfinished"]),
        Heading("（三）项目支出自评结果", Level.PARAGRAPH),
        *(Text(f"{n}．{_review(sheet, p)}") for n, p in enumerate(projects, 1)),
        Heading("（四）自评结果应用", Level.PARAGRAPH),
        *(Text(f"{n}．{use}") for n, use in enumerate(words["use"], 1)),
    ]


def _review(sheet: Sheet, project: Project) -> str:
    money = sheet.manner.money
    text = (
        f"“{project.name}”项目。全年预算{money(project.adjusted)}，执行{money(project.spent)}，"
        f"完成预算的{sheet.manner.share(project.spent, project.adjusted)}。产出和效果：{project.effect}。"
    )
    if project.problem:
        text += f"存在的问题：{project.problem}。改进措施：{project.remedy}。"
    return text


def evaluation_tables(sheet: Sheet) -> list[Grid]:
    """The self-evaluation table of each project with indicators."""
    return [_table(sheet, project) for project in sheet.source.projects if project.indicators]


def points(project: Project) -> Decimal:
    """The score: that of the indicators, and up to ten for the share of the budget that was spent."""
    earned = ratio(project.spent, project.adjusted) / 100 * BUDGET_POINTS
    return known(i.score for i in project.indicators) + min(earned, BUDGET_POINTS).quantize(Decimal("0.01"))


def _table(sheet: Sheet, project: Project) -> Grid:
    tens = [
        f"{sheet.manner.ten_thousands(a):.2f}" for a in (project.initial, project.adjusted, project.spent)
    ]
    rate = ratio(project.spent, project.adjusted)
    earned = points(project) - known(i.score for i in project.indicators)
    parent = sheet.source.words["document"].get("parent", sheet.source.body)
    head = [
        ["项目名称", "<", project.name, *["<"] * 5],
        ["主管部门", "<", parent, "<", "<", "实施单位", project.unit, "<"],
        [
            "项目资金（万元）",
            "<",
            "年初预算数",
            "全年预算数（A）",
            "全年执行数（B）",
            "分值",
            "执行率（B/A）",
            "得分",
        ],
        ["年度资金总额", "<", *tens, f"{BUDGET_POINTS}", f"{rate}%", f"{earned:.2f}"],
        ["一级指标", "二级指标", "三级指标", "<", "年度指标值", "实际完成值", "分值", "得分"],
    ]
    body = [
        [first, second, i.name, "<", i.target, i.result, _plain(i.weight), _plain(i.score)]
        for i, first, second in _merged(project.indicators)
    ]
    worth = known(i.weight for i in project.indicators) + BUDGET_POINTS
    body.append(["总分", *["<"] * 5, _plain(worth), f"{points(project):.2f}"])
    body.append(["偏差原因及改进措施", "<", _remarks(project), *["<"] * 5])
    return Grid(
        title=f"{sheet.year}年度项目支出绩效自评表",
        left=f"填报单位：{sheet.source.body}",
        right="金额单位：万元",
        widths=(13, 15, 14, 14, 16, 16, 15, 11),
        rows=ruled([*head, *body]),
        header=0,
    )


def _merged(indicators: tuple[Indicator, ...]) -> list[tuple[Indicator, str, str]]:
    """Each indicator with what its first two cells say: a parent's name once, then covered from above."""
    found: list[tuple[Indicator, str, str]] = []
    for n, i in enumerate(indicators):
        last = indicators[n - 1] if n else None
        first = "^" if last and last.first == i.first else i.first
        second = "^" if first == "^" and last and last.second == i.second else i.second
        found.append((i, first, second))
    return found


def _plain(points: Decimal) -> str:
    return f"{points.normalize():f}"


def _remarks(project: Project) -> str:
    return f"{project.problem}。改进措施：{project.remedy}。" if project.problem else "无"


def works(sheet: Sheet) -> list[Block]:
    """The year's main tasks and what became of them; nothing where the body reports none."""
    given = sheet.source.words.get("works", ())
    if not given:
        return []
    body = [[str(n), w["matter"], w["target"], w["done"]] for n, w in enumerate(given, 1)]
    rows = (
        *ruled([["序号", "重要事项", "工作内容及目标", "完成情况"]]),
        *ruled(body, ("center", "center", "left", "left")),
    )
    return [
        Heading(f"第四部分　{sheet.year}年度重点工作完成情况", Level.PART),
        Text(f"{sheet.year}年确定的{len(given)}项重点工作完成情况见下表。"),
        Grid(title="", widths=(7, 18, 32, 43), rows=rows, header=1, size=10.5),
    ]
