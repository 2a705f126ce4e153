"""Several counts from one sentence: each is told, or said to be lacking; none is told for another (逐问)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest
from tests.service.written import answerer_of

WHO = "云浦县综合行政执法局"
TEXT = """云浦县综合行政执法局2024年度部门决算
一、机构设置
云浦县综合行政执法局设9个内设科室，所属预算单位4家。
二、工作开展情况
全年受理各类诉求8,120件，按期回访7,605件。全年清扫保洁街巷214条，清运生活垃圾9.3万吨。聘用协管员38名。
三、收入支出决算总体情况说明
云浦县综合行政执法局2024年度本年支出合计620.00万元，其中：基本支出200.00万元，项目支出420.00万元。
四、“三公”经费支出决算情况说明
公务接待费1.20万元，比上年减少0.40万元，下降25.00%，原因是压减接待标准。全年国内公务接待11批次、86人次，用于邻县同行来我县学习夜市管理。
五、预算绩效情况说明
年初设定的17项绩效指标完成15项。
1.“智慧执法平台”项目。全年预算90.00万元，执行81.00万元，完成预算的90.00%。存在的问题：基层执法终端配发不足。改进措施：分两批补齐终端并开展轮训。
2.“夜市整治”项目。全年预算60.00万元，执行58.00万元，完成预算的96.67%。存在的问题：临时摊位划线褪色。改进措施：改用热熔标线。
"""


@pytest.fixture(scope="module")
def bureau(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("bureau"), f"{WHO}2024年度部门决算.txt", TEXT)


def _ask(bureau: Answerer, question: str) -> Answer:
    return bureau.ask(AskRequest(question=f"{WHO}2024年{question}"))


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("有几个科室、管着几家单位", ["9", "4"]),
        ("一共受理多少件、按期回访多少件", ["8120", "7605"]),
        ("清扫了多少条街、收了多少万吨垃圾", ["214", "9.3"]),
        ("公务接待来了几批、多少人次", ["11", "86"]),
    ],
)
def test_each_count_is_told(bureau: Answerer, question: str, values: list[str]) -> None:
    answer = _ask(bureau, question)
    assert [figure.value for figure in answer.figures] == values


def test_what_is_met_is_told_beside_what_was_set(bureau: Answerer) -> None:
    answer = _ask(bureau, "绩效指标一共设了几项、完成了几项")
    assert answer.figures[0].value == "17"
    assert "15" in answer.answer


@pytest.mark.parametrize(
    ("question", "value", "part"),
    [
        ("聘了多少协管员，养了几条狗", "38", "狗"),
        ("受理多少件、退回多少件", "8120", "退回"),
    ],
)
def test_what_is_lacking_is_said(bureau: Answerer, question: str, value: str, part: str) -> None:
    answer = _ask(bureau, question)
    assert [figure.value for figure in answer.figures] == [value]
    assert part in answer.answer


def test_what_to_do_next_is_of_the_project_that_was_named(bureau: Answerer) -> None:
    answer = _ask(bureau, "智慧执法平台项目暴露出什么短板，下一步怎么办")
    assert "补齐终端" in answer.answer
    assert "热熔" not in answer.answer


def test_guests_are_told_beside_their_number(bureau: Answerer) -> None:
    answer = _ask(bureau, "公务接待几批次，都是哪来的客人")
    assert answer.figures[0].value == "11"
    assert "邻县" in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "受理的诉求里关于噪声的有几件",
        "采纳了多少件诉求",
        "退回了多少件诉求",
        "智慧执法平台是谁中的标",
        "夜市整治抓了多少个摊贩",
        "执法终端是什么时候买的",
    ],
)
def test_the_number_of_all_is_not_told_for_some(bureau: Answerer, question: str) -> None:
    answer = _ask(bureau, question)
    assert (answer.status, answer.figures) == ("no_answer", [])
