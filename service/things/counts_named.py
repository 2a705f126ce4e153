"""The count that a noun and its unit name: 学生 in 「在校学生2846人，其中初中学生1632人」 (所称之数).

What is listed under another is a part of it, what should be reached is none of what there is. Where several are left,
all of them are given, so that none is taken for the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.from_to import BEFORE
from ingest.model import Fact, Measure
from ingest.patterns import regex
from ingest.text import fold
from service.read.citizens_words import as_written, is_other
from service.things.contrary import contrary
from service.things.indicators import is_target
from service.things.listed import is_listed
from service.things.search import covered_by, unit_fits

PEOPLE = frozenset("人名位个")
#: What is no count of things: marks, shares, times.
_NO_COUNT = ("分", "%", "‰", "天", "年", "个月", "小时", "分钟")
#: What a count's name has beside the noun where all of them are meant.
_ALL_OF_THEM = regex(
    r"在校|在园|在院|在册|实有|现有|年末|年底|年初|全校|全[县市区镇乡村街州省]|全年|本年|截至|共有?|总[数计]?|人数|户数|个数|数量|累计|辖区|下辖|本校|本院|本单位|的"
)
#: What was done to a thing, which is no name by itself: 审结20113件 is of the cases that were spoken of.
_DONE = regex(
    r"(?:全年|本年|累计|其中|已|共|新|各类|各)*(?:受理|收案|接收|收到|审结|办结|结案|执结|办理|处理|处置|完成|立案|整改|解决|实施|开展|建成|接待|服务|查处|发现)+(?:各类|数|量)*"
)
#: What stands behind the thing in the name of its count: the thing itself is what the name ends with.
_BEHIND = regex(
    r"(?:总?(?:人数|户数|件数|数量|个数|数)|人员|案件|面积|里程|对象|更新|购置|采购|（[^）]*）|\([^)]*\))+$"
)
#: Words of a name that make the thing no narrower.
_ANY = regex(
    r"（[^）]*）|[数量]$|注册|登记|各类|各种|各项|群众|实际|协调|人员|职工|常住|购置|更新|按计划|采购|新(?=$)|[的了等]"
)
_CAUSE = regex(r"原因|由于|因为|所致")
_TAIL = regex(r"(?:总数|人次|例数|人数|户数|件数|数量|个数|里程数|[数量])$")


def counts_named(noun: str, unit: str, year: int, facts: Sequence[Fact], within: str = "") -> list[Fact]:
    """The counts that may be meant, one for each value; several where the noun does not tell them apart.

    ``within`` is what is said around the noun: that things were bought. Those of the year come first; what was there at
    the end of the year before counts where nothing is of the year.
    """
    said = _TAIL.sub("", fold(noun)) or fold(noun)
    named = [f for f in facts if is_counted(f, unit) and is_named(f, said, within)]
    for when in (year, year - 1):
        held = [f for f in named if f.year == when]
        held = [f for f in held if not is_target(f)] or held
        held = [f for f in held if not is_listed(f, held, facts)]
        plain = [f for f in held if _bare(f) == said]
        held = _once(plain or held)
        if held:
            return held if plain else _once([*held, *_of_the_same(held, said, unit, facts)])
    return []


def is_all_of(fact: Fact, noun: str, text: str, facts: Sequence[Fact]) -> bool:
    """Whether a count is of all that a noun names, or of what else the question says of it: 困难学生 are no 学生.

    Other names that documents have for the same count are heeded.
    """
    said = _TAIL.sub("", fold(noun)) or fold(noun)
    same = (fact.value, fact.unit, fact.year)
    names = [fold(f.subject.name) for f in facts if (f.value, f.unit, f.year) == same and is_named(f, said)]
    return any(adds_nothing(name, said, fold(text)) for name in names or [fold(fact.subject.name)])


def adds_nothing(name: str, said: str, text: str) -> bool:
    """Whether a count's name has nothing that makes it narrower than what is said, but for what a text says too."""
    own = as_written(said, name)
    told = re.search(".?".join(map(re.escape, own)), name)
    rest = name.replace(told[0], "") if told is not None else "".join(c for c in name if c not in own)
    rest = _ANY.sub("", _DONE.sub("", _ALL_OF_THEM.sub("", _BEHIND.sub("", rest))))
    return not rest or all(char in text for char in rest)


def _once(held: Sequence[Fact]) -> list[Fact]:
    return list({f.value: f for f in reversed(held)}.values())[::-1]


def _bare(fact: Fact) -> str:
    return _ALL_OF_THEM.sub("", fold(fact.subject.name))


def is_counted(fact: Fact, unit: str) -> bool:
    """Whether a figure is a number of things in a unit, and of now."""
    known = fact.measure is Measure.COUNT and fact.value is not None and fact.value > 0
    if not known or fact.unit in _NO_COUNT or fact.breakdown == BEFORE or _is_cause(fact):
        return False
    if not unit:
        return True
    both_people = unit in PEOPLE and fact.unit.removeprefix("万") in ("人", "名", "人次")
    return both_people or unit_fits(fact, unit, loose=True)


def _is_cause(fact: Fact) -> bool:
    return told_as_cause(fact.source.quote, f"{fact.value}", fact.unit)


def told_as_cause(quote: str, value: str, unit: str) -> bool:
    """Whether a count is told as the cause of something: those newly hired, or late, are none of all there are."""
    before, found, _ = quote.partition(f"{value}{unit}")
    return bool(found) and _CAUSE.search(re.split("[。；;]", before)[-1]) is not None


def is_named(fact: Fact, said: str, within: str = "") -> bool:
    """Whether all of a noun stands in the name of a count, in its words or in those of citizens for them."""
    name = fold(fact.subject.name)
    own = as_written(said, name)
    if contrary(f"{within}{own}", name) or is_other(own, name):
        return False
    spelt = len(own) > 1 and re.search(".?".join(map(re.escape, own)), name) is not None
    if not spelt and own not in name and (len(own) < 2 or covered_by(own, name) < 1):
        return False
    if spelt and name[-1:] == own[-1:]:
        return True  # 在校生 of 在校学生
    ends = _BEHIND.sub("", name)
    return name.endswith(own) or ends.endswith(_BEHIND.sub("", own)[-2:])


def _of_the_same(held: Sequence[Fact], said: str, unit: str, facts: Sequence[Fact]) -> list[Fact]:
    """Other counts of the sentence that name only what was done to the things: 受理…件，审结…件."""
    quotes = {f.source.quote for f in held if f.source.quote}
    beside = [f for f in facts if f.source.quote in quotes and f not in held and is_counted(f, unit)]
    done = [f for f in beside if _DONE.fullmatch(fold(f.subject.name)) and f.unit == held[0].unit]
    return [] if _DONE.search(said) else [f for f in done if not is_listed(f, held, facts)]
