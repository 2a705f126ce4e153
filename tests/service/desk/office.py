"""A desk over a real store of two small disclosures, and people who are signed in at it."""

from __future__ import annotations

import json
import re
import uuid
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa
from fastapi import FastAPI
from starlette.testclient import TestClient

from ingest.facts import FactStore
from ingest.ledger import Ledger
from ingest.model import Document, Fact
from ingest.pipeline import ingest_paths
from ingest.records import answers, feedback
from ingest.settings import Settings
from service.audit import AuditLog
from service.keys.model import Scope
from service.keys.store import KeyStore
from service.times import now
from service.web.http import create_app
from tests.ingest.disclosures import CENTRE, path_of
from tests.service.test_told_beside import TEXT

#: The body and the file of the text disclosure, whose share of 65.00 % is none of its figures.
ARCHIVE = "柳泉县档案局"
FILE = "柳泉县档案局2023年度部门决算.txt"
PROBE = '<img src=x onerror="document.body.dataset.hacked=1"><script>document.body.dataset.hacked=1</script>'


class Visitor(TestClient):
    """A browser at the desk; ``submit`` fills in the word of the session as the page's own form does."""

    def __init__(self, app: FastAPI) -> None:
        super().__init__(app, base_url="http://desk.example", client=("203.0.113.7", 50000))

    def sign_in(self, token: str) -> None:
        reply = self.post("/desk/sign-in", data={"key": token, "next": "/desk"}, follow_redirects=False)
        assert reply.status_code == 303, reply.text

    def read(self, path: str, status: int = 200) -> str:
        reply = self.get(path)
        assert reply.status_code == status, (path, reply.status_code, reply.text[:500])
        assert reply.headers["content-type"].startswith("text/html")
        return reply.text

    def word(self) -> str:
        found = re.search(r'name="token" value="([^"]+)"', self.read("/desk"))
        assert found
        return found[1]

    def submit(self, path: str, status: int = 303, /, **fields: str) -> str:
        reply = self.post(path, data={"token": self.word(), **fields}, follow_redirects=False)
        assert reply.status_code == status, (path, reply.status_code, reply.text[:500])
        return reply.headers.get("location", reply.text)


@dataclass(frozen=True)
class Office:
    """The application, its store, and a key for each scope."""

    app: FastAPI
    store: FactStore
    tokens: dict[Scope, str]
    room_data: Path

    def visitor(self, scope: Scope | None = Scope.ADMIN) -> Visitor:
        """Somebody at the desk, signed in with a key of this scope."""
        found = Visitor(self.app)
        if scope is not None:
            found.sign_in(self.tokens[scope])
        return found

    @property
    def ledger(self) -> Ledger:
        return Ledger(self.store.database)

    @property
    def audit(self) -> AuditLog:
        return AuditLog(self.store.database)

    def document(self, words: str = ARCHIVE) -> Document:
        return next(d for d in self.store.documents() if words in d.file)

    def fact(self, name: str) -> Fact:
        """The amount of this name in the text disclosure."""
        facts = self.store.facts(self.document().id)
        return next(f for f in facts if f.subject.name == name and f.measure.value == "金额" and f.value)

    def keep(self, question: str, status: str, answer: str, down: tuple[str, str] | None = None) -> str:
        """Keep an answer as the service does, and what somebody held against it."""
        name, moment = uuid.uuid4().hex, now()
        row = {
            "id": name, "asked_at": moment, "question": question, "status": status, "reason": "",
            "answer": json.dumps({"answer": answer}), "documents": [], "version": "0",
        }  # fmt: skip
        with self.store.database.begin() as connection:
            connection.execute(sa.insert(answers), [row])
            if down:
                against = {"id": name, "at": moment, "answer_id": name, "verdict": "down", "reason": down[0]}
                connection.execute(sa.insert(feedback), [{**against, "comment": down[1]}])
        return name


def read_in(folder: Path) -> Path:
    """Read the disclosures into a store of this folder; gives the folder."""
    file = folder / FILE
    file.write_text(TEXT, "utf-8")
    reports = ingest_paths([file, path_of(CENTRE)], settings_of(folder))
    assert [r.status for r in reports] == ["read", "read"]
    return folder


def settings_of(folder: Path) -> Settings:
    return Settings(data=folder / "data", database_url="", chroma_url="", workers=1)


def open_office(folder: Path) -> Office:
    """Give out the keys over a store and put the application together."""
    settings = settings_of(folder)
    store = FactStore(settings)
    keys = KeyStore(store.database)
    tokens = {scope: keys.create(f"{scope.value}的人", [scope])[1] for scope in Scope}
    return Office(create_app(settings, shelf=store), store, tokens, settings.data)
