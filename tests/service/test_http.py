"""The HTTP service: what comes back, how errors look, what every response bears."""

from __future__ import annotations

import dataclasses
import json
import logging
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from ingest.settings import Settings
from service.web.http import create_app
from tests.service.stand_in import FILE, BrokenShelf, StandIn, StandInShelf, make_document


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path / "data")


@pytest.fixture
def answerer() -> StandIn:
    return StandIn()


@pytest.fixture
def client(settings: Settings, answerer: StandIn) -> Iterator[TestClient]:
    page = make_document(settings, id="w1", file="页面 <b>.html", pages=0)
    shelf = StandInShelf(make_document(settings), page)
    with TestClient(create_app(settings, answerer, shelf)) as client:
        yield client


def is_problem(response, status: int) -> dict[str, object]:
    """The body of a problem, once it has everything that RFC 9457 and this project ask for."""
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    body: dict[str, object] = response.json()
    assert (
        body["status"] == status
        and body["title"]
        and body["detail"]
        and str(body["instance"]).startswith("/")
    )
    assert "Traceback" not in response.text and "secret" not in response.text
    return body


def test_an_answer_fits_the_contract(client):
    response = client.post("/v1/ask", json={"question": "项目支出占多少？", "conversation_id": "mine"})
    body = response.json()
    assert response.status_code == 200 and response.headers["content-type"] == "application/json"
    assert body["conversation_id"] == "mine" and body["figures"][0]["value"] == "58.45"
    assert "total;dur=12.0" in response.headers["server-timing"]
    assert "understand;dur=1.2" in response.headers["server-timing"]


@pytest.mark.parametrize(
    ("body", "status", "told"),
    [
        ({"question": "   "}, 422, "请先写下问题"),
        ({}, 422, "question：缺少"),
        ({"question": 5}, 422, "question：应为文本"),
        ({"question": "占多少", "yaer": 2023}, 422, "yaer：没有这个字段"),
        ({"question": "占多少", "year": 20230}, 422, "year：太大"),
        ({"question": "占多少", "unit": "美元"}, 422, "unit：不在可选的值之内"),
        (["占多少"], 422, "请求体"),
    ],
)
def test_a_wrong_question_is_told_in_chinese(client, body, status, told):
    assert told in str(is_problem(client.post("/v1/ask", json=body), status)["detail"])


@pytest.mark.parametrize(
    ("content", "status"),
    [
        (b"{", 400),
        (b'{"question": "\xff\xfe"}', 400),
        (b"[" * 60_000, 400),
        (b'{"question": "x", "year": ' + b"9" * 5000 + b"}", 400),
        (b'{"question": "\\ud800"}', 422),
        (b'{"question": "x", "conversation_id": "\\ud800"}', 422),
        (b"", 422),
    ],
)
def test_a_body_that_is_no_json_is_refused(client, content, status):
    is_problem(client.post("/v1/ask", content=content, headers={"content-type": "application/json"}), status)


def test_a_form_is_not_accepted(client):
    is_problem(client.post("/v1/ask", data={"question": "占多少"}), 415)


def test_an_oversized_body_is_refused_with_and_without_its_length(client, answerer):
    content = json.dumps({"question": "占" * 70_000}, ensure_ascii=False).encode()
    assert "content-length" in client.build_request("POST", "/v1/ask", content=content).headers
    is_problem(client.post("/v1/ask", content=content), 413)
    is_problem(client.post("/v1/ask", content=iter([content[:9000]] * 10)), 413)
    assert not answerer.asked


def test_an_unexpected_error_is_logged_and_tells_nothing(client, capsys, caplog):
    with caplog.at_level(logging.ERROR):
        response = client.post("/v1/ask", json={"question": "爆炸"}, headers={"x-request-id": "trace-7"})
    is_problem(response, 500)
    assert response.headers["x-request-id"] == "trace-7"
    logged = capsys.readouterr().err + caplog.text
    assert "ZeroDivisionError" in logged and "trace-7" in logged


def test_unknown_addresses_and_methods_are_problems(client):
    assert is_problem(client.get("/v1/nothing"), 404)["instance"] == "/v1/nothing"
    is_problem(client.get("/v1/ask"), 405)


@pytest.mark.parametrize(
    "path", ["/", "/v1/nothing", "/healthz", "/page/page.css", "/v1/documents/d1/pages/1.png"]
)
def test_every_response_bears_the_security_headers(client, path):
    headers = client.get(path).headers
    assert "'unsafe-inline'" not in headers["content-security-policy"]
    assert "default-src 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "access-control-allow-origin" not in headers


@pytest.mark.parametrize("given", ["", "a b", "x" * 101, "换行"])
def test_a_request_id_that_could_spoil_a_log_is_replaced(client, given):
    response = client.get("/healthz", headers={"x-request-id": given.encode()})
    assert len(response.headers["x-request-id"]) == 32


def test_a_replaced_document_is_listed_as_such(settings: Settings, answerer: StandIn):
    old = dataclasses.replace(make_document(settings, id="old"), superseded_by="d1")
    with TestClient(create_app(settings, answerer, StandInShelf(make_document(settings), old))) as client:
        listed = {one["id"]: one for one in client.get("/v1/documents").json()}
        assert client.get("/v1/documents/old/file").status_code == 200
    assert listed["old"]["superseded_by"] == "d1" and listed["d1"]["superseded_by"] == ""
    assert listed["old"]["level"] == "部门"


def test_documents_are_listed_with_their_counts(client):
    listed = client.get("/v1/documents").json()
    assert {"id": "d1", "file": FILE, "entity": "青岚市城市管理局", "year": 2023}.items() <= listed[0].items()
    assert (listed[0]["kind"], listed[0]["pages"], listed[0]["facts"], listed[0]["passages"]) == (
        "决算",
        2,
        120,
        8,
    )


def test_the_original_comes_inline_under_its_own_name(client, settings):
    response = client.get("/v1/documents/d1/file")
    assert response.content == (settings.files / "d1.pdf").read_bytes()
    assert response.headers["content-type"] == "application/pdf"
    assert response.headers["content-disposition"] == f"inline; filename*=utf-8''{quote(FILE)}"
    again = client.get("/v1/documents/d1/file", headers={"if-none-match": response.headers["etag"]})
    assert again.status_code == 304 and not again.content
    part = client.get("/v1/documents/d1/file", headers={"range": "bytes=0-4"})
    assert part.status_code == 206 and part.content == b"%PDF-"


def test_an_html_original_is_never_run_in_the_name_of_the_site(client):
    response = client.get("/v1/documents/w1/file")
    assert response.headers["content-disposition"].startswith("attachment")
    assert response.headers["content-type"] == "application/octet-stream"
    assert "sandbox" in response.headers["content-security-policy"]


def test_a_missing_document_or_original_is_a_problem(client, settings):
    is_problem(client.get("/v1/documents/d9/file"), 404)
    is_problem(client.get("/v1/documents/d9/pages/1.png"), 404)
    (settings.files / "d1.pdf").unlink()
    assert "重新导入" in str(is_problem(client.get("/v1/documents/d1/file"), 404)["detail"])


def test_suggestions_come_from_the_answerer(client):
    assert client.get("/v1/suggestions").json() == ["项目支出占多少？", "接了多少投诉？"]


def test_health_counts_what_is_loaded(client):
    body = client.get("/healthz").json()
    assert (body["status"], body["documents"], body["facts"], body["passages"]) == ("ok", 2, 240, 16)


def test_health_is_503_when_the_store_is_gone(settings):
    with TestClient(create_app(settings, StandIn(), BrokenShelf())) as client:
        is_problem(client.get("/healthz"), 503)
        is_problem(client.get("/v1/documents"), 500)


def test_metrics_count_by_route_and_by_outcome(client):
    client.post("/v1/ask", json={"question": "火星的账"})
    client.get("/v1/documents/d1/file")
    client.get("/v1/documents/d9/file")
    client.get("/made/up")
    text = client.get("/metrics").text
    assert 'mingbai_answers_total{reason="entity_not_loaded",status="no_answer"} 1.0' in text
    assert 'mingbai_requests_total{method="POST",route="/v1/ask",status="200"} 1.0' in text
    assert 'route="/v1/documents/{id}/file",status="404"} 1.0' in text
    assert 'route="unmatched",status="404"} 1.0' in text and "/made/up" not in text


@pytest.mark.parametrize("name", ["", "embed", "page/page.css", "page/mark.svg", "widget.js"])
def test_the_page_is_served_with_tags(client, name):
    response = client.get(f"/{name}")
    assert response.status_code == 200 and response.headers["cache-control"] == "no-cache"
    assert client.get(f"/{name}", headers={"if-none-match": response.headers["etag"]}).status_code == 304
    assert client.head(f"/{name}").status_code == 200


def test_the_description_tells_of_problems_and_needs_no_page_from_elsewhere(client):
    paths = client.get("/openapi.json").json()["paths"]
    asked = paths["/v1/ask"]["post"]["responses"]
    assert sorted(asked) == ["200", "400", "401", "413", "415", "422", "429", "500", "503"]
    assert (
        "application/problem+json" in asked["422"]["content"]
        and "text/event-stream" in asked["200"]["content"]
    )
    chat = paths["/v1/chat/completions"]["post"]["responses"]
    assert "422" not in chat and "error" in chat["400"]["content"]["application/json"]["schema"]["properties"]
    assert "403" in paths["/v1/documents/{id}"]["delete"]["responses"]
    assert "403" not in paths["/v1/documents"]["get"]["responses"]
    assert client.get("/docs").status_code == client.get("/redoc").status_code == 404


def test_a_method_that_is_not_allowed_is_told_all_that_are(client):
    assert client.patch("/v1/documents").headers["allow"] == "GET, POST"
    assert client.get("/v1/ask").headers["allow"] == "POST"


def test_the_page_serves_nothing_else(client):
    for path in ("/page/..%2Fhttp.py", "/page/http.py", "/page/"):
        is_problem(client.get(path), 404)


def test_the_page_needs_nothing_from_elsewhere():
    folder = Path(__file__).parents[2] / "service" / "page"
    for path in folder.iterdir():
        text = path.read_text("utf-8").replace("http://www.w3.org/2000/svg", "")
        assert "://" not in text and "innerHTML" not in text and " style=" not in text, path.name
