"""What share one of those has that were set in order: 「排第一的那个占全部的百分之多少」 (名次之占比).

The order is told again by the follow-up; its share is asked for by the name that stands there, of the fund that is
spoken of. What was not set in order has no first; of all, where it is not said of which, is of what the list parts.
Amounts are no answer to how many per cent.
"""

from __future__ import annotations

from collections.abc import Callable

from ingest.patterns import regex
from ingest.text import count_said
from service.contract import Answer, Status
from service.follow.conversation import Talk, aside
from service.model import Operation
from service.second.beyond import declined

_ASKS = regex(
    r"^(?:那|那么|其中)*(?:排|排在|位列|居)?(?:第(?P<n>[一二三四五])|(?P<first>首位|最[多高大]))[名位个项]?的?(?:那|这)?[个项笔家]?(?:项目|科目)?占了?"
    r"(?P<of>[^，。？]{0,12}?)的?(?:百分之(?:多少|几)|几成|(?:多大)?(?:比例|比重)(?:是)?(?:多少)?)[？?。呢]*$"
)
_FUND = regex("一般公共预算|政府性基金预算?|国有资本经营预算")
_ALL = regex("^(?:全部|所有|整个|总的?|全)")
_PER_CENT = regex("百分之(?:几|多少)")
_RATES = ("%", "个百分点", "倍", "‰", "成")
_SORRY = "问的是百分之几，只找到了金额，没有算出比例，不拿金额来回答。"


def nth_share(answer: Answer, text: str, whole: Callable[..., Answer], before: Talk) -> Answer:
    """The answer; where amounts are told for a share, the share of the one that is meant, or that there is none.

    ``whole`` answers a text in every way there is, in a conversation.
    """
    amounts = (
        answer.status is Status.ANSWERED
        and answer.figures
        and all(f.unit not in _RATES for f in answer.figures)
    )
    if not amounts:
        return answer
    said = _ASKS.match(text)
    at = count_said(said["n"]) if said is not None and said["n"] else 1
    ranked = answer.plan.get("operation") == Operation.RANK.value
    of = (_ALL.sub("", said["of"]) or _whole_of(answer)) if said is not None else ""
    if said is not None and ranked and of and len(answer.figures) >= at:
        figure = answer.figures[at - 1]
        fund = _FUND.search(before[-1].said) if before else None
        lead = fund[0] if fund is not None and _FUND.search(of) is None else ""
        question = f"{figure.entity}{figure.year}年{figure.label}占{lead}{of}的百分之多少"
        told = whole(question, conversation=aside())
        if told.status is Status.ANSWERED and told.figures and told.figures[0].unit == "%":
            return told.model_copy(update={"conversation_id": answer.conversation_id})
    only = _PER_CENT.search(text) is not None and "，" not in text
    return declined(answer, _SORRY) if only else answer


def _whole_of(answer: Answer) -> str:
    """What the list parts: all income, a class; empty where single names were set in order, which part nothing."""
    subject = answer.plan.get("subject")
    name = str(subject["name"]) if isinstance(subject, dict) else ""
    return "" if name in {figure.label for figure in answer.figures} else name
