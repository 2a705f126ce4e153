"""What is to be done, asked after what is wrong: 「后来咋整改的」 after 「公厕管护查出什么问题」 (追问措施)."""

from __future__ import annotations

from ingest.patterns import regex
from ingest.text import fold
from service.follow.conversation import Talk
from service.text.asked import sort_of
from service.text.concepts import concepts_of
from service.text.sorts import Sort

_ASKED = regex(
    r"^(?:那|那么|针对|对|这个|这些|问题|他们|单位|，)*(?:打算|准备|下一步|下步|后来|后续|以后|今后|要|该|都|是|又|说)*(?:咋|怎么|怎样|如何)"
    r"(?:个|去|来)?(?:整?改进?|办|解决|处理|弄)(?:法)?(?:的|了|呢|啊|呀)*[？?。！!]*$"
    r"|^(?:那|那么|有|有没有|提了|采取了|针对这个)*(?:什么|啥|哪些)(?:整改|改进)?(?:措施|办法|对策)(?:呢|吗|没有?)*[？?。]*$"
)


def remedy_then(text: str, talk: Talk) -> str:
    """The follow-up as a question on what was wrong; the text itself where it asks for no measure, or after no such
    question."""
    if not talk or not _ASKED.match(text) or len(talk[-1].bodies) != 1:
        return text
    plan = talk[-1].plan
    if sort_of(fold(plan.text)) is not Sort.TROUBLE or not plan.entity:
        return text
    things = [concept.forms[0] for concept in concepts_of(plan.text, Sort.TROUBLE)]
    year = f"{plan.year}年" if plan.year else ""
    asked = f"{''.join(things)}的整改措施是什么" if things else "改进措施有哪些"
    return f"{plan.entity}{year}{asked}"
