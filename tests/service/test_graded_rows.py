"""Projects by the grade that a list of them says in a column of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import AskRequest
from tests.ingest.press import Heading, Press, Sheet

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
    path = folder / f"{BODY}2022年度部门决算.pdf"
    press = Press(path)
    press.cover([BODY, "2022年度部门决算"])
    head = [
        [H("序号"), H("项目名称"), H("预算数（万元）"), H("执行数（万元）"), H("自评得分"), H("自评等级")]
    ]
    press.sheet(Sheet("项目支出绩效自评情况表", head, ROWS, (1, 4, 3, 3, 2, 2)))
    press.close()
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert [report.status for report in ingest_paths([path], settings)] == ["read"]
    return Answerer(settings)


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
