"""A name that holds a joining word, an organ or another name is one: not cut, and nothing inside it is told (全称)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from service.scope.affairs import called_after_organs


@pytest.mark.parametrize(
    "question",
    [
        # A budget tells of nothing that is spent, nor do the halves of an account's name (p.16 prints 720.21 for 2024).
        "青岚区城市管理局2024年商品和服务支出花了多少钱",
        "青岚区城市管理局2024年公务用车购置及运行维护费花了多少钱",
        "青岚区城市管理局2024年文化旅游体育与传媒支出花了多少钱",
    ],
)
def test_a_name_with_a_joining_word_is_not_cut(desk: Answerer, question: str) -> None:
    answer = desk.ask(AskRequest(question=question))
    assert (answer.status, answer.figures) == ("no_answer", [])


def test_what_is_no_appropriation_is_not_told_as_one(desk: Answerer) -> None:
    answer = desk.ask(AskRequest(question="松屿区卫生健康局2023年使用非财政拨款结余是多少"))
    assert (answer.status, answer.figures) == ("no_answer", [])
    assert "使用非财政拨款结余" in answer.answer


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("某镇2020年人大事务多少", ["人大事务"]),
        ("党委办公厅（室）及相关机构事务占多少", ["党委办公厅（室）及相关机构事务"]),
        ("财政事务和审计事务合计", ["财政事务", "审计事务"]),
        ("省人大2020年支出", []),
        ("退役军人事务局", []),
        ("机关事务管理局", []),
        ("社区事务受理服务中心", []),
    ],
)
def test_accounts_called_after_organs(text: str, names: list[str]) -> None:
    assert [text[low:high] for low, high in called_after_organs(text)] == names
