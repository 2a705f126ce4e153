"""How many of all of them are so, as one sentence tells it: 「全区63家驿站中有14家月均服务不足200人次」 (其中若干).

The number is told where the sentence holds what the question says of them: the same thing, the same way, the same
bounds; all of them are none of the answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.cells import TOTAL
from ingest.model import Fact, Flow, Fund, Measure, Origin, Source, Stage, Subject
from ingest.numbers import parse_number, plain
from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources
from service.figures.told import printed_as
from service.model import Evidence, Operation, Plan
from service.read.citizens_words import as_written, is_other
from service.targets import Point
from service.text.sentences import Sentence, lines_of, to_quote
from service.things.contrary import contrary
from service.things.search import covered_by

_UNITS = "家|个|户|名|人|所|处|台|辆|座|栋|条|件|只|口|间|幅|项"
_TOLD = regex(
    rf"(?P<all>\d[\d,]*)(?P<unit>{_UNITS})(?P<noun>[\u4e00-\u9fff]{{1,12}}?)(?:当中|之中|中|里)，?(?:仍|还|尚|只|仅|已)?(?:有|存在)"
    rf"(?P<some>\d[\d,]*)(?P=unit)(?P<so>[^，。；;]{{3,36}})"
)
_ASKED = regex(rf"(?:多少|(?<!哪)几)(?P<unit>{_UNITS})")
_OTHER = regex(r"占|比例|百分|平均(?!每)|一共|总共|钱|经费|资金|原因|为什么|建议")
#: Which way a thing is bounded or denied.
_LESS = regex(r"不足|不到|不满|低于|少于|小于|不够|没到|没有?(?=达|超|到)|未达|未满")
_MORE = regex(r"超过|高于|多于|大于|以上|超出|达到|(?<!未)满(?=\d)")
_NOT = regex(r"没|未|无(?!人机)|不(?!锈)")
_NUMBER = regex(r"(?<![\d.])\d[\d,]*(?:\.\d+)?")
#: By the month, the day: people say 一个月 for 月均.
_EACH = (
    (regex(r"一个?月|每个?月|按月|月均"), "月均"),
    (regex(r"一天|每天|每日|日均"), "日均"),
    (regex(r"一年|每年|年均"), "年均"),
)
_IDLE = regex(
    r"有|是|的|了|在|都|那些?|这些?|全[区市县镇乡省州校院]|里面?|其中|当中|\d[\d,.]*|[^\u4e00-\u9fff\d]"
)
_HELD, _SO_HELD = 0.7, 0.5


@dataclass(frozen=True, slots=True)
class _Some:
    """So many of all of a thing, and how they are."""

    value: Decimal
    unit: str
    noun: str
    so: str
    sentence: Sentence


def some_of_them(plan: Plan, points: Sequence[Point], sources: Sources) -> Evidence | None:
    """The number and its sentence; None where that is not asked, or no one sentence tells it."""
    text = plan.parted or plan.text
    asked = _ASKED.search(text)
    numeric = plan.operation in (Operation.LOOKUP, Operation.AVERAGE, Operation.LIST, Operation.RANK)
    if asked is None or len(points) != 1 or not numeric or _OTHER.search(text):
        return None
    rest = f"{text[: asked.start()]} {text[asked.end() :]}"
    found = [some for some in _told(sources) if some.unit == asked["unit"] and _is_meant(some, rest)]
    if len({some.value for some in found}) != 1:
        return None
    some = found[0]
    fact = _as_fact(some, plan)
    found_one = printed_as(fact.subject.name, fact, sources.body.name)
    said = f"{sources.body.name}{plan.year}年度{fact.subject.name}有 {plain(some.value)} {some.unit}。"
    return Evidence((found_one,), quotes=(to_quote([some.sentence]),), told=said)


def _as_fact(some: _Some, plan: Plan) -> Fact:
    """The number as the place that it is read off."""
    place = some.sentence
    page, box = place.chunk.places_of(place.start, place.end)[0]
    source = Source(page, box, " > ".join(place.chunk.path), quote=place.text)
    return Fact(plan.entity, plan.year or 0, plan.stage or Stage.FINAL_ACCOUNTS, "", Fund.ALL, Flow.NONE,
                Subject("其他", f"{some.so}的{some.noun}"), TOTAL, Measure.COUNT, some.value, some.unit, None,
                Origin.SENTENCE, source, document_id=place.chunk.document_id)  # fmt: skip


def _told(sources: Sources) -> Iterator[_Some]:
    for line in lines_of(sources.index().chunks):
        for sentence in line:
            for said in _TOLD.finditer(sentence.text):
                value = parse_number(said["some"])
                if value is not None:
                    yield _Some(value, said["unit"], said["noun"], said["so"], sentence)


def _is_meant(some: _Some, rest: str) -> bool:
    """Whether what is asked is the thing, bounded and denied as it is told, and hardly more is said."""
    told, asked = _plain(some.so), _plain(rest)
    ways = all(bool(way.search(told)) == bool(way.search(asked)) for way in (_LESS, _MORE))
    if not ways or (not _LESS.search(told) and bool(_NOT.search(told)) != bool(_NOT.search(asked))):
        return False
    if set(_NUMBER.findall(told)) != set(_NUMBER.findall(asked)):
        return False
    whole = fold(f"{some.noun}{told}{some.sentence.text}")
    said = as_written(" ".join(_IDLE.sub(" ", _LESS.sub(" ", _MORE.sub(" ", asked))).split()), whole)
    so = " ".join(_IDLE.sub(" ", _LESS.sub(" ", _MORE.sub(" ", told))).split())
    if contrary(said, whole) or is_other(said, whole) or not said:
        return False
    noun = covered_by(some.noun, said) if len(some.noun) > 1 else 1.0
    return noun >= _HELD and covered_by(said, whole) >= _HELD and covered_by(so, said) >= _SO_HELD


def _plain(text: str) -> str:
    for said, meant in _EACH:
        text = said.sub(meant, text)
    return text.replace(",", "")
