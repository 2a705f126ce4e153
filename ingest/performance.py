"""Performance forms (绩效自评表, 绩效目标表): money of the project, and each indicator with its target and result.

A form has headings in its middle: each body row belongs to the nearest row of headings above it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.accounts import is_total_word, label_to_account, strip_ordinal
from ingest.form_heads import (
    all_years,
    counts,
    form_rows,
    heading_year,
    inner,
    is_head,
    is_level,
    is_under,
    names_over,
)
from ingest.form_money import in_money, is_aside, is_beside_named, stage_over
from ingest.header import names_no_figure
from ingest.headings import fund_of, title_year
from ingest.model import Cell, Fact, Flow, Fund, Measure, Misread, Origin, Source, Stage, Subject, Table
from ingest.numbers import MONEY, parse_number, to_yuan, unit_in_header
from ingest.patterns import regex
from ingest.quantities import ROUGH, Quantity, clauses, named_amount, quantities, whole_quantity
from ingest.slashed import part_slashed
from ingest.statements import clean_title
from ingest.text import fold
from ingest.titled_projects import project_in_title, project_over

TOTAL = "合计"
#: Headings of what is not a figure of the project: rows tried from the top.
_POINTS = regex(r"分值|得分|权重|评分|扣分")
_RATE = regex(r"执行率|完成率|完成比例|完成程度|执行进度")
#: Headings of a form with their stage in a report and in a plan (None: the document's own).
_STAGES: tuple[tuple[str, Stage | None], ...] = (
    (r"年初预算|年初批复", Stage.INITIAL_BUDGET),
    (r"全年预算|调整后?预算|调整预算", Stage.ADJUSTED_BUDGET),
    (r"执行|完成|实际|决算|执行率", Stage.EXECUTION),
    (r"年初目标|年初设定", Stage.INITIAL_BUDGET),
    (r"预算数", None),
)
_WHOLE = regex(
    r"(?:资金|支出|预算|经费)?总额$|总额[(（]|^年度(?:资金|总?金额)|^资金总量|^合计$|^全年预算|申请总额|^(?:项目|预算|专项)(?:资金|金额|规模)$"
    r"|^(?:项目|专项)?(?:当年|年度|本年|总)预算(?:数|额|安排)?$"
)
#: What the last row, or a cell beside the project's name, calls the score of the whole form.
_SCORE = regex(r"^(?:绩效|项目|自评|评价)*(?:总分|(?:总|综合)?得分|总评分|合计得分)$")
#: Headings of what is said of an indicator: why it was missed, what is done about it.
_SAID = regex(r"偏差|原因|改进|措施|^备注$|^说明$")
#: The goal of a project in words, beside which each indicator has a value of its own.
_GOAL = regex(r"^(?:年度|总体|项目|绩效|预期|实施期)*(?:总体)?(?:绩效)?目标$")
_VALUE = regex(r"指标值|目标值|完成值")
#: What stands beside an amount of the project and says at which stage it is.
_STAGED = regex(r"(?:全年|年初|调整后?|实际|年度)?(?:预算|执行|支出|决算)(?:数|金额|总?额)")
_YEARLY = regex(r"年度|当年|全年")
_ADJUSTED = regex(r"预算数为调整后|调整后(?:的)?(?:财政)?资金")
#: A remark that says that the form counts money of the treasury alone.
_GRANTED = regex(r"(?:预算数|执行数|总额)为[^。；]{0,24}财政资金")
_TASK_NAMES = ("任务名称", "主要任务", "任务", "工作任务")
_PROJECT_NAME = regex(r"^(?:[一二]级|预算|资金|本级|年度)*(?:专项|项目|政策)+(?:支出|资金|经费|政策)*名称$")
#: Headings of a list of indicators under which the money of the project stands.
_PROJECT_MONEY = regex(
    r"^(?:项目|年度|本年|资金|预算|申请|安排)*(?:金额|预算数?|资金总额|总额|经费|资金|投入)(?:[(（].*[)）])?$"
)
#: A ticked or empty box with its amount in a cell of options.
_OPTION = regex(
    r"(?P<name>[\u4e00-\u9fff]{2,14})\s*[☑☒√✓✔■□☐]\s*(?P<what>资金量|资金规模|金额)\s*[:：]\s*"
    r"(?P<value>\d[\d,]*(?:\.\d+)?)\s*(?P<unit>亿元|万元|元)"
)
_EXECUTED = regex(r"(?:预算|资金|支出)(?:执行|使用|支出)(?:完成)?率")


@dataclass(frozen=True, slots=True)
class _Form:
    """A performance form on its way: what all its figures share."""

    table: Table
    statement: str
    project: str
    entity: str
    year: int
    stage: Stage
    unit: str
    plan_stage: Stage
    fund: Fund


def is_performance(table: Table) -> bool:
    """Whether a table without a title is a performance form all the same: it prints the levels of indicators."""
    words = {fold(c.text) for c in table.cells if c.text and len(c.text) < 12}
    if {"三级指标", "二级指标"} <= words or {"产出指标", "效益指标"} <= words:
        return True
    return any(map(_is_list, _head_rows(table)))


def is_report(table: Table) -> bool:
    """Whether a performance form tells what was reached: a row of headings says so, and no name of an indicator."""
    return any(re.search("完成值|执行率|得分", c.text) for row in _head_rows(table) for c in row)


def _head_rows(table: Table) -> Iterator[list[Cell]]:
    for row in range(table.rows):
        cells = [c for c in table.cells if c.text and c.row == row]
        if is_head(cells, row):
            yield cells


def _is_list(head: Sequence[Cell]) -> bool:
    """Whether headings are those of scored projects, or of indicators with what was reached of each."""
    said = [fold(c.text) for c in head]
    scored = any(re.search("得分|等[次级]$", s) for s in said)
    projects = any(map(_PROJECT_NAME.match, said)) and any(re.search("执行[数率]|预算数", s) for s in said)
    indicators = any(map(is_level, said)) and any(map(_VALUE.search, said))
    return scored and (projects or indicators)


def performance_to_facts(
    table: Table, statement: str, entity: str, year: int, stage: Stage, unit: str
) -> tuple[list[Fact], list[Misread]]:
    """Facts of a performance form; a text cell gives the quantities that it names."""
    table = part_slashed(table)
    title = clean_title(table.title)
    texts = " ".join(c.text for c in table.cells)
    report = "自评" in statement
    plan = Stage.ADJUSTED_BUDGET if _ADJUSTED.search(texts) else Stage.BUDGET
    own = unit or next((u for c in table.cells if (u := unit_in_header(c.text)) in MONEY), "") or ""
    form = _Form(
        table, statement, _project(table), entity, title_year(title, year), Stage.EXECUTION if report else stage,
        own, plan if report else stage, Fund.APPROPRIATION if _GRANTED.search(texts) else Fund.ALL,
    )  # fmt: skip
    facts: list[Fact] = []
    misread: list[Misread] = []
    totals: dict[int, str] = {}
    for row in form_rows(table):
        for fact in _row_facts(form, row.head, row.cells, totals):
            if not fact.unit and fact.measure is Measure.AMOUNT:
                source = fact.source
                misread.append(Misread(source.page, source.box, str(fact.value), "没有注明金额单位"))
            else:
                facts.append(fact)
    return in_money(facts), misread


def _project(table: Table) -> str:
    """Name of the project that a form is about: the cell beside 「项目名称」, where that heads no column, or the line
    over the form."""
    cells = sorted((c for c in table.cells if c.text), key=lambda c: (c.row, c.column))
    for left, right in itertools.pairwise(cells):
        beside = right.row == left.row and not is_head([c for c in cells if c.row == left.row], left.row)
        if beside and _PROJECT_NAME.match(fold(left.text)):
            return right.text
    return project_over([line.text for line in table.caption]) or project_in_title(clean_title(table.title))


def _row_facts(form: _Form, head: Sequence[Cell], row: Sequence[Cell], totals: dict[int, str]) -> list[Fact]:
    """Facts of one row; ``totals`` remembers by column the total that later parts stand under."""
    levels = [c for c in head if is_level(c.text)]
    start = max(c.row for c in row)
    own = [c for c in row if c.row == start]
    if levels:
        return _indicator(form, head, levels, row, own)
    return _money(form, head, row, own, totals)


def _indicator(
    form: _Form, head: Sequence[Cell], levels: Sequence[Cell], row: Sequence[Cell], own: Sequence[Cell]
) -> list[Fact]:
    """Target, result and points of one indicator, named by its levels; in a list of projects the money of each too."""
    listed = next((c for h in head if _PROJECT_NAME.match(fold(h.text)) for c in row if is_under(c, h)), None)
    form = replace(form, project=listed.text) if listed is not None else form
    names = [c for c in row if any(is_under(c, level) for level in levels) and not whole_quantity(c.text)]
    counted = [c for h in head if counts(h.text) for c in row if is_under(c, h)]
    values = [c for c in own if c not in names and c not in counted and c is not listed]
    if not names or names[-1].row != own[0].row:
        return _money(form, (), row, own, {}) if not names else []
    facts: list[Fact] = []
    target = ""
    for cell in values:
        heading = next((h.text for h in head if is_under(cell, h)), "")
        if not heading or names_no_figure(heading) or _says(heading, cell, head):
            continue
        if _PROJECT_MONEY.match(heading):
            facts += _project_money(form, cell, heading)
            continue
        over = names_over(cell, head)
        path = [strip_ordinal(c.text) for c in names if any(is_under(c, level) for level in over)]
        if not path:
            continue
        unit = counted[0].text if counted else unit_in_header(path[-1]) or ""
        subject = Subject("绩效指标", path[-1], path=(*((form.project,) if form.project else ()), *path[:-1]))
        if _POINTS.search(heading):
            if (found := whole_quantity(cell.text)) and not found.unit:
                facts.append(_fact(form, cell, subject, heading, replace(found, unit="分"), " ".join(path)))
            continue
        for name, found in _named(cell.text, target, unit):
            about = subject if not name else replace(subject, name=name, path=(*subject.path, path[-1]))
            facts.append(_fact(form, cell, about, heading, found, " ".join(path)))
            target = target or (found.unit if not name else "")
    return facts


def _project_money(form: _Form, cell: Cell, heading: str) -> list[Fact]:
    """Money of a project in a list of indicators: all of it, or that of the source that stands below 预算金额."""
    found = whole_quantity(cell.text)
    if not form.project or found is None or (found.unit and found.unit not in MONEY):
        return []
    found = replace(found, unit=found.unit or unit_in_header(heading) or form.unit)
    part = inner(heading)
    fund = fund_of([part]) if part else None
    fact = _fact(form, cell, Subject("项目", form.project), heading, found, form.project)
    other = part and fund is None and not is_total_word(part)
    return [replace(fact, breakdown=part if other else TOTAL, fund=fund or fact.fund)]


def _says(heading: str, cell: Cell, head: Sequence[Cell]) -> bool:
    """Whether a cell tells of an indicator, or of the whole project, in words: what it counts is none of its values."""
    if _SAID.search(fold(heading)):
        return True
    valued = any(_VALUE.search(fold(h.text)) for h in head)
    return valued and _GOAL.match(fold(heading)) is not None and whole_quantity(cell.text) is None


def _named(text: str, target: str, unit: str) -> list[tuple[str, Quantity]]:
    """Quantities of a cell, each with the thing that it counts; the indicator's own has none.

    A cell of one quantity is about its indicator. In a sentence of several that in the target's unit is, the others
    are about what stands before them.
    """
    whole = whole_quantity(text)
    if whole is not None:
        return [("", whole if whole.unit else replace(whole, unit=unit))]
    found = [(name, q) for clause in clauses(text) for name, q in quantities(clause)]
    distinct = list(dict.fromkeys((q.value, q.unit) for _, q in found))
    if len(distinct) == 1:
        return [("", found[0][1])]
    same = [q for _, q in found if target and q.unit == target]
    own = same[0] if len({(q.value, q.unit) for q in same}) == 1 else None
    return [("" if q is own else name, q) for name, q in found if q is own or name]


def _money(
    form: _Form, head: Sequence[Cell], row: Sequence[Cell], own: Sequence[Cell], totals: dict[int, str]
) -> list[Fact]:
    """Money of the project: each number under its heading, named by the nearest words to its left."""
    facts = [fact for cell in own for fact in (*_options(form, cell), *_unnamed(form, head, cell, row))]
    for cell in own:
        label, found = named_amount(cell.text) if form.project else ("", whole_quantity(cell.text))
        left = [c for c in row if c.column < cell.column and not whole_quantity(c.text)]
        if found is None or not left or (not label and _is_nameless(cell, left[-1], row, head)):
            continue
        # 任务名称 names the money of a task, not 主要内容 between them.
        tasks = [c for h in head if fold(h.text) in _TASK_NAMES for c in left if is_under(c, h)]
        listed = [c for h in head if _PROJECT_NAME.match(fold(h.text)) for c in left if is_under(c, h)]
        left = tasks or listed or left
        name = label or strip_ordinal(left[-1].text)
        heading = _heading(form, head, cell, _bare(name))
        if listed and ((is_total_word(name) and _is_list(head)) or is_aside(heading, cell.text, found)):
            continue  # the total of those that are listed is no project, nor is its account or what it did its money
        if _POINTS.search(heading) or _SCORE.match(_bare(name)):
            found = replace(found, unit="分")
        elif _RATE.search(heading):
            found = replace(found, unit="%")
        elif not found.unit:
            unit = unit_in_header(left[-1].text) or unit_in_header(heading)
            found = replace(found, unit=unit or form.unit)
        subject, breakdown = _money_subject(form, name, heading)
        if listed and not is_total_word(name) and subject.kind == "绩效指标":
            breakdown = all_years(heading, head) or breakdown
            subject = Subject("项目", name)  # 序号 │ 项目名称 │ 预算数 │ 执行数 │ 得分: a project a row
        if _WHOLE.search(_bare(name)):
            totals[left[-1].column] = name
        elif left[-1].column in totals:
            subject = replace(subject, path=(*subject.path, totals[left[-1].column]))
        told = " ".join(c.text for c in left)
        facts.append(replace(_fact(form, cell, subject, heading, found, told), breakdown=breakdown))
    return facts


def _is_nameless(cell: Cell, beside: Cell, row: Sequence[Cell], head: Sequence[Cell]) -> bool:
    """Whether the words beside a number name no figure: 「预算数620.00 │ 执行率90.1% │ 20 │ 18.0」."""
    return names_no_figure(beside.text) or is_beside_named(cell, row, head)


def _unnamed(form: _Form, head: Sequence[Cell], cell: Cell, row: Sequence[Cell]) -> Iterator[Fact]:
    """Money of the form's project under a stage, in a row without a name."""
    found, (heading, unit) = whole_quantity(cell.text), stage_over(cell, head)
    named = any(c.column < cell.column and not whole_quantity(c.text) for c in row)
    if found is None or named or not heading or not form.project:
        return
    found = replace(found, unit=found.unit or unit or form.unit)
    if found.unit in MONEY:
        fact = _fact(form, cell, Subject("项目", form.project), heading, found, form.project)
        yield replace(fact, breakdown=TOTAL)


def _heading(form: _Form, head: Sequence[Cell], cell: Cell, name: str) -> str:
    """The heading over an amount; the name beside it where that only says at which stage: 「执行数： │ 58.80」."""
    over = next((h.text for h in head if is_under(cell, h)), "")
    said = _STAGED.fullmatch(name) or _RATE.fullmatch(name)
    return name if form.project and not over and said else over


def _options(form: _Form, cell: Cell) -> Iterator[Fact]:
    """「1、部门预算项目☑ 资金量：3.2万元 2、专项资金□ 资金量：」: the money of each option that has an amount."""
    for option in _OPTION.finditer(cell.text):
        value = parse_number(option["value"])
        if value is None:
            continue
        subject = Subject(
            "绩效指标", option["name"] + option["what"], path=(form.project,) if form.project else ()
        )
        fact = _fact(form, cell, subject, "", Quantity(value, option["unit"]), subject.name)
        yield replace(fact, stage=form.plan_stage, fund=Fund.ALL)


def _money_subject(form: _Form, name: str, heading: str) -> tuple[Subject, str]:
    bare = _bare(name)
    points = _column(heading) if _POINTS.search(heading) else TOTAL
    account = label_to_account(name)
    if form.project and _SCORE.match(bare):
        return Subject("绩效指标", "总分", path=(form.project,)), points if heading else "得分"
    if form.project and (_WHOLE.search(bare) or bare == heading):
        # 项目资金总额 counts all years of a project, 年度资金总额 the one that the form is of.
        several = not _YEARLY.search(bare) and any(
            _YEARLY.search(c.text) and _WHOLE.search(c.text) for c in form.table.cells if c.text != name
        )
        return Subject("项目", form.project), bare if several else points
    if account is not None and not form.project:
        return Subject(account.kind, account.name), points
    return Subject("绩效指标", bare, path=(form.project,) if form.project else ()), points


def _money_of(form: _Form, subject: Subject, row: str) -> Fund:
    """The money that a label names; what a remark says of the whole form holds for its lines of money only."""
    named = fund_of([strip_ordinal(row.split(" ")[-1])])
    return named or (Fund.ALL if "指标" in "".join(subject.path) else form.fund)


def _column(heading: str) -> str:
    """A heading of points without what it repeats: 指标权重（分） is the 权重, 执行率得分（分） the 得分."""
    return re.sub(r"^(?:指标|预算|执行率?)+(?=权重|分值|得分)", "", _bare(heading))


def _bare(text: str) -> str:
    return re.sub(r"[(（].*?[)）]", "", text).rstrip(":：")


def _fact(form: _Form, cell: Cell, subject: Subject, heading: str, found: Quantity, row: str) -> Fact:
    points = found.unit == "分" and _POINTS.search(heading)
    bare = _column(re.sub(r"[(（][A-Za-z/×÷*%\d]+[)）]", "", heading)) if points else heading
    bare = re.sub(r"[(（][A-Za-z/×÷*%\d]+[)）]", "", bare)
    measure = _measure(found.unit, heading, bool(points), subject.kind, subject.name)
    account = label_to_account(subject.name)
    money = measure is Measure.AMOUNT or measure is Measure.COMPLETION
    return Fact(
        entity=form.entity,
        year=heading_year(heading, form.year),
        stage=_stage(form, heading),
        statement=form.statement,
        fund=_money_of(form, subject, row) if money else Fund.ALL,
        flow=account.flow if account else Flow.EXPENDITURE if subject.kind == "项目" else Flow.NONE,
        subject=subject,
        breakdown=ROUGH if found.rough else bare or TOTAL,
        measure=measure,
        value=found.value,
        unit=found.unit,
        yuan=to_yuan(found.value, found.unit),
        origin=Origin.CELL,
        source=Source(
            cell.page, cell.box, clean_title(form.table.title), row, heading,
            "" if whole_quantity(cell.text) else cell.text, form.table.sequence,
        ),
    )  # fmt: skip


def _measure(unit: str, heading: str, points: bool, kind: str, name: str) -> Measure:
    if points:
        return Measure.COUNT
    if unit == "%":
        return Measure.COMPLETION if _EXECUTED.search(name) or _RATE.search(heading) else Measure.RATE
    if unit in MONEY:
        return Measure.AMOUNT
    return Measure.AMOUNT if kind in ("项目", "总额", "支出结构", "收入来源") else Measure.COUNT


def _stage(form: _Form, heading: str) -> Stage:
    heading = re.sub(r"[(（](?:调整|调整后)[)）]", "", heading)  # 全年（调整）预算数
    for pattern, stage in _STAGES:
        if re.search(pattern, heading):
            return stage or form.plan_stage
    if re.search(r"指标值|目标值|目标|计划", heading):
        return Stage.INITIAL_BUDGET if "自评" in form.statement else form.stage
    return form.stage
