"""What was done with some money is asked, and only its amount found: the passage that tells it, or nothing (做了何事).

「到底整治些啥」, 「买了些什么」: no amount is an answer to these.
"""

from __future__ import annotations

from ingest.patterns import regex
from service.contract import Answer, Status
from service.second.two_asked import Ask

#: A deed and what it was done to, and nothing that only a figure tells.
ASKS_WHAT_DONE = regex(
    r"^(?!.*(?:多少|几|百分|占|最[多高大少低小]|[第前][一二三四五六七八九十\d])).*"
    r"(?:整治|治理|改造|建|修|采购|购置|购买|买|购|添置?|换|扶持|支持|维护|装|做|干|搞|弄)(?:了|的(?:都)?是)?(?:些|点)?(?:什么|啥|哪些)"
    r"(?:东西|家什|玩意儿?|事情?|物件|内容|工作|货|设备|活)?[呀啊呢了的]*[？?。]*$"
)
SORRY_WHAT_DONE = "问的是具体做了什么，资料里只找到了金额，没有找到写明做什么的文字，不拿金额来回答。"
#: How it may be asked so that a passage tells it.
_PLAINLY = ("主要用于什么", "的年度目标是什么", "买了什么")
#: How the names of accounts and of projects end; a thing that is bought has another.
_ACCOUNT = regex(r"(?:支出|经费|费用?|资金|采购|合计|总计|收入|补[贴助]|专项|项目|工程)$")
_TAIL = regex(r"(?:支出|经费|费用|资金)$")


def tells_what(answer: Answer) -> bool:
    """Whether an answer has words of a document, lists several things, or names the one thing that was bought."""
    labels = {figure.label for figure in answer.figures}
    return len(labels) != 1 or "写道" in answer.answer or not _ACCOUNT.search(labels.pop())


def what_done(answer: Answer, text: str, ask: Ask) -> Answer | None:
    """The passage on the account or project whose amount was told; None where none names it."""
    figure = answer.figures[0]
    name = _TAIL.sub("", figure.label)
    for plainly in _PLAINLY:
        told = ask(f"{figure.entity}{figure.year}年{figure.label}{plainly}")
        if told.status is Status.ANSWERED and not told.figures and name in told.answer:
            return told
    return None
