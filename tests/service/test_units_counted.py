"""Units below one body that a question counts: its own office is one of them or not, by their number (本级算不算)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from tests.ingest.press import Heading, Press, Sheet

H = Heading
BODY = "青葭县农业农村局"
OFFICE, SEEDS, VETS = f"{BODY}（本级）", "青葭县种子管理站", "青葭县动物疫病预防控制中心"


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    """A budget whose income is printed by units, the office first; what each spends is printed nowhere."""
    folder = tmp_path_factory.mktemp("counted")
    path: Path = folder / f"{BODY}2025年部门预算公开.pdf"
    press = Press(path)
    press.cover([BODY, "2025年部门预算公开"])
    head = [H("收入", 2), H("支出", 2)], [H("项目"), H("预算数"), H("项目"), H("预算数")]
    whole = [
        ["一、一般公共预算拨款收入", "9,000.00", "一、农林水支出", "9,000.00"],
        ["收入总计", "9,000.00", "支出总计", "9,000.00"],
    ]
    press.sheet(Sheet("部门收支总表", [list(row) for row in head], whole, (5, 3, 5, 3), right="单位：万元"))
    units = [
        ["", "合计", "9,000.00", "9,000.00"],
        ["318001", OFFICE, "6,500.00", "6,500.00"],
        ["318002", SEEDS, "900.00", "900.00"],
        ["318003", VETS, "1,600.00", "1,600.00"],
    ]
    columns = [[H("单位代码"), H("单位名称"), H("合计"), H("一般公共预算拨款收入")]]
    press.sheet(Sheet("部门收入总表", columns, units, (2, 6, 3, 4), right="单位：万元"))
    press.close()
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert [report.status for report in ingest_paths([path], settings)] == ["read"]
    return Answerer(settings)


def ask(answerer: Answerer, *questions: str) -> Answer:
    told = [answerer.ask(AskRequest(question=q, conversation_id=questions[0])) for q in questions]
    return told[-1]


@pytest.mark.parametrize(
    ("said", "order"),
    [
        ("下面三个单位2025年预算，从高到低排一下", [OFFICE, VETS, SEEDS]),
        ("下面两个单位2025年预算，从高到低排一下", [VETS, SEEDS]),
        ("下属三个单位2025年预算，从高到低排一下", [OFFICE, VETS, SEEDS]),
        ("下属两个单位2025年预算，从高到低排一下", [VETS, SEEDS]),
        ("系统三家预算单位按2025年预算规模从大到小怎么排", [OFFICE, VETS, SEEDS]),
    ],
)
def test_the_number_tells_whether_the_office_is_one_of_them(
    answerer: Answerer, said: str, order: list[str]
) -> None:
    assert [figure.entity for figure in ask(answerer, f"{BODY}{said}").figures] == order


def test_so_many_units_as_are_not_there_have_no_order(answerer: Answerer) -> None:
    for below in ("下面", "下属"):
        told = ask(answerer, f"{BODY}{below}五个单位2025年预算，从高到低排一下")
        assert told.status is Status.NO_ANSWER and not told.figures


def test_the_units_spoken_of_without_the_office(answerer: Answerer) -> None:
    first = f"{BODY}系统三家预算单位按2025年预算规模从大到小怎么排"
    told = ask(answerer, first, "上面两家下属单位（不算本级）加一块是多少钱？")
    assert (told.figures[0].value, told.figures[0].unit) == ("2500.00", "万元")
    # three units without the office are not there
    assert not ask(answerer, first, "上面三家下属单位（不算本级）加一块是多少钱？").figures
