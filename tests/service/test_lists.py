"""Facts, subjects and checks over HTTP: filters, pages that lose nothing, files for keys that may export."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from fastapi.testclient import TestClient

from ingest.database import Database
from ingest.facts import FactStore
from ingest.settings import Settings
from service.api.exports import harmless
from service.keys.model import Scope
from service.keys.store import KeyStore
from service.web.http import create_app
from tests.service.admission import bearer
from tests.service.test_http import is_problem

CITY = "云川市青岚区城市管理局"
HEALTH = "云川市松屿区卫生健康局"


@pytest.fixture(scope="module")
def client(sampled: Settings) -> Iterator[TestClient]:
    with TestClient(create_app(sampled)) as client:
        yield client


@pytest.fixture(scope="module")
def exporter(sampled: Settings) -> dict[str, str]:
    return bearer(KeyStore(Database(sampled)).create("导出的人", [Scope.EXPORT])[1])


@pytest.fixture(scope="module")
def store(sampled: Settings) -> FactStore:
    return FactStore(sampled)


def pages(client: TestClient, path: str, **wanted: str | int) -> list[list[dict[str, Any]]]:
    """Every page of a list."""
    found: list[list[dict[str, Any]]] = []
    cursor: str | None = ""
    while cursor is not None:
        body = client.get(path, params={**wanted, "cursor": cursor}).json()
        found.append(body["items"])
        cursor = body["next"]
    return found


def all_of(client: TestClient, path: str, **wanted: str | int) -> list[dict[str, Any]]:
    return [item for page in pages(client, path, **wanted) for item in page]


@pytest.mark.parametrize("sort", ["document", "year", "-year", "code", "name", "amount", "-amount"])
def test_pages_hold_every_fact_once_in_whatever_order(client, store, sort):
    held = sum(count for count, _ in store.counts().values())
    found = pages(client, "/v1/facts", sort=sort, limit=400)
    ids = [item["id"] for page in found for item in page]
    assert len(ids) == len(set(ids)) == held and all(len(page) == 400 for page in found[:-1])


def test_amounts_sort_as_numbers_and_what_is_no_amount_comes_last(client):
    for sort, turned in (("amount", False), ("-amount", True)):
        found = [item["yuan"] for item in all_of(client, "/v1/facts", sort=sort, limit=500)]
        amounts = [Decimal(text) for text in found if text is not None]
        assert amounts == sorted(amounts, reverse=turned)
        assert all(text is None for text in found[len(amounts) :]) and len(amounts) < len(found)


def test_filters_narrow_to_one_cell(client):
    """Whose, which year, which account, which statement: what is left stands where it says."""
    found = all_of(
        client, "/v1/facts", entity="青岚区城管局", year=2023, subject="2120104", statement="支出决算表", stage="决算"
    )  # fmt: skip
    assert found and {item["entity"] for item in found} == {CITY}
    assert {item["subject"]["code"] for item in found} == {"2120104"}
    one = found[0]
    assert one["source"]["page"] >= 1 and len(one["source"]["bbox"]) == 4
    picture = client.get(one["source"]["image"])
    assert picture.status_code == 200 and picture.headers["content-type"] == "image/png"


@pytest.mark.parametrize(
    ("wanted", "holds"),
    [
        ({"year": 2022}, lambda one: one["year"] == 2022),
        ({"stage": "年初预算"}, lambda one: one["stage"] == "年初预算"),
        ({"fund": "一般公共预算"}, lambda one: one["fund"] == "一般公共预算"),
        ({"kind": "三公经费"}, lambda one: one["subject"]["kind"] == "三公经费"),
        ({"level": "项"}, lambda one: one["subject"]["level"] == "项"),
        ({"origin": "sentence"}, lambda one: one["origin"] == "sentence" and one["source"]["quote"]),
        ({"page": 3}, lambda one: one["source"]["page"] == 3),
        ({"subject": "公务接待"}, lambda one: "公务接待" in one["subject"]["name"]),
        ({"entity": "卫健局"}, lambda one: one["file"].startswith(HEALTH)),
        ({"text": "公务用车"}, lambda one: "公务用车" in json.dumps(one, ensure_ascii=False)),
    ],
)
def test_each_filter_holds(client, store, wanted, holds):
    found = all_of(client, "/v1/facts", limit=500, **wanted)
    assert found and all(holds(one) for one in found)
    assert len(found) < sum(count for count, _ in store.counts().values())
    first = client.get("/v1/facts", params={"limit": 1, **wanted}).json()
    assert first["total"] == len(found)


def test_a_document_limits_and_an_unknown_one_has_nothing(client):
    document = client.get("/v1/documents").json()[0]
    found = all_of(client, "/v1/facts", document_id=document["id"], limit=500)
    assert len(found) == document["facts"] and {one["document_id"] for one in found} == {document["id"]}
    assert client.get("/v1/facts", params={"document_id": "none"}).json()["items"] == []
    assert client.get("/v1/facts", params={"entity": "火星财政局"}).json() == {
        "items": [],
        "next": None,
        "total": 0,
    }


@pytest.mark.parametrize(
    "wanted",
    [
        {"limit": 0},
        {"limit": 501},
        {"year": 20230},
        {"stage": "决"},
        {"sort": "size"},
        {"page": 0},
        {"entiti": "x"},
        {"subject": "长" * 201},
        {"cursor": "!"},
        {"format": "pdf"},
    ],
)
def test_a_wrong_wish_is_told(client, wanted):
    is_problem(client.get("/v1/facts", params=wanted), 422)


def test_a_cursor_is_of_one_order(client):
    cursor = client.get("/v1/facts", params={"limit": 1, "sort": "year"}).json()["next"]
    is_problem(client.get("/v1/facts", params={"cursor": cursor, "sort": "code"}), 422)
    is_problem(client.get("/v1/checks", params={"cursor": cursor}), 422)


@pytest.mark.parametrize("text", ["%", "_", "' or 1=1 --", '"', "\\", "\0", "<script>alert(1)</script>"])
def test_what_is_typed_is_text_and_no_pattern(client, text):
    for field in ("subject", "statement", "text", "kind", "entity"):
        response = client.get("/v1/facts", params={field: text})
        assert response.status_code == 200
        for one in response.json()["items"] if text.strip("\0") else ():
            assert field == "text" and text in "".join(
                (one["subject"]["name"], *map(str, one["source"].values()))
            )


@pytest.mark.parametrize("path", ["/v1/facts", "/v1/checks"])
@pytest.mark.parametrize("form", ["csv", "json", "xlsx"])
def test_files_need_a_key_that_may_export(client, sampled, path, form):
    is_problem(client.get(path, params={"format": form}), 401)
    reader = bearer(KeyStore(Database(sampled)).create("b", [Scope.READ])[1])
    is_problem(client.get(path, params={"format": form}, headers=reader), 403)


def test_the_three_files_hold_the_same_facts(client, store, exporter):
    held = [fact for document in store.documents() for fact in store.facts(document.id)]

    def get(form: str):
        response = client.get("/v1/facts", params={"format": form}, headers=exporter)
        assert response.status_code == 200 and "attachment" in response.headers["content-disposition"]
        return response

    assert get("csv").content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(get("csv").content.decode("utf-8-sig"))))
    whole = get("json").json()
    assert whole["items"] == all_of(client, "/v1/facts", limit=500) and whole["total"] == len(held)
    assert [item["value"] or "无" for item in whole["items"]] == [row["value"] for row in rows]
    printed = [("无" if fact.value is None else format(fact.value, "f")) for fact in held]
    assert [row["value"] for row in rows] == printed
    sheet = openpyxl.load_workbook(io.BytesIO(get("xlsx").content), read_only=True).worksheets[0]
    table = list(sheet.iter_rows(values_only=True))
    assert len(table) == len(held) + 1 and table[0][0] == "单位"
    assert not [name for name in os.listdir("/tmp") if name.endswith(".xlsx")]


def test_a_file_holds_what_the_filter_lets_through(client, exporter):
    wanted: dict[str, str | int] = {"kind": "三公经费", "sort": "-amount"}
    text = client.get("/v1/facts", params={**wanted, "format": "csv"}, headers=exporter).content
    rows = list(csv.DictReader(io.StringIO(text.decode("utf-8-sig"))))
    found = all_of(client, "/v1/facts", **wanted)
    assert [row["name"] for row in rows] == [one["subject"]["name"] for one in found]


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-cmd", "'-cmd"),
        (Decimal("-3.50"), Decimal("-3.50")),
        ("甲", "甲"),
    ],
)
def test_a_spreadsheet_runs_nothing_that_a_document_prints(value, told):
    assert harmless(value) == told


def test_subjects_are_counted_and_paged(client):
    found = all_of(client, "/v1/subjects", limit=50)
    keys = [(one["kind"], one["code"], one["name"]) for one in found]
    assert keys == sorted(keys) and len(keys) == len(set(keys))
    running = next(one for one in found if one["code"] == "2120101" and one["kind"] == "功能分类")
    assert running["name"] == "行政运行" and running["first_year"] <= 2022 and running["last_year"] == 2024
    total = client.get("/v1/facts", params={"limit": 1}).json()["total"]
    assert sum(one["facts"] for one in found) == total
    assert {one["code"] for one in all_of(client, "/v1/subjects", q="2120101")} == {"2120101"}
    assert all("接待" in one["name"] for one in all_of(client, "/v1/subjects", q="接待", entity=HEALTH))
    is_problem(client.get("/v1/subjects", params={"cursor": "x"}), 422)


def test_checks_that_do_not_hold_are_listed_with_both_sides(client, store):
    found = all_of(client, "/v1/checks", limit=3)
    stored = [
        c for d in store.documents(current=True) for c in store.checks(d.id) if c.verdict.value != "通过"
    ]
    assert sorted(one["message"] for one in found) == sorted(check.message for check in stored)
    for one in found:
        assert one["left"]["operands"] and one["pages"] and one["decision"] is None
        assert client.get(one["left"]["operands"][0]["image"]).status_code == 200
    held = all_of(client, "/v1/checks", verdict="通过", limit=200)
    assert held and {one["verdict"] for one in held} == {"通过"}
    errors = all_of(client, "/v1/checks", severity="错误")
    assert all(one["severity"] == "错误" for one in errors)


def test_checks_of_one_document_are_held_against_the_other_years_too(client):
    document = next(
        d for d in client.get("/v1/documents").json() if d["entity"] == CITY and d["year"] == 2023
    )
    found = all_of(client, "/v1/checks", document_id=document["id"], limit=2)
    assert {one["document_id"] for one in found} <= {document["id"]}
    is_problem(client.get("/v1/checks", params={"severity": "grave"}), 422)


def test_checks_come_as_a_file(client, exporter):
    text = client.get("/v1/checks", params={"format": "csv"}, headers=exporter).content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert len(rows) - 1 == len(all_of(client, "/v1/checks")) and rows[0][0] == "file"
