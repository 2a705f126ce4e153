"""Who is let in: keys and their scopes, limits by address and by key, sites that may call, large bodies."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest
from pydantic import ValidationError

from ingest.settings import Settings
from service.keys.addresses import address_of, read_networks
from service.keys.model import Scope
from tests.service.admission import House, bearer, open_house
from tests.service.running import running
from tests.service.test_http import is_problem

ASK = {"question": "项目支出占多少？"}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path / "data")


@pytest.fixture
def house(settings: Settings) -> House:
    return open_house(settings)


def open_to(house: House, scope: Scope) -> set[str]:
    """Which of the routes a key opens."""
    client = house.client()
    headers = bearer(house.tokens[scope])
    return {s.value for s in Scope if client.get(f"/needs/{s.value}", headers=headers).status_code == 200}


def test_a_scope_opens_its_own_routes_and_an_administrator_opens_all(house):
    assert open_to(house, Scope.READ) == {"read"}
    assert open_to(house, Scope.EXPORT) == {"export"}
    assert open_to(house, Scope.INGEST) == {"ingest"}
    assert open_to(house, Scope.ADMIN) == {"read", "export", "ingest", "admin"}


def test_without_a_key_a_closed_route_says_how_to_show_one(house):
    response = house.client().get("/needs/export")
    assert "Authorization: Bearer" in str(is_problem(response, 401)["detail"])
    assert response.headers["www-authenticate"] == "Bearer"
    refused = house.client().get("/needs/admin", headers=bearer(house.tokens[Scope.INGEST]))
    assert "管理" in str(is_problem(refused, 403)["detail"])


@pytest.mark.parametrize(
    "shown", ["Bearer mb_wrong", "bearer  mb_", "Bearer mb_\u00e9", "Bearer mb_" + "m" * 5000]
)
def test_a_wrong_key_is_told_even_where_none_is_needed(house, shown):
    response = house.client().post("/v1/ask", json=ASK, headers={"authorization": shown.encode("latin-1")})
    is_problem(response, 401)
    assert "invalid_token" in response.headers["www-authenticate"]


@pytest.mark.parametrize("shown", ["Bearer sk-anything", "Bearer ", "Basic eDp5", "mb_x", "Bearer \u00e9"])
def test_what_is_no_key_of_ours_is_as_good_as_none(house, shown):
    headers = {"authorization": shown.encode("latin-1")}
    assert house.client().post("/v1/ask", json=ASK, headers=headers).status_code == 200
    is_problem(house.client().get("/needs/read", headers=headers), 401)


def test_a_revoked_key_opens_nothing_from_then_on(house):
    client, headers = house.client(), bearer(house.tokens[Scope.EXPORT])
    assert client.get("/needs/export", headers=headers).status_code == 200
    assert house.keys.revoke(house.ids[Scope.EXPORT])
    is_problem(client.get("/needs/export", headers=headers), 401)
    assert not house.keys.revoke(house.ids[Scope.EXPORT])


def test_the_secret_is_nowhere_in_the_store(house, settings):
    token = house.tokens[Scope.ADMIN]
    assert len(token) >= 43  # 256 bits
    held = b"".join(path.read_bytes() for path in settings.data.glob("mingbai.sqlite*"))
    assert house.ids[Scope.ADMIN].encode() in held and token.removeprefix("mb_").encode() not in held


def test_an_address_that_asks_too_often_waits_and_others_do_not(tmp_path):
    house = open_house(Settings(data=tmp_path, ask_limit="2/minute;100/day"))
    client = house.client()
    assert [client.post("/v1/ask", json=ASK).status_code for _ in range(3)] == [200, 200, 429]
    response = client.post("/v1/ask", json=ASK)
    assert "太频繁" in str(is_problem(response, 429)["detail"])
    assert 1 <= int(response.headers["retry-after"]) <= 60 and response.headers["x-request-id"]
    assert client.get("/v1/documents").status_code == 200  # reading is counted apart
    assert house.client("203.0.113.8").post("/v1/ask", json=ASK).status_code == 200
    keyed = [
        client.post("/v1/ask", json=ASK, headers=bearer(house.tokens[Scope.READ])).status_code
        for _ in range(5)
    ]
    assert keyed == [200] * 5


def test_the_day_has_a_limit_too(tmp_path):
    house = open_house(Settings(data=tmp_path, ask_limit="100/minute;2/day"))
    client = house.client()
    assert [client.post("/v1/ask", json=ASK).status_code for _ in range(3)] == [200, 200, 429]
    assert int(client.post("/v1/ask", json=ASK).headers["retry-after"]) > 60


def test_a_key_has_its_own_limit(tmp_path):
    house = open_house(Settings(data=tmp_path, key_limit="2/minute"))
    headers = bearer(house.tokens[Scope.READ])
    codes = [
        house.client(f"203.0.113.{n}").get("/v1/documents", headers=headers).status_code for n in (1, 2, 3)
    ]
    assert codes == [200, 200, 429]
    assert house.client().get("/v1/documents", headers=bearer(house.tokens[Scope.EXPORT])).status_code == 200


def test_this_machine_itself_is_not_limited_but_a_proxy_on_it_is(tmp_path):
    house = open_house(Settings(data=tmp_path, ask_limit="1/minute"))
    client = house.client("127.0.0.1")
    assert [client.post("/v1/ask", json=ASK).status_code for _ in range(3)] == [200] * 3
    forwarded = {"x-forwarded-for": "203.0.113.9"}
    assert [client.post("/v1/ask", json=ASK, headers=forwarded).status_code for _ in range(2)] == [200, 429]


@pytest.mark.parametrize(
    ("peer", "forwarded", "address"),
    [
        ("203.0.113.7", "198.51.100.1", "203.0.113.7"),  # no proxy of ours: whoever calls could write it
        ("10.1.2.3", "198.51.100.1", "198.51.100.1"),
        ("10.1.2.3", "1.2.3.4, 198.51.100.1", "198.51.100.1"),  # the first was written by the caller
        ("10.1.2.3", "198.51.100.1, 10.9.9.9", "198.51.100.1"),
        ("10.1.2.3", "", "10.1.2.3"),
        ("10.1.2.3", "unknown", "unknown"),
        ("2001:db8:1:2:3:4:5:6", "", "2001:db8:1:2::/64"),
        ("::ffff:203.0.113.7", "", "203.0.113.7"),
    ],
)
def test_the_address_that_counts(peer, forwarded, address):
    headers = [(b"x-forwarded-for", forwarded.encode())] if forwarded else []
    scope = {"type": "http", "client": (peer, 1), "headers": headers}
    assert address_of(scope, read_networks(["10.0.0.0/8"]))[0] == address


def test_only_named_sites_may_call_from_their_pages(tmp_path):
    settings = Settings(data=tmp_path, cors_origins="https://www.example.gov.cn https://*.city.cn")
    client = open_house(settings).client()
    for origin, let in (
        ("https://www.example.gov.cn", True),
        ("https://a.city.cn", True),
        ("https://city.cn.evil.com", False),
        ("https://evil.com", False),
    ):
        asked = {"origin": origin, "access-control-request-method": "POST"}
        allowed = client.options("/v1/ask", headers=asked).headers.get("access-control-allow-origin")
        assert (allowed == origin) is let
        got = client.post("/v1/ask", json=ASK, headers={"origin": origin})
        assert (got.headers.get("access-control-allow-origin") == origin) is let
        assert "access-control-allow-credentials" not in got.headers


def test_only_the_page_made_for_frames_may_be_framed_by_named_sites(tmp_path):
    settings = Settings(data=tmp_path, frame_ancestors="https://www.example.gov.cn")
    client = open_house(settings).client()
    framed = client.get("/embed").headers["content-security-policy"]
    assert "frame-ancestors 'self' https://www.example.gov.cn" in framed
    assert "example.gov.cn" not in client.get("/").headers["content-security-policy"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ask_limit", "many"),
        ("ask_limit", "5/fortnight"),
        ("cors_origins", "javascript:alert(1)"),
        ("frame_ancestors", "https://a.cn; script-src *"),
        ("trusted_proxies", "proxy.local"),
    ],
)
def test_settings_that_cannot_work_are_refused(name, value):
    with pytest.raises(ValidationError):
        Settings(**{name: value})


def test_settings_come_from_the_environment_with_commas(monkeypatch):
    monkeypatch.setenv("MINGBAI_CORS_ORIGINS", "https://a.cn, https://b.cn")
    monkeypatch.setenv("MINGBAI_ASK_LIMIT", "0")
    settings = Settings()
    assert settings.cors_origins == ("https://a.cn", "https://b.cn") and settings.ask_limit == ""


@pytest.mark.slow
@pytest.mark.parametrize(("trusted", "codes"), [("", [200, 429]), ("127.0.0.1", [200, 200])])
def test_the_real_server_believes_only_the_proxies_that_are_named(tmp_path, trusted, codes):
    settings = Settings(data=tmp_path)
    with running(settings, MINGBAI_ASK_LIMIT="1/minute", MINGBAI_TRUSTED_PROXIES=trusted) as address:
        found = [
            httpx.post(
                f"{address}/v1/ask", json=ASK, headers={"x-forwarded-for": hop}, timeout=60
            ).status_code
            for hop in ("198.51.100.1", "198.51.100.2")
        ]
    assert found == codes
