"""Money asked for by what it is used for: 「城市建设支出744.50万元，用于榆荫路人行道改造」 (按用途问钱).

The question names the purpose and no account. The purpose must be told of one amount alone, and be most of what is
told: money for several things is the price of none of them.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.model import Fact, Measure, Stage
from ingest.numbers import plain
from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources
from service.figures.several import add_up
from service.figures.told import label_of, printed_as
from service.model import CONFIDENT, Body, Evidence, Finding, Operation, Plan
from service.read.added_said import is_added
from service.read.conjunctions import ADDS
from service.text.concepts import concepts_of
from service.text.sentences import lines_of
from service.text.sorts import Sort

_PURPOSE = regex(
    r"(?P<value>\d[\d,]*(?:\.\d+)?)\s*(?P<unit>万元|亿元|元)[，,]?(?:主要|全部|专项)?(?:用于|用作)(?P<what>[^，。；;（(]{4,30})"
)
_BEFORE = regex(
    r"^[^\d]*(?:\d[.．、])?[^\d]*?(?:主要|全部|专项)?(?:用于|用作)(?P<what>[^。；\d]{4,40}?)[。；]?$"
)
_AFTER = regex(
    r"^(?:该项|此项)?(?:资金|经费|支出)?(?:主要|全部|专项)?(?:用于|用作)(?P<what>[^。；\d]{4,40}?)[。；]?$"
)
_SEVERAL = regex(r"、|等|以及|[和及与]")
_AND = regex(rf"[，、]?(?:再?加上|再加|还有|以及|{ADDS}|[和与跟及])|，")
_MONEY = regex(r"多少(?:钱|万|元|资金|经费)?|花|支出|安排|资金|经费|金额")
_ELSE = regex(
    r"占|比(?!亚)|(?<![花用够])[少多增减涨降]了|得分|目标|指标|为什么|为啥|原因|怎么|如何|谁|哪|什么|啥|几|多少(?:人|个|辆|件|次|对|份|台|家|座|名)|最|结余|[率度](?=是|多)"
)
#: Words around a purpose that do not name it.
_AROUND = regex(
    r"(?:^|(?<=，))用(?=[^，]{2,6}的钱)|(?:那|这)(?:个|块|项|笔)(?:钱)?|(?:俩|两个|两项|三项)|实际|总共|一共|合计|加起来|加一起|到底|最后|全年|年初|调整|预算数?|决算数?|安排了?|花了?|用了|用于|用在|给|拿|支出|资金|经费|金额|多少|钱|万元|元|了|呢|吗|啊|呀|各|分别"
)
#: So much of a purpose must be said, and so much more than of any other; so much of what is said must be told there.
_SAID, _APART, _TOLD, _LEAST = 0.5, 0.2, 0.75, 4
#: The stages by what is asked.
_OUTCOME = (Stage.FINAL_ACCOUNTS, Stage.EXECUTION)
_PLANNED = (Stage.BUDGET, Stage.INITIAL_BUDGET, Stage.ADJUSTED_BUDGET)


@dataclass(frozen=True, slots=True)
class _Use:
    """An amount and what it is used for; ``around`` is all that its sentence and its account's names say."""

    fact: Fact
    what: str
    around: str


def used_for(plan: Plan, sources: Sources) -> Evidence | None:
    """The money whose purpose the words say, each or together; None where one of them is not told of one amount."""
    text = fold(plan.text)
    asked = plan.operation in (Operation.LOOKUP, Operation.SUM) and plan.explained <= CONFIDENT
    if not asked or plan.count_unit or not _MONEY.search(text) or _ELSE.search(text):
        return None
    uses = [*_uses(plan, sources.facts), *_uses_beside(plan, sources)]
    parted = "，".join(map(fold, plan.parted.split("，"))) if plan.parted else text
    pieces = [piece for part in _AND.split(parted) if (piece := _AROUND.sub(" ", part).strip())]
    found = _of_whole(pieces, uses) or [_meant(piece, uses) for piece in pieces]
    told = [use for use in found if use is not None]
    if not told or len(told) < len(found) or len({use.fact.subject for use in told}) < len(told):
        return None
    return _told(told, plan, sources.body)


def _of_whole(pieces: Sequence[str], uses: Sequence[_Use]) -> list[_Use | None]:
    """One purpose that is said in several pieces (用彩票的钱给困难群众做手术); none where they are several."""
    whole = _meant(" ".join(pieces), uses)
    return [whole] if whole is not None else []


def _uses(plan: Plan, facts: Sequence[Fact]) -> Iterator[_Use]:
    """Each amount of the year at the stage asked for, with the purpose that its own sentence tells."""
    wanted = _PLANNED if plan.stage in _PLANNED else (*_OUTCOME, *_PLANNED)
    quotes: dict[str, list[Fact]] = {}
    for fact in facts:
        own = fact.year == plan.year and fact.measure is Measure.AMOUNT and fact.value
        if own and "用" in fact.source.quote:
            quotes.setdefault(fact.source.quote, []).append(fact)
    for quote, held in quotes.items():
        for match in _PURPOSE.finditer(quote):
            amount = Decimal(match["value"].replace(",", ""))
            named = {f.subject.name for f in held if (f.unit, f.value) == (match["unit"], amount)}
            # Of what is told of its account the stage that is asked for: 「决算…，用于甲，年初预算…」.
            staged = (f for stage in wanted for f in held if f.stage is stage and f.subject.name in named)
            if len(named) == 1 and (found := next(staged, None)) is not None:
                yield _Use(found, match["what"], fold(quote + "".join((*found.subject.path, *named))))


def _uses_beside(plan: Plan, sources: Sources) -> Iterator[_Use]:
    """「城市建设支出（项），主要用于甲。年初预算…，决算…」, 「奖励金（款）支出3万元。用于乙。」: the purpose in the
    sentence before that of the amounts, or behind it."""
    quotes: dict[str, list[Fact]] = {}
    for fact in sources.facts:
        if fact.year == plan.year and fact.measure is Measure.AMOUNT and fact.value and not fact.statement:
            quotes.setdefault(fact.source.quote, []).append(fact)
    wanted = _PLANNED if plan.stage in _PLANNED else (*_OUTCOME, *_PLANNED)
    for line in lines_of(sources.index().chunks):
        for first, second in itertools.pairwise(line):
            for told, money, said in ((first, second, _BEFORE), (second, first, _AFTER)):
                what = said.search(told.text)
                if said is _BEFORE and _AFTER.search(told.text):
                    continue  # it goes on with the amount before it
                held = quotes.get(money.text, []) if what is not None else []
                staged = (f for stage in wanted for f in held if f.stage is stage)
                if what is not None and (found := next(staged, None)) is not None:
                    yield _Use(found, what["what"], fold(told.text + "".join(found.subject.path)))


def _meant(piece: str, uses: Sequence[_Use]) -> _Use | None:
    concepts = list(concepts_of(piece, Sort.OTHER))
    if sum(len(c.forms[0]) for c in concepts) < _LEAST:
        return None
    best: dict[str, tuple[float, _Use]] = {}
    for use in uses:
        what = fold(use.what)
        said = _share(what, piece)
        whole = said >= (0.9 if _SEVERAL.search(use.what) else _SAID)
        if whole and all(c.held(use.around, {}) >= _TOLD for c in concepts):
            best.setdefault(use.fact.subject.name, (said, use))
    ranked = sorted(best.values(), key=lambda held: -held[0])
    if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _APART):
        return None
    return ranked[0][1]


def _share(what: str, piece: str) -> float:
    """Share of a purpose that is said, in runs of two characters and more."""
    held = [False] * len(what)
    for start in range(len(what) - 1):
        if what[start : start + 2] in piece:
            held[start] = held[start + 1] = True
    return sum(held) / len(what)


def _told(uses: Sequence[_Use], plan: Plan, body: Body) -> Evidence:
    findings = [_finding(use.fact, body) for use in uses]
    said = "；".join(
        f"{f.label} {plain(f.value)} {f.unit}，用于{use.what}" for f, use in zip(findings, uses, strict=True)
    )
    if len(findings) > 1 and (plan.operation is Operation.SUM or is_added(plan.text)):
        return Evidence((add_up(findings), *findings), notes=(f"原文写明：{said}。",))
    first = findings[0]
    return Evidence(tuple(findings), told=f"{body.name}{first.year}年度{first.stage}{said}。")


def _finding(fact: Fact, body: Body) -> Finding:
    return printed_as(label_of(fact), fact, body.name)
