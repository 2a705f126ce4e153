"""Of what parts an amount is made up, in the words that are understood (构成的说法).

「分别来自哪几个渠道，各多少」「由哪几部分组成」「都从哪来的」: a question by itself, or the next one after the whole.
"""

from __future__ import annotations

import re

from ingest.patterns import regex

_PART = r"(?:渠道|来源|途径|方面|路子|口子|部分|块|大块|地方|名目)"
_FROM = (
    r"(?:是|都|分别|主要|具体|又)*(?:来自于?|来源于|源自|源于|出自|由|从|靠)(?:于)?哪(?:几|些)?(?:个|种|条|类)?"
    rf"{_PART}?(?:里)?(?:组成|构成|来|筹集|取得|得来|筹来|出)?的?"
)
_EACH = (
    r"(?P<each>[，,]?(?:又|都)?(?:各|分别|各自|每[块个项])(?:是|有|占|来)?(?:多少|几何)(?:钱|元|万元|万)?)?"
)
_END = r"[？?。！!]*$"
#: The next question after the whole, with no word of its own.
_NEXT = regex(
    rf"^(?:那么?|这些?|它们?|其中|里面|这里面|具体)?[，,]?(?:{_FROM}|(?:是|都|分别|主要|有|包括|又)*哪(?:几|些)(?:个|大)?{_PART})"
    rf"{_EACH}{_END}"
)
#: Where the income comes from, each channel with its amount.
_INCOME = regex(rf"(?P<whole>收入)(?:总额|合计|总计)?(?:的)?(?:{_FROM}|来源有哪些){_EACH}{_END}")


def parts_plainly(text: str) -> str:
    """The question that asks for the parts of a whole in plain words; any other as it is."""
    if "哪" not in text:
        return text
    if _NEXT.match(text):
        return "分成哪几块，各多少"
    income = _INCOME.search(text)
    if income is None or not (income["each"] or re.search("组成|构成", income[0])):
        return text
    return f"{text[: income.start()]}收入由哪几部分组成，各多少"
