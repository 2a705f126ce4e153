"""A private person's own matter is out of scope; the same words about a body's money are answered."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest, Status
from service.read.own_matters import is_own_matter
from tests.service.written import answerer_of

TOWN = "云栖县柳浦镇人民政府"
PAGE = f"""{TOWN}2023年度部门决算
一、部门职责
{TOWN}负责全镇民政、婚姻登记和文化旅游工作。
二、收入支出决算总体情况说明
{TOWN}2023年度收入总计900.00万元，支出总计900.00万元。本年支出合计880.00万元，其中：基本支出560.00万元，项目支出320.00万元。
三、一般公共预算财政拨款支出决算具体情况
住房公积金支出决算为46.20万元，主要用于按规定为职工缴纳的住房公积金。
高龄津贴支出决算为38.40万元，主要用于发放80周岁以上老年人高龄津贴。
四、名词解释
临时救助支出决算为12.60万元。
"""


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("town"), f"{TOWN}2023年度部门决算.txt", PAGE)


@pytest.mark.parametrize(
    "question",
    [
        "想把柳浦镇的住房公积金取出来，要准备哪些材料？",
        "柳浦镇的高龄津贴去哪里申请呀",
        "帮我瞧一眼我公积金账户里还剩几多钱",
        "我妈的养老金什么时候到账",
        "我家老人怎么申领高龄津贴",
        "柳浦镇的荷花几月份去看最好",
        "柳浦镇政府几点下班",
    ],
)
def test_what_is_of_one_person_is_out_of_scope(town: Answerer, question: str) -> None:
    assert town.ask(AskRequest(question=question)).status is Status.OUT_OF_SCOPE


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("我想问柳浦镇2023年住房公积金花了多少", "46.20"),
        ("柳浦镇政府2023年高龄津贴是多少", "38.40"),
        ("我们单位想了解柳浦镇政府2023年的项目支出", "320.00"),
    ],
)
def test_what_a_body_spent_is_answered(town: Answerer, question: str, value: str) -> None:
    assert town.ask(AskRequest(question=question)).figures[0].value == value


@pytest.mark.parametrize(
    "question",
    [
        "柳浦镇2023年高龄津贴发给了哪几户，名单给我",
        "柳浦镇低保户名单有哪些",
        "柳浦镇2023年高龄津贴，我奶奶能领多少钱",
        "柳浦镇2023年停车场的收费标准",
    ],
)
def test_what_single_persons_got_or_pay_is_not_told(town: Answerer, question: str) -> None:
    answer = town.ask(AskRequest(question=question))
    assert (answer.status, answer.figures) == (Status.NO_ANSWER, [])


@pytest.mark.parametrize(
    "text",
    [
        "残联哪个科室负责办理残疾人证",
        "项目没完成的怎么办",
        "我局公积金账户里还剩多少",
        "会议准备了多少场",
        "领导在哪里开会花了多少",
    ],
)
def test_no_own_matter(text: str) -> None:
    assert not is_own_matter(text)
