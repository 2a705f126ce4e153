"""The parts of a whole by what is worked out for each: how far its budget was used, how much it grew (分项排位).

Every part is worked out as it would be if it were asked for alone; those that lack a figure are told, and where many
do nothing is set in order.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from ingest.cells import TOTAL
from ingest.model import Fact, Fund, Measure
from ingest.numbers import MONEY, convert, plain
from ingest.patterns import regex
from ingest.text import fold
from service.accounts.lexicon import term_of
from service.compose import MISSING
from service.figures.compute import compute
from service.figures.lookup import same_subject
from service.figures.ratios import same_unit
from service.model import OF_BUDGET, Body, Condition, Evidence, Finding, Operand, Operation, Plan
from service.parts.conditions import BOTH, GONE, NEW, UNPLANNED
from service.parts.members import of_projects, parts_of
from service.parts.none_of_column import none_of_column
from service.parts.planned import budget_of, without_budget
from service.parts.turned_up import gone, turned_up
from service.projects.project_words import is_of_listed
from service.projects.projects import projects_of
from service.read.bounds import CLOSED, OPEN

#: How many parts are told where the question names no number, and how many at most.
_PLACES, _MOST = 3, 40
#: So much of the parts must have a figure, or nothing is set in order.
_ENOUGH = Decimal("0.8")
_HUNDRED = Decimal(100)
#: What is counted from where the question leaves it open: last year's own figure, else what was spent then.
_BASES = ("", "执行", "决算")
_NAMES = {
    Operation.COMPLETION: "预算完成率",
    Operation.VARIANCE: "决算数比预算数",
    Operation.VARIANCE_RATE: "决算数比预算数增减幅度",
    Operation.CHANGE: "比上年增减额",
    Operation.CHANGE_RATE: "比上年增减幅度",
    Operation.SHARE: "占比",
    Operation.LOOKUP: "数额",
}
_OF_BUDGETS = OF_BUDGET
_OF_YEARS = (Operation.CHANGE, Operation.CHANGE_RATE)
_SIGNED = (*_OF_YEARS, Operation.VARIANCE, Operation.VARIANCE_RATE)
#: How something that has gone down, or fallen short, is called.
_DOWN = {
    Operation.CHANGE: "比上年减少", Operation.CHANGE_RATE: "比上年下降", Operation.VARIANCE: "决算数比预算数少",
    Operation.VARIANCE_RATE: "决算数比预算数少",
}  # fmt: skip
#: How an order upwards and one downwards are called, where what is ordered has gone up or down.
_ORDERS = {
    (True, "<"): ("，减少从多到少", "，减少从少到多"),
    (True, ">"): ("，增加从少到多", "，增加从多到少"),
}


@dataclass(frozen=True, slots=True)
class _Standing:
    """A part with what was worked out for it, and the exact value that it is ordered and picked by."""

    part: Fact
    finding: Finding
    value: Decimal


def standings(body: Body, plan: Plan, facts: Sequence[Fact]) -> Evidence:
    """The parts that fit the plan's condition, in its order; no findings where too few can be worked out."""
    condition = plan.condition
    if (
        condition is None
        or condition.relation == BOTH
        or not (of_projects(plan) <= _are_all_meant(plan, facts))
    ):
        return Evidence()  # the first may be a project that is not listed
    if condition.relation in (NEW, GONE):
        return turned_up(body, plan, condition.relation, facts)
    if (none := none_of_column(body, plan, condition, facts)) is not None:
        return none
    worked, lacking = _best(plan, condition, facts)
    without = without_budget(plan, condition, lacking, facts)  # of nothing there is no per cent
    due = len(worked) + len(lacking) - len(without)
    if len(worked) + len(lacking) < 2 or not worked or len(worked) < due * _ENOUGH:
        return Evidence()
    fitting = [s for s in worked if _fits(s, condition)]
    ordered = sorted(fitting, key=lambda s: s.value, reverse=not _ascending(plan, condition))
    chosen = _chosen(plan, ordered)
    told = _tell(body, plan, condition, ordered, chosen, worked)
    lost = gone(plan, facts) if condition.by in _OF_YEARS and condition.relation != ">" else []
    notes = tuple(filter(None, (_lacking(lacking, condition), _lost(lost), _scope(worked))))
    figures: tuple[Finding, ...] = (_counted(body, plan, condition, ordered, worked),)
    if plan.operation is not Operation.COUNT and chosen:
        figures = tuple(
            replace(s.finding, label=_label(s, condition, worked), entity=body.name) for s in chosen
        )
    return Evidence(figures, notes=notes, told=told)


def _are_all_meant(plan: Plan, facts: Sequence[Fact]) -> bool:
    """Whether all projects are listed, or those alone are asked about that are: 「公开了自评表的项目中」."""
    known = projects_of(plan, facts)
    return known.whole or is_of_listed(fold(plan.text), len(known.facts))


def _best(plan: Plan, condition: Condition, facts: Sequence[Fact]) -> tuple[list[_Standing], list[Fact]]:
    """What the parts come to, by the statement of that money of which most can be worked out."""
    of_budget = condition.by in _OF_BUDGETS or condition.relation == UNPLANNED
    open_ = plan.fund is None and (of_budget or condition.by in _OF_YEARS)
    best: tuple[list[_Standing], list[Fact]] = ([], [])
    for fund in (None, Fund.GENERAL, Fund.APPROPRIATION) if open_ else (plan.fund,):
        asked = replace(plan, fund=fund)
        found = _worked(asked, condition, _parts(asked, condition, facts), facts)
        if not best[0] or (len(found[1]) < len(best[1]) and len(found[0]) >= len(best[0])):
            best = found
        if best[0] and not best[1]:
            break
    return best


def _parts(plan: Plan, condition: Condition, facts: Sequence[Fact]) -> list[Fact]:
    # What is not nothing is set in order; what is nothing is picked out only where that is asked for.
    nothing = (condition.by is Operation.LOOKUP and condition.relation == "=") or _are_few(plan)
    whole = replace(plan, operation=Operation.LIST if nothing else Operation.RANK, least=True)
    if condition.by in _OF_BUDGETS or condition.relation == UNPLANNED:
        whole = replace(whole, stage=None)  # 年初预算 is what is held against, not what is listed
    return parts_of(whole, facts)


def _are_few(plan: Plan) -> bool:
    """Whether there are so few parts that one with nothing counts too: 公务接待费 of 0 is below its budget."""
    return plan.subject is not None and plan.subject.kind in ("三公经费", "政府采购")


def _worked(
    plan: Plan, condition: Condition, parts: Sequence[Fact], facts: Sequence[Fact]
) -> tuple[list[_Standing], list[Fact]]:
    """What each part comes to, from the base that most parts have, and those that lack a figure."""
    bases = (plan.base_kind,) if plan.base_kind or condition.by not in _OF_YEARS else _BASES
    best: list[_Standing] = []
    for base in bases:
        asked = replace(plan, base_kind=base)
        found = [_of_one(asked, condition, part, parts, facts) for part in parts]
        held = [s for s in found if s is not None]
        best = held if len(held) > len(best) else best
        if len(best) == len(parts):
            break
    done = {id(s.part) for s in best}
    return best, [p for p in parts if id(p) not in done]


def _of_one(
    plan: Plan, condition: Condition, part: Fact, parts: Sequence[Fact], facts: Sequence[Fact]
) -> _Standing | None:
    """One part worked out, as if it were asked for alone."""
    if condition.relation == UNPLANNED:
        return _as_planned(plan, part, _own(part, parts, facts))
    if condition.by is Operation.LOOKUP:
        return _as_printed(part)
    own = _own(part, parts, facts)
    alone = replace(
        plan, operation=condition.by, subject=term_of(part), statement=part.statement or None, condition=None,
        count_unit=None, assumed=False, breakdown=None if part.breakdown == TOTAL else part.breakdown,
        base=plan.subject if condition.by is Operation.SHARE else None,
        stage=plan.stage if condition.by in _OF_BUDGETS else part.stage,
    )  # fmt: skip
    found = compute(alone, own)[0]
    if found is None and condition.by is Operation.CHANGE_RATE:
        found = _unmoved(alone, own)
    if found is None or (condition.by is not Operation.SHARE and not _is_of(found, part)):
        return None
    return _Standing(part, found, _exact(found))


def _is_of(finding: Finding, part: Fact) -> bool:
    """Whether all that a finding was computed from is of the part itself, and nothing stands in for it."""
    return all(same_subject(operand.fact, term_of(part)) for operand in finding.operands)


def _as_printed(part: Fact) -> _Standing:
    value = part.value or Decimal(0)
    finding = Finding(
        part.subject.name, value, part.unit, part.measure, part.year, part.stage.value,
        (Operand(part.subject.name, part),), printed=part,
    )  # fmt: skip
    return _Standing(part, finding, part.yuan or value)


def _as_planned(plan: Plan, part: Fact, facts: Sequence[Fact]) -> _Standing | None:
    """A part with money by what was planned for it; None where no budget of it is printed."""
    planned = budget_of(plan, part, facts)
    if planned is None or not part.value:
        return None
    finding = _as_printed(part).finding
    return _Standing(part, finding, planned.yuan or Decimal(0))


def _unmoved(plan: Plan, facts: Sequence[Fact]) -> Finding | None:
    """A rate of nothing, where the document says that a figure is the same as last year's."""
    finding, _ = compute(replace(plan, operation=Operation.CHANGE), facts)
    if finding is None or finding.value:
        return None
    return replace(finding, unit="%", measure=Measure.CHANGE_RATE, formula=None, printed=None)


def _exact(finding: Finding) -> Decimal:
    """The value without rounding, where it is a ratio of two printed figures; money in 元."""
    if finding.measure in (Measure.COMPLETION, Measure.SHARE) and len(finding.operands) == 2:
        top, bottom = same_unit(finding.operands[0].fact, finding.operands[1].fact)
        return top / bottom * _HUNDRED if bottom else finding.value
    yuan = convert(finding.value, finding.unit, "元") if finding.unit in MONEY else None
    return finding.value if yuan is None else yuan


def _own(part: Fact, parts: Sequence[Fact], facts: Sequence[Fact]) -> Sequence[Fact]:
    """The facts without those of another part that has the same name under another heading."""
    name = fold(part.subject.name)
    if not part.subject.code or sum(fold(p.subject.name) == name for p in parts) < 2:
        return facts
    above = [fold(p) for p in part.subject.path]
    return [
        f
        for f in facts
        if f.subject.code
        or fold(f.subject.name) != name
        or [fold(p) for p in f.subject.path][-1:] == above[-1:]
    ]


#: Whether a value stands in a relation to one bound, or to two.
_RULES: dict[str, Callable[[Decimal, Decimal, Decimal], bool]] = {
    "<": lambda a, b, _: a < b, ">": lambda a, b, _: a > b, "=": lambda a, b, _: a == b,
    ">=": lambda a, b, _: a >= b, "<=": lambda a, b, _: a <= b,
    CLOSED: lambda a, b, c: b <= a <= c, OPEN: lambda a, b, c: b < a < c,
}  # fmt: skip


def _fits(standing: _Standing, condition: Condition) -> bool:
    if condition.relation == UNPLANNED:
        return not standing.value
    rule = _RULES.get(condition.relation)
    upper = condition.limit if condition.upper is None else condition.upper
    return rule is None or rule(standing.value, condition.limit, upper)


def _ascending(plan: Plan, condition: Condition) -> bool:
    """Whether the smallest comes first: where the least is asked for, or how much has gone down."""
    if condition.by in _SIGNED and condition.relation in ("<", "<="):
        return not plan.least  # 「减少最多」 is the furthest below, 「减少最少」 the nearest
    return plan.least or (condition.by is Operation.COMPLETION and condition.relation == "<")


def _chosen(plan: Plan, ordered: Sequence[_Standing]) -> list[_Standing]:
    if plan.operation is Operation.RANK and plan.nth:
        return list(ordered[plan.nth - 1 : plan.nth])
    if plan.operation is Operation.RANK:
        return list(ordered[: plan.top or _PLACES])
    return list(ordered[:_MOST])


def _named(standing: _Standing, among: Sequence[_Standing]) -> str:
    """The name of a part, with the account above it where others have the same name."""
    subject = standing.part.subject
    twice = sum(s.part.subject.name == subject.name for s in among) > 1
    return f"{subject.path[-1]}—{subject.name}" if twice and subject.path else subject.name


def _label(standing: _Standing, condition: Condition, among: Sequence[_Standing]) -> str:
    name = _named(standing, among)
    return name if condition.by is Operation.LOOKUP else f"{name}{_NAMES[condition.by]}"


def _tell(
    body: Body,
    plan: Plan,
    condition: Condition,
    ordered: Sequence[_Standing],
    chosen: Sequence[_Standing],
    worked: Sequence[_Standing],
) -> str:
    """What was found, in one sentence."""
    lead = f"{body.name}{worked[0].part.year}年度{_kind(worked)}"
    what = _said(condition)
    if not ordered:
        return f"{lead}{len(worked)}项里，没有一项{what}。"
    nothing = condition.by is Operation.LOOKUP and condition.relation == "="
    names = "、".join(_named(s, worked) + ("" if nothing else f"（{_value(s, condition)}）") for s in chosen)
    if plan.operation is Operation.RANK:
        up, down = _ORDERS.get((condition.by in _SIGNED, condition.relation), ("从低到高", "从高到低"))
        at = f"排第{plan.nth}的是" if plan.nth else "："
        return f"{lead}按{_NAMES[condition.by]}{up if _ascending(plan, condition) else down}{at}{names}。"
    if condition.relation:
        return f"{lead}{len(worked)}项里，{what}的有 {len(ordered)} 项：{names}。"
    return f"{lead}各项{_NAMES[condition.by]}：{names}。"


def _said(condition: Condition) -> str:
    """The condition in words: 预算完成率低于100%."""
    plainly = {
        (Operation.VARIANCE, ">"): "决算数大于预算数", (Operation.VARIANCE, "<"): "决算数小于预算数",
        (Operation.VARIANCE_RATE, ">"): "决算数大于预算数", (Operation.VARIANCE_RATE, "<"): "决算数小于预算数",
        (Operation.CHANGE, ">"): "比上年增加", (Operation.CHANGE, "<"): "比上年减少",
        (Operation.CHANGE, "="): "与上年持平", (Operation.CHANGE_RATE, ">"): "比上年增长",
        (Operation.CHANGE_RATE, "<"): "比上年下降", (Operation.LOOKUP, "="): "数额为零",
    }  # fmt: skip
    if condition.relation == UNPLANNED:
        return "年初没有安排预算、有决算数"
    known = plainly.get((condition.by, condition.relation)) if not condition.limit else None
    if known is not None:
        return known
    if condition.by in _SIGNED and condition.relation in ("<", "<=") and condition.limit < 0:
        more = {"<": "超过", "<=": "不少于"}[condition.relation]
        return f"{_DOWN[condition.by]}{more} {_limit(-condition.limit, condition)}"
    name = "" if condition.by is Operation.LOOKUP else _NAMES[condition.by]
    low = _limit(condition.limit, condition)
    if condition.upper is not None:
        ends = "（含）" if condition.relation == CLOSED else "（不含）"
        return f"{name}在 {low} 至 {_limit(condition.upper, condition)} 之间{ends}"
    said = {">": "超过", ">=": "不低于", "<": "低于", "<=": "不超过", "=": "等于"}.get(
        condition.relation, "为"
    )
    return f"{name}{said} {low}"


def _limit(value: Decimal, condition: Condition) -> str:
    if condition.by in (
        Operation.COMPLETION,
        Operation.CHANGE_RATE,
        Operation.VARIANCE_RATE,
        Operation.SHARE,
    ):
        return f"{plain(value)}%"
    return f"{plain(value / 10_000)} 万元" if abs(value) >= 10_000 or not value else f"{plain(value)} 元"


def _value(standing: _Standing, condition: Condition) -> str:
    finding = standing.finding
    unit = finding.unit if finding.unit in ("%",) else f" {finding.unit}"
    value = f"{plain(finding.value)}{unit}"
    if condition.by in (Operation.COMPLETION, Operation.SHARE) and len(finding.operands) == 2:
        sides = "，".join(
            f"{o.label} {plain(o.fact.value or Decimal(0))} {o.fact.unit}" for o in finding.operands[:2]
        )
        return f"{value}：{sides}" if condition.by is Operation.COMPLETION else value
    if condition.by not in _SIGNED or not finding.value:
        return value if finding.value or condition.by not in _SIGNED else "持平"
    words = ("多", "少") if condition.by in _OF_BUDGETS else ("增加", "减少")
    return f"{words[finding.value < 0]} {plain(abs(finding.value))}{unit}"


def _kind(worked: Sequence[_Standing]) -> str:
    """What the parts are: 项级科目."""
    part = worked[0].part
    if part.subject.kind == "项目":
        return "各项目"
    return f"{part.subject.level}级科目" if part.subject.level in ("类", "款", "项") else "各分项"


def _scope(worked: Sequence[_Standing]) -> str:
    part = worked[0].part
    table = part.source.table or part.statement
    place = f"《{table}》" if table else f"第{part.source.page}页正文"
    return f"逐项算过的是{place}的{len(worked)}项。"


def _lacking(parts: Sequence[Fact], condition: Condition) -> str:
    if not parts:
        return ""
    told = "、".join(f"{p.subject.name}（{plain(p.value or Decimal(0))} {p.unit}）" for p in parts[:5])
    told += "等" if len(parts) > 5 else ""
    return f"{MISSING}{told}没有印出算{_NAMES[condition.by]}所需的数字，没有计入。"


def _lost(parts: Sequence[Fact]) -> str:
    """What was listed last year and is no more has gone down too, by all that it was."""
    told = "、".join(f"{p.subject.name}（上年 {plain(p.value or Decimal(0))} {p.unit}）" for p in parts[:5])
    return f"{MISSING}上年列有、本年没有列出的：{told}{'等' if len(parts) > 5 else ''}。" if parts else ""


#: What parts are counted as, where the question says it: 几项.
_UNIT = regex(r"(?:几|多少)([项种])")


def _counted(
    body: Body, plan: Plan, condition: Condition, ordered: Sequence[_Standing], worked: Sequence[_Standing]
) -> Finding:
    first = worked[0]
    operands = tuple(o for s in ordered for o in s.finding.operands[:1])
    label = f"{_said(condition)}的{_kind(worked)}数" if condition.relation else f"{_kind(worked)}数"
    said = _UNIT.search(plan.text)
    unit = said[1] if said is not None else "个"
    return Finding(label, Decimal(len(ordered)), unit, Measure.COUNT, first.part.year, first.part.stage.value, operands,
                   "、".join(s.part.subject.name for s in ordered) or None, entity=body.name)  # fmt: skip
