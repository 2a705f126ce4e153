"""A planted contradiction is told beside the figure; two things of one name are asked back (核对附注、歧义)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest

# 180 of 300 are 60 %, not 65 %; 16.00 and 1.20 do make 17.20.
TEXT = """柳泉县档案局2023年度部门决算
一、部门职责
柳泉县档案局负责全县档案事业的统筹规划和监督指导。
二、收入支出决算总体情况说明
柳泉县档案局2023年度收入总计300.00万元，支出总计300.00万元。本年支出合计300.00万元，其中：基本支出120.00万元，占40.00%；项目支出180.00万元，占65.00%。
三、财政拨款支出决算情况说明
1.一般公共服务支出（类）档案事务（款）一般行政管理事务（项）。年初预算为40.00万元，支出决算为30.00万元，完成年初预算的75.00%。
2.教育支出（类）教育管理事务（款）一般行政管理事务（项）。年初预算为20.00万元，支出决算为10.00万元，完成年初预算的50.00%。
四、“三公”经费支出决算情况说明
2023年度“三公”经费支出决算为17.20万元。其中：公务接待费1.20万元；公务用车运行维护费16.00万元。
"""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder = tmp_path_factory.mktemp("archive")
    file = Path(folder, "柳泉县档案局2023年度部门决算.txt")
    file.write_text(TEXT, "utf-8")
    settings = Settings(data=folder / "data", database_url="", chroma_url="")
    (report,) = ingest_paths([file], settings)
    assert report.status == "read"
    return Answerer(settings)


def ask(archive: Answerer, question: str) -> Answer:
    return archive.ask(AskRequest(question=f"柳泉县档案局2023年{question}"))


def test_a_contradiction_is_told_beside_the_share_and_does_not_change_it(archive: Answerer) -> None:
    answer = ask(archive, "项目支出占比多少")
    assert [(f.value, f.unit) for f in answer.figures] == [("60.00", "%")]
    (note,) = [n for n in answer.notes if n.startswith("核对：")]
    assert "65.00%" in note and "60.00%" in note


@pytest.mark.parametrize("question", ["三公经费多少", "公务接待费多少"])
def test_a_figure_that_agrees_has_no_such_note(archive: Answerer, question: str) -> None:
    answer = ask(archive, question)
    assert answer.figures
    assert not any("65.00%" in note for note in answer.notes)


def test_two_items_of_one_name_are_asked_back(archive: Answerer) -> None:
    answer = ask(archive, "一般行政管理事务支出多少")
    assert (answer.status, answer.figures) == ("clarify", [])
    assert len(answer.options) == 2
    assert ["档案事务" in o.label for o in answer.options] == [True, False]
    assert all(o.question.startswith("柳泉县档案局2023年") for o in answer.options)


@pytest.mark.xfail(
    reason="a section that only sentences name is no word of the lexicon, so its item is not told apart"
)
def test_each_option_is_answered(archive: Answerer) -> None:
    options = ask(archive, "一般行政管理事务支出多少").options
    answers = [archive.ask(AskRequest(question=option.question)) for option in options]
    assert [[f.value for f in answer.figures] for answer in answers] == [["30.00"], ["10.00"]]


def test_no_option_gives_the_figure_of_another(archive: Answerer) -> None:
    for option, other in zip(
        ask(archive, "一般行政管理事务支出多少").options, ("10.00", "30.00"), strict=True
    ):
        answer = archive.ask(AskRequest(question=option.question))
        assert other not in [f.value for f in answer.figures]


def test_nobody_named_is_asked_back_with_options_that_are_answered(desk: Answerer) -> None:
    answer = desk.ask(AskRequest(question="2023年总支出多少"))
    assert answer.status == "clarify"
    answers = [desk.ask(AskRequest(question=option.question)) for option in answer.options]
    # 卫健局 p.15, 城管局 p.7, 指挥中心 p.6
    assert {a.figures[0].value for a in answers} == {"211098403.00", "18198.11", "523.52"}
