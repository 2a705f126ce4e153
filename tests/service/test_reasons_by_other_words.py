"""Reasons that are given by rarer words, and reviews of projects that run on in one line (缘由；连写的项目自评)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest, Status
from tests.service.written import answerer_of

BODY = "霞浦湾县妇幼保健院"
TEXT = f"""{BODY}2023年度单位决算

第三部分 2023年度单位决算情况说明

二、收入决算情况

1.财政拨款收入812.40万元，占35.10%。财政拨款较2022年减少62.00万元，下降7.09%，系筛查专项补助到期。

2.其他收入31.20万元，占1.35%，系食堂收入。

三、支出决算情况

各项级科目支出及预算完成情况如下：

（一）妇幼保健机构（2100403）年初预算1,900.00万元，实际支出2,014.60万元，预算完成率106.03%，超出预算114.60万元，缘由：分娩量回升，耗材支出扩大。

（二）基本公共卫生服务（2100408）支出66.00万元，与年初预算相同。

（三）重大公共卫生服务（2100409）年初预算120.00万元，实际支出141.30万元，预算完成率117.75%，超出预算21.30万元，缘由：追加叶酸发放补助。

（四）住房公积金（2210201）年初预算95.00万元，实际支出92.10万元，预算完成率96.95%，低于预算2.90万元，缘于三名医生调离。

十三、预算绩效情况

（一）工作开展。对4个项目开展自评。

（二）部分项目自评。新生儿疾病筛查项目：预算60.00万元，执行60.00万元，自评97.0分；筛查新生儿3,210人，筛查率99.1%。助产士招聘项目：预算40.00万元，执行31.00万元，执行率77.50%，自评83.5分；计划招聘助产士12人，实际到岗9人。产房改造项目：预算150.00万元，执行138.00万元，自评90.2分；扣分原因为消防验收推迟。
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("other_words"), f"{BODY}2023年度单位决算.txt", TEXT)


@pytest.mark.parametrize(
    ("question", "told", "other"),
    [
        ("妇幼保健机构那项为啥超了年初预算", "分娩量回升", "叶酸"),
        ("重大公共卫生服务花得比预算多的原因是什么", "叶酸", "分娩"),
        ("住房公积金为什么没花完", "调离", "分娩"),
        ("财政拨款比2022年少了，为什么", "到期", "分娩"),
        ("助产士招聘项目为啥只拿了83.5分", "实际到岗9人", "消防"),
        ("助产士招聘为什么没拿满分", "实际到岗9人", "筛查"),
        ("产房改造项目为什么扣分", "消防验收推迟", "助产士"),
    ],
)
def test_is_told(answerer: Answerer, question: str, told: str, other: str) -> None:
    answer = answerer.ask(AskRequest(question=f"{BODY}2023年{question}")).answer
    assert told in answer and other not in answer


@pytest.mark.parametrize(
    ("question", "not_said"),
    [
        ("重大公共卫生服务为什么少花了", "叶酸"),  # it spent more
        ("基本公共卫生服务为什么超预算", "叶酸"),  # the reason is another account's
        ("其他收入为什么减少", "食堂"),  # what it is made of
        ("新生儿疾病筛查项目为什么扣分", "到岗"),  # another project's
    ],
)
def test_is_no_reason_for_another(answerer: Answerer, question: str, not_said: str) -> None:
    answer = answerer.ask(AskRequest(question=f"{BODY}2023年{question}"))
    assert not_said not in answer.answer


def test_what_went_the_other_way_is_not_told(answerer: Answerer) -> None:
    asked = AskRequest(question=f"{BODY}2023年妇幼保健机构支出为什么低于预算")
    assert answerer.ask(asked).status is Status.NO_ANSWER
