"""One amount for each of several years under one name: 「近三年改造投入情况：2022年1,480万元，…」 (逐年金额).

Where other numbers stand between the years; those that follow each other are read by ``ingest.by_years``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from ingest.charges import Charge
from ingest.leads import without_opening
from ingest.patterns import regex
from ingest.wording import phrase_of

_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_YEAR = regex(
    rf"(?:^|[，、；：:])(?P<year>20\d\d)年度?(?:安排|投入|支出|完成|实际|决算|预算|计划|为|是|：)*(?P<value>{_NUMBER})(?P<unit>亿元|万元|元)(?!/)"
)
#: What the list is of: behind the years that it says, before its colon.
_NAME = regex(
    r"(?:近[两三四五]年|历年|[两三四五]年来|各年度?|20\d\d[-—–至到]+20\d\d年)(?:来)?(?P<name>[\u4e00-\u9fff“”]{3,20}?)(?:情况)?(?:如下)?(?:分别)?(?:为|是)?[：:]$"
)


def by_years(text: str) -> Iterator[Charge]:
    """Every amount of a list that goes through the years; none where it says what of only once."""
    found = list(_YEAR.finditer(text))
    years = [match["year"] for match in found]
    if len(found) < 2 or len(set(years)) != len(years) or _is_plain(text, found):
        return
    head = _NAME.search(text[: found[0].start("year")])
    if head is None:
        return
    name = without_opening(phrase_of(head["name"]))
    for match in found:
        value = Decimal(match["value"].replace(",", ""))
        yield Charge(
            name, value, match["unit"], match.start("value"), match.end("value"), year=int(match["year"])
        )


def _is_plain(text: str, found: Sequence[re.Match[str]]) -> bool:
    """Whether nothing stands between the years but their amounts: those are read with all other numbers."""
    return all(not text[one.end() : other.start() + 1].strip("、，；：") for one, other in pairwise(found))
