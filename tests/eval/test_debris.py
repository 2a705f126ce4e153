"""No answer from running text carries what the printing of a page leaves behind; every known question is asked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from eval.debris import debris_of
from eval.loaded import load_documents
from eval.model import Question
from eval.questions import load_questions
from eval.retrieval.known import TYPES
from eval.sets import QuestionSet, load_sets, why_skipped
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import AskRequest, Status

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("一、部门概况............3", "目录的点线"),
        ("负责图书借阅。\n- 12 -\n以及古籍修复。", "单独一行的页码"),
        ("负责图书借阅，第 12 页 共 30 页以及古籍修复。", "页码"),
        ("以下为说明—12—以及古籍修复。", "页码"),
        ("公开03表\n合计。", "表号或单位行"),
        ("单位：万元", "表号或单位行"),
        ("，以及古籍修复。", "从半句开始"),
        ("负责图书借阅、", "断在半句"),
        ("本年度增加的原因包括", "断在半句"),
    ],
)
def test_what_is_debris(text: str, fault: str) -> None:
    assert any(line.startswith(f"{fault}：") for line in debris_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "某局2023年度决算「二、职责」写道：\n（一）负责图书借阅；\n2.修复古籍。\n（全文见第3页）",
        "2021-2023年逐年减少，比上年下降-3%。",
        "由文化馆、图书馆承担：\n文化馆\n图书馆（本级）",
        "计划开始日期：2023-01-01，计划完成日期：2023-12-31",
    ],
)
def test_what_is_none(text: str) -> None:
    assert debris_of(text) == []


def narrated(answerer: Answerer, questions: Iterator[Question]) -> Iterator[tuple[str, str]]:
    """Id and text of every answer that is told and not computed."""
    for question in questions:
        answer = answerer.ask(AskRequest(question=question.question))
        if answer.status is Status.ANSWERED and not answer.figures:
            yield question.id, answer.answer


def scanned(sets: list[QuestionSet]) -> tuple[int, list[str]]:
    """How many answers were read, and the faults of them; one reading of the documents for all sets of them."""
    read, faults = 0, []
    answerers: dict[tuple[Path, ...], Answerer] = {}
    for one in sets:
        questions = load_questions([one.questions])
        if why_skipped(one, questions):
            continue
        if one.documents not in answerers:
            answerers[one.documents] = Answerer(load_documents(one, Settings()))
        asked = (q for q in questions if q.type in TYPES and not q.history)
        for name, text in narrated(answerers[one.documents], asked):
            read += 1
            faults += [f"{name} {fault}" for fault in debris_of(text)]
    return read, faults


@pytest.mark.slow
def test_no_answer_over_the_samples_has_debris() -> None:
    read, faults = scanned([one for one in load_sets() if one.name == "samples"])
    assert read >= 15 and not faults, "\n".join(faults)


@pytest.mark.slow
@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the real disclosures are not beside this checkout")
def test_no_answer_over_the_real_disclosures_has_debris() -> None:
    sets = [one for one in load_sets() if one.name != "samples" and not one.held_out]
    read, faults = scanned(sets)
    assert read >= 300 and not faults, "\n".join(faults)
