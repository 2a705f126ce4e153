"""Questions for what is typed: every one was asked here before it is offered, and gave its figure (联想)."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from threading import Lock

from ingest.filters import documents_of
from ingest.model import Document
from service.contract import AskRequest, Status
from service.library import Library
from service.offers.candidates import Candidate, candidates
from service.offers.typed import Typed, read_typed
from service.web.asking import Asked

#: Seconds that trying may take; what was tried is remembered, so that the next letter typed finds more.
_BUDGET = 0.35
_REMEMBERED = 4096
#: Candidates that are looked at for one request, and bodies that are gone through without a name.
_MOST, _BODIES = 60, 24


@dataclass(frozen=True, slots=True)
class Offer:
    """A question that is sure to be answered, and whom and which year it is about."""

    question: str
    entity: str
    year: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """What offers are limited to; what is empty limits nothing."""

    text: str = ""
    entity: str = ""
    document_id: str = ""


class Offers:
    """Makes offers from what is loaded; ``answerer`` is asked to try them, its answers are not kept."""

    def __init__(self, library: Library, answerer: Asked) -> None:
        self._library, self._answerer = library, answerer
        self._tried: OrderedDict[tuple[str, ...], bool] = OrderedDict()
        self._lock = Lock()

    def offers(self, wanted: Wanted, limit: int) -> list[Offer]:
        """So many questions at most, the nearest first."""
        documents = _limited(self._library.documents(), wanted)
        found: dict[str, Offer] = {}
        until = time.monotonic() + _BUDGET
        for typed in read_typed(wanted.text, self._library.bodies(documents)):
            for candidate in islice(self._candidates(typed), _MOST):
                if len(found) >= limit or (found and time.monotonic() > until):
                    return list(found.values())
                if candidate.question not in found and self._sure(candidate):
                    offer = Offer(candidate.question, candidate.body.name, candidate.year)
                    found[candidate.question] = offer
        return list(found.values())

    def _candidates(self, typed: Typed) -> Iterator[Candidate]:
        """One of each body and year in turn, so that none fills the list alone."""
        queues = []
        for body in typed.bodies[:_BODIES]:
            years = [y for y in typed.years if y in body.years] or list(body.years[::-1])
            for year in years[: 3 if len(typed.bodies) == 1 else 1]:
                own = tuple(d for d in body.documents if d.year == year)
                facts = self._library.facts(own)
                queues.append(candidates(replace(body, documents=own), year, facts, typed.rest))
        while queues:
            for queue in list(queues):
                candidate = next(queue, None)
                if candidate is None:
                    queues.remove(queue)
                else:
                    yield candidate

    def _sure(self, candidate: Candidate) -> bool:
        """Whether the question is answered, about this body and year, with a figure that the document prints."""
        key = (candidate.question, *(d.id for d in candidate.body.documents))
        with self._lock:
            if key in self._tried:
                self._tried.move_to_end(key)
                return self._tried[key]
        sure = self._try(candidate)
        with self._lock:
            self._tried[key] = sure
            while len(self._tried) > _REMEMBERED:
                self._tried.popitem(last=False)
        return sure

    def _try(self, candidate: Candidate) -> bool:
        answer = self._answerer.ask(AskRequest(question=candidate.question))
        if answer.status is not Status.ANSWERED or not answer.figures:
            return False
        figure = answer.figures[0]
        if figure.entity != candidate.body.name or figure.year != candidate.year:
            return False
        return not candidate.figures or (figure.value, figure.unit) in candidate.figures


def _limited(documents: Sequence[Document], wanted: Wanted) -> list[Document]:
    found = [d for d in documents if wanted.document_id in ("", d.id)]
    return documents_of(found, wanted.entity) if wanted.entity else found
