"""What was carried over at the opening and at the close of years, each by its own figure (年初年末结余)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from tests.service.written import answerer_of_texts

BODY = "松岭县水务局"
_TEXT = (
    f"{BODY}{{year}}年度部门决算\n一、主要职责\n负责全县水务工作。\n二、收支情况说明\n"
    "{year}年度年初结转和结余{opening}万元，年末结转和结余{close}万元，差旅费支出3.10万元。\n"
)


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    texts = [
        _TEXT.format(year=2021, opening="286.80", close="183.00"),
        _TEXT.format(year=2022, opening="183.00", close="216.00"),
    ]
    return answerer_of_texts(tmp_path_factory.mktemp("ends"), *texts)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("结转和结余：2021年初、2021年末、2022年末分别是多少", [("286.80", 2021), ("183.00", 2021), ("216.00", 2022)]),
        ("2021年初和2021年末结转和结余各是多少", [("286.80", 2021), ("183.00", 2021)]),
        ("2022年年初、年末结转和结余分别是多少", [("183.00", 2022), ("216.00", 2022)]),
        ("2021年初的结转和结余是多少", [("286.80", 2021)]),
        ("2021年末的结转和结余是多少", [("183.00", 2021)]),
    ],
)  # fmt: skip
def test_each_point_is_told_by_its_own_figure(
    answerer: Answerer, question: str, told: list[tuple[str, int]]
) -> None:
    answer = answerer.ask(AskRequest(question=f"{BODY}{question}"))
    assert [(f.value, f.year) for f in answer.figures] == told


def test_no_close_is_told_for_an_opening_that_nothing_prints(answerer: Answerer) -> None:
    answer = answerer.ask(AskRequest(question=f"{BODY}2020年初和2021年末结转和结余各是多少"))
    assert not answer.figures
