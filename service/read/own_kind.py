"""What a body is called by its kind alone, 「那学校占地多大」 of a college: it names nothing that is asked (自称).

A row is how such a body is called and how its name ends; a new kind is a new row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.patterns import regex
from service.read.terms import Match

_ROWS: tuple[tuple[str, str], ...] = (
    ("学校|学院|校方|校园", "学校|学院|大学|中学|小学|高中|幼儿园|党校|技校|中专"),
    ("医院|院方", "医院|卫生院|保健院|保健中心"),
    ("法院", "法院"),
    ("检察院", "检察院"),
    ("海关", "海关"),
    ("街道|街道办|办事处", "街道办事处|街道|街道办"),
    ("镇上|镇里|全镇|镇政府", "镇人民政府|镇政府|镇"),
    ("乡里|全乡|乡政府", "乡人民政府|乡政府|乡"),
    ("局里|全局", "局"),
    ("馆里|馆方", "馆"),
)
#: It opens what is said or what is asked a share of, and a verb, a time or a number follows: 「学校安全」 is a thing.
_BEFORE = r"(?:^|(?<=[，\s的])|(?<=[那这占])|(?<=占了)|(?<=这个)|(?<=那个)|(?<=整个))"
_BEHIND = (
    r"(?=占|有(?!关)|的|里|给|拿|自己|本身|一共|一年|总共|共有|共(?=收|招|花)|现|今年|去年|全年|全部|收了|招|开了|开设|养|花|用了|买|年末|年底|20\d\d"
    r"|多少|几[个名位]|在校|在职|每年|平均)"
)
_KINDS = tuple((regex(f"{_BEFORE}(?:{called}){_BEHIND}"), regex(f"(?:{ends})$")) for called, ends in _ROWS)


def own_kind(text: str, taken: Sequence[bool], bodies: Sequence[str]) -> Iterator[Match[None]]:
    """Where a folded text, its explained characters marked, calls the body of these names by its kind."""
    said = "".join(" " if known else char for char, known in zip(text, taken, strict=True))
    for called, ends in _KINDS:
        if any(ends.search(body) for body in bodies):
            yield from (Match(m.start(), m.end(), m[0], None) for m in called.finditer(said))
