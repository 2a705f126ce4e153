"""A model server that is dead, slow or strange costs its time once and is left alone then."""

from __future__ import annotations

import gzip
import json
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pydantic import ValidationError

from ingest.settings import Settings
from service.llm.breaker import Breaker
from service.llm.counts import Counts
from service.llm.deadline import Deadline
from service.llm.errors import ModelError, Resting, Unavailable, Unusable
from service.llm.prompts import Message
from service.llm.server import Server, load_client
from tests.service.llm.model_server import Behaviour, Call, ModelServer, piece, says, served

MESSAGE = Message("test@1", "系统", "问题")
SECONDS = 0.6


@pytest.fixture(scope="module", autouse=True)
def _imported() -> None:
    load_client()


@pytest.fixture
def model() -> Iterator[ModelServer]:
    with served(says("好")) as server:
        yield server


def settings(url: str, **given: object) -> Settings:
    return Settings.model_validate(
        {"llm_url": url, "llm_model": "qwen", "llm_timeout": SECONDS, "llm_key": "sk-secret", **given}
    )


def asker(url: str, pause: float = 30.0, **given: object) -> tuple[Server, Counts]:
    counts = Counts()
    return Server(settings(url, **given), counts.call, pause), counts


def ask(server: Server, schema: dict[str, object] | None = None) -> str:
    return server.ask("word", MESSAGE, Deadline(SECONDS), schema)


def test_a_reply_comes_whole_from_its_stream(model: ModelServer) -> None:
    model.behaviour = lambda call: call.speak("减少的原因是工程完工。[1]", size=3)
    server, counts = asker(model.url)
    assert ask(server) == "减少的原因是工程完工。[1]"
    assert model.last.path == "/v1/chat/completions"
    assert model.last.headers["authorization"] == "Bearer sk-secret"
    assert model.last.body["stream"] is True and model.last.body["model"] == "qwen"
    assert [m["role"] for m in model.last.body["messages"]] == ["system", "user"]
    assert counts.registry.get_sample_value("mingbai_llm_calls_total", {"task": "word", "outcome": "ok"}) == 1


def test_what_a_model_thinks_is_no_part_of_what_it_says(model: ModelServer) -> None:
    model.behaviour = lambda call: call.speak("<think>也许是 99 万元？</think>\n好的。")
    assert ask(asker(model.url)[0]) == "好的。"


@pytest.mark.parametrize(
    ("wanted", "kind"), [("schema", "json_schema"), ("object", "json_object"), ("off", None)]
)
def test_json_is_asked_for_as_the_server_can(model: ModelServer, wanted: str, kind: str | None) -> None:
    server, _ = asker(
        model.url, llm_json=wanted, llm_body={"chat_template_kwargs": {"enable_thinking": False}}
    )
    ask(server, {"type": "object"})
    assert model.last.body.get("response_format", {}).get("type") == kind
    assert model.last.body["chat_template_kwargs"] == {"enable_thinking": False}


def _hang(call: Call) -> None:
    time.sleep(SECONDS * 3)


def _redirect(call: Call) -> None:
    call.head(307, location=f"http://{call.headers['host']}/v1/elsewhere")


def _half(call: Call) -> None:
    call.speak("支出为 18", finish=None, done=False)


def _half_a_head(call: Call) -> None:
    call.send("HTTP/1.0 200 OK\r\ncontent-ty")


def _drip_head(call: Call) -> None:
    call.send("HTTP/1.0 200 OK\r\n")
    call.drip(["x-a: b\r\n"] * 40, 0.1)


def _drip_comments(call: Call) -> None:
    call.head()
    call.drip([": still thinking\n\n"] * 40, 0.1)


def _drip_words(call: Call) -> None:
    call.head()
    call.drip([f"data: {json.dumps(piece('慢'))}\n\n"] * 40, 0.1)


def _compressed(call: Call) -> None:
    call.head(content_encoding="gzip")
    call.send(gzip.compress(b"data: {}\n\n"))


def _of_kind(kind: str, text: str) -> Behaviour:
    def behave(call: Call) -> None:
        call.head(kind=kind)
        call.send(text)

    return behave


def _status(status: int, **headers: str) -> Behaviour:
    def behave(call: Call) -> None:
        call.head(status, "application/json", **headers)
        call.send('{"error": {"message": "no"}}')

    return behave


def _events(*events: str) -> Behaviour:
    def behave(call: Call) -> None:
        call.head()
        for event in events:
            call.send(f"data: {event}\n\n")

    return behave


#: How a server fails, and the reason that is logged and counted; each opens the breaker.
FAILURES: tuple[tuple[str, Behaviour, str], ...] = (
    ("hang", _hang, "timeout"),
    ("drip of a head", _drip_head, "timeout"),
    ("drip of comments", _drip_comments, "timeout"),
    ("drip of words", _drip_words, "timeout"),
    ("redirect", _redirect, "redirect"),
    ("half a stream", _half, "half a stream"),
    ("half a head", _half_a_head, "connection"),
    ("hang up", lambda call: None, "connection"),
    ("compressed", _compressed, "encoding"),
    ("a web page", _of_kind("text/html", "<h1>Login</h1>"), "content type"),
    ("JSON, no stream", _of_kind("application/json", '{"choices": []}'), "empty stream"),
    ("empty stream", _events("[DONE]"), "empty stream"),
    ("broken event", _events('{"choices": [{"del'), "protocol"),
    ("event of another kind", _events('{"hello": 1}', "[1, 2]", '"x"'), "protocol"),
    ("error in the stream", _events('{"error": {"message": "out of memory"}}'), "protocol"),
    ("401", _status(401), "status 401"),
    ("404", _status(404), "status 404"),
    ("429", _status(429), "status 429"),
    ("429 for long", _status(429, retry_after="600"), "status 429"),
    ("500", _status(500), "status 500"),
    ("503", _status(503), "status 503"),
)  # fmt: skip


@pytest.mark.parametrize(("behaviour", "reason"), [f[1:] for f in FAILURES], ids=[f[0] for f in FAILURES])
def test_a_failing_server_costs_its_time_once(model: ModelServer, behaviour: Behaviour, reason: str) -> None:
    model.behaviour = behaviour
    server, counts = asker(model.url)
    start = time.monotonic()
    with pytest.raises(Unavailable) as caught:
        ask(server)
    assert time.monotonic() - start < SECONDS + 1
    assert caught.value.reason == reason
    asked, start = len(model.calls), time.monotonic()
    for _ in range(50):
        with pytest.raises(Resting):
            ask(server)
    assert time.monotonic() - start < 0.5 and len(model.calls) == asked
    labels = {"task": "word", "outcome": reason}
    assert counts.registry.get_sample_value("mingbai_llm_calls_total", labels) == 1


def test_a_key_never_follows_a_redirect(model: ModelServer) -> None:
    model.behaviour = _redirect
    with pytest.raises(Unavailable):
        ask(asker(model.url)[0])
    assert [call.path for call in model.calls] == ["/v1/chat/completions"]


def test_nobody_listens() -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        server, _ = asker(f"http://127.0.0.1:{held.getsockname()[1]}/v1")
        with pytest.raises(Unavailable, match="connection"):
            ask(server)


#: Replies that arrive and must not be used; the server lives, so the next question asks it again.
REPLIES: tuple[tuple[str, Behaviour, str], ...] = (
    ("empty", lambda call: call.speak(""), "empty"),
    ("only spaces", lambda call: call.speak(" \n \n"), "empty"),
    ("only thought", lambda call: call.speak("<think>嗯</think>"), "empty"),
    ("cut at the limit", lambda call: call.speak("支出为", finish="length"), "unfinished"),
    ("filtered", lambda call: call.speak("支出为", finish="content_filter"), "unfinished"),
    ("a tool to call", lambda call: call.speak("x", finish="tool_calls"), "unfinished"),
    ("huge", lambda call: call.speak("很" * 20_000, size=500), "huge"),
)


@pytest.mark.parametrize(("behaviour", "reason"), [r[1:] for r in REPLIES], ids=[r[0] for r in REPLIES])
def test_a_reply_that_must_not_be_used(model: ModelServer, behaviour: Behaviour, reason: str) -> None:
    model.behaviour = behaviour
    server, _ = asker(model.url)
    with pytest.raises(Unusable) as caught:
        ask(server)
    assert caught.value.reason == reason
    model.behaviour = lambda call: call.speak("好")
    assert ask(server) == "好"


def test_bytes_without_end_are_cut(model: ModelServer) -> None:
    def pour(call: Call) -> None:
        call.head()
        for _ in range(10_000):
            call.send(b": " + b"x" * 10_000 + b"\n\n")

    model.behaviour = pour
    start = time.monotonic()
    with pytest.raises(ModelError):
        ask(asker(model.url)[0])
    assert time.monotonic() - start < SECONDS + 1


@pytest.mark.parametrize("status", [429, 500, 503])
def test_what_passes_is_tried_again(model: ModelServer, status: int) -> None:
    again: Callable[[Call], None] = lambda call: call.speak("好")  # noqa: E731
    model.behaviour = lambda call: _status(status)(call) if call.number == 0 else again(call)
    server, _ = asker(model.url)
    assert ask(server) == "好" and len(model.calls) == 2
    assert server.breaker.closed


def test_a_server_that_recovers_is_found_without_anyone_waiting(model: ModelServer) -> None:
    model.behaviour = _status(401)
    server, counts = asker(model.url, pause=0.2)
    with pytest.raises(Unavailable):
        ask(server)
    model.behaviour = lambda call: call.speak("好")
    time.sleep(0.25)
    start = time.monotonic()
    with pytest.raises(Resting):
        ask(server)
    assert time.monotonic() - start < 0.5
    while not server.breaker.closed and time.monotonic() - start < 5:
        time.sleep(0.02)
    assert ask(server) == "好"
    assert (
        counts.registry.get_sample_value("mingbai_llm_calls_total", {"task": "probe", "outcome": "ok"}) == 1
    )


def test_pauses_grow_and_one_at_a_time_tries() -> None:
    now = [0.0]
    breaker = Breaker(10.0, lambda: now[0])
    breaker.failed()
    breaker.failed()  # one that was under way with it
    assert not breaker.closed and not breaker.claim_probe()
    now[0] = 10.0
    assert breaker.claim_probe() and not breaker.claim_probe()
    breaker.failed()
    now[0] = 29.0
    assert not breaker.claim_probe()
    now[0] = 30.0
    assert breaker.claim_probe()
    breaker.worked()
    assert breaker.closed


def test_a_key_is_told_nobody(capsys: pytest.CaptureFixture[str], model: ModelServer) -> None:
    model.behaviour = _status(401)
    server, _ = asker(model.url)
    with pytest.raises(Unavailable) as caught:
        ask(server)
    printed = capsys.readouterr()
    assert "status 401" in printed.out + printed.err
    assert "sk-secret" not in printed.out + printed.err + str(caught.value) + repr(settings(model.url))


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({"llm_url": "http://127.0.0.1:1/v1"}, "llm_model"),
        ({"llm_url": "127.0.0.1:8000", "llm_model": "m"}, "llm_url"),
        ({"llm_url": "file:///etc/passwd", "llm_model": "m"}, "llm_url"),
        ({"llm_timeout": 0}, "llm_timeout"),
        ({"llm_tasks": "all"}, "llm_tasks"),
    ],
)
def test_settings_that_cannot_work_are_refused(given: dict[str, object], named: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Settings.model_validate({"llm_key": "sk-secret", **given})
    assert named in str(caught.value) and "sk-secret" not in str(caught.value)


def test_off_by_default_and_nothing_is_imported() -> None:
    program = (
        "import sys; from ingest.settings import Settings; from service.web.http import create_app;"
        "s = Settings(data='nowhere', _env_file=None); assert not s.llm_url;"
        "import service.answer;"
        "print([m for m in sys.modules if m.startswith(('openai', 'llama_index.llms', 'service.llm'))])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"
