"""Whether an indicator met its target: 「满意度达标了吗」 (达标没有).

Target and outcome are asked for by the indicator's name and told side by side. Whether it was met is told only where
the name says from which side a target binds: a satisfaction, a cost. Of others only which of both is higher is told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from ingest.numbers import plain
from ingest.patterns import regex
from ingest.text import fold
from service.contract import Answer, Figure, Status
from service.figures.aim_said import AIM_TOLD
from service.follow.conversation import aside
from service.read.terms import overlap

_TARGET = (
    r"(?:达标|达到(?:了)?(?:年度|年初|绩效|预期|当初定?的)*(?:目标|指标|要求)(?:值)?"
    r"|完成(?:了)?(?:年度|年初|绩效)*目标)"
)
_ASKED = regex(
    rf"[，,、？?\s]*(?:最[后终]|实际|到底|究竟|那|又)*(?:(?:有没有|是否|是不是|算不算)(?:已经)?{_TARGET}|{_TARGET}了?(?:没有?|吗|么|嘛|不)|达没达标|达没达到(?:目标|指标|要求)|达不达标)[呢啊]?[？?。]*$"
)
#: What asked for the figure itself before it.
_AMOUNT = regex(
    r"(?:的?(?:实际)?(?:是|为|有|达到?|做到|完成)*(?:了)?(?:多少|几|百分之几|多高)[个件次人家座%]?|[，,、\s])+$"
)
#: The target is asked for behind the outcome: 「平均成本实际多少元，指标要求不超过多少」.
_AND_AIM = regex(
    r"[，,？?\s]+(?:那|而|又)*(?:年初|年度|考核|绩效|当初|原来|定)*的?(?:指标|目标)(?:值|要求|数)?(?:是|为|要求|定)*(?:不超过|不低于|不少于|不高于|至少|最多|控制在)?(?:是|为)?(?:多少|几)[个件次人家元天%]?[？?。]*$"
)
_MUCH = regex(r"多少|几|百分之")
_LABEL = regex(r"（[^（）]*）$")
#: An indicator is called 甲占乙比例.
_SHARE = regex(r"的(?=比[例重]$)")
_COLUMN = regex(r"^(?P<name>.+)（(?P<column>[^（）]*)）$")
_AIM, _DONE = regex("指标值|目标值|目标|计划"), regex("完成|实际")
#: Indicators, by their names and sorts, of which less is wanted, and those of which more is.
_LESS = regex(
    r"成本|单价|投诉率|事故|死亡率|发病率|差错率|误差率|损耗率|辍学率|流失率|返工率|超标率|空置率|违[法规]率"
)
_MORE = regex(r"满意|合格率|完成率|及时率|达标率|覆盖率|优良率|好评率")
#: So many pairs of characters of its name must be said.
_LEAST = 2
#: How both are asked for: of a row of a form, of a sentence.
_NEEDS = ("的年度指标值和实际完成值是多少", "的计划和实际分别是多少")


def up_to_target(answer: Answer, text: str, whole: Callable[..., Answer]) -> Answer:
    """The answer; where it is asked whether an indicator met its target, both of them and which way it went."""
    said = _ASKED.search(text) or _AND_AIM.search(text)
    if said is None or answer.status is Status.OUT_OF_SCOPE or AIM_TOLD.search(answer.answer):
        return answer
    name = _SHARE.sub("", _AMOUNT.sub("", text[: said.start()]))
    for asked in _ways(name, text[: said.start()], whole):
        told = whole(asked, conversation=aside())
        if (of := _both(told)) is not None and overlap(fold(of), fold(name)) >= _LEAST:
            aim, done = told.figures
            row = next((c.row for i, c in enumerate(told.citations) if i == aim.citation), "")
            said_so = _told(of, row, aim, done)
            return told.model_copy(update={"answer": said_so, "conversation_id": answer.conversation_id})
    return answer


def _ways(name: str, before: str, whole: Callable[..., Answer]) -> Iterator[str]:
    """The questions for both by the name that is said, then by that of the outcome, where the words before find it."""
    if not name:
        return
    yield from (f"{name}{need}" for need in _NEEDS)
    found = whole(before, conversation=aside()) if _MUCH.search(before) else None
    if found is not None and found.status is Status.ANSWERED and len(found.figures) == 1:
        figure = found.figures[0]
        label = _LABEL.sub("", figure.label)
        yield f"{figure.entity}{figure.year}年度{label}{_NEEDS[0]}"


def _both(told: Answer) -> str | None:
    """The name of the one thing whose target and outcome are told, in one unit; None where something else is."""
    if (
        told.status is not Status.ANSWERED
        or len(told.figures) != 2
        or told.figures[0].unit != told.figures[1].unit
    ):
        return None
    aim, done = (_COLUMN.match(figure.label) for figure in told.figures)
    if aim is None or done is None or aim["name"] != done["name"]:
        return None
    return aim["name"] if _AIM.search(aim["column"]) and _DONE.search(done["column"]) else None


def _told(name: str, row: str, aim: Figure, done: Figure) -> str:
    """Target and outcome, and whether the one was met where it is known from which side the target binds."""
    target, reached = Decimal(aim.value), Decimal(done.value)
    lead = f"{done.entity}{done.year}年度{name}"
    both = f"{lead}：目标值 {plain(target)} {aim.unit}，实际完成 {plain(reached)} {done.unit}"
    if target == reached:
        return f"{both}，达到了目标值。"
    way = "高于" if reached > target else "低于"
    less = _is_less(f"{row}{name}")
    if less is None:
        return f"{both}，实际{way}目标值。"
    kept = "没有超过控制数" if less else "已达标"
    return f"{both}，实际{way}目标值，{kept if (reached < target) is less else '未达标'}。"


def _is_less(name: str) -> bool | None:
    """Whether less than the target is wanted of an indicator; None where its name does not say."""
    return True if _LESS.search(name) else False if _MORE.search(name) else None
