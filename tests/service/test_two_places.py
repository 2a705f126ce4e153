"""One place held against another: statement against statement, statement against text (两处对照)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from service.figures.pointed_at import read_places
from service.model import Where

CITY, HEALTH = "青岚区城市管理局", "松屿区卫生健康局"


#: 城管局 2023: 本年支出合计 18198.11 (p.4), of 财政拨款 18141.71 (p.10); 2024: 支出总表 17678.81 (p.12), 一般公共预算
#: 16597.11 (p.14). 卫健局 2023: 项目支出 69,345,500.80 元 (p.15), 6,934.55 万元 in the text (p.5).
@pytest.mark.parametrize(
    ("question", "gap", "sides"),
    [
        (
            f"{CITY}2023年收入支出决算总表和财政拨款收入支出决算总表的支出合计差多少",
            "56.40",
            ["18198.11", "18141.71"],
        ),
        (
            f"{CITY}2023年收入支出决算总表与财政拨款收入支出决算总表的支出合计为什么不一致",
            "56.40",
            ["18198.11", "18141.71"],
        ),
        (
            f"{CITY}2024年一般公共预算支出表合计和支出总表合计相差多少",
            "1081.70",
            ["16597.11", "17678.81"],
        ),
        (f"{CITY}2023年三公经费，表里和说明里的数对得上吗", "0.00", ["103.79", "103.79"]),
        (f"{CITY}2023年机关运行经费表内数与文字说明是否相符", None, []),
        (
            f"{HEALTH}2023年项目支出，支出决算表和说明文字是不是一致",
            "0.80",
            ["69345500.80", "6934.55"],
        ),
    ],
)
def test_each_place_says_its_own_figure(
    desk: Answerer, question: str, gap: str | None, sides: list[str]
) -> None:
    answer = desk.ask(AskRequest(question=question))
    if gap is None:  # 机关运行经费 stands in the text alone
        assert (answer.status, answer.figures) == ("no_answer", [])
        return
    assert [figure.value for figure in answer.figures] == [gap, *sides]


#: What the figures come to is said: one and the same, the same but for rounding, of other money.
@pytest.mark.parametrize(
    ("question", "said"),
    [
        (f"{CITY}2023年三公经费，表里和说明里的数对得上吗", "两处一致。"),
        (f"{HEALTH}2023年项目支出，支出决算表和说明文字是不是一致", "四舍五入所致"),
        (f"{CITY}2023年收入支出决算总表和财政拨款收入支出决算总表的支出合计一致吗", "口径不同"),
    ],
)
def test_the_verdict_is_said(desk: Answerer, question: str, said: str) -> None:
    assert said in desk.ask(AskRequest(question=question)).answer


#: The text tells of no 差旅费 (p.5–8): nothing stands in for it.
def test_a_place_that_is_silent_is_no_other_place(desk: Answerer) -> None:
    answer = desk.ask(AskRequest(question=f"{HEALTH}2023年差旅费，表里跟正文是不是一个数"))
    assert (answer.status, answer.figures) == ("no_answer", [])
    assert "正文" in answer.answer


@pytest.mark.parametrize(
    "text",
    [
        "计算机采购多少钱",
        "打印材料的钱，决算出来是多少",
        "帮我算算公务接待费是多少",
        "请说明一下三公经费为什么减少",
        "三公经费表里公务接待费多少",
        "公务接待费算上会议费一共多少",
    ],
)
def test_what_points_at_no_place_stays_as_it_is(text: str) -> None:
    placed = read_places(text)
    assert (placed.rest, placed.places) == (text, ())


def test_places_are_read_off_a_question() -> None:
    placed = read_places("某局2023年三公经费,表里和说明里的数对得上吗")
    assert [place.where for place in placed.places] == [Where.TABLE, Where.TEXT]
    assert (placed.rest, placed.gap) == ("某局2023年三公经费是多少", True)
