"""What is paid out, called by the end of its account's name, is no other account that sounds like a piece of it (科目尾)."""

# ruff: noqa: E501 - rows of a statement are read whole
from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from tests.ingest.press import Heading, Press, Sheet

H = Heading
HOUSING, BENEFITS = "栗原县住房保障局", "栗原县社会福利局"
ROWS = {
    HOUSING: [
        ["2210107", "保障性住房租金补贴", "318.42", "", "318.42"],
        ["2210106", "公共租赁住房", "96.10", "", "96.10"],
    ],
    BENEFITS: [
        ["2080404", "企业关闭破产补助", "12.60", "", "12.60"],
        ["2081107", "残疾人生活和护理补贴", "77.35", "", "77.35"],
    ],
}
TOTALS = {
    HOUSING: ["合计", "", "614.52", "200.00", "414.52"],
    BENEFITS: ["合计", "", "289.95", "200.00", "89.95"],
}
STAFF = [["30101", "基本工资", "120.30"], ["30102", "津贴补贴", "57.20"], ["30103", "奖金", "22.50"]]


def final_accounts(folder: Path, body: str) -> Path:
    path = folder / f"{body}2023年度部门决算.pdf"
    press = Press(path)
    press.cover([body, "2023年度部门决算"])
    head = [[H("科目编码"), H("科目名称"), H("本年支出合计"), H("基本支出"), H("项目支出")]]
    rows = [TOTALS[body], *ROWS[body]]
    press.sheet(
        Sheet("支出决算表", head, rows, (2, 5, 3, 3, 3), left=f"部门：{body}", right="金额单位：万元")
    )
    head = [[H("经济分类科目编码"), H("科目名称"), H("决算数")]]
    press.sheet(
        Sheet(
            "一般公共预算财政拨款基本支出决算表",
            head,
            STAFF,
            (2, 5, 3),
            left=f"部门：{body}",
            right="金额单位：万元",
        )
    )
    press.close()
    return path


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder = tmp_path_factory.mktemp("ends")
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert {r.status for r in ingest_paths([final_accounts(folder, b) for b in ROWS], settings)} == {"read"}
    return Answerer(settings)


def ask(answerer: Answerer, question: str) -> Answer:
    return answerer.ask(AskRequest(question=question))


@pytest.mark.parametrize(
    "said",
    [
        "租金补贴花了多少",
        "住房租金补贴是多少",
        "给困难家庭发租金补贴，实际花了多少",
        "的租金补贴支出决算数",
        "租金补贴这块用了多少钱",
    ],
)
def test_the_end_of_a_name_is_the_account(answerer: Answerer, said: str) -> None:
    figure = ask(answerer, f"{HOUSING}2023年{said}").figures[0]
    assert (figure.label, figure.value) == ("保障性住房租金补贴", "318.42")


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (BENEFITS, "租金补贴花了多少"),
        (BENEFITS, "给困难家庭发租金补贴，实际花了多少"),
        (BENEFITS, "住房租金补贴是多少"),
        (HOUSING, "老年人租金补贴花了多少"),
        (BENEFITS, "给退役军人发护理补贴花了多少"),
        (BENEFITS, "给高龄老人发放护理补贴花了多少"),
    ],
)
def test_another_allowance_is_not_told(answerer: Answerer, body: str, said: str) -> None:
    answer = ask(answerer, f"{body}2023年{said}")
    assert answer.status is Status.NO_ANSWER and not answer.figures


def test_no_other_people_named_is_the_account(answerer: Answerer) -> None:
    assert ask(answerer, f"{BENEFITS}2023年护理补贴花了多少").figures[0].value == "77.35"


@pytest.mark.parametrize("said", ["金贴补贴", "津补帖", "津贴补贴", "津补贴", "津帖补贴"])
def test_a_real_slip_is_still_heard(answerer: Answerer, said: str) -> None:
    assert ask(answerer, f"{HOUSING}2023年{said}是多少").figures[0].value == "57.20"
