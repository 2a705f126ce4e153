"""三公经费 said by all of its three parts: 「吃喝出国用车的三公钱」, 「吃饭、用车、出国这三样」 (三公三项).

Said so it is one account. Where each is asked for, or which of them is the largest, they stay three, each by its name.
"""

from __future__ import annotations

from itertools import permutations

from ingest.patterns import regex

_PARTS = (
    r"(?:公务)?(?:吃喝|吃饭|吃请|接待|招待|请客(?:吃饭)?|宴请|待客)(?:费|经费|支出)?",
    r"(?:因公)?(?:公费)?(?:出国|出境|跑国外|出洋)(?:出境|考察)?(?:费|经费|支出)?",
    r"(?:公务|公家)?(?:用车|公车|坐车|开车|养车|车辆|车子)(?:费|经费|支出)?",
)
_JOIN = r"(?:、|,|，|和|跟|与|以及|还有|加上?)?"
_THREE = "|".join(_JOIN.join(order) for order in permutations(_PARTS))
_ENDS = (
    r"(?:等)?(?:的)?(?:[这那]?三(?:样|项|块|类|笔|大块|方面)(?:的)?(?:公家|公务)?)?(?:的)?“?三公”?(?:经费|支出|的?钱|开支|费用)?"
    r"|(?:等)?(?:的)?(?:[这那]?三|[这那]几)(?:样|项|块|类|笔|大块|方面)(?:的)?(?:公家|公务)?(?:加起来|加一起)?(?:的)?(?:钱|开支|支出|花费|费用|经费)?"
    r"|(?:加总起来|加起来|合起来)?(?:的)(?:账|钱|开[支销]|支出|花费|费用|(?=[预决]算))|加总起来"
)
_SAID = regex(rf"(?:{_THREE})(?:{_ENDS})")
_BEHIND = regex(rf"(?P<name>“?三公”?(?:经费|支出)?)[（(](?:就是|即|包括|含)?(?:{_THREE})[）)]")
#: Two of them or more side by side, where 用车 alone is money too.
_SIDE = "|".join(_JOIN.replace(")?", ")").join(pair) for pair in permutations(_PARTS, 2))
_RUN = regex(rf"(?:{_THREE}|{_SIDE})(?![\u4e00-\u9fff]{{0,4}}(?:辆|台|购置|运行|人次|批))")
_BARE = regex(r"(?<!务)(?<!公)(?<!家)(?:用车|坐车|开车)(?!费|经费|支出|购|运)")
_ANY = regex("三|[这那]几|加总起来|[待客饭喝请境国外车辆子]的(?:账|钱|开|支出|花费|费用|[预决]算)")
_EACH = regex(r"各|分别|哪|最|谁|排|占|比(?!上|去|前|头|20|\d)")


def three_said(text: str) -> str:
    """The question with 三公经费 for its three parts together; the text itself where each of them is meant."""
    if _EACH.search(text) or not _ANY.search(text):
        return _RUN.sub(lambda run: _BARE.sub("用车费", run[0]), text) if "车" in text else text
    return _SAID.sub("三公经费", _BEHIND.sub(r"\g<name>", text))
