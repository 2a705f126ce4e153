"""Answers of another sort than is asked for: nothing is told then, and what answers it is told where it is printed."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from tests.service.written import answerer_of

BODY = "溪桥县民政局"
TEXT = f"""{BODY}2023年度部门决算

第一部分 部门概况

一、部门职责

{BODY}负责全县民政工作。

第三部分 2023年度部门决算情况说明

一、收入支出决算总体情况说明

2023年度收入总计900.00万元，支出总计900.00万元。与2022年度相比，收入总计、支出总计各减少100.00万元，下降10.00%。本年支出合计900.00万元，其中：基本支出500.00万元，项目支出400.00万元。

二、一般公共预算财政拨款支出决算情况说明

社会保障和就业支出（类）社会福利（款）养老服务（项）。年初预算为260.00万元，支出决算为240.00万元，完成年初预算的92.31%。

三、“三公”经费支出决算情况说明

2023年度“三公”经费支出决算为18.00万元，比上年减少2.00万元，下降10.00%。

四、人员经费情况

人员经费300.00万元，主要包括：基本工资200.00万元、津贴补贴99.50万元、奖励金0.50万元。

五、预算绩效情况说明

（一）对12个项目开展绩效自评，自评结论为“优”的9个、“良”的2个、“中”的1个。“敬老院提升”等3个项目的自评结果见附件。

（二）全年受理养老机构举报46件，兑现举报奖励12起、奖励金额6.20万元。

（三）年初目标为全年拆除破旧床铺300张，实际拆除412张。

（四）高龄护理员补助项目绩效自评综述：为18名护理员按每人每月1,500元发放补助，全年上门3,200余户次。市区PM2.5年均浓度目标30微克/立方米，实际26.5微克/立方米。

六、资产情况

单位价值100万元以上专用设备2台（套）。截至2023年12月31日，本部门共有车辆10辆，其中一般公务用车4辆、救助用车6辆。公务用车运行维护费支出决算为20.00万元，比上年减少1.00万元，下降4.76%。
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("sorts"), f"{BODY}2023年度部门决算.txt", TEXT)


def ask(answerer: Answerer, question: str) -> Answer:
    return answerer.ask(AskRequest(question=f"{BODY}2023年{question}"))


@pytest.mark.parametrize(
    ("question", "never"),
    [
        ("新添了多少养老的地方", "240"),
        ("敬老院提升项目自评得分", "3"),
        ("买了哪两套百万元以上的设备", "2"),
        ("发放举报奖励一共多少", "0.50"),
        ("举报奖励最高一笔多少钱", "0.50"),
        ("拆除了多少张破旧床铺", "300"),
    ],
)
def test_what_is_no_answer_is_not_told(answerer: Answerer, question: str, never: str) -> None:
    assert never not in {figure.value for figure in ask(answerer, question).figures}


@pytest.mark.parametrize(
    ("question", "value"),
    [("养老服务花了多少钱", "240.00"), ("自评得良的项目有几个", "2"), ("拆除了多少张破旧床铺", "412")],
)
def test_near_them_the_figure_is_told(answerer: Answerer, question: str, value: str) -> None:
    assert ask(answerer, question).figures[0].value == value


def test_money_for_all_cars_is_divided_by_all_of_them(answerer: Answerer) -> None:
    assert ask(answerer, "平均每辆公务用车运行维护费多少").figures[0].value == "2.00"  # 20.00 over 10, not 4


def test_what_each_gets_and_how_many_there_are(answerer: Answerer) -> None:
    told = ask(answerer, "给高龄护理员每人每月发多少补贴，有多少名护理员")
    assert {"1500", "18"} <= {figure.value for figure in told.figures}


@pytest.mark.parametrize(
    ("question", "value"), [("细颗粒物年均浓度是多少", "26.5"), ("细颗粒物年均浓度的目标是多少", "30")]
)
def test_what_was_reached_is_told_unless_the_aim_is_asked_for(
    answerer: Answerer, question: str, value: str
) -> None:
    assert [figure.value for figure in ask(answerer, question).figures] == [value]


def test_money_is_no_answer_to_when(answerer: Answerer) -> None:
    assert ask(answerer, "养老服务的完成时间").figures == []


@pytest.mark.parametrize(
    "question", ["三公经费比上年多了还是少了，差多少", "三公经费比上年是增了还是减了，变了多少"]
)
def test_which_way_it_went_is_told_by_amount_and_rate(answerer: Answerer, question: str) -> None:
    figures = ask(answerer, question).figures
    assert [(f.value, f.unit) for f in figures] == [("-2.00", "万元"), ("-10.00", "%")]


def test_the_amount_alone_is_told_where_it_is_asked_for(answerer: Answerer) -> None:
    told = ask(answerer, "三公经费比上年少了多少钱")
    assert [(f.value, f.unit) for f in told.figures] == [("-2.00", "万元")]
    assert told.status is Status.ANSWERED
