"""Asking: history in one conversation, failures that do not end the run, stores that are kept."""

from __future__ import annotations

import httpx
import pytest

from eval import loaded
from eval.ask import ask_over_http, reply_to
from eval.errors import ServerUnreachable
from eval.loaded import MARK, content_key, load_documents
from eval.model import Outcome
from eval.run import SetRunner, run_questions
from eval.sets import ROOT, QuestionSet
from ingest.settings import Settings
from service.contract import AskRequest


def test_history_is_asked_first_in_the_same_conversation(question, answer):
    asked: list[AskRequest] = []

    def ask(request):
        asked.append(request)
        return answer()

    reply_to(question({"status": "answered"}, history=["一", "二"], question="三"), ask)
    reply_to(question({"status": "answered"}, question="四"), ask)
    assert [request.question for request in asked] == ["一", "二", "三", "四"]
    talks = [request.conversation_id for request in asked]
    assert talks[0] and talks[:3] == [talks[0]] * 3 and talks[3] is None


def test_a_crash_is_a_result_and_the_others_go_on(question, answer):
    def ask(request):
        if request.question == "坏":
            raise ZeroDivisionError("Σ")
        return answer()

    expect = {"status": "answered"}
    questions = [question(expect, id="a", question="坏"), question(expect, id="b", question="好")]
    told: list[str] = []
    results = run_questions(questions, ask, lambda result: told.append(result.question.id))
    assert [result.verdict.outcome for result in results] == [Outcome.MISSED, Outcome.CORRECT]
    assert results[0].reply.error == "ZeroDivisionError: Σ"
    assert told == ["a", "b"]


def test_a_server_that_is_not_there_ends_the_run(question):
    ask = ask_over_http("http://127.0.0.1:9")
    with pytest.raises(ServerUnreachable, match="mingbai serve"):
        reply_to(question({"status": "answered"}), ask)


def test_a_server_that_refuses_a_question_is_a_result(question, monkeypatch):
    refuse = httpx.MockTransport(lambda request: httpx.Response(422))
    client = httpx.Client(transport=refuse, base_url="http://server")
    monkeypatch.setattr(httpx, "Client", lambda **_: client)
    reply = reply_to(question({"status": "answered"}), ask_over_http("http://server"))
    assert reply.answer is None
    assert "422" in reply.error
    client.close()


@pytest.fixture
def chosen(tmp_path, monkeypatch):
    monkeypatch.setattr(loaded, "CACHE", tmp_path / "cache")
    document = tmp_path / "a.pdf"
    document.write_bytes(b"one")
    return QuestionSet("one", tmp_path / "one.jsonl", (document,), ())


def kept(tmp_path, chosen, suffix):
    folder = tmp_path / "cache" / f"{content_key(chosen.documents, Settings())}-{suffix}"
    folder.mkdir(parents=True)
    return folder


def test_a_whole_folder_is_asked_again_without_reading(tmp_path, chosen):
    kept(tmp_path, chosen, "broken")
    whole = kept(tmp_path, chosen, "whole")
    (whole / MARK).touch()
    server = Settings(database_url="postgresql://server", chroma_url="http://server")
    settings = load_documents(chosen, server)
    assert (settings.data, settings.database_url, settings.chroma_url) == (whole, "", "")


def test_other_bytes_make_another_folder(chosen):
    before = content_key(chosen.documents, Settings())
    chosen.documents[0].write_bytes(b"two")
    assert content_key(chosen.documents, Settings()) != before


@pytest.mark.slow
def test_sets_over_the_same_documents_read_them_once(tmp_path, monkeypatch):
    monkeypatch.setattr(loaded, "CACHE", tmp_path / "cache")
    documents = (min((ROOT / "eval" / "samples").glob("*.pdf")),)
    read: list[str] = []
    runner = SetRunner(Settings(), lambda report: read.append(report.file), fresh=True)
    for name in ("one", "two"):
        (file := tmp_path / f"{name}.jsonl").write_text("", encoding="utf-8")
        assert runner.run(QuestionSet(name, file, documents, ()), print).documents == (documents[0].name,)
    assert read == [documents[0].name]
