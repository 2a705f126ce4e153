"""One figure, one amount: the same figure printed in several tables and sentences (表间、表文一致)."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.cells import TOTAL
from ingest.checks.examined import Examined, Rule, at, figure, settle, side, told
from ingest.checks.rounding import last_place
from ingest.inside import HOLDS_OTHERS
from ingest.level_told import LEVEL
from ingest.model import Check, Document, Fact, Fund, Kind, Measure, Origin, Severity, Side, Stage
from ingest.numbers import MONEY, convert
from ingest.patterns import regex
from ingest.quantities import ROUGH
from ingest.text import fold

TABLES = Rule("agreement.tables", "表与表一致")
NARRATIVE = Rule("agreement.narrative", "正文与表一致")
SENTENCES = Rule("agreement.sentences", "正文前后一致", Severity.WARNING)

#: Kinds whose names are the document's own words: two things may share one name there.
_FREE = frozenset({"其他", "业务量", "绩效指标", "政府采购", "项目"})
#: Kinds that count one kind of money whatever the wording says of the fund.
_ONE_FUND = frozenset({"收入来源", "三公经费", "机关运行", "政府采购", "会议培训"})
#: Ratios that describe one thing; of shares and changes there are several (of what, against what).
_MEASURES = frozenset({Measure.AMOUNT, Measure.COMPLETION})
_REASON = regex(r"(?:主要)?(?:原因|缘由|是由于|由于)")
#: Statements of another scope under the same codes: 机关运行经费 takes in what projects spend on running the office.
_OTHER_SCOPE = ("机关运行经费表",)
#: How little of all money a fund counts.
_NARROW = {
    Fund.ALL: 0,
    Fund.APPROPRIATION: 1,
    Fund.GENERAL: 2,
    Fund.GOVERNMENT_FUND: 2,
    Fund.STATE_CAPITAL: 2,
}
#: Factors between two amounts that a wrong unit line makes, 元 for 万元 and the like.
_SLIPS = {Decimal(10) ** n: f"1{'0' * n}" for n in (1, 2, 3, 4, 8)}


def check(examined: Examined) -> Iterator[Check]:
    """Every figure that is printed more than once, each other value against the one that stands most often."""
    groups: dict[tuple[object, ...], list[Fact]] = defaultdict(list)
    carried = {_row_of(f) for f in examined.cells() if _is_carried(f)}
    others = {
        f.subject.code
        for f in examined.facts
        if f.fund in (Fund.GOVERNMENT_FUND, Fund.STATE_CAPITAL)
        or (f.fund is Fund.APPROPRIATION and _is_carried(f))
    }
    halved = {
        f.subject.code for f in examined.facts if f.subject.kind == "经济分类" and f.breakdown == _BASIC
    }
    whole = _in_whole(examined)
    grand = {(f.year, f.fund, _amount(f)) for f in examined.cells() if f.subject.name in _GRAND}
    for fact in examined.facts:
        if _row_of(fact) in carried and fact.fund not in (Fund.ALL, Fund.APPROPRIATION):
            continue  # 「一般公共预算」 beside 「上年财政拨款结转」 is that budget of this year alone
        key = identity(_of_basic(_of_general(fact, others), halved, whole), examined.document)
        if key is not None and not is_aside(fact) and not _is_grand(fact, grand):
            groups[key].append(fact)
    for facts in groups.values():
        yield from _differing(_of_one_body(_of_one_row(_of_all_money(single(facts)))))


#: Totals that count what was brought forward too.
_GRAND = ("收入总计", "支出总计")


def _is_grand(fact: Fact, grand: Collection[tuple[int, Fund, Decimal]]) -> bool:
    """「收入预算…万元」 of a sentence that is the grand total of the tables, not the total of the year alone."""
    bare = fact.origin is Origin.SENTENCE and fact.subject.name in ("本年收入合计", "本年支出合计")
    return bare and "本年" not in fact.source.quote and (fact.year, fact.fund, _amount(fact)) in grand


def _of_general(fact: Fact, others: Collection[str]) -> Fact:
    """财政拨款 of a code that neither 政府性基金 nor 国有资本 pays is what the general budget pays."""
    code = fact.subject.code
    general = fact.fund is Fund.APPROPRIATION and code and not any(other.startswith(code) for other in others)
    return replace(fact, fund=Fund.GENERAL) if general else fact


_BASIC = "基本支出"


#: Statements of some of what is spent, whose economic accounts are not all that is spent on these.
_PARTIAL = (f"{_BASIC}表", "项目支出表", "三公经费表", "政府采购表", *_OTHER_SCOPE)


def _in_whole(examined: Examined) -> dict[tuple[str, Fund], Decimal]:
    """The most that a statement of all expenditure prints of each economic account, by code and fund."""
    found: dict[tuple[str, Fund], Decimal] = {}
    for fact in examined.cells():
        account = fact.subject.kind == "经济分类" and fact.subject.code and fact.breakdown == TOTAL
        if account and not fact.statement.endswith(_PARTIAL) and fact.standing < 2:
            key = fact.subject.code, fact.fund
            found[key] = max(_amount(fact), found.get(key, Decimal(0)))
    return found


def _of_basic(fact: Fact, halved: Collection[str], whole: Mapping[tuple[str, Fund], Decimal]) -> Fact:
    """办公费 in a statement of 基本支出 is its part of it, where another one prints 基本支出 beside all of it.

    It is too where another statement prints all of it, and that is more.
    """
    part = fact.statement.endswith(f"{_BASIC}表") and fact.breakdown == TOTAL
    key = fact.subject.code, fact.fund
    inner = fact.subject.code in halved or whole.get(key, _amount(fact)) > _amount(fact)
    return replace(fact, breakdown=_BASIC) if part and inner else fact


def _is_carried(fact: Fact) -> bool:
    """Whether a figure is in a column of what was brought forward, and is not nought."""
    return fact.origin is Origin.CELL and "结转" in fact.breakdown and bool(fact.value)


def _row_of(fact: Fact) -> tuple[int, str, str]:
    return fact.source.sequence, fact.source.row, fact.subject.name


def identity(fact: Fact, document: Document) -> tuple[object, ...] | None:
    """What makes two facts one figure; None for figures that are told by the document's own words alone."""
    subject = fact.subject
    if fact.value is None or fact.measure not in _MEASURES or fact.standing > 1:
        return None
    if subject.kind in _FREE and not _is_named(fact):
        return None
    if fact.breakdown in (ROUGH, LEVEL) or any(name in HOLDS_OTHERS for name in subject.path):
        return None
    if subject.kind == "收入来源" and fact.statement.endswith("支出表"):
        return None  # what paid for the expenditure of this table, no income of all
    ratio = fact.measure is not Measure.AMOUNT
    if ratio and fact.origin is Origin.CELL and subject.kind not in ("总额", "项目"):
        return None
    scope = fact.statement if fact.statement in _OTHER_SCOPE and subject.code else ""
    fund = "" if ratio or subject.kind in _ONE_FUND or subject.kind in _FREE else fact.fund
    stage = "" if ratio else stage_of(fact, document)
    flow = "" if subject.kind in _FREE else fact.flow
    # Without its code an item is known by what it stands under too: every 款 has its 行政运行.
    path = subject.path if subject.kind in ("功能分类", "经济分类") else ()
    name = subject.code or "|".join(map(fold, (*path, subject.name)))
    return fact.measure, fact.year, stage, fund, flow, subject.kind, name, fact.breakdown, scope


def is_aside(fact: Fact) -> bool:
    """A sentence about reasons, or one that goes by 款 or 项 whose subject no table has."""
    quote = fact.source.quote
    classified = re.search(r"[（(][类款项][)）]", quote) is not None
    return bool(_REASON.match(quote)) or (
        classified and fact.subject.kind not in ("功能分类", "经济分类", "总额")
    )


def single(facts: Sequence[Fact]) -> list[Fact]:
    """Without the sentences that give one figure two values: those are of its parts, by a name that was cut."""
    spoken: dict[str, set[Decimal]] = defaultdict(set)
    for fact in facts:
        if fact.origin is Origin.SENTENCE:
            spoken[fact.source.quote].add(_amount(fact))
    return [f for f in facts if len(spoken.get(f.source.quote, ())) < 2]


def _of_one_body(facts: Sequence[Fact]) -> list[Fact]:
    """Without statements that are there twice with two values: each is of another body of the department."""
    printed: dict[str, dict[int, Decimal]] = defaultdict(dict)
    for fact in facts:
        if fact.origin is Origin.CELL:
            printed[fact.statement][fact.source.sequence] = _amount(fact)
    several = {name for name, tables in printed.items() if len(set(tables.values())) > 1}
    return [f for f in facts if f.origin is not Origin.CELL or f.statement not in several]


def _of_one_row(facts: Sequence[Fact]) -> list[Fact]:
    """Without a list's rows of one name with several values: each is of another unit that has such a project."""
    if not facts or facts[0].subject.kind not in _FREE:
        return list(facts)
    rows: dict[int, set[tuple[str, Decimal]]] = defaultdict(set)
    for fact in facts:
        if fact.origin is Origin.CELL:
            rows[fact.source.sequence].add((fact.source.row, _amount(fact)))
    several = {
        table for table, found in rows.items() if len({row for row, _ in found}) > 1 and len(found) > 1
    }
    return [f for f in facts if f.origin is not Origin.CELL or f.source.sequence not in several]


def _of_all_money(facts: Sequence[Fact]) -> list[Fact]:
    """Without the columns by fund of a table that has one for all money: 「一般公共预算」 beside 合计 is a part of it.

    That matters for what is known as one figure whatever its fund.
    """
    if not facts or facts[0].subject.kind not in _FREE | _ONE_FUND:
        return list(facts)
    widest: dict[int, int] = {}
    for fact in facts:
        if fact.origin is Origin.CELL:
            narrow = widest.setdefault(fact.source.sequence, _NARROW[fact.fund])
            widest[fact.source.sequence] = min(narrow, _NARROW[fact.fund])
    return [f for f in facts if f.origin is not Origin.CELL or widest[f.source.sequence] == _NARROW[f.fund]]


def _is_named(fact: Fact) -> bool:
    """A project by its name, and the totals of purchases."""
    if fact.subject.kind == "项目":
        return True
    return fact.subject.kind == "政府采购" and fact.subject.name.startswith("政府采购")


def stage_of(fact: Fact, document: Document) -> Stage:
    """The stage as the document means it: in final accounts 执行 of the year is the outcome, 预算 the first budget."""
    if document.kind is Kind.BUDGET:
        return Stage.BUDGET if fact.stage is Stage.INITIAL_BUDGET else fact.stage
    if fact.stage is Stage.EXECUTION:
        return Stage.FINAL_ACCOUNTS
    if fact.subject.kind == "项目" and fact.stage is Stage.BUDGET:
        return Stage.ADJUSTED_BUDGET  # 绩效自评表: 预算数 is what was left of it after all adjustments
    return Stage.INITIAL_BUDGET if fact.stage is Stage.BUDGET else fact.stage


def _differing(facts: Sequence[Fact]) -> Iterator[Check]:
    """Each value of one figure against the value that most tables print; a tie goes to what is printed first."""
    if len(facts) < 2:
        return
    values = Counter(_amount(f) for f in facts)
    cells = Counter(_amount(f) for f in facts if f.origin is Origin.CELL)
    usual = max(values, key=lambda v: (cells[v], values[v], -_first(facts, v)))
    right = [f for f in facts if _amount(f) == usual]
    if len(values) == 1:
        yield _pair(facts[:1], facts[1:2])
    for value in values:
        left = [f for f in facts if _amount(f) == value]
        # 完成率 of one fund is not that of another; only where one rounds the other they are surely the same.
        if value != usual and (
            _one_fund(left[0], right[0]) or abs(value - usual) <= allowed_apart(left[0], right[0])
        ):
            yield _pair(left, right)


def _one_fund(one: Fact, other: Fact) -> bool:
    return one.measure is Measure.AMOUNT or one.fund is other.fund


def _first(facts: Sequence[Fact], value: Decimal) -> int:
    return next(i for i, f in enumerate(facts) if _amount(f) == value)


def _amount(fact: Fact) -> Decimal:
    return fact.yuan if fact.yuan is not None else fact.value or Decimal(0)


def _pair(left: Sequence[Fact], right: Sequence[Fact]) -> Check:
    """One value against another; they are compared in the unit of the left."""
    one, other = left[0], right[0]
    value = other.value or Decimal(0)
    if one.unit != other.unit:
        value = convert(value, other.unit, one.unit) or value
    difference = (one.value or Decimal(0)) - value
    if _is_rounded(one, other, difference):
        difference = Decimal(0)
    sides = side(left[:1]), side(right[:4], value=other.value)
    message = _slip(one, other, sides) or told(*sides, difference)
    return settle(_rule(one, other), *sides, allowed_apart(one, other), message, difference=difference)


def _is_rounded(one: Fact, other: Fact, difference: Decimal) -> bool:
    """Whether a sentence in 万元 rounds, rightly, what a table prints in 元."""
    return one.unit != other.unit and abs(difference) * 2 <= allowed_apart(one, other)


def _rule(one: Fact, other: Fact) -> Rule:
    spoken = [f.origin is Origin.SENTENCE for f in (one, other)]
    return SENTENCES if all(spoken) else NARRATIVE if any(spoken) else TABLES


def allowed_apart(one: Fact, other: Fact) -> Decimal:
    """One unit of the coarser last place, in the unit of the first figure."""
    places = [last_place([f.value or Decimal(0)]) * MONEY.get(f.unit, Decimal(1)) for f in (one, other)]
    if {one.unit, other.unit} <= MONEY.keys():
        # Trailing zeros are often not printed: 10 is 10.00 there.
        finest = Decimal("0.01") * MONEY[one.unit], Decimal("0.01") * MONEY[other.unit]
        places = [min(place, most) for place, most in zip(places, finest, strict=True)]
    return max(places) / MONEY.get(one.unit, Decimal(1))


def _slip(one: Fact, other: Fact, sides: tuple[Side, Side]) -> str:
    """What to say where two amounts are apart by a power of ten: a unit line is wrong, or a digit slipped."""
    pair = sorted((abs(_amount(one)), abs(_amount(other))))
    if not pair[0]:
        return ""
    factor = next((f for f in _SLIPS if abs(pair[1] / pair[0] / f - 1) < Decimal("0.0005")), None)
    if factor is None:
        return ""
    cause = "单位可能写错了" if factor >= 1000 else "可能多写或少写了一位"
    left, right = sides
    return (
        f"{at(left)} {figure(left.value, left.unit)}，{at(right)} {figure(right.value, other.unit)}，"
        f"两者相差 {_SLIPS[factor]} 倍，{cause}。"
    )
