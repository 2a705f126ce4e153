"""What is paid or charged for one: told where it is printed, never the total instead (单位标准)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ingest.per_head import standards
from service.answer import Answerer
from service.contract import AskRequest, Status
from tests.service.written import answerer_of

BODY = "岚石县民生事务局"
TEXT = f"""{BODY}2023年度部门决算
一、部门职责
{BODY}负责全县民生保障工作。
二、机构设置
{BODY}编制20名，在职18人。
三、主要工作情况
发放孤儿基本生活费61.20万元，其中机构养育12人、每人每月1800元，社会散居30人、每人每月1300元。
农村低保标准由每人每年5600元提高到6200元，全年发放1,540.00万元。
改造农村户厕860户，每户补助1500元，共支出129.00万元；改建公厕6座，支出54.00万元。
乡镇助餐点运行补助36.00万元，每个每年6000元。
课后服务收费标准为每生每学期450元。
发放高龄津贴88.60万元，惠及老人1,920人。
接待用餐由每人每餐50元降为40元。
网格员补贴支出24.00万元，补贴标准由每月1800元提高到2000元。
危房整治39户，其中重建每户补助3万元、修缮每户补助1.05万元。
按照每个省级示范养老服务站8万元的标准，对5个站给予奖补40.00万元。
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("per_head"), f"{BODY}2023年度部门决算.txt", TEXT)


@pytest.mark.parametrize(
    ("said", "value", "unit"),
    [
        ("农村吃低保的一个人一年给多少钱", "6200", "元"),
        ("改一户农村户厕补多少", "1500", "元"),
        ("社会散居的孤儿每人每月发多少元", "1300", "元"),
        ("机构养育的孤儿一个人一个月给多少钱", "1800", "元"),
        ("一个助餐点一年补多少钱", "6000", "元"),
        ("课后服务一个学生一学期收多少钱", "450", "元"),
        ("危房重建一户补几万", "3", "万元"),  # each of two beside each other by its own words
        ("省级示范养老服务站一个站给多少万", "8", "万元"),
        ("网格员补贴涨到每月多少了", "2000", "元"),
    ],
)
def test_the_printed_amount_for_one_is_told(answerer: Answerer, said: str, value: str, unit: str) -> None:
    answer = answerer.ask(AskRequest(question=f"{BODY}2023年{said}"))
    assert answer.status is Status.ANSWERED, answer.answer
    assert (Decimal(answer.figures[0].value), answer.figures[0].unit) == (Decimal(value), unit)


@pytest.mark.parametrize("said", ["高龄津贴一个人一个月给多少钱", "高龄津贴每人每天发多少元"])
def test_what_all_of_them_cost_is_no_answer(answerer: Answerer, said: str) -> None:
    answer = answerer.ask(AskRequest(question=f"{BODY}2023年{said}"))
    assert answer.status is not Status.ANSWERED, answer.answer


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("轮椅车燃油补贴9.36万元（每人每年260元，360人）", [("轮椅车燃油补贴标准", "260", "元/人·年", "")]),
        (
            "优待金标准由每户每年1.6万元提高到1.8万元",
            [("优待金标准", "1.6", "万元/户·年", "变动前"), ("优待金标准", "1.8", "万元/户·年", "")],
        ),
        (
            "网格员补贴标准由每月1800元提高到2000元",
            [("网格员补贴标准", "1800", "元/月", "变动前"), ("网格员补贴标准", "2000", "元/月", "")],
        ),
        ("按照每个省级重点村15万元的标准给予奖补", [("省级重点村标准", "15", "万元/个", "")]),
        ("平均每月1800元", []),
        ("水费由每月1.2万元增加到1.5万元", []),
        ("按每案120元标准发放陪审补助", []),
        ("人均培训费380元", []),
        ("每人每月提高50元", []),
    ],
)
def test_amounts_for_one_are_read_with_what_they_are_for(
    text: str, told: list[tuple[str, str, str, str]]
) -> None:
    assert [(c.name, str(c.value), c.unit, c.breakdown) for c in standards(text)] == told


def test_both_ends_of_what_was_raised_are_told(answerer: Answerer) -> None:
    answer = answerer.ask(AskRequest(question=f"{BODY}2023年农村低保标准从多少涨到多少"))
    assert answer.status is Status.ANSWERED, answer.answer
    assert [f.value for f in answer.figures] == ["5600", "6200"]


@pytest.mark.parametrize("said", ["护林员补贴涨到每月多少了", "高龄津贴涨到每月多少了"])
def test_what_is_raised_of_something_else_is_no_answer(answerer: Answerer, said: str) -> None:
    answer = answerer.ask(AskRequest(question=f"{BODY}2023年{said}"))
    assert answer.status is not Status.ANSWERED, answer.answer


SORTS = "青岭县民政局"
SORTS_TEXT = f"""{SORTS}2024年部门预算
一、部门职责
{SORTS}负责全县救助和养老工作。
二、机构设置
{SORTS}编制20名，在职18人。
三、主要补助标准
城市最低生活保障标准每人每月715元，农村598元；高龄津贴80—89周岁每人每月45元、90—99周岁每人每月160元、百岁及以上每人每月700元；集中养育孤儿基本生活费每人每月1,690元，分散养育孤儿每人每月1,290元。
农村最低生活保障金支出3,120.00万元，老年福利支出860.00万元。
"""


@pytest.fixture(scope="module")
def sorts(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("sorts"), f"{SORTS}2024年部门预算.txt", SORTS_TEXT)


@pytest.mark.parametrize(
    ("said", "values"),
    [
        ("青岭县民政局乡下吃低保的2024年一个月能拿多少？", ["598"]),
        ("青岭县城里低保每月多少钱", ["715"]),
        ("我奶奶93岁，户口在青岭县，2024年每个月能领多少高龄补贴？", ["160"]),
        ("我爷爷104岁了，青岭县民政局一个月给多少高龄津贴", ["700"]),
        ("青岭县民政局高龄津贴标准是多少", ["45", "160", "700"]),
        ("青岭县散居的孤儿每月发多少", ["1290"]),
        ("青岭县农村低保标准是多少", ["598"]),
    ],
)
def test_the_sort_that_is_meant_is_told(sorts: Answerer, said: str, values: list[str]) -> None:
    answer = sorts.ask(AskRequest(question=said))
    assert answer.status is Status.ANSWERED, answer.answer
    assert [f.value for f in answer.figures] == values


@pytest.mark.parametrize(
    "said",
    [
        "青岭县民政局72岁的老人每月能领多少高龄补贴",
        "66岁老人在青岭县民政局能领多少高龄津贴",
        "青岭县民政局养老服务标准是多少",
        "我在青岭县每个月能领多少养老金",
    ],
)
def test_what_no_sort_holds_is_not_told(sorts: Answerer, said: str) -> None:
    assert not sorts.ask(AskRequest(question=said)).figures
