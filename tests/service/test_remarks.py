"""Who asks is not who is asked about, and what people remark beside their question is no part of it (插话)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest, Status
from service.read.remarks import without_remarks, without_who


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("我是人大代表，南塘县财政局2021年三公多少", "南塘县财政局2021年三公多少"),
        ("我们是做审计的人，南塘县财政局2021年三公多少", "南塘县财政局2021年三公多少"),
        ("人大代表培训费2021年多少", "人大代表培训费2021年多少"),
    ],
)
def test_who_asks_is_left_out(text: str, left: str) -> None:
    assert without_who(text) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("看到新闻说要过紧日子，南塘县财政局2021年三公多少", "南塘县财政局2021年三公多少"),
        ("帮领导整理材料，南塘县财政局2021年三公多少", "南塘县财政局2021年三公多少"),
        (
            "好像是食堂维修那块，南塘县财政局2021年维修费多少",
            "好像是食堂维修那块，南塘县财政局2021年维修费多少",
        ),
        ("听人讲机关食堂也归它管，南塘县机关服务中心2021年差旅费多少", "南塘县机关服务中心2021年差旅费多少"),
        ("现在还有计生呀？南塘县计生办2021年计生经费多少", "南塘县计生办2021年计生经费多少"),
        ("公车维护得花钱吧？南塘县财政局2021年培训费多少", "公车维护得花钱吧？南塘县财政局2021年培训费多少"),
        ("扫大街的钱，南塘县财政局2021年花了多少", "扫大街的钱，南塘县财政局2021年花了多少"),
        ("别算人员经费，南塘县财政局2021年花了多少", "别算人员经费，南塘县财政局2021年花了多少"),
    ],
)
def test_a_remark_is_left_out_and_what_is_asked_about_stays(text: str, left: str) -> None:
    assert without_remarks(text) == left


def test_the_question_beside_a_remark_is_answered(desk: Answerer) -> None:
    # Final accounts of 青岚区城市管理局 of 2023, p.22: 41 vehicles.
    answer = desk.ask(AskRequest(question="看到新闻说政府在过紧日子，青岚区城管局2023年有几辆公车"))
    assert answer.status is Status.ANSWERED
    assert answer.figures[0].value == "41"


def test_a_thing_of_its_own_beside_the_question_is_never_dropped(desk: Answerer) -> None:
    answer = desk.ask(AskRequest(question="咱关心的是扫大街的机器人，青岚区城管局2023年花了多少"))
    assert answer.status is not Status.ANSWERED
