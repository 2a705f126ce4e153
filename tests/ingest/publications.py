"""Small disclosures set in type by the tests themselves: a cover, a statement of expenditure, a narrative."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Table, TableStyle

FONT = "STSong-Light"
BODY = "临江市教育局"
HEAD = ("科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出")
#: A statement whose parts add up.
ROWS = (
    ("205", "教育支出", "1,234.50", "1,000.00", "234.50"),
    ("20501", "教育管理事务", "1,234.50", "1,000.00", "234.50"),
    ("2050101", "行政运行", "1,000.00", "1,000.00", ""),
    ("2050102", "一般行政管理事务", "234.50", "", "234.50"),
    ("合计", "", "1,234.50", "1,000.00", "234.50"),
)


def publish(
    path: Path,
    title: str = f"{BODY}2023年度部门决算",
    rows: Sequence[Sequence[str]] = ROWS,
    sentences: Sequence[str] = (),
) -> Path:
    """A PDF with a cover, a ruled statement where there are rows, and a narrative where there are sentences."""
    registerFont(UnicodeCIDFont(FONT))
    style = ParagraphStyle("text", fontName=FONT, fontSize=11, leading=16, wordWrap="CJK")
    parts: list[Flowable] = [Paragraph(title, style), PageBreak()]
    if rows:
        grid = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, "black"), ("FONT", (0, 0), (-1, -1), FONT)])
        heads = (
            "2023年度支出决算表",
            f"部门：{title.split('2023')[0]}　　　　　　　　金额单位：万元",
        )
        parts += [Paragraph(text, style) for text in heads]
        parts += [Table([list(row) for row in (HEAD, *rows)], style=grid), PageBreak()]
    parts += [Paragraph(text, style) for text in sentences]
    SimpleDocTemplate(str(path), title="left over").build(parts)
    return path


def with_figure(old: str, new: str) -> list[tuple[str, ...]]:
    """The rows of the statement with one printed figure in place of another wherever it stands."""
    return [tuple(new if text == old else text for text in row) for row in ROWS]
