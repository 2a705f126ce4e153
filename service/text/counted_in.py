"""Whether a unit's money is within a document's figures: 「某某中心的钱算不算在内」 (是否在内).

Only a sentence answers that says which units are within, or which are not, and names the one that is asked about.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources
from service.model import Evidence, Plan
from service.targets import Point
from service.text.sentences import lines_of, to_quote

_ASKED = regex(
    r"^(?:的?(?:预算|决算)?(?:里|中)?面?，?)?(?P<what>[\u4e00-\u9fff（）()]{3,20}?)(?:的)?(?:钱|经费|资金|收支|支出|开支|账)?(?:也|都)?"
    r"(?:算不算|包不包[括含]?|含不含|纳不纳入|在不在|算没算|有没有(?:算|包[括含]|纳入)|是不是(?:也)?(?:算|包[括含]|纳入|在))"
)
#: Those left out are told before those that are within, which a heading may only list.
_OUT, _IN = (
    regex(r"不含|不包[括含]|未包[括含]|未纳入|不纳入|不在[^，。]{0,12}(?:内|范围)|除外"),
    regex(r"纳入[^。]{0,30}(?:范围|[预决]算)|仅包[括含]|(?:[预决]算|编制|汇总)[^。]{0,16}包[括含]"),
)


def counted_in(plan: Plan, points: Sequence[Point], sources: Sources) -> Evidence | None:
    """The sentence that says whether the unit is within; None where that is not asked, or no sentence says it."""
    asked = _ASKED.search(fold(plan.text))
    if asked is None or len(points) != 1:
        return None
    sentences = [
        s for line in lines_of(sources.index().chunks) for s in line if asked["what"] in fold(s.text)
    ]
    told = next((s for says in (_OUT, _IN) for s in sentences if says.search(s.text)), None)
    return Evidence(quotes=(to_quote([told]),)) if told else None
