"""Projects by the grade that a list of them says in a column of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import AskRequest
from tests.ingest.press import Heading, Press, Sheet
from tests.service.marks_pressed import answerer_of_marks

H = Heading

BODY = "霞浦洲区石桥镇人民政府"
ROWS = [
    ["1", "河道清淤", "30.00", "28.00", "95.0", "优"],
    ["2", "村道亮化", "20.00", "15.00", "84.0", "良"],
    ["3", "敬老院修缮", "10.00", "8.00", "81.5", "良"],
]


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("graded")
    return answerer_of_marks(folder, BODY, ("自评得分", "自评等级"), ROWS)


@pytest.mark.parametrize(
    ("question", "names", "others"),
    [
        ("哪几个项目自评是良", ["村道亮化", "敬老院修缮"], ["河道清淤"]),
        ("自评为优的项目是哪个", ["河道清淤"], ["村道亮化"]),
    ],
)
def test_those_of_the_grade_are_told(
    answerer: Answerer, question: str, names: list[str], others: list[str]
) -> None:
    told = answerer.ask(AskRequest(question=f"{BODY}2022年{question}")).answer
    assert all(name in told for name in names)
    assert not any(name in told for name in others)


OFFICE = "霞浦洲区文物保护中心"
KEY_ROWS = [
    ["1", "古塔加固", "300.00", "298.00", "97.5", "优"], ["2", "馆藏数字化", "120.00", "70.00", "82.0", "良"],
    ["3", "石刻拓印", "60.00", "58.50", "95.0", "优"], ["4", "讲解员招募", "40.00", "18.00", "71.0", "中"],
]  # fmt: skip


@pytest.fixture(scope="module")
def some(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    """Four of fifteen projects are listed with their grades, without money of the statement of projects."""
    folder: Path = tmp_path_factory.mktemp("some")
    path = folder / f"{OFFICE}2022年度单位决算.pdf"
    press = Press(path)
    press.cover([OFFICE, "2022年度单位决算"])
    said = "2022年对15个项目开展绩效自评，结果为“优”的11个、“良”的3个、“中”的1个。现将4个重点项目公开如下："
    press.prose(["一、预算绩效情况", said])
    head = [[H("序号"), H("项目名称"), H("年初预算数"), H("全年执行数"), H("自评得分"), H("等级")]]
    press.sheet(Sheet("", head, KEY_ROWS, (1, 4, 3, 3, 2, 2), own_page=False))
    press.close()
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert [report.status for report in ingest_paths([path], settings)] == ["read"]
    return Answerer(settings)


@pytest.mark.parametrize(
    ("question", "names", "others"),
    [
        ("公开的重点项目中，自评等级是“优”的有哪些项目？", ["古塔加固", "石刻拓印"], ["馆藏", "讲解员"]),
        ("自评等级为优的项目有哪些", ["古塔加固", "石刻拓印"], ["馆藏", "讲解员"]),
        ("哪个项目自评等级是中", ["讲解员招募"], ["古塔", "石刻", "馆藏"]),
        ("自评没得优的项目有哪些", ["馆藏数字化", "讲解员招募"], ["古塔", "石刻"]),
        ("公开的4个重点项目里自评打分最低的是哪个", ["讲解员招募 71.0 分"], ["古塔", "馆藏"]),
        ("有没有自评是差的项目", ["没有评为“差”的"], ["评为“差”的有"]),
    ],
)
def test_a_list_of_some_projects_tells_of_these(
    some: Answerer, question: str, names: list[str], others: list[str]
) -> None:
    told = some.ask(AskRequest(question=f"{OFFICE}2022年{question}")).answer.partition("写道")[0]
    assert all(name in told for name in names)
    assert not any(name in told for name in others)


@pytest.mark.parametrize(
    ("question", "value"), [("自评得优的项目有几个", "11"), ("4个重点项目里评优的有几个", "2")]
)
def test_how_many_of_all_and_of_these(some: Answerer, question: str, value: str) -> None:
    assert some.ask(AskRequest(question=f"{OFFICE}2022年{question}")).figures[0].value == value


def test_the_lowest_of_all_is_not_known(some: Answerer) -> None:
    assert not some.ask(AskRequest(question=f"{OFFICE}2022年15个项目里哪个自评得分最低")).figures
