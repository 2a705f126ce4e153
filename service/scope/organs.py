"""An office or a unit named behind a body: its figures are not those of the body (内设机构、下属单位).

「省委宣传部2018年三公经费」 is not asked of 省委办公厅, nor 「财政局国库科的差旅费」 of the whole 财政局.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.patterns import regex
from service.read.saying import common_words
from service.read.segments import Role, segment

#: What leads from the body to what belongs to it.
_LEADS = r"(?:的|下属|下设|所属|内设|直属|下面的?|底下的?|机关(?=[\u4e00-\u9fff]{1,4}[处科室委]))*"
_KIND = (
    r"(?:上级|主管|下级|兄弟|其他|别的)(?:单位|部门)|委员会|管委会|居委会|村委会|党工委|总工会|工会(?!的?经费)|红十字会(?!事业)|协会|联合会|联谊会|俱乐部|编辑部|妇联|团委|党委|办公室|研究室|信息中心"
    "|事业单位|公司|学校|医院|大队|支队|党校|基地|中心|图书馆|博物馆|档案馆|[厅局部委办处科室队所站院馆庭组]"
)
#: Where the name of it ends: before a year, 的, or an account.
_ENDS = (
    r"(?=的|20\d\d|\d{2}年|今年|去年|前年|上年|本年|当年|二[〇零○]|一[五六七八九]年|三公|差旅|会议|培训|公务|接待|办公费|工资|奖金|公积金|住房|养老|医疗"
    r"|支出|收入|经费|预算|决算|采购|政府采购|花|一共|总共|多少|人员经费|基本支出|项目|印刷|维修|劳务|电费|水费|工会经费)"
)
_YEAR = r"(?:(?:20)?\d\d年?度?的?|今年|去年)?"
_ORGAN = regex(rf"(?P<leads>{_LEADS})(?P<organ>[\u4e00-\u9fff]{{0,9}}?(?:{_KIND})){_ENDS}")
#: Behind a year, where things are named as well, only what is surely an office: 省委办2019年国安办.
_OFFICE = regex(rf"{_YEAR}(?P<leads>的?)(?P<organ>[\u4e00-\u9fff]{{1,5}}(?:[办局科处室]|大队|办公室)){_ENDS}")
#: Words that end like the name of an office and name none.
_NONE = regex(
    r"行政事业单位$|干部$|^(?:实际|真正|打算|准备|到底|预备|计划)?(?:留|发|交|拨|付)?给(?!排?水)|^(?:拨|给(?!排?水)|付|用|发|交|补|向|为|对|把|让|花|买|修|建|租|办|搞|其[他它]|本级|本部|机关|全部|总部|内部|部门|单位|各|每|哪|什么|这|那|其|该|本|两|[一二三四五六七八九十几多]|所有|是|有|在|和|与|跟|同|比|及)"
    r"|科室$|处室$|(?<!上级|主管|下级|兄弟|其他|别的)部门$|大部$|全部$|内部$|经办$|[督交]办$|合办$|协办$|主办$|承办$|举办$|开办$|怎么办$|支出所$|占|花|多少|经费|费用|支出|收入|预算|决算|编制|采购(?!中心)|接待(?![处办科])"
)
#: Money is asked for; what an office does, and who works there, the text of the body may tell.
_MONEY = regex(r"费|支出|收入|预算|决算|工资|奖金|公积金|采购|三公|花|多少钱|接待|用车|差旅|公务")
_OF_TEXT = regex(
    r"职[责能]|编制|[多几]少?[个名]?人|几名|是不是|是否|属于|哪些|什么|为什么|为啥|原因|怎么|主要|工作|处室|内设"
)


def organ_behind(text: str, end: int, names: str, taken: Sequence[bool]) -> str:
    """The office or unit named straight behind a body that ends at ``end``; empty where none is.

    ``names`` are those of the body, whose own words name nothing below it; ``taken`` places belong to other names.
    """
    if not _MONEY.search(text) or _OF_TEXT.search(text):
        return ""
    match = _ORGAN.match(text, end) or _OFFICE.match(text, end)
    if match is None or any(taken[match.start("organ") : match.end("organ")]):
        return ""
    organ = match["organ"]
    known = (
        len(organ) < 2
        or organ in names
        or _NONE.search(organ)
        or _is_account(text[match.start("organ") :], len(organ))
    )
    return "" if known else match["leads"] + organ


def _is_account(text: str, end: int) -> bool:
    """Whether a text begins with an account whose name goes on beyond ``end``: 事业单位 of 事业单位医疗."""
    words = segment(text, [False] * len(text), common_words())
    return any(w.role is Role.SUBJECT and w.exact and w.start < end < w.end for w in words)


_PUBLIC = rf"(?:{_KIND}|政府|人大|政协|[省市区县]委|法院|检察院|街道|[镇乡])"
_AND = r"(?:和|与|、|跟|及|以及|同|比|加上?|，)"
_BEHIND = regex(rf"{_YEAR}{_AND}(?P<other>[\u4e00-\u9fff]{{0,12}}?{_PUBLIC}){_ENDS}")
_BEFORE = regex(rf"(?:^|[，。？：])(?P<other>[\u4e00-\u9fff]{{0,12}}?{_PUBLIC}){_YEAR}{_AND}$")


def other_beside(text: str, start: int, end: int, names: str, taken: Sequence[bool]) -> str:
    """Another body joined to the one at ``start``..``end``, which is not among those found: 「省人大、省政府」.

    ``taken`` places belong to bodies that are found.
    """
    found = (_BEHIND.match(text, end), _BEFORE.search(text[:start]))
    for match in filter(None, found):
        other = match["other"]
        held = any(taken[match.start("other") : match.end("other")])
        if not held and len(other) > 1 and other not in names and not _NONE.search(other):
            return other
    return ""


#: 「除了财政局以外」, 「不是财政局」: the body that is named is not the one that is meant.
_LEFT_OUT = regex(r"(?:除了?|除去|除开|排除)$")
_OUTSIDE = regex(r"(?:机关)?(?:以外|之外|除外)")


def named_beside(text: str, start: int, end: int, names: str, taken: Sequence[bool]) -> str:
    """Whose figures are asked for, where not those of the body found at ``start``..``end`` alone: empty if they are."""
    if _LEFT_OUT.search(text[:start]) and (outside := _OUTSIDE.match(text, end)):
        return text[start : outside.end()] + "的单位"
    organ = organ_behind(text, end, names, taken)
    return text[start:end] + organ if organ else other_beside(text, start, end, names, taken)
