"""Where a rate or a number started and where it came to: 「综合贫困发生率由年初的8.74%下降至1.12%」 (由…到…).

Both are printed. The second is the figure of the year; the first is of the year that is named, else it is told as what
there was before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.contexts import Reading
from ingest.leads import without_opening
from ingest.model import Fund, Measure, Subject
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
#: What leads to a reason, and what it came after: 「主要原因是新楼启用后物业面积由…」.
_REASON = regex(r"^.*(?:原因(?:是|为|系|在于)?|由于|因为|主要是|主要系|系因|是因)(?:由于|因为?)?")
_AFTER = regex(r"^[^，。；]{3,}?(?<!售|课|产|术|灾)后(?!勤|备|续|期|台|方|补|进)(?=[\u4e00-\u9fff]{2})")
#: What other rules count, of which a reason may tell another year.
_OWN_COUNTS = regex(r"公务用车|接待|因公|出国|保有量|购置数")
_YEAR = regex(r"20\d\d(?=年)")


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
    why = _REASON.match(clause)
    clause = _AFTER.sub("", clause[why.end() :] if why is not None else clause)
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
    told_apart = why is not None and _OWN_COUNTS.search(name)
    if not named or told_apart or (one.unit == "%" and not _RATE.search(name)):
        return None
    opened = one.start - len(clause) + lead.start()
    return Moved(name, one, other, _year(lead["base"] or "", year), opened)


def _year(base: str, year: int) -> int:
    if base.startswith("20"):
        return int(base[:4])
    return year - 1 if base.startswith(("上年", "去年")) else 0


def both_ends(moved: Moved, before: str, year: int, fund: Fund) -> Iterator[tuple[Reading, Numeral, str]]:
    """Each number as it is read, with its breakdown, empty for the one it came to.

    ``before`` are the words that lead to it, which may name the year of what it came to; else that is ``year``.
    """
    said = _YEAR.search(before)
    own = int(said[0]) if said else year
    rate = moved.first.unit == "%"
    subjects = (Subject("绩效指标" if rate else "业务量", moved.name),)
    measure = Measure.RATE if rate else Measure.COUNT
    first, last = moved.first, moved.last
    was = Reading(subjects, fund, measure, first.value, first.unit, year=moved.year or own)
    yield was, first, "" if moved.year else BEFORE
    yield replace(was, value=last.value, year=own), last, ""
