"""Pictures of plain text: every character where the reader says it stands, so that its box fits."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw

from ingest.fonts import FONTS, find_font
from ingest.model import Page
from ingest.readers.plain import read_text
from ingest.sheets import Drawn, bounded
from service.errors import PageNotFound, PictureUnavailable
from service.web.pictures import Sheet

INK = (34, 34, 34)
MARGIN = 50.0


def render_text(path: Path, sheet: Sheet, fonts: Sequence[tuple[str, int]] = FONTS) -> Drawn:
    """One page of a text file; raises ``PictureUnavailable`` where no font has Chinese characters."""
    pages = read_text(path)
    if sheet.page > len(pages):
        raise PageNotFound(f"这份文本共{len(pages)}页，没有第{sheet.page}页。")
    page = pages[sheet.page - 1]
    width = max(page.width, max((line.box[2] for line in page.lines), default=0.0) + MARGIN)
    scale = bounded(sheet.scale, width, page.height)
    image = Image.new("RGB", (math.ceil(width * scale), math.ceil(page.height * scale)), "white")
    write(image, page, scale, fonts)
    return Drawn(image, scale)


def write(image: Image.Image, page: Page, scale: float, fonts: Sequence[tuple[str, int]]) -> None:
    """Write the lines of ``page``, character by character: the font's own widths would drift from the boxes."""
    if not page.lines:
        return
    pen = ImageDraw.Draw(image)
    font = find_font(fonts, max(1, round(page.lines[0].size * scale)))
    if font is None:
        raise PictureUnavailable(
            "这是一份纯文本，画成页面需要中文字体，这台服务器上没有；请装上（如 fonts-noto-cjk），或打开原件查看。"
        )
    for line in page.lines:
        middle = (line.box[1] + line.box[3]) / 2 * scale
        for char, start in zip(line.text, line.starts, strict=True):
            pen.text((start * scale, middle), char, INK, font, anchor="lm")
