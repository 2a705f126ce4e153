"""Follow-ups joined to what was said before, or asked back: never the figure told last, nor the total (接话)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest, Status
from tests.service.talking import talk

CITY, HEALTH = "青岚区城市管理局", "松屿区卫生健康局"


#: 城管局 2023: travel 12.83, printing 8.40, people 6729.71, running 740.35 (p.13); the three public expenses: budget
#: 113.00, outcome 103.79, cars 101.43, guests 2.36 (p.14), 18 parties (p.21). 2022: travel 9.16 (p.10), the three
#: public expenses 72.96 (p.11); 72.50 in the budget of 2024 (p.17).
@pytest.mark.parametrize(
    ("questions", "value"),
    [
        # A reply to what was asked back, and a bare year.
        (("公务接待费多少", "青岚区城管局", "2023"), "2.36"),
        (("公务接待费多少", "青岚区城管局的", "2023年的"), "2.36"),
        (("公务接待费多少", "第二个", "2023年度"), "2.36"),
        ((f"{CITY}三公经费多少", "2022"), "72.96"),
        ((f"{CITY}三公经费多少", "最新的"), "72.50"),
        ((f"{CITY}三公经费多少", "就2023年吧", "2022"), "72.96"),
        ((f"{CITY}2023年差旅费", "2022"), "9.16"),
        # The outcome after a budget.
        ((f"{CITY}2023年三公经费预算多少", "花了多少"), "103.79"),
        ((f"{CITY}2023年三公经费预算多少", "实际呢"), "103.79"),
        ((f"{CITY}2023年三公经费预算多少", "那实际花了多少钱"), "103.79"),
        ((f"{CITY}2023年三公经费预算多少", "公务接待费花了多少"), "2.36"),
        ((f"{CITY}2023年三公经费预算多少", "少花多少"), "-9.21"),
        ((f"{CITY}2023年三公经费", "比预算少花了多少"), "-9.21"),
        # What is asked of all that was named in turn.
        ((f"{CITY}2023年差旅费", "印刷费", "合计"), "21.23"),
        ((f"{CITY}2023年差旅费", "印刷费呢", "一共多少钱"), "21.23"),
        ((f"{CITY}2023年差旅费", "2022", "总共多少"), "21.99"),
        ((f"{CITY}2023年差旅费", "2022年呢", "增幅"), "40.07"),
        ((f"{CITY}2023年人员经费", "公用呢", "差额"), "5989.36"),
        ((f"{CITY}2023年人员经费", "公用经费呢", "差多少"), "5989.36"),
        # The rest without a part of it.
        ((f"{CITY}2023年三公经费", "除去公务接待费"), "101.43"),
        ((f"{CITY}2023年三公经费", "那不含公务接待费的话呢"), "101.43"),
        ((f"{CITY}2023年三公经费", "公务接待费除外呢"), "101.43"),
        # The same once more, and an average of the money that was spoken of.
        ((f"{CITY}2023年差旅费", "真的是0吗"), "12.83"),
        ((f"{CITY}2023年差旅费", "印刷费呢", "你确定吗"), "8.40"),
        ((f"{CITY}2023年公务接待费", "接待了几批", "平均每批多少"), "0.1311"),
        # A share of what was added up: 21.23 of 18198.11 (p.7), 18198.11 of itself.
        ((f"{CITY}2023年差旅费", "印刷费呢", "合计", "占支出多少"), "0.12"),
        ((f"{CITY}2023年差旅费", "印刷费呢", "合计", "占比"), "0.12"),
        ((f"{CITY}2023年基本支出", "项目支出呢", "合计", "占支出的比重"), "100.00"),
        # Budget and outcome in turn.
        ((f"{CITY}2023年三公经费", "预算呢", "相差多少"), "-9.21"),
        # The part of an item, and what is within it by a part of its name: 10594.85 (p.7), 101.43 (p.14).
        ((f"{CITY}2023年城乡社区支出", "项目支出呢"), "10594.85"),
        ((f"{CITY}2023年城乡社区支出", "其中项目支出多少"), "10594.85"),
        ((f"{CITY}2023年三公经费", "其中用车"), "101.43"),
        # One of the things that were told, by its place.
        ((f"{CITY}2023年支出中哪个功能科目最多", "第二个呢"), "920.85"),
    ],
)
def test_a_follow_up_is_joined(desk: Answerer, questions: tuple[str, ...], value: str) -> None:
    answer = talk(desk, *questions)
    assert answer.status is Status.ANSWERED
    assert answer.figures[0].value == value


@pytest.mark.parametrize(
    "questions",
    [
        (f"{CITY}2023年三公经费", "合计"),  # of what
        (f"{CITY}2023年三公经费", "公务接待费呢", "合计"),  # the one holds the other
        (f"{CITY}2023年收入", "支出呢", "一共多少"),
        (f"{CITY}2023年差旅费", f"{HEALTH}的印刷费呢", "合计"),
        (f"{CITY}2023年差旅费", "星际旅行费呢", "合计"),  # one of them was not found
        (f"{CITY}2023年差旅费", "第三个花了多少"),
        (f"{CITY}2023年项目有几个", "第一个花了多少"),
        (f"{CITY}2023年差旅费", "另一个项目呢"),
        (f"{CITY}2023年差旅费", "少花多少"),  # than what
        (f"{CITY}2023年三公经费", "为什么", "合计"),
        (f"{CITY}2023年有多少辆车", "执法执勤用车多少辆", "合计"),  # 22 of the 41
        (f"{CITY}2023年支出中哪个功能科目最多", "第二个呢", "两项合计"),
    ],
)
def test_what_cannot_be_joined_is_asked_back(desk: Answerer, questions: tuple[str, ...]) -> None:
    answer = talk(desk, *questions)
    assert answer.status is Status.CLARIFY
    assert not answer.figures


@pytest.mark.parametrize(
    "questions",
    [
        (f"{CITY}2024年三公经费预算多少", "花了多少"),  # of 2024 there is only the budget
        (f"{CITY}2024年三公经费", "实际呢"),
        (f"{CITY}2023年三公经费", "除去会议费"),  # no part of it
        (f"{CITY}2023年差旅费", "项目里的呢"),  # printed of basic expenditure alone
        (f"{CITY}2023年差旅费", "去月球的那部分呢"),
        (f"{CITY}2023年公厕", "花了多少"),  # counted, 127 of them
        (f"{CITY}2023年星际航行", "花了多少"),  # nor the total
        ("2023",),
        ("公务接待费多少", "静安区财政局"),
    ],
)
def test_what_there_is_not_is_not_told(desk: Answerer, questions: tuple[str, ...]) -> None:
    answer = talk(desk, *questions)
    assert answer.status in (Status.NO_ANSWER, Status.OUT_OF_SCOPE)
    assert not answer.figures


def test_a_reply_is_not_remembered_as_a_question(desk: Answerer) -> None:
    """The name of a body answers what one conversation asked back, and nothing in another."""
    assert talk(desk, "公务接待费多少", "青岚区城管局", "2023").figures
    alone = desk.ask(AskRequest(question="青岚区城管局", conversation_id="another"))
    assert not any(figure.label.startswith("公务接待费") for figure in alone.figures)
