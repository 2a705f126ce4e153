"""Whom something was given to by name, what became of a unit, money for a disaster (给谁的，去了哪)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from service.read.daily_words import in_written_words
from tests.service.written import answerer_of

BODY = "榆川县林业局"
TEXT = (
    f"{BODY}2023年度部门决算\n一、主要职责\n负责全县林业。\n二、支出决算情况说明\n"
    "2023年度本年支出合计2600.00万元。\n三、“三公”经费情况说明\n公务用车购置费60.00万元，"
    "主要原因是北沟、石梁、杨坪管护站各更换1辆老旧巡护车辆。\n四、资产情况\n"
    "年内为南岭、黑松两个检查站安装监控，红崖、白塔苗圃改造温室。\n"
)


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("given"), f"{BODY}2023年度部门决算.txt", TEXT)


@pytest.mark.parametrize(
    ("question", "told"),
    [("新买的车是给哪几个管护站换的", "北沟、石梁、杨坪"), ("监控给哪些检查站装了", "南岭、黑松")],
)
def test_those_are_named(answerer: Answerer, question: str, told: str) -> None:
    answer = answerer.ask(AskRequest(question=f"{BODY}2023年{question}？"))
    assert told in answer.answer
    assert not answer.figures


@pytest.mark.parametrize("question", ["电脑是给哪几个管护站换的", "新买的车是给哪几个苗圃换的"])
def test_of_another_thing_none_is_told(answerer: Answerer, question: str) -> None:
    told = answerer.ask(AskRequest(question=f"{BODY}2023年{question}？")).answer
    assert not any(name in told for name in ("北沟", "南岭", "红崖"))


def test_what_befell_is_no_account() -> None:
    assert (
        in_written_words("2023年那场大暴雨，救灾花了多少钱") == "2023年自然灾害救灾及恢复重建支出花了多少钱"
    )
    assert in_written_words("那次台风，水库维修花了多少") == "那次台风，水库维修花了多少"
