"""Two things or two measures in one question: each is told, the one that is lacking is said to be (一问两事)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest
from service.read.clauses import clauses
from service.read.items import items
from service.read.topics import carried
from service.things.told_things import run_of

TEXT = """芦川县水文中心2023年度单位决算
一、单位职责
芦川县水文中心负责全县水文监测。
二、机构设置
芦川县水文中心编制总数为58名，实有在编在职人员51人，离退休人员23人。
三、收入支出决算总体情况说明
芦川县水文中心2023年度收入总计640.00万元，支出总计640.00万元。本年支出合计640.00万元，其中：基本支出400.00万元，项目支出240.00万元。
四、工作开展情况
全年编印水情日报365篇、旬报36篇、月报12篇。
五、国有资产占用情况
截至2023年12月31日，芦川县水文中心房屋面积3120.50平方米，在建工程金额86.40万元，共有车辆6辆。
"""


@pytest.fixture(scope="module")
def river(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder = tmp_path_factory.mktemp("river")
    file = Path(folder, "芦川县水文中心2023年度单位决算.txt")
    file.write_text(TEXT, "utf-8")
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    (report,) = ingest_paths([file], settings)
    assert report.status == "read"
    return Answerer(settings)


def ask(answerer: Answerer, question: str) -> Answer:
    return answerer.ask(AskRequest(question=question))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("编制总数及实有在编在职人数", [("58", "名"), ("51", "人")]),
        ("房屋面积、在建工程金额", [("3120.50", "平方米"), ("86.40", "万元")]),
        ("日报、旬报各几篇", [("365", "篇"), ("36", "篇")]),
        ("日报 旬报 写了几篇", [("365", "篇"), ("36", "篇")]),
        ("日报旬报月报一共几篇", [("413", "篇"), ("365", "篇"), ("36", "篇"), ("12", "篇")]),
    ],
)
def test_each_that_is_named_is_told(river: Answerer, question: str, told: list[tuple[str, str]]) -> None:
    answer = ask(river, f"芦川县水文中心2023年{question}")
    assert [(f.value, f.unit) for f in answer.figures] == told


def test_the_one_that_is_lacking_is_said_beside_the_other(river: Answerer) -> None:
    answer = ask(river, "芦川县水文中心2023年房屋面积、土地面积")
    assert [(f.value, f.unit) for f in answer.figures] == [("3120.50", "平方米")]
    assert "没有" in answer.answer and "土地" in answer.answer


#: 城管局 2023: 基本支出 7470.06 (p.7); 2022: 7377.45 (p.6); the rate is (7470.06 − 7377.45) ÷ 7377.45.
@pytest.mark.parametrize("question", ["基本支出比上年增加还是减少", "基本支出跟上年比怎么样"])
def test_a_change_left_open_is_told_by_amount_and_rate(desk: Answerer, question: str) -> None:
    answer = ask(desk, f"青岚区城市管理局2023年{question}")
    assert [(f.value, f.unit) for f in answer.figures] == [("92.61", "万元"), ("1.26", "%")]


def test_an_amount_asked_for_is_told_alone(desk: Answerer) -> None:
    answer = ask(desk, "青岚区城市管理局2023年基本支出比上年增加多少")
    assert [(f.value, f.unit) for f in answer.figures] == [("92.61", "万元")]


#: 城管局 41 辆 (p.20), 卫健局 15 辆, 指挥中心 2 辆.
@pytest.mark.parametrize(
    ("question", "value"),
    [("谁家车最多，比第二名多几辆", "26"), ("谁家车最多，最多的比最少的多几辆", "39")],
)
def test_by_how_much_the_first_is_above_another(desk: Answerer, question: str, value: str) -> None:
    answer = ask(desk, f"2023年青岚区城市管理局、松屿区卫生健康局、数字城管指挥中心{question}")
    assert (answer.figures[0].value, answer.figures[0].unit) == (value, "辆")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("某局编制总数及在职人数", ["某局编制总数是多少", "在职人数是多少"]),
        ("某局资产情况：房屋面积、车辆数", ["某局房屋面积是多少", "某局车辆数是多少"]),
        ("某局采购里面会议、住宿服务各多少", ["某局采购里面会议服务多少", "某局采购里面住宿服务多少"]),
        ("某局编制数与在职人数相差多少", []),
        ("某局房屋面积合计", []),
        ("某局车辆数占设备数的比例", []),
    ],
)
def test_what_is_named_side_by_side(text: str, named: list[str]) -> None:
    assert items(text) == named


@pytest.mark.parametrize(
    ("piece", "run"),
    [
        ("日报周报月报", ["日报", "周报", "月报"]),
        ("日抱周报", ["日报", "周报"]),
        ("会议费", ["会议费"]),
        ("月报", ["月报"]),
    ],
)
def test_names_run_together(piece: str, run: list[str]) -> None:
    assert run_of(piece) == run


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("收入增幅及主因", ["收入增幅是多少", "主要原因是什么"]),
        ("培训费及占基本支出的比重", ["培训费是多少", "占基本支出的比重是多少"]),
        ("办了多少件，热线占几成（百分比）", ["办了多少件", "热线占几成（百分比）"]),
        ("收入多少、支出多少（某局）", ["收入多少（某局）", "支出多少"]),
    ],
)
def test_a_figure_and_what_is_said_of_it(text: str, parts: list[str]) -> None:
    assert clauses(text) == parts


#: 城管局 2023: 三公 103.79 against 72.96 the year before, 支出合计 18198.11 (p.7, p.14, p.21);
#: 差旅费 12.83, 印刷费 8.40 (p.13); 人员 6729.71 and 公用 740.35 (p.13);
#: 办公费 62.15 of 基本支出 7470.06 (p.13); 热线 22417, 巡查 6903 (p.24);
#: 18 批次, 142 人次, 41 辆, 运行维护费 66.15, 三公预算 113.00 (p.21); 22 and 14 辆, 884.50 and 1948.06 (p.22).
@pytest.mark.parametrize(
    ("question", "values"),
    [
        (
            "三公经费多少，占本年支出多少，比上年增加还是减少",
            ["103.79", "0.57", "30.83", "42.26"],
        ),
        ("差旅费多少，比印刷费多多少", ["12.83", "4.43", "12.83", "8.40"]),
        ("基本支出、项目支出各多少，合计多少", ["7470.06", "10728.05", "18198.11", "7470.06", "10728.05"]),
        (
            "人员经费和公用经费一共多少，各占基本支出多少",
            ["7470.06", "6729.71", "740.35", "90.09", "9.91"],
        ),
        ("人员经费和公用经费分别多少", ["6729.71", "740.35"]),
        ("公务用车保有量和运行维护费", ["41", "66.15"]),
        ("公务接待批次和人次", ["18", "142"]),
        ("差旅费、印刷费、办公费各占多少", ["0.17", "0.11", "0.83"]),
        ("热线转办和巡查上报各有多少件，共多少件", ["22417", "6903", "29320", "22417", "6903"]),
        ("公务接待费多少，接待了几批，一共多少人", ["2.36", "18", "142"]),
        ("总支出多少，局长是谁", ["18198.11"]),
        ("执法执勤用车和特种专业技术用车各有几辆，一共几辆", ["22", "14", "36", "22", "14"]),
        ("三公经费预算多少，决算多少，相差多少", ["113.00", "103.79", "-9.21"]),
        ("车几辆？运行维护费多少？平均每辆多少？", ["41", "66.15", "1.61"]),
        ("公厕运行管护和市政道路桥涵养护两个项目各花了多少", ["884.50", "1948.06"]),
    ],
)
def test_what_a_later_part_leaves_out_is_said_again(desk: Answerer, question: str, values: list[str]) -> None:
    answer = ask(desk, f"青岚区城市管理局2023年{question}")
    assert [f.value for f in answer.figures] == values


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("某局2023年会议费多少，占支出多少", []),
        (
            "某局2023年会议费多少，占支出多少，比上年多多少",
            ["某局2023年会议费多少", "某局2023年会议费占支出多少", "某局2023年会议费比上年多多少"],
        ),
        (
            "规划和建设局2023年会议费多少，比培训费多多少",
            ["规划和建设局2023年会议费多少", "规划和建设局2023年会议费比培训费多多少"],
        ),
        ("某局会议费多少，培训费多少", []),
        ("会议费有多少", []),
    ],
)
def test_parts_made_whole(text: str, parts: list[str]) -> None:
    assert carried(text.split("，")) == parts


#: 城管局 2023: 本年收入合计 18080.86, 本年支出合计 18198.11 (p.5, p.7).
@pytest.mark.parametrize("question", ["收入合计和支出合计分别多少", "收入合计和支出合计是否相等"])
def test_a_total_by_its_name_is_no_sum(desk: Answerer, question: str) -> None:
    answer = ask(desk, f"青岚区城市管理局2023年{question}")
    assert [f.value for f in answer.figures] == ["18080.86", "18198.11"]


def test_three_shares_are_all_told_in_words(desk: Answerer) -> None:
    told = ask(desk, "青岚区城市管理局2023年差旅费、印刷费、办公费各占多少").answer
    assert all(share in told for share in ("0.17", "0.11", "0.83"))
