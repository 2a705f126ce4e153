"""Counts and standards in the words of a list of projects (项目内容)."""

from __future__ import annotations

import pytest

from ingest.cells import About
from ingest.content_cells import content_cells
from ingest.model import Cell, Stage, Table


def _read(heading: str, words: str, stage: Stage) -> list[tuple[str, str, str, tuple[str, ...]]]:
    rows = (
        ("序号", "项目名称", "预算数", heading),
        ("", "合计", "80.00", ""),
        ("1", "渠道清淤", "80.00", words),
    )
    cells = tuple(
        Cell(text, 3, (c * 90.0, r * 20.0, c * 90.0 + 90, r * 20.0 + 20), r, c, r + 1, c + 1)
        for r, texts in enumerate(rows)
        for c, text in enumerate(texts)
    )
    table = Table(1, "项目支出预算表", (), (), cells, len(rows), len(rows[0]), (3,))
    facts = content_cells(table, About("松坪县水利局", 2024, stage), {})
    return [(f.subject.name, str(f.value), f.unit, f.subject.path) for f in facts]


WORDS = "清淤渠道36公里，改造水闸12座，投入80.00万元，看护补助标准为每人每月450元。"


@pytest.mark.parametrize("heading", ["项目内容", "主要建设内容", "项目概况", "项目内容及预期目标"])
def test_counts_and_standards_are_the_projects(heading: str) -> None:
    assert _read(heading, WORDS, Stage.FINAL_ACCOUNTS) == [
        ("清淤渠道", "36", "公里", ("渠道清淤",)),
        ("改造水闸", "12", "座", ("渠道清淤",)),
        ("看护补助标准", "450", "元/人·月", ("渠道清淤",)),
    ]


def test_what_is_aimed_at_is_told_of_plans_alone() -> None:
    assert len(_read("项目年度绩效目标", WORDS, Stage.BUDGET)) == 3
    assert _read("项目年度绩效目标", WORDS, Stage.FINAL_ACCOUNTS) == []


def test_other_columns_are_no_content() -> None:
    assert _read("立项依据", "依据县水〔2023〕12号文件，涉及36公里。", Stage.BUDGET) == []
