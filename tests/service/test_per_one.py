"""What comes on one of a counted thing: the money named over the count that its own name tells (摊到每一个)."""

from __future__ import annotations

from typing import Any

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from service.second import again
from service.second.per_one import per_one
from tests.service.talking import talk
from tests.service.written import answerer_of_texts

SCHOOL = "岚石县第三中学"
TOWN = "岚石县青桥镇人民政府"
COURT = "岚石县人民法院"
#: What stands below is worked out by hand from these pages.
SCHOOL_TEXT = f"""{SCHOOL}2024年度单位预算
一、单位职责
{SCHOOL}承担初中和高中教育教学工作。
二、人员情况
2023年12月31日实有在职在编教职工120人。在校学生2000人，其中初中学生1200人、高中学生800人，寄宿生900人。
三、预算情况说明
2024年收支总预算3,000.00万元。本年支出合计3,000.00万元，其中基本支出2,400.00万元，项目支出600.00万元。
公用经费支出预算160.00万元。
实验室改造支出预算65.00万元，改造实验室5间。
"""
TOWN_TEXT = f"""{TOWN}2023年度部门决算
一、部门职责
{TOWN}负责全镇公共服务。
二、基本情况
全镇下辖12个行政村，常住人口4.2万人。年末在职人员56人。
三、支出决算情况说明
本年支出合计6,300.00万元，其中基本支出1,900.00万元，项目支出4,400.00万元。
征地和拆迁补偿支出决算为1,240.00万元，主要用于东片区2个村310户征地补偿。
村组道路硬化支出决算为90.00万元，硬化道路6公里。
环境整治支出决算为200.00万元，主要用于垃圾清运、河道清淤8公里和绿化管护。
会议费支出决算为10.00万元，比上年增加2.00万元，主要原因是新增调解室3间。
"""
COURT_TEXT = f"""{COURT}2023年度部门决算
一、部门职责
{COURT}审理各类案件。
二、支出决算情况说明
本年支出合计2,500.00万元，其中基本支出1,500.00万元，项目支出1,000.00万元。
案件审判支出决算为800.00万元。
公务用车购置费40.00万元，预算42.00万元，购置囚车2辆。
公务接待费支出决算为1.20万元，国内公务接待10批次、80人次。
三、人员情况
年末实有在职在编人员110人。
四、工作情况
全年受理各类案件9000件，审结8000件，法官人均结案300件。
"""


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of_texts(tmp_path_factory.mktemp("per_one"), SCHOOL_TEXT, TOWN_TEXT, COURT_TEXT)


@pytest.mark.parametrize(
    ("question", "value", "unit"),
    [
        # 3000万 / 2000: the pupils there were when the budget was made, all of them.
        (f"{SCHOOL}2024年预算平均到每个学生是多少元", "1.50", "万元"),
        (f"{SCHOOL}2024年平均每名在校生摊到的公用经费是多少", "800.00", "元"),
        (f"{SCHOOL}2024年生均预算多少", "1.50", "万元"),
        (f"{SCHOOL}2024年公用经费除以寄宿生人数是多少", "1777.78", "元"),
        # 6300万 / 4.2万
        (f"{TOWN}2023年平均一个常住人口摊多少支出", "1500.00", "元"),
        (f"{TOWN}2023年支出按常住人口算人均多少", "1500.00", "元"),
        # 1240 / 310, told in one run
        (f"{TOWN}2023年征地拆迁补偿平均每户多少万", "4.00", "万元"),
        (f"{TOWN}2023年村组道路硬化平均一公里多少万", "15.00", "万元"),
        (f"{COURT}2023年案件审判经费除以审结数，平均一件案子花多少钱", "1000.00", "元"),
        # 40 / 2, and not 42 / 2
        (f"{COURT}2023年买的囚车平均一辆多少钱", "20.00", "万元"),
        # 1.2万 / 80 who were received, not 110 who work there
        (f"{COURT}2023年公务接待人均花费", "150.00", "元"),
        (f"{COURT}2023年公务接待平均到每位来客是多少钱", "150.00", "元"),
    ],
)
def test_the_money_is_divided_by_the_count_of_the_thing(
    county: Answerer, question: str, value: str, unit: str
) -> None:
    answer = county.ask(AskRequest(question=question))
    assert answer.status is Status.ANSWERED, answer.answer
    assert (answer.figures[0].value, answer.figures[0].unit) == (value, unit), answer.answer
    assert answer.figures[0].formula


@pytest.mark.parametrize(
    ("question", "told"),
    [
        # which of the two is to be divided by is not said
        (f"{COURT}2023年总支出平均到每件案件是多少", "9000 件"),
        (f"{COURT}2023年总支出平均到每件案件是多少", "8000 件"),
    ],
)
def test_several_counts_that_may_be_meant_are_named(county: Answerer, question: str, told: str) -> None:
    answer = county.ask(AskRequest(question=question))
    assert answer.status is Status.NO_ANSWER
    assert told in answer.answer and not answer.figures


@pytest.mark.parametrize(
    "question",
    [
        f"{TOWN}2023年环境整治平均每公里多少万",  # the money went to other things as well
        f"{TOWN}2023年会议费平均每间多少钱",  # what is told as a cause was not bought
        f"{TOWN}2023年平均每个游客摊到多少支出",  # nobody counts these
        f"{SCHOOL}2024年户均预算多少",  # a school has no households
    ],
)
def test_what_is_no_count_of_the_money_divides_nothing(county: Answerer, question: str) -> None:
    answer = county.ask(AskRequest(question=question))
    assert answer.status is not Status.ANSWERED and not answer.figures, answer.answer


def test_one_of_what_was_told_before(county: Answerer) -> None:
    answer = talk(county, f"{TOWN}2023年村组道路硬化修了多少公里，花了多少钱", "平均一公里多少万")
    assert answer.status is Status.ANSWERED, answer.answer
    assert (answer.figures[0].value, answer.figures[0].unit) == ("15.00", "万元")


@pytest.mark.parametrize(
    "question",
    [
        f"{SCHOOL}2024年公用经费平均到每个教师是多少",  # nobody counts teachers alone
        f"{TOWN}2023年村组道路硬化平均每处多少钱",  # it is told by the kilometre
    ],
)
def test_a_total_is_never_told_for_a_mean(county: Answerer, question: str) -> None:
    answer = county.ask(AskRequest(question=question))
    assert not answer.figures, answer.answer


def test_no_total_stands_beside_the_counts_that_may_be_meant(
    county: Answerer, monkeypatch: pytest.MonkeyPatch
) -> None:
    total = county.ask(AskRequest(question=f"{COURT}2023年总支出是多少"))
    question = f"{COURT}2023年总支出平均到每件案件是多少"

    def after_the_total(answer: Answer, text: str, *rest: Any) -> Answer:
        return per_one(total if text == question else answer, text, *rest)

    monkeypatch.setattr(again, "per_one", after_the_total)
    answer = county.ask(AskRequest(question=question))
    assert (answer.status, answer.figures) == (Status.NO_ANSWER, []), answer.answer
    assert "9000 件" in answer.answer


def test_what_was_divided_is_told_with_its_stage(county: Answerer) -> None:
    answer = county.ask(AskRequest(question=f"{COURT}2023年买的囚车平均一辆多少钱"))
    assert "公务用车购置费决算为 40.00 万元" in answer.answer


def test_a_count_of_a_narrower_thing_divides_no_whole(tmp_path_factory: pytest.TempPathFactory) -> None:
    page = f"""{SCHOOL}2024年度单位预算
一、单位职责
{SCHOOL}承担教育教学工作。
二、预算情况说明
本年支出合计3,000.00万元，其中基本支出2,400.00万元，项目支出600.00万元。
资助家庭困难学生150人。
"""
    school = answerer_of_texts(tmp_path_factory.mktemp("narrower"), page)
    answer = school.ask(AskRequest(question=f"{SCHOOL}2024年总支出平均到每个学生是多少"))
    assert answer.status is Status.NO_ANSWER and not answer.figures, answer.answer
