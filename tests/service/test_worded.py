"""Questions in wordings that stand in no list, told by what was learnt of how people ask (照意思再问)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from service.worded.odd import other_shapes
from service.worded.tagger import HOLE, load_tagger
from tests.service.talking import talk

BUREAU, OTHER = "云栖县水利局", "云栖县林业局"
#: What stands below is read off these pages.
PAGES = (
    f"""{BUREAU}2023年度部门决算
一、部门职责
{BUREAU}负责全县水利工作。
二、收入支出决算总体情况说明
{BUREAU}2023年度收入总计900.00万元，支出总计900.00万元。本年支出合计880.00万元，其中：基本支出560.00万元，项目支出320.00万元。
三、财政拨款支出决算情况说明
2023年度差旅费支出决算为24.60万元。
2023年度培训费支出决算为12.30万元。
2023年度会议费支出决算为5.05万元。
四、国有资产占用情况
截至2023年12月31日，{BUREAU}共有车辆9辆。
""",
    f"""{OTHER}2023年度部门决算
一、部门职责
{OTHER}负责全县林业工作。
二、收入支出决算总体情况说明
{OTHER}2023年度收入总计700.00万元，支出总计700.00万元。本年支出合计690.00万元，其中：基本支出400.00万元，项目支出290.00万元。
三、财政拨款支出决算情况说明
2023年度差旅费支出决算为30.10万元。
四、国有资产占用情况
截至2023年12月31日，{OTHER}共有车辆14辆。
""",
)


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder = tmp_path_factory.mktemp("county")
    files = []
    for page in PAGES:
        files.append(Path(folder, f"{page.splitlines()[0]}.txt"))
        files[-1].write_text(page, "utf-8")
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert [found.status for found in ingest_paths(files, settings)] == ["read"] * len(files)
    return Answerer(settings)


def ask(county: Answerer, question: str) -> Answer:
    return county.ask(AskRequest(question=question))


def values(answer: Answer) -> list[tuple[str, str]]:
    return [(figure.value, figure.unit) for figure in answer.figures]


@pytest.mark.parametrize(
    ("question", "value"),
    [
        (f"翻了半天账没翻着，{BUREAU}23年光差旅费就掏出去几个钱来着", ("24.60", "万元")),
        (f"我做表要填数，{BUREAU}2023年，差旅费那格该填几何", ("24.60", "万元")),
        (f"{BUREAU}2023年培训费那块儿搁了多少银子进去", ("12.30", "万元")),
    ],
)
def test_an_amount_in_wordings_of_no_list(county: Answerer, question: str, value: tuple[str, str]) -> None:
    answer = ask(county, question)
    assert answer.status is Status.ANSWERED, answer.answer
    assert values(answer) == [value]


def test_a_follow_up_leaves_what_was_told_behind(county: Answerer) -> None:
    answer = talk(county, f"{BUREAU}2023年差旅费多少", "那培训费呢，又掏出去几多")
    assert values(answer) == [("12.30", "万元")]


def test_the_units_of_a_sum_are_added(county: Answerer) -> None:
    answer = ask(county, f"{BUREAU}2023年会议费跟培训费这两样并成一笔算，统共得掏几个钱")
    assert ("17.35", "万元") in values(answer), answer.answer


@pytest.mark.parametrize(
    "question",
    [
        f"{BUREAU}2023年除开司机的差旅费掏了几个钱",
        f"{BUREAU}2023年火箭差旅费掏出去几个钱来着",
        f"{BUREAU}局长一个人2023年差旅费掏了几个钱",
        f"{BUREAU}2023年超过5万元的差旅费有几个钱",
    ],
)
def test_what_narrows_an_account_is_not_left_out(county: Answerer, question: str) -> None:
    answer = ask(county, question)
    assert "24.60" not in [value for value, _ in values(answer)], answer.answer


def test_two_bodies_are_both_told(county: Answerer) -> None:
    answer = ask(county, f"{BUREAU}有几台车，{OTHER}又有几台？说的都是2023年")
    assert {value for value, _ in values(answer)} >= {"9", "14"}, answer.answer


def test_the_larger_of_two_goes_first_where_it_is_asked_for(county: Answerer) -> None:
    answer = ask(county, f"{BUREAU}2023年会议费和培训费哪个多，多的是多少")
    assert answer.figures[0].value == "12.30"
    apart = ask(county, f"{BUREAU}2023年会议费和培训费哪个多，多多少")
    assert "7.25" in apart.answer


def test_an_answer_of_the_shape_that_is_asked_for_stands(county: Answerer) -> None:
    added = ask(county, f"{BUREAU}2023年会议费和培训费合计是多少")
    assert values(added)[0] == ("17.35", "万元")
    each = ask(county, f"{BUREAU}2023年会议费、培训费分别是多少")
    assert other_shapes(each, "会议费、培训费合计是多少") == {"sum"}


@pytest.mark.parametrize(
    ("masked", "operation", "account"),
    [
        (f"{HOLE}差旅费占基本支出的几成", "share", "差旅费"),
        (f"{HOLE}培训费比头年多花了几个钱", "change", "培训费"),
        (f"{HOLE}会议费花掉了年初预算的百分之几", "completion", "会议费"),
    ],
)
def test_what_is_asked_and_of_what_is_read_off_the_wording(masked: str, operation: str, account: str) -> None:
    tagged = load_tagger().read(masked)
    assert tagged.operations[0][0] == operation
    assert tagged.spans("account") == [account]


def test_a_body_that_only_a_remark_names_is_asked(county: Answerer) -> None:
    answer = ask(county, f"我就在{OTHER}旁边住，路过老看见，请问2023年差旅费是多少")
    assert values(answer) == [("30.10", "万元")], answer.answer
