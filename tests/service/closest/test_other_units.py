"""Numbers in units of their own, of an age, the highest of several: told by the place that has them (量词与年龄)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.quantities import placed
from service.answer import Answerer
from service.closest.number_asked import COUNT, MONEY, PEOPLE, RATE, number_asked
from service.closest.query import Query
from service.closest.scorer import load_talk
from service.closest.words import words_of
from service.contract import Answer, AskRequest, Status
from service.read.ages import ages_said, is_of_age
from tests.service.written import answerer_of_texts

PAGE = """宁溪县民政和应急管理局2023年度部门决算
一、部门概况
宁溪县民政和应急管理局负责社会救助、养老服务和防灾减灾工作。
二、2023年主要工作
全县共布设地质灾害监测探头1,260路，更换应急照明灯泡380只，向水库投放鱼苗52000尾。
临时救助受理申请214件、惠及困难群众506人，发放救助金81.40万元，最高一笔2.60万元，最低一笔0.08万元。
高龄津贴按年龄发放：80—89周岁每人每月60元，90—99周岁每人每月120元，100周岁以上每人每月500元。
三、收入支出决算总体情况说明
2023年度收入总计960.00万元，支出总计960.00万元。
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("units")
    return answerer_of_texts(folder, PAGE)


def ask(desk: Answerer, question: str) -> Answer:
    return desk.ask(AskRequest(question=f"宁溪县民政和应急管理局2023年{question}"))


@pytest.mark.parametrize(
    ("question", "value", "unit"),
    [
        ("监测地质灾害的探头装了多少路", "1260", "路"),
        ("往水库里放了多少尾鱼苗", "52000", "尾"),
        ("临时救助里最高的一笔给了多少钱", "2.60", "万元"),
    ],
)
def test_a_number_in_a_unit_of_its_own_is_told(desk: Answerer, question: str, value: str, unit: str) -> None:
    answer = ask(desk, question)
    assert [(figure.value, figure.unit) for figure in answer.figures] == [(value, unit)]


@pytest.mark.parametrize("question", ["装了多少枚探测卫星", "往河里放了多少只鸭子", "最高的一栋楼花了多少钱"])
def test_another_thing_in_that_unit_has_no_figure(desk: Answerer, question: str) -> None:
    answer = ask(desk, question)
    assert answer.status is not Status.ANSWERED or not answer.figures


def test_ages_are_met_by_their_clause() -> None:
    assert ages_said("我奶奶92岁，户口在县里") == (92,)
    assert ages_said("80岁以上老人有多少") == ()
    clauses = ("80—89周岁每人每月60元", "90—99周岁每人每月120元", "100周岁以上每人每月500元", "新增老人")
    assert [is_of_age(clause, 92) for clause in clauses] == [False, True, False, None]
    assert [is_of_age(clause, 100) for clause in clauses[:3]] == [False, False, True]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("在用放射源86枚。", [("86", "枚")]),
        ("年均浓度31.5微克/立方米，优良率88%。", [("31.5", "微克/立方米"), ("88", "%")]),
        ("抗震设防烈度为7度。", [("7", "度")]),
        ("开通3路公交，5副局长，放7度假。", []),
    ],
)
def test_units_of_running_text(text: str, told: list[tuple[str, str]]) -> None:
    assert [(str(quantity.value), quantity.unit) for *_, quantity in placed(text)] == told


@pytest.mark.parametrize(
    ("question", "sort"),
    [
        ("借了多少专项债", MONEY), ("救助了多少困难当事人", PEOPLE), ("有多少个居民区", COUNT),
        ("报警次数是多少", COUNT), ("户籍人口有多少", PEOPLE), ("群众满意度是多少", RATE),
        ("买了多少机器人", "any"), ("平均浓度是多少", "any"),
    ],
)  # fmt: skip
def test_sorts_by_what_is_counted(question: str, sort: str) -> None:
    assert number_asked(question).sort == sort


def test_what_leads_a_word_is_no_part_of_it() -> None:
    said = [word for word, _ in words_of("茶叶一年能产多少吨")]
    assert "能产" not in said and "产" in said


def test_a_word_that_is_none_is_taken_apart_unless_the_text_has_it() -> None:
    query = Query.of("新大楼借了多少钱", load_talk(), 2023)
    new = [said.word.text for said in query.said if said.word.text == "楼借"]
    assert [said.word.text for said in query.against("楼借").said].count("楼借") == len(new)
    assert "楼借" not in [said.word.text for said in query.against("大楼建设借款").said]
