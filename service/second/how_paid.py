"""How money is handed out is asked: the words that say so, and no total (怎么发).

「搬迁补助是怎么发的，头一回给多少」: what each gets, when and in how many turns stands in a sentence of the text; the
account's total is no answer to it, and the amount asked for behind it may be in the same sentence.
"""

from __future__ import annotations

from ingest.patterns import regex
from service.contract import Answer, Status
from service.second.two_asked import Ask

ASKS_HOW_PAID = regex(
    r"(?:怎么|怎样|咋个?|如何|按什么)(?:标准)?(?:发|补|拨|兑|付)(?:放|付|给|下来|下去)?的?(?=[，。？?,啊呀呢\s]|$)"
)
SORRY_HOW_PAID = "问的是怎么发放，资料里只找到了金额，没有找到写明办法的文字。"
_TOLD = regex(r"标准|每|[按分]|写道")


def tells_how(answer: Answer) -> bool:
    """Whether more is told than an amount: what one gets, or a sentence of the text."""
    return not answer.figures or _TOLD.search(answer.answer) is not None


def how_paid(answer: Answer, text: str, ask: Ask) -> Answer | None:
    """What the text says of how it is handed out, asked without what stands behind; None where it says nothing."""
    asked = ASKS_HOW_PAID.search(text)
    if asked is None or asked.end() == len(text):
        return None
    told = ask(text[: asked.end()])
    return told if told.status is Status.ANSWERED and not told.figures else None
