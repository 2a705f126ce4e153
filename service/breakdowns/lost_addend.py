"""What a question ties to the parts of a list and is none of them: a sum or a gap without it is wrong (漏项)."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.patterns import regex
from ingest.text import fold
from service.breakdowns.named import Named
from service.read.conjunctions import ADDS

#: What ties things that are added or set apart; a comma may stand behind what the list is of.
_TIE = regex(rf"、|以及|加上|还有|连同|[+＋]|(?<!共)和(?!谐)|(?<!参)与|跟(?!踪)|及(?![时其])|{ADDS}")
_CLAUSE = regex("[，,。；;：:？?！!]")
#: 「货物采购中，…」, 「采购的货物里…」: what stands before is what the list is of.
_PLACE = regex(r"(?:中|里面?|当中|其中|方面|之中)[的有]?$")


def lost_addends(named: Named, text: str) -> list[str]:
    """What a question ties to the parts that it names though it names none of them."""
    return [piece for piece in named.others if _is_tied(piece, named.naming, text)]


def _is_tied(piece: str, named: Sequence[str], text: str) -> bool:
    for clause in _CLAUSE.split(text):
        runs = [fold(run) for run in _TIE.split(clause)]
        holds = any(name in run for name in named for run in runs)
        if len(runs) > 1 and holds and any(_is_own(piece, run, named) for run in runs):
            return True
    return False


def _is_own(piece: str, run: str, named: Sequence[str]) -> bool:
    """Whether a run between ties holds the piece and no part."""
    return piece in run and not _PLACE.search(run) and not any(name in run for name in named)
