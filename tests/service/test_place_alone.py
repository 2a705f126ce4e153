"""A place with one body: its text is told, the place's own money is not, and what follows knows whom (一地一家).

Words before the question that name no body, and a body's name within another word, are none.
"""

from __future__ import annotations

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import AskRequest

TEXTS = {
    "平芦县水务局2023年度部门决算.txt": """平芦县水务局2023年度部门决算

第三部分 绩效情况

一、项目自评

检修渡槽42处。石坝镇片区铺设管道18公里。发现的问题：7处渡槽因吊装设备进场晚未如期检修；雨量站巡检记录不全。下一步改进措施：与吊装公司签订年度协议；巡检改用手机打卡。

二、支出情况

2023年度“三公”经费支出决算为3.20万元。为困难户加装净水器515台，每台补助260元。
""",
    "临榆市应急指挥中心2023年度部门决算.txt": """临榆市应急指挥中心2023年度部门决算

第三部分 支出情况

2023年度“三公”经费支出决算为6.40万元。
""",
    "东浦县第四中学2023年度单位决算.txt": """东浦县第四中学2023年度单位决算

第三部分 支出情况

2023年度本年支出合计2160.50万元。开设选修课33门。
""",
}


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder = tmp_path_factory.mktemp("place")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, "utf-8")
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert {r.status for r in ingest_paths([folder / name for name in TEXTS], settings)} == {"read"}
    return Answerer(settings)


def _ask(answerer: Answerer, *said: str) -> str:
    for question in said:
        answer = answerer.ask(AskRequest(question=question, conversation_id="".join(said)))
    return f"{answer.status.value} {answer.answer} {'，'.join(f.value for f in answer.figures)}"


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("平芦2023年有7处渡槽没按时修完，咋回事", "吊装设备进场晚"),
        ("平芦县2023年给困难户加装净水器多少台", "515"),
    ],
)
def test_the_only_body_of_the_place_tells_it(answerer: Answerer, asked: str, told: str) -> None:
    answer = _ask(answerer, asked)
    assert answer.startswith("answered 平芦县水务局") and told in answer


@pytest.mark.parametrize(
    ("asked", "told"),
    [("平芦县石坝镇铺设管道是怎么回事", "平芦县水务局"), ("平芦县石坝镇2023年支出多少", "石坝镇")],
)
def test_a_town_is_a_thing_of_the_text_but_for_its_own_money(
    answerer: Answerer, asked: str, told: str
) -> None:
    answer = _ask(answerer, asked)
    assert told in answer and ("没有收录" in answer) is (told == "石坝镇")


@pytest.mark.parametrize("asked", ["平芦县2023年三公经费多少", "平芦县2023年财政收入多少"])
def test_money_of_the_place_is_not_its_own(answerer: Answerer, asked: str) -> None:
    assert not _ask(answerer, asked).startswith("answered")


def test_what_follows_a_place_knows_whom(answerer: Answerer) -> None:
    answer = _ask(answerer, "平芦县2023年雨量站通信铁塔刷了几遍漆", "那7处渡槽为啥没按时修完")
    assert answer.startswith("answered") and "吊装设备进场晚" in answer


def test_what_follows_money_of_the_place_is_asked_back(answerer: Answerer) -> None:
    assert not _ask(answerer, "平芦县2023年三公经费多少", "那它的三公经费比上年多吗").startswith("answered")


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("孩子在东浦四中读书，想知道学校2023年一共支出多少", "2160.50"),
        ("我女儿读东浦县第四中学，2023年开设选修课几门", "33"),
        ("东浦县第四中学2023年校园应急指挥中心的选修课开设几门", "没有"),
    ],
)
def test_who_is_asked_about(answerer: Answerer, asked: str, told: str) -> None:
    answer = _ask(answerer, asked)
    assert told in answer and "临榆" not in answer
