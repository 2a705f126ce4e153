"""Bodies side by side without a mark, words that lead to one, slips in long names, endings alone (单位连称)."""

from __future__ import annotations

import pytest

from ingest.model import Document, Kind
from service.model import documents_to_bodies
from service.scope.bodies import find_bodies
from service.scope.regions import Mention

NAMES = (
    "远山省人大常委会办公厅",
    "远山省政协办公厅",
    "中共远山省委办公厅",
    "云川市青岚区城市管理局",
    "云川市青岚区财政局",
    "云川市青岚区数字城管指挥中心",
    "云川市青岚区生态环境保护综合行政执法大队",
)
CONGRESS, COUNCIL, PARTY, CITY, MONEY, CENTRE, BRIGADE = NAMES


def bodies_of(*names: str) -> list[Document]:
    return [
        Document(f"{n}{y}", f"{n}.pdf", f"{n}{y}", f"{n}{y}年度决算", n, (), "部门", "", y, Kind.FINAL_ACCOUNTS, 9)
        for n in names
        for y in (2022, 2023)
    ]  # fmt: skip


def mention(text: str, *more: str) -> Mention:
    return find_bodies(text, documents_to_bodies(bodies_of(*NAMES, *more)), [False] * len(text))


def named(text: str, *more: str) -> list[str]:
    return [body.name for body in mention(text, *more).bodies]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("政协人大省委办公厅会议费从多到少排一下", [COUNCIL, CONGRESS, PARTY]),
        ("省人大省政协会议费各多少", [CONGRESS, COUNCIL]),
        ("会议费谁最多，人大、政协还是省委办公厅", [CONGRESS, COUNCIL, PARTY]),
        ("青岚区城管局青岚区财政局谁花得多", [CITY, MONEY]),
    ],
)
def test_bodies_set_against_each_other_need_no_mark_between(text: str, names: list[str]) -> None:
    found = mention(text)
    assert ([body.name for body in found.bodies], found.several) == (names, True)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("出国费省人大多少", CONGRESS),
        ("接待费青岚区城管局花了多少", CITY),
        ("三公经费省政协是多少", COUNCIL),
        ("请问一下青岚区财政局支出", MONEY),
    ],
)
def test_words_of_the_question_before_a_name_are_no_place(text: str, name: str) -> None:
    found = mention(text)
    assert ([body.name for body in found.bodies], found.unknown) == ([name], "")


@pytest.mark.parametrize(
    "text", ["政协远山省委员会会议费多少", "政协远山省委员会办公厅会议费多少", "远山省政协委员会会议费多少"]
)
def test_the_committee_of_the_council_is_not_the_partys(text: str) -> None:
    assert named(text) == [COUNCIL]


@pytest.mark.parametrize("text", ["政协远山省委员会会议费多少", "政协远山省委会议费多少"])
def test_the_partys_committee_is_not_told_for_the_council_that_is_not_loaded(text: str) -> None:
    party = documents_to_bodies(bodies_of(PARTY))
    found = find_bodies(text, party, [False] * len(text))
    assert found.bodies == () and found.unknown


@pytest.mark.parametrize(
    "text",
    [
        "青岚区生态环境保护综合行政执法大队支出",
        "青岚区生太环境保护综合行政执法大队支出",
        "青岚区生太环境保护综合形政执法大队支出",
        "青岚区生态环境保护综和行正执法大队支出",
    ],
)
def test_a_long_name_may_have_two_slips(text: str) -> None:
    found = mention(text)
    assert [body.name for body in found.bodies] == [BRIGADE]
    assert [text[low:high] for low, high in found.spans] == [text.removesuffix("支出")]


def test_an_ending_alone_names_the_only_body_that_ends_so() -> None:
    assert named("指挥中心三公经费多少") == [CENTRE]
    assert named("出国费指挥中心花了多少") == [CENTRE]


def test_an_ending_of_two_bodies_names_none_of_them_alone() -> None:
    assert named("指挥中心三公经费多少", "云川市松屿区应急指挥中心") == []


@pytest.mark.parametrize("text", ["松屿区指挥中心三公经费多少", "应急指挥中心三公经费多少"])
def test_an_ending_with_a_name_of_its_own_is_another_body(text: str) -> None:
    found = mention(text)
    assert (found.bodies, bool(found.unknown)) == ((), True)


def test_what_leads_to_a_name_is_explained_with_it() -> None:
    text = "青岚区城管局下属的数字城管指挥中心支出多少"
    found = mention(text)
    assert [body.name for body in found.bodies] == [CENTRE]
    assert [text[low:high] for low, high in found.spans] == ["青岚区城管局下属的数字城管指挥中心"]


@pytest.mark.parametrize(
    "text",
    [
        "红枫市数字城管指挥中心支出",
        "临海省政协办公厅支出",
        "红枫区财政局和青岚区财政局支出各多少",
        "临海省委员会支出",
        "红枫区生态环境保护综合行政执法大队支出",
        "云川市财政局支出",
        "政协临海省委员会支出",
        "人大临海省常委会支出",
        "青岚区文化市场综合行政执法大队支出",
    ],
)
def test_bodies_of_other_places_stay_strangers(text: str) -> None:
    found = mention(text)
    assert found.bodies == () and found.unknown
