"""Lists and orders in daily words: projects of a unit, the second of an order, kinds of vehicles (列举与排位)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest, Status

CAVES = """临江州博物馆2022年度部门决算
一、部门职责
临江州博物馆负责文物收藏和展览。
二、机构设置
临江州博物馆内部分为办公室、陈列部、保管部3个部室。归口管理的单位2家：临江州石窟研究所（事业）、临江州古籍修复中心（事业）。
三、收入支出决算总体情况说明
临江州博物馆2022年度收入总计3,900.00万元，支出总计3,900.00万元。本年支出合计3,900.00万元，其中：基本支出1,600.00万元，项目支出2,300.00万元。
四、国有资产占用情况
2022年末，共有车辆7辆：应急保障用车2辆、特种专业技术用车4辆、其他用车1辆。
五、预算绩效管理情况
（一）绩效自评结果
设定绩效指标20项，完成18项。未达标的2项为古籍修复册数和展厅改造开工率，原因分别是修复师空缺、消防方案尚未批复。
（二）评价结果运用
对评分低于80分的项目核减下年预算。
六、名词解释
（一）其他收入：指财政拨款以外的零星收入，包括场地出租收入和利息。
（二）事业收入：指开展专业活动取得的收入，主要是讲解收入。
"""


@pytest.fixture(scope="module")
def caves(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder = tmp_path_factory.mktemp("caves")
    file = Path(folder, "临江州博物馆2022年度部门决算.txt")
    file.write_text(CAVES, "utf-8")
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    (report,) = ingest_paths([file], settings)
    assert report.status == "read"
    return Answerer(settings)


def ask(answerer: Answerer, *questions: str) -> Answer:
    conversation = None
    for question in questions:
        answer = answerer.ask(AskRequest(question=question, conversation_id=conversation))
        conversation = answer.conversation_id
    return answer


CITY, HEALTH = "青岚城管局2024年", "松屿卫健局2023年"


#: 城管局 2024 p.18, 「一般公共预算项目支出表」: nine projects, each with the unit that carries it out and its money.
@pytest.mark.parametrize(
    ("turns", "values"),
    [
        (["实施单位为局本级的项目数"], ["5"]),
        (["由养护中心实施的项目一共安排多少钱"], ["1820.00", "1760.00", "60.00"]),
        (["市政设施养护中心负责哪些项目"], ["1760.00", "60.00"]),
        (
            ["局本级自己实施的几个项目，预算加总"],
            ["6653.55", "5085.35", "895.00", "520.00", "150.00", "3.20"],
        ),
        (["由养护中心实施的项目有几个？", "分别是哪些"], ["1760.00", "60.00"]),
        (["花钱第二多的项目是哪个"], ["1760.00"]),
        (["列的那些项目，哪个要花的钱最多？多少？"], ["5085.35"]),
        (["打算做的项目中，花费最大的是哪个"], ["5085.35"]),
        (["列的项目里，最烧钱的是哪个，多少"], ["5085.35"]),
        (["项目支出表列了几个项目？", "按金额从大到小，排第二的是哪个，多少？"], ["1760.00"]),
        (["有哪些项目？", "钱最少的是哪个", "第二少的呢"], ["60.00"]),
    ],
)
def test_projects_are_told_by_unit_and_by_place(desk: Answerer, turns: list[str], values: list[str]) -> None:
    answer = ask(desk, CITY + turns[0], *turns[1:])
    assert [figure.value for figure in answer.figures] == values


@pytest.mark.parametrize("question", ["由环卫所承担的项目有几个", "项目得分第二高的是哪个"])
def test_the_projects_of_all_are_not_told_for_some(desk: Answerer, question: str) -> None:
    answer = ask(desk, CITY + question)
    assert answer.status is Status.NO_ANSWER
    assert not answer.figures


#: 卫健局 2023 p.7, 17: 突发公共卫生事件应急处理 is 32.11 % of its budget, 一般行政管理事务 86.03 %; p.9, 10: the
#: project carried out least is 卫生健康综合管理 (93.20 %).
@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("哪个科目年初预算完成的最差啊", "32.11"),
        ("预算完成得最不理想的是哪个科目", "32.11"),
        ("预算完成率第二低的科目是哪个", "86.03"),
        ("哪个项目完成得最不好", "93.20"),
        ("项目里执行率倒数第二的是哪个", "96.00"),
    ],
)
def test_what_was_carried_out_worst(desk: Answerer, question: str, value: str) -> None:
    assert ask(desk, HEALTH + question).figures[0].value == value


#: p.9 of the health bureau's accounts; the two years of the city's (2023 p.22, 2024 p.8).
@pytest.mark.parametrize(
    ("question", "values"),
    [
        (HEALTH + "的车都是些什么车，各有几辆？", {"8", "4", "3"}),
        (HEALTH + "有多少辆车，分别是什么车？", {"8", "4", "3"}),
        (CITY + "有哪些车，各多少辆", {"22", "14", "3", "1"}),
    ],
)
def test_kinds_of_vehicles_each_with_its_number(desk: Answerer, question: str, values: set[str]) -> None:
    assert {figure.value for figure in ask(desk, question).figures} == values


def test_kinds_of_vehicles_that_a_colon_opens(caves: Answerer) -> None:
    answer = ask(caves, "临江州博物馆2022年都有哪几类车，各几辆")
    assert sorted(figure.value for figure in answer.figures) == ["1", "2", "4"]


#: p.3 of the health bureau's accounts: eight units, itself 行政, one 参公, six 事业.
@pytest.mark.parametrize(
    ("question", "has", "lacks"),
    [
        ("决算的8家单位里头性质写事业的有几家", "6 家", "卫生监督所"),
        ("纳入决算的单位里，参公的有几家", "卫生监督所", "港前"),
        ("有哪四家社区卫生服务中心归卫健局管？", "望潮", "疾病预防"),
        ("除了局里本身，底下还算进了哪几家单位？", "白鹭", "内设"),
    ],
)
def test_units_in_daily_words(desk: Answerer, question: str, has: str, lacks: str) -> None:
    answer = ask(desk, f"松屿区卫健局2023年{question}")
    assert has in answer.answer
    assert lacks not in answer.answer


@pytest.mark.parametrize(
    ("question", "has"),
    [
        ("未达标的指标清单", "古籍修复册数"),
        ("哪几项指标没完成", "展厅改造开工率"),
        ("评价结果怎么用", "核减下年预算"),
        ("得分低的项目会怎么样", "核减下年预算"),
        ("展厅说好要改造，怎么一直没动工", "消防方案尚未批复"),
        ("账上有个其他收入，都包括些什么钱", "场地出租收入"),
        ("事业收如是啥意思，决算里面写的", "讲解收入"),
    ],
)
def test_what_is_told_in_words(caves: Answerer, question: str, has: str) -> None:
    answer = ask(caves, f"临江州博物馆2022年{question}")
    assert answer.status is Status.ANSWERED
    assert has in answer.answer


#: 城管局 2023 p.22 (projects), p.20 (funds: 935.50 for 青溪东路, 300.00 for 南门垃圾转运站); 2024 p.7 (744.50 and
#: 280.00); 卫健局 2023 p.8 and p.15: 450,000.00 元 for operations of cataract; p.10: 336.00 and 538.62.
@pytest.mark.parametrize(
    ("question", "values"),
    [
        (
            "2023年青岚城管扫马路收垃圾那个项目，再加上公厕管护的项目，实际总共花了多少钱？",
            ["6120.90", "5236.40", "884.50"],
        ),
        ("青岚城管局2023年给扫马路和公厕管护两个项目一共花了多少", ["6120.90", "5236.40", "884.50"]),
        ("松屿卫健局2023年社区服务站建设和疾病检验检测两个项目合计花了多少", ["874.62", "336.00", "538.62"]),
        ("2024青岚城管预算 榆荫路人行道 和北郊垃圾转运站 俩加起来安排多少", ["1024.50", "744.50", "280.00"]),
        ("青岚城管局2023年南门垃圾转运站和青溪东路人行道改造一共花了多少钱", ["1235.50", "300.00", "935.50"]),
        ("听说松屿卫健局2023年用彩票的钱给困难群众做白内障手术，实际用了多少？", ["450000.00"]),
    ],
)
def test_projects_and_purposes_in_everyday_words(desk: Answerer, question: str, values: list[str]) -> None:
    assert [figure.value for figure in ask(desk, question).figures] == values


#: p.7 of the health bureau's accounts: money for two things at once; two projects of which one is not made out.
@pytest.mark.parametrize(
    "question",
    ["松屿卫健局2023年免费孕检花了多少钱", "松屿卫健局2023年社区服务站建设和天文馆两个项目合计花了多少"],
)
def test_no_part_is_told_for_the_whole(desk: Answerer, question: str) -> None:
    answer = ask(desk, question)
    assert answer.status is Status.NO_ANSWER
    assert not answer.figures


#: 城管局 p.18 of 2022 and p.23 of 2023: 1,285 and 1,043 boards; 三公 budgets 81.00 (p.11), 113.00 (p.14), 72.50 (p.7);
#: 12 batches and 96 heads at the health bureau (p.8), 18 and 142 at the city's (p.21).
@pytest.mark.parametrize(
    ("turns", "value"),
    [
        (["2022年青岚城管拆了多少块违规户外广告？", "2023年呢？", "这两年加起来是多少块？"], "2328"),
        (["青岚城管局2022年三公经费预算多少", "2023年呢", "2024年呢", "这三年平均多少"], "88.83"),
        (["青岚城管局2022年和2023年三公经费预算一共多少"], "194.00"),
        (["青岚城管局和松屿卫健局2023年公务接待批次之和"], "30"),
        (["青岚城管局和松屿卫健局2023年公务接待一共多少批"], "30"),
        (["青岚城管局和松屿卫健局2023年公务接待人次加起来多少"], "238"),
        (["2023年末青岚区城管局（部门口径）与松屿区卫健局车辆保有量之和"], "56"),
        (["青岚城管局和松屿卫健局2023年公务接待谁的批次多"], "18"),
    ],
)
def test_sums_over_years_and_bodies(desk: Answerer, turns: list[str], value: str) -> None:
    assert ask(desk, *turns).figures[0].value == value


def test_what_was_spent_is_added_to_no_budget(desk: Answerer) -> None:
    answer = ask(desk, "青岚城管局2023年和2024年会议费预算一共多少")
    assert answer.status is Status.NO_ANSWER
    assert "2023年度会议费" in answer.answer


#: 城管局 2023 p.22: two indicators are named.
def test_an_indicator_that_was_not_met_is_named(desk: Answerer) -> None:
    answer = ask(desk, "青岚区城市管理局2023年哪项指标没完成")
    assert "榆荫路改造开工率" in answer.answer
    assert answer.citations[0].page == 22


#: 城管局 2022 p.10.
def test_money_for_people_by_item(desk: Answerer) -> None:
    answer = ask(desk, "2022年青岚城管局花在人身上的钱，不算大类只看明细，哪一项最大？")
    assert answer.figures[0].value == "1565.40"
    assert "基本工资" in answer.answer
