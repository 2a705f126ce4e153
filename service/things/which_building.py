"""The building that a height, a number of floors or an area is asked of: another one's is no answer (哪一座房子)."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.model import Fact
from ingest.patterns import regex
from ingest.text import fold
from service.read.hearing import Heard

_MEASURED = frozenset(("米", "层", "平方米", "亩", "公顷", "公里"))
_BUILDING = regex(r"[\u4e00-\u9fff]{1,12}?(?:楼|馆|大厦|塔|桥|中心|学校|医院|公园|广场|车站|泵站)")
_NO_NAME = regex(r"^(?:那个|这个|那|这|的|新建|新|在|是|要|了|中|里)+")
_ANY = frozenset(("大楼", "新楼", "主楼", "裙楼", "地上主楼", "楼"))


def other_building(heard: Heard, facts: Sequence[Fact]) -> tuple[str, ...]:
    """The buildings that a question on sizes names and the documents' names and sentences do not have."""
    if heard.count_unit not in _MEASURED:
        return ()
    said = (_NO_NAME.sub("", match[0]) for match in _BUILDING.finditer(heard.said))
    named = [name for name in said if len(name) > 1 and name not in _ANY]
    return tuple(name for name in named if not _is_told(name[-4:], facts))


def _is_told(words: str, facts: Sequence[Fact]) -> bool:
    return any(
        words in fold(text)
        for fact in facts
        for text in (fact.subject.name, *fact.subject.path, fact.source.quote, fact.entity)
    )
