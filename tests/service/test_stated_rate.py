"""A share that the text prints as finely as the cells make it is told first, theirs beside it (原文的比率)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import AskRequest
from tests.ingest.press import Heading, Press, Sheet

H = Heading
BODY = "栗原县气象局"
#: 283612 ÷ 297892 is 95.21 %; 14280 ÷ 297892 is 4.79 %; in 万元, as a text rounds them, 28.36 ÷ 29.79 is 95.20 %.
SPENT = Sheet(
    "财政拨款“三公”经费支出决算表",
    [[H("项目"), H("决算数")]],
    [
        ["合计", "297892.00"],
        ["1.因公出国（境）费", "0.00"],
        ["2.公务用车购置及运行维护费", "283612.00"],
        ["3.公务接待费", "14280.00"],
    ],
    (6, 3), left=f"单位：{BODY}", right="单位：元",
)  # fmt: skip


def answerer_of(folder: Path, share: str) -> Answerer:
    press = Press(folder / "决算.pdf")
    press.cover([BODY, "2023年度部门决算"])
    press.sheet(SPENT)
    press.prose(
        ["三公经费说明", f"“三公”经费决算29.79万元，其中：公务用车购置及运行维护费28.36万元，占{share}%。"]
    )
    press.close()
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert [r.status for r in ingest_paths([folder / "决算.pdf"], settings)] == ["read"]
    return Answerer(settings)


@pytest.mark.parametrize(
    ("printed", "first", "beside"),
    [("95.20", "95.20", "95.21"), ("95.2", "95.21", "95.2%"), ("93.20", "95.21", "93.20")],
)
def test_the_printed_share_first_where_only_rounding_parts_them(
    tmp_path: Path, printed: str, first: str, beside: str
) -> None:
    answer = answerer_of(tmp_path, printed).ask(
        AskRequest(question=f"{BODY}2023年公务用车购置及运行维护费占三公经费百分之几")
    )
    assert answer.figures[0].value == first
    assert beside in answer.answer
