"""Which projects are paid with other money than the appropriation: 「哪些项目用的不是财政拨款」 (非财政拨款项目).

Told by the rows of projects that say with which money, of the unit's own or left over; what is said of the
appropriation tells nothing of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources
from service.model import Declined, Evidence, Plan, Reason
from service.targets import Point
from service.text.sentences import Sentence, lines_of, to_quote

_FUND = r"(?:财政拨款|财政(?:资金|的?钱)|拨款)"
_ASKED = regex(
    rf"(?:不|没有?|未)(?:是|用|使用|靠|花|动用|来自|属于)+(?:的)?{_FUND}|{_FUND}(?:以外|之外|外)的?|非财政拨款|不靠{_FUND}"
)
_WHICH = regex(
    r"(?:哪|什么|啥)(?:些|几|一)?(?:个|项)?[^，。？]{0,6}(?:项目|事项)|项目(?:都|分别|各)*(?:有|是|包括)(?:哪|什么|啥)"
)
_OTHER = regex(r"多少|(?<!哪)几(?:个|项|万)|占|合计|总共|最|原因|为什么|为啥|收入(?:有|是)")
#: What they come to, of which the appropriation is none.
_DENIED_SUM = regex(
    rf"(?:不|没有?|未)(?:是|用|使用|靠|花|动用)+的?{_FUND}的?(?:那些|几个|这些)?项目(?!支出)[^，。？]{{0,8}}(?:多少|几[万亿个])"
)
#: The money is the unit's own, or was left over from it.
_OWN_MONEY = regex(
    r"(?:使用|动用|利用|通过|来自|资金来源[为：:]?)[^，。；]{0,6}?(?:(?:事业|经营|其他|捐赠|上级补助)收入|实户资金|自有资金|自筹|非财政拨款|单位资金|非同级财政)"
    r"|(?:事业收入|经营收入|其他收入|自有资金|自筹资金|实户资金余额|非财政拨款(?:资金|结余)?)(?:安排|列支|解决|支付|负担)"
)
#: A row of a table on projects, each cell behind its heading.
_ROW = regex(r"(?:^|[，(（])[^，。：]{0,8}项目[^，。：]{0,6}名称[)）]?[：:]|^项目[：:]")


def not_appropriated(plan: Plan, points: Sequence[Point], sources: Sources) -> Evidence | Declined | None:
    """The rows that say it, or that none does; None where that is not asked."""
    text = fold(plan.text)
    if _DENIED_SUM.search(text) and not _WHICH.search(text):
        return Declined(
            Reason.NOT_DISCLOSED, "问的是不用财政拨款的项目的合计，没有算出来，不拿财政拨款的数来回答。"
        )
    if len(points) != 1 or not _ASKED.search(text) or not _WHICH.search(text) or _OTHER.search(text):
        return None
    rows: dict[str, tuple[Sentence, ...]] = {}
    for line in lines_of(sources.index().chunks):
        told = "".join(sentence.text for sentence in line)
        if _ROW.search(told) and _OWN_MONEY.search(told):
            rows.setdefault(told, line)
    if not rows:
        return Declined(Reason.NOT_DISCLOSED, "没有找到逐个写明用的不是财政拨款的项目。")
    return Evidence(quotes=(to_quote([sentence for line in rows.values() for sentence in line]),))
