"""What people say around what they ask: the least required, taken back, guests at public cost (口头说法)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import Answer
from tests.service.talking import talk
from tests.service.written import answerer_of_texts

BODY = "临渡市社区矫正中心"
YEARS = {2023: ("4", "18.50", "6"), 2024: ("7", "22.00", "9")}
TEXT = """临渡市社区矫正中心{year}年度部门决算
一、单位职责
临渡市社区矫正中心负责全市社区矫正工作。
二、收支总体情况说明
临渡市社区矫正中心{year}年度本年支出合计500.00万元，其中：基本支出200.00万元，项目支出300.00万元。项目支出比上年增加60万元，增长25%，主要原因是新增定位手环采购。
三、三公经费情况
公务接待费支出{money}万元，国内公务接待{visits}批次、31人次。
四、其他说明
年末财政统筹收回12.30万元。单价100万元（含）以上设备（不含车辆）3台（套）。
五、绩效情况
本中心编报绩效目标的项目{projects}个。全年针对特殊群体开展个案心理辅导60人次。
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    texts = (
        TEXT.format(year=year, visits=visits, money=money, projects=projects)
        for year, (visits, money, projects) in YEARS.items()
    )
    return answerer_of_texts(tmp_path_factory.mktemp("plainly"), *texts)


def _ask(desk: Answerer, *asked: str) -> Answer:
    return talk(desk, f"{BODY}{asked[0]}", *asked[1:])


@pytest.mark.parametrize(
    ("asked", "values"),
    [
        ("2024年公款招待客人，招待了几批、多少人", ["7", "31"]),
        ("2024年用公款接待了几批", ["7"]),
        ("2024年底有多少预算资金被财政收回去了", ["12.30"]),
        ("2024年财政收走多少预算资金", ["12.30"]),
        ("2024年底手里一百万以上的大件设备有几台？车不算。", ["3"]),
        ("2024年对特殊人群做一对一心理辅导多少人次", ["60"]),
        ("2023到2024年，每年编报绩效目标的项目各有多少个", ["6", "9"]),
    ],
)
def test_what_is_meant_is_told(desk: Answerer, asked: str, values: list[str]) -> None:
    assert [figure.value for figure in _ask(desk, asked).figures] == values


@pytest.mark.parametrize("asked", ["2023到2024年每年项目有多少个", "2024年公款招待几趟"])
def test_money_is_not_told_for_a_number(desk: Answerer, asked: str) -> None:
    assert not [figure for figure in _ask(desk, asked).figures if figure.unit.endswith("元")]


def test_what_a_rise_brought_is_its_reason(desk: Answerer) -> None:
    assert "定位手环" in _ask(desk, "2024年项目支出多出来的60万，具体是上了什么新东西").answer


@pytest.mark.parametrize("asked", ["2024年绩效评价花了多少钱", "2024年绩效管理工作的经费多少"])
def test_all_that_was_spent_is_not_told_for_one_work(desk: Answerer, asked: str) -> None:
    assert _ask(desk, asked).figures == []
