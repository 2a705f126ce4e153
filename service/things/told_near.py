"""A figure whose clause holds all that a question says of it, in daily words, where its name alone does not (句旁所述).

「二号展厅租出去一年收回多少租金」 is 「…展厅出租给公司，年租金26万元」: the words around the number say what it is of.
Nearly all of the question must stand there, and no other figure's words may fit as well.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from ingest.model import Fact, Measure, Origin
from ingest.patterns import regex
from ingest.text import fold
from service.figures.held import once
from service.figures.told import is_for_one
from service.model import PHRASE_KINDS, Term
from service.read.citizens_words import as_written, is_other
from service.read.wording import PARTICLES
from service.things.contrary import contrary, no_people
from service.things.indicators import is_target
from service.things.one_of_listed import is_of_more
from service.things.search import ANY_UNIT, Hit, unit_fits

#: So much of what is said must be told, and by so much better than of any other figure.
_TOLD, _TOLD_WITH_WAY, _BETTER = 0.8, 0.65, 0.05
#: What stands in the sentence before the number's own clause tells less of it.
_OWN, _BEFORE = 1.0, 0.85
#: A word of no more characters may be cut out of a longer one.
_SHORT = 3
#: Fewer characters than this say too little, save where the way that money came says more.
_LEAST, _WITH_WAY = 3, 2
_NUMBER = regex(r"(?<![\d·])(?P<value>\d[\d,]*(?:\.\d+)?)(?P<money>[十百千万亿]*元)?(?![\d·年月日号时])")
_SEGMENT, _MARK = regex("[；;。]"), regex("[，,、；;。（(]")
#: Words that only frame what is asked for: that it was done, paid or taken in, and when.
_FRAME = regex(
    r"一年下来|一年到头|每一?年|一年|全年|全部|总共|一共|一下子|那年|当年|那份|年?底|年初|打算|计划|听说|据说|里头|里面|的?时候|做预算"
    r"|那[场次笔个些种块座栋]|这[场次笔个些种块座栋]|折合|折算|折成|大概|大约|到底|究竟|实际|最后|费用|多少|租出去|出租|租给|租金|房租|收回来?|能(?=$|收)|要投资?|投资|块?钱|经费|资金|金额"
)
_LEADS = regex(
    r"^(?:靠|因|为|给|把|让|被|由|从|在|用|按|凭|光|单|仅|卖|搞|办|举办|做|弄|盖|建|修|买|造|要|想|去|到|对|向|的|了|个|些|是|有|又|还|新|要给)+(?=[\u4e00-\u9fff]{2})"
)
_TAILS = regex(
    r"(?<=[\u4e00-\u9fff]{2})(?:掏|花|用|砸|拨|批|给|留|收|挣|赚|进|来|去|出去|出|回来|回|到|了|的|是|有|要|投|值|赔|准备|安排|收入)+$"
)
#: How money came, as it is asked, what must be said of it there, and whether in the clause of the number itself.
_WAYS = (
    (regex(r"租出去|出租|租给|租金|房租"), regex(r"租"), False),
    (regex(r"捐"), regex(r"捐"), False),
    (regex(r"挣|赚|进账|收回|收了|收入|卖"), regex(r"收入|收费|收取|收回|租金|所得|销售|收益|使用费"), True),
    (regex(r"投资|要投|总共投|一共投"), regex(r"投资|投入"), True),
    (regex(r"折合|值多少|折价"), regex(r"折|价|值"), True),
)
#: A name that says only that it is money: what for stands before it.
_MONEY_ONLY = regex(
    r"(?:支出|开支|花费|投入|安排|使用|收取|一般性|专项|经费|资金|费用|费|年|租金|收入|收费|总|投资|额|金|共|合计|累计|约|价值|折价|作价|元)+"
)
#: The own clause must hold one in so many characters of what is asked, days aside.
_OWN_PART, _DATED = 2.5, regex(r"\d月")
#: What a thing that money is had of is, which says nothing of the money.
_BUILT = regex(r"新[建盖修造]的?")
#: What was taken in is none of what was paid.
_TAKEN_IN, _PAID = regex(r"收入$|租金$|收费$"), regex(r"[掏花砸]|支出")
#: A day as it is said, and as it is written.
_DAY = regex(r"(?<=\d月)(\d{1,2})号")
_EVENT = regex(r"(?<!\d)(\d{1,2})·(\d{1,2})(?!\d)")
#: What stands between two counts of one thing: 86户247人.
_UNIT_ONLY = regex(r"[\u4e00-\u9fff]{1,3}")


@dataclass(frozen=True, slots=True)
class _Place:
    """A figure with the words of its own clause, and those before it in its part of the sentence."""

    fact: Fact
    own: str
    before: str


def told_near(content: str, text: str, facts: Sequence[Fact], unit: str | None) -> Hit | None:
    """The one figure whose clause tells what ``content`` says; money where no ``unit`` is counted in.

    ``text`` is the whole question, which says how money came or went.
    """
    pieces = list(_pieces(content if unit else _BUILT.sub(" ", content)))
    ways = [row[1:] for row in _WAYS if row[0].search(text)] if unit is None else []
    if sum(map(len, pieces)) < (_WITH_WAY if ways else _LEAST):
        return None
    paid = unit is None and _PAID.search(text) is not None
    best: list[tuple[float, _Place]] = []
    for place in once(facts, told_near, lambda: list(_places(facts))):
        if not _fits(place, unit, pieces) or not all(_came(place, *way) for way in ways):
            continue
        if paid and _TAKEN_IN.search(place.fact.subject.name):
            continue
        best.append((_told(pieces, place), place))
    best.sort(key=lambda held: -held[0])
    if not best or best[0][0] < (_TOLD_WITH_WAY if ways else _TOLD):
        return None
    top, place = best[0]
    rivals = [p.fact for score, p in best if score > top - _BETTER]
    if len({(f.value, f.unit) for f in rivals}) > 1 and len({f.year for f in rivals}) == 1:
        return None
    if len({f.subject.name for f in rivals}) > 1 and len({f.year for f in rivals}) > 1:
        return None
    s = place.fact.subject
    return Hit(Term(s.name, s.kind, s.code, s.path), top, top, top, place.fact.value)


def _came(place: _Place, way: re.Pattern[str], own: bool) -> bool:
    return way.search(place.own if own else place.before + place.own) is not None


def _pieces(content: str) -> Iterator[str]:
    """The words that name what is asked for, in runs without what only frames them."""
    said = _FRAME.sub(" ", _DAY.sub(r"\1日", content))
    for piece in said.split():
        for part in piece.split("的"):
            bare = _TAILS.sub("", _LEADS.sub("", part)).strip("".join(PARTICLES))
            if len(bare) > 1:
                yield bare


def _places(facts: Sequence[Fact]) -> Iterator[_Place]:
    """Figures of things that sentences tell of, with the words around their numbers."""
    for fact in facts:
        told = fact.origin is Origin.SENTENCE and fact.subject.kind in PHRASE_KINDS
        if told and fact.value is not None and not is_target(fact) and not is_for_one(fact):
            own, before = around(fact)
            yield _Place(fact, fold(own + fact.subject.name), fold(before + "".join(fact.subject.path)))


def around(fact: Fact) -> tuple[str, str]:
    """The clause that a number ends, with what stands behind it; and what leads to it, back to the last such number.

    What another amount, or another count, was said of is none of this one.
    """
    quote = _EVENT.sub(r"\1月\2日", fact.source.quote)
    numbers = list(_NUMBER.finditer(quote))
    at = next((i for i, m in enumerate(numbers) if _value(m["value"]) == fact.value), None)
    if at is None:
        return "", ""
    number = numbers[at]
    while at and _UNIT_ONLY.fullmatch(quote[numbers[at - 1].end() : numbers[at].start()]):
        at -= 1
    last_of_run, run = numbers.index(number), numbers[at]
    kin = [m.end() for m in numbers[:at] if bool(m["money"]) is bool(run["money"])]
    start = max([0, *kin, *(m.end() for m in _SEGMENT.finditer(quote, 0, run.start()))])
    last = max([start, *(m.end() for m in numbers[:at])])
    clause = max([last, *(m.end() for m in _MARK.finditer(quote, last, run.start()))])
    mark = _MARK.search(quote, number.end())
    end = mark.start() if mark else len(quote)
    later = numbers[last_of_run + 1 :]
    follows = bool(later) and later[0].start() < end
    return quote[clause : number.end() if follows else end], quote[start:clause]


def _value(text: str) -> Decimal | None:
    try:
        return Decimal(text.replace(",", ""))
    except InvalidOperation:
        return None


def _fits(place: _Place, unit: str | None, pieces: Sequence[str]) -> bool:
    """Whether a figure is money where money is asked for, else counts in the unit; and of nothing that excludes it."""
    fact, said = place.fact, " ".join(pieces)
    if unit is None and fact.measure is not Measure.AMOUNT:
        return False
    if unit is not None and not unit_fits(fact, unit):
        return False
    if unit not in (None, ANY_UNIT) and no_people(said, fact.unit):
        return False
    if is_of_more(said, fact.subject.name):
        return False
    own = as_written(said, place.own, place.before)
    return not (contrary(own, place.own) or is_other(own, place.own + place.before))


def _spelt(said: str, text: str) -> bool:
    """「冷库」 of 冷链库: a short word that a longer one is cut to, where it does not stand there itself."""
    return said not in text and re.search(".?".join(map(re.escape, said)), text) is not None


def _told(pieces: Sequence[str], place: _Place) -> float:
    """Share of what is said that stands around the number; nothing where its own clause is of another thing, or a
    word of what is said stands nowhere."""
    words = [as_written(piece, place.own, place.before) for piece in pieces]
    own = [_held(word, place.own) for word in words]
    before = [_held(word, place.before) for word in words]
    held = [[a or b for a, b in zip(*both, strict=True)] for both in zip(own, before, strict=True)]
    if any(not a and not b for marks in held for a, b in itertools.pairwise(marks)):
        return 0.0  # 「捐的渔网」 are no boats
    whole = sum(map(len, words)) or 1
    things = [at for at, word in enumerate(words) if not _DATED.search(word)]
    named = sum(sum(own[at]) for at in things) * _OWN_PART >= sum(len(words[at]) for at in things)
    only_money = place.fact.measure is Measure.AMOUNT and _MONEY_ONLY.fullmatch(fold(place.fact.subject.name))
    if not named and not only_money:
        return 0.0
    told = (
        _OWN if a else _BEFORE if b else 0.0
        for both in zip(own, before, strict=True)
        for a, b in zip(*both, strict=True)
    )
    return sum(told) / whole


def _held(word: str, text: str) -> list[bool]:
    """Which characters of a word stand in a text, in runs of two and more; all where it is cut out of a longer."""
    if len(word) <= _SHORT and _spelt(word, text):
        return [True] * len(word)
    pairs = [word[at : at + 2] in text for at in range(len(word) - 1)]
    return [any(pairs[max(at - 1, 0) : at + 1]) for at in range(len(word))]
