"""A share of what is added up before it: 「差旅费加会议费里头，会议费占百分之几」 (占合计几成)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest
from service.read.share_of_sum import share_of_sum

CITY = "青岚区城市管理局2023年"


def ask(desk: Answerer, question: str) -> Answer:
    return desk.ask(AskRequest(question=question))


#: 青岚 2023: 差旅费 12.83, 会议费 1.95, 培训费 6.40 (p.13), 三公 103.79 (p.14).
@pytest.mark.parametrize(
    ("question", "value"),
    [
        (CITY + "差旅费、会议费、培训费合计里会议费占几成", "9.21"),
        (CITY + "差旅费加会议费里头，会议费占百分之几", "13.19"),
        (CITY + "差旅费和会议费加起来，会议费占多少", "13.19"),
        (CITY + "差旅费和会议费一共花了多少？其中会议费占百分之几", "13.19"),
        (CITY + "三公会议培训合计里头，会议费占百分之几", "1.74"),
        (CITY + "三公、会议、培训三块放一块儿，培训费占多少", "5.71"),
        (CITY + "会议费÷（差旅费+会议费+培训费） 占比", "9.21"),
        (CITY + "会议费除以差旅费加会议费的合计，得百分之几", "13.19"),
        ("会议费占多大一块？按百分比说，" + CITY + "，分母是差旅费和会议费的总和。", "13.19"),
        ("以" + CITY + "差旅费、会议费、培训费三项合计为基数，会议费占比百分之几", "9.21"),
        ("2023年青岚区城市管理局差旅费、会议费、培训费合计数中，会议费所占比重（%）为多少？", "9.21"),
    ],
)
def test_the_whole_is_the_sum_that_was_named(desk: Answerer, question: str, value: str) -> None:
    answer = ask(desk, question)
    assert (answer.figures[0].value, answer.figures[0].unit) == (value, "%")


#: Of 712.30 in all (p.13): 和 within a name adds nothing up.
def test_a_name_with_and_in_it_is_one_account(desk: Answerer) -> None:
    assert ask(desk, CITY + "商品和服务支出合计里差旅费占多少").figures[0].value == "1.80"


@pytest.mark.parametrize(
    "text",
    ["2023年三公经费中公务接待费占多少", "2023年会议、培训里最大的是哪个", "2023年差旅费占会议费的几成"],
)
def test_what_is_not_added_up_stays_as_it_is(text: str) -> None:
    assert share_of_sum(text) == text
