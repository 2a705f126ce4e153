"""Whether a number of a sentence stands within the reasons that it gives, and so is of something else (原因里的数)."""

from __future__ import annotations

from ingest.patterns import regex

_REASON = regex(r"原因|缘由|缘于|主要(?:是|由于)|由于|其中一是")
#: What something mainly is, behind which its own change may follow: 「事业收入…，主要是住宿费，比上年减少…」.
_MAKE_UP = "主要是"
_WITH_YEAR = r"(?:[较比与同](?:上一?年|去年|20\d\d年)|同比)"
_OWN_CHANGE = regex(rf"，{_WITH_YEAR}[^；]*$")
#: Another comparison of the same: 「较年初预算数减少…，主要原因是…；较上年支出数减少…」.
_COMPARED_ANEW = regex(rf"；{_WITH_YEAR}[^；]*$")
#: Why an outcome is off its budget, behind which its change from last year follows: 「决算数小于预算数的主要原因是
#: 厉行节约，与上年相比减少0.5万元」. A reason that itself says that something fell may be what the change is of.
_OFF_BUDGET = regex(r"(?:预算|年初)数?(?:存在差异)?的(?:主要)?$")
_THEN_YEAR = regex(
    r"(?<!增加)(?<!减少)(?<!增长)(?<!下降)(?<!提高)(?<!降低)，(?:与|和|同)(?:上一?年|去年|20\d\d年)(?:度|决算|支出|数)*相比，?"
    r"(?:增加|减少|增长|下降|持平)[^；]*$"
)
#: The same against the budget, in a further comparison: 「较上年减少…，主要原因是…；与年初预算数49万元相比，完成」.
_BUDGET_NEXT = regex(r"；(?:与|较|比)(?:年初|全年|调整后?)?预算数?[^；。]*$")
#: The first and a further item of a numbered list.
_FIRST, _NEXT = (
    regex(r"[（(][1一][)）]|1[.．、]"),
    regex(r"[；。](?:[（(][\d一二三四五六七八九十]+[)）]|\d{1,2}[.．、])"),
)


def in_reason(before: str) -> bool:
    """Whether a number stands within the reasons that a sentence gives; 「其中」 leads out of them again.

    So does 「；」 in a list of parts, 「其中：甲1万元，主要原因是…；乙2万元」, before another comparison, and the next
    number of a list that began before the reasons, 「（1）甲1万元，原因是…；（2）乙2万元」.

    >>> in_reason("接待费3万元，较预算数减少1万元，主要原因是节约；较上年支出数减少")
    False
    >>> in_reason("接待费3万元，比上年减少1万元，主要原因是批次减少")
    True
    """
    said = max(_REASON.finditer(before), key=lambda m: m.end(), default=None)
    if said is None or "其中" in before[said.end() :]:
        return False
    last, after = said.end(), before[said.end() :]
    if _COMPARED_ANEW.search(after) or (said[0] == _MAKE_UP and _OWN_CHANGE.search(after)):
        return False
    off = _OFF_BUDGET.search(before[: said.start()]) is not None
    if _BUDGET_NEXT.search(after) or (off and _THEN_YEAR.search(after)):
        return False
    listed = _FIRST.search(before[:last]) is not None and _NEXT.search(after) is not None
    return not listed and not ("其中" in before[:last] and "；" in after)
