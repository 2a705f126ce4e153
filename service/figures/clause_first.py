"""Of figures of several sorts the one that the asking clause names goes first (问哪句先说哪个).

「某某补贴，对象满意度要达到多少」 asks for a rate, though the money of the 补贴 is found too.

What stands in a clause of its own, and asks nothing, only says what the question is about.
"""

from __future__ import annotations

from ingest.patterns import regex
from ingest.text import fold
from service.contract import Answer, Figure, Status
from service.read.terms import overlap

_CLAUSES = regex(r"[，,。；;？?！!]")
_ASKS = regex(r"多少|几(?!个?月|年|[点乎])|好多|百分|几多")
#: So much of a name the clause must have, and the others no more than.
_NAMED, _ELSEWHERE = 0.7, 0.4


def clause_first(answer: Answer, text: str) -> Answer:
    """The answer with the figure that the one asking clause names before those that other clauses name."""
    clauses = [clause for clause in _CLAUSES.split(text) if clause]
    asking = [clause for clause in clauses if _ASKS.search(clause)]
    figures = answer.figures
    if answer.status is not Status.ANSWERED or len(asking) != 1 or len(clauses) < 2 or len(figures) != 2:
        return answer
    if figures[0].unit == figures[1].unit or any(figure.formula for figure in figures):
        return answer
    own = _share(figures[1], asking[0])
    if own < _NAMED or _share(figures[0], asking[0]) > _ELSEWHERE:
        return answer
    return answer.model_copy(update={"figures": [figures[1], figures[0]]})


def _share(figure: Figure, clause: str) -> float:
    """How much of a figure's name stands in a clause."""
    name = fold(_BRACKETS.sub("", figure.label))
    return overlap(name, fold(clause)) / max(1, len(name))


_BRACKETS = regex(r"[（(].*$")
