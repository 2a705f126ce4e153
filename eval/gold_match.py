"""When a known fact and a fact of the store are the same figure: field by field (对照规则)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from eval.gold import GoldFact
from eval.gold_names import ALL, BOTH, canonical, is_total, money
from ingest.absences import declared_accounts
from ingest.entities import entity_key
from ingest.model import Fact, Flow, Measure, Origin
from ingest.numbers import plain
from ingest.quantities import ROUGH
from ingest.statements import STATEMENTS
from ingest.text import fold

_OWN_TOTAL = {statement.name: statement.total for statement in STATEMENTS}
#: Words of a breakdown that only repeat the measure.
_MEASURES = {"执行率": Measure.COMPLETION, "完成率": Measure.COMPLETION}
#: 「年初结转和结余（一般公共预算财政拨款）」: the part of a balance that is of one fund.
_PART_OF_BALANCE = re.compile(r".*结[转余].*[(（](?P<part>[^()（）]+)[)）]$")
#: Statements in which 合计 counts more than the account of the title: “三公” and meetings and training.
_WIDER = ("三公经费表",)


@dataclass(frozen=True, slots=True)
class Names:
    """Names that the known facts of a statement give: 合计 beside one of them is not that account."""

    printed: Mapping[tuple[str, str], frozenset[str]]

    def stands_for(self, gold: GoldFact, name: str) -> bool:
        """Whether 合计 in this statement means the account: the statement's own, and not printed beside it."""
        own = _OWN_TOTAL.get(gold.statement, "")
        return bool(own) and name == own and name not in self.printed[gold.doc, gold.statement]


def names_of(facts: Sequence[GoldFact]) -> Names:
    """The names that known facts give, by file and statement."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for fact in facts:
        found[fact.doc, fact.statement].add(canonical(fact.subject))
    return Names({key: frozenset(names) for key, names in found.items()})


def _pair(subject: str, breakdown: str) -> tuple[str, str]:
    """The total of 「项目支出」 is 「项目支出」, whichever of the two was row and which column."""
    return (breakdown, ALL) if is_total(subject) and not is_total(breakdown) else (subject, breakdown)


def gold_names(gold: GoldFact) -> tuple[str, str]:
    """Subject and breakdown of a known fact in the common vocabulary."""
    part = ALL if _MEASURES.get(gold.breakdown) is gold.measure else canonical(gold.breakdown)
    return _pair(canonical(gold.subject, gold.fund), part)


def fact_names(fact: Fact) -> tuple[str, str]:
    """Subject and breakdown of a fact in the common vocabulary."""
    return _pair(canonical(fact.subject.name), _part(fact))


def _part(fact: Fact) -> str:
    """The breakdown in the common vocabulary: that of a rough figure of a cell is the heading of its column."""
    if fact.breakdown == ROUGH:
        column = canonical(fact.source.column)
        return ALL if fact.origin is not Origin.CELL or column == canonical(fact.subject.name) else column
    if _MEASURES.get(fact.breakdown) is fact.measure or _own_row(fact):
        return ALL
    return canonical(fact.breakdown)


def _own_row(fact: Fact) -> bool:
    """Whether the breakdown only repeats which of several totals of a project the row names, 「项目资金总额」."""
    return fact.subject.kind == "项目" and fold(fact.source.row).endswith(fold(fact.breakdown))


def _subject(gold: GoldFact, fact: Fact, names: Names) -> bool:
    wanted, found = gold_names(gold)[0], fact_names(fact)[0]
    if wanted == found or found in BOTH.get(wanted, ()):
        return True
    if gold.origin is Origin.DECLARATION:
        return fact.subject.name in declared_accounts(f"{gold.subject}{gold.statement}")
    if wanted == ALL:
        wider = gold.statement in _WIDER and fact.subject.name.endswith(ALL)
        return is_total(found) or wider or names.stands_for(gold, found)
    if is_total(wanted) and is_total(found):
        # 「收入合计」 beside a balance is the grand total; the row that was read must print the known name.
        return wanted == canonical(fact.source.row)
    if fact.subject.kind == "项目" and gold.path:
        # The money line of a performance table is the money of its project.
        # Where several are printed side by side, the last name of the row is that of the figure.
        return canonical(gold.path[0]) == found and fold(fact.source.row).endswith(canonical(gold.subject))
    balance = _PART_OF_BALANCE.match(fact.subject.name)
    if balance and fact.subject.kind == "结转结余":
        # The balance's part of one fund: the row prints the fund alone, the fact says of which balance.
        return fold(balance["part"]) == fold(gold.subject)
    if not gold.code and fact.subject.path:
        # 「人大事务行政运行支出」: the item with the section above it printed in front.
        found = canonical(f"{fact.subject.path[-1]}{fact.subject.name}")
        return _same_but_suffix(wanted, found)
    if not gold.statement and sorted(wanted.replace("的", "")) == sorted(found.replace("的", "")):
        return True  # 「开展自评的单位」 is 「单位开展自评」
    return bool(gold.code) and gold.code == fact.subject.code and _same_but_suffix(wanted, found)


def _same_but_suffix(wanted: str, found: str) -> bool:
    return wanted.removesuffix("支出") == found.removesuffix("支出")


def _fund(gold: GoldFact, fact: Fact) -> bool:
    if gold.measure in (Measure.COUNT, Measure.RATE):
        return True  # things counted are no money
    wanted = money(gold.fund, gold_names(gold), gold.statement)
    return wanted is money(fact.fund, fact_names(fact), fact.statement)


def _code(gold: GoldFact, fact: Fact) -> bool:
    """A printed code must be the fact's; where none is printed, the fact may know it by the name."""
    return not gold.code or gold.code == fact.subject.code


def _side(gold: GoldFact, fact: Fact) -> bool:
    return not gold.side or fact.flow in (Flow(gold.side), Flow.BALANCE)


def _path(gold: GoldFact, fact: Fact) -> bool:
    """The innermost name above must be among those that the fact stands under or that its row prints."""
    held = fold("".join((*fact.subject.path, fact.subject.name, fact.source.row, fact.source.table)))
    return all(fold(name) in held for name in gold.path[-1:])


def same_value(gold: GoldFact, fact: Fact) -> bool:
    """Whether the printed values are the same, places after the point included."""
    if gold.value is None or fact.value is None:
        return gold.value is fact.value
    return plain(gold.value) == plain(fact.value)


def same_sentence(gold: GoldFact, fact: Fact) -> bool:
    """Whether the sentence is the one that the known fact was read in; decides between two that agree in all else.

    It is no field: 「其中：」 after a full stop counts to the sentence before for a reader, not for the store.
    """
    return not gold.quote or fold(gold.quote)[:8] in fold(fact.source.quote)


#: Fields in the order in which they are told.
FIELDS: Mapping[str, Callable[[GoldFact, Fact, Names], bool]] = {
    "数值": lambda g, f, _: same_value(g, f),
    "页": lambda g, f, _: g.page == f.source.page,
    "来源": lambda g, f, _: g.origin is f.origin,
    "单位": lambda g, f, _: fold(g.unit) == fold(f.unit) and (g.unit == "%") == (f.unit == "%"),
    "表": lambda g, f, _: g.statement == f.statement,
    "科目": _subject,
    "编码": lambda g, f, _: _code(g, f),
    "分项": lambda g, f, _: gold_names(g)[1] == fact_names(f)[1],
    "收支": lambda g, f, _: _side(g, f),
    "上级": lambda g, f, _: _path(g, f),
    "年度": lambda g, f, _: g.year == f.year,
    "阶段": lambda g, f, _: g.stage is f.stage,
    "资金": lambda g, f, _: _fund(g, f),
    "度量": lambda g, f, _: g.measure is f.measure,
    "主体": lambda g, f, _: entity_key(g.entity) == entity_key(f.entity),
    "约数": lambda g, f, _: g.approx == (f.breakdown == ROUGH),
}


def differing(gold: GoldFact, fact: Fact, names: Names) -> tuple[str, ...]:
    """Names of the fields in which the two do not agree; empty where they are the same figure."""
    return tuple(name for name, agrees in FIELDS.items() if not agrees(gold, fact, names))


def comparable(gold: GoldFact, fact: Fact) -> bool:
    """Whether the two can be one figure at all: same page, same origin, same printed value."""
    return gold.page == fact.source.page and gold.origin is fact.origin and same_value(gold, fact)
