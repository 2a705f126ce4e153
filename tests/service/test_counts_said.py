"""Counts as people ask for them, ranked, averaged, held against each other (数量口语)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest

TEXT = {
    "柳泉县信访局": """柳泉县信访局2023年度部门决算
一、部门职责
柳泉县信访局负责处理群众来信来访。
二、机构设置
柳泉县信访局现有科室7个，编制26名，实际在编在职人员24名，离退休人员11名。
三、收入支出决算总体情况说明
柳泉县信访局2023年度收入总计400.00万元，支出总计400.00万元。本年支出合计365.00万元，其中：基本支出225.00万元，项目支出140.00万元。
年初结转和结余48.00万元，年末结转和结余35.00万元。
四、工作开展情况
全年共受理各类群众信访事项案件7,300件，其中网上投诉4,100件，来信1,900件，县长信箱800件，来访500件。整改突出问题61个。
五、绩效自评情况
本部门开展2023年项目绩效自评，绩效自评平均得分96.40分。
六、国有资产占用情况
截至2023年12月31日，柳泉县信访局共有车辆3辆，其中：应急保障用车3辆。
""",
    "柳泉县信访局2022": """柳泉县信访局2022年度部门决算
一、部门职责
柳泉县信访局负责处理群众来信来访。
二、收入支出决算总体情况说明
柳泉县信访局2022年度收入总计380.00万元，支出总计380.00万元。本年支出合计350.00万元，其中：基本支出230.00万元，项目支出120.00万元。
三、工作开展情况
全年受理群众信访事项8,100件。
""",
    "柳泉县档案局": """柳泉县档案局2023年度部门决算
一、部门职责
柳泉县档案局负责全县档案事业的统筹规划和监督指导。
二、收入支出决算总体情况说明
柳泉县档案局2023年度收入总计300.00万元，支出总计300.00万元。本年支出合计300.00万元，其中：基本支出120.00万元，项目支出180.00万元。
三、“三公”经费支出决算情况说明
2023年度公务用车购置支出0万元，本年无此项支出。
四、绩效自评情况
本部门开展2023年项目绩效自评，绩效自评平均得分93.10分。
五、国有资产占用情况
截至2023年12月31日，柳泉县档案局共有车辆2辆，其中：机要通信用车2辆。
""",
}


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder = tmp_path_factory.mktemp("counts")
    files = []
    for name, text in TEXT.items():
        year = "" if name.endswith("2022") else "2023"
        files.append(Path(folder, f"{name}{year}年度部门决算.txt"))
        files[-1].write_text(text, "utf-8")
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert [report.status for report in ingest_paths(files, settings)] == ["read"] * 3
    return Answerer(settings)


def ask(answerer: Answerer, question: str) -> Answer:
    return answerer.ask(AskRequest(question=question))


@pytest.mark.parametrize(
    ("said", "value", "unit"),
    [
        ("一共办了多少件群众信访", "7300", "件"),
        ("受理的来信件数", "1900", "件"),
        ("在编在职的有多少人", "24", "人"),
        ("编制多少人", "26", "人"),
        ("有多少个科室？公开里写的", "7", "个"),
        ("督促整改了多少个问题", "61", "个"),
        ("年末有几辆公车", "3", "辆"),
    ],
)
def test_a_count_is_found_by_what_people_say_of_it(
    answerer: Answerer, said: str, value: str, unit: str
) -> None:
    figure = ask(answerer, f"柳泉县信访局2023年{said}").figures[0]
    assert (figure.value, figure.unit) == (value, unit)


def test_the_parts_that_a_sentence_lists_are_ranked(answerer: Answerer) -> None:
    answer = ask(answerer, "柳泉县信访局2023年群众信访事项案件，哪个渠道来的最多")
    assert answer.figures[0].value == "4100"  # what is asked for; the others may be told behind it
    assert answer.citations[0].quote.startswith("全年共受理")


def test_an_average_by_day_and_by_piece(answerer: Answerer) -> None:
    by_day = ask(answerer, "柳泉县信访局2023年平均每天办多少件群众信访").figures[0]
    assert (by_day.value, by_day.unit) == ("20.00", "件")  # 7,300 over 365 days
    by_piece = ask(answerer, "柳泉县信访局平均办一件信访事项要花多少钱？按2023年支出合计算").figures[0]
    assert (by_piece.value, by_piece.unit) == ("500.00", "元")  # 365.00 万元 over 7,300


def test_a_number_of_things_needs_no_unit(answerer: Answerer) -> None:
    figure = ask(answerer, "柳泉县信访局2023年收到多少网上投诉").figures[0]
    assert (figure.value, figure.unit) == ("4100", "件")


def test_two_years_count_one_thing_by_two_names(answerer: Answerer) -> None:
    figure = ask(answerer, "柳泉县信访局2023年受理的群众信访事项比2022年少了多少件").figures[0]
    assert (figure.value, figure.unit) == ("-800", "件")


@pytest.mark.parametrize(
    ("first", "then", "value"),
    [
        (
            "柳泉县信访局2020年项目支出多少",
            "那2022年呢",
            "120.00",
        ),  # the year is not loaded, the subject was said
        ("柳泉县信访局2023年食堂补贴花了多少钱", "那2022年呢", None),  # the subject was not understood
    ],
)
def test_what_a_refusal_leaves_to_the_next_question(
    answerer: Answerer, first: str, then: str, value: str | None
) -> None:
    told = ask(answerer, first)
    assert told.status == "no_answer"
    answer = answerer.ask(AskRequest(question=then, conversation_id=told.conversation_id))
    assert [f.value for f in answer.figures] == ([value] if value else [])


def test_the_balance_at_the_end_against_that_at_the_beginning(answerer: Answerer) -> None:
    figure = ask(answerer, "柳泉县信访局2023年底结余比年初多还是少，差多少").figures[0]
    assert (figure.value, figure.unit) == ("-13.00", "万元")


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("柳泉县信访局和柳泉县档案局2023年哪家的车更多", ["3", "2"]),
        ("两个局2023年绩效自评谁的平均分高？我是说柳泉县信访局和柳泉县档案局", ["96.40", "93.10"]),
    ],
)
def test_two_bodies_are_compared_by_counts(answerer: Answerer, question: str, values: list[str]) -> None:
    answer = ask(answerer, question)
    assert [f.value for f in answer.figures] == values
    assert "柳泉县信访局更多" in answer.answer


def test_money_not_spent_on_a_thing_does_not_say_how_many_there_are(answerer: Answerer) -> None:
    answer = ask(answerer, "柳泉县档案局2023年买了几辆公车")
    assert answer.status == "no_answer" and not answer.figures


def test_words_inside_a_named_whole_are_not_that_whole(answerer: Answerer) -> None:
    answer = ask(answerer, "柳泉县信访局2023年项目支出里给网格员补助花了多少钱")
    assert answer.status == "no_answer" and not answer.figures


def test_what_is_said_beside_the_question_does_not_matter(answerer: Answerer) -> None:
    said = "我爸在那儿住了三十年，隔壁张阿姨老念叨，我就想知道柳泉县信访局2023年一共花了多少万元，谢谢您"
    figure = ask(answerer, said).figures[0]
    assert (figure.value, figure.unit) == ("365.00", "万元")


# 「编制26名，实际在编在职人员24名」「受理各类群众信访事项案件7,300件」「整改突出问题61个」
@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("请报柳泉县信访局2023年在编在职人员总人数。", "24"),
        ("柳泉县信访局2023年受理的群众信访事项件数是多少", "7300"),
        ("柳泉县信访局2023年在编在职人员有几位", "24"),
        ("柳泉县信访局2023年网上投诉件数", "4100"),
    ],
)
def test_a_number_is_asked_for_by_its_name(answerer: Answerer, said: str, value: str) -> None:
    figures = answerer.ask(AskRequest(question=said)).figures
    assert [figure.value for figure in figures[:1]] == [value]
