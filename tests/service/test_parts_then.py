"""Parts of what was spoken of: 「里面各款都有哪些」「哪一项最大」, and never of all there is (追问分项)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from tests.service.talking import talk

GOODS = "青岚区城市管理局2023年商品和服务支出是多少"


#: 青岚 2023: 19 of the classes of 302 are printed with a figure (p.13), 其他交通费用 143.52 before 物业管理费 96.30.
@pytest.mark.parametrize("which", ["里面各款都有哪些", "包括哪些", "有哪几款", "具体都花在什么上"])
def test_the_parts_are_those_of_the_account(desk: Answerer, which: str) -> None:
    listed = talk(desk, GOODS, which)
    assert {("其他交通费用", "143.52"), ("会议费", "1.95")} <= {(f.label, f.value) for f in listed.figures}
    assert talk(desk, GOODS, which, "哪一项最大").figures[0].value == "143.52"


@pytest.mark.parametrize("which", ["哪项最大", "最大的是哪个", "里面哪一项最多"])
def test_nothing_is_ranked_within_a_thing_that_was_not_found(desk: Answerer, which: str) -> None:
    lost = talk(desk, "青岚区城市管理局2023年三公经费多少", "远洋捕捞方案是什么", which)
    assert (lost.status, lost.figures) == ("no_answer", [])


def test_all_there_is_is_ranked_where_it_is_named(desk: Answerer) -> None:
    told = talk(desk, "青岚区城市管理局2023年三公经费多少", "远洋捕捞方案是什么", "支出里哪一类最大")
    assert told.figures[0].value == "16222.49"  # 城乡社区, 2023 p.7
