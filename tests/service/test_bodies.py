"""Departments in questions: by any name that people use, never one of another place (单位识别、范围)."""

from __future__ import annotations

import pytest

from ingest.entities import entity_key
from ingest.model import Document, Kind
from service.contract import AskRequest
from service.model import Body, documents_to_bodies
from service.scope.bodies import find_bodies
from service.scope.regions import Mention
from service.scope.scope import Scope, read_scope, years_of


def document(name: str, year: int, kind: Kind = Kind.FINAL_ACCOUNTS) -> Document:
    id = f"{name}{year}{kind}"
    return Document(id, f"{id}.pdf", id, f"{name}{year}年度{kind}", name, (), "部门", "", year, kind, 9)


NAMES = (
    "云川市青岚区城市管理局",
    "云川市青岚区财政局",
    "云川市松屿区财政局",
    "云川市青岚区柳荫街道办事处",
    "云川市青岚区数字城管指挥中心",
    "远山省人大常委会办公厅",
    "远山省政协办公厅",
    "中共远山省委办公厅",
    "盐城市盐南区教育局",
)
BODIES = documents_to_bodies([document(name, year) for name in NAMES for year in (2022, 2023)])
CITY, MONEY, OTHER_MONEY, STREET, CENTRE, CONGRESS, COUNCIL, PARTY, SCHOOLS = NAMES


def mention(text: str) -> Mention:
    return find_bodies(text, BODIES, [False] * len(text))


def named(text: str) -> list[str]:
    return [body.name for body in mention(text).bodies]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("云川市青岚区城市管理局支出多少", CITY),
        ("青岚区城市管理局支出多少", CITY),
        ("青岚区城管局支出多少", CITY),
        ("青岚城管局支出多少", CITY),
        ("青岚那个城管局支出多少", CITY),
        ("青岚区的城管局支出多少", CITY),
        ("区城管局支出多少", CITY),
        ("区城市管理局支出多少", CITY),
        ("我们区城管局支出多少", CITY),
        ("请问一下青岚区城管局支出多少", CITY),
        ("青岚区城官局支出多少", CITY),
        ("柳荫街道支出多少", STREET),
        ("柳荫街道办支出多少", STREET),
        ("柳荫支出多少", STREET),
        ("数字城管指挥中心支出多少", CENTRE),
        ("城管局下属的数字城管指挥中心支出多少", CENTRE),
        ("省人大支出多少", CONGRESS),
        ("远山省政协支出多少", COUNCIL),
        ("省委办公厅支出多少", PARTY),
        ("省委办支出多少", PARTY),
        ("盐城市盐南区教育局支出多少", SCHOOLS),
        ("盐南区教育局支出多少", SCHOOLS),
    ],
)
def test_a_body_is_known_by_the_names_that_people_use(text: str, name: str) -> None:
    assert named(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "红枫区城市管理局支出多少",
        "红枫区城管局支出多少",
        "红枫城管局支出多少",
        "红枫市城市管理局支出多少",
        "红枫市青岚区城市管理局支出多少",
        "红枫市青岚区城管局支出多少",
        "云川市城市管理局支出多少",
        "云川市财政局支出多少",
        "松屿区城市管理局支出多少",
        "红枫区财政局支出多少",
        "松屿区数字城管指挥中心支出多少",
        "青岚区教育局支出多少",
        "青岚区卫健局支出多少",
        "盐城市教育局支出多少",
        "临海省人大常委会办公厅支出多少",
        "临海省政协办公厅支出多少",
    ],
)
def test_another_places_office_of_like_name_is_never_taken(text: str) -> None:
    found = mention(text)
    assert found.bodies == ()
    assert found.unknown


def test_a_name_that_fits_several_names_them_all() -> None:
    found = mention("财政局支出多少")
    assert {b.name for b in found.bodies} == {MONEY, OTHER_MONEY}
    assert not found.several


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("青岚区城管局、柳荫街道支出各多少", [CITY, STREET]),
        ("青岚区城管局和柳荫街道支出谁多", [CITY, STREET]),
        ("青岚区财政局与松屿区财政局支出", [MONEY, OTHER_MONEY]),
        ("省人大、省政协、省委办支出", [CONGRESS, COUNCIL, PARTY]),
        ("省人大比省政协多多少", [CONGRESS, COUNCIL]),
    ],
)
def test_several_bodies_are_named_at_once(text: str, names: list[str]) -> None:
    found = mention(text)
    assert ([b.name for b in found.bodies], found.several) == (names, True)


@pytest.mark.parametrize("text", ["支出多少", "三公经费为什么增加", "公用经费占比", "会议费是多少"])
def test_a_question_that_names_nobody_names_nobody(text: str) -> None:
    assert mention(text) == Mention(())


def test_a_region_alone_is_no_body_but_names_those_in_it() -> None:
    found = mention("松屿区支出多少")
    assert (found.region, [b.name for b in found.bodies]) == (True, [OTHER_MONEY])


def scope(text: str, bodies: list[Body] = BODIES, **limits: object) -> Scope:
    return read_scope(text, bodies, AskRequest.model_validate({"question": text, **limits}), ())


def test_each_of_two_bodies_has_the_year_named_beside_it() -> None:
    read = scope("青岚区城管局22年跟松屿区财政局23年支出")
    assert [(b.name, years_of(read, b, ())) for b in read.bodies] == [(CITY, (2022,)), (OTHER_MONEY, (2023,))]


def test_years_before_the_bodies_pair_too() -> None:
    read = scope("2022年青岚区城管局和2023年松屿区财政局支出")
    assert [years_of(read, b, ()) for b in read.bodies] == [(2022,), (2023,)]


def test_two_years_of_one_body_are_both_asked_for() -> None:
    read = scope("青岚区城管局2022年和2023年支出")
    assert years_of(read, read.bodies[0], ()) == (2022, 2023)


def test_all_bodies_of_a_region_are_meant_where_their_number_is_right() -> None:
    assert {b.name for b in scope("远山省三家单位支出各多少").bodies} == {CONGRESS, COUNCIL, PARTY}
    assert scope("远山省五家单位支出各多少").bodies == ()


def test_the_request_limits_the_body_whatever_the_question_names() -> None:
    assert [b.name for b in scope("支出多少", entity=CITY).bodies] == [CITY]
    assert scope("支出多少", year=2022).year == 2022


def test_the_only_body_that_is_loaded_is_meant() -> None:
    only = [b for b in BODIES if b.key == entity_key(CITY)]
    assert scope("支出多少", only).bodies == tuple(only)
    assert scope("支出多少").bodies == ()


def test_relative_years_count_from_the_newest() -> None:
    read = scope("青岚区城管局去年支出")
    assert years_of(read, read.bodies[0], ()) == (2022,)


@pytest.mark.parametrize("text", ["远山那个办公厅采购多少", "远山省办公厅采购多少"])
def test_a_region_and_a_kind_of_office_mean_all_of_them(text: str) -> None:
    assert sorted(named(text)) == sorted((CONGRESS, COUNCIL, PARTY))


def test_the_words_of_a_sentence_spell_no_party_committee() -> None:
    assert named("省政协办公厅公开09表中的会议费预算数") == [COUNCIL]
