"""Two years of one body with an account each: 「2024年差旅费与2025年培训费合计」 (各年各问各的科目)."""

from __future__ import annotations

import re

from ingest.patterns import regex
from service.model import Declined, Reason

_YEAR = r"(?:20)?[012]\d年?(?:度)?的?"
_THING = r"[\u4e00-\u9fff（）“”]{2,16}?"
_BETWEEN = r"(?:和|与|跟|同|加上?|以及|及|、|，|,)?"
_ASKED = (
    r"(?=合计|之和|总和|相加|加起来|加在一起|一共|总共|共|相差|差(?!旅)|谁|哪|分别|各|比"
    r"|多多少|少多少|是多少|多少|[？?。]|$)"
)
_APART = regex(rf"{_YEAR}(?P<one>{_THING}){_BETWEEN}{_YEAR}(?P<other>{_THING}){_ASKED}")
#: Words that stand behind a year and name no account.
_NO_THING = regex(
    r"^(?:和|与|跟|同|到|至|比|较|年|比较|相比|以及|之间|以来|之前|以前|之后|以后|预算|决算|年初预算|执行数?|部门预算|部门决算|的?(?:预|决)算数?)*$"
    r"|[比较](?:上年)?$|^[比较和与到至]|[里中内上下表是占为]$|多少$|谁|哪|是多少|百分|几[倍成]"
)

#: The stage of a figure, which is no account.
_STAGE_SAID = regex(
    r"(?:年初|全年|调整)?预算数?|决算数?|(?:实际)?执行数?|实际(?:支出|花费|花的?|用的?)?数?|支出$"
)


def refuse_apart(text: str) -> Declined | None:
    """A refusal where each of two years is asked for another account: one of both for both would be wrong."""
    match = _APART.search(re.sub(r"\s", "", text))
    if match is None:
        return None
    one, other = (_STAGE_SAID.sub("", match[which]) for which in ("one", "other"))
    same = (
        one in other or other in one
    )  # one stands alone where the other says but its stage: 「…预算跟…实际支出比」
    if same or _NO_THING.search(one) or _NO_THING.search(other):
        return None
    return Declined(
        Reason.LOW_CONFIDENCE,
        f"两个年度各问一样（「{one}」和「{other}」），合在一起容易弄混，所以没有给出。请分开来问。",
    )
