"""``mingbai eval --retrieval``: every way asked every question, over all documents at once (检索评测)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from eval.errors import EvalError
from eval.loaded import load_documents
from eval.questions import load_questions
from eval.retrieval.known import Passage, is_measured, right_passages
from eval.retrieval.naive import bm25_ranker, dense_ranker, split_files
from eval.retrieval.score import Asked, Score, rank_of, scores_by_group
from eval.retrieval.ways import DEPTH, PARTS, Ours, Way, stored_passages
from eval.sets import QuestionSet, why_skipped
from ingest.settings import Settings

if TYPE_CHECKING:
    from ingest.pipeline import FileReport

FULL = "词面＋语义＋重排"
NAIVE_DENSE, NAIVE_BM25 = "对照：整段切块，语义前五", "对照：整段切块，BM25前五"


@dataclass(frozen=True, slots=True)
class Measured:
    """All that a run found: questions, ranks by way and question, scores by way and group."""

    asked: tuple[Asked, ...]
    documents: tuple[str, ...]
    passages: Mapping[str, int]
    ranks: Mapping[str, Mapping[str, int]]

    @property
    def scores(self) -> dict[str, dict[str, Score]]:
        """Scores by way, then by group."""
        return {way: scores_by_group(self.asked, ranks) for way, ranks in self.ranks.items()}


def measure_retrieval(
    sets: Sequence[QuestionSet],
    settings: Settings,
    told: Callable[[FileReport], None] | None = None,
    fresh: bool = False,
) -> Measured:
    """Ranks of the right passages by every way; ``EvalError`` where no set's documents are here."""
    chosen, asked = _questions(sets)
    if not asked:
        raise EvalError("没有可以量检索的题：题集的文件都不在身边")
    loaded = load_documents(chosen, settings, told, fresh)
    with opened(loaded) as ours:
        kept = stored_passages(ours.library)
        ranks = {f"路由，{part}": _ranks(ours.routed(part), asked, kept) for part in PARTS}
        ranks |= {f"不路由，{part}": _ranks(ours.unrouted(part), asked, kept) for part in PARTS}
    cut = split_files(chosen.documents)
    ranks |= {name: _ranks(way, asked, cut) for name, way in _naive(cut, settings).items()}
    sizes = {"明白账": len(kept), "整段切块": len(cut)}
    return Measured(tuple(asked), tuple(d.name for d in chosen.documents), sizes, ranks)


def _questions(sets: Sequence[QuestionSet]) -> tuple[QuestionSet, list[Asked]]:
    """One set of all documents, and the questions on them; PDFs alone: a text file repeats one of them."""
    asked: list[Asked] = []
    documents: dict[str, Path] = {}
    for one in sets:
        questions = load_questions([one.questions])
        pdfs = [path for path in one.documents if path.suffix.lower() == ".pdf"]
        if pdfs and not why_skipped(one, questions):
            documents |= {path.name: path for path in pdfs}
            asked += [Asked(q, one.name, one.held_out) for q in questions if is_measured(q)]
    paths = tuple(documents[name] for name in sorted(documents))
    return QuestionSet("retrieval", sets[0].questions, paths, ()), asked


@contextmanager
def opened(settings: Settings) -> Iterator[Ours]:
    """Our retrieval over the stores of the settings, closed again afterwards."""
    from ingest.concordance import Concordance
    from ingest.facts import FactStore
    from ingest.passages import PassageStore
    from service.answer import Answerer
    from service.library import Library
    from service.text.nearby import Nearby

    with closing(FactStore(settings)) as facts, closing(PassageStore(settings)) as passages:
        library = Library(facts)
        nearby = Nearby(library, passages, Concordance(facts.database))
        yield Ours(Answerer(settings), library, nearby, passages.nearness)


def _naive(passages: Sequence[Passage], settings: Settings) -> dict[str, Way]:
    from ingest.embedding.load import load_embedding

    rankers = {
        NAIVE_DENSE: dense_ranker(passages, load_embedding(settings.embedding_model)),
        NAIVE_BM25: bm25_ranker(passages),
    }
    return {
        name: lambda question, rank=rank: [passages[row].key for row in rank(question)[:DEPTH]]  # type: ignore[misc]
        for name, rank in rankers.items()
    }


def _ranks(way: Way, asked: Sequence[Asked], passages: Sequence[Passage]) -> dict[str, int]:
    return {
        one.question.id: rank_of(way(one.question.question), right_passages(one.question, passages))
        for one in asked
    }
