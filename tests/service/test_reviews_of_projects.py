"""What a project's own review and form say: points lost, problems, measures; never those of another (项目自评)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest

CITY = "青岚区城市管理局2023年"
SWEEPING = f"{CITY}道路清扫保洁与垃圾收运项目"


#: 附件, p.26: of 7 indicators 背街小巷清扫覆盖率 alone has fewer points (12.5) than it is worth (15).
def test_indicators_without_all_their_points_are_named(desk: Answerer) -> None:
    answer = desk.ask(AskRequest(question=f"{SWEEPING}哪些指标没拿满分"))
    assert [(f.label, f.value) for f in answer.figures] == [("背街小巷清扫覆盖率", "12.5")]


def test_they_are_counted_in_a_follow_up(desk: Answerer) -> None:
    first = desk.ask(AskRequest(question=f"{SWEEPING}自评得分是多少"))
    answer = desk.ask(AskRequest(question="有几个指标没拿满分？", conversation_id=first.conversation_id))
    assert (answer.figures[0].value, answer.figures[0].unit) == ("1", "个")


@pytest.mark.parametrize("asked", ["自评发现了什么问题", "存在哪些问题"])
def test_problems_are_those_of_the_project(desk: Answerer, asked: str) -> None:
    answer = desk.ask(AskRequest(question=f"{SWEEPING}{asked}"))
    assert answer.status == "answered"
    assert "背街小巷" in answer.answer
    assert "桥" not in answer.answer  # the project next to it is 市政道路桥涵养护


def test_a_project_without_problems_is_not_told_those_of_another(desk: Answerer) -> None:
    answer = desk.ask(AskRequest(question=f"{CITY}河道管护项目自评发现了什么问题"))
    assert "背街小巷" not in answer.answer


#: 自评表 of 2023: 道路清扫保洁与垃圾收运 97.38 (p.26); what was spent on it (5236.40) is no score.
def test_total_scores_are_no_money(desk: Answerer) -> None:
    answer = desk.ask(AskRequest(question=f"{CITY}各项目自评总分分别是多少"))
    assert all(figure.unit == "分" for figure in answer.figures)
    assert "5236.40" not in answer.answer
