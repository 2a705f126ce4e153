"""A word of talk beside a thing that is known says no more than the thing by itself (闲话与本事)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from service.read.otherwise_said import otherwise_plainly
from tests.service.written import answerer_of_texts

BODY = "柳泉县人民医院"
_TEXT = f"""{BODY}2023年度单位决算
一、主要职责
承担全县医疗服务。编制床位300张，实际开放床位362张。
二、收支情况说明
2023年度结余分配84.00万元。培训费支出5.00万元，比上年减少1.20万元。
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of_texts(tmp_path_factory.mktemp("really"), _TEXT)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("真正开放的床位有几张？不是编制那个数", [("362", "张")]),
        ("编制床位有几张", [("300", "张")]),
        ("按规定提取的结余分配金额是多少", [("84.00", "万元")]),
        ("真正关闭的床位有几张", []),  # nothing tells of it
    ],
)
def test_talk_beside_a_thing_is_no_part_of_it(
    answerer: Answerer, question: str, told: list[tuple[str, str]]
) -> None:
    figures = answerer.ask(AskRequest(question=f"{BODY}2023年{question}")).figures
    assert [(f.value, f.unit) for f in figures] == told


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("比上年是多了还是少了多少件", "比上年增减多少件"),
        ("跟去年比增加了还是减少了，差多少", "跟去年比增减多少"),
        ("比上年多了还是少了", "比上年多了还是少了"),  # only which way
        ("比上年多了还是少了，多少个百分点", "比上年多了还是少了，多少个百分点"),  # of money that is its rate
    ],
)
def test_which_way_and_by_how_much_is_one_question(said: str, meant: str) -> None:
    assert otherwise_plainly(said) == meant
