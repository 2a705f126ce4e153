"""How far an indicator came from what was aimed at: 「比目标拖了几天」, 「离计划差多少座」 (与目标之差).

What it came to and what was aimed at are asked for each by itself, and must be of one indicator, in units that convert.
"""

from __future__ import annotations

from decimal import Decimal

from ingest.numbers import plain
from ingest.patterns import regex
from service.contract import Answer, Figure, Status
from service.model import CONFIDENT
from service.second.two_asked import Ask, Pair, both

_OWN = (
    r"(?:自己|自身|单位|原先|原来|原定|当初|年初|事先|本来|预先|最初|既定|年度|全年"
    r"|所|设|设定|下达|制定|规定|定下|定|的|那个|这个)*"
)
_AIM = r"(?:目标|计划(?!生育)|指标|任务|预期|要求|规定|承诺)(?:值|数|任务|要求|时间|时限|水平|的)*"
_WAY = r"(?P<way>提前|提早|缩短|相差|滞后|推迟|延后|延迟|拖|晚|慢|快|早|超|差|多|少|高|低|长|短|逾)"
#: The distance from what was aimed at, by a word for its side or by none.
ASKS_OFF_TARGET = regex(
    rf"[，,]?(?:实际|实际上|真正)?(?:比(?!例|重|如|率)|较|跟|和|与|同|离|距离?){_OWN}{_AIM}(?:相比|比起来|，|,)?(?:实际|还|又|要|都|整整|总共|一共)*"
    rf"{_WAY}(?:[了出来得做买建办花用完成收种修到]|期|额)*(?:多少|几)"
    rf"|[，,]?{_OWN}{_AIM}(?:跟|和|与|同)(?:最后|最终)?(?:实际|真正|完成|做)[^，。？\d]{{0,6}}?相?差(?:[了出]|额)*(?:多少|几)"
    rf"|[，,]?(?P<beyond>超额)(?:完成)?了?(?:多少|几)"
    rf"|[，,]?(?:超过|超出|高于|低于|多于|少于){_OWN}{_AIM}[^，。？\d]{{0,4}}(?:多少|几)"
    rf"|[，,]?{_OWN}{_AIM}(?:跟|和|与|同|、)(?:实际|真正|最后|最终)上?[^，。？\d]{{0,6}}?(?P<apart>相?差(?!旅)|差距)[了有是]*(?:多少|几|多大)"
)
#: Sides that are counted from what came about up or down to what was aimed at: 提前了几天.
_EARLIER = ("提前", "提早", "缩短", "快", "早")
_NO_SIDE = ("差", "相差", "差距")
#: A column that says so in its own brackets: 人员福利费用（年初目标值（A））.
_COLUMN = regex(r"（(?:[^（）]|（[^（）]*）)*(?:值|情况|目标|计划)(?:[^（）]|（[^（）]*）)*）$")
_IS_AIM = regex("目标|指标值|计划|预期")
_DONE, _AIMED = "实际完成值", "目标值"


def off_target(answer: Answer, text: str, ask: Ask) -> Answer | None:
    """The distance with both figures; None where one of them is not told, or they are of two indicators."""
    said = ASKS_OFF_TARGET.search(text)
    if said is None:
        return None
    for name in dict.fromkeys((_told(answer), text[: said.start()])):
        pair = Pair(f"{name}{_DONE}是多少", f"{name}{_AIMED}是多少", sure=CONFIDENT) if name else None
        made = both(pair, ask) if pair is not None else None
        if made is not None and _of_one(made.figures[1:]):
            return _with_side(made, said["way"] or said["apart"] or "")
    return None


def _told(answer: Answer) -> str:
    """The indicator that was told, with whose it is and of which year; empty where none was."""
    if answer.status is not Status.ANSWERED or len(answer.figures) != 1:
        return ""
    figure = answer.figures[0]
    name = _COLUMN.sub("", figure.label)
    return f"{figure.entity}{figure.year}年{name}" if name != figure.label else ""


def _of_one(figures: list[Figure]) -> bool:
    """Whether the figures are of one indicator: what it came to, and what a column of targets says."""
    names = {_COLUMN.sub("", figure.label) for figure in figures}
    aims = [bool((column := _COLUMN.search(f.label)) and _IS_AIM.search(column[0])) for f in figures]
    return len(names) == 1 and aims == [False, True]


def _with_side(made: Answer, way: str) -> Answer:
    """The distance as it is asked for: what is early is counted backwards, what is only apart has no side."""
    gap = made.figures[0]
    value = Decimal(gap.value)
    turned = way in _EARLIER or (way in _NO_SIDE and value < 0)
    if not turned:
        return made
    sides = gap.formula.split(" = ")[0].split(" − ") if gap.formula else []
    formula = f"{sides[1]} − {sides[0]} = {plain(-value)}" if len(sides) == 2 else gap.formula
    told = gap.model_copy(update={"value": plain(-value), "formula": formula})
    return made.model_copy(update={"figures": [told, *made.figures[1:]]})
