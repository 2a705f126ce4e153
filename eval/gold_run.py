"""Score the known facts over the documents that they were read from (事实评测)."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from eval.cell_account import CellAccount, account_for
from eval.citations import same_file
from eval.gold import Gold, load_gold
from eval.gold_score import Score, score
from eval.loaded import load_documents
from eval.sets import QuestionSet, load_sets
from ingest.settings import Settings

if TYPE_CHECKING:
    from ingest.pipeline import FileReport

#: The set over whose documents the facts are scored: every file that known facts were read from.
DOCUMENTS_OF = "budgets"


@dataclass(frozen=True, slots=True)
class FactsResult:
    """What the known facts gave; ``skipped`` says why they were not scored, empty if they were."""

    score: Score
    cells: CellAccount
    skipped: str = ""


def run_facts(
    settings: Settings, on_file: Callable[[FileReport], None] | None = None, fresh: bool = False
) -> FactsResult:
    """Score and cell account of the documents, read now or before; says why where they are not here."""
    gold = load_gold()
    chosen = next((one for one in load_sets() if one.name == DOCUMENTS_OF), None)
    skipped = why_no_facts(gold, chosen)
    if chosen is None or skipped:
        return FactsResult(Score((), (), ()), CellAccount({}, ()), skipped)
    loaded = load_documents(chosen, settings, on_file, fresh)
    return FactsResult(score_store(gold, loaded), account_for(chosen.documents, loaded))


def why_no_facts(gold: Gold, chosen: QuestionSet | None) -> str:
    """Why the known facts cannot be scored here, empty if they can."""
    if chosen is None:
        return f"eval/sets.toml 里没有题集 {DOCUMENTS_OF}"
    if chosen.missing:
        return "没有找到文件：" + "、".join(chosen.missing)
    present = {same_file(path.name) for path in chosen.documents}
    absent = [name for name in gold.files if same_file(name) not in present]
    return "标准答案所引的文件没有列入：" + "、".join(absent) if absent else ""


def score_store(gold: Gold, settings: Settings) -> Score:
    """The score of what a store holds of the files."""
    from ingest.facts import FactStore

    names = {same_file(name): name for name in gold.files}
    with closing(FactStore(settings)) as store:
        facts = {
            names[key]: store.facts(document.id)
            for document in store.documents()
            if (key := same_file(document.file)) in names
        }
    return score(gold, facts)
