"""Builders of questions, figures and answers, written out by hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from eval.judge import judge_reply
from eval.model import Question, Reply, Result
from service.contract import Answer, Citation, Figure

FILE = "某市某局2023年度部门决算.pdf"


@pytest.fixture(scope="session")
def figure() -> Callable[..., Figure]:
    def build(value: str, unit: str = "万元", **rest: Any) -> Figure:
        row = {"label": "项目支出", "entity": "某市某局", "year": 2023, "stage": "决算", "citation": 0}
        return Figure.model_validate(row | {"value": value, "unit": unit} | rest)

    return build


@pytest.fixture(scope="session")
def answer() -> Callable[..., Answer]:
    def build(
        *figures: Figure, status: str = "answered", text: str = "", pages: tuple[int, ...] = (4,), **rest: Any
    ):
        citations = [Citation(file=FILE, document_id="d", title="t", page=page) for page in pages]
        row = {"id": "a", "conversation_id": "c", "status": status, "answer": text}
        return Answer.model_validate(row | {"figures": figures, "citations": citations} | rest)

    return build


@pytest.fixture(scope="session")
def question() -> Callable[..., Question]:
    def build(expect: dict[str, Any], **rest: Any) -> Question:
        row = {"id": "q1", "question": "项目支出是多少", "type": "lookup", "style": "staff"}
        return Question.model_validate(row | {"docs": [FILE], "page": [4], "expect": expect} | rest)

    return build


@pytest.fixture(scope="session")
def result(question, answer, figure) -> Callable[..., Result]:
    """Result of a question whose right answer is 10 万元, by the value that was answered (None: no answer)."""

    def build(name: str, value: str | None, **rest: Any) -> Result:
        asked = question({"value": "10", "unit": "万元"}, id=name, **rest)
        given = answer(figure(value)) if value is not None else answer(status="no_answer")
        reply = Reply(given, 12.0)
        return Result(asked, reply, judge_reply(asked, reply))

    return build
