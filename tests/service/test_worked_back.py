"""The year before from what this year's document says has changed: exact, or rounded and said so (上年数)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import AskRequest
from service.figures.year_before import in_year_before

TEXT = """苍野县水文监测站2023年度单位决算
一、单位职责
苍野县水文监测站负责全县水文监测。
二、收入支出决算总体情况说明
苍野县水文监测站2023年度收入总计640.00万元，支出总计640.00万元。与2022年度相比，收、支总计各减少35.50万元，下降5.26%。本年支出合计640.00万元，其中：基本支出400.00万元，项目支出240.00万元。
三、机关运行经费支出情况说明
2023年度机关运行经费支出52.50万元，比2022年度增长5.0%，主要原因是办公用房维修增加。
四、“三公”经费支出决算情况说明
2023年度“三公”经费支出决算为8.00万元，与上年持平。其中：公务接待费支出决算为1.20万元。
五、政府采购支出情况说明
2023年度政府采购支出总额90.00万元。
"""
BODY = "苍野县水文监测站"


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder = tmp_path_factory.mktemp("before")
    file = Path(folder, f"{BODY}2023年度单位决算.txt")
    file.write_text(TEXT, encoding="utf-8")
    settings = Settings(data=folder / "store", database_url="", chroma_url="")
    assert [r.status for r in ingest_paths([file], settings)] == ["read"]
    return Answerer(settings)


@pytest.mark.parametrize(
    ("question", "value", "formula"),
    [
        ("2023年收支总计，上年是多少", "675.50", "640.00 − (-35.50) = 675.50"),
        ("由2023年决算推算，2022年收入总计是多少", "675.50", "640.00 − (-35.50) = 675.50"),
        ("2022年的收支总计是多少？按2023年决算说明反推", "675.50", "640.00 − (-35.50) = 675.50"),
        ("2023年三公经费去年是多少", "8.00", "8.00 − 0 = 8.00"),
        ("2023年机关运行经费的上年数", "50.00", "52.50 ÷ (1 ＋ 5.0%) ≈ 50.00"),
    ],
)
def test_last_year_is_worked_back(answerer: Answerer, question: str, value: str, formula: str) -> None:
    answer = answerer.ask(AskRequest(question=BODY + question))
    figure = answer.figures[0]
    assert (figure.value, figure.formula, figure.year) == (value, formula, 2022)
    assert "推算" in answer.answer


#: 52.50 over 1.0505 is 49.976, over 1.0495 is 50.024.
def test_what_comes_of_a_rate_is_about(answerer: Answerer) -> None:
    answer = answerer.ask(AskRequest(question=f"{BODY}2023年机关运行经费上年是多少"))
    assert "约为 50.00 万元" in answer.answer
    assert "49.98 至 50.02" in answer.answer


#: Nothing is told of how these changed; and a bare question on another year says where it may be had from.
@pytest.mark.parametrize("question", ["2023年公务接待费上年是多少", "2023年政府采购去年多少"])
def test_nothing_is_worked_back_from_nothing(answerer: Answerer, question: str) -> None:
    answer = answerer.ask(AskRequest(question=BODY + question))
    assert (answer.status, answer.figures) == ("no_answer", [])


#: 640.00 − (−35.50), exactly: it is told, as worked out.
def test_a_year_that_is_not_loaded_is_worked_back_where_that_is_exact(answerer: Answerer) -> None:
    answer = answerer.ask(AskRequest(question=f"{BODY}2022年收入总计是多少"))
    assert (answer.status, answer.figures[0].value, answer.figures[0].year) == ("answered", "675.50", 2022)
    assert "不是2022年度文件印出的数" in answer.answer


def test_a_year_that_is_not_loaded_is_only_offered_from_a_rate(answerer: Answerer) -> None:
    answer = answerer.ask(AskRequest(question=f"{BODY}2022年机关运行经费是多少"))
    assert (answer.status, answer.figures, answer.reason) == ("no_answer", [], "year_not_loaded")
    again = answerer.ask(AskRequest(question=answer.options[0].question))
    assert again.figures[0].value == "50.00"


@pytest.mark.parametrize(
    "question",
    ["2021年收入总计是多少", "2024年收入总计是多少", "2022年公务接待费是多少", "2022年政府采购总额多少"],
)
def test_no_other_year_and_no_untold_change_is_worked_back(answerer: Answerer, question: str) -> None:
    answer = answerer.ask(AskRequest(question=BODY + question))
    assert (answer.status, answer.figures) == ("no_answer", [])


#: 640.00 and 640.00 + 35.50, of which only the first is printed.
def test_one_of_two_years_is_worked_back_and_told_so(answerer: Answerer) -> None:
    answer = answerer.ask(AskRequest(question=f"{BODY}2022年和2023年支出总计分别是多少"))
    told = [(f.year, f.value, f.unit) for f in answer.figures]
    assert told == [(2022, "675.50", "万元"), (2023, "640.00", "万元")]
    assert "按2023年度文件推算：640.00 − (-35.50) = 675.50" in answer.answer
    assert "2023年比2022年减少 35.50 万元" in answer.answer


def test_the_gap_of_two_years_is_the_printed_change(answerer: Answerer) -> None:
    answer = answerer.ask(AskRequest(question=f"{BODY}2022年和2023年支出总计相差多少"))
    assert [(f.value, f.unit) for f in answer.figures] == [("-35.50", "万元")]
    assert "推算" not in answer.answer


def test_no_year_is_made_up(answerer: Answerer) -> None:
    answer = answerer.ask(AskRequest(question=f"{BODY}2022年和2023年公务接待费分别是多少"))
    assert [(figure.year, figure.value) for figure in answer.figures] == [(2023, "1.20")]
    assert "2022年度" in answer.answer


def test_the_year_before_follows_on(answerer: Answerer) -> None:
    first = answerer.ask(AskRequest(question=f"{BODY}2023年支出总计比上年减少多少"))
    assert first.figures[0].value == "-35.50"
    asked = AskRequest(question="上年是多少", conversation_id=first.conversation_id)
    assert answerer.ask(asked).figures[0].value == "675.50"


#: 城管局 2022: 机关运行经费 571.30 (p.13 of its own accounts): what is printed goes first.
def test_what_is_printed_goes_first(desk: Answerer) -> None:
    answer = desk.ask(AskRequest(question="青岚区城市管理局2023年机关运行经费上年是多少"))
    assert (answer.figures[0].value, answer.figures[0].formula) == ("571.30", None)


@pytest.mark.parametrize(
    "text",
    [
        "某局2023年三公经费比上年增加多少",
        "某局2023年较去年增长多少",
        "某局2023年年初结转是多少，上年结转多少",
        "某局2023年上年结余是多少",
        "某局去年三公经费多少",
    ],
)
def test_a_year_to_compare_with_is_not_asked_for(text: str) -> None:
    assert in_year_before(text) is None


#: What the year before itself had, asked with its account, with the body or behind what was spoken of.
@pytest.mark.parametrize(
    "turns",
    [
        (f"{BODY}上一年的支出总计是多少",),
        (f"{BODY}支出总计上年是多少",),
        (f"{BODY}2023年机关运行经费多少", "倒推一下，上一年的支出总计是多少"),
        (f"{BODY}2023年支出总计比上年减少多少", "那上年到底是多少"),
    ],
)
def test_the_year_before_of_an_account(answerer: Answerer, turns: tuple[str, ...]) -> None:
    conversation = None
    for turn in turns:
        answer = answerer.ask(AskRequest(question=turn, conversation_id=conversation))
        conversation = answer.conversation_id
    assert [(f.year, f.value) for f in answer.figures] == [(2022, "675.50")]


#: Against the year before, or brought forward from it: that is of the year itself.
@pytest.mark.parametrize(
    ("question", "value"), [("支出总计比上年少多少", "-35.50"), ("支出总计与上年差多少", "-35.50")]
)
def test_a_year_that_is_compared_with_is_not_meant(answerer: Answerer, question: str, value: str) -> None:
    answer = answerer.ask(AskRequest(question=BODY + question))
    assert [(f.year, f.value) for f in answer.figures] == [(2023, value)]
