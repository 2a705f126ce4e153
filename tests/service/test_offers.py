"""Questions offered while one is typed: near to what is typed, and every one of them answered."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from ingest.settings import Settings
from service.web.http import create_app
from tests.service.test_http import is_problem

CITY = "云川市青岚区城市管理局"
HEALTH = "云川市松屿区卫生健康局"
CENTRE = "云川市青岚区数字城管指挥中心"


@pytest.fixture(scope="module")
def client(sampled: Settings) -> Iterator[TestClient]:
    with TestClient(create_app(sampled)) as client:
        yield client


def offers(client: TestClient, **wanted: str | int) -> list[dict[str, object]]:
    """What is offered in the end: a second request goes on where the first ran out of time."""
    found: list[dict[str, object]] = []
    for _ in range(5):
        found = client.get("/v1/suggest", params=wanted).json()
    return found


@pytest.mark.parametrize(
    ("typed", "entity", "words"),
    [
        ("卫健委三公", HEALTH, "三公"),
        ("城管指挥中心项目", CENTRE, "项目支出"),
        (f"{CITY}2022", CITY, "2022年"),
        ("云川市青岚区城市管理局2023年办公", CITY, "办公"),
        ("松屿区卫", HEALTH, "2023年"),
    ],
)
def test_offers_go_on_from_what_is_typed(client, typed, entity, words):
    found = offers(client, q=typed)
    assert found and found[0]["entity"] == entity and words in str(found[0]["question"])


def test_an_account_is_offered_for_each_body_that_prints_it(client):
    found = offers(client, q="公务接待", limit=20)
    assert {one["entity"] for one in found} == {CITY, HEALTH, CENTRE}
    assert all("公务接待费" in str(one["question"]) for one in found)


@pytest.mark.parametrize("typed", ["", "2023", "三公", "行政运", "青岚", "办公费", "项目支出"])
def test_every_offer_is_answered_as_it_says(client, typed):
    found = offers(client, q=typed, limit=20)
    assert found
    for one in found:
        answer = client.post("/v1/ask", json={"question": one["question"]}).json()
        assert answer["status"] == "answered", one
        assert answer["figures"][0]["entity"] == one["entity"] and answer["figures"][0]["year"] == one["year"]


def test_offers_keep_to_a_body_or_a_document(client):
    assert {one["entity"] for one in offers(client, entity=HEALTH)} == {HEALTH}
    document = next(d for d in client.get("/v1/documents").json() if d["year"] == 2022)
    found = offers(client, document_id=document["id"])
    assert found and {(one["entity"], one["year"]) for one in found} == {(CITY, 2022)}
    assert offers(client, entity="火星财政局") == [] and offers(client, document_id="none") == []


@pytest.mark.parametrize("typed", ["xyz", "<script>", "火星", "火星财政局的三公经费"])
def test_where_nothing_fits_nothing_is_offered(client, typed):
    response = client.get("/v1/suggest", params={"q": typed})
    assert response.status_code == 200 and response.json() == []


@pytest.mark.parametrize("typed", ["？？？", "%", "的" * 200, "请问"])
def test_where_nothing_is_said_the_usual_is_offered(client, typed):
    assert offers(client, q=typed) == offers(client)


def test_wrong_wishes_are_told(client):
    is_problem(client.get("/v1/suggest", params={"limit": 0}), 422)
    is_problem(client.get("/v1/suggest", params={"q": "字" * 201}), 422)


def test_trying_leaves_no_trace(client):
    """What is tried for an offer is nobody's question: it is neither counted nor kept."""
    before = client.get("/metrics").text.count("mingbai_answers_total{")
    assert offers(client, q="人员经费")
    assert client.get("/metrics").text.count("mingbai_answers_total{") == before


def test_entities_are_told_with_their_years(client):
    response = client.get("/v1/entities")
    found = {one["name"]: one for one in response.json()}
    assert set(found) == {CITY, HEALTH, CENTRE}
    years = [(one["year"], one["kind"], len(one["document_ids"])) for one in found[CITY]["years"]]
    assert years == [(2024, "预算", 1), (2023, "决算", 1), (2022, "决算", 1)]
    assert (found[CENTRE]["level"], found[CITY]["level"]) == ("单位", "部门")
    tag = {"if-none-match": response.headers["etag"]}
    assert client.get("/v1/entities", headers=tag).status_code == 304
