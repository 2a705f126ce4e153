"""A sentence that tells a figure must stand in the passage as it is, whole, and is then told in the passage's own
characters (原句照录)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest.patterns import regex

#: What numbers the items of a list.
ORDINAL = regex(
    r"^\s*(?:[（(][一二三四五六七八九十0-9]{1,3}[）)]|[0-9]{1,2}[.．、](?![0-9])|[一二三四五六七八九十]{1,3}[、是])\s*"
)
_SAME = {",": "，", ";": "；", ":": "：", "(": "（", ")": "）"}
_THOUSANDS = regex(r"(?<=\d)[,，](?=\d{3}(?!\d))")
#: Words that a sentence may begin with and mean nothing by.
_LEAD = regex(r"^(?:此外|另外|同时|其中|而且|因此|所以|具体来说|具体)[，：]?")
#: What a sentence is held against, said before what it is about.
_AGAINST = regex(r"^(?:(?:20\d\d年度?)?[，]?(?:与|和|同|较|比)[^，]{0,14}(?:相比|比较|比)，)")
#: How words begin that are about something said before them.
_ELLIPTIC = regex(
    r"^(?:比|较|与|和|同比|增|减|上升|下降|提高|占|完成|为|共|其|各|均|持平|分别|主要|原因|用于|即|并|且|但|而|约|达|是|也|还|又|仅|不|未"
    r"|无|没|前者|后者|二者|两者|两项|上述|该|此|这|以上|决算数|预算数|支出决算|年初预算)"
)


def quoted(text: str, sentences: Iterable[str]) -> str:
    """The stretch of one of the sentences that a text is, as printed there; empty where it is none.

    It begins where the sentence does, or after ；：其中, the number of an item left out or not, with words that name
    what they are about, and ends with a clause.
    """
    wanted, _ = _folded(text)
    wanted = _LEAD.sub("", wanted).strip("，；：、")
    if not wanted or _ELLIPTIC.match(_AGAINST.sub("", wanted)):
        return ""
    for sentence in sentences:
        plain, places = _folded(sentence)
        start = plain.find(wanted)
        while start >= 0:
            end = start + len(wanted)
            if _begins(plain, start) and _ends(plain, end) and _balanced(wanted):
                return sentence[places[start] : places[end - 1] + 1]
            start = plain.find(wanted, start + 1)
    return ""


def _folded(text: str) -> tuple[str, list[int]]:
    """The text without spaces and thousands' marks, one width of punctuation; with each character's place."""
    dropped = {m.start() for m in _THOUSANDS.finditer(text)}
    kept = [(i, _SAME.get(c, c)) for i, c in enumerate(text) if i not in dropped and not c.isspace()]
    return "".join(c for _, c in kept), [i for i, _ in kept]


def _begins(text: str, start: int) -> bool:
    before = re.split("[；：。！？]", text[:start])[-1]
    return before in ("", "其中，") or ORDINAL.sub("", before) == ""


def _ends(text: str, end: int) -> bool:
    return end == len(text) or text[end] in "，；。！？"


def _balanced(text: str) -> bool:
    return all(text.count(opened) == text.count(closed) for opened, closed in ("（）", "“”", "《》", "「」"))
