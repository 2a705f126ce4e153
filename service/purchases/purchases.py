"""A purchase to its row in the procurement statement, by what is bought and the project it is for (政府采购明细).

The statement names goods and services by the catalogue (家具用具, 会议服务), below the project and the economic account
that pays. People name the project, or what is bought, or both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ingest.model import Fact
from ingest.patterns import regex
from ingest.text import fold
from service.model import Term

KIND = "政府采购"
BUYING = regex(r"采购|购买|购置|买")
#: Words of buying itself, which name nothing that is bought, and what a catalogue adds to a name.
_VERBS = regex(
    r"政府采购|采购|购买|购置|买|预算|支出|经费|金额|花|打算|准备|计划|安排|明细|项目|项下|多少|几|哪些|什么|万元|元"
    r"|[那这]?一?[栏行](?!政)|[钱吗呢呀啊里中要是为了共表]"
)
_CATALOGUE = regex(r"[(（].*?[)）]|(?:用具|服务|设备|用品|及类似物品|和保养服务)$")
_PAID_FROM = regex(r"(?:工作|专项|项目)?(?:经费|费用|资金|费)$")
#: So much of a project's name, and of what is bought, must have been said.
_PROJECT, _ITEM, _LEFT = 0.8, 0.99, 0.3
_SORTS = regex(r"^(?:[一二三]、)?(?:货物|工程|服务)[A-C]?$")


#: All that is bought, and its sorts.
_TOTALS = frozenset(f"政府采购{sort}支出" for sort in ("", "货物", "工程", "服务"))


@dataclass(frozen=True, slots=True)
class Purchase:
    """A row of the statement as a term, and the share of the question's words that it explains."""

    term: Term
    explained: float


def is_bought_within(term: Term, whole: Term) -> bool:
    """Whether a term is something bought, and the whole all purchases or all of its sort."""
    return whole.name in _TOTALS and not whole.path and term.kind == KIND and term.name not in _TOTALS


def find_purchase(content: str, facts: Iterable[Fact]) -> Purchase | None:
    """The one row that a question on purchases means; None where none fits or rows of other things fit as well.

    A thing that is bought for several projects is meant wherever it stands.
    """
    thing = _VERBS.sub(" ", content)
    size = len(re.sub(r"[\s的]", "", thing))
    if size < 2:
        return None
    found: list[tuple[float, int, Fact]] = []
    for fact in facts:
        if fact.subject.kind == KIND and fact.value is not None and fact.subject.path:
            score = _fit(thing, fact)
            if score:
                found.append((score, -len(fact.subject.path), fact))
    if not found:
        return None
    best = max((score, depth) for score, depth, _ in found)
    rows = list(
        {(f.subject, f.value, f.unit): f for score, depth, f in found if (score, depth) == best}.values()
    )
    if best[0] / size < 1 - _LEFT:
        return None
    s = rows[0].subject
    if len({(f.value, f.unit) for f in rows}) > 1:
        alike = len({f.subject.name for f in rows}) == 1 and len({f.subject.path for f in rows}) == len(rows)
        return Purchase(Term(s.name, s.kind), min(best[0] / size, 1.0)) if alike else None
    return Purchase(Term(s.name, s.kind, "", s.path), min(best[0] / size, 1.0))


def _fit(thing: str, fact: Fact) -> float:
    """Characters of the question that the row's project and its own name explain, 0 where neither is said."""
    parts = [p for p in fact.subject.path if not _SORTS.match(p)]
    thing = as_said(thing)
    names = [_PAID_FROM.sub("", as_said(without_body(p, fact))) for p in parts]
    project, named = max(((_said(thing, name), name) for name in names), default=((0.0, 0), ""))
    of_project = project[0] >= _PROJECT
    rest = _without_run(thing, named) if of_project else thing
    own = fact.subject.name
    item = max(_said(rest, fold(name)) for name in (own, _CATALOGUE.sub("", own), _OTHERS.sub("", own)))
    if item[0] >= _ITEM:
        return float(item[1] + (project[1] if of_project else 0))
    return float(project[1]) if of_project else 0.0


#: What a catalogue says beside a thing: 「车辆及其他运输机械租赁服务」 is 车辆租赁服务.
_OTHERS = regex(r"(?:及|和|、)其[他它][\u4e00-\u9fff]{2,6}?(?=租赁|维修|维护|保险|保养|服务)")


def _without_run(thing: str, name: str) -> str:
    """The words of a question without the longest run that names the project: 会议 of 专项会议 names nothing bought."""
    for size in range(len(name), 1, -1):
        for start in range(len(name) - size + 1):
            if (run := name[start : start + size]) in thing:
                return thing.replace(run, " ", 1)
    return thing


#: An assembly by its short names, which say the same (人代会, 人大).
_ASSEMBLY = regex(r"人民代表大会|人代会|人大会?(?=[一二三四五六七八九十\d]+次)|人大")


def as_said(text: str) -> str:
    """A text with an assembly's names as one: 人民代表大会, 人代会 and 人大 say the same."""
    return _ASSEMBLY.sub("人大", text)


def heading_said(text: str, heading: str, fact: Fact) -> bool:
    """Whether a question says most of a heading of the statement, without the body's own name and words of money."""
    name = _PAID_FROM.sub("", as_said(without_body(heading, fact)))
    share, size = _said(as_said(fold(text)), name)
    return share >= _PROJECT and size > 2


def without_body(name: str, fact: Fact) -> str:
    """A project's name without the body's own name in it, which a question has said already."""
    folded, entity = fold(name), fold(fact.entity)
    for size in range(len(folded) - 2, 2, -1):
        if folded[:size] in entity:
            return folded[size:]
    return folded


def _said(thing: str, name: str) -> tuple[float, int]:
    """Share of a name that stands in the words of a question in runs of two or more, and how many characters."""
    if len(name) < 2:
        return 0.0, 0
    held = [False] * len(name)
    for start in range(len(name) - 1):
        if name[start : start + 2] in thing:
            held[start] = held[start + 1] = True
    return sum(held) / len(name), sum(held)
