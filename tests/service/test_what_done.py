"""What was done with some money, what a budget leaves out, which office was merged: told in words or not (做了何事)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from tests.service.written import answerer_of

WHO = "芦溪县文物保护所"
TEXT = """芦溪县文物保护所2023年度单位决算
一、机构设置
本单位内设办公室、保护科、考古科。按照机构改革要求，原宣教科职能并入办公室。
本单位2023年度决算编报范围不含芦溪博物馆（自收自支）和古城招待所（自收自支）。所属书画社未纳入汇总。
二、政府采购支出情况说明
2023年度政府采购支出总额88.40万元，其中：政府采购货物支出46.20万元、政府采购服务支出42.20万元。货物主要是恒湿柜、红外相机和无酸纸盒。
三、一般公共预算支出情况说明
因公出国（境）费支出6.50万元。文物交流与合作支出9.20万元，主要是石刻拓片赴法国、埃及展出。
印刷费支出4.80万元，比上年减少0.60万元。
商品和服务支出33.10万元，较上年增加2.20万元，增长7.12%，主要原因是：下乡巡查增多；库房屋面渗水维修。
四、名词解释
1.三普：指第三次全国文物普查。
2.购房补贴：反映按房改政策向符合条件的职工发放的用于购买住房的补贴。
"""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("office"), f"{WHO}2023年度单位决算.txt", TEXT)


def _ask(office: Answerer, *questions: str) -> Answer:
    conversation, answer = None, None
    for question in questions:
        answer = office.ask(AskRequest(question=question, conversation_id=conversation))
        conversation = answer.conversation_id
    assert answer is not None
    return answer


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("2023年政府采购货物，主要是买了些啥家什", "恒湿柜"),
        ("2023年的决算没把哪两家自收自支的算进去，是博物馆吗？", "芦溪博物馆"),
        ("2023年决算为什么不把古城招待所算进去？", "自收自支"),
        ("2023年芦溪博物馆的账算不算在这份决算里头？", "不含芦溪博物馆"),
        ("决算名词解释里，“购房补贴”是发给哪些人的", "符合条件的职工"),
        ("2023年说要配合三普，三普是啥？", "第三次全国文物普查"),
        ("2023年维修（护）费为什么多了？", "屋面渗水维修"),
        ("2023年因公出国都去哪些国家", "法国、埃及"),
        ("2023年科室少了一个，是哪个科并掉了？", "宣教科"),
    ],
)
def test_words_are_told_and_no_amount(office: Answerer, question: str, words: str) -> None:
    answer = _ask(office, WHO + question)
    assert answer.status is Status.ANSWERED
    assert words in answer.answer
    assert not answer.figures


def test_what_was_spoken_of_is_left_out(office: Answerer) -> None:
    answer = _ask(office, f"{WHO}2023年有哪些自收自支的招待所？", "它们的账算不算在这份决算里头？")
    assert not answer.figures
    assert answer.status is not Status.ANSWERED or "招待所" in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "2023年的印刷费，到底印了、做了些什么？",  # only the amount is there
        "2023年没把哪家研究院算进去？",  # nothing of that kind is left out
        "2023年为什么不把书画社算进去？",  # that it is, not why
        "2023年是哪个站被裁掉了？",
        "2023年买的红外相机是哪个国家的牌子？",
        "2023年说要建数字库，数字库是啥？",
        "2023年维修（护）费为什么少了？",
    ],
)
def test_what_is_not_told_in_words_has_no_answer(office: Answerer, question: str) -> None:
    answer = _ask(office, WHO + question)
    assert answer.status is not Status.ANSWERED
    assert not answer.figures
