"""How an account moved, as the text of final accounts tells it in the ways of several provinces (正文所述增减)."""

# ruff: noqa: E501 - lines of the text are read whole
from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import AskRequest, Status
from tests.ingest.press import Heading, Press, Sheet

H = Heading
HALL, PORT, SCHOOL = "砚山市文化旅游局", "临汐县交通运输局", "临汐县教育体育局"

#: Each item told with the year before by its own figure, by a change, in a bracket, or against the budget alone.
TEXT = {
    HALL: (
        "一、一般公共预算财政拨款支出决算情况",
        "2023年度一般公共预算财政拨款支出3,412.60万元，与上年相比增加118.30万元，增长3.59%。",
        "1.文化旅游体育与传媒支出（类）2,655.80万元，比上年增加96.40万元，增长3.77%。其中：",
        "（1）行政运行（项）支出决算为986.40万元，比2022年决算数增加41.20万元，增长4.36%，主要原因是新录用公务员4名。",
        "（2）图书馆（项）2023年支出决算为486.30万元，2022年支出决算为455.10万元，同比增长6.86%，主要原因是延长开馆时间。",
        "（3）群众文化（项）支出决算为358.20万元（较上年减少12.40万元，下降3.35%）。",
        "（4）艺术表演团体（项）年初预算为300.00万元，支出决算为330.00万元，比年初预算增加30.00万元，增长10.00%，主要原因是追加惠民演出经费。",
        "（5）文物保护（项）支出决算为494.90万元，完成年初预算的96.60%，决算数小于年初预算数的主要原因是项目结余；较上年决算数减少88.00万元，下降15.10%。",
        "二、财政拨款三公经费支出决算情况",
        "2023年度三公经费支出决算为31.20万元，比上年减少4.06万元，下降11.51%。",
        "1.因公出国（境）费支出0万元，与上年持平。",
        "2.公务用车购置及运行维护费支出27.90万元。其中：公务用车购置支出0万元；公务用车运行支出27.90万元，公务用车保有量7辆。与上年相比，运行支出减少3.30万元。",
        "3.公务接待费支出3.30万元，上年决算数为4.06万元，主要是来访批次减少。",
    ),
    PORT: (
        "一、一般公共预算财政拨款支出决算情况",
        "2023年本单位一般公共预算财政拨款支出56,320,480.15元，较2022年度减少1,204,300.00元，下降2.09%。具体如下：",
        "（一）公路养护（2140106）支出决算数21,480,350.00元，比2022年增加1,360,200.00元，增幅6.76%，增加原因是新增县道18公里。",
        "（二）公路和运输安全（2140110）支出决算数3,120,000.00元，较上年下降480,000.00元，降幅13.33%，减少原因是隧道检测两年一次。",
        "（三）机关事业单位基本养老保险缴费支出（2080505）支出决算数2,045,600.00元，上年同期数1,988,200.00元，增加57,400.00元。",
        "（四）住房公积金（2210201）支出决算数1,530,240.00元，与上年相比无增减变化。",
        "二、机关运行经费支出情况",
        "2023年机关运行经费支出1,860,500.00元，较上年度增加（减少）-214,300.00元，主要原因是办公用房统一供暖。",
    ),
    SCHOOL: (
        "一、一般公共预算财政拨款支出决算情况",
        "2023年度一般公共预算财政拨款支出8,420.00万元，比上年决算数增加512.00万元，增长6.47%。",
        "1.教育支出（类）8,013.20万元，比上年增加488.00万元。其中：小学教育（项）支出3,214.70万元，占40.12%；初中教育（项）支出2,600.00万元。",
        "2.高中教育（项）2023年支出1,300.00万元，比2022年的1,180.00万元增加120.00万元，主要是新建宿舍楼开办费。",
        "3.特殊教育（项）支出由上年的210.00万元增至236.50万元，主要原因是学生增加11人。",
        "4.学前教育（项）支出决算260.00万元，2022年度决算数为284.00万元，减少24.00万元，下降8.45%。",
        "5.干部教育（项）支出12.00万元，年初预算15.00万元，比年初预算减少3.00万元，下降20.00%。",
        "6.进修及培训（类）教师进修（项）支出390.00万元，较上年增长30%。",
    ),
}  # fmt: skip


TOTALS = {
    HALL: ["合计", "3,412.60", "2,000.00", "1,412.60"],
    PORT: ["合计", "56,320,480.15", "30,000,000.00", "26,320,480.15"],
    SCHOOL: ["合计", "8,420.00", "7,000.00", "1,420.00"],
}


def final_accounts(folder: Path, body: str) -> Path:
    path = folder / f"{body}2023年度部门决算.pdf"
    press = Press(path)
    press.cover([body, "2023年度部门决算"])
    press.prose(["第一部分 部门概况", f"{body}贯彻执行国家有关方针政策。"])
    unit = "元" if body == PORT else "万元"
    rows = [TOTALS[body]]
    press.sheet(Sheet("一般公共预算财政拨款支出决算表", [[H("科目名称"), H("合计"), H("基本支出"), H("项目支出")]], rows, (6, 3, 3, 3), left=f"部门：{body}", right=f"金额单位：{unit}"))  # fmt: skip
    press.prose(["第三部分 2023年度部门决算情况说明", *TEXT[body]])
    press.close()
    return path


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder = tmp_path_factory.mktemp("told")
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    reports = ingest_paths([final_accounts(folder, body) for body in TEXT], settings)
    assert {report.status for report in reports} == {"read"}
    return Answerer(settings)


#: What is asked, and what the page says: the sign is that of the change.
ASKED = [
    (HALL, "行政运行比上年增加多少", "41.20", "万元"),
    (HALL, "行政运行比2022年增长百分之几", "4.36", "%"),
    (HALL, "图书馆支出比上年多了多少", "31.20", "万元"),
    (HALL, "图书馆支出上年是多少", "455.10", "万元"),
    (HALL, "群众文化支出比上年少了多少", "-12.40", "万元"),
    (HALL, "文物保护支出比上年增减多少", "-88.00", "万元"),
    (HALL, "文物保护支出比上年下降百分之几", "-15.10", "%"),
    (HALL, "文化旅游体育与传媒支出比上年增加多少", "96.40", "万元"),
    (HALL, "公务用车运行维护费比上年少多少", "-3.30", "万元"),
    (HALL, "车辆运行维护费比上年少多少", "-3.30", "万元"),
    (HALL, "公务接待费比上年减少多少", "-0.76", "万元"),
    (HALL, "三公经费比上年减少多少", "-4.06", "万元"),
    (PORT, "公路养护支出比上年多多少", "1360200.00", "元"),
    (PORT, "公路和运输安全比2022年少多少钱", "-480000.00", "元"),
    (PORT, "公路和运输安全比上年下降百分之几", "-13.33", "%"),
    (PORT, "养老保险缴费支出比上年增加多少", "57400.00", "元"),
    (PORT, "机关运行经费比上年增减多少", "-214300.00", "元"),
    (SCHOOL, "高中教育比上年多多少", "120.00", "万元"),
    (SCHOOL, "特殊教育支出比上年增加多少", "26.50", "万元"),
    (SCHOOL, "学前教育比上年下降百分之几", "-8.45", "%"),
    (SCHOOL, "教师进修比上年增长百分之几", "30", "%"),
]


@pytest.mark.parametrize(("body", "asked", "value", "unit"), ASKED)
def test_a_change_is_told_with_its_sign(
    answerer: Answerer, body: str, asked: str, value: str, unit: str
) -> None:
    figure = answerer.ask(AskRequest(question=f"{body}2023年{asked}")).figures[0]
    assert (figure.value, figure.unit) == (value, unit)


@pytest.mark.parametrize(
    ("body", "asked", "value"),
    [
        (HALL, "公务接待费", "4.06"),
        (PORT, "养老保险缴费支出", "1988200.00"),
        (SCHOOL, "高中教育支出", "1180.00"),
        (SCHOOL, "特殊教育支出", "210.00"),
        (SCHOOL, "学前教育支出", "284.00"),
    ],
)
def test_the_year_before_is_told_as_it_is_printed(
    answerer: Answerer, body: str, asked: str, value: str
) -> None:
    figure = answerer.ask(AskRequest(question=f"{body}2022年{asked}是多少")).figures[0]
    assert (figure.value, figure.year) == (value, 2022)


#: Moved against the budget alone; only its class is told to have moved.
@pytest.mark.parametrize(
    ("body", "asked"),
    [
        (HALL, "艺术表演团体比上年增加多少"),
        (SCHOOL, "干部教育比上年减少多少"),
        (SCHOOL, "小学教育比上年增加多少"),
        (SCHOOL, "初中教育比上年增长百分之几"),
    ],
)
def test_what_is_not_held_against_the_year_before_is_declined(
    answerer: Answerer, body: str, asked: str
) -> None:
    told = answerer.ask(AskRequest(question=f"{body}2023年{asked}"))
    assert told.status is Status.NO_ANSWER and not told.figures


def test_each_of_two_items_of_a_sentence_has_its_own_amount(answerer: Answerer) -> None:
    for item, value in (("小学教育", "3214.70"), ("初中教育", "2600.00")):
        told = answerer.ask(AskRequest(question=f"{SCHOOL}2023年{item}支出多少"))
        assert told.figures[0].value == value


def test_changes_are_asked_on(answerer: Answerer) -> None:
    asked = (
        f"{HALL}2023年行政运行比上年增加多少",
        "那群众文化呢，比上一年少了多少",
        f"那{PORT}的公路养护呢",
        "公路和运输安全呢",
    )
    told = [answerer.ask(AskRequest(question=q, conversation_id="told")).figures[0].value for q in asked]
    assert told == ["41.20", "-12.40", "1360200.00", "-480000.00"]
