"""Bodies by characters of what they do, and the region that a question opens with (缩称与地名)."""

from __future__ import annotations

from pathlib import Path

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from tests.service.written import answerer_of_texts

CULTURE = """禾坪县文化旅游广电体育局2023年度部门决算
一、收入支出决算总体情况
禾坪县文化旅游广电体育局2023年度本年支出合计820.00万元，其中：基本支出500.00万元，项目支出320.00万元。
二、其他情况
2023年共放映公益电影1404场次。
"""
OTHER = """禾坪县水利局2023年度部门决算
一、收入支出决算总体情况
禾坪县水利局2023年度本年支出合计560.00万元，其中：基本支出300.00万元，项目支出260.00万元。
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of_texts(Path(tmp_path_factory.mktemp("initials")), CULTURE, OTHER)


@pytest.mark.parametrize(
    "question",
    [
        "禾坪文旅广体2023年总支出多少",
        "禾坪县文旅广体2023总支出多少",
        "禾坪县2023年总支出多少？看文旅广体局的决算",
    ],
)
def test_a_body_by_its_characters(answerer: Answerer, question: str) -> None:
    answer = answerer.ask(AskRequest(question=question))
    assert [(f.value, f.entity) for f in answer.figures] == [("820.00", "禾坪县文化旅游广电体育局")]


#: 文体 skips too little to be told from a word; a place alone, or what no body of it does, names none of them.
@pytest.mark.parametrize(
    "question", ["禾坪县2023年总支出多少", "禾坪教科体2023年总支出多少", "禾坪文体活动2023年总支出多少"]
)
def test_no_body_is_made_of_a_place_and_a_word(answerer: Answerer, question: str) -> None:
    answer = answerer.ask(AskRequest(question=question))
    assert answer.status != "answered"
    assert answer.figures == []
