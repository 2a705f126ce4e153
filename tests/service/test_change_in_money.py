"""A change is told in money where money is asked for, and behind the amount where both are asked for (增减的金额)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest, Figure, Status
from service.second.change_wanted import change_wanted
from tests.service.written import answerer_of_texts

BODY = "苍梧岭区园林绿化所"


def page(year: int, running: str, rate: str, training: str, meetings: str) -> str:
    return f"""{BODY}{year}年度部门决算
一、部门职责
{BODY}负责全区园林绿化工作。
二、收入支出决算总体情况说明
{BODY}{year}年度收入总计900.00万元，支出总计900.00万元。
三、机关运行经费支出情况
{year}年度机关运行经费支出{running}万元，比上年{rate}。
四、培训费支出情况
{year}年度培训费支出决算为{training}万元，比上年增长10%。
五、会议费支出情况
{year}年度会议费支出决算为{meetings}。
"""


@pytest.fixture(scope="module")
def two_years(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    before = page(2023, "80.00", "增长5%", "5.00", "8.00万元，比上年增加0.50万元")
    now = page(2024, "64.00", "下降20%", "5.50", "9.60万元，比上年增加1.60万元")
    return answerer_of_texts(tmp_path_factory.mktemp("two"), before, now)


@pytest.fixture(scope="module")
def one_year(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    now = page(2024, "64.00", "下降20%", "5.50", "9.60万元，比上年增加1.60万元")
    return answerer_of_texts(tmp_path_factory.mktemp("one"), now)


def told(answerer: Answerer, said: str) -> list[tuple[str, str]]:
    answer = answerer.ask(AskRequest(question=f"{BODY}2024年{said}"))
    return [(figure.value, figure.unit) for figure in answer.figures]


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("机关运行经费比上年下降了多少万元", "-16.00"),  # 64.00 − 80.00
        ("培训费比去年涨了几万元", "0.50"),  # 5.50 − 5.00
        ("培训费较2023年增加多少万", "0.50"),
    ],
)
def test_money_is_told_where_both_years_are_there(two_years: Answerer, said: str, value: str) -> None:
    assert told(two_years, said)[0] == (value, "万元")


@pytest.mark.parametrize(
    "said", ["机关运行经费比上年下降了多少万元", "培训费比去年涨了几万元", "培训费比去年多花几块钱"]
)
def test_no_rate_is_told_for_money(one_year: Answerer, said: str) -> None:
    assert told(one_year, said) == []


@pytest.mark.parametrize(
    "said", ["培训费比去年涨了百分之几", "培训费比去年涨了多少", "培训费比上年的增长率是多少"]
)
def test_a_rate_is_told_where_no_money_is_asked_for(one_year: Answerer, said: str) -> None:
    assert told(one_year, said) == [("10", "%")]


@pytest.mark.parametrize(
    "said", ["会议费是多少，跟上年比多了还是少了，多多少", "会议费花了多少，比上年增加多少"]
)
def test_the_amount_stands_before_its_change(one_year: Answerer, said: str) -> None:
    assert told(one_year, said) == [("9.60", "万元"), ("1.60", "万元")]


def test_the_change_alone_is_told_alone(one_year: Answerer) -> None:
    assert told(one_year, "会议费比上年增加多少") == [("1.60", "万元")]


def answer(
    label: str, value: str, unit: str = "万元", year: int = 2024, formula: str | None = None
) -> Answer:
    figure = Figure(
        label=label, value=value, unit=unit, entity=BODY, year=year, stage="决算", formula=formula
    )
    return Answer(id="1", conversation_id="own", status=Status.ANSWERED, answer=label, figures=[figure])


NONE = Answer(id="1", conversation_id="1", status=Status.NO_ANSWER, answer="没有")
RATE, CHANGE = answer("苗木费比上年增减幅度", "25", "%"), answer("苗木费比上年增减额", "3.00")


class Desk:
    """Answers what it has an answer to, and keeps what was asked."""

    def __init__(self, **told: Answer) -> None:
        self.told, self.asked = told, list[str]()

    def __call__(self, text: str, conversation: str) -> Answer:
        self.asked.append(text)
        return next((told for ends, told in self.told.items() if text.endswith(ends)), NONE)


@pytest.mark.parametrize("asks", ["比上年多了多少万元", "涨了几万块", "比23年增加好多亿元"])
def test_money_is_asked_for_by_the_name_of_the_rate(asks: str) -> None:
    desk = Desk(增减多少=CHANGE.model_copy(update={"conversation_id": "aside"}))
    made = change_wanted(RATE, f"苗木费{asks}？", desk)
    assert ([f.value for f in made.figures], made.conversation_id) == (["3.00"], "own")
    assert desk.asked == [f"{BODY}2024年苗木费比上年增减多少"]


@pytest.mark.parametrize(
    "found", [NONE, RATE, answer("苗木费", "15.00"), answer("苗木费比上年增减额", "3", "人")]
)
def test_a_rate_or_an_amount_is_no_change_in_money(found: Answer) -> None:
    made = change_wanted(RATE, "苗木费比上年多了多少万元", Desk(增减多少=found))
    assert (made.status, made.figures) == (Status.NO_ANSWER, [])


@pytest.mark.parametrize(
    "asks", ["比上年多了百分之几", "比上年涨了多少", "比上年多了多少万元，合百分之几", "涨了几成"]
)
def test_no_money_is_sought_where_none_is_asked_for(asks: str) -> None:
    desk = Desk(增减多少=CHANGE)
    assert change_wanted(RATE, f"苗木费{asks}", desk) is RATE
    assert desk.asked == []


@pytest.mark.parametrize(
    "asks", ["是多少，比上年多了多少", "支出多少？较去年增了多少", "经费有多少，跟上年相比涨了吗"]
)
def test_the_amount_is_asked_for_by_the_name_of_the_change(asks: str) -> None:
    desk = Desk(是多少=answer("苗木费", "15.00"))
    made = change_wanted(CHANGE, f"苗木费{asks}", desk)
    assert [f.value for f in made.figures] == ["15.00", "3.00"]
    assert desk.asked == [f"{BODY}2024年苗木费是多少"]


@pytest.mark.parametrize(
    "found",
    [
        NONE,
        answer("草皮费", "15.00"),  # another thing
        answer("苗木费", "15.00", year=2023),
        answer("苗木费", "15", "吨"),
        answer("苗木费", "15.00", formula="9.00 + 6.00 = 15.00"),
    ],
)
def test_another_amount_is_not_put_before_the_change(found: Answer) -> None:
    assert change_wanted(CHANGE, "苗木费是多少，比上年多了多少", Desk(是多少=found)) is CHANGE


@pytest.mark.parametrize("asks", ["比上年多了多少", "多了多少，比上年", "比草皮费多多少"])
def test_no_amount_is_sought_where_only_the_change_is_asked_for(asks: str) -> None:
    desk = Desk(是多少=answer("苗木费", "15.00"))
    assert change_wanted(CHANGE, f"苗木费{asks}", desk) is CHANGE
    assert desk.asked == []
