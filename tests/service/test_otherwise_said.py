"""Turns of speech are put in their one plain form, and three_said has 三公 for its parts in new words (换个说法)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from service.read.otherwise_said import otherwise_plainly
from service.read.three_said import three_said
from tests.service.written import answerer_of_texts

BODY = "泽川市民族宗教事务局"
#: What differs between the years: all the money, 培训费, 公务接待费, 三公经费 and what was left.
YEARS = {
    2022: ("640.00", "8.00", "3.00", "11.00", "30.00"),
    2023: ("655.00", "10.50", "2.40", "10.40", "26.00"),
    2024: ("690.00", "8.00", "1.90", "9.90", "19.00"),
}


def page(year: int) -> str:
    money, trained, guests, three, left = YEARS[year]
    return f"""{BODY}{year}年度部门决算
一、部门职责
{BODY}负责全市民族宗教事务，推进四进活动，即进社区、进学校、进企业、进景区。
二、收入支出决算总体情况说明
{BODY}{year}年度收入总计{money}万元，支出总计{money}万元。年末结转和结余{left}万元。
三、政府性基金预算财政拨款支出决算情况说明
{year}年度政府性基金预算财政拨款支出45.00万元。
四、培训费支出情况
{year}年度培训费支出决算为{trained}万元。
五、会议费支出情况
{year}年度会议费支出决算为7.20万元。
六、“三公”经费支出情况
{year}年度“三公”经费支出预算为12.00万元，决算为{three}万元，其中：因公出国（境）费2.00万元，\
公务用车购置及运行维护费6.00万元，公务接待费支出预算为3.00万元，决算为{guests}万元。
七、其他收入来源
其他收入12.00万元，主要来自场地出租。
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of_texts(tmp_path_factory.mktemp("otherwise"), *map(page, YEARS))


def ask(answerer: Answerer, said: str) -> Answer:
    return answerer.ask(AskRequest(question=f"{BODY}{said}"))


@pytest.mark.parametrize(
    ("said", "values"),
    [
        ("2024年会议费没涨也没跌是不是", ["0.00"]),
        ("2024年整个盘子一共多少", ["690.00"]),
        ("2024年三公经费拆开来一样一样报个数", ["2.00", "6.00", "1.90"]),
        ("2024年政府基金这一本账支出多少", ["45.00"]),
        ("2024年除了培训费以外，还有会议费多少", ["7.20"]),
        ("2023年底没用掉带到2024年的资金多少", ["26.00"]),  # one sum, and not what was left of 2024 too
        ("2024年培训费比上年实际花的钱少多少", ["-2.50"]),  # 8.00 − 10.50
        ("2024年待客、出洋、车辆这三笔一共多少", ["9.90"]),
        ("2024年请客跑国外开车的账有多少", ["9.90"]),
        ("2023年接待、出国、养车这几项的支出是多少", ["10.40"]),
    ],
)
def test_what_is_meant_is_told(answerer: Answerer, said: str, values: list[str]) -> None:
    assert [figure.value for figure in ask(answerer, said).figures] == values


@pytest.mark.parametrize("said", ["2024年其他收入是从哪儿来的", "2024年其他收入靠什么挣来的"])
def test_where_income_comes_from_is_told_in_words(answerer: Answerer, said: str) -> None:
    answer = ask(answerer, said)
    assert answer.status is Status.ANSWERED and not answer.figures
    assert "场地出租" in answer.answer


@pytest.mark.parametrize(
    "said",
    [
        "2024年除了培训费以外还有多少",  # of what is not said
        "2021年接待、出国、养车这几项的支出是多少",
        "2021年政府基金这一本账支出多少",
    ],
)
def test_nothing_is_told_of_what_is_not_there(answerer: Answerer, said: str) -> None:
    assert ask(answerer, said).status is not Status.ANSWERED


YEAR_SAID = "the year or the thing that it is held against is lost, and the year before is taken instead"
LEFT_OUT = "what is left over is taken for another thing named beside the one left out"


@pytest.mark.parametrize(
    ("said", "value"),
    [("2024年培训费跟2022年比一分没动吗", "0.00"), ("2024年公务接待费决算跟预算一模一样吗", "-1.10")],
)
def test_what_it_is_held_against_stays(answerer: Answerer, said: str, value: str) -> None:
    # 8.00 in both years; 1.90 − 3.00
    assert [figure.value for figure in ask(answerer, said).figures][:1] == [value]


def test_what_is_left_over_is_no_other_thing(answerer: Answerer) -> None:
    answer = ask(answerer, "2024年三公经费扣除接待费还有剩余多少")
    assert [figure.value for figure in answer.figures][:1] == ["8.00"]  # 9.90 − 1.90


@pytest.mark.parametrize("said", ["2024年收到所有的钱一共多少", "2024年财政拨来的全部的钱是多少"])
def test_all_that_came_in_is_not_told_as_spent(answerer: Answerer, said: str) -> None:
    assert not any("支出" in figure.label for figure in ask(answerer, said).figures)


def test_two_accounts_are_not_held_against_the_year_before(answerer: Answerer) -> None:
    answer = ask(answerer, "2024年会议费和培训费一模一样吗")
    assert "-2.50" not in [figure.value for figure in answer.figures]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("哪一条三级指标没做到", "哪些三级指标没做到"),
        ("培训费跟头年比一分钱都没加", "培训费与上年持平"),
        ("经费从哪个地方来的钱？", "经费主要来自什么？"),
        ("六稳工作到底是哪六稳", "六稳工作是什么意思"),
        ("一般预算这本大账里", "一般公共预算"),
        ("国企上缴的利润那本账", "国有资本经营预算"),
        ("二三年加上二四年的", "二三年和二四年的"),
        ("算进来的单位几家", "纳入预算编制范围的单位几家"),
        ("买东西、工程、请服务", "采购货物、工程、采购服务"),
        ("说明和报表不一致，两边各写的是多少", "，表里和正文一致吗"),
        ("比去年那笔实际支出多", "比去年执行数多"),
        ("账上还挂着多少", "是多少"),
        ("22年末未花完、结转到23年", "22年年末结转和结余"),
        ("差几户没到位", "离目标差多少户"),
        ("交通事故死了多少人", "交通事故死亡人数是多少"),
        ("三公经费按单位从高到低前三名是谁", "三公经费按单位从高到低前三名是哪些单位"),
    ],
)
def test_a_turn_becomes_its_plain_form(said: str, meant: str) -> None:
    assert otherwise_plainly(said) == meant


@pytest.mark.parametrize(
    "said",
    [
        "哪个绩效指标的分值最高",
        "两个责任是哪两个",
        "一般预算管理事务多少",
        "22年加班费24年多少",
        "去年买东西花了多少",
        "除了会议费以外还有多少",
        "商品和服务支出除了差旅费以外还有其他的多少",
        "差旅费还差多少没花完",
        "抢险救死了几人",
    ],
)
def test_what_only_looks_like_a_turn_stays(said: str) -> None:
    assert otherwise_plainly(said) == said


def test_a_target_that_is_said_stays_said_once() -> None:
    assert otherwise_plainly("离目标还差几公里没完成") == "离目标差多少公里"


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("待客、出洋、车辆三笔谁最多", "待客、出洋、车辆三笔谁最多"),
        ("接待出国车辆租赁的钱", "接待出国车辆租赁的钱"),
        ("接待、出国、用车购置费这三样", "接待、出国、用车购置费这三样"),
        ("吃饭出国车子加总起来多少", "三公经费多少"),
        ("宴请、跑国外、养车那几项的费用", "三公经费"),
    ],
)
def test_three_public_expenses_are_one_only_where_all_are_said_together(said: str, meant: str) -> None:
    assert three_said(said) == meant


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("拿了一二三等奖一共几个", "拿了一等奖、二等奖、三等奖一共几个"),
        ("二三等奖各几个", "二等奖、三等奖各几个"),
        ("第二三等奖项", "第二三等奖项"),
        ("三等奖几个", "三等奖几个"),
    ],
)
def test_prizes_that_share_their_last_word_are_named_each(said: str, plain: str) -> None:
    assert otherwise_plainly(said) == plain
