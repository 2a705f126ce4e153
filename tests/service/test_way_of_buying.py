"""How a thing is bought, asked beside its amount: told from its own row, never from another one (采购方式)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import AskRequest
from tests.ingest.press import Heading, Press, Sheet

H = Heading
SCHOOL = "望湖市渔港技工学校"


def _list() -> Sheet:
    return Sheet(
        "政府采购预算表",
        [[H("序号"), H("采购项目"), H("采购类别"), H("数量"), H("预算金额（万元）"), H("采购方式")]],
        [
            ["1", "船模实训台", "货物", "6套", "26.30", "竞争性磋商"],
            ["2", "宿舍热水系统改造", "工程", "1项", "42.20", "公开招标"],
            ["3", "校园巡护服务", "服务", "1年", "18.00", "单一来源"],
        ],
        (1, 6, 2, 2, 3, 4),
    )


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("way")
    file = folder / f"{SCHOOL}2025年单位预算.pdf"
    press = Press(file)
    press.cover([SCHOOL, "2025年单位预算"])
    press.prose(["一、主要职责", "培养渔港作业技能人才。"])
    press.sheet(_list())
    press.close()
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert [report.status for report in ingest_paths([file], settings)] == ["read"]
    return Answerer(settings)


@pytest.mark.parametrize(
    ("question", "value", "way"),
    [
        ("校园巡护服务列支多少，走的什么采购方式", "18.00", "单一来源"),
        ("船模实训台预算多少，采购方式是什么", "26.30", "竞争性磋商"),
        ("宿舍热水系统改造预算多少，用的哪种方式采购", "42.20", "公开招标"),
        ("校园巡护服务的金额和采购方式", "18.00", "单一来源"),
    ],
)
def test_the_way_is_told_beside_the_amount(school: Answerer, question: str, value: str, way: str) -> None:
    answer = school.ask(AskRequest(question=f"{SCHOOL}2025年{question}"))
    assert [figure.value for figure in answer.figures] == [value]
    others = {"单一来源", "竞争性磋商", "公开招标"} - {way}
    assert way in answer.answer
    assert not any(other in answer.answer for other in others)
