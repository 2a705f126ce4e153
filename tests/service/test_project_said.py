"""What is asked of a project in daily words is told from the part on that project, in follow-ups too (项目所述)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from tests.service.written import answerer_of

BODY = "湖湾区交通运输局"
TEXT = f"""{BODY}2024年部门预算

第二部分 2024年部门预算情况说明

五、项目绩效目标情况

（一）渡口标准化改造项目

1.项目概述：改造渡口6处，更换浮桥和护栏。

2.立项依据：《湖湾区乡镇渡口改造三年方案》（湖政办〔2023〕15号）。

3.实施主体：湖湾区港航事务中心。

4.实施周期：2024年2月至2024年10月。

5.资金安排：预算88.00万元，其中浮桥50.00万元、护栏38.00万元。

6.预期效益：渡运事故为零，候船时间缩短一半。

（二）农村公路巡查项目

1.项目概述：雇用护路员巡查村道420公里。

2.立项依据：《湖湾区农村公路管养办法》。

3.实施主体：湖湾区公路养护所。

4.实施周期：全年。

六、上年项目自评情况

1.公交站台更新项目自评综述：自评得分86分。全年预算数60.00万元，执行数51.00万元。主要产出和效果：更新站台34座。发现的问题及原因：石材到货晚，两座站台返工。下一步改进措施：改用本地石材，逐座验收。

2.治超站点维护项目自评综述：自评得分90分。全年预算数40.00万元，执行数39.00万元。发现的问题及原因：称重仪没有按期校准。下一步改进措施：每季度送检一次。
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("said"), f"{BODY}2024年部门预算.txt", TEXT)


_FERRY, _STOPS, _ROADS = "渡口标准化改造项目", "公交站台更新项目", "农村公路巡查项目"


@pytest.mark.parametrize(
    ("said", "told", "other"),
    [
        ((f"{_FERRY}是干啥的",), "浮桥", "护路员"),
        ((f"{_FERRY}预算多少", "哪家来干"), "港航事务中心", "养护所"),
        ((f"{_FERRY}预算多少", "啥时候完工"), "2024年10月", "全年。"),
        ((f"{_FERRY}预算多少", "凭什么立项"), "湖政办〔2023〕15号", "管养办法"),
        ((f"{_FERRY}预算多少", "这钱是干啥的"), "护栏38.00万元", "护路员"),
        ((f"{_FERRY}有啥好处",), "候船时间", "站台"),
        ((f"{_ROADS}归哪个单位干",), "公路养护所", "港航"),
        ((f"{_STOPS}自评多少分", "有啥毛病没"), "石材到货晚", "称重仪"),
        ((f"{_STOPS}自评多少分", "准备咋改"), "逐座验收", "送检"),
        ((f"{_STOPS}干出啥效果",), "34座", "称重仪"),
    ],
)
def test_of_the_project_that_is_named(
    answerer: Answerer, said: tuple[str, ...], told: str, other: str
) -> None:
    for question in (f"{BODY}2024年{said[0]}", *said[1:]):
        answer = answerer.ask(AskRequest(question=question, conversation_id="".join(said)))
    assert answer.status == "answered" and told in answer.answer and other not in answer.answer
