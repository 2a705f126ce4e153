"""What an account's money is for, asked in daily words and after its amount: its own use, no other's (资金用途)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from tests.service.written import answerer_of

BODY = "梧桐镇中心卫生院"
TEXT = f"""{BODY}2023年度部门决算

第一部分 概况

二、机构设置

内设全科诊室、预防保健科、中医馆。本年新增疼痛科，撤销原输液观察室。

第三部分 2023年度部门决算情况说明

五、一般公共预算财政拨款支出决算具体情况

1.卫生健康支出（类）基层医疗卫生机构（款）乡镇卫生院（项）。年初预算为300.00万元，支出决算为310.00万元，用于补发值守津贴和改造发热诊室。

2.卫生健康支出（类）公共卫生（款）基本公共卫生服务（项）。年初预算为90.00万元，支出决算为88.00万元，主要用于居民建档和老年人体检。

3.政府性基金预算支出76.50万元。其中：农村基础设施建设支出52.50万元，用于卫生院门前道路硬化和排水沟重建；用于社会福利的彩票公益金支出24.00万元，用于购置制氧机8台。

人员经费250.00万元。其中奖励金1.40万元，用于发放独生子女奖励；生活补助4.60万元，用于发放离职村医生活补贴；抚恤金2.00万元。

第四部分 绩效自评情况

一、整体支出绩效自评结果

2023年度整体支出绩效自评得分92.30分。

二、存在的主要问题

一是转诊台账登记不全；二是耗材采购流程偏长。
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("for"), f"{BODY}2023年度部门决算.txt", TEXT)


@pytest.mark.parametrize(
    ("said", "told", "other"),
    [
        (("奖励金多少", "这个钱发给谁的"), "独生子女", "村医"),
        (("生活补助是发给啥人的",), "离职村医", "独生子女"),
        (("乡镇卫生院那笔钱是干啥的",), "发热诊室", "体检"),
        (("基本公共卫生服务决算多少", "这钱都用在哪些方面"), "老年人体检", "发热诊室"),
        (("基本公共卫生服务决算多少", "具体用于哪些方面"), "老年人体检", "发热诊室"),
        (("农村基础设施建设支出，到底修了些什么",), "排水沟", "制氧机"),
        (("土地出让金里那笔农村基础设施建设支出，修了啥",), "道路硬化", "制氧机"),
        (("彩票公益金多少", "這筆錢用來做咩"), "制氧机", "排水沟"),
        (("基本公共卫生服务的钱主要砸到什么项目上去了",), "居民建档", "发热诊室"),
        (("有笔乡镇卫生院的钱，是用来做什么的",), "发热诊室", "体检"),
        (("基本公共卫生服务的主要建设内容",), "居民建档", "发热诊室"),
        (("彩票公益金这钱给谁用、办什么事的",), "制氧机", "排水沟"),
        (("彩票公益金係用嚟做乜",), "制氧机", "排水沟"),
        (("新设了哪个科",), "疼痛科", "体检"),
        (("撤掉了哪个科室",), "输液观察室", "体检"),
    ],
)
def test_the_use_is_that_of_the_account(
    answerer: Answerer, said: tuple[str, ...], told: str, other: str
) -> None:
    for question in (f"{BODY}2023年{said[0]}", *said[1:]):
        answer = answerer.ask(AskRequest(question=question, conversation_id="".join(said)))
    assert answer.status == "answered" and told in answer.answer and other not in answer.answer


def test_a_use_that_is_not_told_is_none(answerer: Answerer) -> None:
    answer = answerer.ask(AskRequest(question=f"{BODY}2023年抚恤金是发给啥人的"))
    assert answer.status == "no_answer"


def test_of_an_amount_that_is_said(answerer: Answerer) -> None:
    told = answerer.ask(AskRequest(question=f"{BODY}2023年建档体检那88万块钱拿去干了什么")).answer
    assert "居民建档" in told and "发热诊室" not in told


@pytest.mark.parametrize(
    "said", ["那他们自评查出来哪些不足", "绩效自评 存在问题", "该次自评所揭示之问题分别为何？"]
)
def test_what_is_wrong_after_the_score_of_the_whole(answerer: Answerer, said: str) -> None:
    for question in (f"{BODY}2023年整体支出绩效自评多少分", said):
        answer = answerer.ask(AskRequest(question=question, conversation_id=said))
    assert answer.status == "answered" and "转诊台账" in answer.answer and "采购流程" in answer.answer
