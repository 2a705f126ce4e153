"""Bodies called by what they look after or by where the asker lives (以职责、住处称呼单位)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest, Status
from service.model import Body
from service.scope.by_duty import by_duty
from service.scope.by_function import by_function
from service.scope.by_home import by_home


def body(name: str) -> Body:
    return Body(name, name, (name,), "", ())


BODIES = [
    body("江岭省云川市柳河街道办事处"),
    body("云川市财政局"),
    body("云川市自然资源和规划局"),
    body("南浦县水利局"),
]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("云川管土地和规划的那个局2023年支出", "云川市自然资源和规划局2023年支出"),
        ("问下云川市管钱的部门三公多少", "问下云川市财政局三公多少"),
        ("南浦负责管河道的那个局支出", "南浦县水利局支出"),
        ("管水库的那个单位支出", "南浦县水利局支出"),
        ("云川管学校的那个局支出", "云川管学校的那个局支出"),
        ("南浦管钱的那个局支出", "南浦管钱的那个局支出"),
        ("管理费用最高的单位是谁", "管理费用最高的单位是谁"),
        ("财政局局长管的那个局长办公费", "财政局局长管的那个局长办公费"),
    ],
)
def test_a_body_is_called_by_its_duty(said: str, meant: str) -> None:
    assert by_duty(said, BODIES) == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("云川市财政系统2023年三公多少", "云川市财政局2023年三公多少"),
        ("云川规资2023年三公多少", "云川市自然资源和规划局2023年三公多少"),
        ("南浦县水利部门的会议费", "南浦县水利局的会议费"),
        ("云川市财政2023年支出多少", "云川市财政2023年支出多少"),
        ("南浦县水利2023年投了多少", "南浦县水利2023年投了多少"),
        ("云川市财政系统软件多少钱", "云川市财政系统软件多少钱"),
        ("东浦县水利部门的会议费", "东浦县水利部门的会议费"),
        ("云川市自然资源事务支出", "云川市自然资源事务支出"),
    ],
)
def test_a_body_is_called_by_its_function(said: str, meant: str) -> None:
    """What a place spends on a thing is not the money of the bureau that is called like it."""
    assert by_function(said, BODIES)[0] == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("我就住柳河,听说街道25年要买车", "我就住柳河,听说柳河街道25年要买车"),
        ("我在柳河住了三十年了,街道2024年三公多少", "我在柳河住了三十年了,柳河街道2024年三公多少"),
        ("我住云川,街道今年预算多少", "我住云川,街道今年预算多少"),
        ("我住柳河,街道口那家店", "我住柳河,街道口那家店"),
    ],
)
def test_an_office_is_called_by_the_home(said: str, meant: str) -> None:
    assert by_home(said, BODIES) == meant


def test_the_answer_is_of_that_body(desk: Answerer) -> None:
    """松屿 2023 pp.11, 15: 支出 211098403.00 元; nobody looks after schools among the samples."""
    told = desk.ask(AskRequest(question="松屿管医院的那个局2023年支出多少"))
    assert told.figures[0].value == "211098403.00"
    other = desk.ask(AskRequest(question="松屿管学校的那个局2023年支出多少"))
    assert other.status is not Status.ANSWERED and not other.figures
