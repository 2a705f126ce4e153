"""Things asked for in another order than printed, shares of a number that is said, money that no count answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest, Status

BODY = "芦湾县青石职业中学"
TEXT = f"""{BODY}2023年度单位决算
一、单位职责
{BODY}负责全县职业教育。
二、机构设置
{BODY}共有36个教学班。128名在职人员中，双师型教师96人，另有保安人员8人。
三、收入支出决算总体情况说明
{BODY}2023年度收入总计500.00万元，支出总计500.00万元。本年支出合计500.00万元，其中：基本支出200.00万元，项目支出300.00万元。
四、工作开展情况
2023年，{BODY}加固围墙850米，加装护栏420米，加宽便道3.6公里，举办讲座24场。
"""


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder = tmp_path_factory.mktemp("school")
    file = Path(folder, f"{BODY}2023年度单位决算.txt")
    file.write_text(TEXT, "utf-8")
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert [found.status for found in ingest_paths([file], settings)] == ["read"]
    return Answerer(settings)


def ask(school: Answerer, question: str) -> Answer:
    return school.ask(AskRequest(question=f"{BODY}2023年{question}"))


@pytest.mark.parametrize(
    ("question", "value", "unit"),
    [
        ("便道加宽方面的完成里程是多少公里", "3.6", "公里"),
        ("便道加宽，做了几公里", "3.6", "公里"),
        ("围墙加固了多少米", "850", "米"),
        ("护栏加装长度是多少米", "420", "米"),
        ("设有班级多少个", "36", "个"),
    ],
)
def test_a_thing_is_told_whatever_comes_first(school: Answerer, question: str, value: str, unit: str) -> None:
    answer = ask(school, question)
    assert [(f.value, f.unit) for f in answer.figures] == [(value, unit)]


@pytest.mark.parametrize(
    "question",
    [
        "在职人员128人，其中双师型教师占比是多少",
        "有128名在职的，当中双师型教师的比例是百分之几",
        " 在职128人 双师型教师 占比",
        "以在职128人为分母，双师型教师所占百分比为多少",
    ],
)
def test_a_share_is_of_the_number_that_is_said(school: Answerer, question: str) -> None:
    answer = ask(school, question)
    assert [(f.value, f.unit) for f in answer.figures[:1]] == [("75.00", "%")]  # 96 of 128


def test_no_share_is_of_a_number_that_is_not_printed(school: Answerer) -> None:
    assert ask(school, "在职人员130人，其中双师型教师占比是多少").status is Status.NO_ANSWER


@pytest.mark.parametrize(
    "question", ["教学班花了多少钱", "讲座一场给多少钱", "讲座花了多少钱", "护栏一米多少钱"]
)
def test_no_count_is_an_answer_where_money_is_asked(school: Answerer, question: str) -> None:
    answer = ask(school, question)
    assert (answer.status, answer.figures) == (Status.NO_ANSWER, [])
