"""How far two figures are apart goes first where it is asked for (先说相差)."""

from __future__ import annotations

import pytest

from service.contract import Answer, Figure, Status
from service.figures.gap_first import gap_first

POSTS, PEOPLE = (
    Figure(label=label, value=value, unit="名", entity="云栖县水利局", year=2023, stage="", citation=place)
    for place, (label, value) in enumerate((("编制", "339"), ("在编人员", "274")))
)
TOLD = "编制为 339 名；在编人员为 274 名。编制更多，相差 65 名。"
ANSWER = Answer(id="1", conversation_id="1", status=Status.ANSWERED, answer=TOLD, figures=[POSTS, PEOPLE])


@pytest.mark.parametrize(
    "text", ["编制比在编的多几个", "编制和在编人数相差多少", "空编几个", "编制跟实有的差多少人"]
)
def test_the_difference_is_the_first_figure(text: str) -> None:
    first, *rest = gap_first(ANSWER, text).figures
    assert (first.label, first.value, first.unit) == ("编制与在编人员之差", "65", "名")
    assert first.formula == "339 − 274 = 65"
    assert [one.citation for one in first.inputs] == [0, 1]
    assert rest == [POSTS, PEOPLE]


@pytest.mark.parametrize("text", ["编制和在编各多少名", "编制多少，在编多少", "编制和在编哪个多"])
def test_both_stay_first_where_both_are_asked_for(text: str) -> None:
    assert gap_first(ANSWER, text) is ANSWER
