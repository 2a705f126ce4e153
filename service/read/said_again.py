"""Words beside an account that only say part of its name again: 「付物业公司的物业管理费」 (重说其名)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.model import Fact
from ingest.patterns import regex
from ingest.text import fold
from service.model import Term
from service.read.segments import Role, Word
from service.read.terms import Match
from service.read.wording import Wording

#: What is done with the money, before whom or what it is for; and what whoever is paid is.
_PAYS = regex(
    r"^(?:那个?|这个?|每年|年年)?(?:(?:支?付|交|缴|发|拨|花|打|结)(?:给|在|到)?了?|给|向|用[于来在]|拿来|请|雇|做|搞|办)?"
)
_WHO = regex(r"(?:服务)?(?:公司|单位|企业|机构|商家?|那边|那儿|他们|人家)$")
#: A name of several things, of which one alone is another account: 公务用车购置及运行维护费.
_OF_TWO = regex("[及和与、或]")
_LEAST = 2


def claim_said_again(wording: Wording, words: Sequence[Word], facts: Sequence[Fact]) -> None:
    """Mark as explained what stands beside an account and is made of words of its name, but for who is paid.

    A part out of its place (住房的, behind 公积金) says again only what no second account of the documents is called.
    """
    named = [w for w in words if w.role is Role.SUBJECT and w.exact and isinstance(w.value, Term)]
    for word in named:
        name = fold(word.value.name) if isinstance(word.value, Term) else ""
        for low, high in _beside(wording, word, name):
            run = wording.text[low:high]
            alone = word.text == name or not _OF_TWO.search(name)
            if alone and not any(wording.taken[low:high]) and not _is_told_by(run, word.text, name, facts):
                wording.claim(Match(low, high, run, None))


def _beside(wording: Wording, word: Word, name: str) -> Iterator[tuple[int, int]]:
    """The runs straight before an account, with 的, and those apart from it, that are of its name."""
    text, edges = wording.text, wording.gaps | wording.breaks | wording.stops
    end = word.start - 1
    start = end
    if text[end : word.start] == "的":
        while start > 0 and not wording.taken[start - 1] and text[start - 1] != "的" and start not in edges:
            start -= 1
        run = _WHO.sub("", _PAYS.sub("", text[start:end]))
        if len(run) >= _LEAST and run in name:
            yield start, end
    part = re.match(r"(?P<run>[\u4e00-\u9fff]{2,4}?)的", text[word.end :])
    if part is not None and word.end in edges and part["run"] in name and word.text in name:
        yield word.end, word.end + part.end()


def _is_told_by(run: str, said: str, name: str, facts: Sequence[Fact]) -> bool:
    """Whether a run tells one account from another that is called by the same word."""
    others = {fold(f.subject.name) for f in facts} - {name}
    return said != name and any(run in other and said in other for other in others)
