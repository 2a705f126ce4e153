"""Why a thing fell short or was late, what is wrong with one that is named, the measure against it (短缺与缘由)."""

from __future__ import annotations

from pathlib import Path

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from tests.service.written import answerer_of

BODY = "平芦县水务局"
TEXT = f"""{BODY}2023年度部门决算

第三部分 绩效情况

一、项目自评

共评价9个项目。检修渡槽42处，更换闸门11扇。发现的问题：7处渡槽因吊装设备进场晚未如期检修；雨量站巡检记录不全。下一步改进措施：与吊装公司签订年度协议；巡检改用手机打卡。

二、整体支出自评

存在的主要问题：一是冬季管网冻裂多，抢修人员不足；二是东岭村蓄水池占地补偿谈不拢，交付比计划晚三个月；三是水质化验委托费支付集中在四季度。整改措施：化验费按月结算；与村委会签订占地协议；组建两支抢修队。

三、重点评价

1.部门评价发现的问题：一是水费代收点少，老人缴费不便，今后在每个村设代收员；二是泵站值守费标准偏低，已列入2024年预算调整。

附表：项目名称：渡槽检修，全年预算数：310.00，执行数：298.40
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("shortfalls"), f"{BODY}2023年度部门决算.txt", TEXT)


@pytest.mark.parametrize(
    ("asked", "told", "other"),
    [
        ("有7处渡槽没按时修完，咋回事", "吊装设备进场晚", "雨量站"),
        ("东岭村的蓄水池为啥晚了三个月才交付", "占地补偿谈不拢", "冻裂"),
        ("雨量站有什么毛病，打算怎么办", "手机打卡", "吊装公司"),
        ("管网冻裂打算怎么解决", "组建两支抢修队", "按月结算"),
        ("化验费支付太慢，以后咋整", "按月结算", "抢修队"),
        ("水费代收方面的问题是什么，怎么改", "每个村设代收员", "泵站"),
    ],
)
def test_the_problem_that_is_named_is_told(answerer: Answerer, asked: str, told: str, other: str) -> None:
    answer = answerer.ask(AskRequest(question=f"{BODY}2023年{asked}"))
    assert answer.status == "answered" and told in answer.answer and other not in answer.answer


REPORT = f"""{BODY}2023年度部门决算

第五部分 附件

一、整体绩效自评结论

（一）存在的问题和原因

小塘口的渗漏点没有逐一登记，巡查交接靠口头，因而漏报。

（二）下一步拟改进措施

1.建立渗漏点台账。
2.巡查交接改为书面。

二、2023年度整体绩效自评表

质量指标

汛情突出问题通报日

12 12
"""


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("整体绩效自评报告里存在的问题和原因是什么", "巡查交接靠口头"),
        ("下一步拟采取哪些改进措施", "建立渗漏点台账"),
        ("下一步拟采取哪些措施", "巡查交接改为书面"),
    ],
)
def test_a_report_is_no_matter_of_its_own(tmp_path: Path, asked: str, told: str) -> None:
    answer = answerer_of(tmp_path, f"{BODY}2023年度部门决算.txt", REPORT).ask(
        AskRequest(question=f"{BODY}2023年{asked}")
    )
    assert answer.status == "answered" and told in answer.answer and "12" not in answer.answer


@pytest.mark.parametrize("asked", ["码头为啥没按时修完", "堤防裂缝打算怎么整改"])
def test_what_no_problem_names_is_not_told(answerer: Answerer, asked: str) -> None:
    answer = answerer.ask(AskRequest(question=f"{BODY}2023年{asked}"))
    assert answer.status == "no_answer"


def test_rows_behind_a_list_are_none_of_it(answerer: Answerer) -> None:
    answer = answerer.ask(AskRequest(question=f"{BODY}2023年泵站值守费偏低打算怎么改"))
    assert "2024年预算调整" in answer.answer and "310.00" not in answer.answer
