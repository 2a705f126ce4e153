"""A thing told of in a question's own words to the figure that a document gives for it (按意查数).

Accounts have names that people know; what is counted, bought, owned or scored has only the document's words for
it, in a cell or a sentence. The figure is meant whose name, and the words around it, hold what the question says;
below the measured bounds nothing is found, for a wrong figure is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

from ingest.model import Fact, Measure
from ingest.patterns import regex
from ingest.text import fold
from service.asked_once import asked_once
from service.model import Term
from service.read import vocabulary
from service.read.citizens_words import as_written, is_other, said_in
from service.read.measure_words import COUNTED_AS, DURATION, DURATIONS, counts_alike
from service.read.own_content import without_leading
from service.read.terms import find, rows_to_words
from service.read.wording import PARTICLES
from service.things.contrary import by_verb_alone, contrary, line_named, no_people, of_another_rate
from service.things.held_things import Thing, things_of
from service.things.one_of_listed import is_of_more
from service.things.sorts_of_posts import HOLDERS, ONE_SORT, of_another_sort

_GENERIC = rows_to_words([(True, vocabulary.GENERIC)])
_WHOLE = rows_to_words([(True, vocabulary.WHOLE)])

#: What counts for a character of the question: in the name, in the headings over it, in the sentence around it.
_IN_NAME, _IN_PATH, _IN_QUOTE = 1.0, 0.75, 0.5
_RATES = frozenset((Measure.RATE, Measure.SHARE, Measure.COMPLETION))
_DAILY = _RATES | {Measure.AMOUNT}
#: Bounds set on the known answers: share of the question's content explained, share of the name that was said.
_EXPLAINED, _SAID, _SURE = 0.55, 0.34, 0.62
#: Where the name is said whole, fewer of the other words need be explained.
_WHOLE_NAME = 0.4
#: Of a counted thing little need be said where nothing else is: 「办了多少件投诉」.
_ALL, _LITTLE = 0.99, 0.25
#: What a name counts as said when its last three characters are.
_BY_END = 0.5
#: Words at the end of a name that say only that money or a number is meant.
_TAIL = regex(r"(?<=..)(?:工作|合同|服务)?(?:经费|费用|资金|支出|金额|总额|数量|人数|件数|预算|[数量额费])$")
#: Things that are told apart by how they end: a head of this many characters must be in the question.
_HEAD = 2
#: Asked for where a number of things is asked for and no unit is said.
ANY_UNIT = "*"
#: Verbs that go with any count and name no thing: 办了多少件, 要搞几次.
_LIGHT = regex(r"现有?|[管要会能得想需应办搞做弄干开收接发出用去来下总共买修处受理完成进行预计达数]+")


@dataclass(frozen=True, slots=True)
class Hit:
    """A thing that the documents give figures for, and how well it fits."""

    term: Term
    score: float
    explained: float
    said: float
    value: Decimal | None = None


@asked_once("facts")
def search(
    content: str,
    facts: Sequence[Fact],
    count_unit: str | None = None,
    measures: frozenset[Measure] = frozenset(),
) -> Hit | None:
    """The thing that the content of a question means; None where nothing fits well, or two things fit equally well.

    ``count_unit`` is the unit that is counted in, where the question names one; ``measures`` what may be meant, all
    where empty.
    """
    hits = next(filter(None, _tried(content, things_of(facts), count_unit, measures)), None)
    if not hits:
        return None
    best = hits[0]
    told: dict[str, set[Decimal | None]] = {}
    for hit in hits:
        told.setdefault(hit.term.name, set()).add(hit.value)
    # Two names that tell one figure are one thing: 「建立健康档案」 in the text, 「健康档案份数」 in a form.
    others = (h for h in hits[1:] if not _alike(told[h.term.name], told[best.term.name]))
    rival = next((h for h in others if h.score > best.score - 0.02), None)
    return None if rival is not None and rival.said >= best.said else best


def _tried(
    content: str, held: Sequence[Thing], count_unit: str | None, measures: frozenset[Measure]
) -> Iterable[list[Hit]]:
    """What fits, best first: as it is said, in other words, in daily words; then in units that count alike."""
    daily = count_unit is not None or bool(_DAILY & measures)
    for loose in (False, True) if count_unit is not None else (False,):
        for text, plain in (*((text, True) for text in (content, *otherwise(content))), (content, False)):
            if plain or daily:
                found = _hits(text, held, count_unit, measures, daily=not plain, loose=loose)
                yield sorted(found, key=lambda h: -h.score)


_VERB = regex(r"(?<=[\u4e00-\u9fff]{2})(?:[编印出办开搞修种栽]|编[印报写]|出版|举办|召开)(?= |$)")

_IDLE = ((_VERB, ""), (HOLDERS, r"\g<of>"))


def _alike(one: set[Decimal | None], other: set[Decimal | None]) -> bool:
    """Whether two things tell one figure, the same or one of them rounded (85.1 and 85.06)."""
    return any(a == b or (a is not None and same_value(a, b)) for a in one for b in other)


def same_value(one: Decimal, other: Decimal | None) -> bool:
    """Whether two numbers are the same, or one of them the other rounded (85.1 and 85.06)."""
    return other is not None and (one == other or _rounds(one, other))


def _rounds(one: Decimal, other: Decimal) -> bool:
    places = max(int(one.as_tuple().exponent), int(other.as_tuple().exponent))
    return places < 0 and abs(one - other) * 2 <= Decimal(1).scaleb(places)


def otherwise(content: str) -> Iterable[str]:
    """The content in the words that documents use, without a verb at its end (简报编多少期), and a verb with what it
    is done to where 多少 stood between (收了多少税)."""
    pieces = content.split()
    if len(pieces) == 2 and min(map(len, pieces)) == 1:
        yield "".join(pieces)
    yield from (idle.sub(kept, content) for idle, kept in _IDLE if idle.search(content))
    for written, spoken in vocabulary.SYNONYMS:
        for word in spoken.split("|"):
            if word in content and written not in content:
                yield content.replace(word, written)


def _hits(
    content: str,
    held: Sequence[Thing],
    count_unit: str | None,
    measures: frozenset[Measure],
    daily: bool = False,
    loose: bool = False,
) -> Iterable[Hit]:
    """What fits; ``daily`` takes daily words as each fact writes them, ``loose`` units that count alike."""
    content = without_leading(content) if daily else content
    if daily and not said_in(content):
        return
    seen: set[tuple[str, str, tuple[str, ...], str]] = set()
    asked = _thing(content) if count_unit is not None else content
    line = line_named(content, (thing.fact for thing in held))
    abroad = re.search("[外境洋]", content) is not None
    fitting = [
        thing
        for thing in held
        # Guests from abroad are not all that were received.
        if (abroad or not thing.abroad) and _measured(thing.fact, count_unit, measures, loose=loose)
    ]
    told = cache(
        lambda w: any(w in t.fact.subject.name and _measured(t.fact, count_unit, measures) for t in held)
    )
    for thing in fitting:
        if line not in thing.fact.subject.name or thing.key in seen:
            continue
        seen.add(thing.key)
        hit = _fit(_as_fact_writes(asked, thing, told) if daily else asked, thing, count_unit)
        if hit is not None:
            yield hit


def _as_fact_writes(asked: str, thing: Thing, told: Callable[[str], bool]) -> str:
    own = f"{thing.fact.subject.name}{''.join(thing.fact.subject.path)}"
    return as_written(asked, fold(own), fold(own + thing.fact.source.quote), told=told)


def _measured(
    fact: Fact, count_unit: str | None, measures: frozenset[Measure], *, loose: bool = False
) -> bool:
    if count_unit is not None:
        return unit_fits(fact, count_unit, loose=loose)
    return not measures or fact.measure in measures


#: 「省政协办公厅现有处室」: who has so many of them is no part of what is counted.
_HAVING = regex(r"^[\u4e00-\u9fff]{0,10}?(?:现有|共有|设有|下设|内设)(?=[\u4e00-\u9fff]{2})")


def _fit(content: str, thing: Thing, count_unit: str | None) -> Hit | None:
    fact, name = thing.fact, thing.name(content)
    if not content or not name:
        return None
    counted = count_unit is not None and len(content) == 1 and content in name and not _SORT.match(name)
    covered = _covered(content, name, thing.path, thing.quote)
    explained = _explained(content, covered, count_unit)
    # What is explained too little is no hit, whatever else speaks for or against it.
    if (explained < _WHOLE_NAME and not counted) or _is_another(content, name, fact, count_unit):
        return None
    own = _HAVING.sub("", name.removeprefix(fold(fact.entity))) if count_unit is not None else name
    count_unit = fact.unit if count_unit == ANY_UNIT else count_unit
    said = max(sum(_runs(core, content)) / len(core) for core in _cores(own or name, count_unit))
    said -= 0.02 if len(name) - len(own) > len("现有") else 0.0  # 「现有处室」 itself goes before
    if len(name) > 4 and any(name[-size:] in content for size in (4, 3)):
        said = max(said, _BY_END)  # 分析日报 is enough for 全区城管突出问题分析日报
    if counted:
        # 「几个村」 are 行政村: a name is of what it ends with, 村民组 is of another thing.
        explained, said = 1.0, 1 / len(name) + (0.5 if name.endswith(content) else 0.0)
    elif not _enough(explained, said, name, content, count_unit):
        return None
    term = Term(fact.subject.name, fact.subject.kind, "", fact.subject.path)
    return Hit(term, 0.75 * explained + 0.25 * said, explained, said, fact.value)


def _explained(content: str, covered: Sequence[float], count_unit: str | None) -> float:
    """Share of the content that is explained, by what of it says anything."""
    empty = _empty(content) if count_unit is not None else frozenset[int]()
    silent = _silent(content)
    whole = sum(
        1
        for i, c in enumerate(content)
        if c != " " and i not in silent and not (i in empty and not covered[i])
    )
    return sum(covered) / max(whole, 1)


def _is_another(content: str, name: str, fact: Fact, count_unit: str | None) -> bool:
    """Whether a name is of something that the content does not mean, however much of it fits."""
    if contrary(content, name) or is_of_more(content, fact.subject.name):
        return True
    if of_another_rate(content, name, fact):
        return True
    return count_unit is not None and (
        is_other(content, name)
        or of_another_sort(content, name)
        or by_verb_alone(content, name)
        or (count_unit == "个" and no_people(content, fact.unit))
    )


#: Words before a counted thing that do not tell it from others, and what is only listed before it (A、B等).
LEAD = regex(
    r"^(?:本工程|本项目|该工程|该项目|本次|预计|计划|拟|将|全年|累计|共|已|本年|当年|本部门|本单位|我单位|现有|现|实有|实际|办理|受理|协调|处理|完成|开展|组织)+(?=..)"
)
_LISTED = regex(r"^.*等(?=..)")
_SORT = regex("其[他它]|一般|特种|执法|机要|应急|主要领导|离退休")  # one sort is not all
_BRACKETS, _SEVERAL, _AND, _AND_LATER = map(regex, (r"[(（].*?[)）]", "[、等]", "[和及]", "(?<=..)[和及]"))


def _cores(name: str, count_unit: str | None) -> set[str]:
    """A name, and the same without what need not be said to mean it."""
    bare = LEAD.sub("", name)
    found = {name, bare, _LISTED.sub("", bare), HOLDERS.sub(r"\g<of>", bare)}
    if count_unit is not None and not _SEVERAL.search(bare):
        found.add(_AND.split(bare)[0])  # 处室及机关党委
    found |= {core.removesuffix(end) for core in found for end in ("采购", "购置", "购买")}
    found = {core for core in found if len(core) > 1}
    ending = COUNTED_AS.get(_same(count_unit or ""))
    return found | {cut for core in found if ending and len(cut := re.sub(ending, "", core)) > 1}


@lru_cache(maxsize=256)
def _thing(content: str) -> str:
    """What is counted, without the verbs that only say that something is."""
    pieces = [piece for piece in content.split() if not _LIGHT.fullmatch(piece)]
    return " ".join(pieces) or content


@lru_cache(maxsize=256)
def _empty(content: str) -> frozenset[int]:
    """Places of words of the trade that name nothing by themselves (公开, 机关, 单位)."""
    return frozenset(i for m in find(content, _GENERIC) for i in range(m.start, m.end))


def _enough(explained: float, said: float, name: str, content: str, count_unit: str | None) -> bool:
    bare = _BRACKETS.sub("", name)
    ending = COUNTED_AS.get(_same(count_unit or ""))
    joint = count_unit is not None and not _SEVERAL.search(bare)
    first = _AND_LATER.split(bare)[0] if joint else bare
    kept = re.sub(ending, "", first) if ending else first
    kept = kept if len(kept) > 1 else bare
    head = _TAIL.sub("", re.sub(r"(?<=采购)项目$", "", kept))[-_HEAD:]
    if said >= 0.99:
        return explained >= _WHOLE_NAME
    if count_unit is not None and explained >= _ALL and said >= _LITTLE and head in content:
        return True
    if explained < _EXPLAINED or said < _SAID:
        return False
    if head in content or (ending is not None and first[-_HEAD:] in content):
        return True
    # The last words of a name say what it is a figure of; without them most of the question must be in it.
    return explained >= _SURE and said >= 0.5 and (count_unit is not None or said >= _SURE)


def _covered(content: str, name: str, path: str, quote: str) -> list[float]:
    """For each character of the content, how much the fact explains of it."""
    in_name, in_path, in_quote = (_runs(content, text) for text in (name, path, quote))
    silent = _silent(content)
    return [
        0.0 if char == " " or i in silent else max(a * _IN_NAME, b * _IN_PATH, c * _IN_QUOTE)
        for i, (char, a, b, c) in enumerate(zip(content, in_name, in_path, in_quote, strict=True))
    ]


@lru_cache(maxsize=256)
def _silent(content: str) -> frozenset[int]:
    """Places of particles that belong to no word: the 在 of 在校生 is one of its characters."""
    held = {i for match in find(content, _WHOLE) for i in range(match.start, match.end)}
    return frozenset(i for i, char in enumerate(content) if char in PARTICLES and i not in held)


def left_over(text: str, name: str) -> str:
    """A text with a space for each run of two and more characters that a name has too."""
    return "".join(" " if held else char for char, held in zip(text, _runs(text, name), strict=True))


def covered_by(text: str, other: str) -> float:
    """Share of a text's characters, blanks and particles aside, that stand in runs which another text has too."""
    whole = sum(c != " " and c not in PARTICLES for c in text)
    return sum(_runs(text, other)) / max(whole, 1)


def _runs(text: str, other: str) -> list[int]:
    """1 for each character of ``text`` that stands in a run of two or more that ``other`` has too."""
    marks = [0] * len(text)
    for index in range(len(text) - 1):
        if text[index : index + 2] in other:
            marks[index] = marks[index + 1] = 1
    return marks


def tells_of(words: str, facts: Iterable[Fact]) -> bool:
    """Whether any fact has these words, less what leads to them, in its name or sentence."""
    bare = re.sub(r"^(?:其中|里面|当中|那么?|还有|再)+", "", fold(words))
    return len(bare) > 1 and any(bare in fold(f.subject.name) or bare in fold(f.source.quote) for f in facts)


def named_in(words: str, facts: Iterable[Fact]) -> bool:
    """Whether the name of any fact begins with these words, or has them where they are long."""
    bare = fold(words)
    names = {fold(f.subject.name) for f in facts} if len(bare) > 1 else set()
    return any(bare in name for name in names if name.startswith(bare) or len(bare) > 3)


#: The unit that a row says behind its name: 车辆数合计（辆）.
_UNIT_BEHIND = regex(r"[（(][^（()）]{1,4}[)）]$")


def usual_of(count_unit: str, text: str, facts: Sequence[Fact]) -> Term | None:
    """What is meant where hardly more than a unit is asked for (几辆车): the thing that is usually counted in it."""
    for unit, words, names in vocabulary.COUNT_DEFAULTS:
        if unit != count_unit or not re.search(words, text):
            continue
        counted = [f for f in facts if unit_fits(f, count_unit) and bool(words) >= ("购" in f.subject.name)]
        for ending in names:
            held = [f for f in counted if fold(_UNIT_BEHIND.sub("", f.subject.name)).endswith(ending)]
            whole = [f for f in held if not ONE_SORT.search(f.subject.name) or ONE_SORT.search(text)]
            if held and not whole:
                return None  # those of one sort are not all
            if held:
                best = min(whole, key=lambda f: len(f.subject.name))
                return Term(best.subject.name, best.subject.kind, "", best.subject.path)
        if words:
            return None  # how many were bought is not told by how many there are
    return None


def unit_fits(fact: Fact, count_unit: str, *, loose: bool = False) -> bool:
    """Whether a fact counts in the unit that is asked for; 万吨 counts 吨, 名 counts 人, 多少个 counts anything.

    ``loose`` lets one measure word stand for another of the same things (起 for 件).
    """
    if fact.measure is not Measure.COUNT:
        return False
    if loose and counts_alike(count_unit, fact.unit):
        return True
    if count_unit == ANY_UNIT or (count_unit == DURATION and fact.unit in DURATIONS):
        return True
    if count_unit == fact.unit or _same(count_unit) == _same(fact.unit.removeprefix("万")):
        return True
    if (count_unit, fact.unit) in _OF_CARS and "车" in fact.subject.name:
        return True
    if fact.unit == "次" and len(count_unit) > 1 and fact.subject.name.endswith(count_unit):
        return True  # 「国内公务接待批次为70次」
    return (count_unit == "个" and fact.unit.removeprefix("万") in _SINGLES) or (
        len(count_unit) > 1 and fact.unit.startswith(count_unit[0]) and fact.unit[:1] == "台"
    )


def _same(unit: str) -> str:
    return _SAME_UNIT.get(unit, unit)  # 名 and 人 count the same


_OF_CARS = (("辆", "台"), ("台", "辆"), ("台（套）", "辆"))
_SAME_UNIT = {"名": "人", "位": "人", "场次": "场", "台次": "台", "人次": "人", "批": "批次"}
#: Units that 几个 may be answered in.
_SINGLES = ("家", "项", "处", "名", "个", "人")
