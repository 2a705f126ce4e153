"""What an average is held against: 「比省人大高吗」「比上年多多少」「差多少」 after 「平均每辆多少」 (追问平均).

An average of each is meant, never the average of the totals, nor all that is spent by the head.
"""

from __future__ import annotations

from ingest.patterns import regex
from service.figures.divisors import TRADES
from service.follow.conversation import Talk, Turn
from service.follow.in_turn import only_way
from service.model import Operation

_LEAD = r"^(?:那么?|又|，)*"
_PER = r"(?:的)?(?:平均|人均|车均|月均|日均|每[人辆月天日批次件个]{1,2})*(?:的)?"
_HOW = (
    r"(?:要|更|还)*(?:贵|便宜|高|低|多|少|大|小|增加|减少)(?:了|出|些)?"
    r"(?:多少|几|吗|么|不|呢)?(?:个?(?:钱|万元|元))?(?:吗|呢|啊)?[？?。]*$"
)
_LAST = regex(
    rf"{_LEAD}(?:比|较|跟|和|与|同)(?:(?:上一?年|去年|前一年)(?:度)?|(?P<year>20\d\d|\d\d)年(?:度)?)(?:的)?{_PER}(?:相?比)?(?:{_HOW}|呢[？?。]*$)"
)
_OTHER = regex(
    rf"{_LEAD}(?:比|跟|和|与|同)(?P<who>[\u4e00-\u9fff]{{2,14}}?)(?:的|相比|比)?{_PER}(?:相比|比)?{_HOW}"
)
_BODY = regex(r"(?:[局委办厅院处所队站镇乡]|中心|街道|人大|政协|机关)$")
_GAP = regex(
    rf"{_LEAD}(?:两年|两家|两者|俩|它们)?(?:{_PER})(?:(?:相?差|差额|差距)(?:了|是)?(?:多少|几)?(?:钱|元|万元)?"
    r"|(?:谁|哪[家个年])(?:的)?(?:更)?[高低多少]|[多少高低](?:了|出)?多少)(?:呢|啊)?[？?。]*$"
)

#: 「平均一个人一年花多少钱」 after 「有多少辅警」 is of them, and of no staff.
_OF_ONE = regex(r"^(?:那么?|，)*(?:平均|人均|每个?人|一个人)[^，。？]{0,10}(?:多少|几)")
_TRADE = regex(rf"(?:{TRADES})(?:人员|员工)?")
#: What is spent on the projects, by the project.
_OF_PROJECTS = "平均每个绩效项目"


def mean_then(text: str, talk: Talk) -> str:
    """The follow-up as a question on the average told last; the text itself where it is held against nothing."""
    last = talk[-1] if talk else None
    trade = _TRADE.search(last.plan.text) if last is not None and _OF_ONE.match(text) else None
    if trade is not None:
        return f"{trade[0]}{text}"
    name = _name(last) if last is not None else ""
    if last is None or not name or len(last.bodies) != 1 or len(last.years) != 1:
        return text
    year, other, held = last.years[0], _OTHER.match(text), _LAST.match(text)
    if held:
        told = int(held["year"] or year - 1)
        told += 2000 if told < 100 else 0
        if name == _OF_PROJECTS:
            return f"{min(told, year)}年和{max(told, year)}年{name}多少钱"
        return f"{year}年{name}比{told}年多多少"
    if other and _BODY.search(other["who"]) and last.plan.entity:
        return f"{last.plan.entity}和{other['who']}{year}年{name}谁高"
    before = talk[-2] if len(talk) > 1 else None
    if before is None or _name(before) != name or not _GAP.match(text):
        return text
    way = only_way(last, before)
    if way == "years":
        low, high = sorted((before.years[0], year))
        return f"{high}年{name}比{low}年多多少"
    return f"{before.plan.entity}和{last.plan.entity}{year}年{name}谁高" if way == "bodies" else text


def _name(turn: Turn) -> str:
    """「平均每辆公务用车运行维护费」; empty where no average over something was told."""
    plan = turn.plan
    if plan.operation is not Operation.AVERAGE or not plan.per or plan.subject is None or plan.also:
        return ""
    if plan.subject.name == "项目支出":
        return _OF_PROJECTS
    return f"平均每{plan.per}{'支出' if plan.subject.name == '本年支出合计' else plan.subject.name}"
