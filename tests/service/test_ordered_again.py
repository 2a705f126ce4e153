"""An order in one's own words: of the whole that is meant, of things listed, of bodies; else none (再排一遍)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from service.scope.named_in import Named
from service.second.ordered_again import ordered_again
from tests.ingest.press import Heading, Press, Sheet

H = Heading
BREED, SEED, SILK = "璟阳县畜牧发展中心", "璟阳县种业服务站", "岫川县蚕业推广站"
_FUNCTION = """合计||1240.00|690.00|550.00 208|社会保障和就业支出|150.00|150.00|0.00
20805|行政事业单位养老支出|150.00|150.00|0.00
2080505|机关事业单位基本养老保险缴费支出|150.00|150.00|0.00 213|农林水支出|1010.00|460.00|550.00
21301|农业农村|1010.00|460.00|550.00 2130104|事业运行|460.00|460.00|0.00
2130106|科技转化与推广服务|145.00|0.00|145.00 2130108|病虫害控制|310.00|0.00|310.00
2130109|农产品质量安全|95.00|0.00|95.00 221|住房保障支出|80.00|80.00|0.00
22102|住房改革支出|80.00|80.00|0.00 2210201|住房公积金|80.00|80.00|0.00"""
_BASIC = """工资福利支出|560.00|商品和服务支出|101.00 基本工资|260.00|水费|4.20 绩效工资|220.00|电费|17.80
住房公积金|80.00|取暖费|26.50 对个人和家庭的补助|20.00|差旅费|39.00 抚恤金|14.00|印刷费|13.50
奖励金|6.00|资本性支出|9.00 ||办公设备购置|9.00 人员经费合计|580.00|公用经费合计|110.00"""
#: 农林水支出 of the two other bodies, with its parts.
_RUN = """合计||905.00|905.00|0.00 213|农林水支出|905.00|905.00|0.00 21301|农业农村|905.00|905.00|0.00
2130104|事业运行|905.00|905.00|0.00"""
_WORMS = """合计||230.00|170.00|60.00 213|农林水支出|230.00|170.00|60.00 21301|农业农村|230.00|170.00|60.00
2130104|事业运行|170.00|170.00|0.00 2130122|农业生产发展|60.00|0.00|60.00"""


def _rows(text: str) -> list[list[str]]:
    return [line.split("|") for line in text.split()]


def _written(folder: Path, body: str, rows: str, basic: str = "") -> None:
    press = Press(folder / f"{body}2023年度单位决算.pdf")
    press.cover([body, "2023年度单位决算"])
    head = [[H(h) for h in ("科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出")]]
    press.sheet(Sheet("支出决算表", head, _rows(rows), (2, 4, 2, 2, 2), right="单位：万元"))
    if basic:
        heads = [[H("人员经费", 2), H("公用经费", 2)], [H("经济分类科目"), H("金额")] * 2]
        title = "一般公共预算财政拨款基本支出决算表"
        press.sheet(Sheet(title, heads, _rows(basic), (4, 2, 4, 2), right="单位：万元"))
        press.prose(["二、基本支出情况说明", "2023年人员经费580.00万元，公用经费110.00万元。"])
    press.close()


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("ordered")
    _written(folder, BREED, _FUNCTION, _BASIC)
    _written(folder, SEED, _RUN)
    _written(folder, SILK, _WORMS)
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    ingest_paths(sorted(folder.glob("*.pdf")), settings)
    return Answerer(settings)


def ask(answerer: Answerer, question: str) -> Answer:
    return answerer.ask(AskRequest(question=question))


def values(answer: Answer) -> str:
    return " ".join(figure.value for figure in answer.figures)


#: What 农林水支出 consists of, from 农产品质量安全 to 事业运行, and 商品和服务支出, from 差旅费 to 水费.
FARMING, GOODS = "95.00 145.00 310.00 460.00", "39.00 26.50 17.80 13.50 4.20"


@pytest.mark.parametrize(
    ("question", "order"),
    [
        (f"{BREED}2023年哪块钱多哪块钱少，排个名次", "1010.00 150.00 80.00"),
        (f"{BREED}2023年商品和服务支出里哪样多哪样少，给个先后", GOODS),
        (f"{BREED}2023年农林水支出里头由少到多数一数", FARMING),
        (f"{BREED}2023年项目支出里农林水支出由少到多数一数", "95.00 145.00 310.00"),
        (f"{BREED}2023年开门运转的钱，头三样是啥，由高到低", "39.00 26.50 17.80"),
        (f"{BREED}2023年人员头三样由多到少念一下", "260.00 220.00 80.00"),
        (f"{BREED}2023年印刷费、水费、电费三样，哪样多哪样少", "17.80 13.50 4.20"),
        ("岫川县2023年农林水支出里头由少到多数一数", "60.00 170.00"),  # of the one body there
    ],
)
def test_what_is_meant_is_told_in_its_order(answerer: Answerer, question: str, order: str) -> None:
    assert values(ask(answerer, question)) == order


@pytest.mark.parametrize(
    ("question", "order"),
    [
        (f"{BREED}、{SEED}2023年农林水支出，由少到多排个名次", {SEED: "905.00", BREED: "1010.00"}),
        (f"{SEED}、{SILK}2023年农林水支出，由多到少排个名次", {SEED: "905.00", SILK: "230.00"}),
        (f"{BREED}、{SEED}2023年农林水支出里的项目支出，由少到多排个名次", {SEED: "0.00", BREED: "550.00"}),
    ],
)
def test_bodies_are_set_in_order_by_the_same_of_each(
    answerer: Answerer, question: str, order: dict[str, str]
) -> None:
    assert [(f.entity, f.value) for f in ask(answerer, question).figures] == list(order.items())


@pytest.mark.parametrize(
    "question",
    [
        f"{BREED}2023年公务接待费里哪样多哪样少，给个先后",  # no parts
        f"{BREED}2023年上半年公用经费头三样由多到少念一下",  # another time
        f"{BREED}2022年商品和服务支出里哪样多哪样少，给个先后",  # another year
        f"{BREED}2023年预算公用经费头三样由多到少念一下",  # another stage
        f"{BREED}2023年公用经费剔除差旅费由多到少念一下",
        f"{BREED}2023年农林水支出里用于种猪场的由多到少数一数",
        f"{BREED}2023年政府性基金的农林水支出由多到少数一数",
        f"{SEED}2023年公用经费头三样由多到少数一数",  # another body's
        f"{BREED}、{SEED}2023年住房保障支出，由少到多排个名次",  # one has none
        f"{BREED}、{SEED}2023年农林水支出占比，由少到多排个名次",
        "岫川县全县2023年农林水支出里头由少到多数一数",  # the county's, not the body's
    ],
)
def test_what_cannot_be_told_in_full_is_no_order(answerer: Answerer, question: str) -> None:
    answer = ask(answerer, question)
    assert answer.status is not Status.ANSWERED or len(answer.figures) < 2


def test_a_list_that_lacks_one_is_not_set_in_order(answerer: Answerer) -> None:
    told = ask(answerer, f"{BREED}2023年印刷费、水费、会议费三样，哪样多哪样少").answer
    assert "从多到少" not in told and "会议费" in told


def _of_breed(text: str, placed: bool = False) -> Named | None:
    return Named((BREED,), (2023,), (2023,), text.replace(f"{BREED}2023年", "\0" * 14))


def test_an_order_that_was_told_is_not_asked_for_again(answerer: Answerer) -> None:
    text = f"{BREED}2023年农林水支出各项从少到多排列"
    answer = ask(answerer, text)
    assert values(answer) == FARMING

    def asked_in_vain(question: str) -> Answer:
        raise AssertionError(question)

    assert ordered_again(answer, text, asked_in_vain, _of_breed) is None
    other = text.replace("从少到多", "从多到少")
    assert ordered_again(answer, other, lambda question: answer, _of_breed) is None  # the wrong way round


@pytest.mark.parametrize(
    "question",
    [
        "公用经费除差旅费以外由多到少念一下",
        "公用经费里差旅费以外的哪样多哪样少，给个次序",
        "公用经费里涨得最多的三样，由多到少念一下",
        "公用经费里没花完的哪样多哪样少，给个次序",
        "公用经费里结余哪样多哪样少，给个次序",
    ],
)
def test_what_narrows_the_parts_is_not_passed_over(answerer: Answerer, question: str) -> None:
    assert "39.00" not in values(ask(answerer, f"{BREED}2023年{question}"))


@pytest.mark.parametrize(
    ("question", "wrong"),
    [
        (f"{BREED}2023年、{SEED}2022年农林水支出，由少到多排个名次", "905.00"),
        ("全岫川县2023年农林水支出里头由少到多数一数", "60.00 170.00"),
    ],
)
def test_another_year_or_a_whole_county_is_not_told(answerer: Answerer, question: str, wrong: str) -> None:
    assert wrong not in values(ask(answerer, question))
