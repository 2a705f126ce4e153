"""Ways of finding passages that are measured side by side: ours, its parts alone, and the naive ones (各种找法)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from eval.retrieval.known import Passage
from ingest.model import Document
from service.answer import Answerer
from service.contract import AskRequest
from service.library import Library
from service.model import Operation, Plan
from service.text.asked import read_asked
from service.text.features import FEATURES, LINE, Feature
from service.text.lexical import Index
from service.text.nearby import Nearby
from service.text.retrieve import Dense, rank, view_of

#: A ranking is kept this far for the mean reciprocal rank.
DEPTH = 50

#: A question to the keys of passages, best first.
Way = Callable[[str], Sequence[str]]

ALL = tuple(feature.name for feature in FEATURES)
#: Which features make a way, and whether passages are read line by line.
PARTS: dict[str, tuple[tuple[str, ...], bool]] = {
    "词面": (("词面",), False),
    "语义": (("语义",), False),
    "词面＋语义": (("词面", "语义"), False),
    "词面＋重排（不用向量）": (tuple(name for name in ALL if name != "语义"), True),
    "词面＋语义＋重排": (ALL, True),
}


@dataclass(frozen=True)
class Ours:
    """Our own retrieval over the stores that are opened: with the route, and without."""

    answerer: Answerer
    library: Library
    nearby: Nearby
    dense: Dense

    def routed(self, part: str) -> Way:
        """The passages of the documents that the question is about, by these features."""

        def find(question: str) -> Sequence[str]:
            plan, index = self.answerer.routed(AskRequest(question=question))
            return self._ranked(plan, index(), part)

        return find

    def unrouted(self, part: str) -> Way:
        """The passages of all documents, by the question's words as they are; of those that both searches find, where
        they are ranked again."""
        everything = self.library.index(self.library.documents())
        again = PARTS[part][1]

        def find(question: str) -> Sequence[str]:
            index = self.nearby.nearest(question) if again else everything
            return self._ranked(Plan(Operation.NARRATIVE, text=question), index, part)

        return find

    def _ranked(self, plan: Plan, index: Index, part: str) -> Sequence[str]:
        names, by_line = PARTS[part]
        features: Sequence[Feature] = [f for f in FEATURES if f.name in names]
        view = view_of(plan, read_asked(plan).named(), index, self.dense)
        return [s.chunk.id for s in rank(view, features, LINE if by_line else 0.0, DEPTH)]


def stored_passages(library: Library) -> list[Passage]:
    """All passages of the store as they are judged."""
    return [p for document in library.documents() for p in _of(document, library)]


def _of(document: Document, library: Library) -> list[Passage]:
    return [
        Passage(c.id, document.file, tuple(sorted({page for page, _ in c.places})), "".join(c.path), c.text)
        for c in library.index([document]).chunks
    ]
