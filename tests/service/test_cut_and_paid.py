"""Cars by make or by use, projects by what pays for them, one project of several units (口径不混)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.platypus import Flowable, PageBreak, SimpleDocTemplate

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import AskRequest, Status
from tests.ingest.checks.paper import FONT, Changes, _grid, _words

FILE = "云霞县教育局2024年部门预算.pdf"
PROJECTS = [
    ["序号", "单位", "项目名称", "合计", "一般公共预算", "政府性基金", "主要内容"],
    ["1", "云霞县教育局（本级）", "课后托管补助", "58.00", "58.00", "", "按生补助"],
    ["2", "云霞县教育局（本级）", "寄宿生伙食补助", "40.00", "40.00", "", "伙食补助"],
    ["3", "云霞县第一中学", "校舍维修", "30.00", "30.00", "", "外墙"],
    ["4", "云霞县第二中学", "校舍维修", "25.00", "25.00", "", "围墙"],
    ["5", "云霞县第二中学", "新校区建设", "90.00", "", "90.00", "教学楼"],
    ["", "", "合计", "243.00", "153.00", "90.00", ""],
]
TEXT = (
    "第二部分 2024年部门预算安排情况说明",
    "一、国有资产占有使用情况",
    "截至2023年12月31日，单位共有公务用车9辆，其中：轿车4辆、越野车3辆、载客汽车2辆。",
    "截至2023年12月31日，本部门共有车辆12辆，其中：执法执勤用车5辆、应急保障用车4辆、其他用车3辆。",
)


@pytest.fixture(scope="module")
def desk_of_schools(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    folder: Path = tmp_path_factory.mktemp("schools")
    registerFont(UnicodeCIDFont(FONT))
    story: list[Flowable] = [_words("云霞县教育局2024年部门预算", 20), PageBreak()]
    story += [_words("2024年部门预算项目支出表", 14), _words("单位：万元", 10)]
    story += [_grid("项目支出表", PROJECTS, Changes({})), PageBreak(), *(_words(text, 12) for text in TEXT)]
    SimpleDocTemplate(str(folder / FILE), pagesize=A4).build(story)
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert [r.status for r in ingest_paths([folder / FILE], settings)] == ["read"]
    yield Answerer(settings)


@pytest.mark.parametrize(
    ("question", "told", "not_told"),
    [
        (
            "云霞县教育局2024年用一般公共预算安排的项目，钱最多的两个是哪些",
            ("课后托管补助", "校舍维修", "55.00"),
            "新校区",
        ),
        ("云霞县教育局2024年一般公共预算安排的项目哪个钱最多", ("课后托管补助", "58.00"), "新校区"),
        ("云霞县教育局2024年钱最多的三个项目", ("新校区建设 90.00", "校舍维修 55.00"), "寄宿生"),
        ("云霞县教育局2023年末公务用车按车型分别有哪几类、各多少辆", ("轿车 4 辆", "载客汽车 2 辆"), "应急"),
        ("云霞县教育局2023年末车辆按用途分各多少辆", ("执法执勤用车 5 辆", "其他用车 3 辆"), "轿车"),
        ("云霞县2024年寄宿生伙食补助安排多少钱", ("云霞县教育局", "40.00"), "哪个单位"),
    ],
)
def test_no_other_cut_is_told(
    desk_of_schools: Answerer, question: str, told: tuple[str, ...], not_told: str
) -> None:
    answer = desk_of_schools.ask(AskRequest(question=question))
    assert answer.status is Status.ANSWERED, answer.answer
    assert all(part in answer.answer for part in told), answer.answer
    assert not_told not in answer.answer


@pytest.mark.parametrize("question", ["云霞县2024年财政收入多少", "云霞县公安局2024年项目支出多少"])
def test_the_place_and_its_other_offices_are_not_the_body(desk_of_schools: Answerer, question: str) -> None:
    assert desk_of_schools.ask(AskRequest(question=question)).status is not Status.ANSWERED
