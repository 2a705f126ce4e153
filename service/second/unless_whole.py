"""No whole for the part that is asked for, whichever way the answer was found (整体不代部分)."""

from __future__ import annotations

from ingest.patterns import regex
from service.accounts.named_whole import wider_whole
from service.contract import Answer
from service.projects.dimension_scores import not_of_dimension
from service.second.beyond import declined
from service.things.whole_for_part import whole_for_part


def unless_whole(answer: Answer, text: str) -> Answer:
    """The answer, unless it tells a whole for the part that is asked for."""
    sorry = whole_for_part(answer, text) or not_of_dimension(answer, text) or _of_place(answer, text)
    sorry = sorry or _no_standard(answer, text)
    return declined(answer, sorry) if sorry else answer


#: What somebody is given, or a rule says that he is.
_STANDARD = regex(r"(?<!超)标准|补[助贴多]|津贴|救助|低保|奖励|抚恤|待遇|[领拿发](?:到|取)?(?:多少|几|好多)")
_MEAN = regex(r"^平均每.{0,6}(?:本年|全年)?(?:支出|收入)(?:合计|总计)$")


def _no_standard(answer: Answer, text: str) -> str:
    """Why what a body spends over its own staff is no standard of what anybody gets."""
    mean = any(_MEAN.search(figure.label) for figure in answer.figures)
    return (
        "资料里没有写明单个对象的标准，只列有总数，所以没有给出数字。"
        if mean and _STANDARD.search(text)
        else ""
    )


def _of_place(answer: Answer, text: str) -> str:
    """Why a share of what a body spends is none of what the place around it does: 「占县里全部支出」."""
    share = next((f for f in answer.figures if f.unit == "%" and "占" in f.label), None)
    wider = wider_whole(text, share.entity) if share is not None else ""
    return f"公开资料只反映本部门的收支，没有「{wider}」，算不出占它的比例。" if wider else ""
