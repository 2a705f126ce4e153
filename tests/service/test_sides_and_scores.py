"""Topics, bodies named last or by their heads, units that do things, scores and targets side by side (并列与追问)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from service.read.plainly import plainly
from service.scope.periods import find_period
from tests.service.talking import talk

BUREAU = """芒川市城市管理局2022年度部门决算
一、部门职责
芒川市城市管理局负责市容环境卫生。年末在职人员48人，离休人员2人。
二、收入支出决算总体情况说明
芒川市城市管理局2022年度收入总计2,000.00万元，支出总计2,000.00万元。本年支出合计2,000.00万元，其中：基本支出1,200.00万元，项目支出800.00万元。
三、政府采购支出情况说明
2022年度政府采购支出总额300.00万元，其中：政府采购货物支出40.00万元、政府采购工程支出60.00万元、政府采购服务支出200.00万元。授予中小企业合同金额150.00万元，其中：授予小微企业合同金额90.00万元。
四、国有资产占用情况
截至2022年12月31日，芒川市城市管理局共有车辆31辆。
"""
CENTRE = """芒川市智慧城管调度中心2022年度单位决算
一、单位职责
芒川市智慧城管调度中心负责受理市容案件。年末在职人员26人。
二、收入支出决算总体情况说明
芒川市智慧城管调度中心2022年度收入总计400.00万元，支出总计400.00万元。本年支出合计400.00万元，其中：基本支出300.00万元，项目支出100.00万元。
三、国有资产占用情况
截至2022年12月31日，芒川市智慧城管调度中心共有车辆5辆。
"""


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder = tmp_path_factory.mktemp("town")
    files = []
    for text in (BUREAU, CENTRE):
        files.append(Path(folder, f"{text.splitlines()[0]}.txt"))
        files[-1].write_text(text, "utf-8")
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert [report.status for report in ingest_paths(files, settings)] == ["read", "read"]
    return Answerer(settings)


def values(answer: Answer) -> list[str]:
    return [figure.value for figure in answer.figures]


#: What stands before the comma only opens the question; several that are asked for behind it are all told.
@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("芒川市城市管理局2022年政府采购，授予小微企业合同金额多少？", ["90.00"]),
        ("芒川市城市管理局2022年度政府采购，工程支出多少", ["60.00"]),
        (
            "芒川市城市管理局2022年政府采购，授予中小企业合同金额和授予小微企业合同金额各多少",
            ["150.00", "90.00"],
        ),
        ("2022年基本支出多少？芒川市城市管理局的", ["1200.00"]),
        ("智慧城管2022年有几辆车", ["5"]),
        ("智慧城管2022年的支出是多少", ["400.00"]),
        ("芒川市城市管理局跟智慧城管调度中心比2022年车差几辆", ["26", "31", "5"]),
        ("芒川市城市管理局31辆那个跟智慧城管调度中心比，2022年底的车差多少辆", ["26", "31", "5"]),
        ("城市管理局和智慧城管调度中心2022年底在职人 谁多 多几个", ["22", "48", "26"]),
    ],
)
def test_what_is_named_is_told_of_whom_it_is_asked(town: Answerer, question: str, told: list[str]) -> None:
    answer = town.ask(AskRequest(question=question))
    assert answer.status is Status.ANSWERED
    assert values(answer) == told


CITY = "青岚区城市管理局2023年"


#: 城管局 2023: 办公费 62.15, 印刷费 8.40, 水费 7.92, 电费 41.38 (p.13); 城市建设支出: 120.00 at the start, 44.50 at the
#: end of the year (p.15); 财政拨款收入 18022.26 of 18080.86 (p.5); total scores 97.38 (p.26), 89.74, 96.76 (p.27);
#: 政府采购 6371.75, 648.60 or 9.24 % less than in 2022 (p.21, 2022 p.17).
@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("办公和印刷各花多少？", ["62.15", "8.40"]),
        ("水、电分别多少", ["7.92", "41.38"]),
        ("度公开08表，城市建设支出（2120803）年末结转和结余是多少？", ["44.50"]),
        ("城市建设支出年初结转和结余多少", ["120.00"]),
        ("收入里，财政给的占了百分之多少？", ["99.68"]),
        ("道路清扫保洁与垃圾收运、市政道路桥涵养护，哪个总分高，高多少分？", ["7.64", "97.38", "89.74"]),
        ("两张项目自评表，市政道路桥涵养护和数字城管平台运行总分差几分", ["7.02", "96.76", "89.74"]),
        ("政府采购支出比2022年少了多少？降了百分之几？", ["-648.60", "-9.24"]),
    ],
)
def test_accounts_and_scores_side_by_side(desk: Answerer, question: str, told: list[str]) -> None:
    answer = desk.ask(AskRequest(question=CITY + question))
    assert answer.status is Status.ANSWERED
    shown = values(answer)
    assert sorted(shown[: len(told)]) == sorted(told)


def test_no_score_of_another_project_is_told(desk: Answerer) -> None:
    """公厕运行管护 has no form of its own."""
    answer = desk.ask(AskRequest(question=f"{CITY}市政道路桥涵养护和公厕运行管护哪个总分高"))
    assert (answer.status, answer.figures) == (Status.NO_ANSWER, [])


#: 城管局 2024 p.18: 数字城管平台运行 136.00 by 数字城管指挥中心, 公厕运行管护 895.00 by the bureau itself.
@pytest.mark.parametrize(
    ("turns", "told", "doer"),
    [
        (
            ["青岚区城管局2024年给数字城管平台运行项目安排多少钱？哪家单位来干？"],
            ["136.00"],
            "数字城管指挥中心",
        ),
        (["青岚区城管局2024年公厕运行管护预算多少，哪个单位承担？"], ["895.00"], "（本级）"),
        (["青岚区城管局2024年公厕运行管护预算多少", "由谁实施？"], [], "（本级）"),
        (["青岚区城管局2024年数字城管平台运行预算多少", "哪个单位承担？"], [], "数字城管指挥中心"),
    ],
)
def test_who_carries_out_a_project(desk: Answerer, turns: list[str], told: list[str], doer: str) -> None:
    answer = talk(desk, *turns)
    assert values(answer) == told
    (named,) = [line for line in answer.answer.splitlines() if "实施单位" in line]
    assert doer in named
    assert "市政设施养护中心" not in answer.answer


#: p.26: 背街小巷清扫覆盖率 98 aimed at; p.27: 车行道维修面积 4.5 aimed at, 4.82 done.
@pytest.mark.parametrize(
    ("first", "then", "target"),
    [
        ("背街小巷清扫覆盖率做到了百分之几？", "那它当时定的目标是多少？", "98"),
        ("背街小巷清扫覆盖率做到了百分之几？", "目标值是多少", "98"),
        ("车行道维修面积多少", "原来计划多少", "4.5"),
    ],
)
def test_the_target_is_asked_for_afterwards(desk: Answerer, first: str, then: str, target: str) -> None:
    assert values(talk(desk, CITY + first, then))[0] == target


#: The only year of two that are set side by side is that of both; a year that something moved since is a base.
@pytest.mark.parametrize(
    ("question", "years"),
    [
        ("城管局跟卫健局比2023年公务接待费差多少", (2023,)),
        ("公务接待费和会议费比2022年少了多少", ()),
        ("2023年公务接待费跟2022年比差多少", (2023,)),
    ],
)
def test_the_year_of_both(question: str, years: tuple[int, ...]) -> None:
    assert find_period(question).years == years


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("三公预算砍掉多少？青岚城管的", "青岚城管三公预算砍掉多少？"),
        ("基本支出占比多少，项目支出的", "基本支出占比多少，项目支出的"),
        ("三公经费多少，是区里的", "三公经费多少，是区里的"),
        ("差旅和培训加起来多少", "差旅费和培训费加起来多少"),
        ("水利和电力局2023年办公用房多少", "水利和电力局2023年办公用房多少"),
    ],
)
def test_spoken_order_and_short_names(said: str, meant: str) -> None:
    assert plainly(said) == meant


#: 公厕运行管护 2023: 全年预算 900.00, 执行 884.50, 127 public toilets (p.22); 网格员 人均每日 1.6件 (指挥中心 p.16).
@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("算算看，2023年青岚城管每座公厕平均要花多少管护费？按执行数和管护的座数算", "6.96"),
        ("2023年青岚城管每座公厕平均要花多少管护费？按全年预算算", "7.09"),
        ("数字城管指挥中心2023年网格员人均每天报多少件", "1.6"),
        ("網格員2023人均每天報多少件 數字城管", "1.6"),
        ("青岚城管局2023年财政给的占收入百分之几，按决算数算", "99.68"),
    ],
)
def test_means_as_printed_and_as_worked_out(desk: Answerer, question: str, value: str) -> None:
    assert values(desk.ask(AskRequest(question=question)))[0] == value


@pytest.mark.parametrize("said", ["每座公共厕所运行管护花了多少", "每座公厕花了多少钱"])
def test_all_money_is_not_divided_by_things_that_were_counted(desk: Answerer, said: str) -> None:
    answer = desk.ask(AskRequest(question=CITY + said))
    assert all("本年支出合计" not in figure.label for figure in answer.figures)


#: 部门整体支出自评得分 95.20 (2022 p.18), 94.60 (2023 p.22).
def test_which_year_scored_more(desk: Answerer) -> None:
    answer = talk(desk, f"{CITY}部门整体支出自评得了多少分？", "跟2022年比，哪年分高？高几分？")
    assert values(answer) == ["0.60", "95.20", "94.60"]


#: 突发公共卫生事件应急处理 2023: 1926400 of 6000000 planned (p.17); 行政事业单位养老支出 11147500.10 (p.14).
@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("卫健局2023年应急那笔钱，年初说好600万，最后才用了百分之几？松屿区的", "32.11"),
        ("松屿区卫健局2023年应急那笔钱花了多少", "1926400.00"),
        ("松屿区卫健局2023年养老那笔钱多少", "11147500.10"),
    ],
)
def test_an_account_that_is_pointed_at_by_one_word(desk: Answerer, question: str, value: str) -> None:
    assert values(desk.ask(AskRequest(question=question)))[0] == value
