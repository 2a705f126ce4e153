"""``mingbai keys``: a key is shown once, listed without its secret, revoked, and each of that leaves a line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from ingest.database import Database
from ingest.settings import Settings
from mingbai import app
from service.audit import AuditLog
from service.keys.model import Scope
from service.keys.store import KeyStore


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MINGBAI_DATA", str(tmp_path))
    return tmp_path


def run(*words: str):
    return CliRunner().invoke(app, ["keys", *words])


def test_a_key_is_made_listed_and_revoked(data: Path) -> None:
    made = run("create", "财政局信息科", "--scope", "export", "--scope", "ingest")
    token = made.stdout.strip()
    assert made.exit_code == 0 and token.startswith("mb_") and "只显示这一次" in made.stderr
    database = Database(Settings())
    key = KeyStore(database).find(token)
    assert key is not None and key.scopes == {Scope.EXPORT, Scope.INGEST}
    listed = json.loads(run("list", "--format", "json").stdout)
    assert [(row["id"], row["name"], row["scopes"]) for row in listed] == [
        (key.id, "财政局信息科", "export、ingest")
    ]
    assert token not in json.dumps(listed)
    assert run("revoke", key.id).exit_code == 0 and KeyStore(database).find(token) is None
    again = run("revoke", key.id)
    assert again.exit_code == 2 and "没有编号" in again.stderr
    changes = AuditLog(database).changes()
    assert [(c.action, c.target, c.actor) for c in changes] == [
        ("key.revoke", key.id, "命令行"),
        ("key.create", key.id, "命令行"),
    ]
    database.close()


def test_a_key_may_only_read_unless_more_is_said(data: Path) -> None:
    made = run("create", "读者")
    assert made.exit_code == 0, made.output
    key = KeyStore(Database(Settings())).find(made.stdout.strip())
    assert key is not None and key.scopes == {Scope.READ}


@pytest.mark.parametrize("words", [["create", " "], ["create", "a\nb"], ["create", "x", "--scope", "root"]])
def test_a_wrong_wish_makes_no_key(data: Path, words: list[str]) -> None:
    assert run(*words).exit_code == 2
    assert KeyStore(Database(Settings())).all() == []
