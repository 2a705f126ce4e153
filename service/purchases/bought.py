"""What is bought under a heading of the procurement statement: listed, set in order, added up by project (采购分项).

The statement nests goods and services below the project and the account that pays, and prints a figure for each
level: only the last level is what is bought, and a figure above is the sum of those below it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from ingest.model import Fact, Measure
from ingest.numbers import convert, plain
from ingest.patterns import regex
from ingest.text import fold
from service.figures.told import label_of, printed_as
from service.model import Body, Evidence, Finding, Operand, Operation, Plan
from service.purchases.purchases import BUYING, KIND, heading_said

STATEMENT = "政府采购表"
#: How many are told where the question names no number, and how many at most.
_PLACES, _MOST = 3, 40
_SORTS = {"政府采购货物支出": "货物", "政府采购工程支出": "工程", "政府采购服务支出": "服务"}
#: The projects that pay, and the things themselves, as what is asked for.
_PROJECTS = regex(
    r"(?:哪一?|那|几)[个些几]*(?:专项|项目)|(?:专项|项目)(?:里|中)?[^，。？]{0,4}(?:最|从|排|哪|是?(?:什么|啥))"
    r"|(?:最[大高多小低少贵]|第一)(?:额|金额)?的?[^，。？]{0,2}(?:专项|项目)"
)
_THINGS = regex(r"物品|东西|品目|哪[样种件些]|设备|货物|用品|服务|什么|啥|明细|贵|便宜|[买购](?:的|了)")


def bought(body: Body, plan: Plan, facts: Sequence[Fact]) -> Evidence:
    """The purchases that the plan asks for, one by one; no findings where the statement has none under its heading."""
    rows = _under(plan, facts)
    if not rows:
        return Evidence()
    if _PROJECTS.search(plan.text):
        findings = [_of_project(name, held, body) for name, held in _by_project(rows).items()]
    else:
        findings = [purchase_finding(f, body) for f in _last_level(rows)]
    if plan.operation is Operation.COUNT:
        return Evidence((_number(findings, rows[0], body), *findings[:_MOST]))
    if plan.operation is Operation.RANK:
        findings.sort(key=lambda f: f.value, reverse=not plan.least)
        findings = findings[: plan.top or _PLACES] if len(findings) > 1 else []
    table = rows[0].source.table or STATEMENT
    note = f"按《{table}》最末一级的{len(_last_level(rows))}行；同名的品目在不同专项下分行列示，没有合并。"
    return Evidence(tuple(findings[:_MOST]), notes=(note,))


def _number(findings: Sequence[Finding], first: Fact, body: Body) -> Finding:
    names = "、".join(f.label for f in findings)
    operands = tuple(o for f in findings for o in f.operands)
    return Finding("采购品目数", Decimal(len(findings)), "种", Measure.COUNT, first.year, first.stage.value, operands,
                   f"{names}，共 {len(findings)} 种", entity=body.name)  # fmt: skip


def is_of_purchases(plan: Plan) -> bool:
    """Whether things that are bought are asked for, one by one, and not the three sorts of them."""
    subject = plan.subject
    if subject is None:
        return False
    if subject.name in _SORTS:
        return True
    if subject.kind == KIND:
        apart = _PROJECTS.search(plan.text) or (_THINGS.search(plan.text) and not _of_sorts(plan.text))
        return subject.name != "政府采购支出" or bool(apart)
    return bool(BUYING.search(plan.text))


def _of_sorts(text: str) -> bool:
    """「三大类」「货物、工程、服务」 are the sorts themselves."""
    return bool(re.search(r"类", text)) or sum(word in text for word in _SORTS.values()) > 1


def _under(plan: Plan, facts: Sequence[Fact]) -> list[Fact]:
    """The rows under the headings that the question names: its sort, its project, the account that pays."""
    own = [
        f
        for f in facts
        if f.subject.kind == KIND
        and f.statement == STATEMENT
        and f.year == plan.year
        and f.value is not None
        and f.measure is Measure.AMOUNT
        and f.subject.path
    ]
    name = plan.subject.name if plan.subject else ""
    sort = _SORTS.get(name, "")
    own = [f for f in own if sort in f.subject.path[0]]
    if not own:
        return []
    said = {f: frozenset(_headings(f, plan.text, name)) for f in own}
    most = max(len(headings) for headings in said.values())
    if most:
        return [f for f in own if len(said[f]) == most]
    return own if sort or name == "政府采购支出" else []


def _headings(fact: Fact, text: str, name: str) -> list[str]:
    """The headings over a row that the question says, or that its subject is the name of."""
    above = fact.subject.path[1:]
    return [h for h in above if heading_said(text, h, fact) or (name and fold(h) == fold(name))]


def _last_level(rows: Sequence[Fact]) -> list[Fact]:
    """The rows that no other row stands under."""
    above = {f.subject.path[:size] for f in rows for size in range(1, len(f.subject.path) + 1)}
    return [f for f in rows if (*f.subject.path, f.subject.name) not in above]


def _by_project(rows: Sequence[Fact]) -> dict[str, list[Fact]]:
    """The highest rows of each project, which together are all that it pays for; not all print one for it."""
    named = {(*f.subject.path, f.subject.name) for f in rows}
    found: dict[str, list[Fact]] = {}
    for fact in rows:
        path = fact.subject.path
        below = any(path[:size] in named for size in range(2, len(path) + 1))
        if len(path) > 1 and not below:
            found.setdefault(path[1], []).append(fact)
    return found


def to_project(name: str, rows: Sequence[Fact], body: Body) -> Finding:
    """All that is bought for a project, from its rows at every level."""
    return _of_project(name, _by_project(rows).get(name) or _last_level(rows), body)


def _of_project(name: str, held: Sequence[Fact], body: Body) -> Finding:
    total = add(held)
    first = held[0]
    working = " + ".join(plain(_in(f, first.unit)) for f in held)
    formula = f"{working} = {plain(total)}" if len(held) > 1 else None
    operands = tuple(Operand(label_of(f), f) for f in held)
    return Finding(f"“{name}”采购", total, first.unit, first.measure, first.year, first.stage.value, operands, formula,
                   printed=None if formula else first, entity=body.name)  # fmt: skip


def add(held: Sequence[Fact]) -> Decimal:
    """The sum of figures in the unit of the first."""
    return sum((_in(f, held[0].unit) for f in held), Decimal(0))


def _in(fact: Fact, unit: str) -> Decimal:
    value = fact.value or Decimal(0)
    return convert(value, fact.unit, unit) or value


def purchase_finding(fact: Fact, body: Body) -> Finding:
    """A row of the statement as a finding."""
    return printed_as(label_of(fact), fact, body.name)


def total_of(body: Body, rows: Sequence[Fact]) -> Evidence | None:
    """「台式计算机一共多少」: one thing bought for several projects, added up; None where the rows differ in kind."""
    first = rows[0]
    alike = all(
        (f.subject.kind, fold(f.subject.name), f.statement, f.document_id, f.unit, f.stage)
        == (KIND, fold(first.subject.name), STATEMENT, first.document_id, first.unit, first.stage)
        for f in rows
    )
    apart = len({f.subject.path for f in rows}) == len(rows)
    if not alike or not apart or len(rows) < 2 or len(_last_level(rows)) < len(rows):
        return None
    findings = [purchase_finding(f, body) for f in rows]
    total = add(rows)
    formula = " + ".join(plain(f.value) for f in findings) + f" = {plain(total)}"
    operands = tuple(o for f in findings for o in f.operands)
    label = f"政府采购{first.subject.name}合计"
    whole = Finding(label, total, first.unit, first.measure, first.year, first.stage.value, operands, formula,
                    entity=body.name)  # fmt: skip
    return Evidence((whole, *findings))
