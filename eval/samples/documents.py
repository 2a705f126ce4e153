"""The order of a whole document, from its cover to the last annex: one function per kind."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping, Sequence

from eval.samples.blocks import Block, Grid, Heading, Level, Paper, Text, ruled
from eval.samples.budget_narrative import budget_narrative
from eval.samples.budget_statements import budget_statements
from eval.samples.compact_narrative import compact_narrative
from eval.samples.compact_statements import compact_statements
from eval.samples.performance import evaluation_tables, performance, works
from eval.samples.sheet import Sheet
from eval.samples.source import DATA
from eval.samples.standard_narrative import standard_narrative
from eval.samples.standard_statements import standard_statements

Document = tuple[Paper, list[Block]]


def standard(sheet: Sheet) -> Document:
    """Overview, statements, explanations, the year's tasks, definitions, self-evaluation tables."""
    source = sheet.source
    name = f"{source.body}{source.year}年度{source.level}决算"
    tasks = works(sheet)
    parts = ("四", "五", "六") if tasks else ("", "四", "五")
    paper = Paper(
        (source.body, f"{source.year}年度{source.level}决算"), "— {page} —", _published(source.year), True
    )
    return paper, [
        *overview(sheet, f"第一部分　{source.body}概况"),
        Heading(f"第二部分　{name}表", Level.PART),
        *standard_statements(sheet),
        Heading(f"第三部分　{name}情况说明", Level.PART),
        *standard_narrative(sheet),
        *performance(sheet, "十三、预算绩效情况说明"),
        *tasks,
        *definitions(sheet, f"第{parts[1]}部分　名词解释"),
        Heading(f"第{parts[2]}部分　附件", Level.PART),
        *evaluation_tables(sheet),
    ]


def budget(sheet: Sheet) -> Document:
    """Overview with the year's tasks, explanations, statements, definitions."""
    source = sheet.source
    name = f"{source.body}{source.year}年部门预算"
    tasks = source.words["overview"]["tasks"]
    paper = Paper((source.body, f"{source.year}年部门预算"), "{page}", f"{source.year}年2月", False, False)
    return paper, [
        *overview(sheet, f"第一部分　{source.body}概况"),
        Heading(f"三、{source.year}年重点任务", Level.SECTION),
        *(Text(f"（{n}）{task}") for n, task in enumerate(tasks, 1)),
        Heading(f"第二部分　{name}情况说明", Level.PART),
        *budget_narrative(sheet),
        Heading(f"第三部分　{name}表", Level.PART),
        *budget_statements(sheet),
        *definitions(sheet, "第四部分　名词解释"),
    ]


def compact(sheet: Sheet) -> Document:
    """Definitions before the explanations, statements after them, self-evaluation tables last."""
    source = sheet.source
    name = f"{source.body}{source.year}年度部门决算"
    paper = Paper(
        (f"{source.year}年度", source.body, "部门决算公开"), "- {page} -", f"{source.year + 1}年8月", False
    )
    return paper, [
        *overview(sheet, "第一部分　部门概况"),
        *definitions(sheet, "第二部分　名词解释"),
        Heading(f"第三部分　{name}说明", Level.PART),
        *compact_narrative(sheet),
        *performance(sheet, "十一、预算绩效管理情况"),
        Heading(f"第四部分　{name}表", Level.PART),
        *compact_statements(sheet),
        Heading("第五部分　项目绩效自评表", Level.PART),
        *evaluation_tables(sheet),
    ]


def _published(year: int) -> str:
    return f"{year + 1}年9月"


def overview(sheet: Sheet, title: str) -> list[Block]:
    """What the body does and which units its figures include."""
    given = sheet.source.words["overview"]
    blocks: list[Block] = [Heading(title, Level.PART), Heading("一、主要职责", Level.SECTION)]
    blocks += [Text(f"（{n}）{duty}") for n, duty in enumerate(given["duties"], 1)]
    blocks += [Heading("二、机构设置", Level.SECTION), Text(given["intro"])]
    units: Sequence[Sequence[str]] = given["units"]
    blocks.append(
        Text(f"纳入{sheet.year}年度{sheet.source.level}{sheet.source.kind}编制范围的单位共{len(units)}家：")
    )
    rows = [["序号", "单位名称", "单位性质"], *([str(n), *unit] for n, unit in enumerate(units, 1))]
    return [*blocks, Grid(title="", widths=(10, 60, 30), rows=ruled(rows), header=1, size=11)]


def definitions(sheet: Sheet, title: str) -> list[Block]:
    """What the terms mean."""
    given = tomllib.loads((DATA / "definitions.toml").read_text("utf-8"))[sheet.source.layout]
    lines = [Text(f"{n}．{term}：指{meaning}。") for n, (term, meaning) in enumerate(given, 1)]
    return [Heading(title, Level.PART), *lines]


LAYOUTS: Mapping[str, Callable[[Sheet], Document]] = {
    "standard": standard,
    "budget": budget,
    "compact": compact,
}
