"""A page with its cells in the colours of what became of them, its sentences underlined, and a legend (上色)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PIL import Image, ImageChops, ImageDraw, ImageFont

from ingest.fates import Fate
from ingest.fonts import FONTS, find_font
from ingest.model import Box, Cell, Origin
from ingest.sheets import Drawn

Colour = tuple[int, int, int]
#: The colour that a cell is tinted in; a blank one stays white.
COLOURS: dict[Fate, Colour] = {
    Fate.FACT: (150, 225, 150),
    Fate.LABEL: (170, 205, 255),
    Fate.HEADING: (205, 205, 205),
    Fate.CODE: (215, 185, 245),
    Fate.INDEX: (235, 225, 190),
    Fate.MISREAD: (255, 130, 130),
    Fate.SILENT: (255, 190, 90),
}
#: The colour of the line under a sentence that gave a figure, and under one that says that there is none.
UNDERLINES: dict[Origin, Colour] = {Origin.SENTENCE: (0, 140, 0), Origin.DECLARATION: (150, 90, 0)}
_UNDERLINED = {Origin.SENTENCE: "正文里的数字", Origin.DECLARATION: "声明没有"}
_INK: Colour = (40, 40, 40)
#: Without a Chinese font the legend goes by the names that programmers know.
_LATIN = {fate: fate.name.lower() for fate in Fate}


def colour_page(
    drawn: Drawn, cells: Sequence[tuple[Cell, Fate]], lines: Sequence[tuple[Box, Origin]]
) -> Image.Image:
    """The page with its cells tinted, its sentences underlined, and a legend below."""
    for cell, fate in cells:
        if fate in COLOURS:
            _tint(drawn, cell.box, COLOURS[fate])
    for box, origin in dict.fromkeys(lines):
        _underline(drawn, box, UNDERLINES[origin])
    return _with_legend(drawn.image)


def _tint(drawn: Drawn, box: Box, colour: Colour) -> None:
    """Multiply a colour into a cell, so that the print stays black, a little inside of its lines."""
    x0, top, x1, bottom = drawn.area(box)
    area = (x0 + 1, top + 1, x1 - 1, bottom - 1)
    if area[0] < area[2] and area[1] < area[3]:
        part = drawn.image.crop(area)
        drawn.image.paste(ImageChops.multiply(part, Image.new("RGB", part.size, colour)), area[:2])


def _underline(drawn: Drawn, box: Box, colour: Colour) -> None:
    x0, top, x1, bottom = drawn.area(box)
    if x0 < x1 and top < bottom:
        ImageDraw.Draw(drawn.image).rectangle(
            (x0, bottom, x1, bottom + max(2, round(drawn.scale))), fill=colour
        )


def _with_legend(image: Image.Image) -> Image.Image:
    size = 22
    font = find_font(FONTS, size - 4)
    entries = list(_legend(font is None))
    width = max(140, image.width // 3)
    columns = max(1, image.width // width)
    rows = -(-len(entries) // columns)
    whole = Image.new("RGB", (image.width, image.height + (rows + 1) * (size + 8)), "white")
    whole.paste(image, (0, 0))
    pen = ImageDraw.Draw(whole)
    pen.line((0, image.height, image.width, image.height), _INK)
    for index, (text, colour, solid) in enumerate(entries):
        x = 12 + index % columns * width
        y = image.height + 14 + index // columns * (size + 8)
        pen.rectangle(
            (x, y if solid else y + size - 6, x + size, y + size), colour, _INK if solid else colour
        )
        pen.text(
            (x + size + 8, y + size // 2), text, _INK, font or ImageFont.load_default(size - 6), anchor="lm"
        )
    return whole


def _legend(latin: bool) -> Iterator[tuple[str, Colour, bool]]:
    """Words, colour, and whether the colour fills a cell or underlines a sentence."""
    for fate, colour in COLOURS.items():
        yield _LATIN[fate] if latin else fate.value, colour, True
    for origin, colour in UNDERLINES.items():
        yield origin.value if latin else _UNDERLINED[origin], colour, False
