"""Lists of offices and units held against those of the year before, and the sorts that are asked for among them."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest, Status

BODY = "石泉县林业局"


def text(year: int, offices: str, units: str) -> str:
    return f"""{BODY}{year}年度部门决算
一、机构设置
本局内设{offices}。
纳入{year}年度部门决算编制范围的单位包括：{BODY}本级、{units}。
二、支出决算情况说明
{year}年度支出合计900.00万元。
"""


PRINTED = {
    2022: text(2022, "办公室、造林股、财务股等3个股室", "石泉县林业工作站、石泉县种苗站"),
    2023: text(
        2023,
        "办公室、造林股、财务股、防火股等4个股室",
        "石泉县林业工作站、石泉县森林公园服务中心、石泉县护林大队",
    ),
}


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("rosters_apart")
    files = [folder / f"{BODY}{year}年度部门决算.txt" for year in PRINTED]
    for file, printed in zip(files, PRINTED.values(), strict=True):
        file.write_text(printed, "utf-8")
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert [report.status for report in ingest_paths(files, settings)] == ["read", "read"]
    return Answerer(settings)


def ask(answerer: Answerer, said: str, conversation: str | None = None) -> Answer:
    return answerer.ask(AskRequest(question=said, conversation_id=conversation))


@pytest.mark.parametrize(
    ("said", "named", "not_named"),
    [
        ("2023年比上年多了哪个股", "防火股", "造林股"),
        ("2023年比2022年新增了哪些单位", "护林大队", "林业工作站"),
        ("2023年比上年少了哪个单位", "种苗站", "护林大队"),
        ("2023年除了本级还有哪些中心和队伍", "护林大队", "林业工作站"),
        ("2023年除了机关还包括哪些站所", "林业工作站", "护林大队"),
    ],
)
def test_which_are_meant(answerer: Answerer, said: str, named: str, not_named: str) -> None:
    told = ask(answerer, BODY + said)
    assert told.status is Status.ANSWERED and named in told.answer.split("写道：")[1]
    assert not_named not in told.answer.split("写道：")[1].split("逐一")[0]


def test_none_is_fewer(answerer: Answerer) -> None:
    told = ask(answerer, f"{BODY}2023年比上年少了哪个股")
    assert told.status is Status.NO_ANSWER and "防火股" in told.answer and not told.figures


def test_a_year_that_is_not_loaded_is_not_compared(answerer: Answerer) -> None:
    assert ask(answerer, f"{BODY}2022年比上年多了哪个股").status is not Status.ANSWERED


def test_which_ones_read_out(answerer: Answerer) -> None:
    ask(answerer, f"{BODY}2023年决算包括几家单位", "units")
    assert "护林大队" in ask(answerer, "具体哪几家，念一下", "units").answer


def test_an_office_left_out_is_not_counted(answerer: Answerer) -> None:
    (figure,) = ask(answerer, f"{BODY}2023年有几个股室，办公室不算").figures
    assert figure.value == "3"
