"""``/v1/ask`` as server-sent events: through curl from the real server, and where things go wrong."""

from __future__ import annotations

import asyncio
import json
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from eval.screenshots import serving
from ingest.errors import StoreUnavailable
from ingest.settings import Settings
from service.contract import AskRequest
from service.model import Operation, Plan
from service.progress import Abandoned, unheard
from service.web.asking import Asking
from service.web.events import answer_to_events, sentences
from service.web.http import create_app
from tests.service.stand_in import StandIn, StandInShelf, make_document

ORDER = ["understanding", "figures", "text", "citations", "notes", "suggestions", "done"]
#: 青岚区城市管理局2023年度部门决算: asked for as text, and as JSON.
QUESTION = "青岚区城市管理局2023年项目支出占比多少"


#: Name and data.
Event = tuple[str, dict[str, Any]]


def read(stream: str) -> list[Event]:
    """Events of a stream; a comment is an event without a name."""
    found = []
    for block in stream.strip().split("\n\n"):
        lines = [line.partition(": ") for line in block.splitlines()]
        fields = {name: value for name, _, value in lines}
        found.append((fields.get("event", ""), json.loads(fields.get("data", "{}"))))
    return found


def in_order(events: list[Event]) -> list[str]:
    return list(dict.fromkeys(name for name, _ in events))


class Failing(StandIn):
    """Understands the question, waits until it may go on, and fails as it is told to."""

    def __init__(self, failure: Exception | None = None) -> None:
        super().__init__()
        self.failure, self.go_on, self.abandoned = failure, threading.Event(), threading.Event()

    def ask(self, request, understood=unheard):
        understood(Plan(Operation.LOOKUP, "青岚市城市管理局", 2023))
        self.go_on.wait(20)
        if self.failure is not None:
            raise self.failure
        try:
            return super().ask(request, understood)
        except Abandoned:
            self.abandoned.set()
            raise


@pytest.fixture
def settings(tmp_path) -> Settings:
    return Settings(data=tmp_path / "data")


@pytest.fixture
def client(settings) -> Iterator[TestClient]:
    with TestClient(create_app(settings, StandIn(), StandInShelf(make_document(settings)))) as client:
        yield client


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
@pytest.mark.parametrize("way", ["body", "header"])
def test_curl_sees_each_step_and_the_same_answer_as_without(address, way):
    body = {"question": QUESTION} | ({"stream": True} if way == "body" else {})
    command = ["curl", "-sSN", "-i", f"{address}/v1/ask", "-H", "Content-Type: application/json"]
    command += ["-d", json.dumps(body)] + (["-H", "Accept: text/event-stream"] if way == "header" else [])
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    head, _, stream = done.stdout.replace("\r\n", "\n").partition("\n\n")
    assert " 200 " in head and "content-type: text/event-stream" in head and "no-store" in head
    events = read(stream)
    assert in_order(events) == ORDER
    told = dict(events)
    assert told["understanding"]["year"] == 2023 and told["understanding"]["operation"] == "占比"
    assert "项目支出" in told["understanding"]["text"]
    plain = httpx.post(f"{address}/v1/ask", json={"question": QUESTION}, timeout=60).json()
    same = [name for name in plain if name not in ("id", "conversation_id", "timings_ms")]
    assert {name: told["done"][name] for name in same} == {name: plain[name] for name in same}
    assert "".join(data["delta"] for name, data in events if name == "text") == plain["answer"]
    assert told["figures"]["figures"] == plain["figures"]
    assert told["citations"]["citations"] == plain["citations"]


def test_a_question_asked_back_has_options_and_no_figures(client):
    response = client.post("/v1/ask", json={"question": "花了多少钱", "stream": True})
    events = read(response.text)
    assert in_order(events) == [name for name in ORDER if name != "figures"]
    assert dict(events)["notes"]["options"][0]["question"] == "2023年项目支出占多少？"
    assert 'status="clarify"} 1.0' in client.get("/metrics").text


@pytest.mark.parametrize(("question", "status"), [("   ", 422), ("爆炸", 500)])
def test_what_fails_at_once_is_a_plain_problem(client, question, status):
    response = client.post("/v1/ask", json={"question": question, "stream": True})
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("failure", "status", "told"),
    [
        (StoreUnavailable("事实库没有应答。"), 503, "事实库没有应答。"),
        (ZeroDivisionError("secret of the machine"), 500, "服务出了问题"),
    ],
)
def test_what_fails_after_the_head_is_an_event(settings, failure, status, told):
    answerer = Failing(failure)
    app = create_app(settings, answerer, StandInShelf())
    with TestClient(app) as client:
        threading.Timer(0.3, answerer.go_on.set).start()
        response = client.post("/v1/ask", json={"question": "占多少", "stream": True})
    assert response.status_code == 200
    events = read(response.text)
    assert [name for name, _ in events] == ["understanding", "error"]
    assert events[-1][1]["status"] == status and told in events[-1][1]["detail"]
    assert events[-1][1]["instance"] == "/v1/ask"
    assert "secret" not in response.text


def test_a_ping_is_sent_while_waiting():
    async def stream() -> list[str]:
        answerer = Failing()
        asking = Asking(answerer, AskRequest(question="占多少"))
        await asking.begin(5)
        asyncio.get_running_loop().call_later(0.35, answerer.go_on.set)
        told = answer_to_events(asking, "/v1/ask", lambda answer: None, ping=0.1)
        return [part.decode() async for part in told]

    parts = asyncio.run(stream())
    assert parts[0].startswith("event: understanding\n")
    assert parts[1] == ": ping\n\n" and parts.count(": ping\n\n") >= 2
    assert parts[-1].startswith("event: done\n")


def test_work_stops_when_the_client_goes_away(settings):
    answerer = Failing()
    body = {"question": "占多少", "stream": True}
    with serving(create_app(settings, answerer, StandInShelf())) as address:
        with httpx.stream("POST", f"{address}/v1/ask", json=body, timeout=10) as response:
            assert next(response.iter_text()).startswith("event: understanding")
        time.sleep(0.5)  # the server is told of the closed connection meanwhile
        answerer.go_on.set()
        assert answerer.abandoned.wait(10)


@given(st.text(alphabet="甲乙3.，。！？；」\n "))
def test_sentences_put_together_are_the_text(text):
    assert "".join(sentences(text)) == text


def test_a_quote_keeps_its_closing_mark():
    assert sentences("甲为1。「乙为2。」丙。") == ["甲为1。", "「乙为2。」", "丙。"]
