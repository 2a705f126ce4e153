"""What was bought, spoken of on: its sorts by their short names, two things under the heading told last (采购接问)."""

from __future__ import annotations

from ingest.accounts import label_to_account
from ingest.patterns import regex
from service.follow.conversation import Talk, Turn
from service.purchases.purchases import BUYING, KIND
from service.read.sorts_bought import sorts_whole

#: Two things held against each other, 「那住宿比餐饮多多少」「住宿和吃饭哪个预算大」.
_AGAINST = regex(
    r"^(?:那么?|，)*(?P<lead>[^，。？]{2,10}[，,])?(?P<one>[\u4e00-\u9fff]{2,10}?)(?:比|和|跟|与)(?P<other>[\u4e00-\u9fff]{2,8}?)"
    r"(?P<ask>[要更]?[多少贵](?:出|了|花|用)*(?:多少|几)|[，,]?(?:哪一?[个样种项]|谁)|(?:相?差)(?:多少|几)).*$"
)


def sorts_then(text: str, talk: Talk) -> str:
    """The follow-up with both sorts by their whole names, or with the heading; the text itself where no purchases
    were spoken of."""
    last = talk[-1] if talk else None
    if last is None or BUYING.search(text):
        return text
    subject = last.plan.subject
    bought = subject is not None and subject.kind == KIND
    whole = sorts_whole(text, buying=True) if bought else text
    said = _AGAINST.match(text)
    if whole != text or said is None or not (bought or BUYING.search(last.said)):
        return whole
    if any(label_to_account(said[name]) for name in ("one", "other")):
        return text  # 「差旅费比培训费多多少」 is of accounts
    return f"采购{'' if said['lead'] else _heading(last)}{text.removeprefix('那')}"


def _heading(last: Turn) -> str:
    """The project that the purchase told last was made for."""
    subject = last.plan.subject
    return f"{subject.path[1]}，" if subject is not None and len(subject.path) > 1 else ""
