"""What strangers ask by other words: how it is paid, what goes to projects, who went abroad, rates (别样的问法)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from service.read.otherwise_said import otherwise_plainly
from service.second.per_one_said import per_one_said
from tests.service.written import answerer_of_texts

BODY = "棠陵县民政局"
PAGE = f"""{BODY}2023年度部门决算
一、部门职责
{BODY}负责全县社会救助和养老服务。
二、收入支出决算总体情况说明
{BODY}2023年度本年收入合计820.00万元，本年支出合计815.00万元，其中：基本支出300.00万元，项目支出515.00万元。
三、收入决算情况说明
事业收入26.00万元，占3.17%。事业收入主要为殡仪馆停车场和花卉租摆收入。
四、“三公”经费支出情况
2023年度因公出国（境）费支出决算为7.30万元。全年使用财政拨款安排出国（境）团组1个，累计3人次。
公务接待费支出决算为2.10万元。国内公务接待18批次、143人次。
五、其他情况说明
2023年度临时救助案件25件、41人，发放救助金36.90万元，最高一笔2.00万元。
2023年度过渡安置补助支出96.00万元。过渡安置补助：按每户1.5万元标准，分两批拨付，首批70%在签约后拨付。
年末户籍人口20000人，常住人口16300人。
六、名词解释
安心驿站：指由政府提供场地，面积不少于60平方米的临时避寒场所。
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of_texts(tmp_path_factory.mktemp("strangers"), PAGE)


def ask(answerer: Answerer, *said: str) -> Answer:
    first, *then = said
    turns = [f"{BODY}2023年{first}", *then]
    return [answerer.ask(AskRequest(question=q, conversation_id=first)) for q in turns][-1]


@pytest.mark.parametrize(
    ("said", "value", "unit"),
    [
        (("总共花出去多少钱？", "其中花在具体项目上的是多少？"), "515.00", "万元"),
        (("公费出国一共去了几人次",), "3", "人次"),
        (("一年救助了多少困难当事人",), "41", "人"),
        (("户籍人口人均支出多少元",), "407.50", "元"),
    ],
)
def test_a_figure_by_other_words(answerer: Answerer, said: tuple[str, ...], value: str, unit: str) -> None:
    figure = ask(answerer, *said).figures[0]
    assert (figure.value, figure.unit) == (value, unit)


def test_both_of_two_that_are_asked(answerer: Answerer) -> None:
    told = ask(answerer, "公费出国一共去了几人次？用掉多少经费？")
    assert [(f.value, f.unit) for f in told.figures] == [("3", "人次"), ("7.30", "万元")]
    told = ask(answerer, "事业收入有多少 钱打哪儿来的")
    assert told.figures[0].value == "26.00" and "花卉租摆" in told.answer


def test_how_it_is_paid_is_told_in_words(answerer: Answerer) -> None:
    told = ask(answerer, "过渡安置补助是咋个发的，头一回给多少")
    assert "首批70%" in told.answer and not told.figures


def test_a_meaning_is_asked_for_as_a_notion(answerer: Answerer) -> None:
    assert "60平方米" in ask(answerer, "安心驿站是个什么概念").answer


def test_what_is_done_for_each_names_the_money() -> None:
    said, other = per_one_said("平均每个人救助多少钱"), per_one_said("平均每个人工湖多少钱")
    assert said is not None and (said.money, said.noun, said.unit) == ("救助", "", "人")
    assert other is None or other.money != "工湖"


@pytest.mark.parametrize(
    "said", ["过渡安置补助差错率不能超过多少", "临时救助好评率要达到多少", "公务接待满意度是多少"]
)
def test_a_rate_is_no_sum_of_money(answerer: Answerer, said: str) -> None:
    told = ask(answerer, said)
    assert told.status is not Status.ANSWERED or all(f.unit == "%" for f in told.figures)


@pytest.mark.parametrize(
    "said",
    [
        "花在哪些项目上，各多少",
        "用在项目上的是多少个",
        "门诊和急诊各多少人次",
        "按户籍人口人均支出多少",
        "救助了多少困难学生",
    ],
)
def test_what_is_something_else_stays_as_it_was_said(said: str) -> None:
    assert otherwise_plainly(said) == said
