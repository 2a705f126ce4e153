"""The last resort: a figure told in other words than those asked; near misses stay without answer (最近之处)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.closest.number_asked import COUNT, MONEY, PEOPLE, RATE, fit_of, number_asked
from service.closest.places import places_of
from service.closest.told_line import CLOSEST
from service.contract import Answer, AskRequest, Status
from tests.service.closest.passages import passages

PAGE = """柏川县综合行政执法局2023年度部门决算
一、部门概况
柏川县综合行政执法局负责全县市容管理和执法监督工作。
二、2023年主要工作
全年受理群众诉求1846件，为群众挽回直接经济损失73.6万元。
开展夜间联合整治行动28轮次，暂扣违规电动三轮车412辆。
组织普法夜校进社区活动，开支18.60万元。
新建生态停车场6座，改造生态停车场9座。
宣传品发放标准由每户12元提高到每户15元。
三、收入支出决算总体情况说明
2023年度收入总计1260.00万元，支出总计1260.00万元。
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder = tmp_path_factory.mktemp("closest")
    (folder / "柏川县综合行政执法局2023年度部门决算.txt").write_text(PAGE, "utf-8")
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert [r.status for r in ingest_paths(sorted(folder.glob("*.txt")), settings)] == ["read"]
    return Answerer(settings)


def ask(desk: Answerer, question: str) -> Answer:
    return desk.ask(AskRequest(question=f"柏川县综合行政执法局2023年{question}"))


def is_closest(answer: Answer) -> bool:
    return any(note.startswith(CLOSEST) for note in answer.notes)


@pytest.mark.parametrize(
    "question",
    [
        "夜间联合整治行动里没收了多少辆无人机？",
        "为外地游客挽回名誉损失赔了多少钱？",
        "拆除生态停车场几座？",
        "一共多少位老人领了高龄津贴？",
        "普法夜校进社区请律师花了多少钱？",
    ],
)
def test_a_near_miss_has_no_figure(desk: Answerer, question: str) -> None:
    answer = ask(desk, question)
    assert answer.status is not Status.ANSWERED or not is_closest(answer)


def test_of_two_things_asked_each_is_told_as_printed_or_not_at_all(desk: Answerer) -> None:
    answer = ask(desk, "夜间联合整治多少回，扣下电动三轮几台？")
    told = {(figure.value, figure.unit) for figure in answer.figures}
    assert told and told <= {("28", "轮次"), ("412", "辆")}
    assert len(told) == 2 or "没有" in answer.answer


def test_the_words_of_the_place_are_quoted(desk: Answerer) -> None:
    answer = ask(desk, "帮群众追回来的直接经济损失有多少钱？")
    assert answer.status is Status.ANSWERED
    assert Decimal(answer.figures[0].value) == Decimal("73.6")
    assert answer.figures[0].unit == "万元"
    assert "挽回直接经济损失73.6万元" in answer.answer + "".join(c.quote for c in answer.citations)


def test_a_clause_that_only_names_the_spending_is_of_what_leads_to_it(desk: Answerer) -> None:
    answer = ask(desk, "进社区的普法夜校活动花了多少钱？")
    assert is_closest(answer)
    assert [(figure.value, figure.unit) for figure in answer.figures] == [("18.60", "万元")]


def test_an_amount_is_no_number_of_people() -> None:
    (place,) = places_of(passages("举办骨干轮训班，支付培训费5.20万元。"), ())
    assert fit_of(number_asked("有多少人参加？"), place) == 0
    assert fit_of(number_asked("培训花了多少钱？"), place) == 1


@pytest.mark.parametrize(
    ("question", "sort", "unit"),
    [
        ("一共搞了几轮整治", COUNT, "轮"), ("花了多少钱", MONEY, ""), ("雇了多少人", PEOPLE, "人"),
        ("合格的占百分之几", RATE, ""), ("发现问题的比例有多高", RATE, ""), ("多少人次来过", COUNT, "人次"),
    ],
)  # fmt: skip
def test_the_sort_of_number_is_heard(question: str, sort: str, unit: str) -> None:
    asked = number_asked(question)
    assert (asked.sort, asked.unit) == (sort, unit)


def test_what_was_before_is_no_figure_of_now() -> None:
    places = places_of(passages("补贴标准由每户12元提高到每户15元。"), ())
    assert [(place.value, place.is_old) for place in places] == [(Decimal(12), True), (Decimal(15), False)]


def test_one_of_a_list_is_its_own() -> None:
    places = places_of(passages("共有教师15人，其中高级讲师6人、讲师9人。"), ())
    assert [place.own for place in places] == ["共有教师", "其中高级讲师", "、讲师"]
