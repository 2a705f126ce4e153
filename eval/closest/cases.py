"""Questions with the numbers that they may mean, and which of these is right: what the weights are learnt from (例题).

From texts written for this (``texts/*.json``: fictional bodies of every kind, questions in daily words, near misses
among them), and from the known answers over the disclosures that are loaded.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from ingest.model import Chunk
from ingest.patterns import regex
from service.closest.places import Place, measure_of
from service.closest.prepared import Prepared
from service.read.asides import without_asides
from service.read.plainly import plainly

TEXTS = Path(__file__).parent / "texts"
_SCALE = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_UNIT = regex(r"(?P<scale>[十百千万亿]*)(?P<unit>.*)")


@dataclass(frozen=True)
class Case:
    """A question of a ``group`` (a body): its documents' numbers, the right ones among them, none for a near miss.

    ``phrases`` are what a text answers it with, where that is no number; ``written`` says that it was written for this.
    """

    group: str
    text: str
    year: int
    prepared: Prepared
    right: frozenset[int]
    phrases: tuple[str, ...] = ()
    written: bool = True

    @property
    def is_number(self) -> bool:
        """Whether a number is the answer."""
        return not self.phrases


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
    if (measure_of(place) == "rate") != unit.startswith(("%", "‰", "个百分点")):
        return False
    return abs(one[0] - other[0]) <= tol


def chunks_of(body: str, text: list[str]) -> list[Chunk]:
    """Paragraphs as passages under one heading."""
    box = (0.0, 0.0, 1.0, 1.0)
    return [
        Chunk(body, at, ("情况说明",), part, ((1, box),), ((0, len(part)),)) for at, part in enumerate(text)
    ]


def written_cases(folder: Path = TEXTS) -> Iterator[Case]:
    """The questions of every text that was written for this."""
    for path in sorted(folder.glob("*.json")):
        told = json.loads(path.read_text(encoding="utf-8"))
        chunks = chunks_of(told["body"], told["text"])
        prepared = Prepared(chunks, ())
        for asked in told["questions"]:
            yield _written(told, prepared, asked)


def _written(told: dict[str, object], prepared: Prepared, asked: dict[str, object]) -> Case:
    answer = asked["answer"]
    right: frozenset[int] = frozenset()
    phrases: tuple[str, ...] = ()
    if isinstance(answer, dict) and "phrases" in answer:
        phrases = tuple(answer["phrases"])
    elif isinstance(answer, dict):
        value, unit = Decimal(str(answer["value"]).replace(",", "")), str(answer["unit"])
        held = [i for i, r in enumerate(prepared.ready) if is_value(r.place, value, unit)]
        there = [i for i in held if _paragraph(prepared.ready[i].place) == asked["para"]]
        right = frozenset(there or held)
    text = plainly(without_asides(str(asked["q"])))
    return Case(str(told["body"]), text, int(str(told["year"])), prepared, right, phrases)


def _paragraph(place: Place) -> int:
    return place.chunk.sequence + 1 if place.chunk is not None else 0
