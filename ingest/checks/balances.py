"""Accounts that make up one another by definition: totals and balances, both sides, 三公, 采购 (收支平衡)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ingest.cells import TOTAL
from ingest.checks.examined import Examined, Rule, is_money, settle, side, value_of
from ingest.checks.levels import TWO_SIDED
from ingest.checks.parts import APPROPRIATIONS, credible
from ingest.checks.rounding import sum_allowance
from ingest.model import Check, Fact, Fund, Origin, Severity
from ingest.statements import STATEMENTS

#: Words for all accounts of a kind within one statement: its incomes, its functional classes.
INCOMES, CLASSES = "各项收入", "各类支出"


@dataclass(frozen=True, slots=True)
class Balance:
    """A total by its account's name, and what it is made of; of names joined by ``|`` the first that is printed.

    ``also`` are parts that need not be there.
    """

    rule: Rule
    total: str
    parts: tuple[str, ...]
    also: tuple[str, ...] = ()


#: What some bodies spend beside 基本支出 and 项目支出; most print none of it.
_BESIDE = ("单位预留机动经费", "上缴上级支出", "经营支出", "对附属单位补助支出")

BALANCES: tuple[Balance, ...] = (
    Balance(Rule("balances.sides", "收入总计＝支出总计"), "收入总计", ("支出总计",)),
    Balance(
        Rule("balances.income", "收入总计＝本年收入＋使用结余＋年初结转"),
        "收入总计",
        (
            "本年收入合计|各项收入",
            "使用非财政拨款结余",
            "年初结转和结余|年初财政拨款结转和结余",
            "历年结余",
            "上年实户资金余额",
        ),
    ),
    Balance(
        Rule("balances.expenditure", "支出总计＝本年支出＋结余分配＋年末结转"),
        "支出总计",
        ("本年支出合计|各类支出", "结余分配", "年末结转和结余|年末财政拨款结转和结余"),
    ),
    Balance(Rule("balances.sources", "本年收入合计＝各项收入之和"), "本年收入合计", (INCOMES,)),
    Balance(Rule("balances.classes", "本年支出合计＝各类支出之和"), "本年支出合计", (CLASSES,)),
    Balance(
        Rule("balances.travel", "“三公”经费＝因公出国＋公务用车＋公务接待"),
        "“三公”经费",
        ("因公出国（境）费", "公务用车购置及运行维护费", "公务接待费"),
    ),
    Balance(
        Rule("balances.vehicles", "公务用车费＝购置费＋运行维护费"),
        "公务用车购置及运行维护费",
        ("公务用车购置费", "公务用车运行维护费"),
    ),
    Balance(
        Rule("balances.purchases", "政府采购＝货物＋工程＋服务"),
        "政府采购支出",
        ("政府采购货物支出", "政府采购工程支出", "政府采购服务支出"),
    ),
    Balance(
        Rule("balances.structure", "支出合计＝基本支出＋项目支出"),
        "本年支出合计",
        ("基本支出", "项目支出"),
        _BESIDE,
    ),
    Balance(Rule("balances.basic", "基本支出＝人员经费＋公用经费"), "基本支出", ("人员经费", "公用经费")),
)
#: Rules that a sentence states only when it names every part: a sentence may go into one of them alone.
_WHOLE_ONLY = (
    "balances.travel",
    "balances.vehicles",
    "balances.purchases",
    "balances.structure",
    "balances.basic",
)

Group = Mapping[str, list[Fact]]


def check(examined: Examined) -> Iterator[Check]:
    """Every group of figures that stand together, by the accounts that they name."""
    for (origin, *_), facts in _groups(examined).items():
        named: dict[str, list[Fact]] = defaultdict(list)
        for fact in facts:
            named[fact.subject.name].append(fact)
        spoken = origin is Origin.SENTENCE
        if not spoken:
            named[INCOMES], named[CLASSES] = _incomes(facts), _classes(facts)
        for balance in BALANCES:
            yield from credible(list(_balance(balance, named, spoken, _is_two_sided(facts))))
    yield from _document(examined)


def _document(examined: Examined) -> Iterator[Check]:
    """Parts and total that stand in different paragraphs or tables, where each is printed with one value only."""
    groups: dict[tuple[object, ...], list[Fact]] = defaultdict(list)
    for fact in examined.facts:
        if is_money(fact) and fact.standing < 2 and fact.breakdown == TOTAL:
            groups[fact.year, fact.stage, fact.fund].append(fact)
    for facts in groups.values():
        named: dict[str, list[Fact]] = defaultdict(list)
        for fact in facts:
            named[fact.subject.name].append(fact)
        single = {name: held for name, held in named.items() if len({f.yuan for f in held}) == 1}
        for balance in BALANCES:
            together = [single.get(name, []) for name in (balance.total, *balance.parts)]
            spoken = [f for f in (held[0] for held in together if held) if f.origin is Origin.SENTENCE]
            if len({f.unit for held in together for f in held[:1]}) == 1 and spoken:
                wide = replace(balance, rule=replace(balance.rule, severity=Severity.WARNING))
                yield from _balance(wide, single, True, False)


def _groups(examined: Examined) -> dict[tuple[object, ...], list[Fact]]:
    """Money by the table or the sentence that it stands in, one year, stage and fund each."""
    found: dict[tuple[object, ...], list[Fact]] = defaultdict(list)
    for fact in examined.facts:
        if not is_money(fact) or fact.standing > 1 or fact.breakdown != TOTAL:
            continue
        where = fact.source.quote if fact.origin is Origin.SENTENCE else fact.source.sequence
        found[fact.origin, where, fact.year, fact.stage, _fund(fact)].append(fact)
    return found


def _fund(fact: Fact) -> Fund:
    """The fund of the statement for an income, which names its own: 财政拨款收入 counts to the total of all funds."""
    if fact.origin is Origin.CELL and fact.subject.kind == "收入来源":
        return _STATEMENT_FUNDS.get(fact.statement, fact.fund)
    return fact.fund


_STATEMENT_FUNDS = {statement.name: statement.fund for statement in STATEMENTS}


def _is_two_sided(facts: Sequence[Fact]) -> bool:
    return facts[0].statement in TWO_SIDED


def _incomes(facts: Sequence[Fact]) -> list[Fact]:
    """Incomes of a two-sided statement, what 财政拨款收入 is made of not counted beside it."""
    found = [f for f in facts if f.subject.kind == "收入来源" and not f.source.row.startswith("其中")]
    if any(f.subject.name == "财政拨款收入" for f in found):
        found = [f for f in found if f.subject.name not in APPROPRIATIONS]
    return found if _is_two_sided(facts) else []


def _classes(facts: Sequence[Fact]) -> list[Fact]:
    if not _is_two_sided(facts):
        return []
    return [f for f in facts if f.subject.kind == "功能分类" and f.subject.level == "类"]


def _balance(balance: Balance, named: Group, spoken: bool, two_sided: bool) -> Iterator[Check]:
    totals = named.get(balance.total, [])
    if len({f.value for f in totals}) != 1:
        return
    parts, words = _parts(balance.parts, named if spoken else _with_made(named))
    complete = len(words) == len(balance.parts)
    narrow = balance.rule.key in _WHOLE_ONLY
    if not parts or ((spoken and not complete) if narrow else not two_sided):
        return
    if balance.rule.key == "balances.structure" and not named.get("基本支出"):
        # 人员支出 and 公用支出 may be printed in its place; without them nothing says how much it was.
        basic = _parts(("人员经费", "公用经费"), named)
        if not basic[0]:
            return
        parts, words = parts + basic[0], words + basic[1]
    beside = _parts(balance.also, named)
    parts, words = parts + beside[0], words + beside[1]
    parts += _nameless(totals[0], parts, named)
    allowed = sum_allowance([value_of(f) for f in (totals[0], *parts)])
    yield settle(balance.rule, side(totals[:1]), side(parts, "＋".join(words)), allowed)


#: What a table may print in the place of an account: its parts.
_MADE_OF = {"公务用车购置及运行维护费": ("公务用车购置费", "公务用车运行维护费")}


def _with_made(named: Group) -> Group:
    """The accounts of a table, those that it does not print by their parts; all of these together are one."""
    made = {
        name: [fact for part in parts for fact in named.get(part, [])[:1]]
        for name, parts in _MADE_OF.items()
        if not named.get(name)
    }
    return {**named, **made}


def _nameless(total: Fact, parts: Sequence[Fact], named: Group) -> list[Fact]:
    """Rows of the same column that no account knows, where they are just what is missing from the sum."""
    columns = {f.source.column for f in parts if f.origin is Origin.CELL}
    others = [
        f
        for facts in named.values()
        for f in facts
        if f.subject.kind == "其他" and f.source.column in columns and not f.source.row.startswith("其中")
    ]
    missing = value_of(total) - sum(map(value_of, parts))
    return others if others and sum(map(value_of, others)) == missing else []


def _parts(wanted: Sequence[str], named: Group) -> tuple[list[Fact], list[str]]:
    parts: list[Fact] = []
    words: list[str] = []
    for names in wanted:
        name = next((n for n in names.split("|") if named.get(n)), "")
        if name:
            held = named[name]
            parts += (
                held[:1] if held[0].subject.name == name else held
            )  # 各项收入, or what an account is made of
            words.append(name)
    return parts, words
