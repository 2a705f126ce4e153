"""「其中」 keeps the column that was spoken of, and the whole; a form has rows of its own (追问同栏)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from tests.service.written import answerer_of

CITY, HEALTH = "青岚区城市管理局2023年", "松屿区卫健局2023年"


def _after(desk: Answerer, first: str, then: str) -> list[str]:
    """The figures told for the follow-up."""
    before = desk.ask(AskRequest(question=first))
    answer = desk.ask(AskRequest(question=then, conversation_id=before.conversation_id))
    return [figure.value for figure in answer.figures]


#: 青岚 2023 p.8 城乡社区环境卫生: 项目支出 6157.70; p.5 城乡社区支出: 财政拨款收入 16046.64, 项目支出 of all
#: 10728.05 (p.7). 松屿 2023 p.12 卫生健康支出: 事业收入 62318400.55; 基层医疗卫生机构 102242402.50 in all (p.14),
#: 40735503.15 of it of appropriation (p.17).
@pytest.mark.parametrize(
    ("first", "then", "value"),
    [
        (CITY + "项目支出多少", "其中城乡社区环境卫生多少", "6157.70"),
        (CITY + "项目支出多少", "这里面城乡社区环境卫生有多少", "6157.70"),
        (CITY + "项目支出多少", "其中城乡社区环境卫生占多少", "57.40"),
        (CITY + "财政拨款收入多少", "其中城乡社区支出多少", "16046.64"),
        (HEALTH + "事业收入多少", "其中卫生健康支出多少", "62318400.55"),
        (HEALTH + "基层医疗卫生机构支出多少", "其中财政拨款多少", "40735503.15"),
        (HEALTH + "基层医疗卫生机构支出多少", "其中财政拨款占多少", "39.84"),
    ],
)
def test_a_part_stands_in_the_column_spoken_of(desk: Answerer, first: str, then: str, value: str) -> None:
    assert _after(desk, first, then)[:1] == [value]


@pytest.mark.parametrize(
    ("question", "value"),
    [
        (HEALTH + "基层医疗卫生机构支出中财政拨款占多少", "39.84"),
        (HEALTH + "基层医疗卫生机构支出里财政拨款占百分之几", "39.84"),
        (HEALTH + "基层医疗卫生机构支出里财政拨款多少", "40735503.15"),
    ],
)
def test_what_a_fund_paid_of_an_account_is_of_that_account(desk: Answerer, question: str, value: str) -> None:
    assert desk.ask(AskRequest(question=question)).figures[0].value == value


_TEXT = """2023年度河源市林业局部门决算

一、机构设置
截至2023年末，编制人数118人，年末实有在职人员104人，其中行政人员26人、事业人员78人；离退休人员40人。
局属林场共有职工200人，其中技术人员120人（工程师50人、技术员70人），后勤人员80人。

二、“三公”经费
公务接待费支出4.63万元，具体包括：接待东部劳务协作对接1.74万元；接待专项督查2.89万元。
劳务费支出7.20万元。
"""


@pytest.fixture(scope="module")
def forest(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("forest"), "2023年度河源市林业局部门决算.txt", _TEXT)


@pytest.mark.parametrize(
    ("asked", "value"),
    [
        ("事业人员占百分之多少", "75.00"),
        ("行政人员占在职人员的百分之多少", "25.00"),
        ("后勤人员占比多少", "40.00"),
        ("工程师占技术人员的百分之多少", "41.67"),
    ],
)
def test_heads_are_a_share_of_the_nearer_whole(forest: Answerer, asked: str, value: str) -> None:
    answer = forest.ask(AskRequest(question=f"河源市林业局2023年{asked}"))
    assert [figure.value for figure in answer.figures][:1] == [value]


def test_a_name_within_a_longer_one_is_no_account(forest: Answerer) -> None:
    answer = forest.ask(AskRequest(question="河源市林业局2023年接待东部劳务协做花了多少"))
    assert "7.20" not in answer.answer
