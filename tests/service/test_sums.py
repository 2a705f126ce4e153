"""Sums of accounts that a question lists: every part counts, or there is no sum (几项相加)."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest

SAMPLE = Path(__file__).parents[2] / "eval" / "samples" / "云川市青岚区城市管理局2023年度部门决算.pdf"
BODY = "青岚区城市管理局2023年"


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    settings = Settings(data=tmp_path_factory.mktemp("sums"), database_url="", chroma_url="")
    (report,) = ingest_paths([SAMPLE], settings)
    assert report.status == "read"
    return Answerer(settings)


def ask(answerer: Answerer, question: str) -> Answer:
    return answerer.ask(AskRequest(question=BODY + question))


# p.13: 办公费 62.15, 印刷费 8.40, 差旅费 12.83; p.8: 住房公积金 538.71, 购房补贴 127.40.
@pytest.mark.parametrize(
    ("question", "value", "parts"),
    [
        ("办公费、印刷费、差旅费三项合计", "83.38", 3),
        ("办公费，印刷费，差旅费加起来多少", "83.38", 3),
        ("办公费和差旅费一共多少", "74.98", 2),
        ("住房公积金加购房补贴多少", "666.11", 2),
        ("住房公积金和购房补贴加一起花了多少", "666.11", 2),
        ("住房公积金和购房补贴统共花了多少", "666.11", 2),
        ("办公费、印刷费、差旅费放一块儿用了多少", "83.38", 3),
    ],
)
def test_a_sum_counts_every_part(answerer: Answerer, question: str, value: str, parts: int) -> None:
    figure = ask(answerer, question).figures[0]
    assert Decimal(figure.value) == Decimal(value)
    assert figure.unit == "万元"
    assert len(figure.inputs) == parts


@pytest.mark.parametrize("question", ["办公费、印泥费合计", "办公费、印刷费和马车费加起来多少"])
def test_a_sum_with_a_part_that_nobody_knows_is_not_given(answerer: Answerer, question: str) -> None:
    answer = ask(answerer, question)
    assert answer.status == "no_answer" and not answer.figures
    assert "费」" in answer.answer


def test_each_of_several_is_told_without_a_sum(answerer: Answerer) -> None:
    values = [figure.value for figure in ask(answerer, "办公费、印刷费、差旅费分别多少").figures]
    assert values == ["62.15", "8.40", "12.83"]


def test_most_of_something_else_ranks_no_expenditure(answerer: Answerer) -> None:
    """「反映最多的问题」 asks for no expenditure, whatever is the largest of it."""
    assert not ask(answerer, "群众反映最多的问题在哪里").figures


# 教育, 体育, 科学技术 and 公安 are printed nowhere in the document.
@pytest.mark.parametrize(
    "question",
    [
        "住房公积金和普通教育支出差多少元",
        "购房补贴与体育支出相差多少",
        "印刷费比科学技术支出多多少",
        "教育支出和住房公积金差多少钱",
        "办公费是科学技术支出的几倍",
        "公安支出比办公费少多少",
    ],
)
def test_a_gap_that_lacks_one_side_tells_no_figure(answerer: Answerer, question: str) -> None:
    answer = ask(answerer, question)
    assert answer.status == "no_answer" and not answer.figures, answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "商品和服务支出与办公费一共多少",
        "公务用车购置及运行维护费、公务用车运行维护费合计",
        "基本支出和人员经费加起来多少",
    ],
)
def test_a_whole_and_its_part_are_not_added_up(answerer: Answerer, question: str) -> None:
    answer = ask(answerer, question)
    assert answer.status == "no_answer" and not answer.figures
    assert "重复" in answer.answer


# p.4: 本年支出合计.
@pytest.mark.parametrize(
    "question",
    [
        "花掉的钱加起来有几多",
        "里里外外统共掏出去多少钱",
        "支出，加总是多少",
        "实际支出总数是个啥数",
        "全年支出总额为何？",
    ],
)
def test_all_that_was_spent_however_it_is_added_up(answerer: Answerer, question: str) -> None:
    figure = ask(answerer, question).figures[0]
    assert figure.label == "本年支出合计"
    assert (figure.value, figure.stage) == (ask(answerer, "本年支出合计").figures[0].value, "决算")
