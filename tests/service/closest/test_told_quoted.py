"""The number of a passage that was found, one number told twice, and what is only a manner of asking (引文里的数)."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest

from ingest.model import Fact, Flow, Fund, Measure, Origin, Source, Stage, Subject
from service.answer import Answerer
from service.closest.features import NAMES, measured
from service.closest.number_asked import COUNT, MONEY, number_asked
from service.closest.prepared import Prepared
from service.closest.query import Query
from service.closest.scorer import load_talk
from service.closest.told_quoted import number_of
from service.closest.told_twice import chances_together, of_stage
from service.contract import Answer, AskRequest, Status
from service.model import Evidence
from service.text.sentences import sentences_of, to_quote
from tests.service.closest.passages import passages
from tests.service.written import answerer_of_texts

PAGE = """云浦县农业农村局2023年度部门决算
一、部门概况
云浦县农业农村局负责全县农业生产和农村人居环境工作。
二、2023年主要工作
开通农技服务热线，接听来电1286个，回访率97.4%。
耕作补助：指发给承包耕地的农户、用于购买种子和农膜的资金，标准为每户每年300元。
年末财政统筹收回结余资金42.75万元。
三、收入支出决算总体情况说明
2023年度收入总计1260.00万元，支出总计1260.00万元。
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of_texts(tmp_path_factory.mktemp("quoted"), PAGE)


def ask(desk: Answerer, question: str) -> Answer:
    return desk.ask(AskRequest(question=f"云浦县农业农村局2023年{question}"))


@pytest.mark.parametrize(
    ("question", "value", "unit"),
    [
        ("开通的那个热线接了多少通电话？", "1286", "个"),
        ("讲的耕作补助，承包耕地的农户一户一年能拿到多少？", "300", "元"),
        ("年底没用完、被财政收回去的钱有多少？", "42.75", "万元"),
    ],
)
def test_what_only_points_or_limits_asks_for_one_number(
    desk: Answerer, question: str, value: str, unit: str
) -> None:
    answer = ask(desk, question)
    assert [(figure.value, figure.unit) for figure in answer.figures] == [(value, unit)]


@pytest.mark.parametrize(
    "question",
    [
        "那几个热线各接了多少通电话？",
        "热线没接到的电话有多少通？",
        "耕作补助一个养殖户一年能拿到多少？",
        "热线接听来电超过1286个的有几天？",
    ],
)
def test_several_or_what_was_not_done_or_for_others_have_none(desk: Answerer, question: str) -> None:
    answer = ask(desk, question)
    assert answer.status is not Status.ANSWERED or not answer.figures


def quoted(text: str) -> Evidence:
    return Evidence(quotes=(to_quote(list(sentences_of(passages(text)[0]))),))


@pytest.mark.parametrize(
    ("text", "question", "value"),
    [
        # The only one in the measure that is asked for, among others.
        ("一是修复渠道18公里；二是治理水土流失面积36平方千米，受益1.2万人。", "要治多少平方千米的水土流失？", "36"),
        ("“石桥灌区改造”项目预算数为860.00万元，完成预算的91%，自评得分为88.5分。", "石桥灌区评了多少分？", "88.5"),
        # The amount that a sentence opens with; by how much it rose is another's.
        ("3.动植物检疫26.00万元，比上年增加9.00万元，原因是松材线虫病蔓延。", "治松材线虫预算安排了多少？", "26.00"),
    ],
)  # fmt: skip
def test_the_one_number_that_a_passage_has_of_the_sort_is_meant(text: str, question: str, value: str) -> None:
    place = number_of(quoted(text), (), question, 2023)
    assert place is not None
    assert place.value == Decimal(value)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("宫颈癌筛查检出16例、癌前病变120例，乳腺癌检出11例。", "宫颈癌加乳腺癌查出多少例？"),
        ("机关办公经费50.00万元，主要用于电梯维修、绿化养护等。", "电梯维修花了多少钱？"),
        ("召开座谈会12次，走访企业96家。", "建了多少平方千米的绿地？"),
    ],
)
def test_several_of_one_sort_or_a_part_of_what_is_listed_is_not(text: str, question: str) -> None:
    assert number_of(quoted(text), (), question, 2023) is None


def cell(value: str, stage: Stage, name: str = "当事人满意度", unit: str = "%") -> Fact:
    source = Source(9, (0.0, 0.0, 1.0, 1.0), table="自评表", row=name, column=stage.value)
    return Fact(
        "云浦县人民法院", 2023, stage, "", Fund.ALL, Flow.NONE, Subject("绩效指标", name), "", Measure.RATE,
        Decimal(value), unit, None, Origin.CELL, source, document_id="d",
    )  # fmt: skip


def test_a_number_that_several_places_tell_is_as_sure_as_all_of_them() -> None:
    ready = Prepared(passages("移民补助436,800.00元。移民补助共43.68万元，培训8次，走访8次。"), ()).ready
    told = chances_together(ready, np.array([0.4, 0.3, 0.2, 0.1]))
    assert list(told.round(2)) == [0.7, 0.7, 0.2, 0.1]  # 8次 of another thing is no second telling


def test_of_what_was_aimed_at_and_what_came_of_it_the_question_says_which() -> None:
    facts = [cell("85", Stage.INITIAL_BUDGET), cell("82.6", Stage.EXECUTION)]
    ready = Prepared((), facts).ready
    chances = np.array([0.45, 0.45])
    done = next(at for at, one in enumerate(ready) if one.place.value == Decimal("82.6"))
    assert of_stage("满意率实际达到多少", ready, chances, 0) == (done, 0.9)
    assert of_stage("满意率目标定的多少", ready, chances, 0) == (1 - done, 0.9)
    assert of_stage("满意率多少", ready, chances, 1 - done) == (done, 0.9)
    met = Prepared((), [facts[0], cell("85", Stage.EXECUTION)]).ready
    assert of_stage("满意率多少", met, np.array([0.6, 0.6]), 0)[1] == 0.6
    other = replace(facts[1], subject=Subject("绩效指标", "法官满意度"))
    assert of_stage("满意率实际达到多少", Prepared((), [facts[0], other]).ready, chances, 0) == (0, 0.45)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "产出指标，数量指标，完成改造户数，年度指标值：≥130户，实际完成值：110户，得分：12.7",
            "完成改造户数",
        ),
        ("一级：效益，二级：社会效益，热线接通率，目标值：96%，完成值：91%，分值：10", "热线接通率"),
    ],
)
def test_a_row_of_a_form_that_stands_in_a_passage_is_one_of_two_numbers(text: str, told: str) -> None:
    ready = [one for one in Prepared(passages(text), ()).ready if one.place.column]
    assert [one.place.own for one in ready] == [told, told]
    assert of_stage("实际做到多少", ready, np.array([0.4, 0.4]), 0) == (1, 0.8)
    assert of_stage("目标定的多少", ready, np.array([0.4, 0.4]), 1) == (0, 0.8)


def test_a_target_without_a_row_has_none_to_be_taken_for() -> None:
    ready = Prepared(passages("项目目标：新建排水沟130米。完成值：修复护栏110米。"), ()).ready
    assert not any(one.place.column for one in ready)
    assert of_stage("实际做到多少", ready, np.array([0.4, 0.4]), 0) == (0, 0.4)


def test_what_it_was_raised_to_is_no_change() -> None:
    raised = Prepared(passages("护理补贴标准由每人每月80元提高到每人每月90元，比上年增加10元。"), ())
    _, rows = measured(Query.of("护理补贴每人每月多少钱", load_talk(), 2023), raised)
    changed = rows[:, NAMES.index("changed_unasked")]
    told = [one.place for one in raised.ready]
    assert [(str(place.value), place.is_old, bool(mark)) for place, mark in zip(told, changed, strict=True)] == [
        ("80", True, False), ("90", False, False), ("10", False, True),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("question", "sort", "unit"),
    [
        ("接了多少通电话", COUNT, "通"), ("治理多少平方千米", COUNT, "平方千米"), ("预算安排了多少", MONEY, ""),
        ("执行到位多少个亿", MONEY, ""), ("种了几万亩", COUNT, "亩"),
        ("有多少通过了验收", "any", ""), ("有多少单位参加", "any", ""),
    ],
)  # fmt: skip
def test_measures_in_daily_words_are_heard(question: str, sort: str, unit: str) -> None:
    asked = number_asked(question)
    assert (asked.sort, asked.unit) == (sort, unit)
