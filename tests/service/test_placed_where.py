"""Where the things that were counted are, as the sentence of the count goes on to say (分布在哪)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from tests.service.written import answerer_of

BODY = "榆川县林业局"
TEXT = (
    f"{BODY}2023年度部门决算\n一、主要职责\n负责全县林业。\n二、支出决算情况说明\n"
    "2023年度本年支出合计2600.00万元。\n三、资产情况\n"
    "年末公务用车保有量6辆，其中局机关2辆，北沟、石梁、杨坪、黑松管护站各1辆。\n年末共有无人机3架。\n"
)


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("placed"), f"{BODY}2023年度部门决算.txt", TEXT)


def _then(answerer: Answerer, first: str, then: str) -> str:
    turn = {"conversation_id": f"placed-{first}"}
    answerer.ask(AskRequest.model_validate({"question": f"{BODY}2023年{first}？", **turn}))
    return answerer.ask(AskRequest.model_validate({"question": then, **turn})).answer


@pytest.mark.parametrize("then", ["分别放在哪几个单位用？", "都放在哪里用？"])
def test_the_sentence_goes_on_to_say_it(answerer: Answerer, then: str) -> None:
    assert "杨坪" in _then(answerer, "公务用车保有量是多少辆", then)


def test_what_it_does_not_say_is_not_told(answerer: Answerer) -> None:
    assert "管护站" not in _then(answerer, "无人机有几架", "分别放在哪几个单位用？")
