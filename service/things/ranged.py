"""A number that the text gives as a range: 「组织2-3次视察」 is no figure, and no other count stands for it (范围数).

Where the words of a question fit what stands beside such a range better than what any figure is of, the sentence is
told as it is printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources
from service.model import PHRASE_KINDS, Evidence, Operation, Plan
from service.targets import Point
from service.text.lexical import Index, Leaf
from service.text.sentences import Sentence, lines_of, to_quote
from service.things.search import covered_by

_RANGE = regex(
    r"(?P<before>[^，。；、:：\d]{0,24})(?P<low>\d+)\s*(?:-|—|–|~|～|至|到)\s*(?P<high>\d+)\s*(?P<unit>[\u4e00-\u9fff]{1,2}?)(?P<after>[^，。；、:：（()）\d]{0,24})"
)
_UNITS = frozenset("次场期件个项篇份批人名家辆台座条户天回届讲节门册部本套组队处所")
#: Words of a question on a count that name nothing.
_ASKING = regex(
    r"(?:几|多少)[\u4e00-\u9fff]?|打算|准备|计划|预计|大概|大约|一共|总共|全年|今年|每年|组织|开展|举办|召开|举行|安排|进行|开|办|搞|的|了|是|有|要|会(?!议)|呢|吗|共|各"
)
#: So much of what is said must stand beside the range, and so much more than in the name of a figure.
_SAID, _MORE = 0.9, 0.1
_LEAST = 2


@dataclass(frozen=True, slots=True)
class _Ranged:
    """What a range counts, in which unit, and its sentence."""

    name: str
    unit: str
    sentence: Sentence
    printed: str


def ranged(plan: Plan, points: Sequence[Point], sources: Sources) -> Evidence | None:
    """The sentence that gives a range for what is counted; None where none does, or a figure fits as well."""
    if plan.count_unit is None or plan.operation is not Operation.LOOKUP or len(points) != 1:
        return None
    content = _ASKING.sub(" ", fold(plan.text))
    if sum(len(run) for run in content.split()) < _LEAST:
        return None
    fits = [
        (covered_by(content, one.name), one) for one in _of(sources.index()) if one.unit == plan.count_unit
    ]
    best = max(fits, key=lambda fit: fit[0], default=None)
    if best is None or best[0] < _SAID or _is_of_figure(plan, content, best[1]):
        return None
    quote = to_quote([best[1].sentence])
    note = f"原文写的是一个范围（{best[1].printed}），不是一个确定的数。"
    return Evidence(quotes=(quote,), notes=(note,)) if quote is not None else None


def _is_of_figure(plan: Plan, content: str, found: _Ranged) -> bool:
    """Whether the figure that the plan means is of what is said as surely, and of nothing that the range is of."""
    subject = plan.subject
    if subject is None or subject.kind not in PHRASE_KINDS:
        return False
    name = fold(subject.name)
    if found.printed in name:
        return False  # the name of the figure runs over the range
    return covered_by(content, name) > covered_by(content, found.name) - _MORE


def _of(index: Index) -> Iterator[_Ranged]:
    for leaf in index.leaves:
        yield from _of_leaf(leaf)


@lru_cache(maxsize=256)
def _of_leaf(leaf: Leaf) -> tuple[_Ranged, ...]:
    found = []
    for line in lines_of(leaf.chunks):
        for sentence in line:
            for match in _RANGE.finditer(re.sub(r"\s", "", sentence.text)):
                if match["unit"][0] in _UNITS and int(match["low"]) < int(match["high"]):
                    unit = match["unit"][0]
                    after = match["unit"][1:] + match["after"]
                    printed = fold(f"{match['low']}-{match['high']}{unit}")
                    found.append(_Ranged(fold(match["before"] + after), unit, sentence, printed))
    return tuple(found)
