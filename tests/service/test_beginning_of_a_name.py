"""A body by the beginning of what it does; money that was spoken of before; no mean for a standard (缩称与所指)."""

from __future__ import annotations

from pathlib import Path

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from tests.service.written import answerer_of_texts

MEDIA = """槐溪县融媒体中心2023年度单位决算
一、单位概况
槐溪县融媒体中心负责全县广播电视和新媒体宣传，年末实有人员40人。
二、收入支出决算总体情况说明
2023年度收入总计800.00万元，支出总计800.00万元，其中本年支出合计760.00万元。
三、“三公”经费情况说明
公务接待费全年预算5.00万元，支出决算2.00万元，完成全年预算的40.00%。
四、项目情况说明
阳光助残项目按标准发放，惠及60人。
"""
SCHOOLS = """南浦县教育局2023年度部门决算
一、部门概况
南浦县教育局负责全县教育工作。
二、收入支出决算总体情况说明
2023年度收入总计300.00万元，支出总计300.00万元，其中本年支出合计300.00万元。
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("short")
    return answerer_of_texts(folder, MEDIA, SCHOOLS)


def ask(desk: Answerer, question: str, conversation: str | None = None) -> Answer:
    return desk.ask(AskRequest(question=question, conversation_id=conversation))


@pytest.mark.parametrize("name", ["槐溪融媒", "槐溪县融媒体"])
def test_the_beginning_of_what_it_does_names_a_body(desk: Answerer, name: str) -> None:
    answer = ask(desk, f"{name}2023年公务接待费决算多少")
    assert answer.plan["entity"] == "槐溪县融媒体中心"
    assert [figure.value for figure in answer.figures] == ["2.00"]


def test_what_a_word_of_the_trade_begins_is_no_body(desk: Answerer) -> None:
    assert ask(desk, "槐溪县交通2023年公务接待费多少").status is not Status.ANSWERED


def test_this_expense_is_the_one_spoken_of(desk: Answerer) -> None:
    first = ask(desk, "槐溪县融媒体中心2023年公务接待费决算多少")
    answer = ask(desk, "这笔花销完成全年预算的百分之几", first.conversation_id)
    assert "40" in answer.figures[0].value and "公务接待费" in answer.figures[0].label


def test_what_the_body_spends_on_each_of_its_own_is_no_standard(desk: Answerer) -> None:
    answer = ask(desk, "槐溪县融媒体中心2023年阳光助残每个人一年补助标准多少钱")
    assert not answer.figures
