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
    r"(?:合计数?|总和|之和|总数|总额|一共|总共|共计|(?:[加合拢凑]|放|算)(?:起来|[到在]?一起|[到在]?一块儿?)"
    r"|一起|全[加算]上?)"
)
_SEVERAL = r"(?:\s*(?:这|那)?[两二三四五几][块项样笔者个类](?:经费|费用|钱|支出)?)?"
_WITHIN = r"(?:的|总数)?(?:里[面头边]?|当中|其中|之中|中间?|[，,\s])+"
_SHARE = (
    r"(?:要|能|又|大概|约|所)*[占站](?:了|到|去|比)?(?:大概|约)?"
    r"(?:的|是|为)?(?:多少|多大(?:比例)?|几成|百分之[几多]少?|几分之几|比[例重](?:[（(]%[）)])?(?:是|为)?(?:多少)?|几)"
)
_PART = r"(?P<part>[\u4e00-\u9fff“”（）]{2,14}?)"
#: A body that is named behind its year, no account: 会 of 会议, 委 of 委托 are none of its endings.
_BODY = (
    r"(?:[\u4e00-\u9fff（）]{2,24}(?:局|厅|镇|乡|馆|办公室|中心|街道|政协|人大|政府|委(?!托)|处(?!置)|院(?!校)|会(?![议费])|"
    r"办(?![公费]))(?=[“\u4e00-\u9fff]))?"
)
_START = rf"(?P<head>^|年度?(?:那个|里|的|，|,|\s)*{_BODY})"
_END = r"(?P<end>[？?。！!]*$)"
#: Added up in a word of its own, or by 加 between them.
_WAYS = tuple(
    regex(rf"{_START}(?P<sum>{parts}){_SEVERAL}{word}{_WITHIN}{_PART}{_SHARE}{_END}")
    for parts, word in (
        (rf"{_NAME}(?:{_JOIN}{_NAME})+", rf"(?:的)?{_SUM}"),
        (rf"{_NAME}(?:\s*{_ADD}\s*{_NAME})+", ""),
    )
)
_TOGETHER = rf"(?P<sum>{_NAME}(?:{_JOIN}{_NAME})+){_SEVERAL}"
_PER_CENT = (
    r"(?:得|等于|是|为|算出来|=|＝|，|,|\s)*(?:占比|比例|比重|百分之[几多]少?|几成|多少)?(?:是|为)?(?:多少)?"
)
#: One over others in brackets or behind 除以, over what is called the denominator, or the base.
_OVER = (
    regex(rf"{_PART}\s*[，,]?(?:÷|/|除以)\s*[（(]{_TOGETHER}[)）]{_PER_CENT}{_END}"),
    regex(rf"{_PART}\s*[，,]?(?:÷|除以)\s*{_TOGETHER}(?:的)?{_SUM}{_PER_CENT}{_END}"),
    regex(
        rf"{_PART}[占站](?:了|到)?(?:多大(?:的)?(?:一块|比[例重]|份额)?|多少|几成|百分之[几多]少?|比[例重])(?:是?多少)?"
        rf"[？?，,](?P<mid>[^？?]*?)[，,]?分母(?:要|就)?(?:是|为|取|用|按|拿){_TOGETHER}(?:的)?(?:{_SUM})?{_END}"
    ),
    regex(
        rf"(?:^|以|拿|用|按|(?<=[，,年度]))(?P<mid>[^，,。？?、]*?年度?的?)?{_TOGETHER}(?:的)?{_SUM}(?:为|作为?|当作?|做)"
        rf"(?:基数|分母|整体|底数|总盘子|百分之百|100%)[，,]?(?:算|看|计算)?[，,]?(?P<late>[^，,。？?、]*?年度?的?)?{_PART}(?:{_SHARE}|占比(?:是|为)?){_PER_CENT}{_END}"
    ),
)
#: What only says that it is to be worked out, and in what.
_WORK_OUT = regex(
    r"^(?:请|麻烦|帮我|帮忙|给我)*(?:除|算|测算|计算)(?:一下|一除|一算)?[，,：:]|(?:按|用)百分[比数率]?(?:来)?(?:说|讲|算|表示)[，,]?"
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
    if (made := _over(text)) is not None:
        return made
    for way in (*_WAYS, _BOTH):
        said = way.search(text)
        if said is None or re.search(r"占|多少|\d", said["sum"]):
            continue
        whole = _ADDED.sub("、", said["sum"])
        much = f"{whole}合计多少，" if way is _BOTH else ""
        share = f"{said['part']}占{whole}合计的百分之几"
        return f"{text[: said.start()]}{said['head']}{much}{share}{said['end']}"
    return text


def _over(text: str) -> str | None:
    """The share of one over the sum that is said to be its whole; None where it is not said so."""
    if not _OVER_SAID.search(text):
        return None
    text = _WORK_OUT.sub("", text)
    for way in _OVER:
        said = way.search(text)
        if said is None or re.search(r"占|多少|\d", said["sum"]):
            continue
        whole = _ADDED.sub("、", said["sum"]).strip()
        groups = said.groupdict()
        middle = "".join((groups.get(key) or "").strip("，, ") for key in ("mid", "late"))
        return f"{text[: said.start()]}{middle}{said['part']}占{whole}合计的百分之几{said['end']}"
    return None


_OVER_SAID = regex(r"÷|/|除以|分母|基数|整体|底数|总盘子|百分之百|100%")
