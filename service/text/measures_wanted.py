"""What is to be done is asked, and only what is wrong, or a score, was found: that is no answer (问措施而未答措施)."""

from __future__ import annotations

from ingest.patterns import regex
from ingest.text import fold
from service.model import Declined, Evidence, Plan, Reason
from service.text.asked import sort_of
from service.text.sorts import Sort

_ASKED = regex(
    r"(?:打算|准备|计划|要|下一步|接下来)[^，。？]{0,4}(?:怎么|如何|咋)[^，。？]{0,2}(?:改(?![造建])|整改|解决)"
)
_MEASURE = regex(
    r"改进|整改|下一步|措施|今后|将(?!军)|加强|完善|建立|优化|提高|推进|落实|建议|加快|严格|强化|督促|协调|争取|调整|规范|签订|增设|纳入|健全|压减|培训|督导|拟"
)


def unless_no_measure(evidence: Evidence | Declined, plan: Plan) -> Evidence | Declined:
    """The evidence; where it is asked how a thing is to be mended and no measure is told, that none is."""
    text = fold(plan.text)
    if isinstance(evidence, Declined) or evidence.findings or not evidence.quotes:
        return evidence
    if not _ASKED.search(text) or sort_of(text) is not Sort.REMEDY:
        return evidence
    told = "".join(sentence for quote in evidence.quotes for sentence in quote.sentences)
    if _MEASURE.search(told):
        return evidence
    return Declined(
        Reason.NOT_DISCLOSED, f"{plan.entity}{plan.year}年度的公开资料没有写明这件事打算怎么改进。"
    )
