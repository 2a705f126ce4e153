"""「中心」 in a name is not what something stands in: no other shape of an answer is looked for because of it."""

from __future__ import annotations

import pytest

from service.contract import Answer, Figure, Status
from service.worded.odd import other_shapes


def one_figure() -> Answer:
    return Answer(
        id="a", conversation_id="c", status=Status.ANSWERED, answer="513.47 万元",
        figures=[Figure(label="项目支出", value="513.47", unit="万元", entity="某中心", year=2023, stage="决算")],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "looked"),
    [
        ("某市环境监测中心2023年项目支出是多少", False),
        ("某市环境监测中心2023年支出中的项目支出是多少", True),
        ("某局2023年支出里的项目支出是多少", True),
        ("某局2023年收入万里镇来的多少", False),
    ],
)
def test_a_name_is_no_whole(text: str, looked: bool) -> None:
    assert ("" in other_shapes(one_figure(), text)) is looked
