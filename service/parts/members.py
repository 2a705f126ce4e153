"""The parts of a whole: ranked, listed, counted, or the largest of them as a share; never levels mixed (分项)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.cells import TOTAL
from ingest.model import Fact, Flow, Measure, Stage, Subject
from ingest.numbers import convert, plain
from ingest.patterns import regex
from service.compose import COUNTED
from service.figures.compute import in_unit
from service.figures.lookup import breakdown_fits, look_up, statement_of
from service.figures.ratios import rounded
from service.figures.several import add_up
from service.figures.summed_rows import summed_rows
from service.figures.told import label_of
from service.model import Body, Evidence, Finding, Operand, Operation, Plan, Term
from service.parts.conditions import UNPLANNED
from service.parts.most_spent import without
from service.parts.named_classes import of_class, with_codes
from service.projects.by_name import by_name, by_size
from service.projects.projects import PROJECTS, projects_of
from service.read.added_said import is_added
from service.read.levels_said import BASIC_BY_FUNCTION, level_said
from service.things.listed import counted_parts

#: How many parts a ranking tells where the question names no number, and how many any answer tells at most.
_PLACES, _MOST = 3, 40
#: The parts of 「三公」经费.
THREE_PUBLIC = ("因公出国（境）费", "公务用车购置及运行维护费", "公务接待费")
#: What is spent on cars by its two parts, where no row has both together.
_CARS = ("公务用车购置费", "公务用车运行维护费")


def without_whole(plan: Plan) -> Plan:
    """The plan of an order; 「三公（出国、公车、接待）哪个最多」: the whole that is named is none of its parts."""
    names = {term.name for term in plan.also}
    whole = plan.subject is not None and plan.subject.name == "“三公”经费"
    if plan.operation is not Operation.RANK or not whole or len(names) < 2 or not names <= set(THREE_PUBLIC):
        return plan
    return replace(plan, subject=plan.also[0], also=plan.also[1:])


_PURCHASES = ("政府采购货物支出", "政府采购工程支出", "政府采购服务支出")
#: The parts of 财政拨款收入, which some statements print beside it.
_APPROPRIATIONS = ("一般公共预算财政拨款收入", "政府性基金预算财政拨款收入", "国有资本经营预算财政拨款收入")
#: Economic classes of the two halves of basic expenditure (政府收支分类科目: 301 303 人员, 302 309 310 公用).
HALVES = {"人员经费": ("301", "303"), "公用经费": ("302", "307", "309", "310", "311", "312", "399")}
#: Statements in which alone the parts of a kind of subject stand.
_WITHIN = {"机关运行": "机关运行经费表", "政府采购": "政府采购表"}
#: Kinds that have few parts, so that what is nothing is told too.
_FEW = ("三公经费", "政府采购")
_STAGES = (Stage.FINAL_ACCOUNTS, Stage.EXECUTION, Stage.BUDGET, *Stage)

#: Words that say that it is expenditure that is ranked.
_MONEY_RANKED = regex(r"支出|花|钱|开支|费|科目|[类款]|预算|决算|资金|用在|用到|投入")


def members(body: Body, plan: Plan, facts: Sequence[Fact]) -> Evidence:
    """What the plan's operation makes of the parts; no findings where the documents print none."""
    parts = without(plan, parts_of(plan, facts) or counted_parts(plan, facts))
    if not parts or (plan.operation is Operation.RANK and len(parts) < 2):
        return Evidence()  # one part alone is no order
    if plan.operation is Operation.RANK and _lack_cars(parts):
        return Evidence()  # the most of two of the three need not be the most of all
    note = _note(plan, parts)
    if of_projects(plan) and not projects_of(plan, facts).whole:
        known = projects_of(plan, facts)
        note = f"{COUNTED}{len(parts)}个，文件写明共{known.stated}个项目。"
        parts = parts if plan.operation is Operation.LIST else _surely_first(plan, parts, facts)
        if not parts:
            return Evidence()  # the largest may be one that is not listed
    if plan.operation is Operation.COUNT:
        return Evidence((_counted(plan, parts, body), *_told(parts, body, plan.unit)), notes=(note,))
    if plan.operation is Operation.TOP_SHARE:
        top = _top_share(plan, parts, facts, body)
        return Evidence(
            (top, *_told(parts[: plan.top or _PLACES], body, plan.unit)) if top else (), notes=(note,)
        )
    if plan.operation is Operation.RANK:
        return _ranked(plan, parts, body, note)
    return Evidence(
        by_name(_told(sorted(parts, key=lambda f: f.source.page), body, plan.unit)), notes=(note,)
    )


def _ranked(plan: Plan, parts: Sequence[Fact], body: Body, note: str) -> Evidence:
    """The first parts; only the one in the place that is asked for; their sum, where they are to be added up."""
    if plan.nth:
        at = plan.nth
        order = "从小到大" if plan.least else "从大到小"
        told = by_size(_told(parts, body, plan.unit), plan.least)[at - 1 : at]
        lead = f"{body.name}{parts[0].year}年度{order}排第{at}的是"
        return Evidence(
            told, notes=(note,), told="".join(f"{lead}{f.label}，{plain(f.value)} {f.unit}。" for f in told)
        )
    if not any(f.value for f in parts):
        names = "、".join(f.subject.name for f in parts)
        nothing = f"{body.name}{parts[0].year}年度{names}都是 0，分不出多少。"
        return Evidence(_told(parts, body), notes=(note,), told=nothing)
    told = by_size(_told(parts, body, plan.unit), plan.least)[: plan.top or _PLACES]
    if plan.top and len(told) == plan.top > 1 and is_added(plan.text):
        return Evidence((add_up(told), *told), notes=(note,))
    return Evidence(told, notes=(note,))


def _surely_first(plan: Plan, parts: Sequence[Fact], facts: Sequence[Fact]) -> list[Fact]:
    """The projects that are larger than all that is left for those not listed, so that none of these is before them."""
    if plan.least or plan.operation is not Operation.RANK:
        return []
    total = look_up(
        Plan(Operation.LOOKUP, year=plan.year, stage=parts[0].stage, subject=_PROJECT_MONEY), facts
    )
    total = total or look_up(Plan(Operation.LOOKUP, year=plan.year, subject=_PROJECT_MONEY), facts)
    if total is None or total.fact.yuan is None:
        return []
    left = total.fact.yuan - sum((f.yuan or Decimal(0) for f in parts), Decimal(0))
    return [f for f in parts if f.yuan is not None and f.yuan > left >= 0]


_PROJECT_MONEY = Term("项目支出", "支出结构")


def parts_of(plan: Plan, facts: Sequence[Fact]) -> list[Fact]:
    """Figures of the parts of the plan's subject, largest first (smallest where the plan says so)."""
    if of_projects(plan):
        held = projects_of(plan, facts).facts
        return sorted(held, key=lambda f: f.yuan or Decimal(0), reverse=not plan.least)
    listed = _held(plan, facts) or _held(of_class(plan), with_codes(facts, plan.year))
    return [] if listed and _lack_split(listed, facts) else listed


def _lack_split(parts: Sequence[Fact], facts: Sequence[Fact]) -> bool:
    """Whether accounts that their table prints row by row, by function, are not among the parts: the largest may be."""
    if parts[0].subject.kind != "经济分类":
        return False
    named = {f.subject for f in parts}
    plan = Plan(Operation.LOOKUP, year=parts[0].year)
    beside = (f for f in facts if f.source.sequence == parts[0].source.sequence and f.subject not in named)
    return any(
        summed_rows(plan, f, facts) is not None for f in beside if f.document_id == parts[0].document_id
    )


def _held(plan: Plan, facts: Sequence[Fact]) -> list[Fact]:
    """The parts of an account that the statements print."""
    rule = _of_cars(plan, facts) or _rule(plan)
    within = _WITHIN.get(plan.subject.kind if plan.subject else "")
    fitting = [f for f in facts if _asked(f, plan) and rule(f.subject)]
    # What the statement does not print may stand in one sentence of the text.
    fitting = [f for f in fitting if within in (None, f.statement)] or [f for f in fitting if not f.statement]
    stage = next((s for s in _STAGES if any(f.stage is s for f in fitting)), None)
    fitting = [f for f in fitting if f.stage is stage]
    if not fitting:
        return []
    statement = statement_of(fitting, fitting[0].subject.kind, plan) or fitting[0].statement
    parts: dict[str, Fact] = {}
    for fact in fitting:
        if fact.statement == statement and _whole(fact, plan, fitting):
            parts.setdefault(fact.subject.code or "/".join((*fact.subject.path, fact.subject.name)), fact)
    if any(f.subject.name in _APPROPRIATIONS for f in parts.values()):
        parts = {key: f for key, f in parts.items() if f.subject.name != "财政拨款收入"}  # the whole of those
    ranked = sorted(parts.values(), key=lambda f: f.yuan or Decimal(0), reverse=not plan.least)
    listed = plan.operation is Operation.LIST and (plan.least or fitting[0].subject.kind in _FEW)
    return ranked if listed or not any(f.value for f in ranked) else [f for f in ranked if f.value]


def _of_cars(plan: Plan, facts: Sequence[Fact]) -> Rule | None:
    """The parts of 「三公」经费 with the two of cars, where both are printed and their total is not."""
    if plan.subject is None or plan.subject.kind != "三公经费" or "三公" not in plan.subject.name:
        return None
    printed = {f.subject.name for f in facts if f.subject.kind == "三公经费" and _asked(f, plan)}
    if THREE_PUBLIC[1] in printed or not printed.issuperset(_CARS):
        return None
    return lambda s: s.kind == "三公经费" and s.name in (THREE_PUBLIC[0], *_CARS, THREE_PUBLIC[2])


def _asked(fact: Fact, plan: Plan) -> bool:
    return (
        fact.year == plan.year
        and fact.measure is Measure.AMOUNT
        and fact.value is not None
        and (fact.standing == 0 or fact.subject.kind in _WITHIN)
        and (plan.stage is None or fact.stage is plan.stage)
        and (plan.fund is None or fact.fund is plan.fund or fact.subject.kind == "经济分类")
        and (plan.statement is None or fact.statement == plan.statement or fact.subject.kind == "政府采购")
    )


def _whole(fact: Fact, plan: Plan, fitting: Sequence[Fact]) -> bool:
    """Whether a figure counts the whole of its row, or the part of it that the plan is about."""
    name = plan.subject.name if plan.subject else ""
    if name in HALVES and any(f.breakdown == name for f in fitting):
        return fact.breakdown == name
    if name in ("项目支出", "基本支出") and fact.subject.kind == "功能分类":
        return fact.breakdown == name
    own = plan.breakdown is None or _is_in_half(plan, fitting)
    return fact.breakdown == TOTAL if own else breakdown_fits(fact, plan)


def _is_in_half(plan: Plan, fitting: Sequence[Fact]) -> bool:
    """Whether the half that is said beside a class is the one that all of it stands in, with no column of its own."""
    code, half = plan.subject.code if plan.subject else "", HALVES.get(plan.breakdown or "")
    return half is not None and code.startswith(half) and all(f.breakdown != plan.breakdown for f in fitting)


Rule = Callable[[Subject], bool]
#: Project expenditure by what it is spent on, not by projects.
_BY_FUNCTION = regex(
    r"科目的(?:项目|基本)支出|[类款项]级|[类款项]）?级?科目|哪[几个一项类些]*(?:功能|科目)|按功能|最[大多小少高低]的大?[类款](?!型)"
)


def of_projects(plan: Plan) -> bool:
    """Whether the parts are the projects themselves."""
    return (
        plan.subject is not None and plan.subject.name == PROJECTS.name and not _BY_FUNCTION.search(plan.text)
    )


def _rule(plan: Plan) -> Rule:
    """Which subjects are parts of the plan's subject, one level of one classification."""
    subject, text = plan.subject, plan.text
    if subject is None or subject.kind == "总额":
        if subject is not None and "收入" in subject.name:
            return lambda s: s.kind == "收入来源"
        return _functional("", _level(plan, ""))
    if subject.code and subject.kind == "功能分类":
        return _functional(subject.code, _level(plan, subject.code))
    if subject.code:
        return lambda s: s.kind == "经济分类" and s.code.startswith(subject.code) and len(s.code) == 5
    by_account = subject.name == "基本支出" and re.search(f"科目的基本支出|{BASIC_BY_FUNCTION}", text)
    if by_account or (subject.name == "项目支出" and _BY_FUNCTION.search(text)):
        return _functional("", _level(plan, ""))  # what it is spent on, not which projects
    if subject.kind == "支出结构":
        return _structure(subject, text)
    rule = _RULES.get(subject.kind)
    return rule(subject) if rule is not None else lambda _: False


def _functional(code: str, level: str) -> Rule:
    return lambda s: s.kind == "功能分类" and s.code.startswith(code) and s.level == level and s.code != code


def _level(plan: Plan, code: str) -> str:
    """The level that is ranked: the one named, else the one below the account; budgets are told of each 项."""
    for level in "项款类":
        if re.search(
            rf"{level}级|[(（]?{level}[)）]?级?科目|哪一?{level}|几个?{level}(?!目)|各{level}", plan.text
        ):
            return level
    if said := level_said(plan.text):
        return said
    condition = plan.condition
    nothing = condition is not None and condition.relation in (
        "=",
        "<",
        "<=",
        UNPLANNED,
    )  # what has none, or little, is seen at the last level
    if condition is not None and (nothing or condition.by not in (Operation.SHARE, Operation.LOOKUP)):
        return "项"
    below = {0: "类", 3: "款", 5: "项"}
    return below.get(len(code), "项")


def _structure(subject: Term, text: str = "") -> Rule:
    if subject.name == "基本支出" and level_said(text) == "类":
        return lambda s: s.kind == "经济分类" and len(s.code) == 3
    if subject.name in HALVES:
        starts = HALVES[subject.name]
        return lambda s: s.kind == "经济分类" and len(s.code) == 5 and s.code.startswith(starts)
    return lambda s: s.kind == "经济分类" and len(s.code) == 5


def _purchases(subject: Term) -> Rule:
    """The three sorts of purchases below all of them; below one sort its goods."""
    if subject.name == "政府采购支出":
        return lambda s: s.name in _PURCHASES
    word = subject.name.removeprefix("政府采购").removesuffix("支出")
    return lambda s: s.kind == "政府采购" and s.name not in _PURCHASES and any(word in p for p in s.path)


def _lack_cars(parts: Sequence[Fact]) -> bool:
    """Whether the parts are those of 「三公」经费 without what is spent on cars, which is mostly the largest."""
    names = {f.subject.name for f in parts}
    return names < set(THREE_PUBLIC) and THREE_PUBLIC[1] not in names


_RULES: dict[str, Callable[[Term], Rule]] = {
    # 公务接待费 is an economic class too, of basic expenditure alone: that is no part of the 三公 figure.
    "三公经费": lambda subject: (
        lambda s: "三公" in subject.name and s.kind == subject.kind and s.name in THREE_PUBLIC
    ),
    "政府采购": _purchases,
    "机关运行": lambda _: lambda s: s.kind == "经济分类" and len(s.code) == 5,
    "收入来源": lambda subject: lambda s: subject.name == "财政拨款收入" and s.name in _APPROPRIATIONS,
}


def _told(parts: Sequence[Fact], body: Body, unit: str | None = None) -> tuple[Finding, ...]:
    """The parts as they are told, in the unit of money that is asked for."""
    names = Counter(label_of(f) for f in parts)
    return tuple(
        in_unit(
            Finding(
                _apart(f, names), f.value, f.unit, f.measure, f.year, f.stage.value, (Operand(label_of(f), f),),
                printed=f, entity=body.name,
            ),
            unit,
        )
        for f in parts[:_MOST]
        if f.value is not None
    )  # fmt: skip


def _apart(fact: Fact, names: Counter[str]) -> str:
    """The name of a part, with the account above it where others are called the same."""
    name = label_of(fact)
    return f"{fact.subject.path[-1]}—{name}" if names[name] > 1 and fact.subject.path else name


#: What the parts are counted as: 几大类, 几项.
_UNIT = regex(r"(?:几大?|多少)([类项款种])(?!级)")


def _counted(plan: Plan, parts: Sequence[Fact], body: Body) -> Finding:
    first = parts[0]
    label = f"{first.subject.level or ''}{'科目' if first.subject.code else '项目'}数"
    operands = tuple(Operand(label_of(f), f) for f in parts)
    said = _UNIT.search(plan.text)
    unit = said[1] if said else "个"
    formula = f"{'、'.join(f.subject.name for f in parts)}，共 {len(parts)} {unit}"
    return Finding(label, Decimal(len(parts)), unit, Measure.COUNT, first.year, first.stage.value, operands, formula,
                   entity=body.name)  # fmt: skip


def _top_share(plan: Plan, parts: Sequence[Fact], facts: Sequence[Fact], body: Body) -> Finding | None:
    """The largest parts together over the whole that they are parts of, of the same table where it prints it."""
    top = parts[: plan.top or _PLACES]
    whole = _whole_fact(plan, top[0], facts)
    if whole is None or not whole.value or len(top) < (plan.top or 2):
        return None
    values = [convert(f.value or Decimal(0), f.unit, whole.unit) or Decimal(0) for f in top]
    ratio = rounded(sum(values, Decimal(0)) / whole.value * 100)
    formula = f"({' + '.join(map(plain, values))}) ÷ {plain(whole.value)} × 100% = {ratio}%"
    operands = (*(Operand(label_of(f), f) for f in top), Operand(label_of(whole), whole))
    label = f"前{len(top)}项（{'、'.join(f.subject.name for f in top)}）占{label_of(whole)}的比重"
    return Finding(label, ratio, "%", Measure.SHARE, whole.year, whole.stage.value, operands, formula,
                   entity=body.name)  # fmt: skip


def _whole_fact(plan: Plan, part: Fact, facts: Sequence[Fact]) -> Fact | None:
    subject = plan.subject or Term("本年支出合计", "总额")
    if plan.base is not None and plan.base.kind != "总额":
        subject = plan.base
    wanted = Plan(
        Operation.LOOKUP, year=part.year, stage=part.stage, subject=subject, statement=part.statement,
        flow=Flow.NONE, breakdown=None if part.breakdown == TOTAL else part.breakdown,
    )  # fmt: skip
    found = look_up(wanted, facts) or look_up(Plan(Operation.LOOKUP, year=part.year, subject=subject), facts)
    return found.fact if found else None


def _note(plan: Plan, parts: Sequence[Fact]) -> str:
    level = parts[0].subject.level
    what = f"{level}级科目" if level in ("类", "款", "项") else "分项"
    order = "从小到大" if plan.least else "从大到小"
    tail = f"，{order}排列" if plan.operation is Operation.RANK else ""
    if parts[0].measure is Measure.COUNT:
        return f"按第{parts[0].source.page}页同一句话里列出的{len(parts)}项{tail}。"
    table = parts[0].source.table or parts[0].statement
    place = f"《{table}》" if table else f"第{parts[0].source.page}页正文"
    return f"按{place}的{what}，共{len(parts)}项{tail}。"


def ranks_money(plan: Plan) -> bool:
    """Whether expenditure is to be ranked: 「反映最多的问题」 is about no money."""
    return plan.subject is not None or not plan.taken or bool(_MONEY_RANKED.search(plan.text))
