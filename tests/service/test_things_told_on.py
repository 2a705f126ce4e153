"""Things that the text counts, taken up in a follow-up, or told without whose they are (所述之物的追问)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from tests.service.written import answerer_of_pages

BODY = "栗原县人民法院"
TOLD = {
    "2023年度部门决算": [
        "2023年审判执行情况：全年受理各类案件3,310件，其中刑事案件260件、民商事案件2,015件、执行案件1,035件。",
        "苇塘人民法庭改造项目因连续降雨和设计变更，竣工时间由6月推迟到10月。",
        "全年抢险支出18.40万元，向沙洲水库周边住户送达文书126户。",
    ]
}


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of_pages(tmp_path_factory.mktemp("told_on"), BODY, TOLD)


def ask(answerer: Answerer, *questions: str) -> Answer:
    told = [answerer.ask(AskRequest(question=q, conversation_id="".join(questions))) for q in questions]
    return told[-1]


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("跟执行案子比，两样相差多少件？", "980"),
        ("和刑事案件比，这两类差多少", "1755"),
        ("再加上执行案件一共多少件", "3050"),
        ("再加上刑事案件和执行案件呢", "3310"),
    ],
)
def test_a_thing_counted_is_held_against_another_or_added(answerer: Answerer, said: str, value: str) -> None:
    told = ask(answerer, f"{BODY}2023年民商事案件多少件", said)
    assert told.figures[0].value == value


def test_a_place_tells_whose_text_is_meant(answerer: Answerer) -> None:
    """苇塘法庭 is 苇塘人民法庭 in the text, and no other body tells of it."""
    why = ask(answerer, "苇塘法庭改造为什么拖到10月才完工")
    assert why.status is Status.ANSWERED and "设计变更" in why.answer


@pytest.mark.parametrize("question", ["卫生院有几座", "病险水库有几座"])
def test_a_sort_of_places_is_nobodys_name(answerer: Answerer, question: str) -> None:
    assert not ask(answerer, question).figures


def test_a_remark_between_place_and_body(answerer: Answerer) -> None:
    told = ask(answerer, "栗原县2023年雨下个没完，法院抢险支出是多少")
    assert [(f.value, f.unit) for f in told.figures] == [("18.40", "万元")]
