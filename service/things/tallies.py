"""Where what was counted comes from, or what sorts there are of it: 投诉的来源, 哪种问题最多, 哪几种车 (计数分项)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from ingest.cells import TOTAL
from ingest.model import Fact
from ingest.numbers import plain
from ingest.patterns import regex
from ingest.text import fold
from service.figures.told import label_of, printed_as
from service.model import Body, Evidence, Finding, Operation, Plan
from service.read.terms import overlap
from service.things.listed import counted_wholes

_PLACES, _MOST = 3, 40
#: How sorts and sources of things are asked for; money is asked for otherwise.
_SORTS = regex(
    r"来源|渠道|哪来|从哪|种类|类型|哪(?:几|些|一)?[种类](?!级|支出|科目|经费|项目)|几种|几类(?!支出|科目)|[两三四五六七八](?:种|类(?!支出|科目))|按数量|各类"
    r"|(?:什么|啥|哪些)(?:样的?)?(?:车|人员)(?!辆?(?:的|运))|各(?:自|是)?有?(?:几|多少)[辆台件名人处起]|分(?:别|成|为)?(?:是|有)?(?:什么|哪些|啥)车"
)
_ORDER = regex(r"最[多少]|前[一二三四五六七八九十\d]|从[多少大小]到|排")
_NO_TALLY = regex(r"钱|费|支出|收入|预算|决算|资金|采购|科目|经济|功能|元|占比|比例|为什么|原因|怎么|如何")
#: Words of such a question that name no thing.
_ASKS = regex(
    r"来源|渠道|哪来|从哪|种类|类型|按数量|数量|最[多少]|前[一二三四五六七八九十\d]|从.到.|排(?:序|一下|列|名)?|[一二两三四五六七八九十\d几哪各][种类个项件辆]?"
    r"|分别|多少|哪些|什么|啥|都|办|有|是|的|了|来|按|接|收|些|样|各|自|想|知道|请问|一共|总共|共|里|中|由|和|呢|吗|主要|分|类|种|个|件|(?<!车)辆|处|起|次"
)
#: Daily words for what is counted.
_WRITTEN = (("公车", "车辆"), ("公务用车", "车辆"), ("车子", "车辆"), ("汽车", "车辆"))
#: How cars are split: by their make, and by what they are for; one is never told for the other.
_CUT = regex(r"[按从]?(?:照|车的)?(?:车型|车辆类型|车种|用途)(?:来?(?:分|看|讲|说))?")
_CUTS = (
    (regex(r"车型|车辆类型|车种"), regex(r"[轿货客跑]车|越野|汽车|皮卡|面包|商务车|摩托")),
    (regex(r"车[^，。？]{0,6}用途|用途[^，。？]{0,6}车"), regex(r"用车")),
)
_HELD = 0.5


def tally(plan: Plan, body: Body, facts: Sequence[Fact]) -> Evidence | None:
    """The parts that one sentence lists of what the question counts; None where it asks for none or none are listed."""
    text = fold(plan.text)
    ordered = bool(_ORDER.search(text))
    if not _SORTS.search(text) or _NO_TALLY.search(text):
        return None
    cut = next((parts for said, parts in _CUTS if said.search(text)), None)
    text = _CUT.sub("", text)
    runs = [run for run in _ASKS.split(text if cut else _in_writing(text)) if run and len(run) > 1]
    if not runs:
        return None
    # A budget tells what there was at the end of the year before.
    own = {d.id for d in body.documents if d.year == plan.year}
    before = [f for f in facts if f.document_id in own and f.year == (plan.year or 0) - 1]
    fitting = [(w, p) for w, p in counted_wholes(plan.year, facts) if _is_meant(runs, w)]
    fitting = fitting or [
        (w, p) for w, p in counted_wholes((plan.year or 0) - 1, before) if _is_meant(runs, w)
    ]
    if cut is not None:
        fitting = [(w, p) for w, p in fitting if _is_cut_so(cut, p)]
    if not fitting:
        return None
    whole, parts = max(fitting, key=lambda held: _rank(runs, *held))
    if any(w.unit == whole.unit and w.value != whole.value and _same(runs, w, whole) for w, _ in fitting):
        return None  # two counts fit as well
    parts = sorted(parts, key=lambda f: f.value or Decimal(0), reverse=not plan.least)
    note = f"按第{whole.source.page}页同一句话里列出的分项。"
    if plan.nth and ordered:
        at = tuple(_finding(f, body) for f in parts[plan.nth - 1 : plan.nth])
        lead = f"{body.name}{whole.year}年度从{'小到大' if plan.least else '大到小'}排第{plan.nth}的是"
        told = "".join(f"{lead}{f.label}，{plain(f.value)} {f.unit}。" for f in at)
        return Evidence(at, notes=(note,), told=told) if at else None
    parts = parts[: plan.top or _PLACES] if ordered or plan.operation is Operation.RANK else parts[:_MOST]
    return Evidence(tuple(_finding(f, body) for f in parts), notes=(note,))


def _is_cut_so(cut: re.Pattern[str], parts: Sequence[Fact]) -> bool:
    """Whether most parts of a list are named by what the question wants it split by."""
    return 2 * sum(bool(cut.search(fold(f.subject.name))) for f in parts) > len(parts)


def _rank(runs: Sequence[str], whole: Fact, parts: Sequence[Fact]) -> tuple[int, int, bool]:
    name = fold(whole.subject.name)
    return sum(overlap(run, name) for run in runs), len(parts), whole.breakdown == TOTAL


def _in_writing(text: str) -> str:
    for spoken, written in _WRITTEN:
        text = text.replace(spoken, written)
    return re.sub(r"(?<!车)车(?!辆)", "车辆", text)


def _is_meant(runs: Sequence[str], whole: Fact) -> bool:
    """Whether the count's name holds one of the words, and its sentence and headings the others."""
    name = fold(whole.subject.name)
    around = name + fold("".join((*whole.subject.path, whole.source.row, whole.source.quote)))
    named = any(overlap(run, name) >= 2 for run in runs)
    return named and all(overlap(run, around) >= _HELD * len(run) for run in runs)


def _same(runs: Sequence[str], one: Fact, other: Fact) -> bool:
    return [overlap(r, fold(one.subject.name)) for r in runs] == [
        overlap(r, fold(other.subject.name)) for r in runs
    ]


def _finding(fact: Fact, body: Body) -> Finding:
    return printed_as(label_of(fact), fact, body.name)
