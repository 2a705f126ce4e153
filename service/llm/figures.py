"""Whether words tell a number or a measure, in whatever way it is written (数与量的写法)."""

from __future__ import annotations

import unicodedata

from ingest.patterns import regex

#: Words with a numeral in them that count nothing.
_NO_NUMBER = regex(
    r"一般|统一|进一步|一定|一些|一方面|一直|一旦|一体化?|一律|一致|一并|一系列|一站式|一线|一流|三公|第三方|十分|百姓|千方百计"
    r"|万一|两会|五险一金|专一|一带一路|一村一"
)
#: Measures without a numeral, and words whose sense hangs on what they are held against.
_MEASURE = regex(
    r"半|倍|番|[两兩俩仨双萬億]|几(?=[个十百千万亿成])|打折|对折|(?<![组形生])成(?=左右|以上|以下)|若干|数额为|高于|低于|大于|小于|多于|少于|超过|超出|超额|不足|不及"
    r"|等于|相当于|最|唯一|全部|所有|全额|大部分|大多|多数|少数|绝大|几乎|至少|至多|(?<![节合条])约|接近|将近|左右|以上|以下|以内"
    r"|持平|翻|过万|腰斩"
)


def tells_figure(text: str) -> bool:
    """Whether a text holds a digit or numeral of any script, or a word that measures or compares."""
    bare = _NO_NUMBER.sub("", text)
    return bool(_MEASURE.search(bare)) or any(unicodedata.numeric(char, None) is not None for char in bare)
