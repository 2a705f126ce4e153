"""An account of the national classification that the documents do not print is none of those they print (未列科目).

「机关商品和服务支出」 is no 商品和服务支出, though it ends as that does. What a document prints under one of the
names is known by its own name.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache

from ingest.text import fold
from service.accounts.lexicon import Lexicon
from service.accounts.official_names import official_names
from service.model import Term
from service.read.hearing import Heard
from service.read.segments import Role
from service.read.terms import Words, find

_SPENT = "支出"


def not_printed(heard: Heard, term: Term, part: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The official name in a question of which no more than a part names the term; none where it is printed.

    ``part`` is what was said of the term where no word says its name.
    """
    said = find(heard.said, _names(), [char == " " for char in heard.said])
    own = [w.text for w in heard.words if w.role is Role.SUBJECT and w.value == term] or [part]
    return tuple(
        match.word
        for match in said
        if not _is_known(match.word, lexicon.words) and _is_part(match.word, own, fold(term.name))
    )


def _is_known(name: str, words: Collection[str]) -> bool:
    return any(form in words for form in (name, name + _SPENT, name.removesuffix(_SPENT)))


def _is_part(official: str, own: Sequence[str], name: str) -> bool:
    """Whether the term is named by a part of the official name alone."""
    held = [text for text in own if text and text in official]
    return official not in name and bool(held) and all(len(text) < len(official) for text in held)


@cache
def _names() -> Words[bool]:
    return Words({name: True for name in official_names()})
