"""A bare reply to what was asked back, and a bare year: which question of the choices it means (答复反问).

「您问的是哪一年？」「2023」 asks the question before of 2023; 「财政局」 after 「哪个单位」 asks it of that one. A year
alone is that year's figure of what was spoken of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.concordance import bigrams
from ingest.patterns import regex
from ingest.text import chinese_number
from service.follow.conversation import Offer, Talk

#: What people say around the choice itself.
_AROUND = regex(
    r"^(?:就|那|那么|当然|嗯|我)*(?:(?:问|说|要|指|查|看|选)的?(?:就?是)?|是|查|看|选|要)?|(?:的|呢|吧|啊|呀|哦|那[个家年]|好了|[，。,.！!？?\s])+$"
)
_YEARS = regex(r"(?:20\d\d(?:年度?)?[、,，;；和与跟及到至\s—–~-]*)+")
_ONE = regex(r"20\d\d")
_PLACE = regex(r"(?:选|第)?(?P<place>[一二三四五六七八1-8])(?:个|家|项|种|号)?")
_ASKS = regex(r"多少|几|什么|啥|哪|谁|怎|为何|吗|百分|占比|[加减]起来|一共|合计|[？?]|率$|比例$|对比|比较")
#: What is said for politeness, or to leave it, is no choice.
_POLITE = regex(r"谢|你好|您好|算了|不用|不问|没事|好的|知道了|明白|再见|都|全部|所有")
_NEWEST = regex(r"最新|最近(?:的?一?年|一份)?|最后一年")
#: No reply is longer.
_LONGEST = 24


def replied(text: str, offer: Offer | None, talk: Talk) -> str:
    """The question that a reply means; the text itself where it is none."""
    bare = _AROUND.sub("", text)
    if (
        offer is not None
        and bare
        and len(bare) <= _LONGEST
        and not _ASKS.search(bare)
        and not _POLITE.search(bare)
    ):
        return _chosen(bare, offer) or text
    if talk and _YEARS.fullmatch(text.strip()) and not re.search("[到至—–~-]", text):
        return "、".join(f"{year}年" for year in _ONE.findall(text)) + "呢"
    return text


def _chosen(bare: str, offer: Offer) -> str:
    """The question of the choice that is named by its place or its label, else the one asked back with the reply."""
    place = _PLACE.fullmatch(bare)
    if place:
        number = int(place["place"]) if place["place"].isdigit() else chinese_number(place["place"]) or 0
        return offer.options[number - 1][1] if number <= len(offer.options) else ""
    labels = [label for label, _ in offer.options]
    if _NEWEST.fullmatch(bare) and all(_ONE.match(label) for label in labels):
        return max(offer.options)[1]
    named = _named(bare, offer.options)
    if named:
        return named
    if _YEARS.fullmatch(bare):
        return "、".join(f"{year}年" for year in _ONE.findall(bare)) + offer.said
    # What is a question of its own says again what it is about.
    return "" if set(bigrams(bare)) & set(bigrams(offer.said)) else bare + offer.said


def _named(bare: str, options: Sequence[tuple[str, str]]) -> str:
    """The question of the only choice whose label is the reply, or has it within."""
    for fits in (str.__eq__, str.__contains__, str.endswith):
        found = [question for label, question in options if fits(label, bare)]
        if len(found) == 1:
            return found[0]
    return ""
