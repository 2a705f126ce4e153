"""“三公”经费 that the text tells of all money, where the form holds appropriations alone (全部资金口径)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.model import Fact, Fund, Origin, Section, Table
from ingest.patterns import regex
from ingest.text import fold

#: 「说明中的数为全部资金口径」, 「指用财政拨款及其他资金安排的」: said of the “三公”经费 somewhere in the document.
_ABOUT = regex(r"三公")
_SAID = regex(
    r"(?:全部|各项|各类|所有)资金(?:的?口径|安排的?)|全口径|财政拨款(?:及|和|以及|、|与)(?:其他|自有|单位|事业|非财政)[^，。；]{0,8}资金"
)
_OF_APPROPRIATIONS = regex(r"财政拨款|一般公共预算")


def of_all_money(facts: Sequence[Fact], sections: Sequence[Section], tables: Sequence[Table]) -> list[Fact]:
    """The facts with the “三公”经费 of sentences as paid from all money, where the document says so of them."""
    if not any(_ABOUT.search(text) and _SAID.search(text) for text in map(fold, _texts(sections, tables))):
        return list(facts)
    return [replace(fact, fund=Fund.ALL) if _is_bare(fact) else fact for fact in facts]


def _is_bare(fact: Fact) -> bool:
    """Whether a sentence names no money: 财政拨款 was only taken to be meant, as it mostly is."""
    told = fact.origin is Origin.SENTENCE and fact.subject.kind == "三公经费"
    return told and fact.fund is Fund.APPROPRIATION and not _OF_APPROPRIATIONS.search(fact.source.quote)


def _texts(sections: Sequence[Section], tables: Sequence[Table]) -> Iterator[str]:
    for section in sections:
        yield from (paragraph.text for paragraph in section.paragraphs)
    for table in tables:
        yield "".join(line.text for line in table.footnotes)
