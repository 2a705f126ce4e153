"""An answer on a terminal."""

from __future__ import annotations

from rich.console import Console

from service.contract import AskRequest
from service.printout import place, print_answer
from tests.service.stand_in import StandIn, cite, share


def printed(question: str, width: int = 100, **changes: object) -> str:
    console = Console(width=width, highlight=False)
    with console.capture() as captured:
        print_answer(StandIn().ask(AskRequest(question=question)).model_copy(update=changes), console)
    return captured.get()


def test_everything_that_was_answered_is_printed():
    text = printed("项目支出占多少？")
    assert "513.47 ÷ 878.45 × 100% = 58.45%" in text
    assert "项目支出 513.47 万元 [1]" in text and "本年支出合计 878.45 万元 [2]" in text
    assert "[1] 青岚市城市管理局 2023年度部门决算.pdf · 第1页 · 支出决算表 · 合计 × 项目支出" in text
    assert "「两行的原话」" in text
    assert "正文写作 58.4%。" in text and "基本支出是多少？" in text


def test_several_figures_are_a_table():
    text = printed(
        "项目支出占多少？", figures=[share(), share().model_copy(update={"year": 2022, "value": "61.20"})]
    )
    assert "2022" in text and "61.20%" in text and "数额" in text


def test_text_of_documents_is_no_markup_for_the_terminal():
    hostile = "[bold red]改[/] [/nothing]"
    assert hostile in printed(
        "项目支出占多少？", answer=hostile, notes=[hostile], citations=[cite(file=hostile)]
    )


def test_a_clarification_lists_its_questions():
    assert "2023年项目支出占多少？" in printed("花了多少钱？")


def test_a_place_leaves_out_what_is_not_known():
    assert place(cite(file="a.pdf", table="", row="", column="")) == "a.pdf · 第1页"
