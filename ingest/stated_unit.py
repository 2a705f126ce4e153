"""The unit that running text states for all tables of a document: 「本部分各表金额单位均为千元」 (全文单位)."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.model import Section
from ingest.patterns import regex

_STATED = regex(
    r"(?:各表|报表|表格|表中|附表|下列表|上述表)[^。；]{0,14}?单位(?:均|都|统一)?(?:为|是|[:：])(?:人民币)?[“\"]?(?P<unit>百万元|亿元|万元|千元|元)"
)


def stated_unit(sections: Sequence[Section]) -> str:
    """The unit of money of every table that states none itself; empty where the text tells none, or several."""
    found = {
        match["unit"]
        for section in sections
        for paragraph in section.paragraphs
        for match in _STATED.finditer(paragraph.text)
    }
    return found.pop() if len(found) == 1 else ""
