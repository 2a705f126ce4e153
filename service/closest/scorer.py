"""Features to the number that is meant and how sure that is, by nets that were learnt and measured (评分).

``python -m eval.closest`` learns and measures them again.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.arrays import np
from ingest.patterns import regex
from service.closest.alike import held
from service.closest.features import NAMES, measured
from service.closest.net import Nets, most_likely
from service.closest.number_asked import COUNT, DIMENSION, MONEY, PEOPLE, RATE
from service.closest.prepared import Prepared, Ready
from service.closest.query import Query
from service.closest.told_twice import chances_together, of_stage

if TYPE_CHECKING:
    from numpy.typing import NDArray

TALK = Path(__file__).parent / "talk.json"
NUMBERS = Path(__file__).parent / "numbers.safetensors"
#: What makes a number another one, whatever else speaks for it.
VETOES = (
    "old", "other", "contrary", "left_out", "changed_unasked", "joint", "year_other", "last_asked", "not_each",
    "each_of_all",
)  # fmt: skip
#: A clause that only goes on from what is said, 「普法夜校……，开支18.60万元」, while a thing is missing: 「请律师」.
_DISPLACED = (("displaced", 0.5), ("worst_thing", 0.3))
#: A clause that tells of another thing in place of one that is asked about, 「无人机」 of 「三轮车412辆」, must be so
#: sure; so must one that only lacks a thing, 「补充医疗保险」 of 「医疗补助」, save a count of things or people.
_CONTRAST, _LACKS, _RAREST, _SURE = 0.4, 0.5, 0.3, 0.9
#: So sure one place must be by itself where others tell the same number, and so little of a thing that is asked
#: about may be lacking where target and outcome stand in one row.
_ALONE, _LACKING = 0.3, 0.3
#: So much of the word for what is counted must stand there, as it is or in official words.
_COUNTED = 0.5
#: A question that says less than about one word of its own means nothing that could be found.
_LEAST = 1.2
_YEAR = regex(r"(?:19|20)\d\d")
#: So many numbers are looked at, those that have most of what is said.
_MANY = 40


@dataclass(frozen=True, slots=True)
class Choice:
    """The number that tells nearest what is asked, and the measured chance that it is the right one."""

    ready: Ready
    sure: float


@cache
def load_talk(path: Path = TALK) -> dict[str, float]:
    """How much each common word of questions tells."""
    talk: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))
    return talk


@cache
def load_numbers(path: Path = NUMBERS) -> Nets:
    """The nets of a file; raises ``ValueError`` where they do not fit the features."""
    return Nets.load(path, len(NAMES))


def choose(query: Query, prepared: Prepared, nets: Nets) -> Choice | None:
    """The number that is meant most likely; None where none may be meant."""
    query = query.against(prepared.text)
    if not enough_said(query):
        return None
    places, rows = looked_at(query, prepared)
    if not len(places):
        return None
    ready = [prepared.ready[int(place)] for place in places]
    each = nets.chances(rows)
    chances = chances_together(ready, each)
    best = int(np.lexsort((each, chances))[-1])  # of those that tell one number, the likeliest place
    meant, row = of_stage(query.text, ready, chances, best)
    if row > chances[best] and rows[best][NAMES.index("worst_thing")] < _LACKING:
        best, sure = (
            meant,
            row,
        )  # target and outcome of one indicator, which lacks nothing that is asked about
    else:
        if each[best] < _ALONE:
            chances, best = each, int(each.argmax())  # told twice makes no other thing the one that is meant
        meant, _ = of_stage(query.text, ready, chances, best)
        best, sure = meant, float(chances[best])
    chosen = ready[best]
    counted = query.said[query.thing] if query.thing >= 0 and query.asked.sort not in (MONEY, RATE) else None
    if counted is not None and held(counted, chosen.place.sentence + chosen.place.head) < _COUNTED:
        return Choice(chosen, 0.0)  # what is counted is named: 「几家饭店」 is no number of 民宿
    if not _has_numbers(query, chosen):
        return Choice(chosen, 0.0)  # 「培训的900人里」 is of no training of 1250
    own = dict(zip(NAMES, rows[best], strict=True))
    another = all(own[name] >= limit for name, limit in _DISPLACED)
    plain = query.asked.sort in (COUNT, PEOPLE) and not DIMENSION.search(query.text)
    lacks = own["worst_thing"] >= _LACKS or own["rarest"] < _RAREST
    unlike = own["contrast"] >= _CONTRAST or (lacks and not plain)
    another = another or (unlike and sure < _SURE)
    return Choice(chosen, 0.0 if another else sure)


def _has_numbers(query: Query, ready: Ready) -> bool:
    """Whether every number that a question names, years aside, stands where the number is told."""
    there = ready.place.sentence.replace(",", "") + ready.place.head + ready.ahead.replace(",", "")
    return all(number.replace(",", "") in there for number in query.digits if not _YEAR.fullmatch(number))


def enough_said(query: Query) -> bool:
    """Whether a question says anything that could be found."""
    return bool(query.said) and float(query.weights.sum()) >= _LEAST


def looked_at(query: Query, prepared: Prepared) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """The places of the numbers that may be meant most likely, and a row of features for each."""
    places, rows = measured(query, prepared)
    if not len(places):
        return places, rows
    kept = ~(rows[:, [NAMES.index(name) for name in VETOES]] > 0).any(axis=1)
    places, rows = places[kept], rows[kept]
    first = most_likely(rows[:, NAMES.index("soft_all")], _MANY)
    return places[first], rows[first]
