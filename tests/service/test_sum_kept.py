"""A follow-up to a sum of parts is told with their sum."""

from __future__ import annotations

from dataclasses import replace

import pytest

from service.contract import Answer, Citation, Figure, Status
from service.follow.conversation import Turn
from service.follow.sum_kept import sum_kept
from service.model import Operation, Plan

BODY = "芦川县住房和城乡建设局"


def told(*values: str, years: tuple[int, ...] = ()) -> Answer:
    figures = [
        Figure(
            label=f"第{place}季度用款计划", value=value, unit="万元", entity=BODY, stage="预算", citation=0,
            year=years[place - 1] if years else 2025,
        )
        for place, value in enumerate(values, 1)
    ]  # fmt: skip
    cited = [Citation(file="甲.pdf", document_id="1", title="", page=31)]
    return Answer(
        id="1", conversation_id="1", status=Status.ANSWERED, answer="；".join(values), figures=figures, citations=cited
    )  # fmt: skip


PLAN = Plan(Operation.SUM)
SUM = (Turn(("a",), (2024,), PLAN, said="四个季度加起来计划付多少钱"),)
ONE = (Turn(("a",), (2024,), replace(PLAN, operation=Operation.LOOKUP), said="第一季度计划付多少钱"),)
PARTS = told("15", "15", "20.5", "10")


def test_the_sum_goes_first() -> None:
    made = sum_kept(PARTS, "25年还要付多少", SUM)
    assert (made.figures[0].value, len(made.figures), len(made.figures[0].inputs)) == ("60.5", 5, 4)


@pytest.mark.parametrize(
    ("answer", "text", "before"),
    [
        (PARTS, "25年还要付多少", ONE),
        (PARTS, "25年还要付多少", ()),
        (PARTS, "25年各季度付多少", SUM),
        (PARTS, "25年哪个季度付得多，多少", SUM),
        (told("15", "15"), "25年还要付多少", SUM),
        (told("15", "15", "20.5", years=(2023, 2024, 2025)), "这几年付多少", SUM),
    ],
)
def test_what_is_of_no_sum_stands(answer: Answer, text: str, before: tuple[Turn, ...]) -> None:
    assert sum_kept(answer, text, before) is answer
