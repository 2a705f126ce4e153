"""What is asked of a thing is told of that thing: a project, a form, a body's business, why there is none (所问)."""

from __future__ import annotations

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest
from service.text.concepts import Concept

FERRY_FILE = "汀浦县航运管理站2024年部门预算.txt"
FERRY = """汀浦县航运管理站2024年部门预算

第一部分 汀浦县航运管理站概况
一、主要职责
（一）负责全县渡口和客运码头的日常管理，查处无证载客。
（二）受理群众对渡船的来信来访，对船主之间的争议进行调处。
二、机构设置
汀浦县航运管理站为县交通运输局所属公益一类事业单位，内设渡运股、船检股。
纳入预算编制范围的单位仅包括站机关，不含汀浦轮渡公司（自负盈亏）。

第二部分 汀浦县航运管理站2024年部门预算情况说明
一、收支预算总体情况
2024年收支总预算312.60万元，比2023年增加18.40万元，增长6.25%，主要原因是新增西渡口值守人员。
二、机关运行经费情况
2024年汀浦县航运管理站为公益一类事业单位，没有机关运行经费预算。

第三部分 项目情况说明
一、项目概况
西渡口候船廊改建工程位于汀江西岸，候船廊长86米，建筑高度5.2米。
本工程采用钢木结构，设计使用年限为30年。
二、立项依据
根据汀发改〔2023〕41号文件的批复建设。
三、实施周期
第一季度招标；第二季度开工；第四季度验收。

第四部分 名词解释
一、机关运行经费：指为保障行政单位运行用于购买货物和服务的各项资金。
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder = tmp_path_factory.mktemp("ferry")
    settings = Settings(data=folder / "data", database_url="", chroma_url="")
    (folder / FERRY_FILE).write_text(FERRY, "utf-8")
    assert [r.status for r in ingest_paths([folder / FERRY_FILE], settings)] == ["read"]
    return Answerer(settings)


def ask(answerer: Answerer, question: str) -> Answer:
    return answerer.ask(AskRequest(question=question))


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("汀浦航运管理站西渡口候船廊设计使用年限", "30年", "招标"),
        ("汀浦县航运管理站西渡口候船廊工程，采用什么结构", "钢木结构", "招标"),
        ("汀浦航运管理站西渡口候船廊批复是哪个文号", "汀发改〔2023〕41号", "验收"),
        ("汀浦航运管理站给船主扯皮的事调解吗", "争议进行调处", "候船廊"),
        ("汀浦航运管理站是什么性质的单位", "公益一类事业单位", "候船廊"),
        ("汀浦航运管理站是公益一类事业单位吗", "公益一类事业单位", "候船廊"),
        ("汀浦县航运管理站为什么没有机关运行经费", "公益一类事业单位，没有机关运行经费", "指为保障"),
        ("汀浦轮渡公司为啥不在汀浦县航运管理站的预算里", "自负盈亏", "值守人员"),
        ("汀浦航运管理站的信访归它管吗", "来信来访", "候船廊"),
    ],
)
def test_running_text_answers_what_is_asked_of_the_thing(
    answerer: Answerer, question: str, said: str, unsaid: str
) -> None:
    answer = ask(answerer, question)
    assert answer.status == "answered", answer.answer
    assert said in answer.answer and unsaid not in answer.answer
    assert not answer.figures and answer.citations


@pytest.mark.parametrize(
    "question",
    [
        "汀浦航运管理站西渡口候船廊的设计单位叫什么",
        "汀浦县航运管理站为什么没有公务接待费",
        "汀浦航运管理站管不管机场",
        "汀浦航运管理站西渡口候船廊能停几辆车",
    ],
)
def test_what_is_not_told_of_the_thing_is_not_answered(answerer: Answerer, question: str) -> None:
    assert ask(answerer, question).status == "no_answer"


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("松屿卫健局基本公共卫生服务项目健康档案动态使用率目标是多少", ["60"]),
        ("松屿卫健局健康档案动态使用率实际完成多少", ["58.3"]),
        ("青岚城管局2023年背街小巷清扫覆盖率目标和完成各多少", ["98", "95.2"]),
    ],
)
def test_targets_and_results_of_indicators_are_told_apart(
    sampled: Settings, question: str, values: list[str]
) -> None:
    answer = ask(Answerer(sampled), question)
    assert [figure.value for figure in answer.figures][: len(values)] == values


def test_the_indicators_of_a_form_are_listed_with_their_values(sampled: Settings) -> None:
    answer = ask(Answerer(sampled), "青岚城管局2024年道路清扫保洁项目有哪些产出指标")
    assert answer.status == "answered" and not answer.figures
    for told in ("清扫保洁道路条数，≥390条", "背街小巷清扫覆盖率，≥98%", "垃圾日产日清率，100%"):
        assert told in answer.answer
    assert "车行道维修面积" not in answer.answer and "环境卫生满意度" not in answer.answer


def test_whether_something_is_a_bodys_business_is_no_amount(sampled: Settings) -> None:
    answer = ask(Answerer(sampled), "违法搭建归青岚城管局查吗")
    assert "查处违法搭建" in answer.answer and not answer.figures


def test_a_long_name_is_not_held_by_its_beginning() -> None:
    asked = Concept(("候船廊改建工程设计使用年限",))
    assert asked.held("候船廊改建工程位于汀江西岸", {}) < 0.7
    assert asked.held("候船廊改建工程，设计使用年限为三十年", {}) > 0.8


def test_a_negation_is_not_held_by_what_it_denies() -> None:
    assert Concept(("没有完成",)).held("完成的绩效目标有两项", {}) < 0.7
