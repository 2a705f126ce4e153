"""How a reason is asked for without the word for it: 主因, 受什么影响, 多出来的干啥用了 (问因).

A figure is never an answer to that.
"""

# ruff: noqa: E501 - rows are read whole

from __future__ import annotations

import re

from ingest.patterns import regex

#: Words that ask for a reason, and what they are read as; over the question as it is typed.
_IN_WORDS: tuple[tuple[re.Pattern[str], str], ...] = (
    (regex(r"[，,]?(?:是|都)?由(?:哪些|什么|啥|何种)[^，。？]{0,6}(?:因素|原因)(?:构成|组成|造成|引起|导致)?的?"), "的原因是什么"),
    (regex(r"[，,]?(?:是|都)?(?:受|被)到?(?:什么|啥|哪些|哪方面|何种)(?:因素|原因|情况)?的?(?:影响|拖累)的?"), "的原因是什么"),
    (regex(r"的?(?:主要|影响|增减|变动|变化)的?(?<!绩效)因素(?:都|主要)?(?:是|有)?(?:什么|啥|哪[些几个]?)?"), "的原因是什么"),
    (regex(r"[，,]?(?:是)?(?:由)?(?:什么|啥|何)(?:引起|所致|使得|导致|造成)的?"), "的原因是什么"),
    (regex(r"的?(?:事由|缘由)(?:是什么|为何|有哪些)?(?=[。？?]?$)"), "的原因是什么"),
    (regex(r"怎么(?:造成|引起|导致)的"), "的原因是什么"),
    (regex(r"(?<![自民起])[主成]因(?![素为此果])(?:是|在)?(?:什么|啥|哪)?"), "主要原因"),
    (regex(r"凭(?:啥|什么)(?!立项|文件|依据|规定|政策|批)"), "为什么"),
    (regex(r"(?:是)?(?:怎么|咋|如何)(?:样)?(?:给|才)?(?:省|压|抠|缩)(?:减|缩)?(?:下来|出来|下去|下)的?(?:呢|啊|呀)?(?=[，。？?]|$)"), "减少的原因是什么"),
    (
        regex(r"(?P<moved>增长|增加|上涨|涨|增|多|减少|下降|降)(?:了|的)?(?:主要|全)?(?:是)?靠(?:的)?(?:是)?(?:什么|啥|哪[些块]?)"),
        r"\g<moved>的原因是什么",
    ),
    # The year that a thing was put off to is not the year that is asked about.
    (
        regex(r"(?P<why>(?:为什么|为啥|为何|咋|怎么)[^，。？]{0,8}?)(?:拖|推迟|推后|推|挪|延期|延后|延|顺延)到?了?(?:(?:20)?\d\d|明|下|第二)年(?:度)?(?:才)?(?=[，,。？?！! 开动实做干]|$)"),
        r"\g<why>推迟",
    ),
    # 「到底卡在哪了」, 「难在哪」, 「问题出在哪个环节」
    (
        regex(
            r"[，,]?(?:到底|究竟|是|又|主要|都|现在|一直|给)*(?:卡|堵|耽搁|耽误|拖|难|症结|(?:毛病|问题|岔子|原因)出?)(?:住了?|了|就)?(?:是)?在(?:了)?"
            r"(?:哪|什么|啥)(?:里|儿|个环节|一步|一环|个地方|地方|方面|上)?(?:了|呢|啊|呀|的)*(?=[，。？?！! ]|$|[\u4e00-\u9fff]{0,8}怎么[说讲])"
        ),
        "，原因是什么",
    ),
    # 「多花了两万多，是换了什么东西」「涨了点，钱用到哪儿去了」「多出来那点，干啥用了」
    (
        regex(
            r"(?P<moved>(?:多|少|涨|降|增|减|超|省)(?:花|用|出|支)?(?:出来?|了|掉|的)[^？?]{0,12}?)[，,]?(?:是|都|主要|到底|钱|拿去|用来)*"
            r"(?:干(?:什么|啥|嘛)[去用]?[了的]?|(?:换|买|修|添|建|搞|办|做|花|用|投|给)(?:了|去|成|到|在|给)+(?:哪|什么|啥|谁)[^，？?]{0,4})[？?]?$"
        ),
        r"\g<moved>，原因是什么",
    ),
)  # fmt: skip


def in_why(text: str) -> str:
    """The question with its own way of asking for a reason in plain words; a question for an amount as it is."""
    if re.search(r"多少|几(?!乎)", text):
        return text
    for pattern, meant in _IN_WORDS:
        text = re.sub(r"的的", "的", pattern.sub(meant, text))
    return text
