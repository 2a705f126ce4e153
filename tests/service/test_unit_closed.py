"""What became of a unit that a table still counts, as a later document tells it (撤并去向)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import AskRequest
from tests.ingest.press import Heading, Press, Sheet

H = Heading
BODY = "宁山市水务局"
OFFICE, WATER, SEED = f"{BODY}本级", "宁山市节约用水管理中心", "宁山市河湖保护所"


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("closed")
    path, later = folder / f"{BODY}2023年部门预算.pdf", folder / f"{BODY}2024年部门预算.txt"
    press = Press(path)
    press.cover([BODY, "2023年部门预算"])
    press.prose(["一、机构设置", "局机关内设办公室、水政科等2个科室，下辖2个预算单位。"])
    head = [[H("单位名称"), H("总计"), H("人员经费支出"), H("公用经费支出")]]
    rows = [
        ["合计", "180.00", "78.00", "102.00"],
        [OFFICE, "100.00", "40.00", "60.00"],
        [WATER, "45.00", "20.00", "25.00"],
        [SEED, "35.00", "18.00", "17.00"],
    ]
    left = f"部门名称：{BODY}"
    press.sheet(Sheet("部门支出总表（分单位）", head, rows, (6, 3, 3, 3), left=left, right="单位：万元"))
    press.close()
    later.write_text(
        f"{BODY}2024年部门预算\n一、机构设置\n根据机构改革方案，原{WATER}撤销，人员和编制划入供水服务站。\n"
        "二、收支情况\n2024年支出预算170.00万元。\n",
        encoding="utf-8",
    )
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert [r.status for r in ingest_paths([path, later], settings)] == ["read", "read"]
    return Answerer(settings)


@pytest.mark.parametrize("question", [f"{WATER}怎么没了，人去哪儿了？", f"{WATER}并到哪里去了"])
def test_it_is_told_by_the_department(answerer: Answerer, question: str) -> None:
    assert "划入供水服务站" in answerer.ask(AskRequest(question=question)).answer


def test_of_another_unit_it_is_not_told(answerer: Answerer) -> None:
    assert "供水服务站" not in answerer.ask(AskRequest(question=f"{SEED}怎么没了，人去哪儿了？")).answer
