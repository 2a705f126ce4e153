"""The known answers over disclosures as examples: figures that are printed, and what is not to be answered (已知题)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from eval.closest.cases import Case, is_value, telling
from eval.loaded import load_documents
from eval.model import Question
from eval.questions import load_questions
from eval.sets import QuestionSet, load_sets, why_skipped
from ingest.model import Document
from ingest.settings import Settings
from service.answer import Answerer
from service.closest.lines import Lines
from service.closest.number_asked import ANY, number_asked
from service.closest.prepared import Prepared
from service.contract import AskRequest
from service.model import Plan

#: Questions that ask for one number, and others; those that ask for several numbers are none.
_NUMBERS, _WORDS = ("lookup", "count", "ratio"), ("narrative", "definition", "list")


@dataclass
class _Loaded:
    """Answerers by their data folder, and the numbers of documents that were made ready."""

    answerers: dict[str, Answerer] = field(default_factory=dict)
    prepared: dict[tuple[str, ...], Prepared] = field(default_factory=dict)
    lines: dict[tuple[str, ...], Lines] = field(default_factory=dict)


def known_cases(data: Path | None = None) -> Iterator[Case]:
    """An example of each question that names a body; sets whose documents are not here are left out.

    ``data`` is a data folder that holds the documents of all sets; without it each set's own are read, or at hand.
    """
    loaded = _Loaded()
    for chosen in load_sets():
        questions = load_questions([chosen.questions])
        if chosen.held_out or chosen.name.endswith("_txt") or why_skipped(chosen, questions):
            continue
        answerer = _answerer(chosen, data, loaded)
        for question in questions:
            if question.type in (*_NUMBERS, *_WORDS, "refusal") and not question.history:
                case = _case(question, answerer, loaded)
                if case is not None:
                    yield case


def _answerer(chosen: QuestionSet, data: Path | None, loaded: _Loaded) -> Answerer:
    settings = Settings(database_url="", chroma_url="")
    told = settings.model_copy(update={"data": data}) if data else load_documents(chosen, settings)
    if str(told.data) not in loaded.answerers:
        loaded.answerers[str(told.data)] = Answerer(told)
    return loaded.answerers[str(told.data)]


def _case(question: Question, answerer: Answerer, loaded: _Loaded) -> Case | None:
    plan, _ = answerer.routed(AskRequest(question=question.question))
    documents = _documents(question, plan, answerer)
    expect = question.expect
    if not documents or expect.values or expect.order:
        return None
    year = plan.year or documents[0].year
    key = tuple(document.id for document in documents)
    library, none = answerer.library, question.type == "refusal"
    if (none and number_asked(plan.text).sort == ANY) or question.type in _WORDS:
        if key not in loaded.lines:
            loaded.lines[key] = Lines(library.index(documents).chunks)
        lines = loaded.lines[key]
        told = telling(lines, range(len(lines.lines)), expect.all, expect.any) if not none else frozenset()
        return Case(plan.entity, plan.text, year, lines, told, written=False) if told or none else None
    if key not in loaded.prepared:
        loaded.prepared[key] = Prepared(library.index(documents).chunks, library.facts(documents))
    ready, right = loaded.prepared[key], frozenset[int]()
    if not none and expect.value is not None:
        right = frozenset(
            i
            for i, one in enumerate(ready.ready)
            if is_value(one.place, expect.value, expect.unit or "", expect.tol)
        )
    # What is worked out is printed nowhere.
    return Case(plan.entity, plan.text, year, ready, right, written=False) if right or none else None


def _documents(question: Question, plan: Plan, answerer: Answerer) -> Sequence[Document]:
    """The documents that a question is answered from; those of the body and year that it names where none are given."""
    library = answerer.library
    all_of_them = library.documents()
    body = next((b for b in library.bodies(all_of_them) if b.name == plan.entity), None)
    if body is None:
        return ()
    named = [document for document in all_of_them if document.file in question.docs]
    year = plan.year or max(body.years)
    return named or [document for document in body.documents if document.year == year]
