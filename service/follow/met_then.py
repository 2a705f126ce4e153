"""How many were met, or not, asked after the number of them all: 「没完成几项」 (追问完成数)."""

from __future__ import annotations

from ingest.patterns import regex
from service.follow.conversation import Talk

_SHORT = regex(
    r"^(?:那么?|其中|里面|这里面|最后|结果|到头来|实际|又|有|，)*"
    r"(?:(?:(?:没有?|未|不)(?:能)?|一共|总共|都|全)*(?:完成|达标|达到|达成|实现|做到)(?:目标)?(?:了|的)*(?:有|是)?(?:几|多少)[项个条]"
    r"|(?:几|多少)[项个条](?:没有?|未|不)?(?:能)?(?:完成|达标|达到|达成|实现|做到))(?:了|呢|啊|呀|的)*[？?。！!]*$"
)
_ALL = regex(r"(?:绩效|考核|年度|目标)*指标")


def met_then(text: str, talk: Talk) -> str:
    """The follow-up with the name of what was counted; the text itself where that was no indicators."""
    if not talk or not _SHORT.match(text):
        return text
    last = talk[-1].plan
    named = _ALL.search(last.subject.name if last.subject is not None else "") or _ALL.search(last.text)
    return f"绩效指标{text}" if named else text
