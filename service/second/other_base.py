"""A change that is told against another figure of the year before than the one that is said (比的是另一个数).

「2025年预算跟2024年决算比差多少」 is not answered by how far it is off the budget of 2024.
"""

from __future__ import annotations

from ingest.patterns import regex
from service.contract import Answer, Status
from service.second.beyond import declined

_TOLD = regex(r"比(?P<year>20\d\d)年(?P<base>年初预算|预算|决算|执行)")
_SAID = r"{year}年(?:度)?的?(?P<base>年初|预算|决算|实际|执行)"
_BUDGET = ("年初预算", "预算", "年初")
_SORRY = "没有找到{year}年{base}的数，只找到了与那一年别的数相比的结果，所以没有给出。"
_NAMES = {"年初": "年初预算", "实际": "决算", "执行": "执行数"}


def unless_other_base(answer: Answer, text: str) -> Answer:
    """The answer; none where its change is off a budget and one off what was spent is asked for, or the other way."""
    if answer.status is not Status.ANSWERED or not answer.figures:
        return answer
    told = _TOLD.search(answer.figures[0].label)
    said = regex(_SAID.format(year=told["year"])).search(text) if told is not None else None
    if told is None or said is None or (told["base"] in _BUDGET) == (said["base"] in _BUDGET):
        return answer
    base = _NAMES.get(said["base"], said["base"])
    return declined(answer, _SORRY.format(year=told["year"], base=base))
