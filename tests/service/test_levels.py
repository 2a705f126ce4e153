"""A department and its office print the same statements for one year: an answer takes one of them, and says which."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.facts import FactStore
from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import AskRequest
from tests.ingest.publications import BODY, publish, with_figure

QUESTION = f"{BODY}2023年项目支出是多少"


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    folder = tmp_path_factory.mktemp("levels")
    settings = Settings(data=folder / "data", database_url="", chroma_url="")
    office = with_figure("234.50", "135.60")
    ingest_paths(
        [
            publish(folder / "本级.pdf", f"{BODY}（本级）2023年度部门决算", office),
            publish(folder / "汇总.pdf"),
        ],
        settings,
    )
    return settings


@pytest.fixture
def answerer(settings: Settings) -> Iterator[Answerer]:
    yield Answerer(settings)


def told(answerer: Answerer, question: str, **limits: str) -> tuple[str, str]:
    """The headline and the file that it is cited from."""
    answer = answerer.ask(AskRequest.model_validate({"question": question, **limits}))
    assert answer.figures, answer.answer
    assert "另有不同写法" not in answer.answer, "two publications are no contradiction"
    return answer.figures[0].value, answer.citations[0].file


def test_the_whole_department_is_what_people_mean(answerer: Answerer) -> None:
    assert told(answerer, QUESTION) == ("234.50", "汇总.pdf")


@pytest.mark.parametrize(
    "question", [f"{BODY}本级2023年项目支出是多少", f"{BODY}2023年单位决算里项目支出是多少"]
)
def test_the_office_is_answered_when_it_is_named(answerer: Answerer, question: str) -> None:
    assert told(answerer, question) == ("135.60", "本级.pdf")
    assert f"{BODY}（本级）" in answerer.ask(AskRequest(question=question)).answer


def test_a_conversation_stays_with_the_office_until_the_whole_is_named(answerer: Answerer) -> None:
    talk = {"conversation_id": "c"}
    assert told(answerer, f"{BODY}本级2023年项目支出是多少", **talk)[1] == "本级.pdf"
    assert told(answerer, "基本支出呢", **talk)[1] == "本级.pdf"
    assert told(answerer, "那项目支出呢", **talk) == ("135.60", "本级.pdf")
    assert told(answerer, f"{BODY}部门汇总的2023年项目支出呢", **talk) == ("234.50", "汇总.pdf")


def test_a_document_that_is_named_decides(answerer: Answerer, settings: Settings) -> None:
    store = FactStore(settings)
    office = next(d for d in store.documents() if d.file == "本级.pdf")
    store.close()
    assert told(answerer, QUESTION, document_id=office.id) == ("135.60", "本级.pdf")


def test_a_narrative_of_the_other_name_is_no_second_publication(tmp_path: Path) -> None:
    """Tables that call themselves 单位决算 and a narrative that says 部门决算 belong together."""
    settings = Settings(data=tmp_path / "data", database_url="", chroma_url="")
    sentences = ("二、其他事项说明", "临江市教育局2023年度机关运行经费支出12.30万元。")
    ingest_paths(
        [
            publish(tmp_path / "表.pdf", f"{BODY}2023年度单位决算"),
            publish(tmp_path / "说明.pdf", rows=(), sentences=sentences),
        ],
        settings,
    )
    answerer = Answerer(settings)
    assert told(answerer, QUESTION) == ("234.50", "表.pdf")
    assert told(answerer, f"{BODY}2023年机关运行经费支出是多少") == ("12.30", "说明.pdf")
