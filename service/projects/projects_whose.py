"""Whose projects a question asks for: those that a unit carries out, said by it or in a follow-up (问谁的项目)."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.patterns import regex
from ingest.text import fold
from service.model import Operation, Plan
from service.projects.projects import PROJECTS

#: How a column that names such a unit is headed.
DOER = r"(?:实施|承担|责任|主管|执行|牵头|承办|申报|项目|预算|负责|使用)(?:单位|主体|部门|科室|处室)"
#: How a condition on that column is said: by the column's own heading, by what is done, by whose they are.
_SAID: tuple[re.Pattern[str], ...] = tuple(
    regex(pattern)
    for pattern in (
        rf"{DOER}(?:一栏|那栏|栏)?(?:里|中)?(?:是|为|写的?是?|填的?是?|属于?|列的?是?)(?P<who>[^，。？]{{2,20}}?)(?:的|，|。|？|$|项目)",
        r"由(?P<who>[^，。？]{2,20}?)(?:负责|实施|承担|牵头|承办|来?做|来?干|管|执行|组织)",
        r"(?P<who>[^，。？由]{2,20}?)(?:负责|实施|承担|牵头|承办|名下|手里|手上|在做|管着?)的?(?:有)?(?:哪|几|多少|什么|啥|项目)",
        r"(?P<who>(?:局|委|厅|办|院|部|处|单位)?(?:本级|本部|机关))(?:自己|自身)?的?(?:项目|有几个项目|有哪些项目)",
    )
)
_PROJECT = regex(r"项目(?!支出|级|概况|内容|依据|周期)|(?:实施|承担|负责|承办|执行)的项目支出")
_NOT_ASKED = regex(r"谁|哪[个家]?(?:单位|部门|科室)|什么单位|啥单位|为什么|为啥|怎么|如何")
_SHORT = 14
#: What a follow-up asks of the projects that were picked out.
_OF_THEM: tuple[tuple[re.Pattern[str], Operation], ...] = (
    (regex(r"(?:最[多大高少小低]|第[二三四五])[^，。？]*"), Operation.RANK),
    (regex(r"(?:那|这些|它们|分别|各自?|都|是|有|叫)*(?:哪些|哪几个|什么|啥)(?:项目)?(?:呢)?"), Operation.LIST),
    (regex(r"(?:那|这些|它们|一共|总共|合计|共|安排|花|要|用|了|是|有)*多少(?:钱|万元|资金|万)?(?:呢)?"),
     Operation.SUM),
)  # fmt: skip


def whose(text: str) -> re.Match[str] | None:
    """What a question says of who carries the projects out (group ``who``); None where it says nothing of that."""
    if not _PROJECT.search(text) or _NOT_ASKED.search(text):
        return None
    return next((match for pattern in _SAID if (match := pattern.search(text))), None)


def on_whose(plan: Plan, before: Plan) -> Plan | None:
    """A follow-up on the projects of one unit, with whose they are; None where it is on something else."""
    said = whose(fold(before.text))
    text = fold(plan.text)
    if said is None or len(text) > _SHORT:
        return None
    asked = next((operation for pattern, operation in _OF_THEM if pattern.fullmatch(text)), None)
    if asked is None:
        return None
    of_them = said[0] if "项目" in said[0] else f"{said[0]}的项目"
    return replace(plan, operation=asked, subject=PROJECTS, text=f"{of_them}{text}", year=before.year, taken=(),
                   explained=1.0, assumed=False, condition=None)  # fmt: skip
