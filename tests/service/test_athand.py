"""Answers given before the framework's round: the same as the route's own, and only where it would answer."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from service.answer import Answerer
from service.contract import Answer, AskRequest, Citation, Status, Timings
from service.web.http import create_app
from service.web.printed import Printed

QUESTION = "青岚区城市管理局2023年项目支出占比多少"
#: The route reads this type too; what is at hand is given for the plain one only.
BY_ROUTE = {"content-type": "application/json; charset=utf-8"}
AT_ONCE = {"content-type": "application/json"}


class Watched(Answerer):
    """An answerer that counts what it recalls and what it is asked."""

    recalled = asked = 0

    def recall(self, request: AskRequest) -> Answer | None:
        found = super().recall(request)
        self.recalled += found is not None
        return found

    def ask(self, request: AskRequest, *rest: object) -> Answer:
        self.asked += 1
        return super().ask(request, *rest)  # type: ignore[arg-type]


@pytest.fixture
def answerer(sampled) -> Watched:
    answerer = Watched(sampled)
    assert answerer.ask(AskRequest(question=QUESTION)).figures
    answerer.asked = 0
    return answerer


@pytest.fixture
def client(sampled, answerer) -> Iterator[TestClient]:
    with TestClient(create_app(sampled, answerer)) as client:
        yield client


def test_who_asks_again_sees_no_difference(client, answerer):
    content = json.dumps({"question": QUESTION, "conversation_id": "mine"}).encode()
    at_once = client.post("/v1/ask", content=content, headers=AT_ONCE)
    assert (answerer.recalled, answerer.asked) == (1, 0)
    by_route = client.post("/v1/ask", content=content.replace(b"mine", b"hers"), headers=BY_ROUTE)
    assert (answerer.recalled, answerer.asked) == (1, 1)
    one, other = at_once.json(), by_route.json()
    assert at_once.status_code == by_route.status_code == 200
    assert (one.pop("conversation_id"), other.pop("conversation_id")) == ("mine", "hers")
    del one["timings_ms"], other["timings_ms"]
    assert one == other and one["figures"]
    heads = [dict(response.headers) for response in (at_once, by_route)]
    for head in heads:
        assert head.pop("x-request-id") and head.pop("server-timing").startswith("understand;dur=")
        assert int(head.pop("content-length")) > 500
    assert heads[0] == heads[1] and heads[0]["cache-control"] == "no-store"
    assert "content-security-policy" in heads[0] and heads[0]["content-type"] == "application/json"


def test_what_is_given_at_once_has_its_link_its_count_and_its_follow_up(client, answerer):
    given = client.post("/v1/ask", json={"question": QUESTION}).json()
    assert answerer.recalled == 1
    assert client.get(f"/v1/answers/{given['id']}").json()["question"] == QUESTION
    text = client.get("/metrics").text
    assert 'mingbai_requests_total{method="POST",route="/v1/ask",status="200"} 1.0' in text
    assert 'mingbai_answers_total{reason="",status="answered"} 1.0' in text
    follow_up = {"question": "那基本支出呢", "conversation_id": given["conversation_id"]}
    followed = client.post("/v1/ask", json=follow_up).json()
    assert followed["figures"] and answerer.recalled == 1 and answerer.asked == 1


def test_every_asking_is_a_conversation_of_its_own(client):
    ids = {client.post("/v1/ask", json={"question": QUESTION}).json()["conversation_id"] for _ in range(3)}
    assert len(ids) == 3


def test_limits_count_what_is_given_at_once(sampled, answerer):
    settings = sampled.model_copy(update={"ask_limit": "2/minute"})
    client = TestClient(create_app(settings, answerer), client=("203.0.113.7", 1))
    assert [client.post("/v1/ask", json={"question": QUESTION}).status_code for _ in range(3)] == [
        200,
        200,
        429,
    ]
    assert answerer.recalled == 2


@pytest.mark.parametrize(
    ("content", "status"),
    [
        (b'{"question": "%s", "yaer": 2023}', 422),
        (b'{"question": "%s", "conversation_id": "\\ud800"}', 422),
        (b'{"question": "%s", "year": 20230}', 422),
        (b'{"question": "%s", "stream": 3}', 422),
        (b'{"question": "%s"', 400),
        (b'{"question": "%s"}{}', 400),
        (b'{"question": "%s\xff"}', 400),
        (b'["%s"]', 422),
    ],
)
def test_what_the_route_refuses_is_not_answered_from_memory(client, answerer, content, status):
    content = content.replace(b"%s", QUESTION.encode())
    responses = [client.post("/v1/ask", content=content, headers=head) for head in (AT_ONCE, BY_ROUTE)]
    assert [response.status_code for response in responses] == [status, status]
    assert responses[0].json() == responses[1].json()
    assert (answerer.recalled, answerer.asked) == (0, 0)


@pytest.mark.parametrize("spelling", ["utf-8-sig", "utf-16"])
def test_other_spellings_of_json_go_the_usual_way(client, answerer, spelling):
    content = json.dumps({"question": QUESTION}, ensure_ascii=False).encode(spelling)
    assert client.post("/v1/ask", content=content, headers=AT_ONCE).json()["figures"]
    assert (answerer.recalled, answerer.asked) == (0, 1)


def test_of_a_name_given_twice_both_ways_take_the_same(client):
    content = b'{"question": "", "question": "%s"}'.replace(b"%s", QUESTION.encode())
    answers = [client.post("/v1/ask", content=content, headers=head).json() for head in (AT_ONCE, BY_ROUTE)]
    assert answers[0]["figures"] == answers[1]["figures"] != []


@pytest.mark.parametrize(("more", "headers"), [({"stream": True}, {}), ({}, {"accept": "text/event-stream"})])
def test_who_wants_events_gets_events(client, answerer, more, headers):
    response = client.post("/v1/ask", json={"question": QUESTION} | more, headers=headers)
    assert response.headers["content-type"].startswith("text/event-stream")
    assert "event: done" in response.text and answerer.recalled == 0


def test_other_addresses_and_methods_are_let_on(client, answerer):
    body = {"question": QUESTION}
    assert client.post("/v1/ask/", json=body).status_code == 404
    assert client.request("PUT", "/v1/ask", json=body).status_code == 405
    assert answerer.recalled == 0


def test_a_body_in_pieces_reaches_the_route_whole(sampled, answerer):
    """Without the gate before it, which hands a body over in one piece."""
    from service.web.athand import AtHand
    from service.web.metrics import Metrics

    content = json.dumps({"question": QUESTION}).encode()
    pieces = [
        {"type": "http.request", "body": content[:9], "more_body": True},
        {"type": "http.request", "body": content[9:], "more_body": False},
    ]
    got = b""

    async def receive():
        return pieces.pop(0)

    async def route(scope, receive, send):
        nonlocal got
        while True:
            message = await receive()
            got += message["body"]
            if not message["more_body"]:
                return

    scope = {
        "type": "http",
        "method": "POST",
        "path": "/v1/ask",
        "headers": [(b"content-type", b"application/json")],
    }
    asyncio.run(AtHand(route, answerer, Metrics())(scope, receive, None))  # type: ignore[arg-type]
    assert got == content and answerer.recalled == 0


EMPTY = Answer(id="a", conversation_id="c", status=Status.NO_ANSWER, answer="")
FULL = Answer(
    id='"\\',
    conversation_id='引"号\n\\\u2028\x1f\x7f\t😀/',
    status=Status.ANSWERED,
    answer='"conversation_id":"c","timings_ms":{}',
    citations=[Citation(file="甲.pdf", document_id="d", title="甲", page=1, bbox=[1.5, 2, 3, 1e-7])],
    plan={"year": 2023, "subject": {"name": "项目支出"}, "conversation_id": None},
    timings_ms=Timings(understand=1.25, total=0.1 + 0.2),
    notes=["一", "二"],
    reason="x",
)


@pytest.mark.parametrize("answer", [EMPTY, FULL])
def test_what_is_printed_once_is_what_the_answer_itself_prints(answer):
    printed = Printed()
    for conversation, timings in (
        ("", Timings()),
        ("另一次", Timings(total=3)),
        (answer.conversation_id, answer.timings_ms),
    ):
        told = answer.model_copy(update={"conversation_id": conversation, "timings_ms": timings})
        assert printed.json(told) == told.model_dump_json().encode()
