"""A place without a body: whose business an account is, offices that are called 部, one person's money (一地一家)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from service.model import Term
from service.rosters.roster_asked import read_wanted
from service.rosters.rosters import Role
from service.scope.sole import is_own_business


@pytest.mark.parametrize(
    ("name", "code", "is_own"),
    [
        ("海域与海岛管理", "2200120", True),
        ("小学教育", "2050202", True),
        ("行政运行", "2200101", False),
        ("其他自然资源事务支出", "2200199", False),
        ("机关事业单位基本养老保险缴费支出", "2080505", False),
        ("自然资源事务", "22001", False),
    ],
)
def test_an_item_of_few_bodies_names_the_only_one_that_is_held(name: str, code: str, is_own: bool) -> None:
    """An item that every body has, or a whole section, may be meant of the place itself: that is asked back."""
    assert is_own_business(Term(name, "功能分类", code)) is is_own


@pytest.mark.parametrize("question", ["设有哪些检察部", "有几个业务部", "内设哪些科室"])
def test_offices_by_what_they_are_called(question: str) -> None:
    wanted = read_wanted(question)
    assert wanted is not None and wanted.role is Role.OFFICE


def test_a_ministry_or_a_department_is_no_office() -> None:
    assert read_wanted("有哪些部门预算") is None


#: 城管局 2023: 社会保障和就业支出 920.85 (p.7).
def test_a_name_without_the_word_that_joins_its_halves(desk: Answerer) -> None:
    answer = desk.ask(AskRequest(question="青岚区城市管理局2023年社会保障就业支出多少"))
    assert [figure.value for figure in answer.figures] == ["920.85"]


@pytest.mark.parametrize("who", ["张大爷", "李阿姨", "王先生"])
def test_what_one_person_got_is_not_told(desk: Answerer, who: str) -> None:
    answer = desk.ask(AskRequest(question=f"青岚区城市管理局2023年给{who}发了多少津贴补贴"))
    assert (answer.status, answer.figures) == ("no_answer", [])
    assert "个人" in answer.answer


#: 卫生健康局 2023: 卫生监督机构 7192897.90 元 (p.9).
@pytest.mark.parametrize(
    "asked", ["松屿区2023年卫生监督机构花了多少", "松屿2023年花在卫生监督机构上的钱是多少"]
)
def test_what_is_one_bodys_business_is_told_of_it(desk: Answerer, asked: str) -> None:
    answer = desk.ask(AskRequest(question=asked))
    assert [(f.value, f.entity) for f in answer.figures] == [("7192897.90", "云川市松屿区卫生健康局")]


@pytest.mark.parametrize(
    "asked",
    [
        "教育花了多少钱",
        "工资发了多少",
        "政府采购多少",
        "一般公共预算收入是多少",
        "三公经费多少",
        "总支出多少",
    ],
)
def test_what_the_place_has_too_is_asked_back(desk: Answerer, asked: str) -> None:
    answer = desk.ask(AskRequest(question=f"松屿区2023年{asked}"))
    assert (answer.status, answer.figures) == ("clarify", [])


def test_people_are_not_told_in_money(desk: Answerer) -> None:
    answer = desk.ask(AskRequest(question="云川市松屿区卫生健康局2023年共有多少优抚对象"))
    assert all(not figure.unit.endswith("元") for figure in answer.figures)
