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
from service.projects.projects import PROJECTS

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
#: What is asked of it in words, and how that is asked of the project.
_WORDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (regex(rf"{_LEAD}(?:{pattern})(?:呢|啊|呀|没有?|吗|嘛|了|的)*[？?。！!]*$"), asked)
    for pattern, asked in (
        (
            r"(?:还|都|又|出|查|发现|存在|有)*(?:了|的)?(?:什么|啥|哪些|点|些)*(?:问题|不足|短板|毛病)(?:是|有)?(?:什么|啥|哪些)?",
            "发现了什么问题",
        ),
        (
            r"(?:这|那)?(?:个|笔|些)?(?:钱|资金|经费|预算)?(?:都|会|又)*(?:为什么|为啥|为何|咋|怎么)(?:会|就|都)*(?:这么多)?(?:钱|资金|经费|预算)?(?:都|还)?(?:没有?|未)(?:能|有)?(?:花|用|执行|使用|支出)(?:完|掉|光|出去)",
            "为什么钱没用完",
        ),
        (
            r"(?:打算|准备|下一步|下步|后来|后续|以后|今后|要|该|都|是|又)*(?:咋|怎么|怎样|如何)(?:个|去|来)?(?:整?改进?|办|解决)(?:法)?",
            "改进措施是什么",
        ),
        (
            r"(?:都|是|由|归|让|具体|到底)*(?:谁|哪一?[家个](?:单位|部门|科室|公司|机构|办公室)?)(?:来|在|给|具体)*(?:负责|实施|承办|承担|牵头|干|做|管|搞|弄|办)+",
            "由谁实施",
        ),
        (
            r"(?:都|是|要|能|会|得|计划|打算)*(?:什么时候|啥时候|何时|几月|哪年|多久)(?:能|要|会|才|就)*(?:开始|启动|开工|动工|完工|完成|结束|干完|弄完|做完|建成|建好|修好|实施)?",
            "实施周期是什么时候",
        ),
        (
            r"(?:都|是|又)*(?:依据|根据|凭|按|按照)(?:的|着)?(?:是)?(?:什么|啥|哪[个些份]?)(?:文件|批复|规定|政策)?(?:立项|设立|设|定|搞|办|干|做)?",
            "立项依据是什么",
        ),
        (
            r"(?:这|那)?(?:个|笔|些)?(?:钱|资金|经费)?(?:都|是|主要|具体|到底|拿去|拿来|用来)*(?:用于|用在|用到|花在|花到)了?(?:哪|什么|啥)(?:里|儿|些?方面|些?地方)?|(?:这|那)?(?:个|笔|些)?(?:钱|资金|经费)(?:都|是|主要|具体|到底|拿去|拿来|用来)*(?:干|做)(?:什么|啥|嘛)(?:用)?",
            "资金用于哪些方面",
        ),
        (
            r"(?:这|那)?(?:个|笔|些)?(?:钱|资金|经费)?(?:都|是|主要)*(?:发|补|给)给?了?(?:谁|(?:什么|啥|哪些)(?:样的)?人)",
            "资金发给谁",
        ),
        (
            r"(?:都|到底|究竟|具体|主要|里面|会|要)*(?:教|学|培训|练|讲|开展|搞|办|请|种|养)(?:了|的|些|点|过)*(?:什么|啥|哪些)(?:样的)?(?:手艺|技能|技术|内容|课程?|东西|活动|项目|班)?",
            "主要做什么",
        ),
        (
            r"(?:都|到底|究竟|具体)*(?:干|做)了?(?:点|些|出)?(?:了)?(?:什么|啥)(?:事|事情|名堂|成绩)?|(?:有|取得|得到?|带来)了?(?:什么|啥|哪些)(?:效果|成效|好处|成果|作用)|效果(?:怎么样|咋样|如何)?",
            "取得什么成效",
        ),
    )
)
_SCORE = regex("分")
#: That a project spoken of is meant, and what is said of it before what is to be done: 「那个项目钱花得慢，他们打算…」.
_THAT = regex(r"^(?:那么?|但是?|可是?|，)*(?:那|这|该)个?项目")
_SO = regex(
    r"(?<=项目)[^，。？,]{0,8}(?:慢|低|少|差|晚|拖|不好|不足|没花完|没完成)(?:了|的话?)?[，,](?:那)?(?:他们|单位|[局院校镇府]里|学校|医院)?"
)
#: A project named in the question, before anything is asked of it.
_NAMED = regex(
    r"^(?:的)?[“\"]?(?P<name>[\u4e00-\u9fff（）()、]{4,24}?)[”\"]?(?:这|那)?个?项目(?!支出|级|概况|内容|依据|单位|主体|周期|负责|数)"
)
#: How a question says that a project is meant, where the name is an account's too.
_SAID = r"[”\"]?(?:这|那)?(?:个|一)?项目(?!支出|级)"
_OPERATIONS = (Operation.LOOKUP, Operation.COMPLETION, Operation.VARIANCE)


def project_then(text: str, talk: Talk) -> str:
    """The follow-up as a question on the project that was told of; the text itself where it asks nothing of one."""
    turn = _told_of(text, talk)
    name = (_project(turn) or _said(turn)) if turn is not None else ""
    if turn is None or not name:
        return text
    text = _SO.sub("", text)
    review = _OF_REVIEW.match(text)
    if review is not None:
        return _of_it(turn, name, review["asked"])
    return next(
        (_of_it(turn, name, asked) for pattern, asked in _WORDS if pattern.match(text)),
        _in_figures(text, turn),
    )


def _told_of(text: str, talk: Talk) -> Turn | None:
    """The last turn, or that before its reason where a project spoken of is meant: 「那个项目…」."""
    if not talk or not _THAT.match(text):
        return talk[-1] if talk else None
    same = [t for t in talk if t.bodies == talk[-1].bodies]
    return next((t for t in reversed(same) if _project(t) or _said(t)), talk[-1])


def _in_figures(text: str, turn: Turn) -> str:
    """The follow-up where it asks for a figure of the project that was told of by a figure of its own."""
    name = _project(turn)
    for pattern, asked in _ROWS if name else ():
        said = pattern.match(text)
        if said is not None and (asked != "得分多少" or _SCORE.search(text)):
            return _of_it(turn, name, asked)
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
    if subject == PROJECTS and plan.first is not None and not turn.named and len(turn.years) == 1:
        first = plan.first  # the one that came first in their order
        return first.path[0] if first.path else first.name
    if subject is None or plan.also or plan.operation not in _OPERATIONS or len(turn.years) != 1:
        return ""
    if len(subject.path) == 1 and re.search(r"总分$|得分$", subject.name):
        return subject.path[0]
    named = re.search(re.escape(subject.name) + _SAID, turn.said) is not None
    if subject.kind == "项目":
        return subject.name if subject.name != "项目" else ""
    return subject.name if subject.kind in CODED_KINDS and named else ""


def _said(turn: Turn) -> str:
    """The name of the project that a question says, whatever it was taken for."""
    named = _NAMED.match(turn.plan.text) if len(turn.years) == 1 and not turn.plan.also else None
    return named["name"] if named is not None else ""
