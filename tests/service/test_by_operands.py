"""Operands in the asker's own words, each found by itself, then put together (逐项查到再算)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from service.read.plainly import plainly
from service.second.by_operands import of_one_fund
from service.second.operands_said import Said, added_over_years, operands_said, over_years
from tests.service.written import answerer_of_texts

BUREAU = "云栖县卫生健康局"
#: What stands below is read off these pages.
PAGES = (
    f"""{BUREAU}2023年度部门决算
一、部门职责
{BUREAU}负责全县卫生健康工作。全县有执业医师240人、注册护士360人。
二、收入支出决算总体情况说明
{BUREAU}2023年度收入总计900.00万元，支出总计900.00万元。本年支出合计880.00万元，其中：基本支出560.00万元，项目支出320.00万元。
三、财政拨款支出决算情况说明
2023年度差旅费支出决算为24.60万元。
2023年度物业管理费支出决算为36.00万元。
2023年度公务用车运行维护费支出决算为8.40万元。
2023年度公务用车购置费支出决算为18.00万元。
四、绩效情况
全年救治危重孕产妇118人次，免费体检老年人4,260人次。“两癌”筛查中查出宫颈癌19例，查出乳腺癌14例。
""",
    f"""{BUREAU}2022年度部门决算
一、部门职责
{BUREAU}负责全县卫生健康工作。
二、收入支出决算总体情况说明
{BUREAU}2022年度收入总计800.00万元，支出总计800.00万元。本年支出合计790.00万元，其中：基本支出500.00万元，项目支出290.00万元。
三、财政拨款支出决算情况说明
2022年度物业管理费支出决算为30.50万元。
""",
)


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of_texts(tmp_path_factory.mktemp("operands"), *PAGES)


def ask(county: Answerer, question: str) -> Answer:
    return county.ask(AskRequest(question=question))


@pytest.mark.parametrize(
    ("question", "value", "unit"),
    [
        (f"{BUREAU}2023年买车的钱比养车的钱多出多少", "9.60", "万元"),
        (f"{BUREAU}2023年交物业的钱和出差的钱两样加一块多少", "60.60", "万元"),
        (f"{BUREAU}2023年护士人数是医师的几倍", "1.50", "倍"),
        (f"{BUREAU}2023年开销盘子里头，交物业的钱占几成", "4.09", "%"),
        (f"{BUREAU}2023年买车的钱按护士人数平均，一个人摊到多少", "500.00", "元"),
        (f"{BUREAU}交物业的钱，2023年比2022年多出多少", "5.50", "万元"),
    ],
)
def test_each_operand_is_found_in_the_words_of_the_asker(
    county: Answerer, question: str, value: str, unit: str
) -> None:
    answer = ask(county, question)
    assert answer.status is Status.ANSWERED, answer.answer
    assert (answer.figures[0].value, answer.figures[0].unit) == (value, unit), answer.answer
    assert answer.figures[0].formula
    assert answer.citations


@pytest.mark.parametrize(
    "question",
    [
        f"{BUREAU}2023年交物业的钱和请律师的钱加一块多少",  # one of them is not told
        f"{BUREAU}2023年省里下达的项目支出里头，交物业的钱占几成",  # no total is a part of itself
        f"{BUREAU}2023年护士人数是司机的几倍",
        f"{BUREAU}2023年的项目支出里头，交物业的钱占几成",  # which half it is of is not told
        f"{BUREAU}2023年买车的钱、出差的钱三样加一块多少",
        f"{BUREAU}2022年买车的钱2023年出差的钱加一块多少",
        f"{BUREAU}请律师的钱，2023年比2022年多出多少",
    ],
)
def test_nothing_is_told_where_an_operand_is_not_found(county: Answerer, question: str) -> None:
    answer = ask(county, question)
    assert answer.status is not Status.ANSWERED or not any(f.formula for f in answer.figures), answer.answer


@pytest.mark.parametrize(
    ("operation", "text", "first"),
    [
        ("sum", "用在职工房子上的,公积金跟买房补贴加起来是多少?", ["公积金", "买房补贴"]),
        ("sum", "全媒体督办的、特级处理的、还有信访的,这三样投诉加起来多少件?", ["全媒体督办", "特级处理", "信访"]),
        ("sum", "开大会 住宿跟吃饭两样服务采购 总共得花多少", ["住宿", "吃饭"]),
        ("sum", "两项会议服务(甲会、乙会)加总", ["甲会", "乙会"]),
        ("difference", "预算里,养车的钱(运行维护)比买车的钱多多少万?", ["养车的钱", "买车的钱"]),
        ("share", "政府采购那块,买服务的钱占总数的百分之几?", ["买服务的钱", "政府采购"]),
        ("share", "买办公设备的采购里,家具占了百分之几?", ["家具", "买办公设备的采购"]),
        ("average", "人员经费按编制数平均,一个人合多少万?", ["人员经费", "编制"]),
        ("sum", "高等教育和中等职业教育一共多少", ["高等教育", "中等职业教育"]),
    ],
)  # fmt: skip
def test_operands_stand_between_the_words_that_join_them(operation: str, text: str, first: list[str]) -> None:
    said = operands_said(text, operation)
    assert said is not None
    assert [name in ways for name, ways in zip(first, said.operands, strict=True)] == [True] * len(first)


@pytest.mark.parametrize(
    ("operation", "text"),
    [("sum", "商品服务支出一共多少"), ("sum", "差旅费、租赁合同等支出一共多少"), ("times", "护士多少人")],
)
def test_one_thing_alone_is_no_operation(operation: str, text: str) -> None:
    assert operands_said(text, operation) is None


def test_one_thing_is_asked_of_each_year(county: Answerer) -> None:
    answer = ask(county, f"{BUREAU}交物业的钱，2022、2023两年各是多少")
    assert {(f.year, f.value) for f in answer.figures} == {(2022, "30.50"), (2023, "36.00")}, answer.answer


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("某局退了休的有多少人", "某局退休的有多少人"),
        ("某局接待一个客人花多少钱", "某局平均每人接待花多少钱"),
        ("某局三公里车子占比", "某局三公经费里公务用车占比"),
        ("某局修了三公里路", "某局修了三公里路"),
    ],
)
def test_words_taken_apart_are_put_together(said: str, read: str) -> None:
    assert plainly(said) == read


def test_one_thing_in_two_years_is_held_against_the_earlier() -> None:
    said = over_years("补贴,2025年比2024年决算砍了多少", "补贴,\0\0\0\0\0\0\0\0\0\0\0\0\0砍了多少")
    assert said is not None
    assert (said.operands[0][0], said.years) == ("补贴", ((2025, ""), (2024, "决算")))
    added = added_over_years("\0\0两年补贴加起来多少", (2022, 2023))
    assert added is not None
    assert [year for year, _ in added.years] == [2022, 2023]


@pytest.mark.parametrize(
    ("question", "years"),
    [
        ("补贴跟2024年比，2025年多了多少", [2025, 2024]),
        ("补贴2024年和2025年比，降了多少", [2025, 2024]),
        ("补贴跟2024年比2025年多了多少", [2025, 2024]),
        ("补贴2024年决算比2025年预算少多少", [2024, 2025]),
    ],
)
def test_a_year_is_held_against_the_one_behind_than(question: str, years: list[int]) -> None:
    said = over_years(question, "".join("\0" if c.isdigit() or c == "年" else c for c in question))
    assert said is not None
    assert [year for year, _ in said.years] == years


def test_the_money_said_of_the_first_is_that_of_the_others() -> None:
    told = of_one_fund(Said((("一般公共预算花在小学上",), ("初中", "初中教育"))))
    assert told.operands == (("一般公共预算花在小学上",), ("一般公共预算初中", "一般公共预算初中教育"))
    both = Said((("一般公共预算基本支出",), ("政府性基金支出",)))
    assert of_one_fund(both) == both
    none = Said((("小学",), ("财政拨款初中",)))
    assert of_one_fund(none) == none
    alone = Said((("财政拨款",), ("户籍人口",)))
    assert of_one_fund(alone) == alone
