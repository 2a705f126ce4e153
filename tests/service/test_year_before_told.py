"""What a budget tells of the year that is over: cases and rates, told as that year's and as done (上年业务量)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest
from tests.ingest.press import Press

BODY = "青石县人民法院"


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("before")
    press = Press(folder / "预算.pdf")
    press.cover([BODY, "2025年部门预算"])
    press.prose([
        "一、基本情况",
        "2024年本院受理各类案件2,186件，结案率93.24%。",
        "二、绩效目标",
        "2025年计划开展巡回审判40次，网上立案率达到75%。",
    ])  # fmt: skip
    press.close()
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert [r.status for r in ingest_paths([folder / "预算.pdf"], settings)] == ["read"]
    return Answerer(settings)


def ask(answerer: Answerer, question: str) -> Answer:
    return answerer.ask(AskRequest(question=question))


@pytest.mark.parametrize(
    ("said", "value", "year"),
    [("结案率多少", "93.24", 2024), ("受理了多少案件", "2186", 2024), ("网上立案率", "75", 2025)],
)
def test_the_year_that_it_is_told_of(answerer: Answerer, said: str, value: str, year: int) -> None:
    answer = ask(answerer, f"{BODY}{said}")
    assert [(f.value, f.year) for f in answer.figures] == [(value, year)]
    assert ("计划数" in answer.answer) is (year == 2025)


def test_what_is_planned_is_still_told_as_planned(answerer: Answerer) -> None:
    answer = ask(answerer, f"{BODY}开展巡回审判多少次")
    assert answer.figures[0].value == "40" and "计划数" in answer.answer


@pytest.mark.parametrize("said", ["2025年结案率多少", "现在结案率多少", "在办的刑事案件多少件"])
def test_a_year_that_is_said_is_no_other(answerer: Answerer, said: str) -> None:
    assert not ask(answerer, f"{BODY}{said}").figures
