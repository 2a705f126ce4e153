"""A question that says a heading of the document: the section that stands under it (标题).

What a section is called is said in asking for it, whatever the sort of the question: 「…的实施方案是什么」, 「绩效目标
设置情况」. A heading that every disclosure has for money (收支总表) is asked for in figures, and never comes here.
"""

from __future__ import annotations

from functools import cache

from ingest.accounts import strip_ordinal
from ingest.model import Chunk
from ingest.patterns import regex
from ingest.text import fold
from service.read import vocabulary
from service.text.asked import Asked
from service.text.lexical import Index

#: What a heading says beside its own name.
_FRAME = regex(
    r"^第[一二三四五六七八九十]+部分|^\d{4}年?度?|^(?:部门|单位|本部门|本单位|区级|市级|省级)+(?=.{4})|(?:的?(?:有关|相关)?(?:情况|说明|分析|内容))+$"
)
#: Headings too broad to be what is meant, and those of statements.
_BROAD = regex(
    rf"^(?:其他.*|.*(?:总表|[预决]算表|明细表)|.{{0,3}}|(?:{vocabulary.GENERIC}|收支|总体|基本|具体|有关|相关|编制)+)$"
)
_GROUP = tuple[str, tuple[str, ...]]


def said_headings(asked: Asked, index: Index) -> list[tuple[str, list[Chunk]]]:
    """Sections whose own heading the question says, with that name; the longest name first, then as printed."""
    groups: dict[_GROUP, list[Chunk]] = {}
    names: dict[_GROUP, str] = {}
    for chunk in index.chunks:
        for depth, part in enumerate(chunk.path, start=1):
            name = _name(part)
            if name and name in asked.text:
                key = (chunk.document_id, chunk.path[:depth])
                groups.setdefault(key, []).append(chunk)
                names[key] = name
    longest = max((len(name) for name in names.values()), default=0)
    return [(names[key], chunks) for key, chunks in groups.items() if len(names[key]) == longest]


@cache
def _name(heading: str) -> str:
    """What a heading is called, folded; empty where it says too little to be asked for by."""
    name = fold(strip_ordinal(heading))
    while (shorter := _FRAME.sub("", name)) != name:
        name = shorter
    return "" if _BROAD.match(name) else name
