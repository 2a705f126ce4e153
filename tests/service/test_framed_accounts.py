"""Accounts in daily words: framed by their table, use or time, cut short, with examples behind them (日常问科目)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from tests.ingest.press import Heading, Press, Sheet

H = Heading
BODY = "栗原县综合服务局"
LEFT, RIGHT = f"单位：{BODY}", "单位：万元"
SPENT = Sheet(
    "支出决算表",
    [[H("科目编码"), H("科目名称"), H("本年支出合计"), H("基本支出"), H("项目支出")]],
    [
        ["", "合计", "926.30", "130.00", "796.30"],
        ["208", "社会保障和就业支出", "470.00", "", "470.00"],
        ["20819", "最低生活保障", "470.00", "", "470.00"],
        ["2081901", "城市最低生活保障金支出", "120.00", "", "120.00"],
        ["2081902", "农村最低生活保障金支出", "350.00", "", "350.00"],
        ["210", "卫生健康支出", "211.30", "", "211.30"],
        ["21004", "公共卫生", "211.30", "", "211.30"],
        ["2100410", "突发公共卫生事件应急处理", "211.30", "", "211.30"],
        ["213", "农林水支出", "195.00", "130.00", "65.00"],
        ["21303", "水利", "195.00", "130.00", "65.00"],
        ["2130301", "行政运行", "130.00", "130.00", ""],
        ["2130315", "抗旱", "65.00", "", "65.00"],
        ["229", "其他支出", "50.00", "", "50.00"],
        ["22960", "彩票公益金安排的支出", "50.00", "", "50.00"],
        ["2296002", "用于社会福利的彩票公益金支出", "50.00", "", "50.00"],
    ],
    (2, 6, 3, 3, 3), left=LEFT, right=RIGHT,
)  # fmt: skip
CARS = Sheet(
    "财政拨款“三公”经费支出决算表",
    [[H("项目"), H("决算数")]],
    [
        ["合计", "31.00"],
        ["因公出国（境）费", "0.00"],
        ["公务用车购置费", "14.00"],
        ["公务用车运行维护费", "12.00"],
        ["公务接待费", "5.00"],
    ],
    (6, 3), left=LEFT, right=RIGHT,
)  # fmt: skip


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("framed")
    press = Press(folder / "决算.pdf")
    press.cover([BODY, "2023年度部门决算"])
    press.sheet(SPENT)
    press.sheet(CARS)
    press.prose([
        "三、情况说明",
        "彩票公益金支出50.00万元，用于敬老院食堂改造。",
        "年末在职在编实有人员64人，其中行政人员20人，事业人员44人。",
        "保障农村低保对象812户、1530人。",
    ])  # fmt: skip
    press.close()
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert [r.status for r in ingest_paths([folder / "决算.pdf"], settings)] == ["read"]
    return Answerer(settings)


def ask(answerer: Answerer, said: str) -> Answer:
    return answerer.ask(AskRequest(question=said.replace("某局", BODY)))


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("2023年天旱那阵子，某局抗旱一共花出去多少钱", "65.00"),
        ("某局2023年敬老院食堂改造动用的彩票公益金是多少", "50.00"),
        ("某局2023年搞突发公共卫生应急（检测、隔离那些）花了多少钱", "211.30"),
        ("栗原县2023年突发公共卫生应急支出多少钱", "211.30"),
        ("某局2023年农村低保发了多少钱", "350.00"),
        ("某局2023年城市低保加农村低保合起来发了多少钱", "470.00"),
        ("某局2023年花在农村低保上的钱比城市低保多出多少", "230.00"),
        ("某局2023年真正在编上班的有多少人", "64"),
        ("某局2023年农村低保保障了多少户", "812"),
        ("某局2023年三公经费里哪一项最多", "14.00"),
    ],
)
def test_the_account_is_told(answerer: Answerer, said: str, value: str) -> None:
    assert [f.value for f in ask(answerer, said).figures[:1]] == [value]


@pytest.mark.parametrize(
    "said",
    [
        "某局2023年国庆那阵子抗旱花了多少钱",
        "某局2023年汛期那阵子农村低保保障了多少户",
        "某局2023年买轮椅用的彩票公益金是多少",
        "某局2023年柳河镇的抗旱花了多少钱",
        "某局2023年农村特困发了多少钱",
    ],
)
def test_what_narrows_it_leaves_no_figure(answerer: Answerer, said: str) -> None:
    answer = ask(answerer, said)
    assert answer.status is not Status.ANSWERED and not answer.figures
