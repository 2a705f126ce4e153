"""Over whom an average is asked for: it is worked over them, or nothing is told (按谁平均)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from service.second.bodies_in_order import bodies_by
from tests.service.written import answerer_of_texts

BODY = "砚浦县水务局"
#: 3400.00 ÷ 40 staff = 85.00; 3400.00 ÷ 50000 residents = 0.068.
TEXT = f"""{BODY}2024年度部门决算
一、部门职责
{BODY}负责全县供水、排水和河道管理工作。
二、收入支出决算总体情况说明
2024年度本年收入合计3400.00万元，本年支出合计3400.00万元。
三、人员情况
2024年末在职人员40人，编制人数44人。
四、其他
2024年度公务接待费支出1.20万元，国内公务接待20批次，接待人次100人次。
"""
#: Two bodies whose averages are the same once rounded: 102.13 ÷ 30 = 3.4043, 136.04 ÷ 40 = 3.4010.
CLOSE = {"砚浦县民政局": ("30", "102.13"), "砚浦县司法局": ("40", "136.04")}


def close(body: str) -> str:
    heads, wages = CLOSE[body]
    return f"""{body}2024年度部门决算
一、部门职责
{body}负责全县有关管理工作。
二、人员情况
2024年末在职人员{heads}人，2024年度工资福利支出{wages}万元。
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of_texts(tmp_path_factory.mktemp("whom"), TEXT)


def ask(answerer: Answerer, said: str) -> Answer:
    return answerer.ask(AskRequest(question=f"{BODY}{said}"))


@pytest.mark.parametrize("said", ["2024年按在职人员算，人均支出多少？", "2024年人均支出多少，按在职人员算？"])
def test_over_staff_it_is_worked(answerer: Answerer, said: str) -> None:
    (figure,) = ask(answerer, said).figures
    assert (figure.value, figure.unit) == ("85.00", "万元")
    assert sorted(part.value for part in figure.inputs) == ["3400.00", "40"]


@pytest.mark.parametrize(
    "said",
    [
        "2024年按户籍人口算，人均支出多少？",
        "2024年人均支出多少，按户籍人口算？",
        "2024年按学生人数算，人均支出多少？",
    ],
)
def test_over_others_staff_are_not_taken(answerer: Answerer, said: str) -> None:
    answer = ask(answerer, said)
    assert answer.status is not Status.ANSWERED
    assert "85.00" not in answer.answer


@pytest.mark.parametrize(
    "said", ["2024年公务接待平均每人次花了多少钱？", "2024年公务接待费一个人次合多少钱？"]
)
def test_one_guest_is_one_of_those_received(answerer: Answerer, said: str) -> None:
    figure = ask(answerer, said).figures[0]
    assert (figure.value, figure.unit) == ("120.00", "元")


@pytest.mark.parametrize("said", ["2024年在职人员好多人？", "2024年在职人员有几多人？"])
def test_how_many_in_other_dialects(answerer: Answerer, said: str) -> None:
    assert [figure.value for figure in ask(answerer, said).figures] == ["40"]


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of_texts(tmp_path_factory.mktemp("close"), *map(close, CLOSE))


@pytest.mark.parametrize(
    ("up", "order"),
    [(False, ["砚浦县民政局", "砚浦县司法局"]), (True, ["砚浦县司法局", "砚浦县民政局"])],
)
@pytest.mark.parametrize("asked", [list(CLOSE), list(reversed(CLOSE))])
def test_averages_stand_in_order_before_they_are_rounded(
    both: Answerer, asked: list[str], up: bool, order: list[str]
) -> None:
    each = [both.ask(AskRequest(question=f"{body}2024年工资福利支出人均多少")) for body in asked]
    ordered = bodies_by(each, up, "c")
    assert ordered is not None
    assert [(figure.entity, figure.value) for figure in ordered.figures] == [(b, "3.40") for b in order]


def test_what_is_the_same_only_when_rounded_is_told_so(both: Answerer) -> None:
    said = "2024年砚浦县司法局和砚浦县民政局工资福利支出人均多少，从高到低排"
    assert "四舍五入后两者相同" in both.ask(AskRequest(question=said)).answer
