"""How far two told numbers are apart, where the question names the gap or both of its sides (两数之差)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest, Figure, Status
from service.second.gap_told import _says_all
from tests.service.talking import talk
from tests.service.written import answerer_of_texts

HOSPITAL = "岚石县人民医院"
COURT = "岚石县人民法院"
HOSPITAL_TEXT = f"""{HOSPITAL}2023年度单位决算
一、单位职责
{HOSPITAL}承担全县医疗服务。
二、机构设置
设临床科室20个，编制床位300张，实际开放床位370张。
年末在编人员260人，聘用人员145人，退休人员80人。
三、收入支出决算总体情况说明
年初结转和结余120.50万元，年末结转和结余180.75万元。
全年发现安全隐患96处，整改90处；新收患者投诉40件，办结35件。
"""
COURT_TEXT = f"""{COURT}2023年度部门决算
一、部门职责
{COURT}审理各类案件。
二、工作情况
全年受理各类案件9000件，审结8000件，法官人均结案300件。
"""


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of_texts(tmp_path_factory.mktemp("gap"), HOSPITAL_TEXT, COURT_TEXT)


@pytest.mark.parametrize(
    ("question", "value", "unit"),
    [
        (f"{HOSPITAL}2023年床位超编多少张", "70", "张"),
        (f"{HOSPITAL}2023年在编职工比聘用的多几个", "115", "人"),
        (f"{HOSPITAL}2023年年末结转比年初结转增加了多少", "60.25", "万元"),
        (f"{HOSPITAL}2023年年末结转比年初结转增加了多少万", "60.25", "万元"),
        (f"{HOSPITAL}2023年年末结转比年初结转增加了多少亿元", "60.25", "万元"),
        (f"{HOSPITAL}2023年安全隐患还有多少处没整改", "6", "处"),
        (f"{COURT}2023年还有多少件案子没审结", "1000", "件"),
        (f"{COURT}2023年没结的案件还剩多少件", "1000", "件"),
    ],
)
def test_the_gap_of_both_is_told(county: Answerer, question: str, value: str, unit: str) -> None:
    answer = county.ask(AskRequest(question=question))
    assert answer.status is Status.ANSWERED, answer.answer
    assert (answer.figures[0].value, answer.figures[0].unit) == (value, unit), answer.answer


@pytest.mark.parametrize(
    "question",
    [
        f"{HOSPITAL}2023年患者投诉还有多少件没办结",  # of those that are new, and not of all
        f"{HOSPITAL}2023年还有多少处安防设施没整改",  # 安全隐患 are other things
        f"{COURT}2023年还有多少件没执行",  # nothing tells how many were
        f"{HOSPITAL}2023年人员超编多少人",  # how many posts there are is not told
    ],
)
def test_a_side_that_is_not_told_leaves_no_gap(county: Answerer, question: str) -> None:
    answer = county.ask(AskRequest(question=question))
    assert answer.status is not Status.ANSWERED and not answer.figures, answer.answer


def test_a_side_is_called_as_it_begins_and_ends() -> None:
    nurses = Figure(label="护士人数", value="3", unit="人", entity=HOSPITAL, year=2023, stage="决算")
    assert _says_all("护士的人数", nurses)
    assert not _says_all("护士培训", nurses)


def test_what_is_left_of_what_was_told_before(county: Answerer) -> None:
    answer = talk(county, f"{COURT}2023年收了多少案件，审结多少", "那还有多少件没结")
    assert answer.status is Status.ANSWERED, answer.answer
    assert (answer.figures[0].value, answer.figures[0].unit) == ("1000", "件")
