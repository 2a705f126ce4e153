"""What a table of contents lists: statements, parts, sections, in the numberings that provinces use."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from tests.service.written import answerer_of

BODY = "石泉县林业局"
OTHER = "石泉县水务局"
CONTENTS = """目 录
第一部分 部门概况..........3
一、主要职责..........3
二、机构设置..........4
第二部分 2023年度部门决算表..........5
一、收入支出决算总表..........5
二、收入决算表..........6
三、“三公”经费支出决算表..........7
第三部分 部门决算情况说明..........8
第四部分 名词解释..........9
"""
CHAPTERS = """目 录
第一章 部门概况
第一节 主要职能
第二节 人员情况
第二章 部门预算表
表一 部门收支总表
表二 部门收入总表
表三 一般公共预算支出表
第三章 其他事项
"""


def document(body: str, year: int, kind: str, contents: str) -> str:
    return f"""{body}{year}年度部门{kind}
\f{contents}
\f第一部分 部门概况
一、主要职责
负责全县有关工作。
第二部分 情况说明
{year}年度支出合计900.00万元。
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("contents")
    text = document(BODY, 2023, "决算", CONTENTS)
    return answerer_of(folder, f"{BODY}2023年度部门决算.txt", text)


@pytest.fixture(scope="module")
def chapters(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("chapters")
    text = document(OTHER, 2024, "预算", CHAPTERS)
    return answerer_of(folder, f"{OTHER}2024年度部门预算.txt", text)


def ask(answerer: Answerer, said: str) -> Answer:
    return answerer.ask(AskRequest(question=said))


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("2023年决算目录第二部分列了几张表", "3"),
        ("2023年决算一共有几张报表", "3"),
        ("2023年决算目录分几个部分", "4"),
        ("2023年决算第一部分有几节", "2"),
    ],
)
def test_how_many_are_listed(answerer: Answerer, said: str, value: str) -> None:
    figure = ask(answerer, BODY + said).figures[0]
    assert Decimal(figure.value) == Decimal(value)


@pytest.mark.parametrize(
    ("said", "named", "not_named"),
    [
        ("2023年决算第二部分都有哪些表", "收入决算表", "名词解释"),
        ("2023年决算目录里第三张表叫什么", "“三公”经费支出决算表", "收入决算表"),
        ("2023年决算第四部分讲的啥", "名词解释", "情况说明"),
        ("2023年决算第一部分有哪几节", "机构设置", "收入决算表"),
        ("2023年决算第二部分最后一张表叫什么", "“三公”经费支出决算表", "收入决算表"),
        ("2023年决算第一部分第二节讲什么", "机构设置", "主要职责"),
        ("2023年决算名词解释是第几部分", "第四部分", "第三部分"),
        ("2023年第二张决算表是什么", "收入决算表", "三公"),
    ],
)
def test_which_they_are(answerer: Answerer, said: str, named: str, not_named: str) -> None:
    told = ask(answerer, BODY + said)
    assert told.status is Status.ANSWERED and named in told.answer and not_named not in told.answer
    assert told.citations[0].page == 2


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("2024年预算第三章是什么", "其他事项"),
        ("2024年预算的表二叫什么", "部门收入总表"),
        ("2024年预算表三是啥表", "一般公共预算支出表"),
    ],
)
def test_chapters_and_lettered_tables(chapters: Answerer, said: str, named: str) -> None:
    told = ask(chapters, OTHER + said).answer
    assert named in told and "收支总表" not in told


def test_a_part_that_is_not_there_is_none(answerer: Answerer) -> None:
    assert ask(answerer, f"{BODY}2023年决算第六部分讲什么").status is not Status.ANSWERED


def test_money_of_a_part_is_no_matter_of_the_contents(answerer: Answerer) -> None:
    told = ask(answerer, f"{BODY}2023年决算第二部分支出合计多少")
    assert [f.value for f in told.figures] in (["900.00"], []) and "目录" not in told.answer


#: Contents that end on the page on which the text begins, and a list of statements that has no parts.
GOES_ON = f"""{BODY}2023年度部门决算
目 录
第一部分 部门概况
一、主要职责
第二部分 2023年度部门决算表
一、收入支出决算总表
\f二、收入决算表
第三部分 名词解释
第一部分 部门概况
一、主要职责
负责全县有关工作。
2023年度支出合计900.00万元。
"""
SHEETS = document(OTHER, 2023, "决算", "目 录\n一、收入支出决算总表\n二、收入决算表\n三、支出决算表\n")


def test_contents_go_on_to_where_the_text_begins(tmp_path: Path) -> None:
    own = answerer_of(tmp_path, f"{BODY}2023年度部门决算.txt", GOES_ON)
    assert ask(own, f"{BODY}2023年决算分几个部分").figures[0].value == "3"
    assert ask(own, f"{BODY}2023年决算一共有几张报表").figures[0].value == "2"


def test_a_list_of_statements_has_no_parts(tmp_path: Path) -> None:
    own = answerer_of(tmp_path, f"{OTHER}2023年度部门决算.txt", SHEETS)
    assert ask(own, f"{OTHER}2023年决算一共有几张报表").figures[0].value == "3"
    told = ask(own, f"{OTHER}2023年决算第三部分讲什么")
    assert "支出决算表" not in told.answer and not told.figures
