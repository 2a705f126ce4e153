"""Money handed out, asked for by a verb that counts too: 「…补助发了多少」 as 「…补助多少钱」 (发了多少钱)."""

from __future__ import annotations

from ingest.patterns import regex
from service.contract import Answer, Status
from service.second.two_asked import Ask

_MONEY = r"(?:补贴|补助|补偿|津贴|奖金|资金|工资|救助金|抚恤金|慰问金|款)"
_GIVEN = r"(?:一?共|总共|实际|到底|都)*(?:发放?|下?拨付?|兑付|支付|给)(?:出去|下去)?了?(?:多少|几多)"
#: The money before its verb, or behind how much of it.
_ASKED = (
    (regex(rf"(?P<money>{_MONEY}){_GIVEN}(?!万?[人户名家次个套份批])"), r"\g<money>多少钱"),
    (regex(rf"(?<=[\u4e00-\u9fff]){_GIVEN}(?:钱的)?(?P<money>{_MONEY})"), r"\g<money>多少钱"),
)


def in_money(answer: Answer, text: str, ask: Ask) -> Answer | None:
    """The answer to how much money it was; None where none is found."""
    for asked, plain in _ASKED:
        again = asked.sub(plain, text, count=1)
        if again == text:
            continue
        told = ask(again)
        money = bool(told.figures) and all(figure.unit.endswith("元") for figure in told.figures)
        if told.status is Status.ANSWERED and money and "没有在" not in told.answer:
            return told
    return None
