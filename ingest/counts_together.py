"""Counts that are told together by names of which the later ones are cut short (并列的数量).

「公务用车购置数及保有量分别为0辆、6辆」: 公务用车购置数, 公务用车保有量.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.leads import without_opening
from ingest.model import Subject
from ingest.numbers import MONEY
from ingest.numerals import Numeral
from ingest.patterns import regex
from ingest.wording import phrase_of

#: Words that say what of a thing is counted, with the units that they are counted in; tried from the top.
_KINDS: tuple[tuple[str, frozenset[str]], ...] = (
    (r"(?:参会|参训|来访|接待)?(?:总?人数|人员)", frozenset(("人", "名", "人次"))),
    (r"人次数?", frozenset(("人次", "人"))),
    (r"团组数?", frozenset(("个", "批", "团", "次"))),
    (r"批次数?|批数", frozenset(("批", "批次", "次", "个"))),
    (r"(?:购置|更新|保有|实有)(?:数量?|量)|(?:车辆|辆)数", frozenset(("辆", "台"))),
)
#: Units in which no things are counted.
_RATES = ("%", "个百分点", "分")
_TAIL = regex("(?:" + "|".join(words for words, _ in _KINDS) + ")$")
_KIND = tuple((regex(words), units) for words, units in _KINDS)


def are_counts(numbers: Sequence[Numeral]) -> bool:
    """Whether all of these numbers count things."""
    return all(n.unit and n.unit not in _RATES and n.unit not in MONEY for n in numbers)


def counted_together(names: Sequence[str], numbers: Sequence[Numeral]) -> tuple[Subject, ...]:
    """What each of the numbers counts; none where a name says another unit than its number has."""
    first = without_opening(phrase_of(names[0])).removeprefix("全年") if names else ""
    thing = _TAIL.sub("", first).removesuffix("的")
    full = [first.replace("的", ""), *(_full(name, thing if thing != first else "") for name in names[1:])]
    fits = all(map(_fits, full, numbers))
    return tuple(Subject("业务量", name) for name in full) if fits and len(full) == len(numbers) else ()


def _full(name: str, thing: str) -> str:
    """A name with the thing that only the first names; empty where there is none."""
    short = _TAIL.fullmatch(name)
    if short is None:
        return name
    repeated = next((n for n in range(len(name) - 1, 1, -1) if thing.endswith(name[:n])), 0)
    return f"{thing}{name[repeated:]}" if thing else ""  # 公务接待 and 接待人数 are 公务接待人数


def _fits(name: str, number: Numeral) -> bool:
    """Whether a name may be counted in the unit of a number."""
    tail = _TAIL.search(name)
    if tail is None:
        return len(name) > 1
    return name != tail[0] and any(number.unit in units for words, units in _KIND if words.fullmatch(tail[0]))
