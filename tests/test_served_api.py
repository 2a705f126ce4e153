"""The API over PostgreSQL: keys, uploads' records, kept answers, lists in every order, all as over SQLite."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from ingest.facts import FactStore
from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answers.records import AnswerRecords
from service.keys.model import Scope
from service.keys.store import KeyStore
from service.uploads.jobs import JobStore, State
from service.web.http import create_app
from tests.service.admission import bearer
from tests.test_servers import SAMPLE, database_url

__all__ = ["database_url"]  # the fixture

pytestmark = [pytest.mark.server, pytest.mark.slow]
SORTS = ("document", "year", "-year", "code", "name", "amount", "-amount")


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory, database_url: str) -> Settings:
    settings = Settings(data=tmp_path_factory.mktemp("data"), database_url=database_url)
    (report,) = ingest_paths([SAMPLE], settings)
    assert report.status == "read", report.error
    return settings


def walk(client: TestClient, path: str, **wanted: str | int) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    cursor: str | None = ""
    while cursor is not None:
        response = client.get(path, params={**wanted, "cursor": cursor})
        assert response.status_code == 200, response.text
        found += response.json()["items"]
        cursor = response.json()["next"]
    return found


def test_the_lists_hold_everything_in_every_order(settings: Settings) -> None:
    store = FactStore(settings)
    held = sum(count for count, _ in store.counts().values())
    with TestClient(create_app(settings)) as client:
        orders = {
            sort: [one["id"] for one in walk(client, "/v1/facts", sort=sort, limit=150)] for sort in SORTS
        }
        subjects = walk(client, "/v1/subjects", limit=40)
        assert walk(client, "/v1/checks", limit=2) == walk(client, "/v1/checks", limit=200)
    assert all(len(ids) == len(set(ids)) == held for ids in orders.values())
    assert len({(one["kind"], one["code"], one["name"]) for one in subjects}) == len(subjects)
    store.close()


def test_keys_answers_and_opinions_are_kept(settings: Settings) -> None:
    store = FactStore(settings)
    keys = KeyStore(store.database)
    key, token = keys.create("信息科", [Scope.ADMIN])
    headers = bearer(token)
    with TestClient(create_app(settings)) as client:
        asked = {"question": "青岚区城市管理局2023年项目支出占比多少"}
        answer = client.post("/v1/ask", json=asked, headers=headers).json()
        judged = {"answer_id": answer["id"], "verdict": "down", "comment": "零\0字节"}
        assert client.post("/v1/feedback", json=judged).status_code == 201
        assert client.get(f"/v1/answers/{answer['id']}").json()["question"] == asked["question"]
        opinions = client.get("/v1/feedback", headers=headers).json()["items"]
        assert [one["comment"] for one in opinions] == ["零字节"]
        csv = client.get("/v1/facts", params={"format": "csv", "kind": "三公经费"}, headers=headers)
        assert csv.status_code == 200 and csv.content.count(b"\n") > 1
        assert keys.revoke(key.id)
        assert client.get("/v1/audit", headers=headers).status_code == 401
    AnswerRecords(store.database, 1).forget()
    jobs = JobStore(store.database)
    job = jobs.create("a.pdf", "", key.id)
    jobs.break_off()
    found = jobs.get(job.id)
    assert found is not None and found.status is State.FAILED
    store.close()
