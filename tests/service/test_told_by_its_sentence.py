"""Guests, units joined to others, places by their names, what money is, and sums that no words tell (各问各答)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from tests.service.talking import talk
from tests.service.written import answerer_of_texts

BODY, OTHER = "溪口县林业局", "平湖县畜牧局"
TEXT = (
    f"{BODY}2023年度部门决算\n一、主要职责\n负责全县林业工作，指导森林防火。\n二、机构设置\n"
    "下属单位：云杉宾馆、苗木公司、石坪林场。与上年相比减少二级预算单位1个，原因是"
    "溪口县木材检查站整体并入溪口县森林防护中心。本决算不含云杉宾馆（自收自支）。\n"
    "三、支出决算情况说明\n2023年度本年支出合计2600.00万元，其中机动周转经费80.00万元。\n"
    "四、“三公”经费情况说明\n“三公”经费合计9.00万元，比上年减少1.00万元，主要原因是厉行节约。"
    "公务接待费2.40万元，国内公务接待12批次、96人次，主要是接待省林草局防火督查组。\n"
    "五、重点工作\n完成青松坡、鹰嘴崖、月牙湾3处古树群落修复。\n"
    "项目名称：苗圃温室翻修，金额：30.00，简介：使用事业收入，翻修温室2座。\n"
    "项目名称：森林防火宣传，金额：45.00，简介：用于印制宣传册。\n"
    "六、名词解释\n1.机动周转经费：指年初预留、用于年中应急和不可预见支出的经费。\n"
)
OTHER_TEXT = (
    f"{OTHER}2023年度部门决算\n一、主要职责\n负责全县畜牧业，指导动物防疫。\n二、支出决算情况说明\n"
    "2023年度本年支出合计900.00万元。\n三、“三公”经费情况说明\n公务接待费1.10万元，国内公务接待8批次、60人次。\n"
    "四、重点工作\n建成4处冷链中转点。草原补助98.00万元。\n"
)


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of_texts(tmp_path_factory.mktemp("sentence"), TEXT, OTHER_TEXT)


def ask(answerer: Answerer, said: str) -> Answer:
    return answerer.ask(AskRequest(question=said))


@pytest.mark.parametrize("said", ["接待的谁啊", "都招待了哪些人", "来的是什么客人，接待的是谁"])
def test_guests_are_told_after_their_cost(answerer: Answerer, said: str) -> None:
    told = talk(answerer, f"{BODY}2023年公务接待费多少", said)
    assert "防火督查组" in told.answer and "厉行节约" not in told.answer


def test_guests_that_nobody_names_are_not_told(answerer: Answerer) -> None:
    assert "防火督查组" not in ask(answerer, f"{OTHER}2023年公务接待费接待的是谁").answer


@pytest.mark.parametrize(
    "said", ["少的那个单位并到哪里去了", "撤掉的那家单位去哪了", "减少的1个二级预算单位并给谁了"]
)
def test_unit_without_a_name_is_found_where_it_went(answerer: Answerer, said: str) -> None:
    told = talk(answerer, f"{BODY}2023年下属几个二级预算单位", said)
    assert "森林防护中心" in told.answer and not told.figures


def test_no_unit_went_where_none_is_told(answerer: Answerer) -> None:
    told = ask(answerer, f"{OTHER}2023年少的那个单位并到哪里去了")
    assert told.status is Status.NO_ANSWER


@pytest.mark.parametrize("said", ["3处古树群落都在哪", "修复的是哪3处古树群落", "那三处古树群落分别位于哪里"])
def test_places_are_told_by_their_names(answerer: Answerer, said: str) -> None:
    told = ask(answerer, f"{BODY}2023年{said}").answer
    assert "青松坡、鹰嘴崖、月牙湾" in told and "完成青松坡" not in told.splitlines()[0]


@pytest.mark.parametrize("said", [f"{BODY}2023年5处古树群落都在哪", f"{OTHER}2023年4处冷链中转点都在哪"])
def test_places_that_are_not_named_are_not_told(answerer: Answerer, said: str) -> None:
    told = ask(answerer, said)
    assert "青松坡" not in told.answer and not told.figures


@pytest.mark.parametrize(
    "said", ["是个什么钱", "是笔什么样的经费啊", "算哪门子钱", "到底指啥", "究竟是一笔什么款"]
)
def test_what_money_it_is_is_told_by_its_meaning(answerer: Answerer, said: str) -> None:
    told = ask(answerer, f"{BODY}2023年决算里的机动周转经费{said}")
    assert "不可预见" in told.answer and not told.figures


@pytest.mark.parametrize("said", ["是多少钱", "有多少"])
def test_how_much_of_that_money_is_told_as_an_amount(answerer: Answerer, said: str) -> None:
    told = ask(answerer, f"{BODY}2023年机动周转经费{said}")
    assert [figure.value for figure in told.figures] == ["80.00"]


@pytest.mark.parametrize(
    "said", ["那云杉宾馆自己一年挣多少", "云杉宾馆一年赚多少", "云杉宾馆收了多少", "云杉宾馆亏了多少"]
)
def test_names_of_units_are_no_amount(answerer: Answerer, said: str) -> None:
    assert talk(answerer, f"{BODY}2023年有哪些下属单位", said).status is Status.NO_ANSWER


def test_support_is_no_loss(answerer: Answerer) -> None:
    assert not ask(answerer, f"{OTHER}2023年草原亏多少").figures


@pytest.mark.parametrize(
    "said", ["哪些项目用的不是财政拨款", "非财政拨款的项目有哪些", "有哪几个项目没用财政的钱"]
)
def test_projects_of_other_money_are_told_by_their_rows(answerer: Answerer, said: str) -> None:
    told = ask(answerer, f"{BODY}2023年{said}").answer
    assert "苗圃温室翻修" in told and "防火宣传" not in told


@pytest.mark.parametrize(
    "said", [f"{OTHER}2023年哪些项目用的不是财政拨款", f"{BODY}2023年不用财政拨款的项目一共多少钱"]
)
def test_projects_of_other_money_are_not_guessed(answerer: Answerer, said: str) -> None:
    assert ask(answerer, said).status is Status.NO_ANSWER
