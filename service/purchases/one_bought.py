"""「最大的一笔采购」 where only the three sorts of purchases are printed: that it is the sorts is said (只列到类)."""

from __future__ import annotations

from ingest.patterns import regex
from service.contract import Answer, Status
from service.figures.simple_figures import amount, one, share_of, who
from service.second.merge import merge
from service.second.two_asked import Ask

#: One thing that was bought, by its size.
ASKS_ONE_BOUGHT = regex(
    r"最[大多高贵][^，。？类]{0,6}采购(?!.*类)|(?:采购|[购买])[^，。？类]{0,8}最[大贵多高](?!.*类)|金额最大的.{0,2}样?物品"
)
#: The sorts themselves are asked about.
_OF_SORTS = regex(r"类|(?:货物|工程|服务)[^，。？]{0,2}(?:货物|工程|服务)")
_SORTS = ("政府采购货物支出", "政府采购工程支出", "政府采购服务支出")


_OF_ALL = regex(r"占[^，。？]{0,8}(?:多少|几成|百分之|比重|比例|几)|占比")


def _share(answer: Answer, ask: Ask) -> Answer | None:
    """The largest row with its share of all purchases."""
    head = who(answer)
    rows, whole = ask(f"{head}政府采购金额最大的物品是什么"), ask(f"{head}政府采购支出是多少")
    total = one(whole, "政府采购支出")
    if not head or rows.status is not Status.ANSWERED or total is None or rows.figures[0].label in _SORTS:
        return None
    both = merge((rows, whole), answer.conversation_id)
    first = both.figures[0]
    share = share_of(first, [both.figures[-1]], total.label)
    if share is None:
        return None
    said = f"{rows.answer}\n最大的一笔占{total.label} {amount(total)}的 {share.value}%（{share.formula}）。"
    return both.model_copy(update={"answer": said, "figures": [first, share, *both.figures[1:]]})


def only_sorts(answer: Answer, text: str, ask: Ask) -> Answer | None:
    """The rows that are printed one by one; else the answer with the remark that only its sorts are."""
    if _OF_ALL.search(text):
        return _share(answer, ask)
    if answer.status is not Status.ANSWERED or not answer.figures or _OF_SORTS.search(text):
        return None
    if not all(figure.label in _SORTS for figure in answer.figures):
        return None
    asked = ask(f"{who(answer)}政府采购金额最大的物品是什么") if who(answer) else answer
    if asked.status is Status.ANSWERED and any(f.label not in _SORTS for f in asked.figures):
        return asked
    first = answer.figures[0]
    most = f"其中最大的一类是{first.label}，{first.value} {first.unit}。"
    lead = f"没有找到逐笔列出的采购，找到的是货物、工程、服务几类的金额，{most}"
    return answer.model_copy(update={"answer": f"{lead}\n{answer.answer}"})
