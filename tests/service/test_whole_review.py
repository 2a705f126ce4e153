"""All that a review found wanting, what is to be done, and why something moved, in daily words (问题与原因)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from tests.service.written import answerer_of

WHO = "浔江县农产品检测站"
TEXT = """浔江县农产品检测站2023年度单位决算
一、机构设置
本单位为县农业农村局所属公益一类事业单位，内设检测科、抽样科。另按规定设置：党支部、工会委员会。
本单位2023年度决算不含示范农场（自收自支）。
二、收入支出决算情况说明
浔江县农产品检测站2023年度收入支出总计642.30万元。与2022年度相比，收入支出总计增加88.15万元，增长15.91%。主要原因是补缴以前年度职业年金，新购质谱仪1台。
项目支出210.40万元，较上年增加63.20万元，增长42.93%。主要原因是抽样批次增加，试剂费增加18万元，冷链车租赁费增加9万元。
社会保障和就业支出（类）抚恤（款）死亡抚恤（项）支出决算9.60万元。年初未安排预算，年中1名退休人员病故，追加抚恤金。
2023年度财政专户管理资金收入0.00万元，比2022年减少14.20万元。主要原因是专户结余全部上缴国库。
三、预算绩效情况说明
发现的主要问题：一是乡镇抽样点交接单填写不全；二是冷藏箱老化，送检样品复检率偏高。
下一步改进措施：一是统一印制交接单；二是更换冷藏箱30只，复检样品当日送达。
四、名词解释
（一）快检室：指设在农贸市场、当场出具结果的检测点。
（二）小型养殖场：指存栏生猪五十头以上、不足五百头的养殖场。
"""


@pytest.fixture(scope="module")
def station(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("station"), f"{WHO}2023年度单位决算.txt", TEXT)


def _ask(station: Answerer, *questions: str) -> Answer:
    conversation, answer = None, None
    for question in questions:
        answer = station.ask(AskRequest(question=question, conversation_id=conversation))
        conversation = answer.conversation_id
    assert answer is not None
    return answer


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("2023年做完绩效自评，查出来哪几条毛病？", "交接单填写不全"),
        ("2023年评价的时候被指出来的问题都是什么？", "冷藏箱老化"),
        ("2023年自评查出了问题，准备采取哪些办法改？", "统一印制交接单"),
        ("2023年送检样品复检率高，他们说要咋改", "更换冷藏箱"),
        ("2023年收支总计比上年多了八十多万，项目支出多在什么事情上？", "抽样批次增加"),
        ("2023年说要过紧日子，可是项目支出反而涨了，是哪几样事情加了钱？", "冷链车租赁费增加"),
        ("2023年项目支出涨了四成多，文件怎么解释的？", "抽样批次增加"),
        ("2022年还有14.2万财政专户的钱，2023年怎么一分没有了？", "上缴国库"),
        ("2023年的抚恤金年初没排预算，后来为什么又花了？", "退休人员病故"),
        ("2023年职业年金缴费为什么多了这么多？", "补缴以前年度职业年金"),
        ("2023年除了那些常设科室，另外还按规定设置了什么？", "工会委员会"),
    ],
)
def test_words_are_answered_by_the_passage(station: Answerer, question: str, words: str) -> None:
    answer = _ask(station, WHO + question)
    assert answer.status is Status.ANSWERED
    assert words in answer.answer
    assert not answer.figures


def test_where_the_more_of_it_is_is_told_beside_how_much_it_is(station: Answerer) -> None:
    answer = _ask(station, f"{WHO}2023年项目支出比上一年多了几万，多在哪儿？")
    assert "抽样批次增加" in answer.answer
    assert [figure.value for figure in answer.figures][:1] == ["63.20"]


@pytest.mark.parametrize(
    ("before", "then", "words"),
    [
        ("2023年送检样品的复检率高，问题出在哪", "那打算怎么把它降下来？", "更换冷藏箱"),
        ("2023年自评发现了什么问题", "他们说要怎么弄", "统一印制交接单"),
        ("2023年项目支出比上年增加多少？", "一下子多这么多是咋回事？", "抽样批次增加"),
    ],
)
def test_what_follows_is_of_what_was_told(station: Answerer, before: str, then: str, words: str) -> None:
    assert words in _ask(station, WHO + before, then).answer


@pytest.mark.parametrize(
    "question",
    [
        "2023年农药残留超标项目自评发现了什么问题？",  # no such project is reviewed
        "2023年差旅费涨了两成多，文件怎么解释的？",
        "2023年绩效有哪些指标没完成",
        "2023年给送检农户发了什么礼品？",
        "2023年职业年金缴费为什么少了？",  # what is told is why all the money grew
        "2023年公务接待费为什么多了这么多？",
        "2023年工会经费怎么一分没有了？",
    ],
)
def test_what_is_not_told_is_not_answered(station: Answerer, question: str) -> None:
    answer = _ask(station, WHO + question)
    assert answer.status is not Status.ANSWERED
    assert not answer.figures
