"""One of several things asked is told; the others are asked again with what it is of, in every way there is."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest
from tests.service.written import answerer_of

BODY = "云栖县人民代表大会常务委员会办公室"
PAGE = f"""{BODY}2023年度部门预算
一、部门主要职责
{BODY}负责服务保障代表大会、常务委员会会议。
二、2023年度主要工作任务
继续审议议案3件，拟制定和修改地方性法规9件，预备制定和修改法规6件，对11件立法项目开展调研。
拟召开常委会会议7次、主任会议14次。
三、车辆情况
截至2022年12月31日，本部门共有会议保障用车5辆。2023年部门预算安排购置会议保障用车2辆。
四、绩效目标情况
2023年本部门编报绩效目标的项目共8个，涉及项目预算资金326.40万元。
五、收支情况
{BODY}2023年度收入总计1200.00万元，支出总计1200.00万元。
"""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("office"), f"{BODY}2023年度部门预算.txt", PAGE)


def ask(office: Answerer, question: str) -> Answer:
    return office.ask(AskRequest(question=question))


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("云栖县人大办公室2023年报绩效目标的项目有几个，涉及多少金额", ["8", "326.40"]),
        ("云栖县人大办公室2023年有会议保障用车几辆？今年还打算再添几辆", ["5", "2"]),
        (
            "云栖县人大办公室2023年接着审的、要制定修改的、先预备着的、只做调研的各有几件",
            ["3", "9", "6", "11"],
        ),
    ],
)
def test_every_part_is_told(office: Answerer, question: str, values: list[str]) -> None:
    assert [figure.value for figure in ask(office, question).figures] == values


@pytest.mark.parametrize(
    ("question", "value"),
    [
        # Nothing says what those cars cost; the number of the others is none of them.
        ("云栖县人大办公室2023年有会议保障用车几辆？每辆跑了多少公里", "5"),
        # Only some of what the sentence lists, in another order.
        ("云栖县人大办公室2023年要制定修改的、接着审的、要废止的各有几件", "9"),
    ],
)
def test_what_is_not_told_is_not_made_up(office: Answerer, question: str, value: str) -> None:
    told = [figure.value for figure in ask(office, question).figures]
    assert set(told) <= {value, "3"} and len(told) < 3
