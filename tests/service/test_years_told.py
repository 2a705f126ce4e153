"""How a thing went over years that the papers of one year tell of, and by how much it moved (一份资料里的历年数)."""

from __future__ import annotations

from pathlib import Path

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from tests.service.written import answerer_of_texts

TEXT = """丹渠县林业局2023年度部门决算
第三部分 情况说明
一、收入支出决算总体情况说明
2023年度收入总计1,310.50万元，支出总计1,310.50万元。
二、其他情况说明
2023年秋季在训学员88人，分在3个班。2021年、2022年在训学员分别为58人、71人。
护林员补助资金情况：2021年48.00万元、2022年52.50万元、2023年60.00万元。
电费增加，主要原因是新库房启用后库房面积由860平方米扩大到1,340平方米。防火演练由9次减为5次。年末苗圃6处。
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("years")
    return answerer_of_texts(folder, TEXT)


def ask(desk: Answerer, question: str) -> Answer:
    return desk.ask(AskRequest(question=f"丹渠县林业局{question}"))


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("护林员补助资金这三年怎么变的", ["48.00", "52.50", "60.00"]),
        ("近三年护林员补助资金", ["48.00", "52.50", "60.00"]),
        ("护林员补助资金三年一共多少", ["160.50", "48.00", "52.50", "60.00"]),
        ("2022年在训学员多少人", ["71"]),
        ("近三年在训学员人数变化", ["58", "71", "88"]),
        ("新库房用起来以后库房面积大了多少平方", ["480"]),
        ("防火演练少搞了几次", ["-4"]),
        ("库房面积原来是多少", ["860"]),
        ("库房面积有多少平方米", ["1340"]),
    ],
)
def test_each_year_and_the_change_are_told(desk: Answerer, question: str, values: list[str]) -> None:
    assert [f.value for f in ask(desk, question).figures] == values


@pytest.mark.parametrize(
    "question", ["2020年在训学员多少人", "近五年在训学员人数", "苗圃多了几处", "近三年苗圃数量"]
)
def test_what_is_not_told_is_no_figure(desk: Answerer, question: str) -> None:
    answer = ask(desk, question)
    assert answer.status is not Status.ANSWERED or not answer.figures
