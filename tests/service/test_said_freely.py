"""Ways of asking that fresh questioners used (问法)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import AskRequest
from service.read.question import read_question

SAMPLES = Path(__file__).parents[2] / "eval" / "samples"
CITY = "青岚区城市管理局"


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    settings = Settings(data=tmp_path_factory.mktemp("freely"), database_url="", chroma_url="")
    reports = ingest_paths(sorted(SAMPLES.glob("*.pdf")), settings)
    assert {report.status for report in reports} == {"read"}
    return Answerer(settings)


# Final accounts 2023: p.7 本年支出 18198.11, p.13 水费 7.92, 电费 41.38; 2022 p.7 19160.37; budget 2024 p.9 17678.81.
@pytest.mark.parametrize(
    ("question", "values"),
    [
        (f"{CITY}2023年水费电费加一块儿多少", ["49.30", "7.92", "41.38"]),
        (f"{CITY}2023年电费，万元", ["41.38"]),
        (f"{CITY}2023年收入、支出、结余分别多少", ["18080.86", "18198.11", "72.05"]),  # p.5
        (f"{CITY}这三年每年总支出是多少，怎么变的", ["19160.37", "18198.11", "17678.81"]),
        (f"{CITY}二二到二四年总支出", ["19160.37", "18198.11", "17678.81"]),
        (f"{CITY}2023年一天花多少钱", ["49.86"]),
        (f"{CITY}2022、2023两年，水费一共多少", ["16.06", "8.14", "7.92"]),  # 2022 p.10
        (f"{CITY}2023年收支总账是多少", ["18270.16"]),  # p.3
        (f"{CITY}2023年拿了多少钱买新公车", ["35.28"]),  # p.19
        (f"{CITY}2024年在节能环保上安排了多少", ["150.00"]),  # p.11
        (f"{CITY}2024年在节能环保方面准备投入多少", ["150.00"]),
    ],
)
def test_it_is_heard(answerer: Answerer, question: str, values: list[str]) -> None:
    assert [f.value for f in answerer.ask(AskRequest(question=question)).figures] == values


@pytest.mark.parametrize(
    ("questions", "value", "unit"),
    [
        ((f"{CITY}2023年电费", "换成元说说看"), "413800", "元"),
        ((f"{CITY}2023年三公经费", "那松屿区卫健局的比它多多少"), "-55.37", "万元"),  # 48.42 less 103.79
        ((f"{CITY}2020年项目支出多少", "那2022年呢"), "11782.92", "万元"),
    ],
)
def test_a_conversation_goes_on(
    answerer: Answerer, questions: tuple[str, ...], value: str, unit: str
) -> None:
    conversation = None
    for question in questions:
        answer = answerer.ask(AskRequest(question=question, conversation_id=conversation))
        conversation = answer.conversation_id
    figure = answer.figures[0]
    assert float(figure.value) * {"元": 1, "万元": 10_000}[figure.unit] == pytest.approx(
        float(value) * {"元": 1, "万元": 10_000}[unit]
    )


@pytest.mark.parametrize(
    "question",
    [f"{CITY}2023年出国的钱是谁来管的", f"{CITY}2023年买了几辆公车，多少人开"],
)
def test_who_and_how_many_were_bought_get_no_amount(answerer: Answerer, question: str) -> None:
    figures = answerer.ask(AskRequest(question=question)).figures
    assert all(f.unit not in ("元", "万元") for f in figures)


# The health department's p.8: 计划生育服务 921.47, no 其他卫生健康支出; p.8 「接待12批96人次」.
def test_words_within_an_account_are_no_stage_and_other_is_another(answerer: Answerer) -> None:
    planned = answerer.ask(AskRequest(question="松屿区卫健局2023年计划生育服务花了多少")).figures[0]
    assert (planned.value, planned.stage) == ("9214698.40", "决算")
    other = answerer.ask(AskRequest(question="松屿区卫健局2023年其他卫生健康支出"))
    assert other.status == "no_answer" and not other.figures


def test_a_count_after_an_amount(answerer: Answerer) -> None:
    first = answerer.ask(AskRequest(question="松屿区卫健局2023年公务接待费多少"))
    then = answerer.ask(
        AskRequest(question="一共接待了多少人次", conversation_id=first.conversation_id)
    ).figures[0]
    assert (then.value, then.unit) == ("96", "人次")


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("一七到一九年", "2017年到2019年"),
        ("一七一八一九三年", "一七年、一八年、一九年三年"),
        ("二〇一九年", "2019年"),
        ("一百万以上的设备", "100万以上的设备"),
        ("三十年", "三十年"),
    ],
)
def test_numbers_are_read_as_documents_write_them(said: str, read: str) -> None:
    assert read_question(said, 100) == read
