"""Reasons, uses, names and measures that only sentences tell, asked colloquially (文字所述之事)."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest
from tests.service.written import answerer_of_texts

TOWN = "榕坪县石桥镇人民政府"
_TOWN = f"""{TOWN}2023年度部门决算

第一部分 部门概况

一、主要职责

负责全镇经济社会发展和公共服务。

第二部分 2023年度部门决算情况说明

一、收入支出决算总体情况

2023年度收、支总计各3000.00万元，与2022年度相比各增加150.00万元，增长5.26%，主要原因是新建农贸市场。

本年收入合计2900.00万元，其中：财政拨款收入2850.00万元，占98.28%；其他收入50.00万元，占1.72%，主要是村集体捐款和存款利息。

二、一般公共预算财政拨款支出决算具体情况

1.农林水支出（类）农村综合改革（款）对村民委员会和村党支部的补助（项）。年初预算为288.40万元，支出决算为288.40万元，完成年初预算的100%，决算数与预算数持平。

2.卫生健康支出（类）公共卫生（款）突发公共卫生事件应急处理（项）。年初预算为62.30万元，支出决算为47.15万元，完成年初预算的75.68%，决算数小于预算数的主要原因是隔离点提前关闭。

3.交通运输支出（类）公路水路运输（款）公路养护（项）。年初预算为40.00万元，支出决算为55.00万元，完成年初预算的137.50%，决算数大于预算数的主要原因是追加水毁修复资金。

4.公务接待费支出决算为3.20万元，比上年减少1.10万元，主要原因是来访团组减少。

5.机关运行经费支出150.00万元，比上年减少90.00万元，下降37.50%，主要原因是统计口径发生调整，上下年度不具备可比性。

三、国有资产占用情况

单价100万元以上设备5台（套），其中当年新增2台（套），分别为移动排涝泵车和无人机巡查系统。计划新增设备2台（套），分别为挖掘机和洒水车。

四、预算绩效情况

“疫情防控”项目全年预算数62.30万元，执行数47.15万元，执行率75.68%，自评得分92分。“民俗赛马节”项目全年预算数18.00万元，执行数18.00万元，执行率100%，自评得分95分。

2023年对项目开展监控，发现民俗赛马节预算偏大、观众不足，赛马节经费由30万元压减至18万元。年末财政统筹收回41.20万元。

五、资金来源

2023年政府性基金支出26.00万元，为福利彩票公益金，用于敬老院屋顶翻修。

第三部分 名词解释

一、其他收入：指单位取得的除财政拨款收入以外的各项收入。

二、对村民委员会和村党支部的补助：反映对村级组织的补助，包括村干部报酬、村办公经费等。

三、基本支出：指为保障机构正常运转而发生的支出，包括人员经费和公用经费两部分。
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of_texts(tmp_path_factory.mktemp("told"), _TOWN)


def ask(answerer: Answerer, *said: str) -> Answer:
    """The answer to the last of several questions of one conversation."""
    for question in said:
        answer = answerer.ask(AskRequest(question=question, conversation_id="".join(said)))
    return answer


@pytest.mark.parametrize(
    ("question", "told", "other"),
    [
        ("其他收入主要是啥来的", "存款利息", "农贸市场"),
        ("敬老院翻修屋顶的26万是哪里出的", "彩票公益金", "农贸市场"),
        ("新添了啥大设备", "无人机巡查系统", "报酬"),
        ("没花完的那部分钱后来怎么处理了", "财政统筹收回41.20万元", "农贸市场"),
        ("基本支出是由哪两块组成的", "人员经费和公用经费", "288.40"),
        ("疫情防控的钱为什么没花完", "隔离点提前关闭", "赛马节"),
        ("民俗赛马节的钱为什么要减", "观众不足", "农贸市场"),
        ("公路养护为什么超了预算", "追加水毁修复资金", "隔离点"),
        ("招待费怎么比2022年便宜了一万多", "来访团组减少", "农贸市场"),
    ],
)
def test_the_sentence_on_the_thing_itself_is_told(
    answerer: Answerer, question: str, told: str, other: str
) -> None:
    answer = ask(answerer, f"{TOWN}2023年{question}")
    assert answer.status == "answered" and told in answer.answer, answer.answer
    assert other not in answer.answer


def test_a_fall_is_told_with_what_makes_it_none(answerer: Answerer) -> None:
    answer = ask(answerer, f"{TOWN}2023年机关运行经费比上年降了多少，真的省下来了吗")
    assert "90" in answer.answer and "不具备可比性" in answer.answer
    other = ask(answerer, f"{TOWN}2023年公务接待费比上年减少多少")
    assert "1.1" in other.answer and "可比" not in other.answer


def test_a_follow_up_gets_the_reason_of_its_account(answerer: Answerer) -> None:
    answer = ask(answerer, f"{TOWN}2023年公务接待费多少", "比上年少了多少？什么原因")
    assert "来访团组减少" in answer.answer and "农贸市场" not in answer.answer


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("给村干部、村委会那块补助开支多少钱", "288.40"),
    ],
)
def test_an_account_that_is_described_is_told(answerer: Answerer, question: str, value: str) -> None:
    answer = ask(answerer, f"{TOWN}2023年{question}")
    assert answer.status == "answered", answer.answer
    assert [Decimal(figure.value) for figure in answer.figures] == [Decimal(value)]


@pytest.mark.parametrize("question", ["基本支出哪两项最多", "基本支出哪两项增加了", "基本支出里哪两类超预算"])
def test_which_stand_out_is_not_told_by_what_there_are(answerer: Answerer, question: str) -> None:
    assert "人员经费和公用经费两部分" not in ask(answerer, f"{TOWN}2023年{question}").answer


@pytest.mark.parametrize(
    "question",
    [
        "村干部工资多少钱",  # a part of the account is not all of it
        "给村干部培训的补助多少钱",  # a word that is told nowhere makes another thing of it
        "给学校的补助花了多少钱",
    ],
)
def test_a_description_with_other_words_gets_no_figure(answerer: Answerer, question: str) -> None:
    answer = ask(answerer, f"{TOWN}2023年{question}")
    assert answer.status != "answered" or not answer.figures, answer.answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("公路养护的钱为什么没花完", "追加水毁"),  # it was overspent
        ("民俗赛马节的钱为什么涨了", "观众不足"),  # it was cut
        ("疫情防控的钱为什么比预算多", "隔离点提前关闭"),  # it was not all spent
        ("其他收入打算怎么改", "存款利息"),  # what it is says not what is to be done
    ],
)
def test_no_reason_is_told_for_what_went_the_other_way(answerer: Answerer, question: str, told: str) -> None:
    assert told not in ask(answerer, f"{TOWN}2023年{question}").answer


@pytest.mark.parametrize(
    "question", ["学校操场的26万是哪里出的", "农贸市场的26万是谁出的钱", "农贸市场的26万是哪里出的"]
)
def test_whose_money_it_is_must_be_said_of_the_thing(answerer: Answerer, question: str) -> None:
    assert "彩票公益金" not in ask(answerer, f"{TOWN}2023年{question}").answer


MOVED = """西庄镇人民政府2022年度部门决算

二、支出决算情况说明

项目支出320.00万元，比上年增加40.00万元，增长14.29%，主要原因是新建文化站。

三、机关运行经费支出说明

机关运行经费支出80.00万元，比上年减少30.00万元。主要原因是此项支出口径有所变动，不再包含项目支出中的运行经费。
"""


def test_a_caveat_on_another_account_is_not_told(tmp_path: Path) -> None:
    desk = answerer_of_texts(tmp_path, MOVED)
    answer = ask(desk, "西庄镇人民政府2022年项目支出比上年增加多少")
    assert answer.figures[0].value == "40.00" and "口径" not in answer.answer
    assert "口径" in ask(desk, "西庄镇人民政府2022年机关运行经费比上年减少多少").answer
