"""The day of which a stock is told: 「截至2023年8月31日，共有车辆7辆」 in a budget of 2024 (时点).

Vehicles, floor space and assets are counted on one day, which need not be the last of the year of the document; where
it is another, a note says so.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from ingest.model import Chunk, Fact, Stage
from ingest.patterns import regex
from ingest.text import fold
from service.model import Declined, Evidence

Chunks = Callable[[], Sequence[Chunk]]

_DAY = regex(r"截[至止]到?(?P<day>(?P<year>20\d\d)年(?P<month>\d{1,2})月(?P<date>\d{1,2})日)")
#: What is there on a day, not what is done in a year.
_STOCK = regex(r"辆|平方米|台|套|台[（(/]套[）)]?|亩|公顷")
_FLOW = regex(r"购置|新增|报废|处置|更新|采购|购买")
_ASSETS = regex(r"资产|在建工程|车辆|房屋|设备|负债")


def with_day(evidence: Evidence | Declined, chunks: Chunks) -> Evidence | Declined:
    """The evidence, with a note of the day of its figures where that is not the end of their year."""
    if isinstance(evidence, Declined) or not evidence.findings:
        return evidence
    days = {_day_of(f.printed, chunks) if f.printed is not None else None for f in evidence.findings}
    if len(days) != 1 or None in days:
        return evidence
    return replace(evidence, notes=(*evidence.notes, f"资料写明这是截至{days.pop()}的数。"))


def _day_of(fact: Fact, chunks: Chunks) -> str | None:
    """The day said before a figure in its passage; None where none is, or it is the last of the figure's year."""
    if not (_STOCK.fullmatch(fact.unit) or _ASSETS.search(fact.subject.name)) or fact.source.table:
        return None
    if fact.stage is Stage.BUDGET or _FLOW.search(fact.subject.name):
        return None
    quote = fold(fact.source.quote)[:40]
    for chunk in chunks():
        text = fold(chunk.text)
        if chunk.document_id != fact.document_id or not quote or quote not in text:
            continue
        said = list(_DAY.finditer(text[: text.index(quote) + len(quote)]))
        last = said[-1] if said else None
        if last is None or (int(last["year"]), last["month"], last["date"]) == (fact.year, "12", "31"):
            return None
        return last["day"]
    return None
