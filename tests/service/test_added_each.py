"""What a question lists and adds up, each asked in full (所列各项加总); orders put in daily words (排序的白话)."""

from __future__ import annotations

from pathlib import Path

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from service.follow.conversation import Conversations, Turn
from service.model import Operation, Plan
from service.read.orders_plainly import orders_plainly
from service.second.added_each import _BELOW, _OF_SO_MANY, _names, added_each, listed_in
from tests.service.written import answerer_of_file

BUREAU = "湘坪县林业局"


@pytest.mark.parametrize(
    ("text", "names", "tail"),
    [
        ("基本公共卫生和重大公共卫生两项一共支出多少", ["基本公共卫生", "重大公共卫生"], ""),
        ("图书馆、博物馆、文化馆三家免费开放加起来有多少", ["图书馆", "博物馆", "文化馆"], "免费开放"),
        ("水费跟电费加一块儿要多少", ["水费", "电费"], ""),
        ("河道的三个项目（清淤、护岸、绿化带）合计预算", ["清淤", "护岸", "绿化带"], ""),
    ],
)
def test_the_names_of_a_list_and_what_is_so_of_each(text: str, names: list[str], tail: str) -> None:
    said = listed_in(text)
    assert said is not None
    assert (_names(said), said["tail"]) == (names, tail)


#: One that is missing, or one too many, makes no list of so many.
@pytest.mark.parametrize(
    "text",
    [
        "水费、电费三项一共多少",
        "水费、电费、邮电费两项一共多少",
        "河道的两个项目（清淤、护岸、绿化带）合计预算",
    ],
)
def test_a_list_of_another_number_is_none(text: str) -> None:
    assert _names(listed_in(text)) == []


def test_bodies_below_one_are_named_in_brackets() -> None:
    said = _BELOW.match("石渡县林业局下面那两个二级单位（林场和苗圃站）预算加起来是多少")
    assert said is not None
    assert (said["of"], _names(said), said["tail"]) == ("石渡县林业局", ["林场", "苗圃站"], "预算")
    three = _BELOW.match("石渡县林业局下面那三个二级单位（林场和苗圃站）预算加起来是多少")
    assert _names(three) == []


def test_so_many_that_were_told() -> None:
    said = _OF_SO_MANY.match("三个的实际执行数加起来呢")
    assert said is not None
    assert (said["n"], said["what"]) == ("三", "实际执行数")
    assert _OF_SO_MANY.match("三个的实际执行数各多少") is None


#: What so many things that were told have together is asked aside: in vain, it leaves no trace.
def test_what_is_asked_in_vain_is_not_spoken_of() -> None:
    talks, asked = Conversations(), list[str]()
    before = (Turn(("a",), (2023,), Plan(Operation.LOOKUP), said="哪三个项目最多"),)
    for turn in (*before, Turn(("a",), (2023,), Plan(Operation.LOOKUP), said="加起来呢")):
        talks.keep("c", turn)
    spoken, nothing = talks.talk("c"), Answer(id="1", conversation_id="c", status=Status.NO_ANSWER, answer="")

    def whole(question: str, conversation: str) -> Answer:
        asked.append(question)
        assert talks.talk(conversation) == before
        talks.keep(conversation, before[0])
        return nothing

    assert (
        added_each(nothing, "三个的实际执行数加起来呢", whole, lambda *_, **__: None, talks, "c", before)
        is nothing
    )
    assert asked == ["三个的实际执行数各多少"]
    assert talks.talk("c") == spoken


@pytest.fixture(scope="module")
def bureau(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    file = Path("eval/provinces3/湘坪县林业局2024年部门预算公开.pdf")
    return answerer_of_file(tmp_path_factory.mktemp("below"), file)


#: Page 7: 局本级 1,542.53, 天堂坳国有林场 497.25, 森林病虫害防治检疫站 133.75.
@pytest.mark.parametrize(
    ("names", "value"), [("林场和森防站", "631.00"), ("局本级和林场", "2039.78"), ("林场和林业", None)]
)
def test_each_body_below_is_added_by_its_short_name(bureau: Answerer, names: str, value: str | None) -> None:
    question = f"{BUREAU}2024年下属两家单位（{names}）预算一共多少"
    answer = bureau.ask(AskRequest(question=question))
    assert [figure.value for figure in answer.figures] == ([value] if value else []), answer.answer


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("五个单位谁的预算多，按多到少给我排排", "各单位预算从多到少排列"),
        ("五个单位2025年预算从多到少排列", "各单位2025年预算从多到少排列"),
        ("巡查发现的那一万多个问题里，数量排前三的是哪三种", "巡查发现的问题里数量排前三的是哪三种"),
        ("各项里和2020年比降幅（百分比）最大的前三项", "各项里和2020年比降幅最大的前三项"),
        ("哪三项比上年降得最多（按百分比）", "哪三项比上年降幅最大"),
        ("更新办公设备，计划花钱最多的三样东西", "采购办公设备花钱最多的三样东西"),
    ],
)
def test_an_order_in_daily_words(text: str, plain: str) -> None:
    assert orders_plainly(text) == plain


#: Numbers that pick some of all, and what sets nothing in order, stay as they are.
@pytest.mark.parametrize(
    "text",
    [
        "前两个单位预算从多到少排列",
        "三个项目里哪个钱最多",
        "谁的预算多，多多少",
        "300个村里有多少个通了路",
        "更新办公设备花了多少钱",
    ],
)
def test_other_words_are_left_as_they_are(text: str) -> None:
    assert orders_plainly(text) == text
