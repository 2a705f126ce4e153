"""By how many points one rate is above another: of two bodies, or of two years of one (百分点之差)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from ingest.model import Measure
from ingest.numbers import plain
from ingest.patterns import regex
from service.model import Evidence, Finding
from service.targets import asked_either_way, years_either_way

#: What asks for the distance of two rates.
_APART = regex(
    r"(?:几|多少)个?(?:百分点|点(?![钱儿]))|(?:[多少高低大小升降涨跌]|相?差)(?:出|了)?(?:多少|几)|差距|相差"
)
#: 「哪家更高，高几个百分点」: the distance is asked for beside which is higher.
_BY_POINTS = regex(r"(?:[多少高低大小]|相?差)(?:出|了)?(?:来)?(?:几|多少)个?(?:百分点|点(?![钱儿]))")


def asks_points(text: str) -> bool:
    """Whether a question asks by how many points one rate is above another."""
    return _BY_POINTS.search(text) is not None


def _either(text: str) -> bool:
    """Whether neither rate is said to be held against the other."""
    return asked_either_way(text) or re.search(r"哪[家个边一]|谁", text) is not None


def in_points(
    findings: Sequence[Finding], text: str, tell: Callable[[Sequence[Finding]], str]
) -> Evidence | None:
    """The distance of two rates with both of them, told by ``tell``; None where none is asked for, or of what is none.

    Of two years the later less the earlier, of two bodies the first less the other; where neither side is said the
    larger less the smaller.
    """
    if len(findings) != 2 or any(f.unit != "%" for f in findings) or not _APART.search(text):
        return None
    years = {f.year for f in findings}
    if len(years) == 2 and len({f.entity for f in findings}) == 1:
        either = years_either_way(text)
        ordered = sorted(findings, key=lambda f: -f.value if either else Decimal(-f.year))
    else:
        ordered = sorted(findings, key=lambda f: -f.value) if _either(text) else list(findings)
    one, other = ordered
    gap = one.value - other.value
    formula = f"{plain(one.value)} − {plain(other.value)} = {plain(gap)}"
    names = [f"{f.entity}{f.year}年度{f.label}" for f in (one, other)]
    made = Finding(
        f"{names[0]}与{names[1]}之差", gap, "个百分点", Measure.CHANGE, one.year, one.stage,
        (*one.operands, *other.operands), formula, entity=one.entity,
    )  # fmt: skip
    return Evidence((made, *findings), told=tell(findings))
