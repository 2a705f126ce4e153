"""How much something grew a year over several years, and what no document tells: growth carried on (年均增长、外推)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, localcontext

from ingest.model import Fact, Fund, Measure, Stage
from ingest.numbers import convert, plain
from ingest.patterns import regex
from service.figures.compute import compute
from service.figures.ratios import rounded
from service.model import Body, Declined, Evidence, Finding, Operation, Plan, Reason
from service.targets import Point, at_home

_A_YEAR = r"(?:年均|平均每年|每年平均|平均一年|年平均|逐年平均)"
_GROWS = r"(?:递?增长?|增加|增速|增幅|上升|上涨|涨幅?|提高|递?减少?|下降|降低|降幅|降|变化|变动|复合)"
#: 「年均增速」「平均每年增长百分之几」「复合增长率」.
_ASKED = regex(rf"{_A_YEAR}(?:的)?(?:复合)?{_GROWS}|复合(?:年均)?增长率")
#: Asked in money, not in per cent.
_IN_MONEY = regex(r"多少钱|多少(?:万|亿)?元|几[万亿元]|额|(?:增加|减少)(?:了)?多少(?!个?百分|[%％])")
#: 「按2024年增速」: growth of a year that is carried on to another.
_CARRIED = regex(
    r"(?:按照?|依照?|照着?|根据|以)(?P<of>[^，。？]{0,14}?)(?:的)?(?:增速|增幅|增长率|增长速度|增长比例|涨幅|降幅|速度|趋势|势头)"
)
_FORETOLD = regex(r"预计|预测|估计|推算|推测|测算|算下?来|大概|大约|会是|会有|将|达到|能到|应该|该是")
#: What asks for the growth itself, or for an order by it.
_OF_ITSELF = regex(r"^的?(?:是|为|有|多|怎|如何|高|大|最|从|由|排|$|[？?])|排[序列名一]")
_BACK = regex(r"倒推|反推|倒算|反算|还原|(?:上|去|前)一?年度?(?:的)?(?:是|为|有)?多少")
#: Accounts that are printed of all money and of each fund.
_OF_FUNDS = ("总额", "支出结构")
_STAGES = (Stage.FINAL_ACCOUNTS, Stage.BUDGET, Stage.INITIAL_BUDGET)


@dataclass(frozen=True, slots=True)
class _Span:
    """The figures of the first and the last year, in the unit of the last."""

    first: Finding
    last: Finding
    base: Decimal

    @property
    def years(self) -> int:
        return self.last.year - self.first.year


def foretold(plan: Plan, text: str) -> Declined | None:
    """A refusal where a question carries growth on to a year: no document tells what that would come to."""
    said = _CARRIED.search(text)
    if said is None or _BACK.search(text) or _OF_ITSELF.search(text[said.end() :]):
        return None
    of = [int(year) for year in re.findall(r"20\d\d", said["of"])]
    if of and (plan.year is None or plan.year <= max(of)):
        return None  # what a year's growth says of that year itself, or of the one before
    if not of and not _FORETOLD.search(text[said.end() :]):
        return None
    return Declined(
        Reason.NOT_DISCLOSED,
        "公开资料里没有按增速或趋势推算出来的数字，这里不作预测；可以直接问某一年公开的预算数或决算数。",
    )


def mean_growth(plan: Plan, points: Sequence[Point], body: Body) -> Evidence | Declined | None:
    """By how much something grew a year from the first year asked for to the last; None where that is not asked."""
    if not points or plan.subject is None or not _ASKED.search(plan.text):
        return None
    years = [*(p.plan.year or 0 for p in points), *((plan.base_year,) if plan.base_year else ())]
    years = _lately(plan, body) if len(set(years)) < 2 else years
    first, last = min(years, default=0), max(years, default=0)
    if last - first < 1 or len({p.plan.subject for p in points}) > 1:
        return _declined(body, plan, "问题里没有写明从哪一年到哪一年")
    span = _span(plan, body, (first, last), points[0].facts)
    if span is None:
        return _declined(body, plan, f"没有在{first}年和{last}年的资料里都找到口径相同的数字")
    if span.base <= 0 or span.last.value <= 0:
        return _declined(body, plan, f"{first}年或{last}年的数字不是正数")
    return _told(span, body, bool(_IN_MONEY.search(plan.text)))


def _lately(plan: Plan, body: Body) -> list[int]:
    """The years of 「近三年」, where so many in a row are loaded."""
    said = re.search(r"近([两二三四五])年", plan.text)
    count = "一二三四五".index(said[1].replace("两", "二")) + 1 if said else 0
    years = list(body.years)[-count:] if count else []
    return years if len(years) == count and count and years[-1] - years[0] == count - 1 else []


def _span(plan: Plan, body: Body, years: tuple[int, int], facts: Sequence[Fact]) -> _Span | None:
    """Both figures at one stage: the one asked for, else the first that both years print."""
    for stage in (plan.stage,) if plan.stage else _STAGES:
        found = [_figure(replace(plan, stage=stage), body, year, facts) for year in years]
        first, last = found
        if first is None or last is None or first.stage != last.stage:
            continue
        if plan.subject is not None and plan.subject.kind in _OF_FUNDS and _fund(first) is not _fund(last):
            continue  # all money of one year, that of one fund of the other
        base = convert(first.value, first.unit, last.unit)
        if base is not None:
            return _Span(first, last, base)
    return None


def _fund(finding: Finding) -> Fund:
    return finding.operands[0].fact.fund


def _figure(plan: Plan, body: Body, year: int, facts: Sequence[Fact]) -> Finding | None:
    one = replace(plan, operation=Operation.LOOKUP, year=year, base_year=None, stages=())
    found = compute(at_home(one, body), facts)[0]
    return found if found is not None and found.measure is Measure.AMOUNT else None


def _told(span: _Span, body: Body, in_money: bool) -> Evidence:
    first, last, count = span.first, span.last, span.years
    label, unit = last.label, last.unit
    operands = (*last.operands, *first.operands)
    with localcontext() as context:
        context.prec = 40
        rate = rounded(((last.value / span.base).ln() / count).exp() * 100 - 100)
        gain = rounded((last.value - span.base) / count)
    root = f"({plain(last.value)} ÷ {plain(span.base)})^(1/{count}) − 1 = {plain(rate)}%"
    by_year = f"({plain(last.value)} − {plain(span.base)}) ÷ {count} = {plain(gain)}"
    growth = Finding(f"{label}年均增长率", rate, "%", Measure.CHANGE_RATE, last.year, last.stage, operands, root,
                     entity=body.name)  # fmt: skip
    amount = Finding(f"{label}平均每年增减额", gain, unit, Measure.CHANGE, last.year, last.stage, operands, by_year,
                     entity=body.name)  # fmt: skip
    grew, more = ("增长", "增加") if rate >= 0 else ("下降", "减少")
    told = (
        f"{body.name}{label}{first.year}年{first.stage}为 {plain(span.base)} {unit}，{last.year}年{last.stage}为 "
        f"{plain(last.value)} {unit}，{count}年里年均{grew} {plain(abs(rate))}%（{root}），"
        f"平均每年{more} {plain(abs(gain))} {unit}（{by_year}）。"
    )
    return Evidence((amount, growth) if in_money else (growth, amount), told=told)


def _declined(body: Body, plan: Plan, why: str) -> Declined:
    name = plan.subject.name if plan.subject else "该项"
    return Declined(Reason.NOT_DISCLOSED, f"{why}，算不出{body.name}「{name}」的年均增减，所以没有给出。")
