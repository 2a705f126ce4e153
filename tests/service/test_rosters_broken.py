"""Lists of units that a line breaks, offices behind a comma, and tables of units that list no offices."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import AskRequest
from tests.ingest.press import Heading, Press, Sheet

H = Heading
BODY = "溪源县林业和草原局"
FARM, SCHOOL, CLINIC = "溪源县国有林场", "溪源县林业子弟学校", "溪源县机关幼儿园"


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("broken")
    press = Press(folder / "预算.pdf")
    press.cover([BODY, "2024年部门预算"])
    press.prose([
        "一、机构设置",
        "本部门共设置3个内设机构，包括：办公室、生态修复股、防火办公室。",
        "二、部门预算单位构成",
        f"纳入部门预算编制范围的二级预算单位包括：1.{FARM}；2.{SCHOOL}；",
        f"3.{CLINIC}。",
    ])  # fmt: skip
    head = [[H("单位名称"), H("项目名称"), H("总计")]]
    rows = [[FARM, "人员工资", "18.00"], [SCHOOL, "公用经费", "3.00"]]
    for _ in range(2):
        press.sheet(Sheet("部门基本支出预算表", head, rows, right="单位：万元"))
    press.close()
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert [r.status for r in ingest_paths([folder / "预算.pdf"], settings)] == ["read"]
    return Answerer(settings)


def test_a_list_goes_on_behind_a_line_that_ends_in_a_semicolon(answerer: Answerer) -> None:
    answer = answerer.ask(AskRequest(question=f"{BODY}下属单位有哪些")).answer
    assert all(name in answer for name in (FARM, SCHOOL, CLINIC)) and "共3个" in answer


def test_offices_are_listed_from_the_text(answerer: Answerer) -> None:
    answer = answerer.ask(AskRequest(question=f"{BODY}内设机构有哪些")).answer
    assert all(name in answer for name in ("办公室", "生态修复股", "防火办公室"))
    assert FARM not in answer and "单位名称" not in answer
