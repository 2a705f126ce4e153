"""What the sentence straight above a table says that it tells: 「近三年全市事故主要指标见下表」 (引表之句)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.model import Fact, Line
from ingest.patterns import regex
from ingest.statements import UNKNOWN, title_to_statement

#: So many lines above a table may be of one sentence.
_LINES = 3
_LEAD = regex(
    r"(?:^|[。；，：:、）)])(?P<what>[^。；，：:（）()]{4,36}?)(?:的?(?:具体)?情况)?(?:如|见|详见|列于|列在)下(?:表|面)?(?:所示|所列)?[：:。]?$"
)
_HEAD = regex(
    r"第[一二三四五六七八九十]{1,2}部分|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]"
)
#: In what a row is told, behind its name.
_UNIT = regex(r"[（(][百千万亿]*元[)）]$")
#: Kinds whose rows are named in the documents' own words.
_OWN_WORDS = ("业务量", "其他")


def led_in(above: Sequence[Line]) -> str:
    """The thing that such a sentence names, where no statement is called so; empty where there is none."""
    texts = [line.text.strip() for line in above[-_LINES:]]
    heads = [at for at, text in enumerate(texts) if _HEAD.match(text)]
    said = _LEAD.search("".join(texts[heads[-1] :] if heads else texts))
    what = said["what"] if said else ""
    return what if what and title_to_statement(f"{what}表") is UNKNOWN else ""


def under_lead(facts: Sequence[Fact], lead: str) -> list[Fact]:
    """The figures of a table with what leads to it over the names of its rows."""
    if not lead:
        return list(facts)
    return [
        replace(
            f,
            subject=replace(
                f.subject, name=_UNIT.sub("", f.subject.name) or f.subject.name, path=(lead, *f.subject.path)
            ),
        )
        if f.subject.kind in _OWN_WORDS and f.statement == UNKNOWN.name
        else f
        for f in facts
    ]
