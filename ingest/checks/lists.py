"""Lists without codes that have a total: projects, purchases, the items of a narrative (明细与合计)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate

from ingest.accounts import is_total_word
from ingest.cells import TOTAL
from ingest.checks.examined import Examined, Rule, is_money, settle, side, value_of
from ingest.checks.rounding import sum_allowance
from ingest.model import Check, Fact, Fund, Severity, Stage, Verdict
from ingest.patterns import regex

PROJECTS = Rule("lists.projects", "项目支出合计＝各项目之和")
PURCHASES = Rule("lists.purchases", "采购合计＝各采购明细之和", Severity.WARNING)
ITEMS = Rule("lists.items", "年初预算总额＝正文各项年初预算之和", Severity.WARNING)

#: How a purchase is organised (政府采购组织形式): the last column of the rows that are no subtotals.
_ORGANISED = regex(r"集中采购|集中$|分散|自行组织")


def check(examined: Examined) -> Iterator[Check]:
    """Lists of projects and of purchases column by column, and the items of the narrative."""
    columns: dict[tuple[int, str], list[Fact]] = defaultdict(list)
    for fact in examined.cells():
        if not fact.subject.code:
            columns[fact.source.sequence, fact.source.column].append(fact)
    for facts in columns.values():
        if facts[0].statement.endswith("项目支出表"):
            yield from _listed(PROJECTS, facts, [f for f in facts if f.subject.kind == "项目"])
        elif facts[0].statement == "政府采购表":
            yield from _listed(PURCHASES, facts, [f for f in facts if _ORGANISED.search(f.source.row)])
    yield from _items(examined)


def _listed(rule: Rule, column: Sequence[Fact], items: Sequence[Fact]) -> Iterator[Check]:
    totals = [f for f in column if is_total_word(f.source.row)]
    if len(totals) != 1 or len(items) < 2:
        return
    flat = _sum(rule, totals[0], items, "各行之和")
    leaves = _leaves(items)
    yield (
        flat if flat.verdict is not Verdict.FAILS or not leaves else _sum(rule, totals[0], leaves, "各行之和")
    )


def _leaves(items: Sequence[Fact]) -> list[Fact]:
    """The items that are no sums of those below them: a list may print the account above its projects."""
    found = []
    for index, item in enumerate(items):
        below = accumulate(value_of(f) for f in items[index + 1 :])
        if not value_of(item) or value_of(item) not in below:
            found.append(item)
    return found if len(found) < len(items) else []


def _items(examined: Examined) -> Iterator[Check]:
    """First budgets of the items, where their outcomes show that none is left out."""
    spoken: dict[Stage, dict[str, Fact]] = {Stage.INITIAL_BUDGET: {}, Stage.FINAL_ACCOUNTS: {}}
    totals: dict[Stage, set[Fact]] = defaultdict(set)
    for fact in examined.spoken():
        if (
            fact.stage not in spoken
            or not is_money(fact)
            or fact.breakdown != TOTAL
            or fact.fund is not Fund.GENERAL
        ):
            continue
        if fact.subject.level == "项" and fact.subject.code:
            spoken[fact.stage].setdefault(fact.subject.code, fact)
        elif fact.subject.name == "本年支出合计":
            totals[fact.stage].add(fact)
    planned, done = spoken[Stage.INITIAL_BUDGET], spoken[Stage.FINAL_ACCOUNTS]
    total = {stage: {f.value: f for f in facts} for stage, facts in totals.items()}
    if len(planned) < 2 or planned.keys() != done.keys() or any(len(total.get(s, ())) != 1 for s in spoken):
        return
    whole = next(iter(total[Stage.FINAL_ACCOUNTS].values()))
    if _sum(ITEMS, whole, list(done.values()), "").verdict is not Verdict.FAILS:
        yield _sum(
            ITEMS,
            next(iter(total[Stage.INITIAL_BUDGET].values())),
            list(planned.values()),
            "各项年初预算之和",
        )


def _sum(rule: Rule, total: Fact, items: Sequence[Fact], label: str) -> Check:
    allowed = sum_allowance([value_of(total), *map(value_of, items)])
    return settle(rule, side([total]), side(items, label), allowed)
