"""Names that a sentence has between what was done and what they are: 「因新增甲办和乙处等机构」 (句中所列).

「新增了哪些机构」 is not answered by a sentence that only says 新增机构: the names must stand between the two.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.patterns import regex

#: A deed, the words that ask which, and the noun: 「新增了哪些机构」「新增的是什么平台」.
_ASKED = regex(
    r"(?P<deed>新增|增设|新设|新建|设立|撤销|取消|成立|更换|更新|购置|举办|编辑|出版|开展|建成|启动)"
    r"(?:了|过|的)?(?:都)?(?:是|有)?(?:了)?(?:哪[些几两三]?个?|什么|啥)(?P<noun>[\u4e00-\u9fff]{2})"
)
#: Words between that are no names.
_NO_NAME = r"(?:的|了|和|及|等|部分|有关|相关|一些|若干|多个|[一二三两四五六七八九十\d]+[个家项])*"
_LONGEST = 40


@lru_cache(maxsize=256)
def _pattern(text: str) -> re.Pattern[str] | None:
    said = _ASKED.search(text)
    if said is None:
        return None
    return re.compile(rf"{said['deed']}(?!{_NO_NAME}{said['noun']})[^，。；;]{{2,{_LONGEST}}}?{said['noun']}")


def asks_names(text: str) -> bool:
    """Whether a folded question asks for the names of what something was done to."""
    return _pattern(text) is not None


def tells_names(asked: str, text: str) -> bool:
    """Whether a text has names between the deed and the noun that a folded question says."""
    pattern = _pattern(asked)
    return pattern is not None and pattern.search(text) is not None
