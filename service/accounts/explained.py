"""How much of a question is understood, by what its words leave unexplained (听懂几分)."""

from __future__ import annotations

from collections.abc import Sequence

from service.accounts.lexicon import Lexicon
from service.model import Term

#: What a character that nothing explains counts against an answer: in another's name, with no account, beside one.
_ELSEWHERE, _NOTHING_ELSE, _BESIDE = 2.0, 1.0, 0.5
#: So many characters in a row that nothing explains are a thing of their own (扫马路收垃圾).
_LONG = 5


def explained(rest: Sequence[str], words: str, subject: Term | None, lexicon: Lexicon) -> float:
    """Share of the content that is understood: a long name found outweighs a stray word, a short one does not."""
    named = subject is not None and subject.kind != "总额"
    unknown = 0.0
    for run in rest:
        nothing = _NOTHING_ELSE if len(run) < 2 else _ELSEWHERE  # 「扫大街花多少」 is of no whole expenditure
        beside = _BESIDE if len(run) < _LONG else _NOTHING_ELSE
        cost = _ELSEWHERE if lexicon.tells_of(run) else beside if named else nothing
        unknown += cost * len(run)
    known = max(len(words), 1)
    return known / (known + unknown)
