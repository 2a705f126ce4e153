"""A place, a comparison or a run of years told in other words, put in the words that are understood (换成常用的问法).

「次高者名称及件数」「放一块儿看，谁家留得多」「一年一年怎么走的」: what asks is taken off, and what is left beside who
and when, whatever it is, is asked about in one plain way. Nothing of the matter is dropped, so what is not understood
of it stays so; and what the plain question finds is told only where it has the shape that was asked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from ingest.patterns import regex
from service.contract import Answer, Status
from service.follow.conversation import Conversations, Talk
from service.model import Operation
from service.read.clauses import clauses
from service.read.sorts_bought import sorts_whole
from service.scope.named_in import Named
from service.second.asking_words import (
    AGAINST,
    BESIDE,
    BUYING,
    CAR,
    CAR_UNITS,
    COMPARE_ASKS,
    COMPARES,
    COUNTS,
    GAP_TAIL,
    GAPS,
    LED,
    LESS_MORE,
    MONEY,
    MORE_ASKS,
    NAMED_WHICH,
    NO_GAP,
    NO_PLACE,
    NO_TREND,
    OF_WHOLE,
    PARTICLES,
    PLACE_ASKS,
    PLACE_SAID,
    PLACES,
    SCORE,
    SCORED,
    SORTS,
    SPACES,
    TOTAL,
    TREND,
    TREND_ASKS,
)
from service.second.beyond import is_unmet

_HOLE = "\0"
_NUMERALS = {c: n for n, c in enumerate("一二三四五六七八九十", 1)} | {"两": 2}


@dataclass(frozen=True, slots=True)
class Form:
    """A plain question, and what its answer must have to be one to what was asked.

    An order (``ranked``) with some ``words`` and at ``least`` so many places; a difference (``apart``), the ``years``
    and ``bodies``, a figure in one of ``units``.
    """

    text: str
    ranked: bool = False
    words: str = ""
    least: int = 1
    apart: bool = False
    years: tuple[int, ...] = ()
    bodies: tuple[str, ...] = ()
    units: tuple[str, ...] = ()

    def fits(self, answer: Answer) -> bool:
        """Whether the answer has the shape that was asked for."""
        whole = (
            answer.status is Status.ANSWERED and "没有" not in answer.answer and self.words in answer.answer
        )
        if not whole or len(answer.figures) < self.least or _is_assumed(answer, self.text):
            return False
        if self.ranked and answer.plan.get("operation") != Operation.RANK.value:
            return False
        if self.apart and not any(" − " in told for told in (answer.answer, *_formulas(answer))):
            return False
        if self.units and answer.figures[0].unit not in self.units:
            return False
        if self.bodies and answer.figures[0].value.startswith("-"):
            return False  # 「谁多，多多少」: the one that has more comes first
        named, told = {f.entity for f in answer.figures}, {f.year for f in answer.figures}
        return set(self.years) <= told and set(self.bodies) <= named


def _formulas(answer: Answer) -> list[str]:
    return [figure.formula or "" for figure in answer.figures]


def _is_assumed(answer: Answer, text: str) -> bool:
    """Whether the whole expenditure was taken where the text tells of something else, or of none."""
    subject = answer.plan.get("subject")
    whole = isinstance(subject, dict) and subject.get("name") == "本年支出合计"
    return whole and (OF_WHOLE.search(text) is None or SCORED.search(text) is not None)


def known_forms(named: Named, before: str) -> list[Form]:
    """The plain questions that one may stand for; none where it asks for no place, comparison or run of years.

    ``named`` says who and when it is of, and ``before`` the body that was spoken of before it, where one was.
    """
    masked = SPACES.sub(" ", named.masked.replace(_HOLE, " "))
    return [*_places(named, masked), *_compared(named, masked, before), *_over_years(named, masked)]


def _head(named: Named) -> str:
    when = "和".join(f"{year}年" for year in sorted(set(named.years)))
    return "和".join(dict.fromkeys(named.bodies)) + when


def _left(text: str, joint: str = "") -> str:
    """What is left of a text in which all is cut out that asks, who and when: its pieces, joined."""
    return joint.join(filter(None, (_bare(piece) for piece in SPACES.split(text))))


def _bare(piece: str) -> str:
    before = None
    while piece != before:
        before, piece = piece, PARTICLES.sub("", piece)
    return piece


#: 「哪三样最多」 asks for more than the first.
_SEVERAL = regex("[哪前][两俩三仨四五六七八九十]")


def _place_said(masked: str) -> tuple[re.Match[str], str] | None:
    found = next(((m, kind) for p, kind in PLACES if (m := p.search(masked)) is not None), None)
    first = found is not None and found[1] in ("least", "most")
    both = {kind for p, kind in PLACES if p.search(masked)} >= {"least", "most"}  # 「哪个最多，哪个最少」
    return None if first and (both or _SEVERAL.search(masked)) else found


def _places(named: Named, masked: str) -> Iterator[Form]:
    """「…次高者名称及件数」 as 「…第二多的是哪个」."""
    if len(set(named.bodies)) != 1 or len(set(named.years)) > 1 or NO_PLACE.search(masked):
        return
    found = _place_said(masked)
    if found is None:
        return
    place, kind = found
    noun = next((m["noun"] for m in NAMED_WHICH.finditer(masked)), "")
    rest = masked
    for pattern, _ in PLACES:
        rest = pattern.sub(" ", rest)  # 「从大到小，第一我知道」: another place is told of beside it
    thing = _left(PLACE_ASKS.sub(" ", rest))
    if not thing:
        return
    said = place.groupdict()
    number = said.get("n") or said.get("m") or "二"
    count = int(number) if number.isdigit() else _NUMERALS[number]
    numeral = next(c for c, n in _NUMERALS.items() if n == count)
    head = f"{_head(named)}{thing}"
    if SCORED.search(masked):
        if kind in ("least", "most"):
            bare = SCORE.sub("", thing)
            way = "低" if kind == "least" else "高"
            yield Form(f"{_head(named)}{bare}哪个得分最{way}", ranked=True, units=("分",))
    elif kind == "top":
        yield Form(f"{head}前{numeral}的是哪些", ranked=True, least=count)
    elif kind in ("nth", "second"):
        if count > 1:
            yield Form(f"{head}第{numeral}多的是哪个{noun}", ranked=True, words=f"第{count}")
    else:
        yield Form(f"{head}{'最少' if kind == 'least' else '最多'}的是哪个{noun}", ranked=True)


def _compared(named: Named, masked: str, before: str) -> Iterator[Form]:
    """「…放一块儿看，谁家多，差好多」 as 「…哪个多，相差多少」: two bodies, two years or two things."""
    if not COMPARES.search(masked) or NO_GAP.search(masked):
        return
    bodies, years = tuple(dict.fromkeys(named.bodies)), tuple(sorted(set(named.years)))
    gap = GAPS.search(masked)
    unit = (gap["unit"] or "") if gap is not None else ""
    units = _units(unit, masked)
    rest = MORE_ASKS.sub(" ", COMPARE_ASKS.sub(" ", masked))
    thing = TOTAL.sub(r"\g<what>总额", _left(rest))
    if unit in CAR_UNITS and (car := CAR.fullmatch(thing)) is not None:
        unit, units, thing = "辆", ("辆",), "公务用车数量" if car["kind"] else "车辆数"
    if len(bodies) == 2 and len(years) < 2 and thing:
        thing = thing.removeprefix("比")
        for pair in (bodies, bodies[::-1]):
            head = _head(replace(named, bodies=pair))
            yield Form(f"{head}{thing}哪个多，相差多少{unit}", apart=True, bodies=pair, units=units)
    elif before and not thing and len(bodies) < 3:
        for other in bodies:
            if other != before:
                yield Form(
                    f"和{other}比哪个多，相差多少{unit}", apart=True, bodies=(before, other), units=units
                )
    elif len(bodies) == 1 and len(years) == 2 and thing:
        yield Form(f"{_head(named)}{thing}哪年高，高多少{unit}", apart=True, years=years, units=units)
        yield Form(f"{_head(named)}{thing}相差多少{unit}", apart=True, years=years, units=units)
    elif len(bodies) == 1 and len(years) < 2:
        yield from _against(named, masked, unit, units)


def _units(unit: str, masked: str) -> tuple[str, ...]:
    """The units that a difference may be told in, by the one that is asked for."""
    if unit in MONEY:
        return MONEY
    if unit in CAR_UNITS:
        return CAR_UNITS
    return ("分",) if unit == "分" or SCORED.search(masked) else (unit,) if unit in COUNTS else ()


def _against(named: Named, masked: str, unit: str, units: tuple[str, ...]) -> Iterator[Form]:
    """「取暖费减去电费还剩多少」 as 「取暖费比电费多多少」."""
    rest = _left(LED.sub(" ", masked), " ")
    rest = _left(GAPS.sub(" ", GAP_TAIL.sub(" ", rest)), " ")
    said = LESS_MORE.search(rest) or BESIDE.match(rest) or AGAINST.match(rest)
    if said is None:
        return
    groups = said.groupdict()
    lead = (groups.get("pre") or "") + (
        rest[: said.start()] + rest[said.end() :] if said.re is LESS_MORE else ""
    )
    one, other = (_bare(groups[k].replace(" ", "")) for k in ("a", "b"))
    one, other = (SORTS.get(re.sub("的?[钱那]块?$", "", s), s) for s in (one, other))
    lead = _left(lead)
    sort = one[-2:]
    if sort in ("货物", "服务", "工程") and other.removesuffix("类") in ("货物", "服务", "工程"):
        buying = BUYING.match(lead + one[:-2])
        if buying is not None:
            lead, one = buying["plan"] or "", f"政府采购{sort}支出"
            other = f"政府采购{other.removesuffix('类')}支出"
    if one and other and one != other:
        yield Form(sorts_whole(f"{_head(named)}{lead}{one}比{other}多多少{unit}"), apart=True, units=units)


def _over_years(named: Named, masked: str) -> Iterator[Form]:
    """「…一年一年怎么走的，都报个数」 as 「…各年是多少」."""
    years = tuple(sorted(set(named.years)))
    if len(set(named.bodies)) != 1 or len(years) < 3 or not TREND.search(masked) or NO_TREND.search(masked):
        return
    thing = TOTAL.sub(r"\g<what>总额", _left(TREND_ASKS.sub(" ", masked)).replace("当中", "里的"))
    if not thing:
        return
    whole = years == tuple(range(years[0], years[-1] + 1))
    when = f"{years[0]}年到{years[-1]}年" if whole else "、".join(f"{year}年" for year in years)
    yield Form(f"{named.bodies[0]}{when}{thing}各年是多少", years=years)


def in_known_form(
    answer: Answer, text: str, each: Callable[[Sequence[str], str], Answer],
    read: Callable[[str], Named | None], conversations: Conversations, conversation: str, before: Talk,
) -> Answer:  # fmt: skip
    """The answer, or that to a plain question that the text stands for, where the text itself finds none that fits.

    ``each`` answers a text in the conversation, ``before`` are the turns that stood before it.
    """
    place = PLACE_SAID.search(text) is not None and len(answer.figures) > 1
    if answer.status is Status.CLARIFY or (
        answer.status is Status.ANSWERED and not place and _is_whole(answer)
    ):
        return answer
    named = read(text)
    forms = known_forms(named, before[-1].plan.entity if before else "") if named is not None else []
    if answer.status is Status.ANSWERED and _is_whole(answer):
        forms = [form for form in forms if form.words and form.words not in answer.answer]
    framed = _FRAME.search(text) is not None
    asked = [(form.text, partial(_fits, form, framed, text)) for form in forms]
    return first_told(asked, text, each, conversations, conversation, before) or answer


#: 「三公预算里，甲比乙多多少」: where both are looked for, and neither of them.
_FRAME = regex(r"三公[”\"]?(?:经费|预算|决算|支出|费用)*(?:里头?|里面|当中|其中|[中内])")


def _fits(form: Form, framed: bool, text: str, answer: Answer) -> bool:
    """Whether an answer fits, to the text too, and tells of no whole that this only looks within."""
    return (
        form.fits(answer)
        and not is_unmet(answer, text)
        and not (form.apart and framed and any("三公" in figure.label for figure in answer.figures))
    )


def first_told(
    asked: Sequence[tuple[str, Callable[[Answer], bool]]], text: str, each: Callable[[Sequence[str], str], Answer],
    conversations: Conversations, conversation: str, before: Talk,
) -> Answer | None:  # fmt: skip
    """The answer to the first of some plain questions whose own test it meets; without one, ``text`` is what was asked.

    ``each`` answers a text in the conversation, ``before`` are the turns that stood before it.
    """
    for plain, fits in asked:
        _taken_back(conversations, conversation, before)
        told = each([plain], plain)
        if fits(told):
            return told
    if asked:
        _taken_back(conversations, conversation, before)
        each(clauses(text), text)  # what was spoken of stays what the text itself speaks of
    return None


def _taken_back(conversations: Conversations, conversation: str, before: Talk) -> None:
    """The conversation as it stood before the text."""
    if conversations.talk(conversation)[-1:] != before[-1:]:
        conversations.take_back(conversation)


def _is_whole(answer: Answer) -> bool:
    return "没有在" not in answer.answer
