"""Answers that are kept: the link to one, what is not kept of it, how long it lasts, and what people think of it."""

from __future__ import annotations

import json
import sqlite3
import time
from pathlib import Path
from threading import Event

import pytest
from fastapi.testclient import TestClient

from ingest.database import Database
from ingest.errors import StoreUnavailable
from ingest.settings import Settings
from service.answers.records import AnswerRecords
from service.answers.writer import AnswerWriter
from service.contract import Answer, AskRequest, Status
from service.keys.model import Scope
from service.keys.store import KeyStore
from service.web.http import create_app
from tests.service.admission import bearer
from tests.service.stand_in import FILE, PROBE, StandIn, StandInShelf, make_document
from tests.service.test_http import is_problem

ADDRESS = "203.0.113.77"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path / "data", ask_limit="0", feedback_limit="0")


def open_client(settings: Settings) -> TestClient:
    shelf = StandInShelf(make_document(settings))
    return TestClient(create_app(settings, StandIn(), shelf), client=(ADDRESS, 1))


@pytest.fixture
def client(settings: Settings) -> TestClient:
    return open_client(settings)


def everything(settings: Settings) -> bytes:
    """All that the database's files hold, deleted or not."""
    return b"".join(path.read_bytes() for path in settings.data.glob("mingbai.sqlite*"))


def written(settings: Settings, id: str) -> None:
    """Wait until an answer is in the database."""
    records = AnswerRecords(Database(settings), 1)
    until = time.monotonic() + 20
    while records.get(id) is None:
        assert time.monotonic() < until
        time.sleep(0.05)


def ask(client: TestClient, **more: object):
    return client.post("/v1/ask", json={"question": "项目支出占多少？"} | more).json()


def test_a_link_shows_the_answer_as_it_was_given(client, settings):
    given = ask(client, conversation_id="my-own-conversation")
    for wait in (False, True):  # what still waits to be written can be read already
        if wait:
            written(settings, given["id"])
        response = client.get(f"/v1/answers/{given['id']}")
        body = response.json()
        assert body["question"] == "项目支出占多少？" and body["asked_at"].endswith("Z") and body["version"]
        assert body["answer"] == given | {"conversation_id": ""}
        (document,) = body["documents"]
        assert document["file"] == FILE and len(document["sha256"]) == 64 and document["year"] == 2023
    tag = {"if-none-match": response.headers["etag"]}
    assert client.get(f"/v1/answers/{given['id']}", headers=tag).status_code == 304


def test_nothing_is_kept_of_who_asked(client, settings):
    given = ask(client, conversation_id="my-own-conversation")
    client.post("/v1/feedback", json={"answer_id": given["id"], "verdict": "up"})
    written(settings, given["id"])
    kept = everything(settings)
    assert given["id"].encode() in kept
    assert ADDRESS.encode() not in kept and b"my-own-conversation" not in kept


def test_an_answer_streamed_is_kept_too(client, settings):
    with client.stream("POST", "/v1/ask", json={"question": "项目支出占多少？", "stream": True}) as response:
        assert "event: done" in response.read().decode()
    written(settings, "a1")


def test_an_answer_past_its_time_is_gone_with_what_was_thought_of_it(client, settings):
    given = ask(client)
    client.post("/v1/feedback", json={"answer_id": given["id"], "verdict": "down"})
    written(settings, given["id"])
    with sqlite3.connect(settings.data / "mingbai.sqlite") as connection:
        connection.execute("update answers set asked_at = '2020-01-01T00:00:00.000Z'")
        connection.execute("update feedback set at = '2020-01-01T00:00:00.000Z'")
    connection.close()
    again = open_client(settings)
    is_problem(again.get(f"/v1/answers/{given['id']}"), 404)
    AnswerRecords(Database(settings), settings.answer_days).forget()
    with sqlite3.connect(settings.data / "mingbai.sqlite") as connection:
        left = [connection.execute(f"select count(*) from {t}").fetchone() for t in ("answers", "feedback")]
    connection.close()
    assert left == [(0,), (0,)]


def test_with_no_days_nothing_is_kept_but_opinions_are_heard(tmp_path):
    settings = Settings(data=tmp_path / "data", answer_days=0)
    client = open_client(settings)
    given = ask(client)
    is_problem(client.get(f"/v1/answers/{given['id']}"), 404)
    verdict = {"answer_id": given["id"], "verdict": "up"}
    assert client.post("/v1/feedback", json=verdict).status_code == 201
    assert "项目支出占多少".encode() not in everything(settings)


@pytest.mark.parametrize("id", ["nothing", "x" * 64, "..%2F..%2Fetc", "a b", "%00", "<script>"])
def test_an_unknown_link_is_a_problem(client, id):
    response = client.get(f"/v1/answers/{id}")
    is_problem(response, 404)


def test_an_opinion_is_kept_and_listed_for_administrators_only(client, settings):
    given = ask(client)
    sent = {"answer_id": given["id"], "verdict": "down", "reason": "wrong_figure", "comment": PROBE}
    first = client.post("/v1/feedback", json=sent)
    assert first.status_code == 201 and first.json()["id"]
    written(settings, given["id"])
    client.post("/v1/feedback", json={"answer_id": given["id"], "verdict": "up"})
    is_problem(client.get("/v1/feedback"), 401)
    keys = KeyStore(Database(settings))
    is_problem(client.get("/v1/feedback", headers=bearer(keys.create("b", [Scope.INGEST])[1])), 403)
    admin = bearer(keys.create("a", [Scope.ADMIN])[1])
    pages = []
    cursor: str | None = ""
    while cursor is not None:
        response = client.get("/v1/feedback", params={"limit": 1, "cursor": cursor}, headers=admin)
        assert response.headers["content-type"] == "application/json"
        pages.append(response.json()["items"])
        cursor = response.json()["next"]
    assert [item["verdict"] for page in pages for item in page] == ["up", "down"]
    told = pages[1][0]
    assert (told["comment"], told["question"], told["reason"]) == (PROBE, "项目支出占多少？", "wrong_figure")
    down = client.get("/v1/feedback", params={"verdict": "down"}, headers=admin).json()
    assert len(down["items"]) == 1 and down["next"] is None


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"answer_id": "nothing", "verdict": "up"}, 404),
        ({"answer_id": "a1", "verdict": "meh"}, 422),
        ({"answer_id": "a1", "verdict": "up", "reason": "because"}, 422),
        ({"answer_id": "a1", "verdict": "up", "comment": "长" * 501}, 422),
        ({"answer_id": "a1", "verdict": "up", "comment": "\ud800"}, 422),
        ({"answer_id": "", "verdict": "up"}, 422),
        ({"verdict": "up"}, 422),
        ({"answer_id": "a1", "verdict": "up", "who": "me"}, 422),
    ],
)
def test_an_opinion_that_does_not_fit_is_refused(client, body, status):
    ask(client)
    headers = {"content-type": "application/json"}
    is_problem(client.post("/v1/feedback", content=json.dumps(body), headers=headers), status)


@pytest.mark.parametrize("cursor", ["x", "e30", "WzEsMl0", "W10", "é", "'--", "WyJhIiwxXQ"])
def test_a_cursor_of_ones_own_making_is_refused(client, settings, cursor):
    admin = bearer(KeyStore(Database(settings)).create("a", [Scope.ADMIN])[1])
    is_problem(client.get("/v1/feedback", params={"cursor": cursor}, headers=admin), 422)


def make_answer(id: str) -> Answer:
    return Answer(id=id, conversation_id="c", status=Status.ANSWERED, answer="一句")


class Flaky(AnswerRecords):
    """Records whose database is away until it is told to come back."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(Database(settings), 1)
        self.back = Event()

    def add(self, kept):
        if not self.back.is_set():
            raise StoreUnavailable("事实库写不进")
        super().add(kept)


def test_while_the_database_is_away_answers_wait_and_nobody_notices(settings):
    records = Flaky(settings)
    writer = AnswerWriter(records, dict, "1")
    writer.keep("问", make_answer("a"))
    writer.flush()
    assert records.get("a") is None and writer.get("a") is not None
    records.back.set()
    writer.flush()
    assert records.get("a") is not None


def test_only_so_many_wait(settings, monkeypatch):
    monkeypatch.setattr("service.answers.writer._ROOM", 3)
    records = Flaky(settings)
    writer = AnswerWriter(records, dict, "1")
    for number in range(5):
        writer.keep("问", make_answer(str(number)))
    assert [writer.get(str(number)) is not None for number in range(5)] == [True] * 3 + [False] * 2
    records.back.set()  # else its thread goes on complaining while later tests run
    assert writer.flush()


def test_keeping_costs_the_asker_next_to_nothing(settings):
    """The thread that answers hands over and goes on: no disk, no JSON."""
    writer = AnswerWriter(AnswerRecords(Database(settings), 1), dict, "1")
    answers = [
        StandIn().ask(AskRequest(question="占多少")).model_copy(update={"id": str(n)}) for n in range(500)
    ]
    began = time.perf_counter()
    for answer in answers:
        writer.keep("占多少", answer)
    assert (time.perf_counter() - began) / len(answers) < 0.002
    writer.flush()
    assert AnswerRecords(Database(settings), 1).get("499") is not None
