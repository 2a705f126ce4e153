"""The samples, read once for all tests of answering: a real store of real files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from tests.service.running import running

SAMPLES = Path(__file__).parents[2] / "eval" / "samples"


@pytest.fixture(scope="session")
def sampled(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of a store that holds the five samples."""
    settings = Settings(data=tmp_path_factory.mktemp("samples"), database_url="", chroma_url="")
    reports = ingest_paths(sorted(SAMPLES.glob("*.pdf")), settings)
    assert [report.status for report in reports] == ["read"] * 5
    return settings


@pytest.fixture(scope="session")
def desk(sampled: Settings) -> Answerer:
    """Answers from the samples."""
    return Answerer(sampled)


@pytest.fixture(scope="session")
def address(sampled: Settings) -> Iterator[str]:
    """Where the program's own server answers from the samples."""
    with running(sampled) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    """One browser for the tests of a file, each in a context of its own; no event loop may run beside it."""
    from eval.screenshots import browsing

    with browsing() as browser:
        yield browser
