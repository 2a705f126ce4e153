"""Small real PDFs drawn in a test, in a Chinese font that every PDF reader brings along."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from ingest.model import Box

SONG = "STSong-Light"
#: Width and height of the pages, in points.
SIZE = (400.0, 300.0)


def new_canvas(path: Path, size: tuple[float, float] = SIZE, **options: Any) -> Canvas:
    """A canvas whose text is Chinese, 12 points."""
    pdfmetrics.registerFont(UnicodeCIDFont(SONG))
    canvas = Canvas(str(path), pagesize=size, **options)
    canvas.setFont(SONG, 12)
    return canvas


def save(canvas: Canvas) -> None:
    """End the page and the file."""
    canvas.showPage()
    canvas.save()


def rule_table(canvas: Canvas, rows: list[list[str]]) -> list[Box]:
    """A ruled table with its top left corner at (20, 40) from that of the page; the boxes of its cells, row by row."""
    boxes = []
    width, height = 90.0, 20.0
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            x0, top = 20 + c * width, 40 + r * height
            low = SIZE[1] - top - height
            canvas.rect(x0, low, width, height)
            canvas.drawString(x0 + 5, low + 5, text)
            boxes.append((x0, top, x0 + width, top + height))
    return boxes
