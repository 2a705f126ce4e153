"""Whose a thing is that one body alone writes of, where no body is named (独有之词)."""

from __future__ import annotations

from pathlib import Path

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from tests.service.written import answerer_of_texts

CULTURE = """禾坪县文物局2023年度部门决算
一、收入支出决算总体情况
禾坪县文物局2023年度本年支出合计820.00万元，其中：基本支出500.00万元，项目支出320.00万元。
二、项目支出情况
1.云台古戏楼抢险加固支出决算为96.40万元，主要用于屋面翻修。
2.信息系统维护支出决算为12.00万元。
3.公务接待费支出决算为2.10万元。
"""
WATER = """青浦坝水利局2023年度部门决算
一、收入支出决算总体情况
青浦坝水利局2023年度本年支出合计560.00万元，其中：基本支出300.00万元，项目支出260.00万元。
二、项目支出情况
1.石门水库除险加固支出决算为88.00万元，主要用于溢洪道改建。
2.信息系统维护支出决算为9.00万元。
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of_texts(Path(tmp_path_factory.mktemp("words")), CULTURE, WATER)


@pytest.mark.parametrize(
    ("question", "value", "entity"),
    [
        ("云台古戏楼抢险加固花了多少", "96.40", "禾坪县文物局"),
        ("石门水库除险加固支出决算多少钱", "88.00", "青浦坝水利局"),
    ],
)
def test_a_thing_that_one_body_writes_of(answerer: Answerer, question: str, value: str, entity: str) -> None:
    answer = answerer.ask(AskRequest(question=question))
    assert [(f.value, f.entity) for f in answer.figures] == [(value, entity)]
    assert any("没有写明单位" in note for note in answer.notes)


#: What both have, a total, and a thing of which the one only writes in part.
@pytest.mark.parametrize(
    "question",
    ["信息系统维护花了多少", "2023年项目支出多少", "云台山抢险加固花了多少", "古桥除险加固花了多少"],
)
def test_what_is_not_of_one_body_alone_is_asked_back(answerer: Answerer, question: str) -> None:
    answer = answerer.ask(AskRequest(question=question))
    assert (answer.status, answer.figures) == ("clarify", [])


def test_a_quoted_thing_is_of_the_one_that_writes_of_it(answerer: Answerer) -> None:
    answer = answerer.ask(AskRequest(question="“古戏楼抢险加固”花了多少"))
    assert [(f.value, f.entity) for f in answer.figures] == [("96.40", "禾坪县文物局")]


def test_whose_an_account_is_no_quotation_marks_tell(answerer: Answerer) -> None:
    answer = answerer.ask(AskRequest(question="“公务接待费”2023年是多少"))
    assert (answer.status, answer.figures) == ("clarify", [])


def test_of_passages_that_were_cut_off_none_is_the_only_one(
    answerer: Answerer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("service.text.nearby._PASSAGES", 1)
    answer = answerer.ask(AskRequest(question="“信息系统维护”2023年花了多少"))
    assert (answer.status, answer.figures) == ("clarify", [])
