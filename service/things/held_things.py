"""The figures that may be searched for by a question's own words, what is compared of each made once (可查之事)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.model import Fact
from ingest.patterns import regex
from ingest.text import fold
from service.accounts.lexicon import is_whole
from service.figures.held import once
from service.figures.told import is_for_one
from service.model import PHRASE_KINDS

#: Kinds that are searched: those named in a document's own words, purchases, and what is owned.
_SEARCHED = PHRASE_KINDS | {"政府采购", "资产", "人员"}
#: 「设备（不含车辆）」 tells of no vehicles.
_LEFT_OUT = regex(r"不(?:含|包括)[\u4e00-\u9fff]{2,6}")
_ABROAD = regex(r"(?:其中)?(?:(?:国[（(]境[）)]外|国外|境外|外事|外宾)接待|接待外宾)")
_CHINESE = regex(r"[\u4e00-\u9fff]{2}")


@dataclass(frozen=True, slots=True, eq=False)
class Thing:
    """A figure, its folded name whole and without what it leaves out, the headings and the sentence around it.

    ``key`` is one for figures that tell the same; ``abroad`` says that it is of guests from abroad alone.
    """

    fact: Fact
    key: tuple[str, str, tuple[str, ...], str]
    whole: str
    bare: str
    path: str
    quote: str
    abroad: bool

    def name(self, content: str) -> str:
        """The name as it is compared with a question's content; empty where it says nothing in Chinese."""
        name = self.whole if "不含" in content else self.bare
        return name if _CHINESE.search(name) else ""


def things_of(facts: Sequence[Fact]) -> Sequence[Thing]:
    """Those that may be searched for: figures of things that a document names in its own words."""
    return once(facts, things_of, lambda: [_thing(fact) for fact in facts if _is_searched(fact)])


def _is_searched(fact: Fact) -> bool:
    told = fact.subject.kind in _SEARCHED and fact.value is not None
    return told and is_whole(fact.subject.name) and not is_for_one(fact)


def _thing(fact: Fact) -> Thing:
    s, quote = fact.subject, fact.source.quote
    name = fold(s.name)
    return Thing(
        fact,
        (s.kind, s.name, s.path, f"{quote}{fact.value}{fact.unit}"),
        name,
        _LEFT_OUT.sub("", name),
        fold("".join(s.path)),
        fold(quote),
        _ABROAD.match(s.name) is not None,
    )
