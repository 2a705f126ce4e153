"""Answers given again without working: the same ones, and never those of documents that are not so any more."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from ingest.facts import FactStore
from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest
from tests.service.conftest import SAMPLES

CENTRE, BUREAU = (
    "云川市青岚区数字城管指挥中心2023年度单位决算.pdf",
    "云川市青岚区城市管理局2023年度部门决算.pdf",
)
QUESTION, OF_BUREAU = "数字城管指挥中心2023年项目支出占比多少", "青岚区城市管理局2023年项目支出占比多少"


@pytest.fixture
def own(tmp_path: Path) -> Settings:
    """A store of its own with one document."""
    settings = Settings(data=tmp_path / "own", database_url="", chroma_url="")
    ingest_paths([SAMPLES / CENTRE], settings)
    return settings


def same(answer: Answer) -> Answer:
    return answer.model_copy(update={"conversation_id": "", "timings_ms": None})


def test_the_same_question_is_answered_again_without_working(own):
    answerer, request = Answerer(own), AskRequest(question=QUESTION)
    assert answerer.recall(request) is None
    first = answerer.ask(request)
    recalled, again = answerer.recall(request), answerer.ask(request)
    assert first.figures and recalled is not None
    assert same(recalled) == same(first) == same(again)
    assert len({one.conversation_id for one in (first, recalled, again)}) == 3
    assert again.timings_ms.lookup == 0


def test_what_limits_a_question_makes_it_another(own):
    answerer = Answerer(own)
    answerer.ask(AskRequest(question="2023年项目支出是多少"))
    for limits in ({"unit": "元"}, {"year": 2022}, {"entity": "数字城管指挥中心"}, {"history": [QUESTION]}):
        assert (
            answerer.recall(AskRequest.model_validate({"question": "2023年项目支出是多少"} | limits)) is None
        )


def test_the_conversation_goes_on_from_an_answer_that_was_remembered(desk):
    desk.ask(AskRequest(question=OF_BUREAU, conversation_id="worked"))
    assert desk.recall(AskRequest(question=OF_BUREAU, conversation_id="recalled")) is not None
    answers = [
        desk.ask(AskRequest(question="那基本支出呢", conversation_id=talk)) for talk in ("worked", "recalled")
    ]
    assert answers[0].figures and answers[0].figures == answers[1].figures
    assert desk.recall(AskRequest(question=OF_BUREAU, conversation_id="recalled")) is None  # it is under way


def test_a_document_that_another_process_adds_or_removes_is_heeded_at_once(own):
    answerer = Answerer(own)
    assert answerer.ask(AskRequest(question=OF_BUREAU)).reason == "entity_not_loaded"
    ingest_paths([SAMPLES / BUREAU], own)
    assert answerer.ask(AskRequest(question=OF_BUREAU)).figures
    assert answerer.recall(AskRequest(question=OF_BUREAU)) is not None
    with closing(FactStore(own)) as store:
        (held,) = [document for document in store.documents() if document.file == BUREAU]
        store.delete(held.id)
    assert answerer.recall(AskRequest(question=OF_BUREAU)) is None
    assert answerer.ask(AskRequest(question=OF_BUREAU)).reason == "entity_not_loaded"


def test_what_was_not_answered_is_worked_out_each_time(own):
    answerer, request = Answerer(own), AskRequest(question="火星城市管理局2023年项目支出是多少")
    first, second = answerer.ask(request), answerer.ask(request)
    assert answerer.recall(request) is None and first.id != second.id
