"""A year without documents of its own is told by the next year's, where what is quoted names that year (次年述及)."""

from __future__ import annotations

import pytest

from ingest.model import Chunk
from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from service.model import Evidence, Quote
from service.text.narrative import _names_year
from tests.service.written import answerer_of_pages

SOILS, SEEDS = "屿宁县水土保持试验站", "屿宁县林木种苗站"
BUDGET = (
    "承担全县水土流失监测和坡耕地治理试验，内设监测股、试验股。",
    "二、收支预算情况",
    "2024年支出预算648.00万元，与2023年相比增加52.00万元，主要原因是新建径流小区三处。",
    "三、坡耕地治理情况",
    "2023年坡耕地治理项目自评得分93分，发现的问题是两处梯田埂坎被冲毁。",
    "四、捐赠情况",
    "2023年度无偿接收捐赠无人机1架，来自省测绘学会。",
    "五、老站房情况",
    "2022年底前完成了老站房屋面防水加固，由县二建公司施工。",
    "六、试验场情况",
    "试验场灌溉改用喷灌方式，用水量高于2023年。",
    "七、观测情况",
    "观测井改为自动采集，井数和2023年持平。",
    "八、科普情况",
    "科普展馆在2023年基础上扩建，新增沙盘和雨滴实验台。",
    "九、苗圃情况",
    "与2023年相比，苗圃改种刺槐和沙棘。",
    "十、流动监测情况",
    "流动监测车配备翻斗雨量计。",
    "十一、断面情况",
    "2023年监测断面由乡镇协管员看护。2024年看护工作交给了护林公司。",
)
#: A body whose year has documents of its own, and what the next year's say of it.
ACCOUNTS = ("二、采种情况", "采种基地主要采收油松和侧柏种子。", "三、支出情况", "2023年支出合计210.00万元。")
NEXT = (
    "二、种苗抽检情况",
    "2023年种苗抽检项目自评得分88分，发现的问题是容器苗根系缠绕。",
    "三、采种情况",
    "2023年采种基地主要采收黄连木种子。",
)


@pytest.fixture(scope="module")
def soils(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of_pages(tmp_path_factory.mktemp("soils"), SOILS, {"2024年度部门预算": BUDGET})


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    told = {"2023年度部门决算": ACCOUNTS, "2024年度部门预算": NEXT}
    return answerer_of_pages(tmp_path_factory.mktemp("seeds"), SEEDS, told)


def ask(answerer: Answerer, question: str) -> Answer:
    return answerer.ask(AskRequest(question=question))


def _evidence(*texts: str) -> Evidence:
    place = ((1, (0.0, 0.0, 1.0, 1.0)),)
    quotes = (Quote(Chunk("d", at, ("说明",), text, place), (text,), place) for at, text in enumerate(texts))
    return Evidence(quotes=tuple(quotes))


@pytest.mark.parametrize(
    ("texts", "named"),
    [
        (["2021年改建了温室。"], True),
        (["2021年度改建了温室。"], True),
        (["温室于2021年6月改建。", "2021年的温室由农机站代管。"], True),
        (["2021年改建了温室，面积比2021年初大一倍。"], True),
        (["今年改建了温室。"], False),
        (["2020年改建了温室。"], False),
        (["2021年改建了温室。", "温室由农机站代管。"], False),  # not of every quotation
        (["比2021年多改建两座温室。"], False),
        (["温室面积较2021年增加。"], False),
        (["与2021年相比，温室多了两座。"], False),
        (["和2021年度相比，温室多了两座。"], False),
        ([], False),
    ],
)
def test_every_quotation_must_say_the_year(texts: list[str], named: bool) -> None:
    assert _names_year(_evidence(*texts), 2021) is named


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("2023年坡耕地治理项目自评查出哪些问题", "梯田埂坎被冲毁"),
        ("2023年坡耕地治理自评有啥毛病", "梯田埂坎被冲毁"),
        ("2023年捐来的无人机是谁送的", "省测绘学会"),
    ],
)
def test_the_next_years_document_tells_of_the_year_it_names(
    soils: Answerer, question: str, told: str
) -> None:
    answer = ask(soils, SOILS + question)
    assert answer.status is Status.ANSWERED and told in answer.answer
    assert "2024年度预算" in answer.answer and "2023年" in answer.answer.partition("写道")[2]


@pytest.mark.parametrize(
    ("question", "other"),
    [
        ("2023年流动监测车配备什么", "雨量计"),  # no year is said
        ("2023年内设哪些股", "监测股"),
        ("2023年老站房屋面防水加固是谁施工的", "二建"),  # another year is said
        ("2023年苗圃改种什么", "刺槐"),  # the year is only held against
        ("2023年为什么新建径流小区", "径流小区三处"),  # a reason
        ("2023年支出为什么增加", "径流小区"),
        ("2022年坡耕地治理项目自评查出哪些问题", "埂坎"),  # two years before
        ("2025年坡耕地治理项目自评查出哪些问题", "埂坎"),  # the year after
        ("2022年捐来的无人机是谁送的", "测绘"),
    ],
)
def test_what_does_not_say_the_year_is_not_told(soils: Answerer, question: str, other: str) -> None:
    answer = ask(soils, SOILS + question)
    assert answer.status is Status.NO_ANSWER and other not in answer.answer


def test_its_own_year_is_told_as_before(soils: Answerer) -> None:
    assert "翻斗雨量计" in ask(soils, f"{SOILS}2024年流动监测车配备什么").answer


def test_a_year_with_documents_of_its_own_is_told_by_these(seeds: Answerer) -> None:
    told = ask(seeds, f"{SEEDS}2023年采种基地主要采收什么种子").answer
    assert "油松和侧柏" in told and "黄连木" not in told


def test_a_year_with_documents_of_its_own_is_not_told_by_others(seeds: Answerer) -> None:
    answer = ask(seeds, f"{SEEDS}2023年种苗抽检项目自评查出哪些问题")
    assert answer.status is Status.NO_ANSWER


@pytest.mark.parametrize(
    ("question", "other"),
    [
        ("2023年试验场灌溉用什么方式", "喷灌"),
        ("2023年观测井怎么采集", "自动采集"),
        ("2023年科普展馆新增了什么", "沙盘"),
    ],
)
def test_a_year_that_is_only_held_against_is_not_told(soils: Answerer, question: str, other: str) -> None:
    assert other not in ask(soils, SOILS + question).answer


def test_the_sentence_that_answers_must_say_the_year(soils: Answerer) -> None:
    assert "护林公司" not in ask(soils, f"{SOILS}2023年看护工作交给了谁").answer
