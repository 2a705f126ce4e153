"""The rate of the change that was told, however it is asked for: 「请换算为变动率」 (再问幅度)."""

# ruff: noqa: E501 - rows are read whole
from __future__ import annotations

from ingest.patterns import regex
from service.follow.conversation import Talk
from service.model import Operation

_WAY = r"(?:增加|减少|增长|下降|上升|增减|变化|变动|同比|涨跌|[增减降涨跌升])"
_RATE = rf"(?:{_WAY}了?的?)?(?:百分之(?:几|多少)?|百分比|百分数|百分率|幅度|比[例率]|几成|%)(?!点)|{_WAY}率|[增降涨减跌]幅"
_EMPTY = (
    rf"{_WAY}了?|[\s，,、；;：:？?。（()）]|换算|折算|折合|换成|算成|改成|转成|表示|来说|的话|[按用以拿成为是有合]|多少|几何|多大|几个?|请|再|那么?|也就|麻烦|你|给|我|讲讲?|说说?|算|报|列|写"
    r"|一?下|出来|具体|大概|大约|这|它|数|[的了个来]|[吧呢啊呗嘛呀哦]|看"
)
_SAID = regex(rf"^(?:{_RATE}|{_EMPTY})+$")
_HAS_RATE = regex(_RATE)
#: A piece before it that asks for nothing and names nothing: 「光说钱我没概念」.
_ASKS = regex(r"多少|几|哪|什么|吗|[费款金]|支出|收入|经费|\d")
_PIECES = regex(r"[，,；;。！!？?]+")


def rate_then(text: str, talk: Talk) -> str:
    """The follow-up as it is understood; the text itself where it asks for no rate, or no change was told."""
    last = talk[-1] if talk else None
    if last is None or not last.found or last.plan.operation is not Operation.CHANGE:
        return text
    pieces = [piece for piece in _PIECES.split(text) if piece]
    while len(pieces) > 1 and not _SAID.match(pieces[0]) and not _ASKS.search(pieces[0]):
        pieces = pieces[1:]
    said = "，".join(pieces)
    return "增减百分之几" if _SAID.match(said) and _HAS_RATE.search(said) else text
