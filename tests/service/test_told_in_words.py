"""What a text says in its own words, asked for in citizens' words: section and kind of answer decide (问正文)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest
from tests.service.written import answerer_of

WHO = "桐岭市城市照明管理所"
TEXT = """桐岭市城市照明管理所2024年度单位决算
一、机构设置
本单位为市住房和城乡建设局所属公益一类事业单位，内设巡查科、运维科和材料科，年末在职人员23人。
二、收入支出决算总体情况说明
桐岭市城市照明管理所2024年度本年支出合计910.00万元，其中：基本支出310.00万元，项目支出600.00万元。与上年相比支出增加85.00万元，增长10.30%。主要原因是人员经费政策性调增、因新增节能办和夜景所等机构增加了人员经费。
三、政府性基金预算财政拨款收入支出情况说明
政府性基金预算财政拨款本年收入200.00万元，本年支出180.00万元，用于沿江步道路灯杆更换和变压器增容。
四、项目支出自评结果
1.“背街灯具改造”项目。全年预算120.00万元，执行66.00万元，完成预算的55.00%。存在的问题：老旧小区支路灯杆锈蚀较多，夜间报修到场偏慢。改进措施：按片区配抢修车，支路逐杆建卡。
2.“银杏路亮化”项目。全年预算80.00万元，执行0.00万元，完成预算的0.00%。未执行的原因：银杏路管廊尚未移交，亮化施工推迟。
五、名词解释
1.城乡社区公共设施（款）其他城乡社区公共设施支出（项）：反映路灯、桥梁等公共设施建设维护方面的支出。
"""


@pytest.fixture(scope="module")
def lights(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("lights"), f"{WHO}2024年度单位决算.txt", TEXT)


def _ask(lights: Answerer, question: str) -> Answer:
    return lights.ask(AskRequest(question=WHO + question))


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("归谁管", "住房和城乡建设局所属"),
        ("是因为新增了哪些机构，2024年人员经费才涨的", "节能办和夜景所"),
        ("2024年新增的是哪些机构", "节能办和夜景所"),
        ("2024年政府性基金的钱主要弄啥去了", "变压器增容"),
        ("2024年政府性基金那笔钱用到哪里去了", "变压器增容"),
        ("背街灯具改造项目的短板是什么", "灯杆锈蚀"),
        ("2024年老旧小区支路修得不勤，说咋改", "逐杆建卡"),
        ("银杏路亮化为啥拖到2025年", "管廊尚未移交"),
        ("2024年支出比上年多了八十多万，是因为新增机构吗", "节能办和夜景所"),
    ],
)
def test_what_the_text_says_is_told(lights: Answerer, question: str, words: str) -> None:
    assert words in _ask(lights, question).answer


@pytest.mark.parametrize(
    "question",
    [
        "2024年背街灯具改造是哪家照明公司干的",
        "2024年银杏路亮化的合同编号是多少",
        "2024年沿江步道是哪家建筑公司中的标",
    ],
)
def test_what_the_text_does_not_say_is_not_told(lights: Answerer, question: str) -> None:
    answer = _ask(lights, question)
    assert answer.status == "no_answer"
    assert answer.figures == []
