"""schemathesis against the program's own server: what ``/openapi.json`` says is what comes back, and never a 5xx."""

from __future__ import annotations

import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from ingest.database import Database
from ingest.facts import FactStore
from ingest.settings import Settings
from service.keys.model import Scope
from service.keys.store import KeyStore
from tests.service.running import running

PROGRAM = Path(sys.executable).with_name("schemathesis")
#: Not checked: whether all that fits the description is taken (a question of blanks fits) and whether all else is not
#: (``"2023"`` is taken for a year), nor that ``Allow`` is what one path says (``documents/jobs`` is an id's path too).
CHECKS = (
    "not_a_server_error", "status_code_conformance", "content_type_conformance", "response_headers_conformance",
    "response_schema_conformance", "unsupported_method", "ignored_auth", "missing_required_header", "use_after_free",
    "ensure_resource_availability",
)  # fmt: skip
#: A document that is there, for the routes that only read it.
CONFIG = """
[[operations]]
include-path = "/v1/documents/{{id}}/file"
parameters = {{ id = "{id}" }}
[[operations]]
include-path = "/v1/documents/{{id}}/pages/{{page}}.png"
parameters = {{ id = "{id}" }}
"""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not PROGRAM.exists(), reason="schemathesis is not installed"),
]


@pytest.fixture
def own(sampled: Settings, tmp_path: Path) -> Settings:
    """A store of its own with the samples, for what is sent may write to it."""
    shutil.copytree(sampled.data, tmp_path / "data")
    return Settings(data=tmp_path / "data", database_url="", chroma_url="")


def test_nothing_that_is_sent_gives_what_is_not_described(own: Settings, tmp_path: Path):
    with closing(FactStore(own)) as store:
        held = store.documents()
    with closing(Database(own)) as database:
        _, token = KeyStore(database).create("schemathesis", list(Scope))
    (tmp_path / "schemathesis.toml").write_text(CONFIG.format(id=held[0].id), "utf-8")
    with running(own) as address:
        command = [str(PROGRAM), "run", f"{address}/openapi.json", "-H", f"Authorization: Bearer {token}"]
        command += ["--phases", "examples,coverage,fuzzing", "-n", "15", "--seed", "1", "--no-shrink"]
        command += ["--continue-on-failure", "--warnings", "off", "--checks", ",".join(CHECKS)]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=280)
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-1000:]
    assert "generated" in done.stdout
