"""Units of a department in flat tables, in columns and in the annex, called as people call them (分单位各表)."""

# ruff: noqa: E501 - rows of a table are read whole
from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from tests.ingest.press import Heading, Press, Sheet

H = Heading
HEALTH, QUALITY = "青柏县卫生健康局", "柘川市市场监督管理局"
FOREST, WATER = "芦泉县林业和草原局", "芦泉县水利局"
SOIL, SUPPLY = "芦泉县水土保持工作站", "芦泉县农村供水管理总站"
HOSPITAL, TCM = "青柏县人民医院", "青柏县中医医院"
STONE, POPLAR, FLOOD = "石岭镇中心卫生院", "白杨乡卫生院", "青柏县疾病预防控制中心"
POLICE, GOODS, MEASURES, DRUGS = (
    "柘川市市场监督管理综合执法支队",
    "柘川市产品质量检验所",
    "柘川市计量测试所",
    "柘川市食品药品检验检测中心",
)


def health(folder: Path) -> Path:
    """A flat table: what stands behind 本年收入合计 is income, what stands behind 本年支出合计 is spent."""
    path = folder / f"{HEALTH}2023年度部门决算.pdf"
    press = Press(path)
    press.cover([HEALTH, "2023年度部门决算"])
    press.prose(["第一部分 部门概况", "一、主要职责", "负责全县医疗卫生和公共卫生服务。", "二、决算单位构成", "纳入本部门2023年度决算汇编范围的单位共6个，包括局机关和5个所属单位，情况见下表："])  # fmt: skip
    staff = [
        [f"{HEALTH}（机关）", "行政单位", "30", "28", ""],
        [FLOOD, "公益一类", "60", "52", ""],
        [HOSPITAL, "公益二类", "420", "398", "400"],
        [TCM, "公益二类", "170", "160", "180"],
        [STONE, "公益一类", "66", "61", "60"],
        [POPLAR, "公益一类", "40", "34", "25"],
        ["合计", "", "786", "733", "665"],
    ]
    press.sheet(Sheet("", [[H("单位名称"), H("单位性质"), H("编制数"), H("年末在职人数"), H("编制床位")]], staff, (7, 3, 2, 2, 2), own_page=False))  # fmt: skip
    press.sheet(Sheet("收入支出决算总表", [[H("收入", 2), H("支出", 2)], [H("项目"), H("金额"), H("项目"), H("金额")]], [["一、财政拨款收入", "11,200.00", "一、卫生健康支出", "30,350.00"], ["二、事业收入", "19,700.00", "", ""], ["三、其他收入", "200.00", "", ""], ["本年收入合计", "31,100.00", "本年支出合计", "30,350.00"]], (5, 3, 5, 3), left=f"部门：{HEALTH}", right="金额单位：万元"))  # fmt: skip
    head = [H(x) for x in ("单位名称", "本年收入合计", "其中：财政拨款", "其中：事业收入", "其中：其他收入", "本年支出合计", "基本支出", "项目支出")]  # fmt: skip
    rows = [
        [f"{HEALTH}（机关）", "2,000.00", "2,000.00", "", "", "1,850.00", "950.00", "900.00"],
        [FLOOD, "1,800.00", "1,800.00", "", "", "1,500.00", "900.00", "600.00"],
        [HOSPITAL, "17,000.00", "3,500.00", "13,350.00", "150.00", "17,500.00", "14,300.00", "3,200.00"],
        [TCM, "5,500.00", "1,400.00", "4,050.00", "50.00", "5,400.00", "4,700.00", "700.00"],
        [STONE, "3,100.00", "1,500.00", "1,600.00", "", "2,700.00", "2,200.00", "500.00"],
        [POPLAR, "1,700.00", "1,000.00", "700.00", "", "1,400.00", "1,150.00", "250.00"],
        ["合计", "31,100.00", "11,200.00", "19,700.00", "200.00", "30,350.00", "24,200.00", "6,150.00"],
    ]
    press.sheet(Sheet("所属单位收支情况表", [head], rows, (6, 3, 3, 3, 3, 3, 3, 3), left=f"部门：{HEALTH}", right="金额单位：万元"))  # fmt: skip
    press.close()
    return path


def quality(folder: Path) -> Path:
    """Annexes with a head of two rows, fees and cars by unit."""
    path = folder / f"{QUALITY}2023年度部门决算.pdf"
    press = Press(path)
    press.cover([QUALITY, "2023年度部门决算"])
    press.prose(["第一部分 部门概况", "一、主要职责", "负责全市市场综合监督管理。", "二、部门决算单位构成", "截至2023年末，部门公务用车保有量为40辆。", "第五部分 附件"])  # fmt: skip
    two = [
        [H("单位名称", rows=2), H("本年收入", 3), H("本年支出", 3)],
        [H("合计"), H("财政拨款"), H("事业收入"), H("合计"), H("基本支出"), H("项目支出")],
    ]
    rows = [
        [f"{QUALITY}（机关）", "9,000.00", "9,000.00", "", "8,900.00", "7,000.00", "1,900.00"],
        [POLICE, "5,000.00", "5,000.00", "", "4,800.00", "4,300.00", "500.00"],
        [GOODS, "1,650.00", "1,090.00", "560.00", "1,800.00", "1,520.00", "280.00"],
        [MEASURES, "1,180.00", "780.00", "400.00", "1,230.00", "980.00", "250.00"],
        [DRUGS, "2,220.00", "1,830.00", "390.00", "2,200.00", "1,600.00", "600.00"],
        ["合计", "19,050.00", "17,700.00", "1,350.00", "18,930.00", "15,400.00", "3,530.00"],
    ]
    press.sheet(Sheet("附件1 所属单位收入支出情况表", two, rows, (7, 3, 3, 3, 3, 3, 3), right="金额单位：万元"))  # fmt: skip
    fees = [H(x) for x in ("单位名称", "合计", "因公出国（境）费", "公务用车购置费", "公务用车运行维护费", "公务接待费", "公务用车保有量（辆）")]  # fmt: skip
    held = [
        [f"{QUALITY}（机关）", "45.00", "5.00", "0.00", "35.00", "5.00", "12"],
        [POLICE, "66.40", "0.00", "18.00", "47.20", "1.20", "20"],
        [GOODS, "8.00", "0.00", "0.00", "7.40", "0.60", "3"],
        [MEASURES, "6.00", "0.00", "0.00", "5.60", "0.40", "2"],
        [DRUGS, "12.60", "0.00", "0.00", "11.60", "1.00", "3"],
        ["合计", "138.00", "5.00", "18.00", "106.80", "8.20", "40"],
    ]
    press.sheet(Sheet("附件2 所属单位“三公”经费支出情况表", [fees], held, (7, 3, 3, 3, 3, 3, 3), right="金额单位：万元"))  # fmt: skip
    press.close()
    return path


def forest(folder: Path) -> Path:
    """Units by short names, the office among them: 局机关, 县林场."""
    path = folder / f"{FOREST}2024年部门预算.pdf"
    press = Press(path)
    press.cover([FOREST, "2024年部门预算"])
    press.prose(["第一部分 部门概况", "一、主要职责", "负责全县造林绿化。"])
    rows = [
        ["合计", "1,500.00", "900.00", "600.00"],
        ["局机关", "700.00", "420.00", "280.00"],
        ["县林场", "500.00", "300.00", "200.00"],
        ["县森防站", "180.00", "110.00", "70.00"],
        ["县苗圃", "120.00", "70.00", "50.00"],
    ]
    press.sheet(Sheet("部门支出总表（分单位）", [[H("单位名称"), H("合计"), H("基本支出"), H("项目支出")]], rows, (5, 3, 3, 3), left=f"部门：{FOREST}", right="单位：万元"))  # fmt: skip
    press.close()
    return path


def water(folder: Path) -> Path:
    """Units as columns, and their staff told one by one in the text."""
    path = folder / f"{WATER}2023年度部门决算.pdf"
    press = Press(path)
    press.cover([WATER, "2023年度部门决算"])
    press.prose(["第一部分 部门概况", "一、主要职责", "负责全县水资源管理。", "二、机构设置及人员情况", "纳入2023年度部门决算编制范围的单位共3个，所属单位情况如下："])  # fmt: skip
    press.prose([f"1.{SOIL}，公益一类事业单位，核定编制24名，年末实有在职人员21人；", f"2.{SUPPLY}，公益二类事业单位，核定编制30名，年末实有在职人员27人。"])  # fmt: skip
    head = [[H("项目"), H(f"{WATER}（机关）"), H(SOIL), H(SUPPLY), H("合计")]]
    rows = [
        ["本年收入合计", "1,200.00", "400.00", "900.00", "2,500.00"],
        ["其中：事业收入", "", "", "400.00", "400.00"],
        ["本年支出合计", "1,180.00", "390.00", "880.00", "2,450.00"],
        ["项目支出", "380.00", "140.00", "280.00", "800.00"],
    ]
    press.sheet(Sheet("所属单位收支情况表", head, rows, (4, 4, 4, 4, 3), left=f"部门：{WATER}", right="金额单位：万元"))  # fmt: skip
    press.close()
    return path


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder = tmp_path_factory.mktemp("rows")
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    reports = ingest_paths([health(folder), quality(folder), forest(folder), water(folder)], settings)
    assert {report.status for report in reports} == {"read"}
    return Answerer(settings)


def ask(answerer: Answerer, *questions: str) -> Answer:
    told = [answerer.ask(AskRequest(question=q, conversation_id=questions[0])) for q in questions]
    return told[-1]


@pytest.mark.parametrize(
    ("question", "entity", "value"),
    [
        ("青柏县卫健局2023年下面县人民医院支出多少", HOSPITAL, "17500.00"),
        ("青柏县卫健局2023年县中医院的财政拨款收入是多少", TCM, "1400.00"),
        ("青柏县疾控2023年基本支出多少", FLOOD, "900.00"),
        ("石岭镇卫生院2023年收入是多少", STONE, "3100.00"),
        ("青柏县白杨乡卫生院2023年项目支出多少", POPLAR, "250.00"),
        ("柘川市质检所2023年事业收入是多少", GOODS, "560.00"),
        ("柘川市市监局2023年食药检验中心的项目支出", DRUGS, "600.00"),
        ("柘川市市监局综合执法支队2023年车辆运行维护费是多少", POLICE, "47.20"),
        ("柘川市计量所2023年三公经费多少", MEASURES, "6.00"),
        ("芦泉县林草局2024年县林场的项目支出", "芦泉县林场", "200.00"),
        ("芦泉县水利局2023年供水总站的事业收入", SUPPLY, "400.00"),
        ("芦泉县水保站2023年项目支出多少", SOIL, "140.00"),
        ("芦泉县水利局管供水的那个站2023年项目支出多少", SUPPLY, "280.00"),
        ("芦泉县苗圃2024年基本支出多少", "芦泉县苗圃", "70.00"),
        ("芦泉县林草局2024年局机关的基本支出", f"{FOREST}（机关）", "420.00"),
    ],
)
def test_a_unit_is_known_by_how_it_is_called(
    answerer: Answerer, question: str, entity: str, value: str
) -> None:
    figure = ask(answerer, question).figures[0]
    assert (figure.entity, figure.value, figure.unit) == (entity, value, "万元")


@pytest.mark.parametrize(
    ("question", "value", "unit"),
    [
        ("青柏县卫健局全系统的编制里，县中医院占几成？给个百分比就行", "21.63", "%"),
        ("2023年青柏县人民医院的本年收入在卫健局全部门本年收入里占多大比例", "54.66", "%"),
        ("2023年青柏县人民医院事业收入在卫健局事业收入里占多少", "67.77", "%"),
        ("柘川市市监局综合执法支队2023年占全局支出的百分之几", "25.36", "%"),
        ("石岭镇和白杨乡两个卫生院2023年收入加一块儿是多少", "4800.00", "万元"),
        ("柘川市质检所、计量所、食药检验中心三家2023年事业收入加起来多少", "1350.00", "万元"),
        ("芦泉县供水总站2023年支出占全局支出的百分之几", "35.92", "%"),
        ("芦泉县水保站有多少编制", "24", "名"),
        ("芦泉县水利局水保站和供水总站在职一共多少人", "48", "人"),
        ("青柏县卫健局2023年两个卫生院一共有多少在职的人", "95", "人"),
    ],
)
def test_units_are_held_together_and_against_the_whole(
    answerer: Answerer, question: str, value: str, unit: str
) -> None:
    figure = ask(answerer, question).figures[0]
    assert (figure.value, figure.unit) == (value, unit)


def test_two_units_are_compared(answerer: Answerer) -> None:
    told = ask(answerer, "柘川市质检所和计量所，2023年哪家对外检测挣的事业收入多，多多少")
    assert "160.00" in {f.value for f in told.figures} and GOODS in told.answer


def test_the_unit_that_has_most_is_looked_for(answerer: Answerer) -> None:
    spent = ask(answerer, "2023年青柏卫健系统哪个单位花钱最多")
    assert (spent.figures[0].entity, spent.figures[0].value) == (HOSPITAL, "17500.00")
    planned = ask(answerer, "芦泉县林草局2024年哪个单位预算最多")
    assert (planned.figures[0].entity, planned.figures[0].value) == (f"{FOREST}（机关）", "700.00")
    beds = ask(answerer, "青柏县卫健局2023年哪个卫生院床位多")
    assert (beds.figures[0].entity, beds.figures[0].value) == (STONE, "60")


@pytest.mark.parametrize(
    ("question", "entity", "value"),
    [
        ("青柏县卫健局2023年底下单位里支出第三多的是哪家", STONE, "2700.00"),
        ("柘川市市监局2023年所属单位中本年支出排第二的是哪家", POLICE, "4800.00"),
        ("柘川市市监局2023年下属各家单位里本年支出排第二的是哪家", DRUGS, "2200.00"),
        ("柘川市市监局2023年下面几家单位谁的项目支出最少", MEASURES, "250.00"),
        ("青柏县卫健局2023年下面哪个单位在岗的人最多？有几个？", HOSPITAL, "398"),
        ("青柏县卫健局2023年哪个下属单位人最少", POPLAR, "34"),
        ("柘川市市监局下面几家单位里，2023年项目支出最多和最少的分别是谁", f"{QUALITY}（机关）", "1900.00"),
        ("柘川市市监局2023年下面哪个单位项目支出最多", DRUGS, "600.00"),
    ],
)
def test_the_order_of_the_units(answerer: Answerer, question: str, entity: str, value: str) -> None:
    """The department's own office is one of its 所属单位 where their table has it, and none of those below it."""
    told = ask(answerer, question)
    assert (told.figures[0].entity, told.figures[0].value) == (entity, value)


def test_an_order_with_the_office_tells_the_one_without_it(answerer: Answerer) -> None:
    told = ask(answerer, "柘川市市监局2023年所属单位里支出第二高的是哪家").answer
    assert f"如果不算机关本级，排第2的是{DRUGS} 2200.00 万元" in told


def test_the_department_stays_itself_after_its_units(answerer: Answerer) -> None:
    told = ask(answerer, "柘川市市监局2023年哪个单位支出最多", "柘川市市监局2023年支出多少")
    assert (told.figures[0].entity, told.figures[0].value) == (QUALITY, "18930.00")


@pytest.mark.parametrize("said", ["职工", "在岗的人", "人手"])
def test_the_people_that_there_are_by_any_word(answerer: Answerer, said: str) -> None:
    told = ask(answerer, f"青柏县卫健局2023年县中医院有多少{said}")
    assert (told.figures[0].value, told.figures[0].unit) == ("160", "人")


def test_the_next_unit_is_asked_about(answerer: Answerer) -> None:
    spent = ask(answerer, "青柏县卫健局2023年下面县人民医院支出多少", "那县中医院那年花了多少")
    assert (spent.figures[0].entity, spent.figures[0].value) == (TCM, "5400.00")
    cars = ask(answerer, "柘川市市监局2023年公务用车保有量多少辆", "综合执法支队呢", "那质检所呢")
    assert (cars.figures[0].entity, cars.figures[0].value, cars.figures[0].unit) == (GOODS, "3", "辆")
    fee = ask(answerer, "柘川市市监局2023年三公经费一共多少", "其中综合执法支队的车辆运行维护费是多少")
    assert (fee.figures[0].entity, fee.figures[0].value) == (POLICE, "47.20")


def test_the_units_are_listed(answerer: Answerer) -> None:
    told = ask(answerer, "纳入青柏县卫健局2023年决算汇编的5个所属单位分别是哪些")
    assert all(unit in told.answer for unit in (HOSPITAL, TCM, STONE, POPLAR, FLOOD))
    kinds = ask(answerer, "青柏县卫健局直接管的卫生院有哪几家")
    assert STONE in kinds.answer and POPLAR in kinds.answer and HOSPITAL not in kinds.answer


@pytest.mark.parametrize(
    "question",
    [
        "石岭镇2023年支出多少",
        "石岭镇文化站2023年支出多少",
        "柘川市特种设备检验所2023年事业收入多少",
        "芦泉县水利局编制多少人",
        "柘川市综合执法支队2023年支出多少",
        "柘川市检验所2023年支出多少",
        "青柏县妇幼保健院2023年收入多少",
        "青柏县口腔医院2023年花了多少",
    ],
)
def test_what_is_none_of_the_units_is_declined(answerer: Answerer, question: str) -> None:
    told = ask(answerer, question)
    assert told.status is Status.NO_ANSWER and not told.figures
