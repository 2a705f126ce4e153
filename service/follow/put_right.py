"""A question put right: 「不对，我问的是决算」「是规资局不是财政局」 ask the same again of the other (纠正).

Rows of data: how people say that they were misunderstood, and what of it is asked. What is left is a follow-up like any.
"""

from __future__ import annotations

import re

from ingest.patterns import regex

_WRONG = r"(?:不对|不是这个|不是的?|错了|搞错了|弄错了|你?(?:理解|听|搞|弄|看|答)(?:错|反)了?|说错了|打错了|我说错了|写错了|更正一下|纠正一下|口误|等等|等下|哦不|噢不|啊不)"
_MEANT = r"(?:我(?:是)?(?:问|说|要|指|想问|想要|想知道|要问|要看|要查|说要|查|看)(?:的)?(?:是)?|问的是|说的是|要的是|指的是|应该是|应当是|应为|改成|改为|换成|是)"
_NAME = r"[^，。？！,?!\s]{1,24}?"
_ROWS: tuple[tuple[re.Pattern[str], str], ...] = (
    # 「是规资局不是财政局」, 「要2023年的，不是2024年的」
    (regex(rf"^(?:{_WRONG}[，,。！!\s]*)*{_MEANT}(?!的)(?P<is>{_NAME})[，,\s]*(?:而)?(?:不是|不要|别给)(?P<not>{_NAME})[。！!]?$"), r"\g<is>"),
    # 「不是财政局，是规资局」, 「我问的不是财政局而是规资局」
    (regex(rf"^(?:{_WRONG}[，,。！!\s]*)*(?:我(?:问|说|要|指)的?)?(?:不是|不要)(?P<not>{_NAME})[，,\s]*(?:而)?{_MEANT}(?P<is>{_NAME})[。！!]?$"), r"\g<is>"),
    # 「规资局，不是财政局」
    (regex(rf"^(?:{_WRONG}[，,。！!\s]*)*(?P<is>[^，。？！,?!\s是]{{1,24}}?)[，,\s]+(?:而)?(?:不是|不要)(?P<not>{_NAME})[。！!]?$"), r"\g<is>"),
    # 「不对，我问的是决算」, 「错了，是2019年的」
    (regex(rf"^(?:{_WRONG}[，,。！!\s]+)+(?:{_MEANT})?(?P<is>[^，。？！,?!]{{1,40}}?)[。！!]?$"), r"\g<is>"),
    # 「换个单位，规资局」
    (regex(r"^(?:那么?|再)?换(?:个|一个|一家|下|一下)(?:单位|部门|局|年份|年度|科目|项目|问题)?[，,：:\s]+(?P<is>[^，。？！,?!]{1,24}?)[。！!]?$"), r"\g<is>"),
    # 「我问的是决算」, 「我要的是2019年」
    (regex(r"^我(?:是)?(?:问|说|要|指|想问|要看|要查)的是(?P<is>[^，。？！,?!]{1,40}?)[。！!]?$"), r"\g<is>"),
)  # fmt: skip
#: What asks by itself needs no word that asks.
_ASKS = regex(r"多少|几|什么|哪|谁|怎|为何|为啥|吗|呢|占比|[？?]|率$|比例$")


def put_right(text: str) -> str:
    """The follow-up that a correction means; the text itself where it corrects nothing."""
    for pattern, meant in _ROWS:
        said = pattern.match(text)
        if said is None:
            continue
        asked = said.expand(meant).removesuffix("的")
        return asked if _ASKS.search(asked) else f"{asked}呢"
    return text
