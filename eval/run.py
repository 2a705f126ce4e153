"""Ask every question of a set and judge what comes back (评测)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from eval.ask import Ask, ask_in_process, reply_to
from eval.judge import judge_reply
from eval.loaded import load_documents
from eval.model import Question, Result, SetResult
from eval.questions import load_questions, question_files
from eval.sets import QuestionSet, why_skipped
from ingest.settings import Settings

if TYPE_CHECKING:
    from ingest.pipeline import FileReport

OnResult = Callable[[Result], None]
OnFile = Callable[["FileReport"], None]


class SetRunner:
    """Asks sets over their own documents; those of several sets are read and opened once."""

    def __init__(self, settings: Settings, on_file: OnFile | None = None, fresh: bool = False) -> None:
        self._settings, self._on_file, self._fresh = settings, on_file, fresh
        self._asks: dict[tuple[Path, ...], Ask] = {}

    def run(self, chosen: QuestionSet, on_result: OnResult) -> SetResult:
        """Results of one set; a set that cannot be asked here says why."""
        questions = load_questions([chosen.questions])
        skipped = why_skipped(chosen, questions)
        if skipped:
            return SetResult(chosen.name, skipped=skipped)
        names = tuple(document.name for document in chosen.documents)
        return SetResult(chosen.name, names, run_questions(questions, self._ask(chosen), on_result))

    def _ask(self, chosen: QuestionSet) -> Ask:
        if chosen.documents not in self._asks:
            loaded = load_documents(chosen, self._settings, self._on_file, self._fresh)
            self._asks[chosen.documents] = ask_in_process(loaded)
        return self._asks[chosen.documents]


def run_file(file: Path, ask: Ask, on_result: OnResult) -> SetResult:
    """Results of a question file over whatever is loaded where it is asked."""
    return SetResult(file.stem, results=run_questions(load_questions([file]), ask, on_result))


def run_questions(questions: Sequence[Question], ask: Ask, on_result: OnResult) -> tuple[Result, ...]:
    """Every question asked, one after the other, and judged."""
    results: list[Result] = []
    for question in questions:
        reply = reply_to(question, ask)
        results.append(Result(question, reply, judge_reply(question, reply)))
        on_result(results[-1])
    return tuple(results)


def split_files(
    paths: Sequence[Path], sets: Sequence[QuestionSet]
) -> tuple[tuple[QuestionSet, ...], tuple[Path, ...]]:
    """The sets that the named files belong to, and the files that belong to none."""
    files = [file.resolve() for file in question_files(paths)]
    owned = {chosen.questions.resolve() for chosen in sets}
    chosen = tuple(one for one in sets if one.questions.resolve() in files)
    return chosen, tuple(file for file in files if file not in owned)
