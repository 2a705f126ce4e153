"""Where a rate or a number started and where it came to: 「综合贫困发生率由年初的8.74%下降至1.12%」 (由…到…).

Both are printed. The second is the figure of the year; the first is of the year that is named, else it is told as what
there was before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.leads import without_opening
from ingest.numbers import MONEY
from ingest.numerals import Numeral
from ingest.patterns import regex
from ingest.wording import phrase_of

#: Breakdown of what there was before a change.
BEFORE = "变动前"
_FROM = regex(
    r"(?:已经?|也|逐步|均)?(?:由|从)(?:原来|原先|原有|之前)?的?(?P<base>上年度?末?|去年底?|年初|期初|20\d\d年(?:度|末|底|初)?)?的?$"
)
#: The verb straight before what it came to.
COMES_TO = regex(
    r"(?:逐步|大幅|稳步|进一步|快速)?(?:下降|降低|减少|压降|压缩|压减|缩短|缩减|下调|回落|提高|提升|上升|上涨|上调|增加|增长|扩大|调整|扩[建展]|[增降升减涨缩变])(?:到|至|为)(?:了)?"
)
#: What a rate is called by, and a name that is only of time or of a part of the sentence.
_RATE = regex(r"(?:率|度|比例|比重|占比|系数|指数|水平)$")
#: So few characters say what sort of rate it is, and not of what: 完成率.
_BARE_RATE = 3
_NO_NAME = regex(r"原因|由于|因为|其中$|^(?:并|且|也|则|又|将|已|均)")


@dataclass(frozen=True, slots=True)
class Moved:
    """A name, the number before and the one it came to; ``year`` is that of the first, 0 where it is the same;
    ``opened`` is where the words stand that it starts from."""

    name: str
    first: Numeral
    last: Numeral
    year: int
    opened: int


def moved_from(text: str, found: Sequence[Numeral], index: int, start: int, year: int) -> Moved | None:
    """The pair that begins with the number at ``index``, whose words begin at ``start``; None where none does.

    ``year`` is that of the document. Money is read by other rules.
    """
    if index + 1 >= len(found):
        return None
    one, other = found[index], found[index + 1]
    clause = re.split(r"[，。；：:、]", text[start : one.start])[-1]
    lead = _FROM.search(clause)
    if (
        lead is None
        or one.unit != other.unit
        or one.unit in (*MONEY, "")
        or not COMES_TO.fullmatch(text[one.end : other.start])
    ):
        return None
    name = without_opening(phrase_of(clause[: lead.start()]))
    named = len(name) > (_BARE_RATE if one.unit == "%" else 1) and not _NO_NAME.search(clause)
    if not named or (one.unit == "%" and not _RATE.search(name)):
        return None
    opened = one.start - len(clause) + lead.start()
    return Moved(name, one, other, _year(lead["base"] or "", year), opened)


def _year(base: str, year: int) -> int:
    if base.startswith("20"):
        return int(base[:4])
    return year - 1 if base.startswith(("上年", "去年")) else 0


def points(moved: Moved, year: int) -> Iterator[tuple[Numeral, str, int]]:
    """Each number with its breakdown, empty for the one it came to, and the year that it is of; ``year`` is that of the
    words before it."""
    yield moved.first, "" if moved.year else BEFORE, moved.year or year
    yield moved.last, "", year


def is_rate(moved: Moved) -> bool:
    """Whether per cent are told and no things counted."""
    return moved.first.unit == "%"
