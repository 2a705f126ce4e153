"""Questions with what may be meant, and which of it is right: what the readers of last resort learn from (例题).

From texts written for this (``texts/*.json``: fictional bodies of every kind, their rows, questions in daily words,
near misses among them). Two other texts stand beside each, so that much has to be told apart.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any

from ingest.model import Chunk, Fact, Flow, Fund, Measure, Origin, Source, Stage, Subject
from ingest.patterns import regex
from service.closest.lines import Lines, told_from
from service.closest.number_asked import ANY, number_asked
from service.closest.places import Place, measure_of
from service.closest.prepared import Prepared
from service.read.asides import without_asides
from service.read.plainly import plainly

TEXTS = Path(__file__).parent / "texts"
_SCALE = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_UNIT = regex(r"(?P<scale>[十百千万亿]*)(?P<unit>.*)")
_BOX = (0.0, 0.0, 1.0, 1.0)
#: Columns that say nothing beside the row.
_PLAIN = regex(r"^(?:金额|数值|合计|决算数?|预算数?|本年数?|支出|年初预算数?|.{0,4}[数额])$")
_AMOUNT = regex(r"[≥≤><]?\s*-?\d[\d,]*(?:\.\d+)?\s*%?")


@dataclass(frozen=True)
class Case:
    """A question of a ``group`` (a body) with what may be meant, and the places of what is right; none of a near miss.

    ``number`` tells whether a number is asked for or words; ``written`` that the question was written for this.
    """

    group: str
    text: str
    year: int
    ready: Prepared | Lines
    right: frozenset[int]
    written: bool = True

    @property
    def number(self) -> bool:
        """Whether a number is asked for."""
        return isinstance(self.ready, Prepared)


@dataclass(frozen=True)
class Text:
    """One file of texts."""

    told: dict[str, Any]

    @property
    def body(self) -> str:
        """The body that it tells of."""
        return str(self.told["body"])

    @cached_property
    def chunks(self) -> list[Chunk]:
        """Paragraphs as passages under one heading."""
        return chunks_of(self.body, self.told["text"])

    @cached_property
    def facts(self) -> list[Fact]:
        """Rows as facts; what is put in words is none."""
        return [_fact(self, row) for row in self.told.get("rows", ()) if _AMOUNT.fullmatch(str(row[3]))]


def read_texts(folder: Path = TEXTS) -> list[Text]:
    """Every text, in the order of their names."""
    return [Text(json.loads(path.read_text(encoding="utf-8"))) for path in sorted(folder.glob("*.json"))]


def written_cases(texts: Sequence[Text]) -> Iterator[Case]:
    """The questions of every text."""
    draw = random.Random(3)
    for text in texts:
        beside = draw.sample([other for other in texts if other is not text], 2)
        chunks = [chunk for one in (text, *beside) for chunk in one.chunks]
        names = {fact.subject.name for fact in text.facts}
        rows = [f for other in beside for f in other.facts if f.subject.name not in names]
        numbers, lines = Prepared(chunks, [*text.facts, *rows]), Lines(chunks)
        for asked in text.told["questions"]:
            yield from _cases(text, numbers, lines, asked)


def _cases(text: Text, numbers: Prepared, lines: Lines, asked: dict[str, Any]) -> Iterator[Case]:
    answer, said = asked["answer"], plainly(without_asides(str(asked["q"])))
    year = int(text.told["year"])
    if answer is None:
        wanted = number_asked(said).sort
        yield Case(text.body, said, year, numbers if wanted != ANY else lines, frozenset())
    elif "phrases" in answer:
        own = [i for i, line in enumerate(lines.lines) if line.chunk.document_id == text.body]
        right = telling(lines, own, answer["phrases"], ())
        if right:
            yield Case(text.body, said, year, lines, right)
    elif _AMOUNT.fullmatch(str(answer["value"])):
        value, unit = Decimal(str(answer["value"]).strip("≥≤><% ").replace(",", "")), str(answer["unit"])
        held = [
            i
            for i, r in enumerate(numbers.ready)
            if _of(r.place) == text.body and is_value(r.place, value, unit)
        ]
        named = [i for i in held if _where(numbers.ready[i].place) in _places(asked)]
        yield Case(text.body, said, year, numbers, frozenset(named or held))


def telling(
    lines: Lines, among: Sequence[int], whole: Sequence[str], any_of: Sequence[str]
) -> frozenset[int]:
    """The sentences with which all of some phrases are told, or any of others; each has one of them itself."""
    phrases = [_tight(phrase) for phrase in (whole or any_of)]
    found = set()
    for i in among:
        if any(phrase in _tight(lines.lines[i].text) for phrase in phrases):
            start, end = told_from(lines, i)
            text = _tight("".join(line.text for line in lines.lines[start:end]))
            if (all if whole else any)(phrase in text for phrase in phrases):
                found.add(i)
    if not found and len(phrases) > 1 and whole:
        return telling(lines, among, (), whole)
    return frozenset(found)


def _tight(text: str) -> str:
    return "".join(text.split())


def _places(asked: dict[str, Any]) -> set[tuple[str, int]]:
    """Where the answer stands: ``("para", 3)``, ``("row", 12)``."""
    found: set[tuple[str, int]] = set()
    for sort in ("para", "row"):
        said = asked.get(sort) or ()
        found |= {
            (sort, int(number)) for number in (said if isinstance(said, list) else [said] if said else [])
        }
    return found


def _of(place: Place) -> str:
    return place.chunk.document_id if place.chunk is not None else place.fact.entity if place.fact else ""


def _where(place: Place) -> tuple[str, int]:
    return (
        ("para", place.chunk.sequence + 1)
        if place.chunk is not None
        else ("row", place.fact.source.page if place.fact else 0)
    )


def chunks_of(body: str, text: Sequence[str]) -> list[Chunk]:
    """Paragraphs as passages under one heading."""
    return [
        Chunk(body, at, ("情况说明",), part, ((1, _BOX),), ((0, len(part)),)) for at, part in enumerate(text)
    ]


def _fact(text: Text, row: Sequence[str]) -> Fact:
    """A row as a fact, its number kept as its page."""
    table, names, column, value, unit = (str(part) for part in row)
    *path, name = [part.strip() for part in names.split(">")]
    number = text.told["rows"].index(row) + 1
    of = "" if _PLAIN.match(column) else column
    measure = (
        Measure.AMOUNT if unit.endswith("元") else Measure.RATE if unit.startswith("%") else Measure.COUNT
    )
    stage = Stage.BUDGET if text.told["kind"] == "预算" else Stage.FINAL_ACCOUNTS
    subject = Subject("科目", name, path=tuple(path))
    return Fact(
        text.body, int(text.told["year"]), stage, table, Fund.ALL, Flow.NONE, subject, of,
        measure, Decimal(value.strip("≥≤><% ").replace(",", "")), unit, None, Origin.CELL,
        Source(number, _BOX, table, name, column), 1, text.body,
    )  # fmt: skip


def plain_value(value: Decimal, unit: str) -> tuple[Decimal, str]:
    """A value in the plain unit: 6.43 万起 are 64300 起."""
    match = _UNIT.match(unit)
    assert match is not None  # the pattern matches anything
    for scale in match["scale"]:
        value *= _SCALE[scale]
    return value.normalize(), match["unit"]


def is_value(place: Place, value: Decimal, unit: str, tol: Decimal = Decimal(0)) -> bool:
    """Whether a number is the one expected, in whatever scale it is printed."""
    one, other = plain_value(place.value, place.unit), plain_value(value, unit)
    if (measure_of(place) == "rate") != unit.startswith(("%", "‰", "百分点", "个百分点")):
        return False
    return abs(one[0] - other[0]) <= tol
