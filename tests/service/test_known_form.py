"""Places, comparisons and runs of years in other people's words, told by the plain question (换成常用的问法)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from service.read.clauses import clauses
from service.read.placed_plainly import placed_plainly
from tests.service.talking import talk

PARKS, ROADS = "芦川市园林绿化局", "芦川市公路养护局"


def report(body: str, year: int, spent: str, cars: int, guests: str, score: str) -> str:
    """A disclosure in words, whose figures are read off it below."""
    return f"""{body}{year}年度部门决算
一、部门职责
{body}负责本市有关养护工作。
二、收入支出决算总体情况说明
{body}{year}年度收入总计{spent}万元，支出总计{spent}万元。本年支出合计{spent}万元，其中：基本支出200.00万元，项目支出100.00万元。
三、“三公”经费支出情况说明
{year}年度公务接待费支出{guests}万元。
四、国有资产占用情况
截至{year}年12月31日，{body}共有车辆{cars}辆。
五、预算绩效情况说明
{year}年度整体支出绩效自评得分{score}分。
六、重点工作完成情况
全年协调办理群众投诉案件600件，其中：热线转办案件320件、网格上报案件190件、信访转办案件90件。全年巡查发现占绿毁绿问题75个，发现井盖缺损问题48个。
"""


TEXTS = (
    report(PARKS, 2021, "300.00", 30, "6.10", "88.50"),
    report(PARKS, 2022, "340.00", 31, "5.40", "90.25"),
    report(PARKS, 2023, "325.00", 33, "4.90", "92.75"),
    report(ROADS, 2023, "512.00", 47, "7.30", "86.00"),
)


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder = tmp_path_factory.mktemp("city")
    files = []
    for text in TEXTS:
        files.append(Path(folder, f"{text.splitlines()[0]}.txt"))
        files[-1].write_text(text, "utf-8")
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert [found.status for found in ingest_paths(files, settings)] == ["read"] * len(files)
    return Answerer(settings)


def values(answer: Answer) -> list[str]:
    return [figure.value for figure in answer.figures]


#: Of the three sources 320, 190 and 90, the second alone.
@pytest.mark.parametrize(
    "question",
    [
        "请报芦川市园林绿化局二〇二三年投诉来源次高者名称及件数。",
        "投诉来源里第二多的是哪个呀，多少件，问的是芦川园林绿化局2023年",
        "芦川园林绿化局2023年投诉，按来源嘛，第一我知道，第二是谁，有多少件？",
        "芦川市园林绿化局2023年群众投诉按来源排序，第二位为何渠道，件数多少？",
    ],
)
def test_the_second_place_alone(city: Answerer, question: str) -> None:
    answer = city.ask(AskRequest(question=question))
    assert values(answer) == ["190"]
    assert "第2" in answer.answer


@pytest.mark.parametrize(
    ("question", "one", "other", "gap"),
    [
        ("芦川市园林绿化局跟芦川市公路养护局,23年公家的小车哪边更多?差几部?", "47", "33", "14"),
        ("多几辆、是谁多?就比2023年芦川市园林绿化局和芦川市公路养护局手里的车。", "47", "33", "14"),
        (
            "请比较芦川市园林绿化局与芦川市公路养护局2023年公务接待费,指出较多者及差额。",
            "4.90",
            "7.30",
            "2.40",
        ),
    ],
)
def test_two_bodies(city: Answerer, question: str, one: str, other: str, gap: str) -> None:
    answer = city.ask(AskRequest(question=question))
    assert {one, other} <= {*values(answer), *(i.value for f in answer.figures for i in f.inputs)}
    assert gap in answer.answer


def test_the_other_body_in_a_follow_up(city: Answerer) -> None:
    answer = talk(
        city, "芦川市园林绿化局2023年公务接待费是多少", "拿它跟公路养护局放一块儿看，谁家花得多？相差多少钱？"
    )
    assert "4.90" in answer.answer
    assert "7.30" in answer.answer
    assert "2.40" in answer.answer


#: 92.75 − 90.25 points of the review, not what was spent.
@pytest.mark.parametrize(
    "question",
    [
        "自己评自己，芦川市园林绿化局整体支出绩效那个分，是2022高还是2023高啊，高多少？",
        "两年里头，2022跟2023，芦川市园林绿化局整体支出绩效自评分更好的是哪一年，多了多少分？",
    ],
)
def test_two_years_of_a_score(city: Answerer, question: str) -> None:
    answer = city.ask(AskRequest(question=question))
    assert answer.figures
    assert {figure.unit for figure in answer.figures} == {"分"}
    assert "2.50" in answer.answer


#: 75 − 48, both told in one sentence.
@pytest.mark.parametrize(
    "question",
    [
        "芦川市园林绿化局2023年巡查发现的占绿毁绿问题超出井盖缺损问题，超了多少个？",
        "井盖缺损问题少一点，占绿毁绿问题多一点，芦川市园林绿化局2023年，这俩差几个？",
    ],
)
def test_one_thing_against_another(city: Answerer, question: str) -> None:
    answer = city.ask(AskRequest(question=question))
    assert values(answer)[0].lstrip("-") == "27"


@pytest.mark.parametrize(
    "question",
    [
        "每年各多少、是涨是跌?说的是芦川市园林绿化局2021年到2023年的公务接待费。",
        "二〇二一到二〇二三年,芦川市园林绿化局公务接待费一年一年怎么走的,都报个数",
        "自2021年至2023年,芦川市园林绿化局公务接待费逐年几何,变动趋势如何?",
    ],
)
def test_a_run_of_years(city: Answerer, question: str) -> None:
    assert values(city.ask(AskRequest(question=question)))[:3] == ["6.10", "5.40", "4.90"]


#: What no document tells is not found by asking for it in other words.
@pytest.mark.parametrize(
    "question",
    [
        "芦川市园林绿化局2023年投诉案件中邮件来源次高者名称及件数",
        "芦川市园林绿化局跟芦川市公路养护局,23年无人机哪边更多?差几架?",
        "自2021年至2023年,芦川市园林绿化局苗圃租金逐年几何,变动趋势如何?",
    ],
)
def test_what_is_not_told_stays_so(city: Answerer, question: str) -> None:
    answer = city.ask(AskRequest(question=question))
    assert answer.status is Status.NO_ANSWER or not answer.figures


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("来源排老二的是啥", "来源排第二的是啥"),
        ("公车哪个多,差多少部", "公车哪个多,差几辆"),
        ("两家的打印设备和车，差多少台", "两家的打印设备和车，差多少台"),
        ("得分2022年高还是2023年高", "得分，2022年和2023年哪年高"),
        (
            "最大的是哪项？看芦川市2022年各科目跟年初预算比。",
            "芦川市2022年各科目跟年初预算比，最大的是哪项？",
        ),
        ("最大的是哪项？看芦川市2022年有多少科目。", "最大的是哪项？看芦川市2022年有多少科目。"),
    ],
)
def test_in_plain_words(said: str, meant: str) -> None:
    assert placed_plainly(said) == meant


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("收入预算最多的是哪家，收入预算多少", 1),
        ("支出最多的是哪项，金额是多少", 1),
        ("收入最多的是哪项，支出多少", 2),
    ],
)
def test_how_much_the_first_has_is_no_other_question(text: str, parts: int) -> None:
    assert len(clauses(text)) == parts


def test_what_is_only_looked_within_is_no_side(desk: Answerer) -> None:
    """「三公经费里，甲比乙多多少」: neither the whole nor what is bought and kept together is 甲."""
    city = "青岚区城市管理局2023年三公经费里，"
    told = desk.ask(AskRequest(question=f"{city}公车的养护运行费比买车的钱多出多少？"))
    assert (told.figures[0].value, told.figures[0].unit) == ("30.87", "万元")
    other = desk.ask(AskRequest(question=f"{city}小轿车养活费比买车的钱多出多少？"))
    assert not other.figures
