"""Accounts named one after another to be added up: every one of them is found, or no sum is given (并列科目)."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ingest.model import Fact
from ingest.patterns import regex
from ingest.text import fold
from service.accounts.beside import WHOLE_NAME, by_use
from service.model import Term
from service.read.conjunctions import ADDS
from service.read.terms import Match
from service.read.wording import Wording

_BETWEEN = regex(rf"加上|再加|以及|还有|[和与及跟]|{ADDS}")
_PLUS = regex(r"加上|再加|加")
#: Words of a sum around the names: 三项支出决算合计.
_AROUND = regex(
    r"(?:[这那以上]*[两二三四五六七八九十几\d]+[项个者块笔类样])|合计|(?:加|合|凑|并)(?:起来|(?:在|到)?一(?:起|块儿?|处))|合并|相加|一起|一块儿?|决算|预算"
)
#: The shortest part of a name that may stand for it.
_PART_CHARS = 3


@dataclass(frozen=True, slots=True)
class Listing:
    """Accounts in the order in which they are named, the names that no account knows, whether 加 joins them."""

    terms: tuple[Term, ...] = ()
    unknown: tuple[str, ...] = ()
    plus: bool = False


def listed(
    wording: Wording, matches: Sequence[Match[Term]], facts: Sequence[Fact], strict: bool = True
) -> Listing:
    """What a question lists; ``matches`` are the names that were found in it already.

    ``strict`` says that it asks to add up: then every piece between commas is a part, known or not.
    """
    terms: list[Term] = []
    unknown: list[str] = []
    pieces = list(_pieces(wording, matches))
    if len(pieces) < 2:
        return Listing(tuple(m.value for m in matches[:1]))
    for text, found, joined in pieces:
        if not found and not joined and not strict:
            continue  # 「求问，…」 leads to the question; it is no part of the sum
        part = None if found else _by_part(text, facts)
        if found:
            terms += _side_by_side(found)
        elif part is not None:
            terms.append(part)
        elif text:
            unknown.append(text)
    plus = any(_PLUS.fullmatch(wording.text[a.end : b.start]) for a, b in itertools.pairwise(matches))
    return Listing(tuple(dict.fromkeys(terms)), tuple(unknown), plus)


#: Things that are called by one character: 「家具和书」 is a sum of two, never the first alone.
_SHORT = frozenset("书琴车床灯树药茶饭衣煤油电水气暖")


def _pieces(
    wording: Wording, matches: Sequence[Match[Term]]
) -> Iterator[tuple[str, list[Match[Term]], bool]]:
    """The text between separators that stand outside of names, without filler, with the names found in each.

    The last says that 和, 、 or the like joins the piece to a neighbour, not a mere pause.
    """
    starts = {m.start: m for m in matches}
    inside = {i for m in matches for i in range(m.start, m.end)}
    taken = [t and i not in inside for i, t in enumerate(wording.taken)]
    text, found, index, joined = "", list[Match[Term]](), 0, False
    while index <= len(wording.text):
        cut = _BETWEEN.match(wording.text, index) if index not in inside else None
        word = cut is not None and not taken[index]
        if index == len(wording.text) or index in wording.breaks or word:
            plain = _plain(text)
            ties = word or (index in wording.breaks and index not in wording.pauses)
            if found or len(plain) >= 2 or (joined and plain in _SHORT):
                yield plain, found, joined or ties
            text, found, joined = "", [], ties
        if cut is not None and word:
            index = cut.end()
            continue
        if index in starts:
            found.append(starts[index])
        elif index < len(wording.text) and index not in inside and not taken[index]:
            text += wording.text[index]
        index += 1


def _side_by_side(found: Sequence[Match[Term]]) -> list[Term]:
    """The name of a piece, 「公用经费办公费」 its last; all where nothing parts them, 「差旅费培训费」."""
    run = [found[-1]]
    for match in reversed(found[:-1]):
        beside = match.end == run[0].start and WHOLE_NAME.search(match.word)
        if not beside or not by_use([m.value for m in (match, *run)]):
            break
        run.insert(0, match)
    return [m.value for m in run]


def _plain(text: str) -> str:
    """A piece without filler and the words of the sum."""
    bare = _AROUND.sub("", text)
    return "".join(Wording(bare, [False] * len(bare)).content())


def _by_part(text: str, facts: Sequence[Fact]) -> Term | None:
    """The only coded account whose name holds the piece, or is shortened to it (其他养老支出)."""
    short = re.compile(".*".join(map(re.escape, (text[:2], *text[2:-2], text[-2:]))) + "$")
    names: Mapping[str, Term] = {
        fold(f.subject.name): Term(f.subject.name, f.subject.kind, f.subject.code, f.subject.path)
        for f in facts
        if f.subject.code and (text in fold(f.subject.name) or short.match(fold(f.subject.name)))
    }
    return next(iter(names.values())) if len(names) == 1 and len(text) >= _PART_CHARS else None
