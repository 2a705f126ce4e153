"""No whole for the part that is asked for, whichever way the answer was found (整体不代部分)."""

from __future__ import annotations

from service.accounts.named_whole import wider_whole
from service.contract import Answer
from service.projects.dimension_scores import not_of_dimension
from service.second.beyond import declined
from service.things.whole_for_part import whole_for_part


def unless_whole(answer: Answer, text: str) -> Answer:
    """The answer, unless it tells a whole for the part that is asked for."""
    sorry = whole_for_part(answer, text) or not_of_dimension(answer, text) or _of_place(answer, text)
    return declined(answer, sorry) if sorry else answer


def _of_place(answer: Answer, text: str) -> str:
    """Why a share of what a body spends is none of what the place around it does: 「占县里全部支出」."""
    share = next((f for f in answer.figures if f.unit == "%" and "占" in f.label), None)
    wider = wider_whole(text, share.entity) if share is not None else ""
    return f"公开资料只反映本部门的收支，没有「{wider}」，算不出占它的比例。" if wider else ""
