"""What is asked of a project after it was told of: its outcome, rate, score: 「那实际花了呢」「它的绩效得分呢」 (追问项目).

The follow-up is made a question on the project by its name, so that it stays the project's own figure and never that
of an account or of an indicator that is called alike.
"""

# ruff: noqa: E501 - rows are read whole
from __future__ import annotations

import re

from ingest.patterns import regex
from service.follow.conversation import Talk, Turn
from service.model import CODED_KINDS, Operation

_LEAD = r"^(?:那么?|但是?|可是?|不过|结果|最后|最终|后来|到头来|又|真正|到底|它的?|其|该项目的?|这[个项]?项?目?的?|那个?项目的?|自评|绩效|评价|评估|，|,)*"
_END = r"(?:是|有|为|到|得)?(?:了)?(?:多少|几|多高|百分之几|怎么样|如何)?(?:个?(?:钱|万元|元|分|%))?(?:呢|啊|呀)?[？?。！!]*$"
#: How what is wanted of it is said, and how it is asked of the project.
_ROWS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (regex(rf"{_LEAD}(?:{pattern}){_END}"), asked)
    for pattern, asked in (
        (r"(?:实际|真正|全年)*(?:花|用|支出|执行|完成|支付)(?:掉|出去|出)?(?:了|的)?(?:钱|资金|金额|数)?|实际|执行(?:数|情况|结果)|决算数?", "执行数多少"),
        (r"(?:预算)?(?:的)?(?:执行率|完成率|支出进度|执行进度|预算完成率)|(?:完成|执行|用掉|花掉)了?(?:全年|年初)?预算的?", "执行率多少"),
        (r"(?:总|自评|评价|绩效|考核|最终)*(?:得|评|打)?分(?:数)?|得了|打了|评了", "得分多少"),
        (r"(?:年初|原来的?|当初的?)预算(?:数|安排)?", "年初预算多少"),
        (r"(?:全年|调整后?的?)预算(?:数|安排)?", "全年预算多少"),
        (r"预算(?:数|安排|批)?", "预算多少"),
    )
)  # fmt: skip
#: What is asked of its review or its form, kept in the words that ask for it.
_OF_REVIEW = regex(
    rf"{_LEAD}(?P<asked>(?:[\d一二两三四五六七八九十]+[个项])?(?:绩效)?(?:指标)?[里中]?[，,]?(?:还|又|都)?(?:有)?(?:哪|几|发现|存在|没|未|扣|有什么|改进|怎么改)[^，。？]{{0,14}}(?:问题|不足|措施|满分|扣分|改进)[^，。？]{{0,6}})[？?。]*$"
)
_SCORE = regex("分")
#: How a question says that a project is meant, where the name is an account's too.
_SAID = r"[”\"]?(?:这|那)?(?:个|一)?项目(?!支出|级)"
_OPERATIONS = (Operation.LOOKUP, Operation.COMPLETION, Operation.VARIANCE)


def project_then(text: str, talk: Talk) -> str:
    """The follow-up as a question on the project that was told of; the text itself where it asks nothing of one."""
    name = _project(talk[-1]) if talk else ""
    if not name:
        return text
    review = _OF_REVIEW.match(text)
    if review is not None:
        return _of_it(talk[-1], name, review["asked"])
    for pattern, asked in _ROWS:
        said = pattern.match(text)
        if said is not None and (asked != "得分多少" or _SCORE.search(text)):
            return _of_it(talk[-1], name, asked)
    return text


def _of_it(turn: Turn, name: str, asked: str) -> str:
    """A question on the project. Whose it is goes with it: its name may begin as another body's (农村…, 农业农村局)."""
    plan = turn.plan
    whose = f"{plan.entity}{plan.year}年" if plan.entity and plan.year else ""
    return f"{whose}{name}{'' if name.endswith(('项目', '工程')) else '项目'}{asked}"


def _project(turn: Turn) -> str:
    """The name of the one project that a turn told of."""
    plan = turn.plan
    subject = plan.subject
    if subject is None or plan.also or plan.operation not in _OPERATIONS or len(turn.years) != 1:
        return ""
    if len(subject.path) == 1 and re.search(r"总分$|得分$", subject.name):
        return subject.path[0]
    named = re.search(re.escape(subject.name) + _SAID, turn.said) is not None
    if subject.kind == "项目":
        return subject.name if subject.name != "项目" else ""
    return subject.name if subject.kind in CODED_KINDS and named else ""
