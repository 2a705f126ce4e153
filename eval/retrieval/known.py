"""Which questions are measured, and which passages are right for each (检索的标准答案).

A passage is right where it lies on an expected page of an expected file and holds what the answer must hold. Where
a list is spread over several passages none holds all of it: right are those that hold most of it, at least one
part. That is judged for each way of cutting passages by itself, so that no way is favoured for long passages or
for short ones. A question that names a section instead takes the passages under that heading.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from eval.citations import same_file
from eval.fold import finds, fold
from eval.model import Question
from service.contract import Status

TYPES = frozenset(("narrative", "definition", "list"))


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of any pipeline: a file's name, the pages it touches, the headings over it, its text."""

    key: str
    file: str
    pages: tuple[int, ...]
    heading: str
    text: str


def is_measured(question: Question) -> bool:
    """Whether a question is answered by running text whose place and words are known, without a talk before it."""
    expect = question.expect
    told = expect.all or expect.any or question.section
    figures = expect.value is not None or expect.values
    answered = Status.ANSWERED in expect.status
    placed = bool(question.docs and question.page) and not question.by_table
    return (
        question.type in TYPES and answered and placed and bool(told) and not figures and not question.history
    )


def right_passages(question: Question, passages: Sequence[Passage]) -> frozenset[str]:
    """Keys of the passages that are right for a question; empty where no passage holds what is expected."""
    files = {same_file(name) for name in question.docs}
    pages = set(question.page)
    held: dict[str, int] = {}
    for passage in passages:
        if same_file(passage.file) in files and pages & set(passage.pages):
            count = _parts_held(question, passage)
            if count:
                held[passage.key] = count
    most = max(held.values(), default=0)
    return frozenset(key for key, count in held.items() if count == most)


def _parts_held(question: Question, passage: Passage) -> int:
    """How many of the expected parts a passage holds; those of which any one will do count once.

    Where no words are expected the section is: its heading stands over the passage, or in it.
    """
    text = fold(f"{passage.heading}\n{passage.text}")
    if not (question.expect.all or question.expect.any):
        return int(finds(fold(question.section), text) >= 0)
    every = sum(1 for part in question.expect.all if finds(fold(part), text) >= 0)
    return every + any(finds(fold(part), text) >= 0 for part in question.expect.any)
