"""Two of the sorts of what is bought, by their whole names: 「政府采购的工程比服务多花多少」 (采购类别全称).

Alone 工程 or 服务 may be any works and services; beside its like, in a question on purchases, it is that sort of them.
"""

from __future__ import annotations

from ingest.patterns import regex

_SORT = (
    r"(?:(?<=[、，,：:\s的里中头面类年度和与跟同及比对用花买于占是])|(?<=采购)|(?<=采购支出)|^)(?:购买|[买购])?(?P<sort>货物|工程|服务)(?:类|采购)?(?:的)?(?:支出|金额|预算|采购|[花用]?的?钱)?"
    r"(?=[、，,。？?！\s和与跟同及比对占花用多少差相哪谁各分呢是的]|(?:这|那)?[两二][类项块]|一共|总共|合计|加|之|$)"
)
_SORTS = regex(_SORT)
#: The purchases of which they are sorts, said right before the first.
_HEAD = r"(?:政府)?采购(?:支出|预算|总额)?(?:的|里面?|里头|中|当中|，|,|\s|：)*"
_HEADED = regex(rf"{_HEAD}(?=政府采购(?:货物|工程|服务)支出)")
_BUYING = regex(r"采购|[买购](?:货物|工程|服务)")
#: All three in their order are told by the purchases themselves.
_ALL = 3


def sorts_whole(text: str, buying: bool = False) -> str:
    """The question with both sorts by the names of their accounts; as it is where it names one of them, or all.

    ``buying`` says that purchases are spoken of, whether or not the text says so.
    """
    if not (buying or _BUYING.search(text)) or sum(sort in text for sort in ("货物", "工程", "服务")) == _ALL:
        return text
    if len({said["sort"] for said in _SORTS.finditer(text)}) != _ALL - 1:
        return text
    return _HEADED.sub("", _SORTS.sub(r"政府采购\g<sort>支出", text))
