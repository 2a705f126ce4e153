"""「是立法上花的钱多，还是监督上花的钱多」: each asked for by itself, in the words that it is called by (甲多还是乙多).

Only where the question as it is found no answer; where not both are sure, none is told.
"""

from __future__ import annotations

from ingest.patterns import regex
from service.contract import Answer
from service.second.two_asked import HEAD, Ask, Pair, both

_IN = r"(?:这?[一块项件]*事?[上里]|方面|那?这?[块头边])"
#: What is said of money beside the name of what it is for.
_MONEY = r"(?:要|会|上)?(?:(?:花|用|投入?|安排|列支?|给)(?:的|去的)?)?(?:的)?(?:钱|资金|经费|预算(?:数)?)?"
_SIDE = r"(?:更|要)?[多少大小高低](?:一?些|一?点)?"
_EITHER = regex(
    rf"^(?:的|在|，|到底|究竟|都)*(?:是)?(?:在)?(?P<one>[\u4e00-\u9fff“”（）]{{2,12}}?){_IN}?{_MONEY}{_SIDE}[，,、]?"
    rf"还是(?:在)?(?P<other>[\u4e00-\u9fff“”（）]{{2,12}}?){_IN}?{_MONEY}{_SIDE}?(?=[，,。；;？?！!]|$)(?P<rest>.*)$"
)
#: 「立法和监督哪个预算多」.
_WHICH = regex(
    rf"^(?:的|在|，)*(?P<one>[\u4e00-\u9fff“”（）]{{2,12}}?){_IN}?(?:和|与|跟)(?P<other>[\u4e00-\u9fff“”（）]{{2,12}}?){_IN}?"
    rf"[，,]?(?:哪一?[个项样边块头]|谁|何者)的?{_MONEY}{_SIDE}(?:的)?(?=[，,。；;？?！!]|$)(?P<rest>.*)$"
)
#: What was spent is not told by a budget, and what is counted is no money.
_SPENT = regex(r"花了|用了|实际|决算|执行")
_GAP = regex(r"(?:相?差|[多少高低大小])(?:出|了|距|额|是)*(?:多少|几)")
_ASKS_MONEY = regex(r"钱|预算|经费|资金|花|投入|安排")


def either_or(text: str, ask: Ask) -> Answer | None:
    """Both figures and how far they are apart; None where it is not asked so, or one of them is not sure."""
    head = HEAD.match(text)
    said = None
    if head is not None and not _SPENT.search(text):
        said = _EITHER.match(text[head.end() :]) or _WHICH.match(text[head.end() :])
    if head is None or said is None or said["one"] == said["other"]:
        return None
    much = "多少钱" if _ASKS_MONEY.search(text) else "是多少"
    made = both(Pair(f"{head[0]}{said['one']}{much}", f"{head[0]}{said['other']}{much}"), ask)
    if made is None:
        return None
    whole, one, other = made.figures[0], *made.figures[1:3]
    alike = (one.entity, one.year, one.stage) == (other.entity, other.year, other.stage)
    if not alike or one.label == other.label:
        return None
    more = one if not whole.value.startswith("-") else other
    figures = made.figures if _GAP.search(said["rest"]) else [f for f in made.figures if f is not whole]
    told = made.answer if whole.value.strip("-0.") == "" else f"{made.answer}\n{more.label}更多。"
    return made.model_copy(update={"answer": told, "figures": figures})
