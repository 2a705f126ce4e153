"""「含上年结转」 asks for the whole that holds it; what was carried over alone is asked for otherwise (含结转)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import AskRequest
from tests.ingest.press import Heading, Press, Sheet

H = Heading
BODY = "栗原县荒漠化防治站"
LEFT, RIGHT = f"单位：{BODY}", "单位：万元"
TOTALS = Sheet(
    "收支预算总表",
    [[H("收入项目"), H("预算数"), H("支出项目"), H("预算数")]],
    [
        ["一、一般公共预算拨款收入", "500.00", "一、农林水支出", "560.00"],
        ["本年收入合计", "500.00", "本年支出合计", "560.00"],
        ["上年结转", "60.00", "结转下年", ""],
        ["收入总计", "560.00", "支出总计", "560.00"],
    ],
    (4, 2, 4, 2), left=LEFT, right=RIGHT,
)  # fmt: skip
INCOME = Sheet(
    "收入预算总表",
    [[H("科目编码"), H("科目名称"), H("合计"), H("上年结转"), H("一般公共预算拨款收入")]],
    [
        ["", "合计", "560.00", "60.00", "500.00"],
        ["213", "农林水支出", "560.00", "60.00", "500.00"],
        ["21302", "林业和草原", "560.00", "60.00", "500.00"],
        ["2130234", "林业草原防灾减灾", "560.00", "60.00", "500.00"],
    ],
    (2, 5, 3, 3, 3), left=LEFT, right=RIGHT,
)  # fmt: skip


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("carried")
    press = Press(folder / "预算.pdf")
    press.cover([BODY, "2024年单位预算"])
    press.sheet(TOTALS)
    press.sheet(INCOME)
    press.close()
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert [r.status for r in ingest_paths([folder / "预算.pdf"], settings)] == ["read"]
    return Answerer(settings)


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("林业草原防灾减灾含上年结转一共多少", "560.00"),
        ("林业草原防灾减灾（含上年结转）预算是多少", "560.00"),
        ("收入预算包括上年结转在内是多少", "560.00"),
        ("预算连同上年结转和结余一共多少钱", "560.00"),
        ("林业草原防灾减灾上年结转多少", "60.00"),
        ("上年结转是多少", "60.00"),
        ("本年收入合计多少", "500.00"),
    ],
)
def test_what_holds_the_balance_is_no_balance(answerer: Answerer, said: str, value: str) -> None:
    answer = answerer.ask(AskRequest(question=f"{BODY}2024年{said}"))
    assert [f.value for f in answer.figures[:1]] == [value]


@pytest.mark.parametrize(
    ("asked", "value"),
    [
        ("2024年支出一共多少（不算结转到下年的）", "560.00"),
        ("2024年支出多少，不含结转下年的资金", "560.00"),
        ("2024年收入预算多少（不含上年结转）", "500.00"),
        ("2024年总收入是多少，不算上年结转的钱", "500.00"),
    ],
)
def test_what_no_figure_of_the_year_holds_is_not_taken_off(
    answerer: Answerer, asked: str, value: str
) -> None:
    answer = answerer.ask(AskRequest(question=f"{BODY}{asked}"))
    assert [figure.value for figure in answer.figures] == [value]


@pytest.mark.parametrize("asked", ["支出总计多少（不含结转下年）", "支出多少（不含上年结转安排的）"])
def test_what_changes_the_figure_is_no_aside(answerer: Answerer, asked: str) -> None:
    """A grand total holds what was carried on; what was carried over was spent in the year."""
    answer = answerer.ask(AskRequest(question=f"{BODY}2024年{asked}"))
    assert answer.figures == []
