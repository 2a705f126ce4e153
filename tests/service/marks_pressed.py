"""A final account with the table of its projects' own marks, pressed and read (项目自评表)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from tests.ingest.press import Heading, Press, Sheet

_FIRST = ("序号", "项目名称", "预算数（万元）", "执行数（万元）")


def answerer_of_marks(
    folder: Path, body: str, marks: Sequence[str], rows: Sequence[list[str]], prose: Sequence[str] = ()
) -> Answerer:
    """Answers from the 2022 final account of a body: its table, whose last heads are ``marks``, then ``prose``."""
    path = folder / f"{body}2022年度部门决算.pdf"
    press = Press(path)
    press.cover([body, "2022年度部门决算"])
    head = [[Heading(name) for name in (*_FIRST, *marks)]]
    press.sheet(Sheet("项目支出绩效自评情况表", head, [*rows], (1, 4, 3, 3, 2, 2)))
    if prose:
        press.prose([*prose])
    press.close()
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert [report.status for report in ingest_paths([path], settings)] == ["read"]
    return Answerer(settings)
