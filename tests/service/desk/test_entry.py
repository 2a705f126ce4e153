"""Who gets in at the desk, with what, and what a form from elsewhere can do: nothing."""

from __future__ import annotations

from http.cookies import SimpleCookie
from pathlib import Path

import pytest

from service.desk.sessions import IDLE, LIFE, Sessions
from service.desk.staff import way_back
from service.keys.door import SESSION
from service.keys.model import Key, Scope
from service.keys.store import KeyStore
from tests.service.desk.office import Office, open_office, read_in

PAGES = (
    "/desk", "/desk/upload", "/desk/checks", "/desk/facts", "/desk/corrections", "/desk/questions", "/desk/known",
    "/desk/log",
)  # fmt: skip


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return open_office(read_in(tmp_path_factory.mktemp("office")))


@pytest.mark.parametrize("page", [*PAGES, "/desk/documents/x", "/desk/known.jsonl", "/desk/facts.csv"])
def test_nobody_sees_anything_before_signing_in(office, page):
    reply = office.visitor(None).get(page, follow_redirects=False)
    assert reply.status_code == 303
    assert reply.headers["location"].startswith("/desk/sign-in")


def test_after_signing_in_one_is_where_one_wanted_to_be(office):
    visitor = office.visitor(None)
    asked = visitor.get("/desk/facts?year=2023")
    assert asked.url.path == "/desk/sign-in"
    assert 'value="/desk/facts?year=2023"' in asked.text
    fields = {"key": office.tokens[Scope.ADMIN], "next": "/desk/facts?year=2023"}
    assert visitor.post("/desk/sign-in", data=fields).url.path == "/desk/facts"


@pytest.mark.parametrize(
    "wanted", ["//evil.example/desk", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "/v1/ask",
               "/desk\r\nx: y", "/deskevil", "desk", "/desk\\..\\"]
)  # fmt: skip
def test_signing_in_leads_to_no_other_site(wanted):
    assert way_back(wanted) == "/desk"


@pytest.mark.parametrize("page", ["/desk", "/desk/checks?document=a&p=2"])
def test_signing_in_leads_to_pages_of_the_desk(page):
    assert way_back(page) == page


def test_a_wrong_key_and_a_weak_one_are_told_apart_from_none(office):
    visitor = office.visitor(None)
    wrong = visitor.post("/desk/sign-in", data={"key": "mb_wrong"})
    assert wrong.status_code == 403 and "不对" in wrong.text and SESSION not in wrong.cookies
    weak = visitor.post("/desk/sign-in", data={"key": office.tokens[Scope.READ]})
    assert weak.status_code == 403 and "没有“导入”或“管理”权限" in weak.text and SESSION not in weak.cookies


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(office):
    reply = office.visitor(None).post(
        "/desk/sign-in", data={"key": office.tokens[Scope.ADMIN]}, follow_redirects=False
    )
    cookie = SimpleCookie(reply.headers["set-cookie"])[SESSION]
    assert cookie["httponly"] and cookie["samesite"].lower() == "strict" and not cookie["secure"]
    assert office.tokens[Scope.ADMIN] not in reply.headers["set-cookie"]
    proxied = office.visitor(None).post(
        "/desk/sign-in", data={"key": office.tokens[Scope.ADMIN]}, follow_redirects=False,
        headers={"x-forwarded-proto": "https"},
    )  # fmt: skip
    assert SimpleCookie(proxied.headers["set-cookie"])[SESSION]["secure"]


def test_signing_out_ends_the_session_for_good(office):
    visitor = office.visitor()
    held = dict(visitor.cookies)
    visitor.submit("/desk/sign-out")
    visitor.cookies.update(held)
    assert visitor.get("/desk", follow_redirects=False).status_code == 303


def test_a_revoked_key_is_out_at_once(office):
    keys = KeyStore(office.store.database)
    key, token = keys.create("临时", [Scope.ADMIN])
    visitor = office.visitor(None)
    visitor.sign_in(token)
    visitor.read("/desk")
    keys.revoke(key.id)
    assert visitor.get("/desk", follow_redirects=False).status_code == 303


def test_a_form_without_the_word_of_the_session_does_nothing(office):
    visitor = office.visitor()
    fact = office.fact("公务接待费")
    fields = {"value": "9.99", "unit": "万元", "reason": "x", "token": office.visitor().word()}
    reply = visitor.post(f"/desk/facts/{fact.id}/correct", data=fields)
    assert reply.status_code == 403 and "失效" in reply.text
    assert office.ledger.corrections() == []


@pytest.mark.parametrize(
    "headers",
    [{"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "same-site"}, {"origin": "https://evil.example"}],
)
def test_a_form_from_another_site_does_nothing(office, headers):
    visitor = office.visitor()
    fact = office.fact("公务接待费")
    fields = {"value": "9.99", "unit": "万元", "reason": "x", "token": visitor.word()}
    assert visitor.post(f"/desk/facts/{fact.id}/correct", data=fields, headers=headers).status_code == 403
    key = {"key": office.tokens[Scope.ADMIN]}
    assert office.visitor(None).post("/desk/sign-in", data=key, headers=headers).status_code == 403
    assert office.ledger.corrections() == []


def test_who_only_hands_files_in_decides_nothing(office):
    visitor = office.visitor(Scope.INGEST)
    for page in ("/desk", "/desk/upload", "/desk/checks", "/desk/facts", "/desk/corrections"):
        text = visitor.read(page)
        assert "/desk/log" not in text and 'name="decision"' not in text
    for page in ("/desk/questions", "/desk/known", "/desk/known.jsonl", "/desk/log", "/desk/facts.csv"):
        assert visitor.get(page).status_code == 403
    fact = office.fact("公务接待费")
    assert visitor.get(f"/desk/facts/{fact.id}/correct").status_code == 403
    visitor.submit(f"/desk/facts/{fact.id}/correct", 403, value="9.99", unit="万元", reason="x")
    check = f"/desk/checks/{office.document().id}/{'0' * 32}"
    visitor.submit(check, 403, decision="CONFIRMED")
    assert office.ledger.corrections() == []


def test_pages_are_kept_by_nobody_and_run_nothing_inline(office):
    visitor = office.visitor()
    for page in PAGES:
        reply = visitor.get(page)
        assert reply.headers["cache-control"] == "no-store"
        assert "script-src 'self'" in reply.headers["content-security-policy"]
        assert "<style" not in reply.text and " style=" not in reply.text and " onclick=" not in reply.text


def test_sessions_end_when_nobody_works_and_after_a_day_of_work():
    now = [0.0]
    key = Key("k", "王会计", frozenset((Scope.ADMIN,)), "")
    sessions = Sessions(lambda _: key, lambda: now[0])
    idle, busy = sessions.begin(key), sessions.begin(key)
    for _ in range(int(LIFE // 3600)):
        assert sessions.key(busy) is key
        now[0] += 3600
    assert sessions.key(idle) is None and IDLE < LIFE
    now[0] += 1
    assert sessions.key(busy) is None
    assert sessions.key("") is None and sessions.key("guessed") is None


def test_scripts_and_styles_are_served_with_tags(office):
    visitor = office.visitor(None)
    folder = Path("service/desk/assets")
    for name in sorted(path.name for path in folder.iterdir()):
        reply = visitor.get(f"/desk/assets/{name}")
        assert reply.status_code == 200 and reply.content == (folder / name).read_bytes()
        again = visitor.get(f"/desk/assets/{name}", headers={"if-none-match": reply.headers["etag"]})
        assert again.status_code == 304
    assert visitor.get("/desk/assets/../room.py").status_code == 404
