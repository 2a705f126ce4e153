"""A rate that is not printed, worked out of the two counts of one sentence (两数成率)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from tests.service.written import answerer_of

BODY = "榆川县民政局"
TEXT = (
    f"{BODY}2023年度部门决算\n一、主要职责\n负责全县养老服务和社会救助。\n二、支出决算情况\n"
    "2023年度本年支出合计2600.00万元。\n三、工作情况\n"
    "县福利院设有床位250张，年末入住老人190人，其中失能老人60人。\n"
    "1.举办家政护理培训班4期，培训120人，结业后就业78人；举办厨师培训班1期，培训35人。\n"
    "全县老年健康档案动态使用率58.3%。\n"
    "2.开展养老机构食品安全检查，抽检80批次，不合格4批次。\n"
)


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("rate"), f"{BODY}2023年度部门决算.txt", TEXT)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("福利院的床位住了几成", "76"),
        ("福利院250张床，年底住了多少比例", "76"),
        ("家政护理培训完找到工作的占百分之几", "65"),
        ("食品安全抽检，不合格批次数占抽检批次数的比例是多少", "5"),
    ],
)
def test_it_is_worked_out_of_both(answerer: Answerer, question: str, value: str) -> None:
    figure = answerer.ask(AskRequest(question=f"{BODY}2023年{question}")).figures[0]
    assert (Decimal(figure.value), figure.unit) == (Decimal(value), "%")
    assert figure.formula is not None


@pytest.mark.parametrize(
    "question", ["厨师培训的就业率是多少", "失能老人的入住率是多少", "家政护理培训没找到工作的占百分之几"]
)
def test_the_pair_of_another_thing_makes_none(answerer: Answerer, question: str) -> None:
    figures = answerer.ask(AskRequest(question=f"{BODY}2023年{question}")).figures
    assert not [f for f in figures if f.unit == "%" and f.value in ("65", "76", "65.00", "76.00")]


def test_a_rate_of_another_thing_is_not_told(answerer: Answerer) -> None:
    figures = answerer.ask(AskRequest(question=f"{BODY}2023年轮椅使用率是多少")).figures
    assert not [f for f in figures if Decimal(f.value) == Decimal("58.3")]
