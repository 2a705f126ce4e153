"""「前三大支出有哪些」 >> 「合计多少」: the largest that were just told, taken together (合计接问).

The question before is asked again with what is wanted of them, so that they stay the ones that were told.
"""

from __future__ import annotations

from ingest.patterns import regex
from service.follow.conversation import Talk
from service.model import Operation

_THEM = r"(?:那么?|这|它们|他们|前|[两三四五六七八九十几\d]{1,2}|[个项类大者]|的|，)*"
_ALL = r"(?:一共|合计|总共|总计|共计|加起来|加一起|合起来|相加|总和|总额)"
_SUM = regex(rf"^{_THEM}{_ALL}(?:是|有|花了|为)?(?:多少(?:钱|万元|万)?)?(?:呢|啊)?[？?。]*$")
#: How the list was asked for, behind what it is of.
_ASKED = regex(
    r"(?:分别)?(?:是|有|都有|都是)?(?:哪[些几]?[个项类]*|什么|啥)?(?:，?各?是?多少(?:钱)?|，?分别多少(?:钱)?)?[？?。呢啊]*$"
)


def top_then(text: str, talk: Talk) -> str:
    """The follow-up as it is meant; the text itself where no largest few were told just before."""
    last = talk[-1] if talk else None
    if last is None or not last.found or last.plan.operation is not Operation.RANK or last.plan.top < 2:
        return text
    if len(last.bodies) != 1 or last.plan.nth or last.plan.condition is not None or not last.said:
        return text
    return _ASKED.sub("", last.said, count=1) + "合计多少" if _SUM.match(text) else text
