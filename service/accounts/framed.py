"""Words beside an account that only frame it: its table, its sentence, the time that its name speaks of (框定之语).

「国有资产里在建工程」 says in which table 在建工程 stands, 「天旱那阵子，抗旱」 when 抗旱 was needed,
「展厅改造动用的彩票公益金」 what the only sentence about that money says it went for. Each of the words that were not
understood must be told there; a sentence that tells of more than one amount frames none of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.model import Fact, Measure
from ingest.numbers import MONEY
from ingest.patterns import regex
from ingest.text import fold
from service.figures.held import facts_of, once
from service.figures.lookup import differs, look_up
from service.model import CODED_KINDS, Operation, Plan
from service.read.terms import overlap

#: So long a part of an account's name must be said.
_SAID = 4
#: What stands between the phrases of a question.
_BETWEEN = regex(r"[的里中内，、。；;：:（()）？?]|里面|当中")
#: Verbs of spending around a phrase, which say nothing of what it was spent on.
_SPENDING = regex(
    r"^(?:用于|用在|用来|花在|投在|投入到?|为了?|给|搞|做|办|干|开展|因为?)+|(?:这块|这项|这一块|方面|上面?|所?动用|使用|用掉|花掉|花费|花|用|投入?|安排|支出|拿出|掏)+(?:了|出去|掉)*$"
)
#: A time told by what happened in it.
_TIME = regex(
    r"(?P<what>[\u4e00-\u9fff]{2,6}?)(?:那|这)?(?:阵子?|阵儿|会儿|时候|段时间|段日子|几天|年头|期间)$"
)
_AMOUNT = regex(r"(?P<value>\d[\d,]*(?:\.\d+)?)\s*(?P<unit>万元|亿元|元)")
#: What money was for, as a sentence says it; several uses share it.
_USE = regex(r"(?:用于|用来|用作|用在)(?P<what>[^，。；;（(]{2,40})")
_SEVERAL = regex(r"[、和及与]|以及|等")
#: So short a phrase says too little.
_SHORTEST = 2
#: What a change was by is no amount of its own.
_MOVED = regex(r"(?:增加|减少|增长|下降|增|减|多|少|高|低)[了出]?$")


def in_frame(plan: Plan, facts: Sequence[Fact]) -> Plan | None:
    """The plan as understood, where all that was not understood frames the account; None where some of it does not."""
    subject = plan.subject
    plainly = plan.operation is Operation.LOOKUP and not (plan.also or plan.unlisted or plan.assumed)
    if subject is None or not plan.taken or not plainly or subject.kind == "总额":
        return None
    name = _said_of(fold(plan.text), fold(subject.name))
    found = look_up(plan, facts) if name else None
    if found is None or found.rivals:
        return None
    asked = plan.parted or plan.text
    phrases = [p for p in _BETWEEN.split(asked.replace(name, "，")) if any(run in p for run in plan.taken)]
    if not phrases or not all(any(run in p for p in phrases) for run in plan.taken):
        return None
    places, uses = _places(found.fact, facts), _uses(found.fact, name, facts)
    if all(_is_told(p, places, uses) or _is_its_time(p, fold(subject.name)) for p in phrases):
        return replace(plan, explained=1.0, taken=())
    return None


def _said_of(text: str, name: str) -> str:
    """The longest part of an account's name that the question says; empty where that is too short."""
    if name in text:
        return name
    runs = (name[i:j] for i in range(len(name)) for j in range(len(name), i + _SAID - 1, -1))
    return max((run for run in runs if run in text), key=len, default="")


def _places(found: Fact, facts: Sequence[Fact]) -> list[str]:
    """The titles, headings and rows that the figure stands under, in every table that prints it."""
    same = [f for f in facts_of(facts, found.subject.name, found.subject.code) if _is_same(f, found)]
    said = [(f.source.table, f.statement, *f.subject.path, f.source.row, f.source.column) for f in same]
    return [fold(part) for parts in said for part in parts if part]


def _uses(found: Fact, name: str, facts: Sequence[Fact]) -> list[str]:
    """What the money went for by the sentences that tell of it, of no other amount and of no second use."""
    if found.subject.kind not in CODED_KINDS:
        return []
    told = once(facts, _sentences, lambda: _sentences(facts))
    own = [q for year, q in told if year == found.year and name in fold(q) and _tells_alone(q, found)]
    return [
        fold(use["what"]) for quote in own for use in _USE.finditer(quote) if not _SEVERAL.search(use["what"])
    ]


def _is_same(fact: Fact, found: Fact) -> bool:
    alike = (fact.year, fact.measure, fact.subject.kind) == (found.year, found.measure, found.subject.kind)
    return alike and fact.value is not None and not differs(fact, found)


def _sentences(facts: Sequence[Fact]) -> list[tuple[int, str]]:
    return list(dict.fromkeys((f.year, f.source.quote) for f in facts if f.source.quote and not f.statement))


def _tells_alone(quote: str, fact: Fact) -> bool:
    """Whether the amounts of a sentence are all this one, changes of it aside."""
    told = [m for m in _AMOUNT.finditer(quote) if not _MOVED.search(quote[: m.start()])]
    return bool(told) and all(_is_it(m, fact) for m in told)


def _is_it(amount: re.Match[str], fact: Fact) -> bool:
    if fact.yuan is None or fact.measure is not Measure.AMOUNT:
        return False
    printed = fact.yuan / MONEY[amount["unit"]]
    places = len(amount["value"].partition(".")[2])
    return f"{printed:.{places}f}" == amount["value"].replace(",", "")


def _is_told(phrase: str, places: Sequence[str], uses: Sequence[str]) -> bool:
    """Whether a phrase, its verbs of spending aside, says where the figure stands or what alone it is for."""
    core = _SPENDING.sub("", _SPENDING.sub("", phrase))
    if len(core) < _SHORTEST:
        return False
    return any(overlap(core, place) == len(core) for place in places) or any(core in use for use in uses)


def _is_its_time(phrase: str, name: str) -> bool:
    """「天旱那阵子」 beside 抗旱: the time is told by what the account is spent against, and at no other time."""
    said = _TIME.search(phrase)
    return said is not None and any(
        f"{against}{char}" in name for char in said["what"] for against in "抗防救御"
    )
