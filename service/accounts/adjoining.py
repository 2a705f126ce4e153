"""Accounts that stand right beside each other, where one makes another thing of the other (紧挨着的两个科目)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from service.accounts.beside import WHOLE_NAME
from service.model import Operation, Term
from service.read.hearing import Heard
from service.read.segments import Role, Word
from service.read.wording import Wording

_BY_USE = ("经济分类", "会议培训", "三公经费")
_SPENT = (*_BY_USE, "支出结构", "政府采购", "机关运行", "功能分类")

#: Kinds of the two, in the order said: 培训费结余, 三公经费结余, 印刷采购, 政府采购印刷费 are figures of their own.
_OF_THEIR_OWN: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (_SPENT, ("结转结余",)),
    ((*_BY_USE, "机关运行"), ("政府采购",)),
    (("政府采购",), _BY_USE),
    (("会议培训", "三公经费"), ("支出结构",)),
)
#: Operations that are asked of several: there each of them counts by itself.
_OF_SEVERAL = (Operation.SUM, Operation.COMPARE, Operation.DIFFERENCE, Operation.SHARE, Operation.TIMES)


def made_of_two(wording: Wording, heard: Heard, subject: Term | None) -> tuple[str, ...]:
    """「工会培训费」: the words of two accounts that make one thing, which neither of their figures is."""
    if heard.asked in _OF_SEVERAL or heard.added or re.search("各|分别", wording.text):
        return ()
    for one, other in _adjoining(wording, heard):
        if subject in (one.value, other.value) and _is_another(one, other):
            return (wording.text[one.start : other.end],)
    return ()


def _adjoining(wording: Wording, heard: Heard) -> Iterator[tuple[Word, Word]]:
    ends = wording.breaks | wording.stops | wording.gaps
    for one, other in pairwise(
        w for w in heard.words if w.role is Role.SUBJECT and isinstance(w.value, Term)
    ):
        between = wording.text[one.end : other.start]
        if between in ("", "的") and not ends.intersection(range(one.end, other.start + 1)):
            yield one, other


def _is_another(one: Word, other: Word) -> bool:
    assert isinstance(one.value, Term) and isinstance(other.value, Term)
    first, second = one.value, other.value
    if first.kind in _SPENT and second.name == "本年收入合计":
        return True  # 「培训收入」, 「物业收入」
    if any(first.kind in kinds and second.kind in of for kinds, of in _OF_THEIR_OWN):
        return True
    both = first.kind in _BY_USE and second.kind in _BY_USE and {first.kind, second.kind} != {"三公经费"}
    holds = first.name == "“三公”经费" or (first.code != "" and second.code.startswith(first.code))
    return both and first != second and not holds and not WHOLE_NAME.search(one.text)
