"""Whether words are those of a question and no name of their own: 「出国费」 before a name is no place (问话之词)."""

from __future__ import annotations

from functools import cache, lru_cache

from ingest.text import fold
from service.accounts.lexicon import Lexicon, read_lexicon
from service.read.segments import segment


@lru_cache(maxsize=1 << 12)
def is_said(words: str) -> bool:
    """Whether every character of some words belongs to an account, an operation or a filler that people say."""
    text = fold(words)
    found = segment(text, [False] * len(text), common_words())
    return sum(word.end - word.start for word in found) == len(text)


@cache
def common_words() -> Lexicon:
    """The words that no document is needed for."""
    return read_lexicon([])
