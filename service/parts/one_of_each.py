"""Changes of each part, shares that a change has, and income by account, held against what an answer tells (答非所问).

None of them is met by the figure of the whole.
"""

from __future__ import annotations

import re

from ingest.patterns import regex
from service.contract import Answer

#: 「三公经费各项分别降了多少」「各类支出增减」.
ASKS_EACH_CHANGE = regex(
    r"各(?:项|类)(?:支出|经费|费用|科目)?(?:都|分别|各自)?(?:比[^，。？]{2,8})?(?:是|的)?(?:[增降减涨跌]|变化|预算和决算|预决算)"
)
SORRY_EACH = "问的是各项各自的数，只找到了合计，不拿合计来回答。请逐项来问。"
#: 「增加额占总增加额的比例」「多的部分占比」.
ASKS_SHARE_OF_CHANGE = regex(
    r"(?:增加|减少|增长|下降|增减|多|少|多出|减掉)(?:的)?(?:额|数额|部分|(?:这|那)?\d[\d.,]*[万亿]?元)的?占"
)
SORRY_SHARE = "问的是增减额占的比例，没有算出来，不拿别的比例来回答。请分别问两个增减额。"
#: 「收入里财政事务多少」.
ASKS_INCOME = regex(r"收入(?:里面?|中|当中)(?!.*(?:支出|花|占))[\u4e00-\u9fff]{2,12}(?:是|有|为)?多少")
SORRY_INCOME = "问的是收入里的一项，只找到了支出的数字，不拿支出来回答。"
#: 「收了多少水费」: what is paid for water is none that was received.
_ASKS_RECEIVED = regex(
    r"(?<![接吸回验签])(?:[征实共]?收(?:了|到|取|缴|上来)了?|[征实共]收)(?:的)?(?:多少|几(?!个|次|批)|好多)"
    r"|[费钱款](?:一共|总共|共)?(?:[征实]收|收(?:了|到|取|上来))了?(?:多少|几|好多)"
)
_SORRY_RECEIVED = "问的是收了多少，只找到了支出的数字，不拿支出来回答。"
_RECEIVED = regex(r"收入|征收|收取|收缴|实收|收到|上缴|罚没|收费|受理|接收")
#: 「口袋公园是多大的公园」: so many of them are no size.
_ASKS_SIZE = regex(
    r"(?:地块?|地皮|楼|房子?|场地|展厅|馆|园|面积)(?:[^，。？钱]{0,4})(?:有)?多大(?=[，。？]|$|的)|多少(?:个)?(?:平方米|平米|平方|亩|公顷)"
)
_SORRY_SIZE = "问的是面积，没有找到写明的面积，不敢给出数字。"
_SIZE = regex(r"平方|平米|公顷|亩|米$")
#: 「小微企业占中小企业预留的比例」.
ASKS_OF_SMALL = regex(r"占(?:预留)?(?:给|面向)?中小企业")
SORRY_SMALL = "没有找到预留给中小企业的总额，算不出占它的比例。"


def tells_each(answer: Answer) -> bool:
    """Whether more than one thing is told, not one by its amount and its rate."""
    names = {re.split(r"比上年|比20\d\d年|决算数|预算", figure.label)[0] for figure in answer.figures}
    return not answer.figures or len(names) > 1


def tells_income(answer: Answer) -> bool:
    """Whether what is told stands in a place about income."""
    places = "".join(f"{c.table}{c.row}{c.column}" for c in answer.citations)
    return not answer.figures or "收入" in places or "收入" in answer.answer


def _tells_received(answer: Answer) -> bool:
    """Whether what is told was received, by its name, its place or the words that it is quoted from."""
    places = "".join(f"{c.table}{c.row}{c.column}{c.quote}" for c in answer.citations)
    money = any(figure.unit.endswith("元") for figure in answer.figures)
    return not money or _RECEIVED.search(places + "".join(f.label for f in answer.figures)) is not None


def _tells_size(answer: Answer) -> bool:
    """Whether a size is told, beside whatever else is asked for, or no figure at all."""
    return not answer.figures or any(_SIZE.search(figure.unit) for figure in answer.figures)


#: What was received, and a size: how each is asked, what meets it, what is said where nothing does.
RECEIVED = (_ASKS_RECEIVED, _tells_received, _SORRY_RECEIVED)
OF_SIZE = (_ASKS_SIZE, _tells_size, _SORRY_SIZE)
