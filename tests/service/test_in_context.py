"""A follow-up that nothing answers alone, asked with what was spoken of before it (连着前文再问)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import Status
from tests.service.talking import talk
from tests.service.written import answerer_of_texts

BUREAU = "云栖县文物局"
#: What stands below is read off this page.
PAGE = f"""{BUREAU}2023年度部门决算
一、部门职责
{BUREAU}负责全县文物工作。
二、收入支出决算总体情况说明
{BUREAU}2023年度收入总计900.00万元，支出总计900.00万元。本年支出合计880.00万元，其中：基本支出560.00万元，项目支出320.00万元。
三、财政拨款支出决算情况说明
文物保护（项）支出决算为85.00万元，比上年减少25.00万元，下降22.73%，主要原因是古戏台修缮工程已经竣工。
公务接待费支出决算为0.60万元，全年接待8批次、40人次。
四、人员情况
年末在职人员42人，退休人员17人。
五、绩效情况
2023年度开展项目绩效自评12个，涉及资金260.00万元，自评平均得分96.5分。
"""
EARLIER = f"""{BUREAU}2022年度部门决算
一、部门职责
{BUREAU}负责全县文物工作。
二、收入支出决算总体情况说明
{BUREAU}2022年度收入总计800.00万元，支出总计800.00万元。本年支出合计790.00万元。
三、财政拨款支出决算情况说明
2022年度提租补贴支出决算为11.20万元。
2022年度物业管理费支出决算为30.50万元。
"""


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of_texts(tmp_path_factory.mktemp("context"), PAGE, EARLIER)


def test_what_is_divided_is_taken_from_the_question_before(county: Answerer) -> None:
    asked = (f"{BUREAU}2023年公务接待花了多少，接待了多少人次", "照这么算，平均每个人花了多少钱")
    answer = talk(county, *asked)
    assert answer.status is Status.ANSWERED, answer.answer
    assert (answer.figures[0].value, answer.figures[0].unit) in (
        ("150.00", "元"),
        ("150", "元"),
        ("0.015", "万元"),
    )


def test_how_many_there_were_is_asked_of_the_same_thing(county: Answerer) -> None:
    answer = talk(county, f"{BUREAU}2023年绩效自评平均得分是多少", "一共评了多少个项目")
    assert answer.status is Status.ANSWERED, answer.answer
    assert (answer.figures[0].value, answer.figures[0].unit) == ("12", "个")


def test_a_bare_thing_takes_the_place_of_what_was_asked_about(county: Answerer) -> None:
    answer = talk(county, f"{BUREAU}2023年年末在职的有多少人", "那退了休的呢")
    assert answer.status is Status.ANSWERED, answer.answer
    assert (answer.figures[0].value, answer.figures[0].unit) == ("17", "人")


def test_a_share_of_another_whole_is_not_one_of_the_whole_that_is_named(county: Answerer) -> None:
    answer = talk(county, f"{BUREAU}2023年公务接待费是多少", "里头招待外宾的，占全部外事经费的百分之几")
    assert answer.status is not Status.ANSWERED, answer.answer


@pytest.mark.parametrize("then", ["那无人机买了几架", "司机的奖金呢，发了多少"])
def test_another_thing_that_is_not_told_stays_so(county: Answerer, then: str) -> None:
    answer = talk(county, f"{BUREAU}2023年公务接待费是多少", then)
    assert answer.status is not Status.ANSWERED, answer.answer


def test_what_was_told_is_not_told_again_for_something_else(county: Answerer) -> None:
    answer = talk(county, f"{BUREAU}2022年物业管理费是多少", "里面保安的工资占了多少万")
    assert "30.50" not in [figure.value for figure in answer.figures], answer.answer
