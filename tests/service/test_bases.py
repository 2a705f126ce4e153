"""What a change is counted from, and of which money (增减的基数与口径)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import AskRequest

SAMPLES = Path(__file__).parents[2] / "eval" / "samples"
FILES = ("云川市青岚区城市管理局2023年度部门决算.pdf", "云川市青岚区城市管理局2024年部门预算.pdf")


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    settings = Settings(data=tmp_path_factory.mktemp("bases"), database_url="", chroma_url="")
    reports = ingest_paths([SAMPLES / name for name in FILES], settings)
    assert [report.status for report in reports] == ["read", "read"]
    return Answerer(settings)


# The budget's p.4: all money −841.85 against last year's budget, 一般公共预算 −708.55; its p.14 sets 一般公共预算
# against what last year's came to, −309.10. 17678.81 on its p.9 less 18198.11 of the final accounts is −519.30.
@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("2024年预算比2023年预算增长多少", "-841.85"),
        ("2024年预算比上年增减多少", "-841.85"),
        ("2024年一般公共预算支出比上年预算增减多少", "-708.55"),
        ("2024年一般公共预算支出比上年执行数增减多少", "-309.10"),
        ("2024年预算比2023年决算增减多少", "-519.30"),
    ],
)
def test_a_change_is_one_from_the_base_that_is_named_and_of_all_the_money(
    answerer: Answerer, question: str, value: str
) -> None:
    figure = answerer.ask(AskRequest(question=f"青岚区城市管理局{question}")).figures[0]
    assert (figure.value, figure.unit) == (value, "万元")


# The final accounts' p.8: 城乡社区环境卫生 7030.75 of 16222.49.
def test_the_part_that_goes_by_its_short_name_is_told(answerer: Answerer) -> None:
    answer = answerer.ask(AskRequest(question="青岚区城市管理局2023年城乡社区支出里面环境卫生占多少"))
    assert [figure.value for figure in answer.figures] == ["43.34"] and "城乡社区环境卫生" in answer.answer


@pytest.mark.parametrize(
    ("question", "word"),
    [("哪一年花钱最多", "其中2023年最多"), ("哪一年花钱最少", "其中2024年最少")],
)
def test_the_year_that_was_most_is_said(answerer: Answerer, question: str, word: str) -> None:
    assert word in answerer.ask(AskRequest(question=f"青岚区城市管理局{question}")).answer


def test_what_was_spent_is_no_count(answerer: Answerer) -> None:
    answer = answerer.ask(AskRequest(question="青岚区城市管理局2023年道路清扫花了多少"))
    assert all(figure.unit != "条" for figure in answer.figures)


def test_projects_are_ranked_by_their_money(answerer: Answerer) -> None:
    answer = answerer.ask(AskRequest(question="青岚区城市管理局2023年哪个项目钱最多"))
    assert answer.figures[0].label == "道路清扫保洁与垃圾收运"  # p.26


@pytest.mark.parametrize(
    "question",
    [
        "2023年编外人员工资多少",
        "2023年城乡社区公共设施调查费多少",
        "2023年政府购买服务多少",
        "2023年罚款收了多少",
        "2023年扫大街花多少钱",
        "2023年车子一年花多少",
        "2023年城市维护费多少",
    ],
)
def test_a_name_that_is_turned_into_another_has_no_figure(answerer: Answerer, question: str) -> None:
    answer = answerer.ask(AskRequest(question=f"青岚区城市管理局{question}"))
    assert answer.status == "no_answer" and not answer.figures
