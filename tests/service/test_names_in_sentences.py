"""A body's name within a sentence: what is done stands before it and is none of it (句中的单位名)."""

from __future__ import annotations

import pytest

from ingest.entities import entity_key
from ingest.text import fold
from service.answer import Answerer
from service.model import Body
from service.read.asides import without_same
from service.scope.bodies import find_bodies
from service.scope.regions import Mention, region_of
from tests.service.talking import talk


def body(name: str) -> Body:
    return Body(entity_key(name), name, (name,), region_of(fold(name)), ())


PROVINCE, DISTRICT = "湖北省人大常委会办公厅", "云川市青岚区财政局"
BODIES = [body(name) for name in (PROVINCE, DISTRICT, "云川市青岚区城市管理局")]


def named(text: str) -> Mention:
    return find_bodies(text, BODIES, [False] * len(text))


@pytest.mark.parametrize(
    "text",
    [
        "老百姓到省人大办公厅，会议费多少", "就问省人大办公厅会议费多少", "恳请告知省人大办公厅会议费多少",
        "感觉省人大办公厅会议费不少", "羡慕省人大办公厅，会议费多少", "这几年省人大办公厅会议费多少",
        "反映省人大办公厅的事，会议费多少",
    ],
)  # fmt: skip
def test_what_is_done_before_a_name_is_no_part_of_it(text: str) -> None:
    assert [one.name for one in named(text).bodies] == [PROVINCE]


@pytest.mark.parametrize(
    "text", ["听讲青岚财政局差旅费多少", "都讲青岚财政局差旅费不少", "找青岚区财政局问差旅费"]
)
def test_a_name_that_begins_with_its_place_begins_there(text: str) -> None:
    assert [one.name for one in named(text).bodies] == [DISTRICT]


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("浙江省人大办公厅会议费多少", "浙江省人大"), ("听说安徽省人大办公厅会议费多少", "安徽省人大"),
        ("四川的省人大办公厅会议费多少", "四川"), ("到白崖区财政局问差旅费多少", "白崖区财政局"),
        ("跑到市民政局办事，差旅费多少", "市民政局"), ("老百姓找云泽县水利局，差旅费多少", "云泽县水利局"),
    ],
)  # fmt: skip
def test_another_body_is_named_without_what_is_done(text: str, other: str) -> None:
    found = named(text)
    assert not found.bodies and found.unknown.startswith(other)


@pytest.mark.parametrize(
    "text",
    [
        "那一年中心一共考核了几个街道",
        "那开全委会，住宿和吃饭哪个多",
        "这家单位一共花了多少",
        "厂房租不出去打算怎么办",
    ],
)
def test_words_of_time_and_meetings_are_no_body(text: str) -> None:
    assert not named(text).unknown


@pytest.mark.parametrize(
    "went",
    ["我跑到省人大问了一圈，", "找省人大办公厅要材料，", "老百姓到省人大上访，", "我爸退休前在省人大上班，"],
)
def test_what_somebody_did_about_the_body_that_is_asked_about_is_left_out(went: str) -> None:
    asked = "2023年湖北省人大办公厅会议费多少"
    assert without_same(f"{went}{asked}") == asked


@pytest.mark.parametrize(
    "kept",
    [
        "我在临海区财政局上班，财政局", "我去过临海省人大，省人大", "湖北省政协委员出去视察，湖北省政协",
        "代表到省政协开会，湖北省政协", "我孩子到省政协培训，湖北省政协",
    ],
)  # fmt: skip
def test_a_place_or_a_matter_that_only_such_a_piece_says_stays(kept: str) -> None:
    assert without_same(f"{kept}2023年安排了多少").startswith(kept)


@pytest.mark.parametrize(
    "kept", ["除了财政局，青岚区财政局", "财政局2022年，青岚区财政局2023年", "青岚区财政局接待费，财政局"]
)
def test_what_tells_which_of_them_is_meant_stays(kept: str) -> None:
    assert without_same(f"{kept}差旅费多少").startswith(kept)


def test_bodies_named_now_and_the_one_before_make_up_the_number(desk: Answerer) -> None:
    told = talk(
        desk,
        "松屿区卫生健康局2023年公用经费多少",
        "跟青岚区城管局、青岚区数字城管指挥中心比，这三家谁的最多",
    )
    assert len({figure.entity for figure in told.figures if figure.value is not None}) == 3
