"""Why a figure moved and by how much, asked in one breath: 「怎么涨了，到底多花多少」 (原因与数额同问).

The reason alone is half an answer: the figure is asked for by itself, of what the question names, and told before it.
"""

from __future__ import annotations

from ingest.patterns import regex
from service.contract import Answer, Status
from service.second.merge import merge
from service.second.two_asked import Ask

_WHY = r"(?:为什么|为啥|为何|怎么|咋|凭什么)(?:会|就|又|一下子?|突然|还|这么)*"
_MOVED = r"(?:[涨多增升超降少减跌高低]|变[多少])[^，,。？?]{0,6}"
#: The reason first or last; the number behind or before it.
ASKS_BOTH_HALVES = regex(
    rf"^(?P<what>[^，,。？?]{{3,40}}?){_WHY}{_MOVED}[，,。？?；;\s]+(?:到底|究竟|具体|实际|总共|一共|又|是|那)*"
    r"(?P<much>(?:比|较|跟|和)?[^，,。？?]{0,8}?[多少涨增升降减超高低][^，,。？?]{0,3}?(?:多少|几)[^，,。？?]{0,6})[？?。]*$"
)
_THAN = regex(r"比|较|跟|和|上年|去年|预算|年初")


def why_and_how_much(answer: Answer, text: str, ask: Ask) -> Answer | None:
    """By how much it moved, then why; None where the number was told already, or is not found."""
    said = ASKS_BOTH_HALVES.match(text)
    if said is None or answer.status is not Status.ANSWERED or answer.figures:
        return None
    against = "" if _THAN.search(said["much"]) else "比上年"
    moved = ask(f"{said['what']}{against}{said['much']}")
    if moved.status is not Status.ANSWERED or not moved.figures:
        return None
    return merge([moved, answer], answer.conversation_id)
