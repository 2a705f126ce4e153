"""A sum or a gap of things that a question ties together: all of them are counted, or none is told (不漏加)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from tests.service.talking import talk
from tests.service.written import answerer_of

BODY = "碧川县气象局"
# The first thing of the sentence is told by a number and its money, of which the reader takes one.
TEXT = f"""{BODY}2023年度部门决算
三、其他重要事项说明
（一）政府采购情况。
货物中移动雷达车2辆共64.50万元，声学探测仪6部共7.20万元，系留气艇3架共18.40万元。
（二）重点工作情况。
全年开展科普讲座12场、应急演练9场、设备巡检30次。
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("addend"), f"{BODY}2023年度部门决算.txt", TEXT)


@pytest.mark.parametrize(
    "question",
    [
        "移动雷达车、声学探测仪和系留气艇加起来花了多少？",
        "买的声学探测仪、系留气艇和雷达车一共花了多少？",
        "声学探测仪加上系留气艇加上移动雷达车总共多少钱？",
        "声学探测仪（6部）、系留气艇（3架）以及移动雷达车（2辆）合计花了多少？",
        "系留气艇、声学探测仪、移动雷达车三样合起来多少万元？",
        "系留气艇、声学探测仪还有那个移动雷达车，加起来多少钱？",
    ],
)
def test_a_sum_that_lacks_one_of_the_named_is_not_told(answerer: Answerer, question: str) -> None:
    answer = answerer.ask(AskRequest(question=f"{BODY}2023年{question}"))
    told = {Decimal(figure.value) for figure in answer.figures}
    assert told <= {Decimal("90.10")}, answer.answer
    assert answer.status == "no_answer" or told, answer.answer


def test_no_sum_without_one_of_the_named_in_a_follow_up(answerer: Answerer) -> None:
    follow = "这一年他们买的雷达车、声学探测仪和系留气艇加起来花了多少？"
    answer = talk(answerer, f"{BODY}2023年买声学探测仪花了多少", follow)
    told = {Decimal(figure.value) for figure in answer.figures}
    assert "25.6" not in answer.answer and told <= {Decimal("90.10")}


@pytest.mark.parametrize(
    "question",
    [
        "声学探测仪和系留气艇加起来花了多少？",
        "货物里声学探测仪和系留气艇合计多少钱？",
    ],
)
def test_what_the_things_stand_under_is_no_addend(answerer: Answerer, question: str) -> None:
    figure = answerer.ask(AskRequest(question=f"{BODY}2023年{question}")).figures[0]
    assert (Decimal(figure.value), figure.unit) == (Decimal("25.60"), "万元")
