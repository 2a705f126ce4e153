"""What adds up to an account in its own table or in one sentence: 「买了哪几项」「花在哪几件事上」 (合计之下的各项).

The classification knows no such parts; the table or the sentence that prints the total lists them, and they make it up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from ingest.model import Fact, Measure, Origin
from ingest.numbers import MONEY, plain
from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources
from service.figures.compute import in_unit
from service.figures.held import facts_of, once
from service.figures.told import printed_as
from service.listings.ordered import Order, order_of
from service.model import CODED_KINDS, CONFIDENT, Evidence, Finding, Plan
from service.targets import Point

_LISTED = regex(
    r"哪[几些]|(?:[买购]|包括|包含|花|用)(?:了|的|在)*(?:什么|啥|哪)|都(?:有|是|[买购])(?:了)?(?:什么|啥)|明细|清单|具体(?:有|是|包括)|逐[项个一]|(?:花|用|投)(?:在|到|于)了?(?:哪|什么|啥)|(?:分别|各)(?:项|个)?(?:是|花|用|有)?了?多少"
)
_OTHER = regex(r"比(?:上|去|前)|增[加减长]|减少|占|为什么|原因|平均|合计|一共|总共")
#: What is done with the money, right behind its name of so many characters.
_NAME, _USED = 4, regex(r"(?:的)?(?:钱|支出|资金)?(?:都|主要|具体|分别|到底|一共)*(?:花|用|投)(?:在|到|于)")
#: Kinds whose parts are known, whatever a sentence adds up.
_KNOWN = ("总额", "支出结构", "收入来源", "三公经费", "政府采购", "项目")
#: What the name of an account says beside what it is of.
_TAIL = regex(r"(?:安排的?)?(?:支出|经费|资金|费用|决算|预算)*$")
_TOTAL = "合计"


def rows_of_total(plan: Plan, points: Sequence[Point], sources: Sources) -> Evidence | None:
    """The rows that make up the plan's account, all or the largest; None where no table's rows add up to it."""
    subject, text = plan.subject, fold(plan.parted or plan.text)
    order = order_of(text, plan)
    if len(points) != 1 or not (order or _LISTED.search(text)) or _OTHER.search(text):
        return None
    known = subject is not None and not (plan.taken and plan.explained <= CONFIDENT)
    if subject is None or not known:
        named = [(t, p) for t, p in _summed(sources.facts, plan.year) if _is_named(t, text)]
        return _told(named[0][1], named[0][0], plan, sources, order) if len(named) == 1 else None
    if subject.kind in _KNOWN:
        return None
    for total in () if subject.kind in CODED_KINDS else _totals(plan, sources.facts):
        rows = _rows(total, sources.facts)
        if rows:
            return _told(rows, total, plan, sources, order)
    for total, parts in _summed(sources.facts, plan.year):
        if _core(total.subject.name) == _core(subject.name) and plan.fund in (None, total.fund):
            return _told(parts, total, plan, sources, order)
    return None


def _is_named(total: Fact, text: str) -> bool:
    """Whether the question begins with what an account is of, though not all of its words were understood."""
    core = _core(total.subject.name)
    return len(core) >= _NAME and text.startswith(core) and _USED.match(text[len(core) :]) is not None


def _totals(plan: Plan, facts: Sequence[Fact]) -> list[Fact]:
    name = plan.subject.name if plan.subject is not None else ""
    held = [f for f in facts_of(facts, name) if f.subject.name == name and f.year == plan.year]
    return [f for f in held if _is_total(f) and plan.stage in (None, f.stage)]


def _core(name: str) -> str:
    """What an account is of: 彩票公益金 of 「彩票公益金安排的支出」."""
    return _TAIL.sub("", fold(name)) or fold(name)


def _summed(facts: Sequence[Fact], year: int | None) -> tuple[tuple[Fact, list[Fact]], ...]:
    """Amounts of one sentence that the amounts behind them in it add up to, with these."""
    return once(facts, (_summed, year), lambda: tuple(_sums(facts, year)))


def _sums(facts: Sequence[Fact], year: int | None) -> Iterator[tuple[Fact, list[Fact]]]:
    told: dict[tuple[str, int, str], list[Fact]] = {}
    for fact in facts:
        amount = fact.year == year and fact.measure is Measure.AMOUNT and fact.unit in MONEY and fact.yuan
        if amount and fact.origin is Origin.SENTENCE:
            told.setdefault((fact.document_id, fact.source.page, fact.source.quote), []).append(fact)
    for held in told.values():
        for at, total in enumerate(held[:-2]):
            parts = held[at + 1 :]
            if (
                len({f.subject.name for f in parts}) == len(parts)
                and sum(f.yuan or 0 for f in parts) == total.yuan
            ):
                yield total, parts
                break


def _is_total(fact: Fact) -> bool:
    money = fact.measure is Measure.AMOUNT and fact.value is not None
    return money and fact.source.sequence >= 0 and fact.subject.level == _TOTAL


def _rows(total: Fact, facts: Sequence[Fact]) -> list[Fact]:
    """The other rows of the total's column, where there are several and they come to just the total."""

    def key(fact: Fact) -> tuple[object, ...]:
        source = fact.source
        return (fact.document_id, source.sequence, source.column, fact.year, fact.stage, fact.fund, fact.unit)

    rows = [f for f in facts if key(f) == key(total) and f.subject.name != total.subject.name]
    rows = [f for f in rows if f.value is not None]
    return (
        rows
        if len(rows) > 1 and sum((f.value or Decimal(0) for f in rows), Decimal(0)) == total.value
        else []
    )


def _told(rows: Sequence[Fact], total: Fact, plan: Plan, sources: Sources, order: Order | None) -> Evidence:
    findings = tuple(in_unit(_finding(f, sources.body.name), plan.unit) for f in rows)
    name = f"{sources.body.name}{total.year}年度{total.subject.name}"
    if order is not None:
        return _placed(findings, order, f"{name}逐项列出的 {len(rows)} 项里")
    listed = "、".join(f"{f.label} {plain(f.value)} {f.unit}" for f in findings)
    return Evidence(findings, told=f"{name}逐项列出的有 {len(rows)} 项：{listed}。")


def _placed(findings: tuple[Finding, ...], order: Order, lead: str) -> Evidence:
    """The parts in the places that are asked for; all of them where two share an edge of these."""
    own = sorted(findings, key=lambda f: f.value, reverse=not order.least)
    first = order.nth - 1 if order.nth else 0
    meant = tuple(own[first : first + order.count])
    edges = [(own[i - 1], own[i]) for i in (first, first + order.count) if 0 < i < len(own)]
    if len(meant) < order.count or any(a.value == b.value for a, b in edges):
        return Evidence(findings)
    said = "、".join(f"{f.label}，{plain(f.value)} {f.unit}" for f in meant)
    end = "小" if order.least else "大"
    way = f"从{'小到大' if order.least else '大到小'}排第{order.nth}" if order.nth else f"最{end}"
    way += f"的 {len(meant)} 项依次" if len(meant) > 1 else "的"
    return Evidence(meant, told=f"{lead}，{way}是{said}。")


def _finding(fact: Fact, body: str) -> Finding:
    return printed_as(fact.subject.name, fact, body)
