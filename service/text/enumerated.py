"""Sections whose lines are numbered, asked for by their heading: all of them, and how many they are (逐条列举)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.accounts import strip_ordinal
from ingest.cells import TOTAL
from ingest.model import Chunk, Fact, Flow, Fund, Measure, Origin, Source, Stage, Subject
from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources
from service.model import Evidence, Finding, Operand, Plan, Quote
from service.text.lines import Line, text_of
from service.text.sentences import Sentence, lines_of, to_quote

#: What asks for the items themselves, or how many they are.
_ASKED = regex(r"哪(?:些|几)|几[条项个点方]|多少[条项个点]|什么|啥|怎么|如何|列一?下|分别")
_COUNTED = regex(r"(?:(?<!哪)几|多少)(?P<unit>[条项个点])")
_AROUND = regex(
    r"哪(?:些|几)?|(?:几|多少)|(?<=[哪几少])[条项个点]|[条项个点]$|方面|什么|啥|怎么|如何|列一?下|分别|一共|总共|都|是|有|了|的|呢|吗|请|说一?下|里面|里|中|包括|具体"
)
_ELSE = regex(r"钱|元|花|费|支出|收入|万|金额|占|人|车|单位|科室|项目|指标|得分|原因|为什么|为啥")
#: What a heading says before its own words.
_BEFORE = regex(r"^(?:20\d\d年度?)?(?:(?:预算)?绩效)?(?:主要)?")
_ORDINALS = (
    r"[（(][一二三四五六七八九十]{1,3}[)）]",
    r"[一二三四五六七八九十]{1,3}、",
    r"[（(]\d{1,2}[)）]",
    r"\d{1,2}[.．、](?!\d)",
    r"[①-⑳]",
    r"[一二三四五六七八九十]{1,2}是",
)
_ORDINAL = regex("|".join(f"({pattern})" for pattern in _ORDINALS))
_LONGEST, _SHORTEST = 900, 3


@dataclass(frozen=True, slots=True)
class _Section:
    """A section's lines, and those of them that carry its own numbers."""

    heading: str
    lines: tuple[Line, ...]
    items: tuple[Line, ...]


def enumerated(plan: Plan, sources: Sources) -> Evidence | None:
    """The numbered lines under the heading that the question says; None where it says no heading of such a section."""
    text = fold(plan.text)
    if not _ASKED.search(text) or _ELSE.search(text):
        return None
    said = _BEFORE.sub("", _AROUND.sub("", text))
    if len(said) < _SHORTEST - 1:
        return None
    held = [section for section in _sections(sources.index().chunks) if section.heading == said]
    if len(held) != 1:
        return None
    quote = _quoted(held[0].lines)
    counted = _COUNTED.search(text)
    if counted is None:
        return Evidence(quotes=(quote,))
    number, unit = Decimal(len(held[0].items)), counted["unit"]
    label = f"{said}（逐条列出）"
    fact = _listed(plan, held[0], label, unit)
    finding = Finding(label, number, unit, Measure.COUNT, plan.year or 0, "", (Operand(label, fact),),
                      f"逐条数过，共 {number} {unit}", entity=sources.body.name)  # fmt: skip
    told = f"{sources.body.name}{plan.year}年度公开资料逐条列出的{said}有 {number} {unit}。"
    return Evidence((finding,), quotes=(quote,), told=told)


def _quoted(lines: Sequence[Line]) -> Quote:
    """The lines as a quote, cut after a whole line where they are long."""
    taken, size = list[Sentence](), 0
    for line in lines:
        size += len(text_of(line))
        if taken and size > _LONGEST:
            return to_quote(taken, lines[0][0].chunk.page)
        taken += line
    return to_quote(taken)


def _sections(chunks: Sequence[Chunk]) -> list[_Section]:
    groups: dict[tuple[str, tuple[str, ...]], list[Chunk]] = {}
    for chunk in chunks:
        if chunk.path:
            groups.setdefault((chunk.document_id, chunk.path), []).append(chunk)
    found = []
    for (_, path), held in groups.items():
        lines = tuple(lines_of(held))
        items = _numbered(lines)
        if len(items) > 1:
            found.append(_Section(_BEFORE.sub("", fold(strip_ordinal(path[-1]))), lines, items))
    return found


def _numbered(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines that carry the numbers of the first one that has any; none where more than a lead stands before it,
    or lines without a number between them."""
    kinds = [m.lastindex if (m := _ORDINAL.match(text_of(line).strip())) else None for line in lines]
    first = next((i for i, kind in enumerate(kinds) if kind), None)
    if first is None or first > 1 or not all(kinds[first:]):
        return ()
    return tuple(line for line, kind in zip(lines, kinds, strict=True) if kind == kinds[first])


def _listed(plan: Plan, section: _Section, label: str, unit: str) -> Fact:
    """The list as the place that its number is read off."""
    place = section.items[0][0]
    page, box = place.chunk.places_of(place.start, place.end)[0]
    source = Source(page, box, " > ".join(place.chunk.path), quote=place.text)
    return Fact(plan.entity, plan.year or 0, Stage.BUDGET, "", Fund.ALL, Flow.NONE, Subject("其他", label), TOTAL,
                Measure.COUNT, Decimal(len(section.items)), unit, None, Origin.SENTENCE, source,
                document_id=place.chunk.document_id)  # fmt: skip
