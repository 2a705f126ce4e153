"""Who changed what: every change over HTTP or on the command line leaves a line that administrators read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from fastapi.testclient import TestClient

from ingest.database import Database
from ingest.settings import Settings
from service.api.examples import ROWS
from service.audit import AuditLog
from service.keys.model import Scope
from service.keys.store import KeyStore
from service.web.http import create_app
from tests.ingest.publications import BODY, publish, with_figure
from tests.service.admission import bearer
from tests.service.stand_in import PROBE, StandIn, StandInShelf, make_document
from tests.service.test_http import is_problem
from tests.service.test_uploads import Staff


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path / "data")


def test_uploads_replacements_and_removals_are_told_with_key_and_request(settings: Settings, tmp_path: Path):
    staff = Staff(settings)
    staff.headers["x-request-id"] = "trace-1"
    first = staff.finished(staff.send("a.pdf", publish(tmp_path / "a.pdf").read_bytes()))["document_id"]
    staff.headers["x-request-id"] = "trace-2"
    other = publish(tmp_path / "b.pdf", rows=with_figure("234.50", "244.50")).read_bytes()
    second = staff.finished(staff.send("b.pdf", other, "PUT", f"/v1/documents/{first}"))["document_id"]
    staff.headers["x-request-id"] = "trace-3"
    assert staff.client.delete(f"/v1/documents/{second}", headers=staff.headers).status_code == 204
    staff.headers["x-request-id"] = "trace-4"
    staff.finished(staff.send("坏.pdf", b"%PDF-1.7\n%%EOF"))
    admin = bearer(KeyStore(Database(settings)).create("管理员", [Scope.ADMIN])[1])
    items = staff.client.get("/v1/audit", headers=admin).json()["items"]
    told = [(one["action"], one["target"], one["actor"], one["request_id"]) for one in items]
    assert told == [
        ("document.upload", "", "信息科", "trace-4"),
        ("document.delete", second, "信息科", "trace-3"),
        ("document.replace", second, "信息科", "trace-2"),
        ("document.upload", first, "信息科", "trace-1"),
    ]
    assert items[0]["details"]["status"] == "failed" and items[1]["details"]["file"] == "b.pdf"
    assert items[2]["details"]["replaces"] == first and BODY not in items[3]["details"]["file"]
    assert all(one["at"].endswith("Z") and one["key_id"] for one in items)


def test_only_administrators_read_it_and_by_pages(settings: Settings):
    client = TestClient(create_app(settings, StandIn(), StandInShelf(make_document(settings))))
    keys = KeyStore(Database(settings))
    is_problem(client.get("/v1/audit"), 401)
    is_problem(client.get("/v1/audit", headers=bearer(keys.create("b", [Scope.INGEST])[1])), 403)
    admin = bearer(keys.create("a", [Scope.ADMIN])[1])
    log = AuditLog(Database(settings))
    for number in range(5):
        log.write("document.delete" if number % 2 else "key.create", str(number), details={"file": PROBE})
    seen: list[str] = []
    cursor: str | None = ""
    while cursor is not None:
        response = client.get("/v1/audit", params={"limit": 2, "cursor": cursor}, headers=admin)
        assert response.headers["content-type"] == "application/json"
        seen += [one["target"] for one in response.json()["items"]]
        cursor = response.json()["next"]
    assert seen == ["4", "3", "2", "1", "0"]
    only = client.get("/v1/audit", params={"action": "document.delete"}, headers=admin).json()["items"]
    assert [one["target"] for one in only] == ["3", "1"] and only[0]["details"] == {"file": PROBE}
    is_problem(client.get("/v1/audit", params={"cursor": "WyJhIl0"}, headers=admin), 422)


@pytest.fixture(scope="module")
def described(sampled: Settings) -> dict[str, Any]:
    with TestClient(create_app(sampled)) as client:
        found: dict[str, Any] = client.get("/openapi.json").json()
    return found


def schema_for(described: dict[str, Any], content: dict[str, Any]) -> dict[str, Any]:
    """The schema of a body with what it refers to."""
    schema: dict[str, Any] = content["application/json"]["schema"]
    return {**schema, "components": described["components"]}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]} {row[1]}")
def test_every_example_fits_what_it_is_an_example_of(described, row):
    method, path, sent, status, reply = row
    operation = described["paths"][path][method]
    content = operation["responses"][status]["content"]
    assert content["application/json"]["example"] == json.loads(json.dumps(reply))
    jsonschema.validate(reply, schema_for(described, content))
    if sent is not None:
        jsonschema.validate(sent, schema_for(described, operation["requestBody"]["content"]))


def test_every_route_has_an_example_or_gives_no_json(described):
    told = {(method, path) for method, path, *_ in ROWS} | {("get", "/v1/facts")}  # its model has its own
    without = [
        f"{method} {path}"
        for path, methods in described["paths"].items()
        for method, operation in methods.items()
        for status, reply in operation["responses"].items()
        if path.startswith("/v1/") and not path.startswith(("/v1/chat", "/v1/models"))
        and status.startswith("2") and "application/json" in reply.get("content", {})
        and (method, path) not in told
    ]  # fmt: skip
    assert not without


def test_routes_for_keys_say_so(described):
    closed = {
        f"{method} {path}"
        for path, methods in described["paths"].items()
        for method, operation in methods.items()
        if operation.get("security")
    }
    assert closed == {
        "post /v1/documents", "put /v1/documents/{id}", "delete /v1/documents/{id}", "get /v1/documents/jobs",
        "get /v1/documents/jobs/{id}", "get /v1/feedback", "get /v1/audit",
    }  # fmt: skip
