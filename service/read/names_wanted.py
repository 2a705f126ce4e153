"""Names asked for beside a number or behind a question: 「哪几个分局啊，说说名字」, 「有几个站，都叫什么」 (要名字).

Such an end says which they are; how many there are does not answer it.
"""

from __future__ import annotations

import re

from ingest.patterns import regex

_MARK = r"[，,、。；;？?！!\s]*"
_SAY = r"(?:说说?|讲讲?|报报?|列|念念?|写|数数?|点点?|告诉我|给我?|发我?)"
_NAMES = r"(?:它们?|他们)?的?(?:各自|所有|全部|具体)?的?(?:名字|名称|名单)"
#: 「说说名字」, 「把名字都列出来」, 「名字给我」.
_END = regex(
    rf"{_MARK}(?:请|再|麻烦|顺便|把|并|都)*(?:{_SAY}(?:一?下|一?遍|出来?)?(?:都|全)?{_NAMES}(?:听听|看看|来|出来)?"
    rf"|{_NAMES}(?:也|都|全|分别|逐一)*{_SAY}(?:一?下|一?遍|出来?|全|清楚)?)(?:吧|呗|嘛|啊)?{_MARK}$"
)
#: 「有几个站，分别叫什么」: behind the number, which they are.
_WHICH_THEN = regex(
    rf"(?:，|,|？|\?|、|。|；|\s)+(?:它们)?(?:都|各|分别|各自|又|具体|名字)*(?:是|有)?(?:哪(?:些|几[个家所处支座]|[两三四五六七八九十][个家所处支座])|叫(?:什么|啥)(?:名字?)?|是?(?:什么|啥)名字?){_MARK}$"
)
_WHICH = regex("哪|什么|啥|叫")
_NUMBER = regex(
    r"(?:共|一共|总共|合计|有|设|分)*(?:成|了)?(?<![哪那这好])(?:几|多少)[个家所处支座](?P<noun>[\u4e00-\u9fff]{2,10})(?:啊|呀)?$"
)
#: Of money and of people more is asked than what they are called.
_LEAST = 4


def as_names(text: str) -> str:
    """The question with such an end taken for what it asks: 「哪几个分局」; any other as it is."""
    plain = _END.search(text)
    found = plain or _WHICH_THEN.search(text)
    if found is None or found.start() < _LEAST:
        return text
    head = text[: found.start()]
    head = re.sub("[啊呀]$", "", head)
    number = _NUMBER.search(head)
    if number is not None and (plain is not None or "单位" not in number["noun"]):
        return f"{head[: number.start()]}有哪些{number['noun']}"
    if plain is None:
        return text
    return head if _WHICH.search(head) else f"{head}叫什么"
