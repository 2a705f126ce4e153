"""What one sentence tells: both ends of what moved, charges, those reached by money, what things are worth (一句所述)."""

# ruff: noqa: E501 - sentences are read whole
from __future__ import annotations

from collections.abc import Sequence

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from tests.service.written import answerer_of

SCHOOL = """霖川县实验中学2022年度单位决算
第一部分 单位概况
一、基本情况
学校占地面积143亩，校舍建筑面积5.26万平方米，现有教学班68个。2022年末在校学生3562人，其中高中生1820人、初中生1742人，寄宿生2105人。图书馆藏书12.4万册。
第二部分 2022年度单位决算情况说明
一、支出决算情况
本年支出合计4790.20万元，其中：基本支出4120.60万元，项目支出669.60万元。
二、业务开展情况
2022年高考本科上线率由2021年的61.3%提高到68.9%，中考优良率从74.2%升至77.5%。为143名残疾学生减免学杂费21.45万元。学生食堂改造工程总投资380万元，原定8月完工，受疫情封控影响推迟至11月完工。
三、收费情况
高中学费1,200元/生·学期，住宿费300元/生·学期；校车接送费6元/人·次，课后服务费2元/课时。
四、资产情况
截至2022年12月31日，共有车辆3辆，账面价值64.8万元。
第三部分 名词解释
一、校园足球专项经费：指上级下达用于青少年校园足球场地维护和训练器材购置的补助资金。
"""
SQUAD = """朔原市劳动保障监察支队2023年度部门决算
第二部分 2023年度部门决算情况说明
一、工作开展情况
全年受理投诉举报案件1268件，结案率97.79%。为3156名农民工追回工资4862.3万元。检查用人单位2436户。清退收取的风险抵押金38.6万元，涉及劳动者217人。接听咨询电话2.35万个。
二、三公经费情况
因公出国（境）费8.40万元，全年因公出国（境）团组1个，累计2人次，赴德国考察职业培训制度。公务用车购置及运行维护费45.60万元，其中：公务用车购置费21.80万元，更新执法执勤车辆1辆；公务用车运行维护费23.80万元，年末公务用车保有量8辆。公务接待费1.96万元，国内公务接待23批次、164人次。
三、机关运行经费
为保障机构正常运转而发生的机关运行经费，合计156.72万元，比2022年减少12.35万元，下降7.30%。
四、补贴发放
高龄津贴项目安排156万元，计划为80周岁以上老人1860人发放。城市低保金64.2万元，惠及低保户98户163人；农村低保金312.5万元，惠及686户1024人。
五、资产情况
截至2023年12月31日，共有车辆8辆，共计186.4万元；单价50万元以上设备2台，价值132.5万元。
六、绩效情况
“劳动监察信息系统建设”项目全年预算320.00万元，执行数262.40万元，完成预算的82.00%，未完成的原因是招标流标一次。
"""


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("school"), "霖川县实验中学2022年度单位决算.txt", SCHOOL)


@pytest.fixture(scope="module")
def squad(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("squad"), "朔原市劳动保障监察支队2023年度部门决算.txt", SQUAD)


def asked(desk: Answerer, turns: str, head: str) -> Answer:
    """The answer to the last of several turns, the first of which names body and year."""
    answer, conversation = None, None
    for place, turn in enumerate(turns.split(" >> ")):
        answer = desk.ask(AskRequest(question=turn if place else head + turn, conversation_id=conversation))
        conversation = answer.conversation_id
    assert answer is not None and answer.status is Status.ANSWERED, answer and answer.answer
    return answer


def values(answer: Answer) -> Sequence[str]:
    return [f"{f.value}{f.unit}" for f in answer.figures]


@pytest.mark.parametrize(
    ("turns", "wanted"),
    [
        ("年底一共有多少学生", ["3562人"]),
        ("有多少在校生？ >> 其中住校的有多少人？", ["2105人"]),
        ("有多少在校生？ >> 那学校占地多大？", ["143亩"]),
        ("校舍有多大面积", ["5.26万平方米"]),
        ("图书馆有多少本书", ["12.4万册"]),
        ("高考本科上线率提高了几个百分点", ["7.6百分点"]),
        ("中考优良率从多少升到多少", ["74.2%", "77.5%"]),
        ("给残疾学生减免了多少学杂费，涉及多少人", ["21.45万元", "143人"]),
        ("高中一学期学费多少钱", ["1200元"]),
        ("收费有哪几项，各收多少", ["1200元", "300元", "6元", "2元"]),
        ("有几辆车，值多少钱", ["3辆", "64.8万元"]),
    ],
)
def test_what_the_school_tells(school: Answerer, turns: str, wanted: list[str]) -> None:
    assert values(asked(school, turns, "霖川县实验中学2022年")) == wanted


@pytest.mark.parametrize(
    ("turns", "wanted"),
    [
        ("帮农民工要回多少工资，涉及多少人", ["4862.3万元", "3156人"]),
        ("退了多少押金，涉及多少人", ["38.6万元", "217人"]),
        ("查了多少家用人单位", ["2436户"]),
        ("接了多少个咨询电话", ["2.35万个"]),
        ("案子办结率多少", ["97.79%"]),
        ("出国花了多少 几个团几个人", ["8.40万元", "1个", "2人次"]),
        ("接待花了多少 几批几人", ["1.96万元", "23批次", "164人次"]),
        ("公务用车购置费是多少？ >> 买了几辆？", ["1辆"]),
        ("车辆多少台、价值多少", ["8辆", "186.4万元"]),
        ("机关运行经费多少，比上年少了多少", ["156.72万元", "-12.35万元"]),
        ("高龄津贴发给多少老人", ["1860人"]),
        ("城市低保发了多少钱 >> 多少户多少人", ["98户", "163人"]),
    ],
)
def test_what_the_squad_tells(squad: Answerer, turns: str, wanted: list[str]) -> None:
    assert values(asked(squad, turns, "朔原市劳动保障监察支队2023年")) == wanted


@pytest.mark.parametrize(
    ("turns", "phrase"),
    [
        ("出国花了多少？ >> 去哪里干什么", "赴德国考察职业培训制度"),
        ("信息系统建设项目钱为什么没花完", "招标流标一次"),
        ("信息系统建设执行率多少？ >> 为什么没用完预算？", "招标流标一次"),
    ],
)
def test_where_to_and_why(squad: Answerer, turns: str, phrase: str) -> None:
    assert phrase in asked(squad, turns, "朔原市劳动保障监察支队2023年").answer


@pytest.mark.parametrize(
    ("question", "phrase"),
    [
        ("食堂改造为什么拖到11月才完工", "受疫情封控影响"),
        ("校园足球专项经费是啥钱", "场地维护和训练器材购置"),
    ],
)
def test_a_reason_and_a_term_of_the_school(school: Answerer, question: str, phrase: str) -> None:
    assert phrase in asked(school, question, "霖川县实验中学2022年").answer


@pytest.mark.parametrize("question", ["养老院建了几座，涉及多少人", "追回多少工资的人里女的多少人"])
def test_what_is_not_told_has_no_figure(squad: Answerer, question: str) -> None:
    answer = squad.ask(AskRequest(question=f"朔原市劳动保障监察支队2023年{question}"))
    assert not answer.figures


def test_a_topic_of_no_disclosure_stays_outside(squad: Answerer) -> None:
    answer = squad.ask(AskRequest(question="朔原市劳动保障监察支队2023年看了什么电影"))
    assert answer.status is Status.OUT_OF_SCOPE
