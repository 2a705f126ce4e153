"""How many of what come on a day or a month, where that is asked with the thing behind the number (日均件数).

「平均一天要办多少件投诉」 is 「办投诉平均每天多少件」: the count by its name, over the days. What goes by quite another name is
not told for it.
"""

# ruff: noqa: E501 - rows are read whole
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ingest.patterns import regex
from service.contract import Answer, Status
from service.follow.conversation import aside
from service.scope.named_in import Named
from service.second.beyond import declined
from service.second.per_one_said import UNITS

_SORRY = "问的是平均到每天（月）的数量，没有找到这个数量，不拿别的数来回答。"


@dataclass(frozen=True, slots=True)
class _Daily:
    """How many of what on the mean in a time: 「平均一天要办多少件投诉」."""

    verb: str
    noun: str
    unit: str
    time: str


_DAILY = regex(
    rf"平均(?:下来)?(?:每一?|一)个?(?P<time>天|日|月|周|季度)(?:要|得|能|大概|大约|都|会)*(?P<verb>[\u4e00-\u9fff]{{1,4}}?)(?:了|到)?(?:多少|几|好多)(?P<unit>{UNITS})?(?P<noun>(?!钱|元|万|块|经费|费用|资金)[\u4e00-\u9fff]{{2,10}})[？?。]*$"
)


def _said(text: str) -> _Daily | None:
    """What is counted by the day, or another time, of a text without who and when."""
    said = _DAILY.search(" ".join(text.split()))
    return _Daily(said["verb"], said["noun"], said["unit"] or "", said["time"]) if said is not None else None


def per_time(
    answer: Answer, text: str, whole: Callable[..., Answer], read: Callable[..., Named | None]
) -> Answer:
    """The answer, or the mean by the time of what is named; none where only something else is told."""
    said = _said(text)
    if said is None or not (answer.status is Status.NO_ANSWER or _is_of_another(answer, said)):
        return answer
    named = read(text, placed=True)
    if named is None or len(set(named.bodies)) != 1 or len(set(named.years)) > 1:
        return answer
    year = named.years[0] if named.years else answer.plan.get("year") or ""
    for name in (f"{said.verb}{said.noun}", said.noun):
        plainly = (
            f"{named.bodies[0]}{year}{'年' if year else ''}{name}平均每{said.time}多少{said.unit or '个'}"
        )
        told = whole(plainly, conversation=aside())
        if told.figures and told.figures[0].formula and not _is_of_another(told, said):
            return told.model_copy(update={"conversation_id": answer.conversation_id})
    return answer if answer.status is Status.NO_ANSWER else declined(answer, _SORRY)


def _is_of_another(answer: Answer, said: _Daily) -> bool:
    """Whether what is told shares not a character of its name with what is asked."""
    return bool(answer.figures) and not set(said.noun) & set(answer.figures[0].label)
