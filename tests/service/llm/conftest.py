"""One store with the tampered disclosure, and answerers over it with and without a model server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest
from service.llm.server import load_client
from tests.service.llm import tampered
from tests.service.llm.model_server import ModelServer, says, served

KEY = "sk-secret"


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a store that holds the tampered disclosure."""
    load_client()
    folder = tmp_path_factory.mktemp("tampered")
    tampered.draw(folder / tampered.FILE)
    plain = Settings(data=folder / "data", database_url="", chroma_url="")
    assert [report.status for report in ingest_paths([folder / tampered.FILE], plain)] == ["read"]
    return folder / "data"


@pytest.fixture(scope="session")
def alone(folder: Path) -> Answerer:
    """The answerer without a language model."""
    return Answerer(Settings(data=folder, database_url="", chroma_url=""))


@pytest.fixture(scope="session")
def plainly(alone: Answerer) -> Callable[[str], dict[str, object]]:
    """What is told without a language model, all but what differs each time; asked once."""
    return cache(lambda question: told(alone.ask(AskRequest(question=question))))


def told(answer: Answer) -> dict[str, object]:
    """All of an answer but what differs each time."""
    return answer.model_dump(exclude={"id", "conversation_id", "timings_ms"})


@pytest.fixture
def model() -> Iterator[ModelServer]:
    """A model server, which answers as the test tells it."""
    with served(says("无")) as server:
        yield server


@pytest.fixture
def helped(folder: Path, model: ModelServer) -> Callable[..., Answerer]:
    """Makes an answerer that asks the model server."""

    def make(**given: object) -> Answerer:
        wanted = {"llm_url": model.url, "llm_model": "qwen", "llm_key": KEY, "llm_timeout": 1.5, **given}
        return Answerer(
            Settings.model_validate({"data": folder, "database_url": "", "chroma_url": "", **wanted})
        )

    return make
