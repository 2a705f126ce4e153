"""Which of the bodies that are called alike is meant, with many of them loaded (同名单位的取舍)."""

from __future__ import annotations

import pytest

from ingest.model import Document, Kind
from service.contract import AskRequest
from service.follow.conversation import Talk
from service.model import documents_to_bodies
from service.scope.bodies import find_bodies
from service.scope.by_home import by_home
from service.scope.roll import Roll
from service.scope.scope import Scope, read_scope
from service.scope.settle import as_spoken, but_loose

HELD = {
    "云川市青岚区城市管理局": (2023,),
    "汉阜市江堰区城市管理执法局指挥调度中心": (2023,),
    "岷原县自然资源和规划局": (2025,),
    "远海市浦北区规划和自然资源局": (2024,),
    "远海市浦北区财政局": (2024,),
    "云川市松屿区财政局": (2023, 2024),
    "云川市松屿区卫生健康局": (2023,),
    "澄渡市柏湾区应急管理局": (2023,),
    "湘埠县林业局": (2023,),
    "青漠省北原州祁源县林业和草原局": (2023,),
    "云槐县人民医院": (2023,),
    "苏图旗蒙医医院": (2021,),
    "桂岭市妇幼保健院": (2024,),
    "海澜市图书馆": (2024,),
    "青澜市文化和旅游局": (2023,),
    "平陵县人民法院": (2019,),
    "鹿浦市云岩街道": (2025,),
    "远海市浦北区人民政府万荷街道办事处": (2023, 2025),
    "云州省退役军人事务厅": (2025,),
    "渭原省退役军人事务厅": (2025,),
}


def document(name: str, year: int) -> Document:
    id = f"{name}{year}"
    return Document(
        id, f"{id}.pdf", id, f"{name}{year}年度决算", name, (), "部门", "", year, Kind.FINAL_ACCOUNTS, 9
    )


BODIES = Roll(documents_to_bodies([document(name, year) for name, years in HELD.items() for year in years]))
BY_NAME = {body.name: body for body in BODIES}


def scope(text: str, talk: Talk = ()) -> Scope:
    return read_scope(text, BODIES, AskRequest(question=text), talk)


def meant(text: str) -> list[str]:
    """The bodies that a question is read as one of, those of a region that is named alone among them."""
    read = scope(text)
    return [body.name for body in (read.bodies or read.mention.bodies)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("云槐县医院有几台救护车", "云槐县人民医院"),  # not the one that 医院 alone spells most of
        ("湘布县林业局2023年支出多少", "湘埠县林业局"),  # misspelt, and another 林业局 is loaded
        ("江堰城管2023年巡查了几次", "汉阜市江堰区城市管理执法局指挥调度中心"),
        ("江堰区2023年城管投诉一共办了多少件", "汉阜市江堰区城市管理执法局指挥调度中心"),
        ("规资局2024年机关运行经费多少，浦北的", "远海市浦北区规划和自然资源局"),
        ("规资局（岷原）2025年支出多少", "岷原县自然资源和规划局"),
        ("医院决算里的结余分配是什么意思？桂岭妇幼2024", "桂岭市妇幼保健院"),
        ("卫健局2023年应急那笔钱用了多少", "云川市松屿区卫生健康局"),
        ("青澜市文旅局2023年图书馆、博物馆两个科目合计", "青澜市文化和旅游局"),
        ("云州省2025年修陵园，省退役军人事务厅安排了多少", "云州省退役军人事务厅"),
        ("规划局2024年支出多少", "远海市浦北区规划和自然资源局"),  # the other has only 2025
        ("规资局2024年支出多少", "远海市浦北区规划和自然资源局"),
    ],
)
def test_one_is_meant(text: str, name: str) -> None:
    assert meant(text) == [name]


@pytest.mark.parametrize(
    "text",
    ["规资局的支出多少", "规资局2022年支出多少", "省退役军人事务厅2025年支出多少", "街道2025年办公费多少"],
)
def test_nothing_decides(text: str) -> None:
    assert len(meant(text)) != 1


@pytest.mark.parametrize(
    "text",
    [
        "湘埠县财政局2023年支出多少",
        "江堰区财政局2023年支出多少",
        "远山省高级人民法院2019年支出多少",
        "平陵县中级人民法院2019年支出多少",
        "青浦区城市管理局2023年支出多少",
    ],
)
def test_another_body_is_none_of_these(text: str) -> None:
    read = scope(text)
    assert not read.bodies
    assert read.mention.unknown


def test_the_one_of_the_place_of_those_beside() -> None:
    assert meant("浦北区财政局和规资局2024年福利费哪个多") == [
        "远海市浦北区财政局",
        "远海市浦北区规划和自然资源局",
    ]


def test_a_word_for_a_matter_beside_a_name_is_a_body() -> None:
    assert meant("卫健局和应急2023年支出哪个多") == ["云川市松屿区卫生健康局", "澄渡市柏湾区应急管理局"]


def test_a_follow_up_means_the_one_of_the_same_place() -> None:
    before = (BY_NAME["远海市浦北区财政局"],)
    found = find_bodies("那规资局呢", BODIES, [False] * 5)
    assert len(found.bodies) == 2
    assert [body.name for body in as_spoken(found, before).bodies] == ["远海市浦北区规划和自然资源局"]
    assert len(as_spoken(found, (BY_NAME["平陵县人民法院"],)).bodies) == 2


def test_a_word_for_a_matter_in_a_follow_up_is_no_body_elsewhere() -> None:
    text = "应急打算怎么改"
    found = find_bodies(text, BODIES, [False] * len(text))
    assert [body.name for body in found.bodies] == ["澄渡市柏湾区应急管理局"]
    assert not but_loose(found, text, (BY_NAME["桂岭市妇幼保健院"],)).bodies
    assert but_loose(found, text, ()).bodies == found.bodies


def test_where_the_asker_lives() -> None:
    said = by_home("我是住在万荷的退休老师，想问问。街道2025年给绿化安排了多少？", BODIES)
    assert "万荷街道2025年" in said
    assert by_home("我是住在白河的退休老师，想问问。街道2025年给绿化安排了多少？", BODIES).count("万荷") == 0
