"""The column of a form that is asked for: worth, score, target, result; the score of the whole (自评表各栏)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest

CITY = "青岚区城市管理局2023年"


#: 自评表 of 道路清扫保洁与垃圾收运 (附件, p.26): 机械化清扫率 ≥92% → 93.5%, worth 15;
#: 背街小巷清扫覆盖率 ≥98% → 95.2%, 12.5 of 15 points;
#: its money 5300.00 → 5236.40, 98.80 %, 9.88 points; the form's total 97.38.
@pytest.mark.parametrize(
    ("question", "value", "unit"),
    [
        ("背街小巷清扫覆盖率指标的分值是多少", "15", "分"),
        ("背街小巷清扫覆盖率满分是几分", "15", "分"),
        ("背街小巷清扫覆盖率权重多少", "15", "分"),
        ("背街小巷清扫覆盖率指标得了多少分", "12.5", "分"),
        ("背街小巷清扫覆盖率的得分是多少", "12.5", "分"),
        ("背街小巷清扫覆盖率的年度指标值是多少", "98", "%"),
        ("背街小巷清扫覆盖率实际完成了多少", "95.2", "%"),
        ("主次干道机械化清扫率定的目标是多少", "92", "%"),
        ("道路清扫保洁与垃圾收运的钱花完了百分之几", "98.80", "%"),
        ("道路清扫保洁与垃圾收运项目自评得分是多少", "97.38", "分"),
    ],
)
def test_the_column_asked_for_is_told(desk: Answerer, question: str, value: str, unit: str) -> None:
    answer = desk.ask(AskRequest(question=CITY + question))
    assert answer.status == "answered"
    assert (answer.figures[0].value, answer.figures[0].unit) == (value, unit)


def test_a_score_that_is_asked_for_next_is_the_whole_forms(desk: Answerer) -> None:
    first = desk.ask(AskRequest(question=f"{CITY}道路清扫保洁与垃圾收运项目执行数是多少"))
    answer = desk.ask(AskRequest(question="它自评得了多少分？", conversation_id=first.conversation_id))
    assert answer.figures[0].value == "97.38"
