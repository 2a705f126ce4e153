"""What is to be done, asked after what is wrong: 「后来咋整改的」 after 「公厕管护查出什么问题」 (追问措施)."""

from __future__ import annotations

from ingest.patterns import regex
from ingest.text import fold
from service.follow.conversation import Talk
from service.model import PHRASE_KINDS, Plan
from service.text.asked import sort_of
from service.text.concepts import concepts_of
from service.text.shortfalls import read_shortfall
from service.text.sorts import Sort

_ASKED = regex(
    r"^(?:那|那么|针对|对|这个|这些|问题|情况|他们|单位|学校|医院|学院|法院|政府|街道|[局院校镇乡园府]里|，)*(?:打算|准备|下一步|下步|后来|后续|以后|今后|要|该|都|是|又|说)*(?:咋|怎么|怎样|如何)"
    r"(?:个|去|来)?(?:整?改进?|办|解决|处理|弄)(?:法)?(?:的|了|呢|啊|呀)*[？?。！!]*$"
    r"|^(?:那|那么|有|有没有|提了|采取了|针对这个)*(?:什么|啥|哪些)(?:整改|改进)?(?:措施|办法|对策)(?:呢|吗|没有?)*[？?。]*$"
)


#: 「那打算怎么补人手」: what will be done, in words of its own, where it was told what fell short.
_WILL = regex(
    r"^(?:那么?|他们|单位|学校|医院|法院|政府|街道|[局院校镇乡园府]里|，)*(?:打算|准备|计划|下一步|下步|以后|今后|往后|接下来)(?:要|又|都|是|该)*"
    r"(?:咋|怎么|怎样|如何)(?:去|来|样)?[\u4e00-\u9fff]{1,8}[？?。！!]*$"
)


def remedy_then(text: str, talk: Talk) -> str:
    """The follow-up as a question on what was wrong; the text itself where it asks for no measure, or after no such
    question."""
    if not talk or len(talk[-1].bodies) != 1:
        return text
    plan = talk[-1].plan
    trouble = sort_of(fold(plan.text)) is Sort.TROUBLE
    short = trouble or bool(plan.intent == Sort.REASON.value and read_shortfall(fold(plan.text)).lacks)
    if not plan.entity or not (_ASKED.match(text) or (short and _WILL.match(text))):
        return text
    year = f"{plan.year}年" if plan.year else ""
    if not trouble and not (short and _WILL.match(text)):
        thing = _thing(plan)
        return f"{plan.entity}{year}{thing}打算怎么解决" if thing else text
    things = [concept.forms[0] for concept in concepts_of(plan.text, Sort.TROUBLE)]
    asked = f"{''.join(things)}的整改措施是什么" if things else "改进措施有哪些"
    return f"{plan.entity}{year}{asked}"


def _thing(plan: Plan) -> str:
    """The thing in the document's own words that was told of, against which something may be done."""
    own = plan.subject is not None and plan.subject.kind in PHRASE_KINDS and plan.subject.kind != "项目"
    return plan.subject.name if own and plan.subject is not None else ""
