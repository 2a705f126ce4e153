"""Another one and what is asked of both, in one breath: 「青岚城管局同年呢，差几辆」, 「会议费呢，谁多」 (并问两者).

It is made a question that names both; how it is asked stays as it was said.
"""

# ruff: noqa: E501 - rows are read whole
from __future__ import annotations

import re

from ingest.accounts import label_to_account
from ingest.patterns import regex
from service.follow.conversation import Talk, Turn
from service.model import Operation

_UNIT = r"(?:个?(?:钱|万元|亿元|元|百分点)|件|辆|人次|人|批次|批|家|个|户|套|台|项|名|次)?"
_SAID = regex(
    r"^(?:那么?|，)*(?P<who>[\u4e00-\u9fff“”（）]{2,18}?)(?:在)?(?:同年|同期|同一年|当年|那一?年)?(?:的)?(?:呢|又?是多少呢?|又?有多少呢?|多少)[，,、？?；; ]*"
    rf"(?:(?:两家|两者|二者|俩|两个|它们|他们)(?:的|之间)?)?(?P<ask>(?:相?差)(?:了|距|额|是)*(?:多少|几){_UNIT}|(?:谁|哪[家个边])(?:的)?更?[多少高低大小](?:[，,]?(?:多|少|高|低|差)(?:了|出)?(?:多少|几){_UNIT})?"
    rf"|(?:加起来|合计|一共|总共)(?:是|有)?(?:多少|几){_UNIT}|(?P<more>[多少高低])(?:了|出)?(?:多少|几){_UNIT})(?:呢|啊)?[？?。]*$"
)
_BODY = regex(r"(?:[局委办厅处镇乡院会部所队站校馆]|中心|街道|政协|人大|办公[厅室])$")
_ACCOUNT = regex(r"(?:[费款金]|支出|经费|收入|补[贴助]|工资|采购|运行|编制|人员)$")
#: Several at once, of which alone the sum is; a year, what was spent before: words that are no name.
_NO_NAME = regex(
    r"[和与及跟、]|\d年|一年|[去今前明上下]年|预算|决算|实际|执行|其中|里[头面]|这|那|它|分别|各"
)

#: 「是行政运行的几倍」: the one spoken of over the one named.
_TIMES = regex(
    r"^(?:那么?|它|这个)*(?:是|为|相当于)(?P<who>[\u4e00-\u9fff“”]{2,14}?)的?(?P<ask>几倍|多少倍|百分之几|百分之多少|几成)(?:呢|啊)?[？?。]*$"
)
#: 「比省委办呢」, after two bodies were held against each other.
_THAN = regex(
    r"^(?:那么?|再)*(?:比|跟|和|与|同)(?P<who>[\u4e00-\u9fff]{2,14}?)(?:相?比|的)?(?:呢|怎么样|如何)[？?。]*$"
)
_AGAINST = (Operation.DIFFERENCE, Operation.COMPARE, Operation.CHANGE)


def both_then(text: str, talk: Talk) -> str:
    """The follow-up with both names; the text itself where it does not name another and ask of both."""
    if talk and (made := _held_against(text, talk)):
        return made
    said = _SAID.match(text) if talk else None
    if said is None or _NO_NAME.search(said["who"]):
        return text
    last, who = _last_figure(talk), said["who"].strip("的")
    thing = _thing(last)
    one = len(last.bodies) == len(last.years) == 1 and last.plan.operation is Operation.LOOKUP
    if not thing or not one:
        return text
    ask = said["ask"] if not said["more"] else re.sub("^[多少高低][了出]?", "相差", said["ask"])
    if _BODY.search(who) and last.plan.entity:
        return f"{last.plan.entity}和{who}{last.years[0]}年{thing}{ask}"
    if _ACCOUNT.search(who) or label_to_account(who) is not None:
        return f"{thing}和{who}{ask}"
    return text


def _last_figure(talk: Talk) -> Turn:
    """The last turn, or the one before that told the figure of what was only explained since."""
    last = talk[-1]
    words = last.plan.operation in (Operation.DEFINITION, Operation.NARRATIVE)
    for turn in reversed(talk[:-1]) if words else ():
        if turn.plan.operation is Operation.LOOKUP and turn.plan.subject == last.plan.subject:
            return turn if turn.bodies == last.bodies else last
    return last


def _held_against(text: str, talk: Talk) -> str:
    """The one spoken of over another account, or against another body; empty where it is neither."""
    last = talk[-1]
    times, than = _TIMES.match(text), _THAN.match(text)
    if (
        times
        and _thing(last)
        and not _NO_NAME.search(times["who"])
        and last.plan.operation is Operation.LOOKUP
    ):
        return f"{_thing(last)}是{times['who']}的{times['ask']}"
    before = talk[-2] if len(talk) > 1 else None
    two = than and _BODY.search(than["who"]) and len(last.bodies) == 2 and last.plan.operation in _AGAINST
    first = before is not None and len(before.bodies) == 1 and before.bodies[0] in last.bodies
    if than and two and first and before is not None and before.plan.entity and _thing(last) and before.years:
        return f"{before.plan.entity}{before.years[0]}年{_thing(last)}比{than['who']}多多少"
    return ""


def _thing(turn: Turn) -> str:
    """The one thing of a turn by its name, with the money that it is of; empty where it cannot be said in a name."""
    plan = turn.plan
    if plan.subject is None or plan.also or plan.breakdown or plan.stages:
        return ""
    name = plan.subject.name
    if plan.fund is not None:
        return f"{plan.fund.value}{name}" if plan.subject.kind == "总额" else ""
    return name
