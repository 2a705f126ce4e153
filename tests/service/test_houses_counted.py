"""What is counted in 家 are houses; a number is found again by the unit that it is printed in (家与个)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from service.contract import Citation, Figure, Input
from service.figures.compute import unit_called
from service.second.told_beside import in_sentence
from service.things.swapped import swapped

ASKED = "有几家预算单位编报了绩效目标"


@pytest.mark.parametrize(
    ("label", "unit"),
    [
        ("编报绩效目标的预算单位", "家"),
        ("下属学校", "家"),
        ("编报绩效目标的项目", "个"),
        ("绩效指标", "个"),
    ],
)
def test_only_houses_are_told_in_their_own_word(label: str, unit: str) -> None:
    assert unit_called("个", ASKED, label) == unit


def test_a_word_said_elsewhere_in_the_name_is_no_other() -> None:
    assert not swapped("预算单位编报绩效目标", "开展项目预算绩效目标编报工作的预算单位")
    assert swapped("预算学校编报绩效目标", "开展项目预算绩效目标编报工作的预算单位")


def test_the_other_number_of_the_sentence_is_found() -> None:
    quote = "本部门3个预算单位开展了绩效目标编报工作，编报绩效目标的项目49个。"
    figure = Figure(
        label="预算单位", value="3", unit="家", printed="3个", entity="某局", year=2023, stage="预算", formula=None,
        inputs=[Input(label="预算单位", value="3", unit="个", citation=0)], citation=0,
    )  # fmt: skip
    cited = Citation(
        file="a.pdf", document_id="a", title="某局", page=1, table="", row="", column="", quote=quote,
        bbox=[0.0, 0.0, 1.0, 1.0], image="",
    )  # fmt: skip
    made = in_sentence(figure, cited, (ASKED, "共多少个项目"), None)
    assert made is not None and (made.value, made.unit) == (Decimal(49), "个")
