"""A share of what is added up before it: 「办公费加差旅费里头，差旅费占几成」 is of both together (占合计几成).

It is written as the share is otherwise asked, 「差旅费占办公费、差旅费合计的百分之几」, so that the sum is its whole.
"""

from __future__ import annotations

import re

from ingest.patterns import regex

_NAME = r"[\u4e00-\u9fff“”（）]{2,14}?"
_ADD = r"(?:加上?|[+＋])"
_JOIN = rf"(?:、|(?<!商品)[和与及跟]|以及|还有|\s*{_ADD}\s*)"
_SUM = (
    r"(?:合计|总和|之和|总数|总额|一共|总共|共计|(?:[加合拢凑]|放|算)(?:起来|[到在]?一起|[到在]?一块儿?)"
    r"|一起|全[加算]上?)"
)
_SEVERAL = r"(?:\s*(?:这|那)?[两二三四五几][块项样笔者个类])?"
_WITHIN = r"(?:的|总数)?(?:里[面头边]?|当中|其中|之中|中间?|[，,\s])+"
_SHARE = (
    r"(?:要|能|又|大概|约)?[占站](?:了|到|去|比)?(?:大概|约)?"
    r"(?:的|是|为)?(?:多少|多大(?:比例)?|几成|百分之[几多]少?|几分之几|比[例重](?:是|为)?(?:多少)?|几)"
)
_PART = r"(?P<part>[\u4e00-\u9fff“”（）]{2,14}?)"
_START = r"(?P<head>^|年度?(?:那个|里|的|，|,|\s)*)"
_END = r"(?P<end>[？?。！!]*$)"
#: Added up in a word of its own, or by 加 between them.
_WAYS = tuple(
    regex(rf"{_START}(?P<sum>{parts}){_SEVERAL}{word}{_WITHIN}{_PART}{_SHARE}{_END}")
    for parts, word in (
        (rf"{_NAME}(?:{_JOIN}{_NAME})+", rf"(?:的)?{_SUM}"),
        (rf"{_NAME}(?:\s*{_ADD}\s*{_NAME})+", ""),
    )
)
_ADDED = regex(rf"\s*{_ADD}\s*")
#: The three of one table of the budget, which people say in one breath.
_THREE = regex(
    rf"“?三公”?(?:经费)?{_JOIN}?会议费?{_JOIN}?培训费?(?={_SEVERAL}(?:的)?(?P<sum>{_SUM}|[里中](?=[^。？]*占)))"
)
#: How much they are together, asked before the share.
_MUCH = r"(?P<much>(?:的)?(?:花|用|是|有|为)*了?(?:多少|几)(?:个?钱|万元|元|万)?[，,。；;？?])"
_BOTH = regex(
    rf"{_START}(?P<sum>{_NAME}(?:{_JOIN}{_NAME})+){_SEVERAL}(?:的)?{_SUM}{_MUCH}(?:其中|那么?|里面)*{_PART}{_SHARE}{_END}"
)


def share_of_sum(text: str) -> str:
    """The question with the sum behind 占; the text itself where no share of a sum is asked for so."""
    text = _THREE.sub(lambda m: "三公经费、会议费、培训费" + ("合计" if m["sum"] in "里中" else ""), text)
    for way in (*_WAYS, _BOTH):
        said = way.search(text)
        if said is None or re.search(r"占|多少|\d", said["sum"]):
            continue
        whole = _ADDED.sub("、", said["sum"])
        much = f"{whole}合计多少，" if way is _BOTH else ""
        share = f"{said['part']}占{whole}合计的百分之几"
        return f"{text[: said.start()]}{said['head']}{much}{share}{said['end']}"
    return text
