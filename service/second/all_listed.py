"""Several things that a question lists, of which the answer tells fewer: never some of them for all (所列俱全).

「底薪、津贴、奖金加个总」, 「买东西、搞工程、请服务谁多」, 「最贵的三样」: where one was not understood, nothing is
told, so that each may be looked for by itself.
"""

from __future__ import annotations

from collections.abc import Callable

from ingest.patterns import regex
from ingest.text import count_said
from service.contract import Answer, Status
from service.scope.named_in import Named
from service.second.beyond import declined
from service.second.operands_said import OF_CHANGE

_HOLE = "\0"
#: Three things and more with commas of a list between; the last may stand behind 和.
_LISTED = regex(
    r"[\u4e00-\u9fff“”（）]{1,10}、[\u4e00-\u9fff“”（）]{1,10}?(?:、[\u4e00-\u9fff“”（）]{1,10}?)*(?:[、和与及跟]|以及|还有)[\u4e00-\u9fff“”（）]{2,10}"
)
_BRACKETS = regex(r"[（(][^（()）]*[)）]|[“「\"][^“”「」\"]*[”」\"]|[\u4e00-\u9fff]{2,10}表[里中上]?[、\s]")
_PARTED = regex("和|与|及|跟|以及|还有")
#: What is done with all of them: added, set in order, told one by one.
_TOGETHER = regex(r"加|合计|总和|之和|一共|总共|共计|拢共|[哪谁]|排|最|各|分别|次序|顺序|多少|几")
#: So many of the largest.
_TOP = regex(r"(?:最[大多高贵]|前|头)(?:的)?(?P<number>[两三四五六])(?:大)?[样项个种笔名位](?!月|季|年)")
_SORRY = "问的是几样，没有都找到，只说其中几样会让人误会，所以没有给出。"


def all_listed(answer: Answer, text: str, read: Callable[..., Named | None]) -> Answer:
    """The answer; none where it tells fewer things than the question lists. A change is told in figures of its own,
    and none of them is left out."""
    if (
        OF_CHANGE.search(text)
        or answer.status is not Status.ANSWERED
        or not answer.figures
        or "没有" in answer.answer
    ):
        return answer
    if len({f.entity for f in answer.figures}) > 1 or len({f.year for f in answer.figures}) > 1:
        return answer
    wanted = _wanted(text, read)
    return declined(answer, _SORRY) if wanted > _told(answer) else answer


def _wanted(text: str, read: Callable[..., Named | None]) -> int:
    """How many things a text lists, or how many of the largest it wants; 0 where it does neither."""
    top = _TOP.search(text)
    if top is not None:
        return count_said(top["number"])
    if "、" not in text or not _TOGETHER.search(text):
        return 0
    named = read(text)
    if named is None:
        return 0
    said = _BRACKETS.sub("", named.masked.replace(_HOLE, " "))
    for name in named.accounts:  # 社会保障和就业 is one
        own = name.removesuffix("支出")
        if _PARTED.search(own) and own in said:
            said = said.replace(own, _PARTED.sub("", own))
    listed = _LISTED.search(said)
    if listed is None:
        return 0
    *_, last = items = listed[0].split("、")
    return len(items) + len(_PARTED.split(last)) - 1


def _told(answer: Answer) -> int:
    """How many things are told, each as a figure or as an operand of one."""
    labels = {f.label for f in answer.figures if not f.formula}
    operands = {one.label for f in answer.figures for one in f.inputs}
    return max(len(labels | operands), answer.answer.count("、") + 1 if len(answer.figures) == 1 else 0)
