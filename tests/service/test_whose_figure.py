"""Whose figure it is: a body is told with no other body's figure, whatever the question sets in order (数字归属)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ingest.model import Document, Fact, Flow, Fund, Kind, Measure, Origin, Source, Stage, Subject
from service.answer import Answerer
from service.contract import Answer, AskRequest
from service.model import Body, Finding, Operand
from service.scope.whose import whose

HEALTH, CITY, CENTRE = "云川市松屿区卫生健康局", "云川市青岚区城市管理局", "云川市青岚区数字城管指挥中心"


def told_of(answer: Answer) -> str:
    """The body that the first sentence of an answer begins with."""
    return next(name for name in (HEALTH, CITY, CENTRE) if answer.answer.startswith(name))


def publisher(answer: Answer) -> str:
    """The body whose document prints the headline figure."""
    return next(
        n
        for n in (HEALTH, CITY, CENTRE)
        if answer.citations[answer.figures[0].citation or 0].file.startswith(n)
    )


#: 本年支出合计 2023: 卫健局 211098403.00 元 (p.15), 城管局 18198.11 万元 (p.7), 中心 523.52 万元 (p.6); 三公 48.42,
#: 103.79 and 3.15 万元 (p.21, p.14, p.10); 公务接待费 2.14, 2.36 and 0 万元 (the same pages).
@pytest.mark.parametrize(
    ("question", "who", "value"),
    [
        ("2023年支出第二高的单位是哪家", CITY, "181981100"),
        ("2023年支出第三高的单位", CENTRE, "5235200"),
        ("2023年三公经费第二多的单位是哪个", HEALTH, "484200.00"),
        ("哪个单位2023年公务接待费排第二", HEALTH, "21400.00"),
        ("2023年哪家单位三公经费第三高", CENTRE, "31500"),
        ("2023年三公经费最高的单位", CITY, "1037900"),
    ],
)
def test_a_place_is_told_of_the_body_that_prints_it(
    desk: Answerer, question: str, who: str, value: str
) -> None:
    answer = desk.ask(AskRequest(question=question))
    assert (told_of(answer), publisher(answer), answer.figures[0].entity) == (who, who, who)
    assert answer.figures[0].value == value
    assert not [note for note in answer.notes if "没有列出这一项" in note]  # all three print it


def document(name: str) -> Document:
    return Document(
        name, f"{name}.pdf", name, f"{name}2023年度决算", name, (), "部门", "", 2023, Kind.FINAL_ACCOUNTS, 9
    )


@pytest.mark.parametrize("name", [HEALTH, CITY])
def test_a_figure_without_a_name_is_told_under_the_name_in_its_document(name: str) -> None:
    fact = Fact(
        name, 2023, Stage.FINAL_ACCOUNTS, "支出决算表", Fund.ALL, Flow.EXPENDITURE, Subject("总额", "本年支出合计"),
        "合计", Measure.AMOUNT, Decimal(3), "万元", Decimal(30000), Origin.CELL, Source(7, (0, 0, 1, 1)),
        document_id=name,
    )  # fmt: skip
    finding = Finding(
        "本年支出合计", Decimal(3), "万元", Measure.AMOUNT, 2023, "决算", (Operand("支出", fact),)
    )
    body = Body(HEALTH, HEALTH, (HEALTH,), "", (document(HEALTH),))
    assert whose(finding, body, (document(HEALTH), document(CITY))) == name
