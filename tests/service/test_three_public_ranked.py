"""The most of the “三公” is told of all three or not at all (三公排序)."""

from __future__ import annotations

from pathlib import Path

from service.answer import Answerer
from service.contract import AskRequest
from tests.service.written import answerer_of

BODY = "澄河县林业局"
TEXT = f"""{BODY}2022年度部门决算

第三部分 2022年度部门决算情况说明

八、“三公”经费支出决算情况说明

2022年度“三公”经费支出决算为74.50万元。

1.因公出国（境）费支出12.00万元。

2.公务用车运行维护费支出48.00万元。

3.公务接待费支出14.50万元。
"""


def test_two_of_the_three_make_no_order(tmp_path: Path) -> None:
    desk: Answerer = answerer_of(tmp_path, f"{BODY}2022年度部门决算.txt", TEXT)
    answer = desk.ask(AskRequest(question=f"{BODY}2022年三公经费里哪项最多"))
    assert not answer.figures or answer.figures[0].value == "48.00"
    entertained = desk.ask(AskRequest(question=f"{BODY}2022年公务接待费多少"))
    assert entertained.figures[0].value == "14.50"
