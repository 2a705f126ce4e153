"""An account whose own table lists what it was spent on: the rows, the largest of them, and nothing beside."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest
from tests.ingest.press import Heading as H
from tests.ingest.press import Press, Sheet

BODY = "沙桥区人民检察院"
ROWS = [["机房运维服务", "42.60"], ["会务保洁服务", "118.40"], ["心理咨询服务", "9.00"], ["合计", "170.00"]]
FUND = (
    "2023年度彩票公益金支出41.50万元，其中：未成年人心理驿站建设25.00万元，服务学生320人；"
    "困难当事人救助12.30万元，救助9人；普法绘本印制4.20万元，印发6000册。"
)
USES = [("未成年人心理驿站建设", "25.00"), ("困难当事人救助", "12.30"), ("普法绘本印制", "4.20")]
NAMES = [name for name, _ in ROWS[:-1]]


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("rows")
    file = folder / f"{BODY}2023年度部门决算.pdf"
    press = Press(file)
    press.cover([BODY, "2023年度部门决算"])
    head = [[H("购买服务项目"), H("决算数")]]
    press.sheet(Sheet("政府购买服务支出情况表", head, ROWS, (8, 4), left=f"部门：{BODY}", right="单位：万元"))
    press.prose(["五、政府购买服务支出说明", "2023年度政府购买服务决算170.00万元，比上年增加12.00万元。"])
    press.prose(["六、政府性基金支出说明", FUND])
    press.close()
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert [report.status for report in ingest_paths([file], settings)] == ["read"]
    return Answerer(settings)


def ask(answerer: Answerer, said: str, *before: str) -> Answer:
    history = [f"{BODY}2023年{one}" for one in before]
    return answerer.ask(AskRequest(question=said if history else f"{BODY}2023年{said}", history=history))


@pytest.mark.parametrize(
    "said",
    [
        "政府购买服务买了哪几项，分别多少",
        "政府购买服务买了那几项，分别多少",
        "政府购买服务的钱都买了啥",
        "政府购买服务明细",
    ],
)
def test_the_rows_are_listed(answerer: Answerer, said: str) -> None:
    told = ask(answerer, said)
    assert [(f.label, f.value) for f in told.figures] == [(n, v) for n, v in ROWS[:-1]]


def test_they_follow_the_total(answerer: Answerer) -> None:
    assert [f.label for f in ask(answerer, "都买了什么", "政府购买服务花了多少？").figures] == NAMES


@pytest.mark.parametrize(
    ("said", "name"),
    [("政府购买服务最大的一项是什么", "会务保洁服务"), ("政府购买服务里最少的是哪项", "心理咨询服务")],
)
def test_the_largest_and_the_smallest(answerer: Answerer, said: str, name: str) -> None:
    assert [f.label for f in ask(answerer, said).figures] == [name]


def test_the_total_stays_itself(answerer: Answerer) -> None:
    assert [f.value for f in ask(answerer, "政府购买服务是多少").figures] == ["170.00"]


@pytest.mark.parametrize(
    "said",
    [
        "彩票公益金都花在哪几件事上，各花了多少？",
        "彩票公益金用在哪些方面，各多少",
        "彩票公益金都花在哪了",
        "彩票公益金支出有哪几项",
    ],
)
def test_the_uses_that_a_sentence_adds_up(answerer: Answerer, said: str) -> None:
    assert [(f.label, f.value) for f in ask(answerer, said).figures] == USES
