"""A part of an account that only the text tells of: 「公务用车运行维护费里维修多少」 (科目内的分项).

What an account of the lowest level is spent on stands in no table; another account called like it is another thing.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from ingest.model import Fact
from ingest.text import fold
from service.accounts.lexicon import term_of
from service.accounts.said_in_part import WITHIN
from service.model import PHRASE_KINDS, Term
from service.read.terms import Match, overlap
from service.read.wording import Wording

#: Accounts that hold no other account of the tables.
_LOWEST = (
    "公务用车运行维护费", "公务用车购置费", "公务接待费", "因公出国（境）费", "培训费", "会议费", "差旅费",
    "委托业务费", "劳务费",
)  # fmt: skip


def told_within(wording: Wording, matches: list[Match[Term]], facts: Sequence[Fact]) -> list[Match[Term]]:
    """The names with such a part by the text's own words for it, or by none that is printed."""
    kept = list(matches)
    for one, other in itertools.pairwise(matches):
        if one.value.name not in _LOWEST or other.value.kind != "经济分类" or other.start < one.end:
            continue
        if not WITHIN.match(wording.text[one.end :]):
            continue
        kept = [m for m in kept if m not in (one, other)]
        wording.claim(one)
        told = _told(one.value, other.word, facts)
        strange = Term(f"{one.value.name}中的{other.word}", "其他")  # that nothing prints
        kept.append(Match(other.start, other.end, other.word, told or strange))
    return kept


def _told(account: Term, word: str, facts: Sequence[Fact]) -> Term | None:
    """The part as a sentence on the account names it."""
    own = (f for f in facts if f.subject.kind in PHRASE_KINDS and f.yuan is not None)
    named = (f for f in own if fold(f.subject.name).endswith(fold(word)))
    return next((term_of(f) for f in named if overlap(fold(f.subject.name), fold(account.name)) > 2), None)
