"""A place of which one body is held, asked for what it tells: standards, houses, years, levels (一地一家之事)."""

from __future__ import annotations

from pathlib import Path

import pytest

from service.answer import Answerer
from service.contract import Status
from service.read.plainly import plainly
from tests.service.talking import talk
from tests.service.written import answerer_of_texts

CIVIL = """岚溪县民政局2024年部门预算
一、部门职责
岚溪县民政局负责全县救助和养老工作，下属岚溪县社会福利院。
二、国有资产占有使用情况
社会福利院设床位360张，其中护理型床位153张。
三、主要补助标准
城市最低生活保障标准每人每月705元，农村588元；集中养育孤儿基本生活费每人每月1,620元，分散养育孤儿每人每月1,310元。
四、支出情况
城市最低生活保障金支出2,410.00万元，比上年减少35.00万元；农村最低生活保障金支出1,985.50万元，比上年增加60.00万元。
（二）近三年敬老院改造投入情况：2022年310.00万元、改造2所，2023年425.50万元、改造3所，2024年安排560.00万元、改造4所。
"""
WATER = """汀泽县水利局2024年部门预算
一、部门职责
汀泽县水利局负责全县水资源管理。
二、绩效目标
落实县级河长21名、乡级河长74名、村级河长198名，巡河3,600人次。
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("only")
    return answerer_of_texts(folder, CIVIL, WATER)


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("岚溪县乡下吃低保的一个月能拿多少？", "588"),
        ("岚溪县城里低保和乡下低保每人每月差多少", "117"),
        ("岚溪县孤儿基本生活费，住在福利机构的和分散养的一个月差多少？", "310"),
        ("岚溪县2024年城市和农村低保加一块预算多少？", "4395.50"),
        ("岚溪县福利院的床位里百分之几是护理型床位？", "42.5"),
        ("汀泽县从县到村三级河长一共有多少名", "293"),
        ("汀泽县县乡村三级河长共多少名", "293"),
    ],
)
def test_the_only_body_tells_it(desk: Answerer, said: str, value: str) -> None:
    answer = talk(desk, said)
    assert answer.status is Status.ANSWERED, answer.answer
    assert float(answer.figures[0].value) == float(value)


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("城里低保和农村低保差多少", "城市低保和农村低保差多少"),
        ("城市和农村特困供养一共多少", "城市特困供养和农村特困供养一共多少"),
        ("城乡低保一共多少", "城乡低保一共多少"),
        ("床位里百分之几是护理床", "床位里护理床占百分之几"),
        ("改造按计划户数摊下来，平均每户多少万元？保留两位小数", "改造平均每户多少万元"),
        ("年末收回多少预算资金", "年末收回多少资金"),
        ("县乡村三级河长共多少名", "县级、乡级、村级河长一共有多少名"),
    ],
)
def test_what_is_said_short_is_read_whole(said: str, plain: str) -> None:
    assert plainly(said) == plain


def test_the_last_years_are_those_that_the_document_tells(desk: Answerer) -> None:
    asked = "岚溪县近三年敬老院改造投入的变化情况是怎样的？"
    assert [(f.year, f.value) for f in talk(desk, asked).figures] == [
        (2022, "310.00"), (2023, "425.50"), (2024, "560.00")
    ]  # fmt: skip
    assert talk(desk, asked, "三年加在一块儿投了多少").figures[0].value == "1295.50"


@pytest.mark.parametrize(
    "said",
    [
        "岚溪县全县财政收入多少",
        "岚溪县教育局乡下老师每月补贴多少",
        "岚溪县医院有多少床位",
        "汀泽县乡下吃低保的一个月拿多少",
        "岚溪县近三年公务接待费变化情况",
        "岚溪县城里的路灯和乡下的路灯差多少",
    ],
)
def test_what_is_not_its_own_is_not_told(desk: Answerer, said: str) -> None:
    assert not talk(desk, said).figures
