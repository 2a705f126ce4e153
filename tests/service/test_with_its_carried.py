"""A project with what was carried over for it; shares and indicators asked of what was spoken of (连结转、追问)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest

from ingest.model import Fact, Flow, Fund, Measure, Origin, Source, Stage, Subject
from service.contract import Answer, Citation, Figure, Status
from service.follow.nth_share import nth_share
from service.second.with_its_carried import with_its_carried

_TABLE, _WALL, _LATE = "项目支出表", "古桥抢险加固", "古桥抢险加固（上年结转）"


def _fact(name: str, value: str, column: str = "合计") -> Fact:
    return Fact(
        "石渡县文旅局", 2025, Stage.BUDGET, _TABLE, Fund.ALL, Flow.EXPENDITURE, Subject("项目", name), "合计",
        Measure.AMOUNT, Decimal(value), "万元", None, Origin.CELL,
        Source(9, (0.0, 0.0, 1.0, 1.0), _TABLE, name, column), 1, "d",
    )  # fmt: skip


def _answer(*figures: tuple[str, str]) -> Answer:
    told = [
        Figure(
            label=name, value=value, unit="万元", entity="石渡县文旅局", year=2025, stage="预算", citation=0
        )
        for name, value in figures
    ]
    cited = Citation(file="f", document_id="d", title="t", page=9, table=_TABLE, row=_WALL, column="合计")
    return Answer(
        id="1", conversation_id="c", status=Status.ANSWERED, answer="…", figures=told, citations=[cited]
    )


def _told(question: str, answer: Answer, facts: Sequence[Fact]) -> list[str]:
    return [figure.value for figure in with_its_carried(answer, question, lambda _: facts).figures]


_ROWS = (_fact(_WALL, "130.00"), _fact(_LATE, "25.50"), _fact("古塔修缮", "40.00"))


@pytest.mark.parametrize(
    "figures", [[(_WALL, "130.00")], [(_LATE, "25.50")], [(_WALL, "130.00"), (_LATE, "25.50")]]
)
def test_both_rows_are_added(figures: list[tuple[str, str]]) -> None:
    assert _told("古桥加固连上年结转一共多少", _answer(*figures), _ROWS) == ["155.50"]


def test_what_was_carried_over_of_all_is_none_of_it() -> None:
    answer = _answer((_WALL, "130.00"), ("年初结转和结余", "88.00"))
    assert _told("古桥加固加上上年结转一共多少", answer, _ROWS) == ["155.50"]
    wall, opening = answer.figures
    opening = opening.model_copy(update={"stage": "决算", "unit": "元", "year": 2024})
    first = answer.model_copy(update={"figures": [opening, wall]})
    (told,) = with_its_carried(first, "古桥加固加上上年结转一共多少", lambda _: _ROWS).figures
    assert (told.value, told.unit, told.year, told.stage) == ("155.50", "万元", 2025, "预算")


@pytest.mark.parametrize(
    ("question", "facts"),
    [
        ("古桥加固不含上年结转多少", _ROWS),
        ("古桥加固多少", _ROWS),
        ("古桥加固含结转下年多少", _ROWS),
        ("古桥加固连上年结转一共多少", (_fact(_WALL, "130.00"),)),
        ("古桥加固连上年结转一共多少", (_fact(_WALL, "130.00"), _fact(_LATE, "25.50", "一般公共预算"))),
    ],
)
def test_without_both_in_one_column_it_is_left(question: str, facts: Sequence[Fact]) -> None:
    assert _told(question, _answer((_WALL, "130.00")), facts) == ["130.00"]


def test_the_share_of_the_second_is_asked_by_its_name() -> None:
    seen: list[str] = []

    def whole(text: str, conversation: str) -> Answer:
        seen.append(text)
        share = Figure(label="占比", value="20", unit="%", entity="石渡县文旅局", year=2025, stage="预算")
        return _answer().model_copy(update={"figures": [share]})

    order = _ranked(("古桥", "130.00"), ("古塔", "40.00"))
    told = nth_share(order, "第二个占全部项目支出的百分之多少", whole, ())
    assert seen == ["石渡县文旅局2025年古塔占项目支出的百分之多少"]
    assert [figure.value for figure in told.figures] == ["20"]
    nth_share(_ranked(("事业收入", "90.00"), of="本年收入合计"), "排第一的占全部的百分之多少", whole, ())
    assert seen[1:] == ["石渡县文旅局2025年事业收入占本年收入合计的百分之多少"]


def _ranked(*figures: tuple[str, str], of: str = "项目支出") -> Answer:
    return _answer(*figures).model_copy(update={"plan": {"operation": "排名", "subject": {"name": of}}})


#: Amounts are never told for a share; what asks for amounts keeps them.
def test_amounts_are_no_share() -> None:
    order = _answer(("古桥", "130.00"), ("古塔", "40.00"))

    def nothing(text: str, conversation: str) -> Answer:
        return _answer().model_copy(update={"status": Status.NO_ANSWER})

    assert nth_share(order, "排第一的占百分之多少", nothing, ()).status is Status.NO_ANSWER
    # What was not set in order has no largest, whatever the first of its figures is a share of.
    assert nth_share(order, "最大的占项目支出的百分之多少", lambda *_, **__: order, ()).figures == []
    assert nth_share(order, "排前两名的是哪两个", nothing, ()) is order
