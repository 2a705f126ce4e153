"""Reasons that one sentence gives for several accounts in turn: each account is told its own (并列的原因)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest
from tests.service.written import answerer_of

BODY = "岱川县农机推广站"
TEXT = f"""{BODY}2022年度部门决算

第二部分 2022年度部门决算情况说明

一、收入支出决算总体情况

2022年度收入总计640.00万元，支出总计640.00万元。收入较上年增加55.00万元，主要原因是承接耕地深松作业补助；支出较上年增加48.00万元，主要原因是更换检测线设备。

二、支出决算情况

2022年度支出合计632.00万元，其中：基本支出410.00万元，较上年减少12.00万元，主要是两名技术员调离；项目支出222.00万元，较上年增加60.00万元，主要是更换检测线设备。

三、“三公”经费支出决算情况

2022年度“三公”经费决算9.10万元。公务用车运行维护费7.90万元，比上年增加1.70万元，原因是送机下乡里程变长；公务接待费1.20万元，比上年减少0.60万元，原因是取消陪餐。

四、会议费和培训费情况

培训费3.00万元，比上年减少0.50万元，会议费2.00万元，与上年持平。
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("beside"), f"{BODY}2022年度部门决算.txt", TEXT)


def ask(answerer: Answerer, *said: str) -> Answer:
    """The answer to the last of several questions of one conversation."""
    for question in said:
        answer = answerer.ask(AskRequest(question=question, conversation_id=said[0]))
    return answer


@pytest.mark.parametrize(
    ("said", "told", "others"),
    [
        ((f"{BODY}2022年基本支出咋少了",), "技术员调离", ("检测线", "深松")),
        ((f"{BODY}2022年项目支出凭啥涨",), "检测线", ("调离", "深松")),
        ((f"{BODY}2022年公务接待费多少", "为啥降了"), "取消陪餐", ("里程",)),
        ((f"{BODY}2022年公务用车运行维护费多少", "咋涨的"), "里程变长", ("陪餐",)),
        ((f"{BODY}2022年收入为什么比上年多",), "深松作业补助", ("检测线", "调离")),
        ((f"{BODY}2022年公务接待费怎么省下来的",), "取消陪餐", ("里程",)),
        ((f"{BODY}2022年项目支出增长靠的啥",), "检测线", ("调离", "深松")),
    ],
)
def test_the_reason_is_that_of_the_account(
    answerer: Answerer, said: tuple[str, ...], told: str, others: tuple[str, ...]
) -> None:
    answer = ask(answerer, *said)
    assert answer.status == "answered" and told in answer.answer
    assert not any(other in answer.answer for other in others)


@pytest.mark.parametrize(
    "said",
    [
        (f"{BODY}2022年公务接待费多少", "为什么增加了"),
        (f"{BODY}2022年培训费多少", "为什么减少"),
        (f"{BODY}2022年会议费为什么减少",),
    ],
)
def test_why_it_moved_the_other_way_or_of_another_is_no_reason(
    answerer: Answerer, said: tuple[str, ...]
) -> None:
    answer = ask(answerer, *said)
    assert (answer.status, answer.reason) == ("no_answer", "not_disclosed")


def test_what_did_not_fall_is_said_not_to_have_fallen(answerer: Answerer) -> None:
    told = ask(answerer, f"{BODY}2022年公务用车运行维护费为什么减少").answer
    assert "没有减少" in told and "陪餐" not in told
