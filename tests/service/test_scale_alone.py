"""「多少万元」 asks for money, whatever is printed with a scale and no measure word (光写「万」不是量词)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from ingest.model import Measure
from service.answer import Answerer
from service.contract import AskRequest
from service.read.measure_words import measure_said
from tests.service.written import answerer_of

BODY = "渔湾县交通运输局"
#: What stands below is read off this page.
TEXT = f"""{BODY}2023年度部门决算
一、主要职责
负责全县公路养护。
二、一般公共预算财政拨款支出决算情况
交通运输支出（类）公路水路运输（款）公路养护（项）年初预算为300.00万元，支出决算为290.50万元。
城乡社区支出（类）城乡社区环境卫生（款）城乡社区环境卫生（项）年初预算为60.00万元，支出决算为58.20万元。
三、绩效情况
全年公交客运量421万，老年人免费乘车36万。
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(Path(tmp_path_factory.mktemp("scale")), f"{BODY}2023年度部门决算.txt", TEXT)


@pytest.mark.parametrize(
    ("question", "value", "unit"),
    [
        ("公路养护决算是多少万元", "290.50", "万元"),
        ("公路养护决算是多少元", "2905000", "元"),
        ("城乡社区环境卫生花了多少万元", "58.20", "万元"),
    ],
)
def test_money_is_asked_for(answerer: Answerer, question: str, value: str, unit: str) -> None:
    figure = answerer.ask(AskRequest(question=f"{BODY}2023年{question}")).figures[0]
    assert (figure.value.rstrip("0").rstrip("."), figure.unit) == (value.rstrip("0").rstrip("."), unit)


@pytest.mark.parametrize(("unit", "counted"), [("万", None), ("百万", None), ("顶", "顶"), ("万顶", "顶")])
def test_a_scale_alone_is_no_measure_word(answerer: Answerer, unit: str, counted: str | None) -> None:
    library = answerer.library
    some = library.facts(library.documents())[0]
    said = measure_said(f"一共是多少{unit}元", [replace(some, unit=unit, measure=Measure.COUNT)])
    assert (said.unit if said is not None else None) == counted
