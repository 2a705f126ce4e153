"""What follows a list of explained words under the next number is no explanation (名词解释之后)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.model import Paragraph, Section
from ingest.patterns import regex

GLOSSARY = regex(r"名词解释|名词说明|专业术语")
_NUMERALS = "一二三四五六七八九十"
_STYLES = (
    regex(rf"^\s*[（(](?P<n>[{_NUMERALS}])[)）]"),
    regex(rf"^\s*(?P<n>[{_NUMERALS}])、"),
)
_EXPLAINS = regex(r"^[^。；]{0,40}?(?:[:：]|是?指|反映)")


def part_glossaries(sections: Sequence[Section]) -> tuple[Section, ...]:
    """The sections, those that explain words ended where the next heading of their own rank begins a paragraph."""
    return tuple(part for section in sections for part in _parts(section))


def _parts(section: Section) -> Iterator[Section]:
    heading = section.path[-1] if section.path else ""
    style = next((s for s in _STYLES if s.match(heading)), None)
    if style is None or not GLOSSARY.search(heading):
        yield section
        return
    path, held = section.path, list[Paragraph]()
    number = _number(style, heading)
    for paragraph in section.paragraphs:
        if _number(style, paragraph.text) == number + 1 and not _EXPLAINS.match(paragraph.text):
            if held:
                yield Section(path, held[0].page, tuple(held))
            number, held = number + 1, []
            path = (*section.path[:-1], paragraph.text.split("。")[0][:30])
        held.append(paragraph)
    if held:
        yield Section(path, held[0].page, tuple(held))


def _number(style: re.Pattern[str], text: str) -> int:
    match = style.match(text)
    return _NUMERALS.index(match["n"]) if match else -9
